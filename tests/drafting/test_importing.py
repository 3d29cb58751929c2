"""Importing a bracketed text: it becomes a text with its room, under the members of the council."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from accord.access import NotVisible, Refused
from accord.drafting import actions
from accord.drafting.errors import Stale
from accord.drafting.importing import corrected
from accord.drafting.models import Roll, Text
from accord.drafting.pages import Asked
from accord.drafting.queries.importing import preview_of
from accord.drafting.queries.room import text_page
from accord.drafting.queries.rows import current
from accord.engine import text as engine
from accord.engine.text.findings import Edit
from accord.engine.text.foreign.importing import import_negotiation
from accord.record.models import Entry
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db

SOURCE = """Statement on clear water

1. The members [shall][should] meet [once] a year. [XAA reserve: the budget]

[Aland Example/XBB propose; XCC oppose: 2. They publish a report by [date].]

3. They invite partners. [Agreed ad ref in informals]
"""


def imported(council: Council, source: str = SOURCE, **values: Any) -> Text:
    aliases = values.pop("aliases", {})
    shown = preview_of(council.secretariat, source, aliases, sample=True).fingerprint
    named = {"title": "Clear water", "source": source, "aliases": aliases, "shown": shown, "sample": True}
    return actions.import_text(**{"by": council.secretariat, "key": factories.key(), **named, **values})


def test_imported_text_stands_as_the_brackets_say(council: Council) -> None:
    text = imported(council)
    body = current(text).body
    assert engine.render(body).partition("\n\n")[2] == (
        "Statement on clear water\n\n"
        "1. The members [shall] [should] meet [once] a year. [XAA reserve: the budget]\n\n"
        "[XCC: no text] [XAA, XBB: 2. They publish a report by \\[date\\].]\n\n"
        "3. They invite partners. [agreed ad ref in informals]\n"
    )
    assert (body.delegations, text.sample, text.title) == (("XAA", "XBB", "XCC", "XDD"), True, "Clear water")
    assert set(Roll.objects.filter(text=text).values_list("code", "present")) == {(c, True) for c in body.delegations}
    entry = Entry.objects.get(verb="began")
    assert (entry.verb, entry.data["imported"]) == ("began", True)


def test_preview_shows_what_becomes_of_it(council: Council) -> None:
    found = preview_of(council.secretariat, SOURCE + "\n[ZZZ: 4. They sing.]\n", {}, sample=False)
    assert dict(found.figures) == {
        "blocks": 5,
        "agreed": 1,
        "choices": 4,
        "nobody": 3,
        "placeholders": 1,
        "reservations": 1,
    }
    assert [(one.code, one.count) for one in found.named] == [("XAA", 1), ("XBB", 1), ("XCC", 1)]
    assert [(one.name, one.count) for one in found.unknown] == [("ZZZ", 1)]
    assert not Text.objects.exists()


def test_a_mapped_name_holds_what_it_is_named_for(council: Council) -> None:
    source = "[ZZZ: 4. They sing.]\n\n5. They [Delft: shall] [may] dance.\n"
    body = current(imported(council, source, aliases={"ZZZ": "XDD", "Nobody": "QQQ"})).body
    assert engine.render_block(body.blocks[0]) == "[XDD: 4. They sing.]"


def test_what_was_not_shown_is_not_imported(council: Council) -> None:
    with pytest.raises(Stale):
        imported(council, shown="0" * 64)
    assert not Text.objects.exists()


def test_a_correction_changes_the_source_where_it_says() -> None:
    made = import_negotiation("They meet] once.\n")
    finding = engine.Finding("B001", "warning", 1, 10, 9, "]", "Remove it.", (Edit(9, 10, ""),))
    made = replace(made, findings=(*made.findings, finding))
    assert corrected("They meet] once.\n", made, "B001-9") == "They meet once.\n"
    assert corrected("They meet] once.\n", made, "B001-8") == "They meet] once.\n"


@pytest.mark.parametrize("who", ["chair", "delegate", "partner", "public"])
def test_only_the_secretariat_imports(council: Council, who: str) -> None:
    by = council.delegate("XAA") if who == "delegate" else getattr(council, who)
    with pytest.raises((Refused, NotVisible)):
        preview_of(by, SOURCE, {}, sample=True)
    with pytest.raises((Refused, NotVisible)):
        imported(council, by=by)
    assert not Text.objects.exists()


def test_importing_twice_with_one_key_is_once(council: Council) -> None:
    key = UUID(int=7)
    assert imported(council, key=key).pk == imported(council, key=key).pk
    assert Text.objects.count() == 1


@pytest.mark.parametrize(
    ("source", "error"), [("\n", engine.NothingToDo), ("They \u202emeet.\n", engine.WordingRefused)]
)
def test_what_cannot_be_a_text_is_refused(council: Council, source: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        actions.import_text(by=council.secretariat, title="T", source=source, shown="", aliases={}, key=factories.key())


def test_the_negotiation_goes_on_in_its_room(council: Council) -> None:
    text = imported(council)
    opened = text_page(council.delegate("XBB"), text.pk, Asked())
    assert (opened.figures.choices, len(opened.paragraphs)) == (3, 4)
    actions.support(
        text.pk, by=council.delegate("XBB"), choice="1", alternative=1, seen=factories.seen(text), key=factories.key()
    )
    text.refresh_from_db()
    factories.propose(text, council.delegate("XAA"), "year", "decade")
    text.refresh_from_db()
    assert engine.render_block(current(text).body.blocks[1]) == (
        "1. The members [shall] [XBB: should] meet [once] a [year] [XAA: decade]. [XAA reserve: the budget]"
    )


def test_chair_asks_before_closing_over_an_alternative_of_nobody(council: Council) -> None:
    text = imported(council)
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice="1", alternative=0, seen=factories.seen(text), key=factories.key()
    )
    with pytest.raises(Refused, match="any objection"):
        actions.close(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    actions.ask(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    text.refresh_from_db()
    assert engine.render_block(current(text).body.blocks[1]).startswith("1. The members shall meet [once]")
