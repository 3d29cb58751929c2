"""
What a hand-over note holds: everything of the council that is under way, as far as the reader may see it.

It is drawn up anew each time, from the same queries as the pages; nothing is written for it and nothing is kept of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.access import Subject
from accord.decisions.queries import question_list
from accord.documents.queries import document_list
from accord.documents.queries.lines import Wanted
from accord.drafting.queries.lists import text_list
from accord.formats.sheets import Grid, Heading, Part, Prose, Sheet
from accord.meetings.minuting import AnnouncedLine
from accord.meetings.pages import MeetingLine
from accord.meetings.queries import announced, meeting_list
from accord.meetings.queries.invitations import open_invitations
from accord.members.pages import OrganisationPage
from accord.members.queries import end_of, organisation_of
from accord.programme.pages import ActivityLine
from accord.programme.queries import activity_list, priority_list


@dataclass(frozen=True, slots=True)
class Row:
    """Something that is handed over: what, how it stands, what is known or missing; ``address`` may be ""."""

    what: str
    stands: str
    known: str
    address: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of what is handed over; ``empty`` says so where there is nothing."""

    key: str
    head: str
    empty: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The hand-over note of a council on a day."""

    council: OrganisationPage
    day: date
    sections: tuple[Section, ...]

    @property
    def sentence(self) -> str:
        """The sentence with which it opens: how much is under way, and of what nothing is."""
        told = [f"{section.head}: {len(section.rows)}" for section in self.sections if section.rows]
        if not told:
            return _("Nothing is under way that you can see.")
        return _("Under way on this day, as far as you see it. %s.") % "; ".join(told)


def handover_note(by: Subject, council: OrganisationPage, day: date) -> Note:
    """Return the note for a reader: all stands as on the day; where that is not over yet, as it does now."""
    pk, until = council.id, end_of(organisation_of(by), day)
    return Note(
        council=council,
        day=day,
        sections=(
            Section("priorities", _("Priorities"), _("No programme of priorities runs."), _priorities(by, pk, day)),
            Section("texts", _("Texts under negotiation"), _("No text is under negotiation."), _texts(by, until)),
            Section("questions", _("Open questions"), _("No question is open."), _questions(by, pk, until)),
            Section("documents", _("Documents on their way"), _("No document is on its way."), _papers(by, pk, day)),
            Section("meetings", _("Meetings ahead"), _("No meeting is ahead."), _meetings(by, pk, day)),
            Section("invitations", _("Invitations that wait"), _("No invitation waits."), _invitations(by, day)),
            Section("activities", _("Joint activities ahead"), _("No activity is planned."), _activities(by, pk, day)),
        ),
    )


def sheet_of(note: Note) -> Sheet:
    """Return the note as a printed paper."""
    parts: list[Part] = [Prose(note.sentence)]
    head = (_("What"), _("How it stands"), _("What is known"))
    for section in note.sections:
        parts.append(Heading(section.head))
        rows = tuple((row.what, row.stands, row.known) for row in section.rows)
        parts.append(Grid(head, rows, (5, 3, 4)) if rows else Prose(section.empty, quiet=True))
    sample = any(row.sample for section in note.sections for row in section.rows)
    return Sheet(
        title=_("Hand-over note"),
        subtitle=f"{note.council.council or note.council.name}, {date_format(note.day, 'j E Y')}",
        language=get_language() or "en",
        notes=(_("Some of it is a sample."),) if sample else (),
        parts=tuple(parts),
    )


def _priorities(by: Subject, pk: str, day: date) -> tuple[Row, ...]:
    rows = []
    for line in priority_list(by, pk, on=day):
        last = line.reports[-1] if line.reports else None
        known = f"{date_format(last.day, 'j E Y')}: {last.fact}" if last else _("Nothing is reported of it.")
        stands = last.state if last else _("not known")
        rows.append(Row(f"{line.number}. {line.name}", stands, known, reverse("chairmanship")))
    return tuple(rows)


def _texts(by: Subject, until: datetime | None) -> tuple[Row, ...]:
    found = [line for line in text_list(by, until) if line.state != "adopted"]
    return tuple(
        Row(f"{line.symbol} {line.title}".strip(), line.sentence, "", reverse("text", args=[line.id]), line.sample)
        for line in found
    )


def _questions(by: Subject, pk: str, until: datetime | None) -> tuple[Row, ...]:
    rows = []
    for line in question_list(by, pk, until=until):
        if line.state not in ("open", "expired"):
            continue
        said = _("%(said)d of %(members)d members have spoken") % {"said": line.said, "members": line.members}
        until = _("until %s UTC") % date_format(line.deadline, "j E Y, H:i") if line.deadline else said
        stands = _("period over, not closed yet") if line.state == "expired" else line.way
        rows.append(Row(line.title, stands, until, reverse("question", args=[line.id]), line.sample))
    return tuple(rows)


def _papers(by: Subject, pk: str, day: date) -> tuple[Row, ...]:
    page = document_list(by, pk, on=day, wanted=Wanted(state="going"))
    return tuple(
        Row(
            line.name or _("Title not known."),
            line.where,
            _("Next: %s") % line.next if line.next else _("What comes next is not known."),
            reverse("document", args=[line.id]),
            line.sample,
        )
        for line in page.lines
    )


def _meetings(by: Subject, pk: str, day: date) -> tuple[Row, ...]:
    page = meeting_list(by, pk, on=day)
    ahead = [line for line in page.lines if line.state in ("convened", "proposed") and _is_ahead(line, day)]
    return (*map(_meeting, reversed(ahead)), *map(_announced, announced(by, pk, day)))


def _is_ahead(line: MeetingLine, day: date) -> bool:
    return line.day is None or line.day > day


def _meeting(line: MeetingLine) -> Row:
    when = date_format(line.day, "j E Y") if line.day else line.when or _("Day not fixed")
    stands = _("proposed, not convened: %s") % when if line.state == "proposed" else when
    return Row(line.title, stands, line.place or line.note, reverse("meeting", args=[line.id]), line.sample)


def _announced(line: AnnouncedLine) -> Row:
    when = date_format(line.day, "j E Y") if line.day else line.when
    stands = _("announced, not convened: %s") % when
    return Row(line.title, stands, line.place, reverse("meeting", args=[line.meeting_id]))


def _invitations(by: Subject, day: date) -> tuple[Row, ...]:
    return tuple(
        Row(f"{line.whom}, {line.meeting}", line.stands, line.sentence, reverse("meeting", args=[line.meeting_id]))
        for line in open_invitations(by, day)
    )


def _activities(by: Subject, pk: str, day: date) -> tuple[Row, ...]:
    return tuple(_activity(line) for line in activity_list(by, pk, day) if line.ahead)


def _activity(line: ActivityLine) -> Row:
    known = ". ".join(filter(None, (line.days or _("not stated"), line.where)))
    return Row(line.title, line.state, known, reverse("activity", args=[line.series_key, line.key]))
