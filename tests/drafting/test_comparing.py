"""Two versions side by side; law 6: between two versions every difference is covered by an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from accord.access import NotVisible, Refused
from accord.drafting import actions
from accord.drafting.covering import FRAME, Account, uncovered
from accord.drafting.errors import Stale
from accord.drafting.models import Text, Version
from accord.drafting.pages.comparing import Difference, Same
from accord.drafting.queries.comparing import compare_page, silent_blocks
from accord.engine import text as engine
from tests import factories
from tests.factories import Council


def written_behind(text: Text, change: Callable[[engine.Text], engine.Text]) -> Version:
    """Store a version without an entry, as somebody with the database in hand could."""
    before = factories.now(text)
    body = change(before.body)
    text.number = before.number + 1
    text.save(update_fields=["number"])
    return Version.objects.create(
        text=text,
        number=before.number + 1,
        fingerprint=engine.fingerprint(body),
        stored=engine.dump(body),
        at=before.at,
    )


def reworded(body: engine.Text, words: str, instead: str) -> engine.Text:
    """Return the text with words of its common wording replaced, as no act does."""

    def changed(block: engine.Block) -> engine.Block:
        inlines = tuple(each.replace(words, instead) if isinstance(each, str) else each for each in block.inlines)
        return replace(block, inlines=inlines)

    return replace(body, blocks=tuple(map(changed, body.blocks)))


def differences(rows: tuple[Difference | Same, ...]) -> list[Difference]:
    return [row for row in rows if isinstance(row, Difference)]


def test_comparison_of_a_proposal_names_who_proposed_it(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    page = compare_page(council.chair, text.pk)
    (difference,) = differences(page.rows)
    assert (page.old.number, page.new.number) == (1, 2)
    assert difference.covered
    assert [event.on_behalf_of for event in difference.entries] == ["XAA"]
    assert page.uncovered == 0
    assert page.sentence == "1 block differs. Every difference is covered by an entry of the record."


def test_comparison_marks_only_the_words_that_were_added(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    (difference,) = differences(compare_page(council.chair, text.pk).rows)
    assert difference.old is not None
    assert difference.new is not None
    assert [piece.text for piece in difference.old if piece.mark] == []
    assert [piece.text for piece in difference.new if piece.mark == "added"] == ["twice"]
    added = [(holder.code, mark) for piece in difference.new for holder, mark in piece.holders]
    assert added == [("XAA", "added")]


def test_comparison_of_a_closed_choice_strikes_the_words_that_went(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    before = factories.now(text).number
    chair = council.chair
    closing = actions.propose_closing(
        text.pk, by=chair, choice="1", alternative=1, seen=factories.seen(text), key=factories.key()
    )
    actions.close(text.pk, by=chair, closing=closing.pk, key=factories.key())
    page = compare_page(chair, text.pk, before, 0)
    (difference,) = differences(page.rows)
    assert difference.old is not None
    assert difference.new is not None
    assert "".join(piece.text for piece in difference.new) == "1. Agree to meet twice a year;"
    assert [piece.text for piece in difference.old if piece.mark == "removed" and piece.kind == "words"] == ["once"]
    assert [event.sentence.split()[0] for event in difference.entries] == ["Chair", "Chair"]
    assert {figure.label: figure.value for figure in page.figures}["Choices closed or withdrawn"] == "1"


def test_comparison_folds_unchanged_paragraphs_into_one_line(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    page = compare_page(council.chair, text.pk)
    assert [(row.first, row.last, row.count) for row in page.rows if isinstance(row, Same)] == [
        ("Title", "PP1", 3),
        ("2.", "3.", 2),
    ]


def test_comparison_of_an_inserted_paragraph_names_who_inserted_it(council: Council) -> None:
    text = factories.text_of(council)
    actions.insert(
        text.pk,
        by=council.delegate("XBB"),
        after=factories.block(text, "once a year"),
        wording="Agree to rest in the other months;",
        stage="tabled",
        seen=factories.seen(text),
        key=factories.key(),
    )
    page = compare_page(council.chair, text.pk)
    (difference,) = differences(page.rows)
    assert difference.old is None
    assert difference.marks == ("New paragraph.",)
    assert difference.covered
    assert [event.on_behalf_of for event in difference.entries] == ["XBB"]


def test_comparison_of_status_says_it_once_in_the_words_of_the_record(council: Council) -> None:
    text = factories.text_of(council)
    block = factories.block(text, "publish the report")
    seen = factories.seen(text)
    actions.reserve(
        text.pk, by=council.delegate("XCC"), block=block, wording="no instructions yet", seen=seen, key=factories.key()
    )
    agreed = factories.block(text, "once a year")
    actions.agree(
        text.pk,
        by=council.chair,
        block=agreed,
        forum="plenary",
        pending=["XDD"],
        seen=factories.seen(text),
        key=factories.key(),
    )
    said = {
        difference.block: (difference.marks, [event.sentence for event in difference.entries])
        for difference in differences(compare_page(council.chair, text.pk).rows)
    }
    assert said == {
        agreed: ((), ["Chair marks agreed ad referendum in plenary; awaited: XDD"]),
        block: ((), ["XCC reserves its position: “no instructions yet”"]),
    }


def test_silent_change_of_status_is_said_by_the_page_itself(council: Council) -> None:
    text = factories.text_of(council)
    written_behind(text, lambda body: engine.agree(body, body.blocks[-1].id, "nowhere", ("XDD",)))
    (difference,) = differences(compare_page(council.chair, text.pk).rows)
    assert (difference.covered, difference.marks) == (False, ("Agreed ad referendum in nowhere. Awaited: XDD.",))


def test_comparison_starts_from_the_last_version_with_a_name(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    actions.issue_revision(text.pk, by=council.secretariat, label="Rev.1", key=factories.key())
    factories.propose(text, council.delegate("XBB"), "every meeting", "each meeting")
    page = compare_page(council.chair, text.pk)
    assert (page.old.label, page.new.number) == ("Rev.1", 4)
    assert compare_page(council.chair, text.pk, 0, page.old.number).old.label == "Zero draft"


def test_comparison_given_the_wrong_way_round_is_turned(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    page = compare_page(council.chair, text.pk, 2, 1)
    assert (page.old.number, page.new.number) == (1, 2)


def test_comparison_with_a_version_that_never_was_is_not_visible(council: Council) -> None:
    text = factories.text_of(council)
    for old, new in ((9, 0), (1, 9), (-1, 0)):
        with pytest.raises(NotVisible):
            compare_page(council.chair, text.pk, old, new)


def test_version_written_behind_the_record_is_listed_as_uncovered(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    written_behind(text, lambda body: reworded(body, "every meeting", "some meetings"))
    page = compare_page(council.chair, text.pk)
    silent = [difference for difference in differences(page.rows) if not difference.covered]
    assert [difference.block for difference in silent] == [factories.block(text, "some meetings")]
    assert page.uncovered == 1
    assert page.figures[0].value == "1"
    assert page.figures[0].care
    assert silent_blocks(council.secretariat, text) == {silent[0].block}


def test_silent_change_stays_uncovered_when_a_later_act_names_the_paragraph(council: Council) -> None:
    text = factories.text_of(council)
    written_behind(text, lambda body: reworded(body, "every meeting", "some meetings"))
    factories.propose(text, council.delegate("XAA"), "some meetings", "few meetings")
    assert silent_blocks(council.secretariat, text) == {factories.block(text, "some meetings")}


def test_silent_change_that_was_undone_is_no_difference(council: Council) -> None:
    text = factories.text_of(council)
    written_behind(text, lambda body: reworded(body, "every meeting", "some meetings"))
    written_behind(text, lambda body: reworded(body, "some meetings", "every meeting"))
    assert silent_blocks(council.secretariat, text) == frozenset()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda body: replace(body, blocks=body.blocks[:-1]), id="paragraph taken out"),
        pytest.param(lambda body: engine.move_block(body, body.blocks[-1].id, ""), id="paragraph moved"),
        pytest.param(lambda body: engine.agree(body, body.blocks[-1].id, "nowhere"), id="status set"),
        pytest.param(lambda body: replace(body, sample=True), id="sample mark set"),
        pytest.param(lambda body: replace(body, delegations=body.delegations[1:]), id="member left out"),
    ],
)
def test_every_kind_of_silent_change_is_uncovered(
    council: Council, change: Callable[[engine.Text], engine.Text]
) -> None:
    text = factories.text_of(council)
    written_behind(text, change)
    assert silent_blocks(council.secretariat, text) != frozenset()


def test_entry_covers_only_the_version_that_it_made() -> None:
    old = engine.compile_text("One thing.\n\nAnother thing.\n", {}, delegations=["XAA"])
    first, second = (block.id for block in old.blocks)
    new = engine.propose(old, first, "XAA", "One good thing.")
    honest = Account(2, engine.fingerprint(new), True, {"block": first})
    assert uncovered([(1, old), (2, new)], [honest]).silent == frozenset()
    for account in (
        replace(honest, version=3),
        replace(honest, made="0" * 64),
        replace(honest, signed=False),
        replace(honest, data={"block": second}),
    ):
        assert uncovered([(1, old), (2, new)], [account]).silent == {first}
    framed = replace(new, sample=True)
    assert uncovered([(1, old), (2, framed)], [honest]).silent == {first, FRAME}


def test_partner_compares_without_a_single_name(council: Council) -> None:
    text = factories.text_of(council, audience=_with_partner(council))
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    page = compare_page(council.partner, text.pk)
    shown = repr(page)
    assert [piece.mark for row in differences(page.rows) for piece in row.new or () if piece.mark] == ["added"]
    assert page.acted == ()
    assert [code for code, _name in factories.MEMBERS if code in shown] == []


def _with_partner(council: Council) -> str:
    from accord.access.queries import audience_of  # noqa: PLC0415

    seats = {token for subject in (council.partner, council.chair) for token in subject.tokens if token != "public"}
    return audience_of(council.organisation.pk, "with the partner", seats).pk


class LawSix(TestCase):
    """Whatever people do, in whatever order: no difference is silent."""

    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_random_acts_leave_nothing_uncovered(self, data: st.DataObject) -> None:
        council = factories.council()
        text = factories.text_of(council)
        for _turn in range(data.draw(st.integers(4, 12), label="acts")):
            act = data.draw(st.sampled_from(ACTS), label="act")
            try:
                act(council, text, data.draw)
            except (engine.TextError, Stale, Refused):
                continue
        assert silent_blocks(council.secretariat, text) == frozenset()
        page = compare_page(council.secretariat, text.pk, 1, 0)
        assert all(row.covered and (row.entries or not row.is_difference) for row in differences(page.rows))
        written_behind(text, lambda body: reworded(body, " ", "  "))
        assert silent_blocks(council.secretariat, text) != frozenset()


Draw = Callable[..., object]


def _somebody(council: Council, draw: Draw):  # type: ignore[no-untyped-def]
    return draw(st.sampled_from(list(council.delegates.values())))


def _block(text: Text, draw: Draw) -> str:
    return str(draw(st.sampled_from([block.id for block in factories.now(text).body.blocks])))


def _choice(text: Text, draw: Draw) -> engine.Choice:
    standings = list(engine.choices(factories.now(text).body))
    if not standings:
        raise engine.UnknownChoice("no choice is open")
    return draw(st.sampled_from(standings)).choice  # type: ignore[attr-defined, no-any-return]


def _propose(council: Council, text: Text, draw: Draw) -> None:
    block = _block(text, draw)
    by = _somebody(council, draw)
    now = engine.project_block(factories.now(text).body.block(block), by.delegation)
    words = now.split(" ")
    place = draw(st.integers(0, len(words)))
    words.insert(place, str(draw(st.sampled_from(["clearly", "together", "soon"]))))
    wording = " ".join(words) if draw(st.booleans()) else " ".join(words[1:])
    stage = str(draw(st.sampled_from(["tabled", "tabled", "private"])))
    actions.propose(
        text.pk, by=by, block=block, wording=wording, stage=stage, seen=factories.seen(text), key=factories.key()
    )


def _insert(council: Council, text: Text, draw: Draw) -> None:
    wording = f"{draw(st.integers(10, 99))}. Invite the members to write;"
    actions.insert(
        text.pk, by=_somebody(council, draw), after=_block(text, draw), wording=wording, stage="tabled",
        seen=factories.seen(text), key=factories.key(),
    )


def _delete(council: Council, text: Text, draw: Draw) -> None:
    actions.delete(
        text.pk, by=_somebody(council, draw), block=_block(text, draw), stage="tabled",
        seen=factories.seen(text), key=factories.key(),
    )


def _on_choice(council: Council, text: Text, draw: Draw) -> None:
    choice = _choice(text, draw)
    verb = draw(st.sampled_from([actions.support, actions.reject]))
    verb(  # type: ignore[operator]
        text.pk, by=_somebody(council, draw), choice=choice.id,
        alternative=draw(st.integers(0, len(choice.alternatives) - 1)), seen=factories.seen(text), key=factories.key(),
    )


def _withdraw(council: Council, text: Text, draw: Draw) -> None:
    actions.withdraw(
        text.pk, by=_somebody(council, draw), choice=_choice(text, draw).id, seen=factories.seen(text),
        key=factories.key(),
    )


def _compromise(council: Council, text: Text, draw: Draw) -> None:
    wording = str(draw(st.sampled_from(["", "at once", "in time"])))
    actions.write_compromise(
        text.pk, by=council.chair, choice=_choice(text, draw).id, wording=wording, seen=factories.seen(text),
        key=factories.key(),
    )


def _close(council: Council, text: Text, draw: Draw) -> None:
    choice = _choice(text, draw)
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice=choice.id, alternative=draw(st.integers(0, len(choice.alternatives) - 1)),
        seen=factories.seen(text), key=factories.key(),
    )
    actions.ask(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    if draw(st.booleans()):
        actions.object_to(text.pk, by=_somebody(council, draw), closing=closing.pk, key=factories.key())
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=factories.key())


def _agree(council: Council, text: Text, draw: Draw) -> None:
    if draw(st.booleans()):
        actions.agree_clear(text.pk, by=council.chair, forum="plenary", seen=factories.seen(text), key=factories.key())
    else:
        actions.reopen(
            text.pk, by=council.chair, block=_block(text, draw), seen=factories.seen(text), key=factories.key()
        )


def _reserve(council: Council, text: Text, draw: Draw) -> None:
    by, block, seen = _somebody(council, draw), _block(text, draw), factories.seen(text)
    if draw(st.booleans()):
        actions.reserve(text.pk, by=by, block=block, wording="pending instructions", seen=seen, key=factories.key())
    else:
        actions.lift(text.pk, by=by, block=block, seen=seen, key=factories.key())


def _hand_in(council: Council, text: Text, draw: Draw) -> None:
    document = factories.DOCUMENT.replace("every meeting", str(draw(st.sampled_from(["each meeting", "all of it"]))))
    if draw(st.booleans()):
        document = document.replace("3. Invite", "2 bis. Thank the hosts;\n\n3. Invite")
    actions.submit_version(
        text.pk, by=_somebody(council, draw), document=document, seen=factories.seen(text), key=factories.key()
    )


ACTS = [
    _propose,
    _propose,
    _insert,
    _delete,
    _on_choice,
    _on_choice,
    _withdraw,
    _compromise,
    _close,
    _agree,
    _reserve,
    _hand_in,
]
