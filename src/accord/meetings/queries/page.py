"""One meeting as a page, and a paper tabled in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.access.subjects import GUESTS
from accord.meetings.choices import Attendance, Format
from accord.meetings.models import Circumstance, Meeting, Seat
from accord.meetings.pages import (
    FactLine,
    MeetingLink,
    MeetingPage,
    NotePage,
    SeatLine,
    SittingBlock,
)
from accord.meetings.queries.agenda import item_lines, note_line, stage_of
from accord.meetings.queries.lines import COLUMNS, lines_of
from accord.meetings.queries.rows import (
    admitted_sittings,
    visible_meetings,
    visible_notes,
    visible_sittings,
    whole_meetings,
)
from accord.meetings.wording import sitting_name
from accord.members.basis import Basis
from accord.members.models import Clock, Organ
from accord.members.queries.naming import NameBook, reader_book
from accord.members.queries.organisations import shown_day_of
from accord.members.tongues import language_name

MORE = ("zone", "chair_name", "chair__code", "chair__name", "host__code", "host__name", "proposed_by", "side_of")
"""What a page tells of a meeting besides its line."""


def meeting_page(by: Subject, meeting_id: str, on: date | None = None) -> MeetingPage:
    """
    Return a meeting as ``by`` sees it, and as it was known on a day.

    Raises:
        NotVisible: there is no such meeting for this subject.
    """
    row = visible_meetings(by, on).filter(pk=meeting_id).values_list(*COLUMNS, *MORE).first()
    if row is None:
        raise NotVisible
    zone, chair_name, chair, chair_as, host, host_as, proposed_by, side_of = row[len(COLUMNS) :]
    (line,) = lines_of(by, [row[: len(COLUMNS)]], on)
    book = reader_book(row[len(COLUMNS) - 1])
    whole = whole_meetings(by, on).filter(pk=meeting_id)
    seen_whole = whole.exists()
    seats = tuple(_seat(row, book) for row in Seat.objects.filter(meeting__in=whole).select_related("member"))
    page = MeetingPage(
        line=line,
        zone=zone_label(zone, line.day),
        chair_name=book.person(chair_name),
        chair=str(book.called(f"member {chair}", chair_as or "")),
        facts=tuple(FactLine(row.label, row.fact, Basis.of(row), row.told) for row in _circumstances(whole, on)),
        sittings=_sittings(by, meeting_id, zone, seen_whole=seen_whole),
        seats=seats,
        present=sum(1 for seat in seats if seat.code and not seat.empty),
        members=sum(1 for seat in seats if seat.code),
        organs=_organs(meeting_id, line.organ, book),
        host=str(book.called(f"member {host}", host_as or "")),
        proposed_by=proposed_by,
        side_of=next(iter(_links(by, on, pk=side_of)), None) if side_of else None,
        beside=_links(by, on, side_of=meeting_id),
        stage=stage_of(meeting_id) if seen_whole else "",
    )
    return page if seen_whole else _for_a_guest(page)


def _for_a_guest(page: MeetingPage) -> MeetingPage:
    """Return the page for who is invited to a sitting or an item alone: title, place, day and that part."""
    told = {"chair_name": "", "chair": "", "organs": (), "host": "", "proposed_by": "", "side_of": None, "beside": ()}
    return replace(page, **told, whole=False)


def _circumstances(meetings: QuerySet[Meeting], on: date | None) -> QuerySet[Circumstance]:
    """Return what is told of these meetings and was known on a day."""
    day = on or shown_day_of("meeting__organisation")
    return Circumstance.objects.filter(Q(shown_from__isnull=True) | Q(shown_from__lte=day), meeting__in=meetings)


def _links(by: Subject, on: date | None, **wanted: str) -> tuple[MeetingLink, ...]:
    rows = visible_meetings(by, on).filter(**wanted).values_list("pk", "title")
    return tuple(MeetingLink(pk, title) for pk, title in rows)


def _organs(meeting_id: str, first: str, book: NameBook) -> tuple[str, ...]:
    """Return all organs of a joint meeting; none for the meeting of one."""
    others = Organ.objects.filter(pk__in=Meeting.organs.through.objects.filter(meeting=meeting_id).values("organ"))
    named = [first, *(str(book.organ(row)) for row in others)]
    return tuple(dict.fromkeys(filter(None, named))) if len(named) > 1 else ()


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


def zone_label(zone: str, day: date | None) -> str:
    """Return the offset of an IANA zone on a day, "UTC+5"; the bare zone where no day is fixed."""
    if day is None:
        return zone
    noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(zone))
    minutes = round(((noon - noon.replace(tzinfo=UTC)).total_seconds()) / -60)
    hours, rest = divmod(abs(minutes), 60)
    return "UTC" + (f"{'+' if minutes > 0 else '-'}{hours}" if minutes else "") + (f":{rest:02d}" if rest else "")


def _sittings(by: Subject, meeting_id: str, zone: str, *, seen_whole: bool) -> tuple[SittingBlock, ...]:
    """
    Return the sittings with their items in printed order, then the items whose sitting is not stated.

    Whoever is invited to an item alone sees no sitting: its item stands by itself, with the papers tabled under it.
    """
    notes = list(visible_notes(by).filter(meeting=meeting_id))
    placed = item_lines(by, meeting_id, notes, seen_whole=seen_whole)
    told = admitted_sittings(by).filter(meeting=meeting_id)
    if by.role not in GUESTS:
        told = told.filter(format=Format.NARROW)
    admitted = set(told.values_list("pk", flat=True))
    under = {note.id for _place, line in placed for note in line.notes}
    rows = list(visible_sittings(by).filter(meeting=meeting_id))
    blocks = []
    clock = _clock(by) if any(sitting.begins for sitting in rows) else ("UTC", "UTC")
    for sitting in rows:
        mine = tuple(line for place, line in placed if place == sitting.pk)
        here = tuple(
            note_line(note) for note in notes if note.audience_id == sitting.audience_id and note.pk not in under
        )
        begins, ends = (_local(at, zone) for at in (sitting.begins, sitting.ends))
        tongues = tuple(language_name(tag) for tag in sitting.languages)
        blocks.append(
            SittingBlock(
                sitting.format,
                sitting_name(sitting.code),
                sitting.pk in admitted,
                mine,
                here,
                begins,
                ends,
                tongues,
                code=sitting.code,
                second=_second(sitting.begins, clock),
            )
        )
    known = {sitting.pk for sitting in rows}
    loose = tuple(line for place, line in placed if place not in known)
    if loose and seen_whole:
        blocks.append(SittingBlock("", _("Sitting not stated"), False, loose, ()))
    elif loose:
        places = {sitting.audience_id for sitting in rows}
        left = tuple(note_line(note) for note in notes if note.audience_id not in places and note.pk not in under)
        blocks.append(SittingBlock("", _("To which you are invited"), False, loose, left, invited=True))
    return _numbered(blocks)


def _local(at: datetime | None, zone: str) -> datetime | None:
    """Return an instant as the clocks of the place show it, without a zone, so that nothing moves it again."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if at else None


def _clock(by: Subject) -> tuple[str, str]:
    """Return zone and city of the clock by which the reader works, UTC where none is known."""
    rows = Clock.objects.filter(organisation=by.organisation_id or "")
    mine = rows.filter(member__code=by.delegation) if by.delegation else rows.filter(member=None)
    found = mine.values_list("zone", "city").first()
    return (found[0], found[1] or found[0].rpartition("/")[2].replace("_", " ")) if found else ("UTC", "UTC")


def _second(at: datetime | None, clock: tuple[str, str]) -> str:
    """Return an instant as a clock shows it, with its city: "07:30 Minsk"."""
    return f"{at.astimezone(ZoneInfo(clock[0])):%H:%M} {clock[1]}" if at else ""


def _numbered(blocks: Iterable[SittingBlock]) -> tuple[SittingBlock, ...]:
    """Return the blocks with their items numbered through; an item that has a number keeps it."""
    numbered, count = [], 0
    for block in blocks:
        items = tuple(replace(item, number=item.number or count + place) for place, item in enumerate(block.items, 1))
        count += len(items)
        numbered.append(replace(block, items=items))
    return tuple(numbered)


def _seat(row: Seat, book: NameBook) -> SeatLine:
    code, member = (row.member.code, str(book.member(row.member))) if row.member else ("", "")
    empty = row.attendance == Attendance.EMPTY
    return SeatLine(code, member, book.person(row.person), row.role, empty, row.note, Basis.of(row))
