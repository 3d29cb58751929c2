"""What is done with meetings: the same cast for each action, the answer and what is then stored."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from accord.access import NotVisible, Refused, Subject
from accord.access.queries import named_audience
from accord.engine.text import TextError
from accord.meetings import actions
from accord.meetings.models import AgendaItem, Circumstance, Meeting, Seat, Sitting, TabledNote
from accord.meetings.values import (
    AgendaEntry,
    CircumstanceEntry,
    Convocation,
    SeatEntry,
)
from accord.record.models import Entry
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.usefixtures("noon")

CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public", "stranger")

Doing = Callable[[Council, Meeting, Subject], object]


def cast_of(council: Council) -> dict[str, Subject]:
    """Return who tries."""
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    return {**council.everybody, "stranger": other.delegate("XAA")}


def convene(council: Council, _meeting: Meeting, by: Subject) -> object:
    convocation = Convocation("Second meeting", day=date(2031, 6, 1), formats=("narrow", "extended"))
    return actions.convene(council.organisation.pk, convocation, by=by, key=factories.key())


def set_agenda(_council: Council, meeting: Meeting, by: Subject) -> object:
    items = [AgendaEntry("Clear water", "narrow"), AgendaEntry("Next meeting")]
    facts = [CircumstanceEntry("Prepared", "by experts")]
    return actions.set_agenda(meeting.pk, items, facts, by=by, key=factories.key())


def set_attendance(_council: Council, meeting: Meeting, by: Subject) -> object:
    seats = [SeatEntry("XAA", "A. Person", "present"), SeatEntry("XBB", "", "empty")]
    return actions.set_attendance(meeting.pk, seats, by=by, key=factories.key())


def note_in(sitting: str) -> Doing:
    def table_note(_council: Council, meeting: Meeting, by: Subject) -> object:
        words = {"title": "Assessment", "wording": "One.\n\nTwo.", "sample": True}
        return actions.table_note(meeting.pk, sitting, by=by, key=factories.key(), **words)

    return table_note


D, R = "done", "refused"


@pytest.mark.parametrize(
    ("doing", "answers"),  # in the order of CAST
    [
        (convene, (D, D, R, R, R, R, R, R)),
        (set_agenda, (D, R, R, R, R, R, R, R)),
        (set_attendance, (D, R, R, R, R, R, R, R)),
        (note_in("narrow"), (D, D, D, D, R, R, R, R)),
        (note_in("extended"), (D, D, D, D, R, R, R, R)),
    ],
)
def test_action_is_done_for_its_cast_and_leaves_one_entry(
    doing: Doing, answers: tuple[str, ...], council: Council
) -> None:
    meeting = factories.meeting_of(council)
    cast = cast_of(council)
    found = []
    for who in CAST:
        before = Entry.objects.count()
        try:
            doing(council, meeting, cast[who])
            found.append(D)
        except Refused:
            found.append(R)
        assert Entry.objects.count() - before == (found[-1] == D)

    assert dict(zip(CAST, found, strict=True)) == dict(zip(CAST, answers, strict=True))


@pytest.mark.parametrize("doing", [set_agenda, set_attendance, note_in("narrow")])
def test_meeting_of_a_private_council_is_not_there_for_others(doing: Doing, council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    meeting = factories.meeting_of(other)

    for who in (council.secretariat, council.delegate("XAA"), council.public):
        with pytest.raises(NotVisible):
            doing(council, meeting, who)


def test_convene_gives_each_sitting_its_audience(council: Council) -> None:
    meeting = factories.meeting_of(council)

    seats = {
        sitting.format: set(sitting.audience.seats.values_list("token", flat=True))
        for sitting in Sitting.objects.filter(meeting=meeting)
    }

    assert set(meeting.audience.seats.values_list("token", flat=True)) == {"public"}
    assert set(seats) == {"narrow", "extended"}
    for tokens in seats.values():
        assert not any(token == "public" or ":partner:" in token for token in tokens)


def test_convene_with_a_known_key_makes_one_meeting(council: Council) -> None:
    known, convocation = factories.key(), Convocation("First", day=date(2031, 5, 4))

    first, again = (
        actions.convene(council.organisation.pk, convocation, by=council.chair, key=known) for _attempt in range(2)
    )

    assert first.pk == again.pk
    assert Meeting.objects.count() == 1


def test_set_agenda_takes_the_place_of_the_one_before(council: Council) -> None:
    meeting = factories.meeting_of(council)
    set_agenda(council, meeting, council.secretariat)

    set_agenda(council, meeting, council.secretariat)

    stored = [(item.title, item.sitting and item.sitting.format) for item in AgendaItem.objects.filter(meeting=meeting)]
    assert stored == [("Clear water", "narrow"), ("Next meeting", None)]
    assert Circumstance.objects.filter(meeting=meeting).count() == 1


def test_set_attendance_keeps_the_empty_seat(council: Council) -> None:
    meeting = factories.meeting_of(council)

    set_attendance(council, meeting, council.secretariat)
    set_attendance(council, meeting, council.secretariat)

    stored = [(seat.member and seat.member.code, seat.attendance) for seat in Seat.objects.filter(meeting=meeting)]
    assert stored == [("XAA", "present"), ("XBB", "empty")]


@pytest.mark.parametrize("sitting", ["narrow", "extended"])
def test_table_note_is_for_those_of_the_sitting(sitting: str, council: Council) -> None:
    meeting = factories.meeting_of(council)

    note_in(sitting)(council, meeting, council.delegate("XAA"))

    note, entry = TabledNote.objects.get(), Entry.objects.get(verb="tabled")
    expected = Sitting.objects.get(meeting=meeting, format=sitting).audience
    assert (note.audience, entry.audience) == (expected, named_audience(expected))
    assert (entry.actor, entry.on_behalf_of) == ("xaa-delegate", "XAA")
    assert entry.data == {"what": "Assessment", "in": sitting}


@pytest.mark.parametrize("values", [{"title": "As\u202esessment"}, {"wording": "Quiet\u200bwords"}, {"title": " "}])
def test_table_note_refuses_what_deceives_a_reader(values: dict[str, Any], council: Council) -> None:
    meeting = factories.meeting_of(council)
    words = {"title": "Assessment", "wording": "One.", "sample": True, **values}

    with pytest.raises(TextError):
        actions.table_note(meeting.pk, "narrow", by=council.delegate("XAA"), key=factories.key(), **words)

    assert not TabledNote.objects.exists()


def test_table_note_in_a_sitting_that_was_not_held_finds_nothing(council: Council) -> None:
    meeting = factories.meeting_of(council, formats=("extended",))

    with pytest.raises(NotVisible):
        note_in("narrow")(council, meeting, council.delegate("XAA"))
