"""The meetings around the one of the demonstration: before it, beside it and after it, each known from its day on."""

from __future__ import annotations

from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting
from accord.meetings.values import CircumstanceEntry, Convocation, SeatEntry
from accord.members.models import Organisation
from accord.project.demo.register import basis_of

PLAIN = ("title", "organ", "kind", "day", "when", "zone", "city", "country", "note", "chair")


def enter_cycle(facts: Facts, organisation: Organisation, beside: Meeting, *, by: Subject) -> None:
    """Enter the meetings; what came later than the day of the facts is known from its own day on."""
    for fact in facts["cycle"]:
        _enter(fact, organisation, beside, by)


def _enter(fact: Fact, organisation: Organisation, beside: Meeting, by: Subject) -> None:
    convocation = Convocation(
        **fact.pick(*PLAIN),
        organs=tuple(fact.get("organs", ())),
        formats=tuple(fact.get("formats", ())),
        side_of=beside.pk if fact.get("beside") else "",
        basis=basis_of(fact),
        shown_from=fact.get("known") or fact.get("day"),
    )
    meeting = meetings.convene(organisation.pk, convocation, by=by, key=uuid4())
    _enter_details(fact, meeting, by)


def _enter_details(fact: Fact, meeting: Meeting, by: Subject) -> None:
    """Enter who was there, and what is told of it; where only who was absent is known, nothing is counted."""
    present, absent = fact.get("present", ()), fact.get("absent", ())
    seats = [SeatEntry(code, "", "present", basis=basis_of(fact)) for code in present]
    seats += [SeatEntry(code, "", "empty", basis=basis_of(fact)) for code in absent if present]
    if seats:
        meetings.set_attendance(meeting.pk, seats, by=by, key=uuid4())
    told = [CircumstanceEntry(one["label"], one["fact"], basis=basis_of(one)) for one in fact.get("facts", ())]
    if absent and not present:
        told.insert(0, CircumstanceEntry("Seat empty", ", ".join(absent), basis=basis_of(fact)))
    if told:
        meetings.set_agenda(meeting.pk, (), told, by=by, key=uuid4())
