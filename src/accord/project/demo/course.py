"""The course of the meeting of the demonstration: who is reported to have spoken, a record; a sample agenda."""

from __future__ import annotations

from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts
from accord.meetings import actions as meetings
from accord.meetings.agenda import ItemWish
from accord.meetings.floor import StatementEntry
from accord.meetings.minuting import NextEntry
from accord.meetings.models import Meeting
from accord.members.basis import Basis
from accord.members.models import Organisation
from accord.project.demo.people import People
from accord.project.demo.register import basis_of
from accord.record import clock

DRAWN_UP = Basis(
    source_name="the reports that are named at each fact",
    standing="inference",
    why="Drawn up by the demonstration from what is entered here; no record of this meeting was published.",
)
SPOKE = (
    ("KAZ", "Murat Nurtleu", "extended", "The minister outlined the priorities of the chairmanship and how"
     " they were carried out in the first half of the year, says the report; the speech itself is not held here."),
    ("BLR", "Sergei Aleinik", "", "The ministry reports the minister’s speech; its wording is not held here."),
)  # fmt: skip
"""Code, name, sitting, and what is reported, in our words; the source is that of the seat."""
OUTCOMES = {"adopted": "adopted", "signed": "signed", "approved": "approved", "forwarded": "approved and forwarded"}
SAMPLE_ITEMS = (
    ItemWish("add", title="Sample item: adoption of the agenda", rapporteur="the chair", minutes=5, sitting="extended"),
    ItemWish("add", title="Sample item: plan of work", rapporteur="the secretariat", minutes=40, sitting="extended"),
)


def enter_course(facts: Facts, meeting: Meeting, *, by: Subject) -> None:
    """Enter who is reported to have spoken, when and where to meet next, and a record of the day, a sample."""
    fact, known = facts["meeting"], {seat["member"]: seat for seat in facts["meeting"]["seats"]}
    for code, name, sitting, words in SPOKE:
        said = StatementEntry(words, code=code, name=name, sitting=sitting, public=True, basis=basis_of(known[code]))
        meetings.enter_statement(meeting.pk, said, by=by, key=uuid4())
    following = fact["next"]
    convened = Meeting.objects.filter(organisation=meeting.organisation_id, when=following["when"]).first()
    entry = NextEntry(
        when=following["when"],
        place=following["city"],
        convened=convened.pk if convened else "",
        basis=basis_of(following),
    )
    meetings.propose_next(meeting.pk, entry, by=by, key=uuid4())
    outcomes = [_outcome(paper) for paper in fact["papers"]]
    minutes = meetings.draw_up(meeting.pk, outcomes, sample=True, basis=DRAWN_UP, by=by, key=uuid4())
    meetings.circulate_minutes(minutes.pk, clock.now().date(), by=by, key=uuid4())
    meetings.approve_minutes(minutes.pk, public=True, by=by, key=uuid4())


def _outcome(paper: Fact) -> str:
    title = paper["title"] or "A paper whose title is not known"
    return f"{paper['number']}. {title}: {OUTCOMES.get(paper['outcome'], paper['outcome'])}."


def clear_a_sample(organisation: Organisation, people: People) -> None:
    """Clear the agenda of the sample meeting of a working group, with a proposal and a list of speakers."""
    meeting = Meeting.objects.filter(organisation=organisation, title__startswith="Sample meeting").first()
    if meeting is None:
        return
    for wish in SAMPLE_ITEMS:
        meetings.arrange(meeting.pk, wish, by=people.secretariat, key=uuid4())
    meetings.clear_agenda(meeting.pk, by=people.secretariat, key=uuid4())
    wish = ItemWish("add", title="Sample item: date of the following meeting", minutes=10, sitting="extended")
    meetings.propose_item(meeting.pk, wish, by=people.delegate("TJK"), key=uuid4())
    floor = meetings.open_floor(meeting.pk, "extended", limit=5, by=people.chair, key=uuid4())
    for code in ("KGZ", "BLR"):
        meetings.ask_for_floor(floor.pk, name="Sample speaker", by=people.delegate(code), key=uuid4())
