"""How an item of each kind enters the register: through the room that keeps it, on the basis of the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accord.access import Subject
from accord.access.models import Audience
from accord.commitments.actions.measures import put_measures
from accord.commitments.actions.voiced import put_voiced
from accord.commitments.models import Measure
from accord.commitments.values import MeasureEntry, VoicedEntry
from accord.documents.actions.beginning import put_document
from accord.documents.actions.keeping import put_report
from accord.documents.queries.rows import visible_documents
from accord.inbox.models import StoredReport
from accord.inbox.values import DocumentTaking, PersonTaking, PriorityTaking
from accord.meetings.actions.convening import make_meeting
from accord.meetings.actions.registering import add_participant
from accord.meetings.models import Meeting
from accord.meetings.queries.rows import every_meeting, every_whole_meeting
from accord.meetings.registration import ParticipantEntry
from accord.meetings.values import Convocation
from accord.members.actions import within
from accord.members.actions.over_time import put_post
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.members.models import Organisation, Partner, Person
from accord.members.values import PartnerEntry, PostEntry
from accord.positions.actions.positions import put_position
from accord.positions.values import PositionEntry
from accord.programme.actions import put_activity, put_area, put_priority
from accord.programme.actions.operations import put_operation
from accord.programme.models import Activity, Area, Operation, Priority
from accord.programme.values import ActivityEntry, AreaEntry, OperationEntry
from accord.record.acts import Act

KNOWN = gettext_noop("“%s” is in the register already. Say so instead of entering it again.")


MARKED = (Convocation, MeasureEntry, VoicedEntry)
"""What is entered as a sample where the report is one; elsewhere the source that it names says so."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an item became: "<kind> <key>", how it is called, and who sees it; None: everybody who sees the register."""

    row: str
    label: str
    readers: Audience | None = None


def basis_of(report: StoredReport, standing: str, why: str) -> Basis:
    """
    Return on what a row rests that was taken from a report: its publisher and title, its address, its day.

    Raises:
        Unfit: what is not stated has no reason.
    """
    if standing != "stated" and not why.strip():
        raise Unfit("why", _("What is not stated by a source needs the reason."))
    name = f"{report.publisher}: {report.title}"
    day = report.day or report.read_day
    told = name if len(name) <= 200 else f"{name[:199].rstrip()}…"
    return Basis(told, report.url, day.isoformat() if day else "", standing, why.strip())


def entry_of(report: StoredReport, entry: Any) -> Any:
    """Return what is entered; of a report that is a sample, it is marked as one where its room marks samples."""
    return replace(entry, sample=True) if report.sample and isinstance(entry, MARKED) else entry


def _meeting(organisation: Organisation, entry: Convocation, basis: Basis, _act: Act, by: Subject) -> Taken:
    same = Meeting.objects.filter(organisation=organisation, organ__key=entry.organ, day=entry.day)
    if entry.organ and entry.day and (known := same.first()):
        raise Unfit("day", _(KNOWN) % known.title)
    row = make_meeting(organisation, replace(entry, basis=basis), by)
    return Taken(f"meeting {row.pk}", row.title)


def _person(organisation: Organisation, entry: PersonTaking, basis: Basis, act: Act, by: Subject) -> Taken:
    row = _known_person(organisation, entry) if entry.person else _new_person(organisation, entry, basis)
    if entry.post:
        put_post(organisation, row.name, replace(entry.post, basis=basis))
    if entry.meeting:
        _seat(_meeting_of(organisation, entry.meeting, by), entry.post or _post_of(row), row, basis, act)
    return Taken(f"person {row.pk}", row.name)


def _known_person(organisation: Organisation, entry: PersonTaking) -> Person:
    row = Person.objects.filter(organisation=organisation, pk=entry.person).first()
    if row is None:
        raise Unfit("person", _("This person is not in the register."))
    if not (entry.post or entry.meeting or entry.entry.aliases):
        raise Unfit("person", _(KNOWN) % row.name)
    within.call_person(organisation, row.pk, entry.entry)
    return row


def _new_person(organisation: Organisation, entry: PersonTaking, basis: Basis) -> Person:
    rows = Person.objects.filter(organisation=organisation, name=entry.entry.name)
    if rows.exists():
        raise Unfit("name", _(KNOWN) % entry.entry.name)
    within.add_people(organisation, [replace(entry.entry, basis=basis)])
    return rows.get()


def _meeting_of(organisation: Organisation, meeting_id: str, by: Subject) -> Meeting:
    found = every_meeting(by).filter(organisation=organisation, pk=meeting_id).first()
    if found is None:
        raise Unfit("meeting", _("This meeting is not in the register."))
    return found


def _seat(meeting: Meeting, post: PostEntry | None, row: Person, basis: Basis, act: Act) -> None:
    """Enter that a person took part in a meeting, for the member of the post. Raises Unfit."""
    if post is None or not post.member:
        raise Unfit("member", _("Say for which member the person took part."))
    side = ParticipantEntry(f"member-{post.member}", person=row.pk, post=post.title, basis=basis)
    add_participant(meeting, side, frozenset(), act.at)


def _post_of(row: Person) -> PostEntry | None:
    known = row.posts.filter(member__isnull=False).select_related("member").last()
    return PostEntry(known.title, member=known.member.code) if known and known.member else None


def _document(organisation: Organisation, entry: DocumentTaking, basis: Basis, act: Act, by: Subject) -> Taken:
    told = replace(entry.told, basis=basis)
    if entry.document:
        row = visible_documents(by).filter(organisation=organisation, pk=entry.document).first()
        if row is None:
            raise Unfit("document", _("This document is not in the register."))
        put_report(row, told)
    else:
        stops = tuple(replace(stop, basis=basis) for stop in entry.entry.stops)
        row = put_document(act, organisation, replace(entry.entry, basis=basis, stops=stops, reports=(told,)), by)
    return Taken(f"document {row.pk}", row.title, row.audience)


def _partner(organisation: Organisation, entry: PartnerEntry, basis: Basis, _act: Act, _by: Subject) -> Taken:
    if Partner.objects.filter(organisation=organisation, code=entry.code).exists():
        raise Unfit("code", _(KNOWN) % entry.code)
    within.put_partner(organisation, replace(entry, basis=basis))
    within.require_sound_partners(organisation)
    return Taken(f"partner {entry.code}", entry.name)


def _activity(organisation: Organisation, entry: ActivityEntry, basis: Basis, _act: Act, _by: Subject) -> Taken:
    rows = Activity.objects.filter(organisation=organisation, series__name=entry.series, edition=entry.edition)
    label = f"{entry.series} {entry.edition}"
    if rows.exists():
        raise Unfit("edition", _(KNOWN) % label)
    put_activity(organisation, replace(entry, basis=basis))
    row = rows.select_related("series").get()
    return Taken(f"activity {row.series.key}/{row.key}", label)


def _area(organisation: Organisation, entry: AreaEntry, basis: Basis, _act: Act, _by: Subject) -> Taken:
    put_area(organisation, replace(entry, basis=basis))
    row = Area.objects.get(organisation=organisation, name=entry.name)
    return Taken(f"area {row.key}", row.name)


def _priority(organisation: Organisation, entry: PriorityTaking, basis: Basis, _act: Act, _by: Subject) -> Taken:
    rows = Priority.objects.filter(organisation=organisation, number=entry.entry.number)
    rows = rows.filter(programme__term__begins=entry.term) if entry.term else rows.filter(programme=None)
    if known := rows.first():
        raise Unfit("number", _(KNOWN) % f"{known.number}. {known.name}")
    put_priority(organisation, entry.term, replace(entry.entry, basis=basis))
    row = rows.get()
    return Taken(f"priority {row.handle}", row.name)


def _position(organisation: Organisation, entry: PositionEntry, basis: Basis, act: Act, _by: Subject) -> Taken:
    row = put_position(organisation, replace(entry, basis=basis), at=act.at)
    return Taken(f"position {row.pk}", row.words[:400])


def _operation(organisation: Organisation, entry: OperationEntry, basis: Basis, _act: Act, _by: Subject) -> Taken:
    rows = Operation.objects.filter(organisation=organisation, name=entry.name)
    if rows.exists():
        raise Unfit("name", _(KNOWN) % entry.name)
    put_operation(organisation, replace(entry, basis=basis))
    row = rows.get()
    return Taken(f"operation {row.key}", row.name)


def _promise(
    organisation: Organisation, entry: MeasureEntry | VoicedEntry, basis: Basis, act: Act, by: Subject
) -> Taken:
    """Enter a promise as a measure of a priority, or what is no more than wished as a proposal that was voiced."""
    if isinstance(entry, VoicedEntry):
        return _voiced(organisation, replace(entry, basis=basis), act, by)
    same = Measure.objects.filter(organisation=organisation, priority__handle=entry.priority, words=entry.words.strip())
    if same.exists():
        raise Unfit("words", _(KNOWN) % entry.words.strip()[:80])
    (row,) = put_measures(organisation, [replace(entry, basis=basis)])
    return Taken(f"measure {row.pk}", row.words[:400])


def _voiced(organisation: Organisation, entry: VoicedEntry, act: Act, by: Subject) -> Taken:
    row = put_voiced(locked_meeting(act, organisation, entry.meeting, by), entry, by)
    return Taken(f"proposal {row.pk}", row.words[:400], row.audience)


def locked_meeting(act: Act, organisation: Organisation, meeting_id: str, by: Subject) -> Meeting:
    """Lock a meeting of which ``by`` sees the whole. Raises Unfit: there is no such meeting."""
    rows = every_whole_meeting(by).filter(organisation=organisation)
    if not rows.filter(pk=meeting_id).exists():
        raise Unfit("meeting", _("This meeting is not in the register."))
    return act.lock(rows, meeting_id)


TAKERS: dict[str, Callable[..., Taken]] = {
    "meetings": _meeting,
    "people": _person,
    "documents": _document,
    "partners": _partner,
    "activities": _activity,
    "areas": _area,
    "priorities": _priority,
    "positions": _position,
    "operations": _operation,
    "promises": _promise,
}
