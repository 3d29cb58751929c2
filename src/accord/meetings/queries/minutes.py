"""The record of a meeting as a page, what it is drawn up from, and the meeting that comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.access import Allow, NotVisible, Subject
from accord.access.queries import is_public, visible_audiences
from accord.formats.places import place_name
from accord.meetings import conduct
from accord.meetings.agenda import agenda_sentence
from accord.meetings.choices import Approval, Format
from accord.meetings.minuting import CorrectionLine, MinutesPage, NextLine, PartLine
from accord.meetings.models import Correction, Meeting, Minutes, NextMeeting, Statement
from accord.meetings.pages import MeetingLink, MeetingPage
from accord.meetings.queries.agenda import agenda_rows, stage_of
from accord.meetings.queries.floor import visible_statements
from accord.meetings.queries.page import meeting_page
from accord.meetings.queries.participants import spoken_for, taking_part
from accord.meetings.queries.recorded import (
    corrections_then,
    edited_since,
    kept_at,
    minutes_then,
    next_set_since,
    next_was_proposed,
)
from accord.meetings.queries.rows import every_whole_meeting, visible_meetings
from accord.meetings.taking_part import SittingAttendance
from accord.meetings.wording import sitting_name
from accord.members.basis import Basis
from accord.members.queries import end_of, shown_day


def visible_minutes(by: Subject) -> QuerySet[Minutes]:
    """Records of meetings whose audience admits ``by``; a draft is for the secretariat alone."""
    rows = Minutes.objects.filter(audience__in=visible_audiences(by), meeting__in=every_whole_meeting(by))
    drafts = isinstance(conduct.may_see_drafts(by), Allow)
    return rows.select_related("meeting") if drafts else rows.exclude(state=Approval.DRAFT).select_related("meeting")


def visible_corrections(by: Subject) -> QuerySet[Correction]:
    """Corrections that were asked for of records, for the council."""
    return Correction.objects.filter(audience__in=visible_audiences(by), minutes__in=visible_minutes(by))


def minutes_page(by: Subject, meeting_id: str, on: date | None = None) -> MinutesPage:
    """
    Return the record of a meeting, and the next meeting. Raises NotVisible.

    Args:
        on: as they stood at the end of this day (UTC); where it is over, nothing is offered.
    """
    meeting = every_whole_meeting(by).filter(pk=meeting_id).select_related("organisation").first()
    if meeting is None:
        raise NotVisible
    kept = kept_at(meeting, on, end_of(meeting.organisation, on))
    minutes = visible_minutes(by).filter(meeting=meeting).select_related("audience").first()
    following = next_of(by, meeting_id, on) if kept is None or next_was_proposed(meeting, kept) else None
    known = {
        "meeting_id": meeting.pk,
        "meeting": meeting.title,
        "day": meeting.day,
        "place": place_name(meeting.city, meeting.country, get_language() or "en"),
        "next": following,
        "offers": frozenset() if kept else _offers(by, meeting, minutes),
        "shown": on or shown_day(meeting.organisation),
        "shows_now": kept is None,
        "next_since": bool(kept and following and next_set_since(meeting, kept)),
    }
    if minutes and kept:
        minutes = minutes_then(by, minutes, kept)
    if minutes is None:
        return MinutesPage(**known)
    corrections = visible_corrections(by).filter(minutes=minutes)
    return MinutesPage(
        **known,
        id=minutes.pk,
        state=minutes.state,
        parts=tuple(PartLine(*part) for part in minutes.parts),
        sample=minutes.sample,
        until=minutes.until,
        approved_at=minutes.approved_at,
        public=is_public(minutes.audience),
        corrections=tuple(map(_correction, corrections_then(corrections, kept) if kept else corrections)),
        basis=Basis.of(minutes),
        edited_since=bool(kept and edited_since(minutes, kept)),
    )


def next_of(by: Subject, meeting_id: str, on: date | None = None) -> NextLine | None:
    """
    Return when and where a meeting proposed to meet next, None where it did not or ``by`` does not see it.

    Args:
        on: the meeting that was convened upon it is named as far as it was known on this day.
    """
    row = NextMeeting.objects.filter(meeting__in=every_whole_meeting(by).filter(pk=meeting_id)).first()
    if row is None:
        return None
    found = visible_meetings(by, on).filter(pk=row.convened_id).values_list("pk", "title").first()
    return NextLine(row.day, row.when, row.place, MeetingLink(*found) if found else None, Basis.of(row))


def drawn_parts(by: Subject, meeting_id: str, decisions: Iterable[str] = ()) -> list[list[str]]:
    """
    Return the parts of a record, drawn up from what happened as ``by`` sees it; what was said in a narrow sitting is
    not in it.

    Args:
        decisions: a sentence for each decision of the meeting, which come from a higher room.
    """
    page = meeting_page(by, meeting_id)
    parts = [
        (_("Opening"), _opening(page)),
        (_("Agenda"), _agenda(by, meeting_id)),
        (_("Attendance"), _attendance(by, page)),
        (_("Statements"), _statements(by, meeting_id)),
        (_("Decisions"), "\n\n".join(decisions) or _("No decision of this meeting is in the record.")),
        (_("Next meeting"), _next(next_of(by, meeting_id))),
    ]
    return [[str(heading), wording] for heading, wording in parts]


def _opening(page: MeetingPage) -> str:
    line = page.line
    day = date_format(line.day, "j E Y") if line.day else line.when
    told = {"title": line.title, "place": line.place or _("a place that is not stated"), "day": day}
    words = [_("%(title)s: %(place)s, %(day)s.") % told]
    if page.chair:
        chair = ", ".join(part for part in (page.chair_name, str(page.chair)) if part)
        words.append(_("Presiding: %s.") % chair)
    for sitting in page.sittings:
        if sitting.form and sitting.begins:
            hours = date_format(sitting.begins, "j E Y, H:i") + (f"–{sitting.ends:%H:%M}" if sitting.ends else "")
            words.append(_("%(name)s sitting: %(hours)s (%(zone)s).") % {
                "name": sitting.name, "hours": hours, "zone": page.zone
            })  # fmt: skip
    return "\n\n".join(words)


def _agenda(by: Subject, meeting_id: str) -> str:
    rows = agenda_rows(by, meeting_id)
    items = [f"{row.number}. {row.title}" for row in rows if not row.removed]
    changes = [
        _("Item %(number)s: %(what)s. %(reason)s") % {"number": row.number, "what": each.what, "reason": each.reason}
        for row in rows
        for each in row.changes
    ]
    return "\n\n".join([agenda_sentence(stage_of(meeting_id), rows), *items, *changes])


def _attendance(by: Subject, page: MeetingPage) -> str:
    """Return who sat, from the seats of the meeting; where these name nobody, from who sat in each sitting."""
    if not any(each.person for each in page.seats):
        told = [_sat(each) for each in taking_part(by, page.line.id).sittings]
        return "\n\n".join(told) or _("Who took part is not entered.")
    spoken = spoken_for(by, page.line.id)
    taken = [each for each in page.seats if not each.empty and each.code not in spoken]
    here = [_who(each.member or each.role, each.person) for each in taken]
    gone = [str(each.member or each.role) for each in page.seats if each.empty]
    words = [_("Present: %s.") % "; ".join(here)] if here else []
    if spoken:
        names = [_who(each.member, spoken[each.code]) for each in page.seats if each.code in spoken]
        words.append(_("Represented by another: %s.") % "; ".join(names))
    if gone:
        words.append(_("Absent: %s. Absence is neither consent nor objection.") % "; ".join(gone))
    return "\n\n".join(words)


def _sat(sitting: SittingAttendance) -> str:
    here = [str(line.member) for line in sitting.lines if line.presence == "present"]
    spoken = [_who(line.member, line.by) for line in sitting.lines if line.presence == "represented"]
    gone = [str(line.member) for line in sitting.lines if line.presence == "empty"]
    words = [f"{sitting.name}."]
    if here:
        words.append(_("Present: %s.") % "; ".join(here))
    if spoken:
        words.append(_("Represented by another: %s.") % "; ".join(spoken))
    if gone:
        words.append(_("Absent: %s. Absence is neither consent nor objection.") % "; ".join(gone))
    return " ".join([*words, sitting.quorum]).strip()


def _who(member: object, person: str) -> str:
    return f"{member} ({person})" if person else str(member)


def _statements(by: Subject, meeting_id: str) -> str:
    rows = visible_statements(by).filter(meeting=meeting_id).exclude(sitting__format=Format.NARROW)
    lines = list(dict.fromkeys(_spoke(rows)))
    return "\n\n".join(lines) if lines else _("No statement is entered outside of the narrow sitting.")


def _spoke(rows: Iterable[Statement]) -> Iterator[str]:
    for row in rows:
        who = " ".join(part for part in (row.code, row.name) if part)
        where = sitting_name(row.sitting.code) if row.sitting else ""
        told = " · ".join(part for part in (where, row.item.title if row.item else "") if part)
        if told:
            yield _("%(who)s made a statement (%(told)s).") % {"who": who, "told": told}
        else:
            yield _("%s made a statement.") % who


def _next(line: NextLine | None) -> str:
    if line is None:
        return _("Day and place of the next meeting are not stated.")
    day = date_format(line.day, "j E Y") if line.day else line.when
    return _("Proposed: %s.") % ", ".join(part for part in (day, line.place) if part)


def _correction(row: Correction) -> CorrectionLine:
    return CorrectionLine(row.pk, row.code or _("the chair"), row.wording, row.taken, row.answer, row.at)


def _offers(by: Subject, meeting: Meeting, minutes: Minutes | None) -> frozenset[str]:
    answers = {"next": conduct.may_propose_next(by, meeting)}
    if minutes is None:
        answers["draw"] = conduct.may_draw_up(by, meeting)
    else:
        answers["edit"] = conduct.may_edit_minutes(by, minutes)
        answers["correct"] = conduct.may_correct(by, minutes)
    return frozenset(name for name, answer in answers.items() if isinstance(answer, Allow))
