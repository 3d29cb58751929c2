"""What of the meetings a subject can see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.access.queries import visible_audiences
from accord.meetings.models import (
    AgendaItem,
    Attendance,
    Format,
    Meeting,
    Outcome,
    Paper,
    Seat,
    Sitting,
    Station,
    Step,
    TabledNote,
)
from accord.meetings.pages import (
    FactLine,
    ItemLine,
    MeetingLine,
    MeetingPage,
    MeetingsPage,
    NoteLine,
    NotePage,
    PaperLine,
    SeatLine,
    SittingBlock,
    StationHead,
)
from accord.meetings.ways import way_cells
from accord.meetings.wording import meeting_sentence
from accord.members.basis import Basis

PAGE_LENGTH = 200


def visible_meetings(by: Subject) -> QuerySet[Meeting]:
    """Meetings whose audience admits ``by``, newest first, those without a day at the head."""
    return Meeting.objects.filter(audience__in=visible_audiences(by))


def admitted_sittings(by: Subject) -> QuerySet[Sitting]:
    """Sittings in which ``by`` may hear and table: those whose own audience admits it."""
    return Sitting.objects.filter(audience__in=visible_audiences(by))


def visible_notes(by: Subject) -> QuerySet[TabledNote]:
    """Papers tabled in sittings to which ``by`` is admitted."""
    return TabledNote.objects.filter(audience__in=visible_audiences(by))


def sitting_id(meeting: Meeting, form: str) -> int:
    """Return the key of the meeting's sitting of this format. Raises NotVisible where there is none."""
    found = Sitting.objects.filter(meeting=meeting, format=form).values_list("pk", flat=True).first()
    if found is None:
        raise NotVisible
    return found


def narrow_audience(by: Subject, meeting_id: str) -> str:
    """Return the id of the audience of a meeting's narrow sitting. Raises NotVisible for who is not admitted to it."""
    rows = admitted_sittings(by).filter(meeting__in=visible_meetings(by), meeting=meeting_id, format=Format.NARROW)
    found = rows.values_list("audience_id", flat=True).first()
    if found is None:
        raise NotVisible
    return found


def meeting_list(by: Subject, organisation_id: str, *, number: int = 1) -> MeetingsPage:
    """
    Return a page of the meetings of an organisation that ``by`` can see: without a day first, then newest first.

    Args:
        number: page, from 1; a number beyond the last shows the last.
    """
    rows = visible_meetings(by).filter(organisation=organisation_id)
    paginator = Paginator(_counted(by, rows).order_by(F("day").desc(nulls_first=True), "pk"), PAGE_LENGTH)
    page = paginator.get_page(number)
    return MeetingsPage(tuple(_line(row) for row in page), paginator.count, page.number, paginator.num_pages)


def meeting_at_hand(by: Subject, organisation_id: str, day: date) -> MeetingLine | None:
    """Return the meeting of ``day``, else the last one before it: the one that the home opens with."""
    rows = visible_meetings(by).filter(organisation=organisation_id, day__lte=day)
    latest = _counted(by, rows).order_by("-day", "pk").first()
    return _line(latest) if latest else None


def next_meeting(by: Subject, organisation_id: str, day: date) -> MeetingLine | None:
    """Return the first meeting after ``day``, else one that has no day yet, if one is known."""
    coming = Q(day__gt=day) | Q(day__isnull=True)
    rows = visible_meetings(by).filter(coming, organisation=organisation_id)
    row = _counted(by, rows).order_by(F("day").asc(nulls_last=True), "pk").first()
    return _line(row) if row else None


def meeting_page(by: Subject, meeting_id: str) -> MeetingPage:
    """
    Return a meeting as ``by`` sees it.

    Raises:
        NotVisible: there is no such meeting for this subject.
    """
    meeting = _counted(by, visible_meetings(by)).filter(pk=meeting_id).select_related("chair").first()
    if meeting is None:
        raise NotVisible
    seats = tuple(_seat(row) for row in Seat.objects.filter(meeting=meeting).select_related("member"))
    stations = tuple(meeting.stations.all())
    return MeetingPage(
        line=_line(meeting),
        zone=zone_label(meeting),
        chair_name=meeting.chair_name,
        chair=meeting.chair.name if meeting.chair else "",
        facts=tuple(FactLine(row.label, row.fact, Basis.of(row)) for row in meeting.circumstances.all()),
        sittings=_sittings(by, meeting),
        seats=seats,
        present=sum(1 for seat in seats if seat.code and not seat.empty),
        members=sum(1 for seat in seats if seat.code),
        stations=tuple(StationHead(row.label, row.day) for row in stations),
        papers=tuple(_paper(row, stations) for row in _papers(by, meeting)),
    )


def note_page(by: Subject, note_id: str) -> NotePage:
    """Return a tabled paper. Raises NotVisible for whoever is not admitted to its sitting."""
    note = visible_notes(by).filter(pk=note_id).select_related("meeting").first()
    if note is None:
        raise NotVisible
    return NotePage(
        meeting_id=note.meeting_id,
        meeting=note.meeting.title,
        title=note.title,
        paragraphs=tuple(part.strip() for part in note.wording.split("\n\n") if part.strip()),
        sample=note.sample,
        tabled_at=note.tabled_at,
        narrow=note.meeting.sittings.filter(format=Format.NARROW, audience=note.audience_id).exists(),
    )


def zone_label(meeting: Meeting) -> str:
    """Return the offset of the meeting's zone on its day, "UTC+5"; the bare zone where no day is fixed."""
    if meeting.day is None:
        return meeting.zone
    noon = datetime.combine(meeting.day, time(12), tzinfo=UTC).astimezone(ZoneInfo(meeting.zone))
    minutes = int((noon.utcoffset() or noon.tzinfo.utcoffset(noon)).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return "UTC" + (f"{'+' if minutes > 0 else '-'}{hours}" if minutes else "") + (f":{rest:02d}" if rest else "")


def _counted(by: Subject, rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Add what the sentence of a meeting counts; three queries whatever the number of meetings."""
    papers = Paper.objects.filter(audience__in=visible_audiences(by)).select_related("final_organ")
    at_table = Q(seats__member__isnull=False)
    taken = at_table & Q(seats__attendance=Attendance.PRESENT)
    return (
        rows.select_related("organ")
        .prefetch_related("sittings", Prefetch("papers", queryset=papers))
        .annotate(seated=Count("seats", filter=taken), places=Count("seats", filter=at_table))
    )


def _line(meeting: Meeting) -> MeetingLine:
    return MeetingLine(
        id=meeting.pk,
        title=meeting.title,
        organ=meeting.organ.name if meeting.organ else "",
        day=meeting.day,
        when=meeting.when,
        place=", ".join(part for part in (meeting.city, meeting.country) if part),
        sentence=_sentence(meeting),
        note=meeting.note,
        basis=Basis.of(meeting),
    )


def _sentence(meeting: Meeting) -> str:
    papers = list(meeting.papers.all())
    forwarded = [paper for paper in papers if paper.outcome == Outcome.FORWARDED]
    onward = {paper.final_organ.name for paper in forwarded if paper.final_organ}
    return meeting_sentence(
        present=meeting.seated,
        members=meeting.places,
        formats=[sitting.format for sitting in meeting.sittings.all()],
        completed=sum(1 for paper in papers if paper.outcome not in (Outcome.FORWARDED, Outcome.OPEN)),
        forwarded=len(forwarded),
        papers=len(papers),
        onward=onward.pop() if len(onward) == 1 else "",
    )


def _sittings(by: Subject, meeting: Meeting) -> tuple[SittingBlock, ...]:
    """Return the sittings with their items in printed order, then the items whose sitting is not stated."""
    items = AgendaItem.objects.filter(meeting=meeting, audience__in=visible_audiences(by))
    placed = [(row.sitting_id, ItemLine(0, row.title, Basis.of(row))) for row in items]
    admitted = set(admitted_sittings(by).filter(meeting=meeting, format=Format.NARROW).values_list("pk", flat=True))
    notes = list(visible_notes(by).filter(meeting=meeting))
    blocks = []
    for sitting in meeting.sittings.all():
        mine = tuple(line for place, line in placed if place == sitting.pk)
        here = tuple(_note(note) for note in notes if note.audience_id == sitting.audience_id)
        name = Format(sitting.format).label
        blocks.append(SittingBlock(sitting.format, str(name), sitting.pk in admitted, mine, here))
    loose = tuple(line for place, line in placed if place is None)
    if loose:
        blocks.append(SittingBlock("", _("Sitting not stated"), False, loose, ()))
    return _numbered(blocks)


def _numbered(blocks: Iterable[SittingBlock]) -> tuple[SittingBlock, ...]:
    """Return the blocks with their items numbered through."""
    numbered, count = [], 0
    for block in blocks:
        items = tuple(replace(item, number=count + place) for place, item in enumerate(block.items, 1))
        count += len(items)
        numbered.append(replace(block, items=items))
    return tuple(numbered)


def _note(row: TabledNote) -> NoteLine:
    return NoteLine(row.pk, row.title, row.sample, row.tabled_at)


def _seat(row: Seat) -> SeatLine:
    code, member = (row.member.code, row.member.name) if row.member else ("", "")
    empty = row.attendance == Attendance.EMPTY
    return SeatLine(code, member, row.person, row.role, empty, row.note, Basis.of(row))


def _papers(by: Subject, meeting: Meeting) -> QuerySet[Paper]:
    steps = Prefetch("steps", queryset=Step.objects.order_by("station__order"))
    return Paper.objects.filter(meeting=meeting, audience__in=visible_audiences(by)).prefetch_related(steps)


def _paper(row: Paper, stations: Sequence[Station]) -> PaperLine:
    passages = {step.station_id: step.passage for step in row.steps.all()}
    way = way_cells([passages.get(station.pk, "") for station in stations], [station.label for station in stations])
    return PaperLine(row.number, row.title, row.kind, way, str(Outcome(row.outcome).label), Basis.of(row))
