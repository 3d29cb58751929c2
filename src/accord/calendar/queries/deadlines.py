"""Deadlines that a subject can see: of silence, consent, clearance, signing and correction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from accord.access import Role, Subject
from accord.calendar.pages import Happening
from accord.decisions.models import Silence
from accord.decisions.queries import visible_questions
from accord.documents.models import Stop
from accord.documents.queries.rows import shown_title, visible_documents
from accord.meetings.choices import Approval, Invited
from accord.meetings.queries.invitations import visible_invitations, whom
from accord.meetings.queries.minutes import visible_minutes
from accord.signing.queries.gathering import gathered
from accord.signing.queries.rows import visible_instruments

COUNCIL = (Role.DELEGATE, Role.CHAIR, Role.SECRETARIAT)
"""Who works towards deadlines of the council."""


def deadlines(by: Subject, organisation_id: str) -> Iterator[Happening]:
    """Yield every deadline in an organisation that ``by`` can see. None of them is told in a feed but that it is."""
    yield from _silences(by, organisation_id)
    yield from _consents(by, organisation_id)
    if by.role not in COUNCIL:
        return
    yield from _clearances(by, organisation_id)
    yield from _signings(by, organisation_id)
    yield from _corrections(by, organisation_id)


def _silences(by: Subject, organisation_id: str) -> Iterator[Happening]:
    """Yield the latest deadline of each silence procedure; one that was extended stays the same happening."""
    questions = visible_questions(by).filter(organisation=organisation_id)
    rows: dict[str, list[Silence]] = {}
    for row in Silence.objects.filter(question__in=questions).select_related("question").order_by("deadline"):
        rows.setdefault(row.question_id, []).append(row)
    for question, terms in rows.items():
        last = terms[-1]
        yield _at(
            f"silence-{question}",
            _("Silence ends: %s") % last.question.title,
            last.deadline,
            last.zone,
            ("question", question),
            revision=len(terms) - 1,
            changed_at=last.announced,
        )


def _consents(by: Subject, organisation_id: str) -> Iterator[Happening]:
    rows = visible_invitations(by).filter(meeting__organisation=organisation_id, state=Invited.PROPOSED)
    for row in rows.exclude(deadline=None).select_related("meeting", "partner"):
        title = _("Objections to an invitation end: %s") % whom(row)
        yield _at(f"consent-{row.pk}", title, row.deadline, row.meeting.zone, ("invitation", row.pk))


def _clearances(by: Subject, organisation_id: str) -> Iterator[Happening]:
    known = visible_documents(by).filter(organisation=organisation_id, ended="")
    rows = Stop.objects.filter(document__in=known, outcome="").exclude(due=None)
    for row in rows.select_related("document", "step"):
        name = f"{row.document.symbol} {shown_title(row.document)[0] or _('Title not known')}".strip()
        uid = f"clearance-{row.document_id}-{row.step.key}"
        yield _on(uid, _("Clearance ends: %s") % name, row.due, ("document", row.document_id))


def _signings(by: Subject, organisation_id: str) -> Iterator[Happening]:
    rows = visible_instruments(by).filter(organisation=organisation_id).exclude(signing=None)
    for whole in gathered(list(rows.exclude(signing__until=None))):
        if whole.signing and whole.signing.until:
            title = _("Signing ends: %s") % whole.title
            yield _on(f"signing-{whole.row.pk}", title, whole.signing.until, ("instrument", whole.row.pk))


def _corrections(by: Subject, organisation_id: str) -> Iterator[Happening]:
    rows = visible_minutes(by).filter(meeting__organisation=organisation_id, state=Approval.CIRCULATED)
    for row in rows.exclude(until=None):
        title = _("Corrections of the record end: %s") % row.meeting.title
        yield _on(f"corrections-{row.pk}", title, row.until, ("meeting", row.meeting_id))


def _at(uid: str, title: str, instant: datetime, zone: str, page: tuple[str, str], **more: object) -> Happening:
    day = instant.astimezone(ZoneInfo(zone)).date()
    known = {"begins": instant, "ends": instant, "zone": zone, "page": page, "restricted": True, **more}
    return Happening(uid, "deadline", title, day, day, **known)  # type: ignore[arg-type]


def _on(uid: str, title: str, day: date, page: tuple[str, str]) -> Happening:
    return Happening(uid, "deadline", title, day, day, page=page, restricted=True)
