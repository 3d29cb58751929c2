"""Each action with the same cast: who may, what is answered, what is stored, which entry is written."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from accord.access import NotVisible, Refused, Subject
from accord.access.subjects import Role
from accord.decisions import actions as decisions
from accord.drafting import actions
from accord.drafting.errors import Stale
from accord.drafting.models import Closing, Text, Version
from accord.engine import text as engine
from accord.record.models import Entry
from tests import factories
from tests.drafting import acts
from tests.drafting.acts import ADMITTED, ROWS, Row
from tests.factories import Council

IDS = [row.name for row in ROWS]


@pytest.fixture
def other(council: Council) -> Council:
    return factories.council("Other Council", [("XAA", "Another Example")], prefix="other-")


def test_rows_name_every_action() -> None:
    called = {"import_text", "look", "start_text"}
    for row in ROWS:
        called |= {name for name in actions.__all__ if getattr(actions, name) in _callables(row)}
    assert called == set(actions.__all__)


def _callables(row: Row) -> list[object]:
    """Return what a row's call refers to: its closure and the actions that its code names."""
    inside = [cell.cell_contents for cell in row.call.__closure__ or ()]
    return [*inside, *(getattr(actions, name, None) for name in row.call.__code__.co_names)]


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_action_is_for_those_who_may(council: Council, other: Council, row: Row) -> None:
    cast = acts.cast(council, other)
    scene = row.scene(council)
    for name, by in cast.items():
        if name in row.allowed:
            continue
        before = acts.stored()
        with pytest.raises(_refusal(row, name)) as refusal:
            row.call(scene, by, uuid4())
        assert acts.stored() == before, name
        assert refusal.type is _refusal(row, name), name
    for name in row.allowed:
        _assert_done(row, row.scene(council), cast[name])


def _refusal(row: Row, name: str) -> type[Exception]:
    if name not in ADMITTED or name in row.unseen:
        return NotVisible
    return engine.NothingToDo if name in row.idle else Refused


def _assert_done(row: Row, scene: acts.Scene, by: Subject) -> None:
    before = Text.objects.get(pk=scene.text.pk)
    known = set(Entry.objects.values_list("pk", flat=True))
    key = uuid4()
    answer = row.call(scene, by, key)
    assert row.call(scene, by, key).pk == answer.pk
    after = Text.objects.get(pk=scene.text.pk)
    (entry,) = Entry.objects.exclude(pk__in=known)
    assert (entry.verb, entry.actor, entry.authority) == (row.verb, by.name, by.role)
    assert entry.on_behalf_of == by.delegation
    assert entry.answer == answer.pk
    assert entry.organisation_id == scene.council.organisation.pk
    assert after.number - before.number == row.versions
    numbers = list(Version.objects.filter(text=after).values_list("number", flat=True))
    assert numbers == list(range(1, after.number + 1))
    if row.versions:
        made = Version.objects.get(text=after, number=after.number)
        assert (entry.made, entry.data["version"]) == (made.fingerprint, made.number)
        assert entry.stream == after.stream
        assert (entry.at, made.at) == (made.at, entry.at)
    else:
        assert entry.made == ""
        assert entry.stream != after.stream


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_action_leaves_an_adopted_text_alone(council: Council, row: Row) -> None:
    cast = acts.cast(council, council)
    scene = row.scene(council)
    _adopt(scene)
    before = acts.stored()
    for name in ADMITTED:
        if row.verb == "dropped" and name in row.allowed:
            continue
        with pytest.raises((Refused, NotVisible)):
            row.call(scene, cast[name], uuid4())
        assert acts.stored() == before, name
    if row.verb == "dropped":
        text = Text.objects.get(pk=scene.text.pk)
        row.call(scene, cast[row.allowed[0]], uuid4())
        assert Text.objects.get(pk=scene.text.pk).number == text.number


def _adopt(scene: acts.Scene) -> None:
    """Take the text from wherever it is to its adoption, by acts alone."""
    council, text = scene.council, scene.text
    at = {"by": council.chair}
    if Text.objects.get(pk=text.pk).state == Text.State.OPEN:
        for code in council.delegates:
            for choice in factories.choices(text):
                if code in engine.find(acts.body(scene), choice).choice.holders:
                    actions.withdraw(text.pk, by=council.delegate(code), choice=choice, seen=scene.seen, key=uuid4())
        for block in acts.body(scene).blocks:
            for note in block.notes:
                actions.lift(text.pk, by=council.delegate(note.holder), block=block.id, seen=scene.seen, key=uuid4())
        actions.put_to_council(text.pk, seen=scene.seen, key=uuid4(), **at)
    for code in council.delegates:
        if text.objections.filter(closing=None, code=code).exists():
            actions.withdraw_objection_to_adoption(text.pk, by=council.delegate(code), key=uuid4())
    decisions.adopt_text(text.pk, seen=scene.seen, key=uuid4(), **at)
    assert Text.objects.get(pk=text.pk).state == Text.State.ADOPTED


def test_wording_stands_still_before_the_council(council: Council) -> None:
    cast = acts.cast(council, council)
    scene = acts.opposed(council)
    body, done = acts.body(scene), set()
    for row in ROWS:
        for name in ADMITTED if row.verb != "took back" else ():
            try:
                row.call(replace(scene, choice="1", closing="x" * 16, proposal="x" * 16), cast[name], uuid4())
            except (Refused, NotVisible, engine.TextError, Stale):
                continue
            done.add(row.verb)
            assert acts.body(scene) == body, (row.name, name)
    assert done == {"took the roll", "issued", "objected to adoption", "withdrew the objection to adoption", "adopted"}


def test_chair_of_the_state_of_a_delegation_is_not_its_delegation(council: Council) -> None:
    """The presiding country has a chair and a delegation apart, even if a mandate names the same code for both."""
    chair = replace(council.chair, delegation="XAA")
    scene = acts.drafted(council)
    with pytest.raises(NotVisible):
        actions.table(scene.proposal, by=chair, key=uuid4())
    with pytest.raises(Refused):
        actions.propose(
            scene.text.pk, by=chair, block=scene.block, wording="other", stage="tabled", seen=scene.seen, key=uuid4()
        )
    actions.call_roll(scene.text.pk, by=chair, present=["XBB"], key=uuid4())
    assert Entry.objects.latest("at", "number").on_behalf_of == ""


def test_chair_of_the_text_is_one_of_its_own_organisation(council: Council, other: Council) -> None:
    """Being admitted is not presiding: a stranger let into the audience by its seat stays a guest."""
    audience = factories.text_of(council).audience
    audience.seats.create(token=f"{other.organisation.pk}:chair")
    audience.seats.create(token=f"{other.organisation.pk}:delegation:XAA")
    text = Text.objects.get(audience=audience)
    guests = {"chair": other.chair, "XAA": other.delegate("XAA")}
    with pytest.raises(Refused):
        actions.put_to_council(text.pk, by=guests["chair"], seen=factories.seen(text), key=uuid4())
    with pytest.raises(Refused):
        factories.propose(text, guests["XAA"], "once a year", "twice a year")
    assert Version.objects.filter(text=text).count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.SECRETARIAT, Role.STAFF)])
def test_text_is_begun_by_the_secretariat_alone(council: Council, role: Role) -> None:
    by = next(person for person in council.everybody.values() if person.role == role)
    before = acts.stored()
    with pytest.raises((Refused, NotVisible)):
        actions.start_text(by=by, title="A text", document="One thing.", key=uuid4())
    assert acts.stored() == before


def test_text_under_negotiation_is_never_public(council: Council) -> None:
    meeting = factories.meeting_of(council)
    before = acts.stored()
    with pytest.raises(Refused):
        factories.text_of(council, audience=meeting.audience_id)
    assert acts.stored() == before


def test_text_is_not_begun_for_an_audience_of_others(council: Council, other: Council) -> None:
    theirs = factories.text_of(other).audience_id
    with pytest.raises(NotVisible):
        factories.text_of(council, audience=theirs)


def test_closing_of_another_text_is_not_there(council: Council) -> None:
    one, two = acts.proposed(council), acts.proposed(council)
    with pytest.raises(NotVisible):
        actions.close(one.text.pk, by=council.chair, closing=two.closing, key=uuid4())
    assert Closing.objects.get(pk=two.closing).state == Closing.State.PROPOSED
