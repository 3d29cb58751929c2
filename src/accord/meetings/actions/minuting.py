"""The record of a meeting: drawn up, edited, circulated for correction, approved; and the meeting that comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject, require
from accord.access.queries import named_audience
from accord.engine.text.naming import plain_name
from accord.engine.text.wording import negotiated
from accord.meetings import conduct, queries
from accord.meetings.actions.entering import enter, meeting_by_id, require_begun
from accord.meetings.choices import Approval
from accord.meetings.minuting import NextEntry
from accord.meetings.models import Correction, Meeting, Minutes, NextMeeting
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.record import acts as record


def _minutes(pk: str) -> Minutes:
    return Minutes.objects.get(pk=pk)


def _correction(pk: str) -> Correction:
    return Correction.objects.get(pk=pk)


@record.action(answers=_minutes)
def draw_up(
    meeting_id: str,
    decisions: Iterable[str] = (),
    *,
    sample: bool = False,
    basis: Basis | None = None,
    by: Subject,
    key: UUID,
) -> Minutes:
    """
    Draw up the record of a meeting from what happened; it is a draft that the secretariat alone sees.

    Args:
        decisions: a sentence for each decision of the meeting. sample: whether it holds sample wording.

    Raises:
        Unfit: there is one already, or the meeting is still to come; NotVisible; Refused.
    """
    with record.act("drew up the record of", by=by, key=key) as act:
        meeting = act.lock(queries.every_whole_meeting(by), meeting_id)
        require(conduct.may_draw_up(by, meeting))
        require_begun(act, meeting)
        if Minutes.objects.filter(meeting=meeting).exists():
            raise Unfit("record", _("The record of this meeting is drawn up already."))
        minutes = Minutes.objects.create(
            meeting=meeting,
            audience=named_audience(meeting.whole),
            parts=queries.drawn_parts(by, meeting_id, decisions),
            sample=sample,
            drawn_at=act.at,
            **(basis or Basis()).columns(),
        )
        enter(act, meeting, minutes.audience, {"what": meeting.title}, answer=minutes.pk)
        return minutes


@record.action(answers=_minutes)
def edit_minutes(minutes_id: str, parts: Sequence[tuple[str, str]], *, by: Subject, key: UUID) -> Minutes:
    """
    Edit the prose of a record that is not approved yet.

    Args:
        parts: heading and words of each; a part without words is left out.

    Raises:
        Unfit: no words at all; NotVisible; Refused: it is approved; TextError.
    """
    with record.act("edited the record of", by=by, key=key) as act:
        minutes = act.lock(queries.visible_minutes(by), minutes_id)
        require(conduct.may_edit_minutes(by, minutes))
        minutes.parts = [
            [plain_name(heading), negotiated(wording).strip()] for heading, wording in parts if wording.strip()
        ]
        if not minutes.parts:
            raise Unfit("parts", _("A record says something."))
        minutes.save(update_fields=["parts"])
        return _entered(act, minutes)


@record.action(answers=_minutes)
def circulate_minutes(minutes_id: str, until: date, *, by: Subject, key: UUID) -> Minutes:
    """
    Circulate a record to the council for correction until a day; again, to set another day.

    Raises:
        Unfit: the day is over; NotVisible; Refused: it is approved.
    """
    with record.act("circulated the record of", by=by, key=key) as act:
        minutes = act.lock(queries.visible_minutes(by), minutes_id)
        require(conduct.may_edit_minutes(by, minutes))
        if until < act.at.date():
            raise Unfit("until", _("The day is over: corrections are taken until a day that comes."))
        minutes.state, minutes.until = Approval.CIRCULATED, until
        minutes.save(update_fields=["state", "until"])
        return _entered(act, minutes, until=until.isoformat())


@record.action(answers=_correction)
def ask_correction(minutes_id: str, wording: str, *, by: Subject, key: UUID) -> Correction:
    """
    Ask for a correction of a circulated record; the council reads it.

    Raises:
        Unfit: no words, or the day is over; NotVisible; Refused; TextError.
    """
    with record.act("asked for a correction of the record of", by=by, key=key) as act:
        minutes = act.lock(queries.visible_minutes(by), minutes_id)
        require(conduct.may_correct(by, minutes))
        if minutes.until and act.at.date() > minutes.until:
            raise Unfit("wording", _("Corrections were taken until %s.") % minutes.until)
        words = negotiated(wording).strip()
        if not words:
            raise Unfit("wording", _("Say what is to be corrected."))
        made = Correction.objects.create(
            minutes=minutes,
            audience=named_audience(minutes.audience),
            code=by.delegation if by.role == Role.DELEGATE else "",
            wording=words,
            at=act.at,
        )
        _entered(act, minutes, answer=made.pk)
        return made


@record.action(answers=_correction)
def answer_correction(correction_id: str, *, taken: bool, answer: str = "", by: Subject, key: UUID) -> Correction:
    """Say whether a correction is taken up. Raises Unfit: refused without a reason; NotVisible; Refused; TextError."""
    with record.act("answered a correction of the record of", by=by, key=key) as act:
        correction = act.lock(queries.visible_corrections(by), correction_id)
        require(conduct.may_edit_minutes(by, correction.minutes))
        if not taken and not answer.strip():
            raise Unfit("answer", _("Say why it is not taken up."))
        correction.taken = taken
        correction.answer = plain_name(answer, longest=500) if answer.strip() else ""
        correction.save(update_fields=["taken", "answer"])
        _entered(act, correction.minutes, answer=correction.pk)
        return correction


@record.action(answers=_minutes)
def approve_minutes(minutes_id: str, *, public: bool = False, by: Subject, key: UUID) -> Minutes:
    """
    Approve a circulated record; from now on it never changes.

    Args:
        public: whether all who see the whole meeting read it; otherwise the council.

    Raises:
        Unfit: it was not circulated, or a correction is not answered; NotVisible; Refused.
    """
    with record.act("approved the record of", by=by, key=key) as act:
        minutes = act.lock(queries.visible_minutes(by), minutes_id)
        require(conduct.may_edit_minutes(by, minutes))
        if minutes.state != Approval.CIRCULATED:
            raise Unfit("record", _("A record is circulated for correction before it is approved."))
        if Correction.objects.filter(minutes=minutes, taken=None).exists():
            raise Unfit("record", _("A correction is not answered yet."))
        minutes.state, minutes.approved_at = Approval.APPROVED, act.at
        if public:
            minutes.audience = minutes.meeting.whole
        minutes.save(update_fields=["state", "approved_at", "audience"])
        return _entered(act, minutes)


@record.action(answers=meeting_by_id)
def propose_next(meeting_id: str, entry: NextEntry, *, by: Subject, key: UUID) -> Meeting:
    """
    Enter when and where a meeting proposes to meet next, and the meeting that was convened upon it.

    Raises:
        Unfit: neither a day nor words, or a day before this meeting; NotVisible: no such meeting; Refused; TextError.
    """
    with record.act("proposed the next meeting after", by=by, key=key) as act:
        meeting = act.lock(queries.every_whole_meeting(by), meeting_id)
        require(conduct.may_propose_next(by, meeting))
        _check_next(meeting, entry)
        values = {
            "day": entry.day,
            "when": plain_name(entry.when, longest=80) if entry.when.strip() else "",
            "place": plain_name(entry.place, longest=160) if entry.place.strip() else "",
            "convened": _convened(by, meeting, entry.convened),
            **entry.basis.columns(),
        }
        NextMeeting.objects.update_or_create(meeting=meeting, defaults=values)
        enter(act, meeting, meeting.audience, {"what": meeting.title}, answer=meeting.pk)
        return meeting


def _check_next(meeting: Meeting, entry: NextEntry) -> None:
    if not (entry.day or entry.when.strip()):
        raise Unfit("when", _("Say when: a day, or what is known of it."))
    if entry.day and meeting.day and entry.day <= meeting.day:
        raise Unfit("day", _("The next meeting comes after this one, which is on %s.") % meeting.day)


def _convened(by: Subject, meeting: Meeting, pk: str) -> Meeting | None:
    if not pk:
        return None
    found = queries.every_meeting(by).filter(pk=pk, organisation=meeting.organisation_id).first()
    if found is None or found.pk == meeting.pk:
        raise NotVisible
    return found


def _entered(act: record.Act, minutes: Minutes, *, answer: str = "", until: str = "") -> Minutes:
    data = {"what": minutes.meeting.title, **({"until": until} if until else {})}
    enter(act, minutes.meeting, named_audience(minutes.audience), data, answer=answer or minutes.pk)
    return minutes
