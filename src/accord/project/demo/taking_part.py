"""Who took part in the meeting of the demonstration, with sources; and one invitation, which is a sample."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from accord.access import Subject
from accord.commitments.actions import register_voiced
from accord.commitments.values import VoicedEntry
from accord.formats.facts import Fact, Facts
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting
from accord.meetings.registration import AttendingEntry, InvitationEntry, ParticipantEntry
from accord.meetings.values import AgendaEntry, Convocation
from accord.members.basis import Basis
from accord.members.models import Organisation, Person
from accord.project.demo.people import People
from accord.project.demo.register import basis_of

IN_BOTH = "The sources say who took part in the meeting, not in which sitting; nobody is reported to have left."
SAMPLE = Basis(
    source_name="the demonstration",
    standing="unverified",
    why="A sample: the report of 21 June tells of the wish to keep inviting such structures, and of no invitation.",
)
CONSENTING = ("BLR", "RUS", "TJK")
"""Members that have said so in the sample; the others are awaited."""


def enter_who_sat(facts: Facts, organisation: Organisation, meeting: Meeting, *, by: Subject) -> None:
    """Enter who is reported to have taken part, and how each member sat in both sittings."""
    seats = facts["meeting"]["seats"]
    known = dict(Person.objects.filter(organisation=organisation).values_list("name", "pk"))
    people = [_person(seat, known) for seat in seats if seat["person"]]
    meetings.register(meeting.pk, people, by=by, key=uuid4())
    for sitting in ("narrow", "extended"):
        rows = [_attending(seat) for seat in seats if seat["member"]]
        meetings.set_attending(meeting.pk, sitting, rows, by=by, key=uuid4())


def _person(seat: Fact, known: dict[str, str]) -> ParticipantEntry:
    side = f"member-{seat['member']}" if seat["member"] else "secretariat"
    person = known.get(seat["person"], "")
    return ParticipantEntry(side, "" if person else seat["person"], person=person, rank="head", basis=basis_of(seat))


def _attending(seat: Fact) -> AttendingEntry:
    basis, empty = basis_of(seat), seat["attendance"] == "empty"
    told = basis if empty else replace(basis, standing="inference", why=IN_BOTH)
    return AttendingEntry(seat["member"], seat["attendance"], note=seat["note"] if empty else "", basis=told)


def invite_to_a_sample_meeting(organisation: Organisation, people: People) -> None:
    """Convene a sample meeting of a working group and propose to invite a partner to one item of it."""
    convocation = Convocation(
        title="Sample meeting of the Working Group on Afghanistan",
        organ="wg-afg",
        kind="group",
        when="a sample, without a day",
        zone="Europe/Moscow",
        formats=("extended",),
        sample=True,
        basis=SAMPLE,
    )
    meeting = meetings.convene(organisation.pk, convocation, by=people.secretariat, key=uuid4())
    items = [AgendaEntry("Sample item: exchange with partner organisations", "extended", basis=SAMPLE)]
    meetings.set_agenda(meeting.pk, items, by=people.secretariat, key=uuid4())
    item = meeting.items.get()
    entry = InvitationEntry(
        partner="UN",
        body="a structure of the UN",
        part=f"item-{item.handle}",
        purpose="The report of 21 June: the practice of inviting the relevant structures continues.",
        sample=True,
        basis=SAMPLE,
    )
    invitation = meetings.invite(meeting.pk, entry, by=people.delegate("KAZ"), key=uuid4())
    for code in CONSENTING:
        meetings.say(invitation.pk, "consent", by=people.delegate(code), key=uuid4())
    _voice_a_sample(organisation, meeting, by=people.secretariat)


def _voice_a_sample(organisation: Organisation, meeting: Meeting, *, by: Subject) -> None:
    """Register a proposal voiced by the chair, which is a sample; no member is said to have proposed anything."""
    words = "Sample: hold the exchange with partner organisations once a year, under an item of its own."
    voiced = VoicedEntry(meeting.pk, "the chair", words, "extended", day=organisation.as_of, sample=True, basis=SAMPLE)
    register_voiced(voiced, by=by, key=uuid4())
