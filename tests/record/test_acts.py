"""An act writes exactly one entry or nothing; whatever fails, at whatever step, nothing is half done."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from accord.access import PUBLIC, Subject
from accord.access.queries import council_audience
from accord.drafting.models import Text
from accord.members.models import Organisation
from accord.members.queries import visible_organisations
from accord.record import acts as record
from accord.record import clock
from accord.record.errors import Stale
from accord.record.forms import form_of
from accord.record.models import Entry
from accord.record.queries import record_page, visible_entries
from tests import factories
from tests.drafting.acts import ROWS, Row, cast, plain, stored
from tests.factories import Council

WRITES = re.compile(r"INSERT|UPDATE|DELETE", re.IGNORECASE)


@record.action(answers=lambda pk: Organisation.objects.get(pk=pk))
def rename(organisation_id: str, name: str, *, by: Subject, key: Any, fails: bool = False) -> Organisation:
    """An act as plain as can be."""
    with record.act("renamed", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        organisation.name = name
        organisation.save(update_fields=["name"])
        if fails:
            raise ZeroDivisionError
        act.entry(
            organisation_id=organisation.pk,
            stream="test",
            audience=council_audience(organisation.pk),
            answer=organisation.pk,
            data={"name": name},
        )
        return organisation


def name_of(council: Council) -> str:
    return Organisation.objects.get(pk=council.organisation.pk).name


class Broken(Exception):
    """What the tests let happen."""


class Breaker:
    """Lets the k-th statement that writes fail, after it was done; k = 0 lets none fail and counts them."""

    def __init__(self, at: int) -> None:
        self.at, self.writes = at, 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        if WRITES.match(sql):
            self.writes += 1
            if self.writes == self.at:
                raise Broken
        return done


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_act_that_fails_after_any_write_leaves_nothing(council: Council, row: Row) -> None:
    by = cast(council, council)[row.allowed[0]]
    scene = row.scene(council)
    before, key, at = stored(), uuid4(), 0
    while True:
        at += 1
        breaker = Breaker(at)
        try:
            with connection.execute_wrapper(breaker):
                row.call(scene, by, key)
        except Broken:
            assert stored() == before, f"after write {at}"
        else:
            break
    assert at > 1
    assert breaker.writes == at - 1
    assert stored() != before


def test_without_its_transaction_half_an_act_is_seen(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    """The positive control: a build in which an act is no transaction fails the test above."""
    scene = plain(council)
    before = stored()
    monkeypatch.setattr(record, "transaction", SimpleNamespace(atomic=lambda **_options: nullcontext()))
    with pytest.raises(Broken), connection.execute_wrapper(Breaker(2)):
        factories.propose(scene.text, council.delegate("XAA"), "once a year", "twice a year")
    transaction.set_rollback(False)  # Django would roll the whole test back
    assert stored() != before


def test_act_without_an_entry_is_no_act(council: Council) -> None:
    def silent() -> None:
        with record.act("did", by=council.chair, key=uuid4()):
            Organisation.objects.filter(pk=council.organisation.pk).update(name="Another")

    with pytest.raises(RuntimeError, match="no entry"):
        silent()
    assert name_of(council) == "Example Council"


def test_act_has_one_entry(council: Council) -> None:
    where = {
        "organisation_id": council.organisation.pk,
        "stream": "test",
        "audience": council_audience(council.organisation.pk),
    }

    def twice() -> None:
        with record.act("did", by=council.chair, key=uuid4()) as act:
            act.entry(**where)
            act.entry(**where)

    with pytest.raises(RuntimeError, match="one entry"):
        twice()
    assert not Entry.objects.filter(stream="test").exists()


def test_act_is_acknowledged_only_when_its_own_transaction_ends(council: Council) -> None:
    """Inside another transaction it would be told as done and could still vanish."""
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        rename(council.organisation.pk, "Another", by=council.chair, key=uuid4())
    assert name_of(council) == "Example Council"


def test_retry_gets_the_same_answer_and_does_nothing(council: Council) -> None:
    key = uuid4()
    first = rename(council.organisation.pk, "Another", by=council.chair, key=key)
    Organisation.objects.filter(pk=first.pk).update(name="A third")
    assert rename(council.organisation.pk, "Another", by=council.chair, key=key).name == "A third"
    assert Entry.objects.filter(verb="renamed").count() == 1


def test_key_of_an_act_that_failed_is_still_free(council: Council) -> None:
    key = uuid4()
    with pytest.raises(ZeroDivisionError):
        rename(council.organisation.pk, "Another", by=council.chair, key=key, fails=True)
    assert rename(council.organisation.pk, "Another", by=council.chair, key=key).name == "Another"


def test_key_is_that_of_one_actor(council: Council) -> None:
    key = uuid4()
    rename(council.organisation.pk, "Another", by=council.chair, key=key)
    rename(council.organisation.pk, "A third", by=council.secretariat, key=key)
    assert name_of(council) == "A third"


def test_key_that_comes_again_with_other_words_is_refused(council: Council) -> None:
    key = uuid4()
    rename(council.organisation.pk, "Another", by=council.chair, key=key)
    with pytest.raises(Stale, match="other words"):
        rename(council.organisation.pk, "A third", by=council.chair, key=key)
    assert name_of(council) == "Another"


def test_form_is_what_is_asked_and_not_who_when_or_in_which_order() -> None:
    asked = {"text": "t", "pending": {"XAA", "XBB"}}
    form = form_of("agree", ["one"], asked)
    assert form_of("agree", ("one",), {"pending": {"XBB", "XAA"}, "text": "t"}) == form
    assert form_of("agree", ["one"], {**asked, "key": uuid4(), "by": PUBLIC, "seen": "x", "password": "y"}) == form
    others = [
        form_of("reopen", ["one"], asked),
        form_of("agree", ["two"], asked),
        form_of("agree", ["one"], {**asked, "text": "u"}),
        form_of("agree", ["one"], {**asked, "pending": ["XAA", "XBB"]}),
        form_of("agree", [1], asked),
        form_of("agree", ["one"], {**asked, "text": None}),
    ]
    assert len({form, *others}) == 1 + len(others)


def test_entries_are_numbered_in_their_stream_alone(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year", stage="private")
    factories.propose(text, council.delegate("XBB"), "once a year", "at need", stage="private")
    factories.propose(text, council.delegate("XBB"), "every meeting", "each meeting", stage="chair")
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    streams: dict[str, list[int]] = {}
    for entry in Entry.objects.filter(stream__startswith=f"text:{text.pk}:").order_by("number"):
        streams.setdefault(entry.stream, []).append(entry.number)
    assert sorted(streams.values()) == [[1], [1], [1], [1, 2]]
    assert streams[text.stream] == [1, 2]


def test_time_of_an_act_is_that_of_the_one_clock(council: Council) -> None:
    at = clock.now() + timedelta(days=1)
    with clock.frozen(at):
        text = factories.text_of(council)
    assert Entry.objects.get(stream=text.stream).at == at == Text.objects.get(pk=text.pk).begun


@pytest.mark.parametrize(
    "name", ["chair", "secretariat", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public"]
)
def test_record_shows_each_reader_its_own_entries(council: Council, name: str) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year", stage="private")
    factories.propose(text, council.delegate("XAA"), "every meeting", "each meeting", stage="chair")
    factories.propose(text, council.delegate("XBB"), "once a year", "at need")
    seen = {
        "chair": ["began", "drafted", "proposed"],
        "secretariat": ["began", "drafted", "proposed"],
        "xaa-delegate": ["began", "drafted", "drafted", "proposed"],
        "xaa-expert": ["began", "drafted", "drafted", "proposed"],
        "xbb-delegate": ["began", "proposed"],
    }.get(name, [])
    page = record_page(council.everybody[name], council.organisation.pk, text=text.pk)
    assert sorted(line.verb for line in page.lines) == seen
    assert page.total == len(seen)
    assert visible_entries(council.everybody[name]).filter(stream__startswith=f"text:{text.pk}").count() == len(seen)
