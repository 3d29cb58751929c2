"""What is printed of a meeting: order of the day, list of participants, record. Each holds what its reader may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.formats.sheets import Facts, Grid, Heading, Item, Items, Part, Prose, Sheet
from accord.meetings import queries
from accord.meetings.agenda import AgendaRow, agenda_sentence, duration
from accord.meetings.pages import MeetingPage, SittingBlock


def sheet_of(by: Subject, meeting_id: str, paper: str) -> Sheet:
    """
    Return a printed paper of a meeting in the language of the page.

    Args:
        paper: "order-of-the-day" | "participants" | "record".

    Raises:
        NotVisible: no such paper, or none for this reader.
    """
    if paper not in PAPERS:
        raise NotVisible
    return PAPERS[paper](by, meeting_id)


def _order(by: Subject, meeting_id: str) -> Sheet:
    page = queries.meeting_page(by, meeting_id)
    rows = queries.agenda_rows(by, meeting_id)
    stage = page.stage
    titles = {"provisional": _("Provisional agenda"), "adopted": _("Order of the day")}
    parts: list[Part] = [Facts(tuple(_facts(page)))]
    for sitting in page.sittings:
        parts.extend(_sitting(sitting, [row for row in rows if row.sitting_code == sitting.code and not row.removed]))
    told = (agenda_sentence(stage, rows),) if page.whole else ()
    off = tuple(_("Item %s is taken off.") % row.number for row in rows if row.removed and row.number)
    return _sheet(page, titles.get(stage, _("Order of the day")), parts, (*told, *off))


def _sitting(sitting: SittingBlock, rows: list[AgendaRow]) -> Iterator[Part]:
    yield Heading(_("%s sitting") % sitting.name if sitting.form else sitting.name)
    if sitting.begins:
        hours = date_format(sitting.begins, "j E Y, H:i") + (f"–{sitting.ends:%H:%M}" if sitting.ends else "")
        yield Prose(hours, quiet=True)
    if rows:
        places = enumerate(rows, 1)
        yield Items(tuple(Item(row.number or str(place), row.title, tuple(_below(row))) for place, row in places))
    else:
        yield Prose(_("No item is entered."), quiet=True)


def _below(row: AgendaRow) -> Iterator[str]:
    told = []
    if row.rapporteur:
        told.append(_("Rapporteur: %s") % row.rapporteur)
    if row.minutes:
        told.append(duration(row.minutes))
    if told:
        yield " · ".join(told)
    for document in row.documents:
        yield _("Document: %s") % document.title


def _participants(by: Subject, meeting_id: str) -> Sheet:
    page = queries.meeting_page(by, meeting_id)
    listed = tuple(_registered(by, meeting_id)) or tuple(_seated(page, queries.spoken_for(by, meeting_id)))
    if not listed:
        return _sheet(page, _("List of participants"), [Prose(_("Who takes part is not entered."))], ())
    return _sheet(page, _("List of participants"), listed, ())


def _registered(by: Subject, meeting_id: str) -> Iterator[Part]:
    """Yield the people who are registered, delegation by delegation; none for who is told of none."""
    try:
        page = queries.participants_page(by, meeting_id)
    except NotVisible:
        return
    head = (pgettext("of a person", "Name"), _("Post"), _("Capacity"))
    for each in page.delegations:
        if each.people:
            yield Heading(f"{each.name} ({each.code})" if each.code else str(each.name))
            yield Grid(head, tuple((str(one.name), str(one.post), str(one.rank)) for one in each.people), (3, 4, 2))


def _seated(page: MeetingPage, spoken: Mapping[str, str]) -> Iterator[Part]:
    rows = []
    for seat in page.seats:
        other = spoken.get(seat.code)
        state = _("represented by %s") % other if other else _("seat empty") if seat.empty else _("present")
        rows.append((str(seat.code), str(seat.member or seat.role), seat.person, state))
    if rows:
        head = (_("Code"), _("Delegation"), pgettext("of a person", "Name"), _("Seat"))
        yield Grid(head, tuple(rows), (1, 3, 4, 2))
        yield Prose(_("Absence is neither consent nor objection."), quiet=True)


def _record(by: Subject, meeting_id: str) -> Sheet:
    page, minutes = queries.meeting_page(by, meeting_id), queries.minutes_page(by, meeting_id)
    if not minutes.id:
        raise NotVisible
    parts: list[Part] = []
    for part in minutes.parts:
        parts.extend([Heading(part.heading), *map(Prose, part.paragraphs)])
    if minutes.state == "approved" and minutes.approved_at:
        note = _("Approved %s.") % date_format(minutes.approved_at, "j E Y")
    else:
        note = _("Not approved: a draft.")
    return _sheet(page, _("Record of the meeting"), parts, (note,), wording=minutes.sample)


def _facts(page: MeetingPage) -> Iterator[tuple[str, str]]:
    if page.line.place:
        yield _("Place"), f"{page.line.place} ({page.zone})"
    if page.line.day or page.line.when:
        yield _("Day"), date_format(page.line.day, "j E Y") if page.line.day else page.line.when
    if page.chair:
        yield _("Chair"), ", ".join(part for part in (page.chair_name, str(page.chair)) if part)


def _sample(*, meeting: bool, wording: bool) -> str:
    """Return what marks a paper of a meeting that is a sample, or that holds sample wording; "" for a real one."""
    if meeting:
        return _("A sample: no such meeting takes place.")
    return _("Sample wording. It is nobody’s text.") if wording else ""


def _sheet(page: MeetingPage, title: str, parts: object, notes: tuple[str, ...], *, wording: bool = False) -> Sheet:
    line = page.line
    day = date_format(line.day, "j E Y") if line.day else line.when
    head = " · ".join(str(part) for part in (line.organ, line.title, line.place, day) if part)
    today = _("Printed %s from what the reader may see.") % date_format(timezone.now(), "j E Y")
    return Sheet(
        title=title,
        subtitle=head,
        language=get_language() or "en",
        sample=_sample(meeting=line.sample, wording=wording),
        notes=(*notes, today),
        parts=tuple(parts),  # type: ignore[arg-type]
    )


PAPERS: Mapping[str, Callable[[Subject, str], Sheet]] = {
    "order-of-the-day": _order,
    "participants": _participants,
    "record": _record,
}
