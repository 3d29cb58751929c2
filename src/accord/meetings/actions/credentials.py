"""Credentials at a meeting: needed or not, received, accepted or returned with the reason."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.queries import delegation_audience, named_audience
from accord.engine.text.naming import plain_name
from accord.meetings import access
from accord.meetings.actions.entering import enter, meeting_by_id
from accord.meetings.choices import CredentialForm, CredentialState
from accord.meetings.crediting import CheckEntry, CredentialEntry
from accord.meetings.models import Credential, CredentialsNeeded, Meeting
from accord.meetings.queries.rows import every_meeting
from accord.members.errors import Unfit
from accord.members.models import Member
from accord.members.queries import shown_day
from accord.record import acts as record
from accord.record import clock


@record.action(answers=meeting_by_id)
def need_credentials(meeting_id: str, *, needed: bool, by: Subject, key: UUID) -> Meeting:
    """Say that a meeting needs credentials, or that it needs none. Raises Unfit: that is so already; Refused."""
    with record.act("said whether credentials are needed at", by=by, key=key) as act:
        meeting = act.lock(every_meeting(by), meeting_id)
        require(access.may_keep_credentials(by, meeting))
        rows = CredentialsNeeded.objects.filter(meeting=meeting)
        if rows.exists() == needed:
            raise Unfit("needed", _("That is so already."))
        if needed:
            CredentialsNeeded.objects.create(meeting=meeting)
        else:
            rows.delete()
        data = {"what": meeting.title, "needed": needed}
        enter(act, meeting, named_audience(meeting.audience), data, answer=meeting.pk)
        return meeting


@record.action(answers=meeting_by_id)
def receive_credentials(meeting_id: str, entry: CredentialEntry, *, by: Subject, key: UUID) -> Meeting:
    """
    Enter credentials that a delegation presented. Its delegation sees that they were received.

    Raises:
        Unfit: no such form or member, a day that is not there yet, or accepted ones are there; Refused.
    """
    with record.act("received credentials at", by=by, key=key) as act:
        meeting = act.lock(every_meeting(by), meeting_id)
        require(access.may_keep_credentials(by, meeting))
        if entry.form not in CredentialForm.values:
            raise Unfit("form", _("“%s” is no form of credentials.") % entry.form)
        _require_day(meeting, "received", entry)
        member = Member.objects.filter(organisation=meeting.organisation_id, code=entry.member).first()
        if member is None:
            raise Unfit("member", _("“%s” is not in the register.") % entry.member)
        if Credential.objects.filter(meeting=meeting, member=member, state=CredentialState.ACCEPTED).exists():
            raise Unfit("member", _("Its credentials are accepted already."))
        person = plain_name(entry.person) if entry.person else ""
        Credential.objects.create(
            meeting=meeting, member=member, form=entry.form, person=person, received=entry.received, at=act.at
        )
        _write(act, meeting, member.code)
        return meeting


@record.action(answers=meeting_by_id)
def check_credentials(meeting_id: str, credential: str, entry: CheckEntry, *, by: Subject, key: UUID) -> Meeting:
    """
    Accept credentials, or return them with the reason. The delegation decides from the acceptance on.

    Raises:
        Unfit: they are checked already, returned without a reason, or the day cannot be; NotVisible, Refused.
    """
    with record.act("accepted credentials at" if entry.accepted else "returned credentials at", by=by, key=key) as act:
        meeting = act.lock(every_meeting(by), meeting_id)
        require(access.may_keep_credentials(by, meeting))
        row = Credential.objects.filter(meeting=meeting, pk=credential).select_related("member").first()
        if row is None:
            raise NotVisible
        _require_checkable(meeting, row, entry)
        row.state = CredentialState.ACCEPTED if entry.accepted else CredentialState.RETURNED
        row.checked, row.checked_by, row.reason = entry.day, by.name or str(by.role), entry.reason.strip()
        row.save(update_fields=["state", "checked", "checked_by", "reason"])
        _write(act, meeting, row.member.code, reason=row.reason)
        return meeting


def _require_checkable(meeting: Meeting, row: Credential, entry: CheckEntry) -> None:
    if row.state != CredentialState.RECEIVED:
        raise Unfit("accepted", _("They are checked already. Enter new ones where new ones were presented."))
    if not entry.accepted and not entry.reason.strip():
        raise Unfit("reason", _("Say why they are returned."))
    if entry.day < row.received:
        raise Unfit("day", _("They were received on %s.") % row.received.isoformat())
    _require_day(meeting, "day", entry)


def _require_day(meeting: Meeting, field: str, entry: CheckEntry | CredentialEntry) -> None:
    if getattr(entry, field) > max(clock.now().date(), shown_day(meeting.organisation)):
        raise Unfit(field, _("This day is not there yet."))


def _write(act: record.Act, meeting: Meeting, code: str, **data: str) -> None:
    """Write the entry for the chair, the secretariat and the delegation whose credentials they are."""
    audience = delegation_audience(code, within=named_audience(meeting.audience), with_chair=True)
    enter(act, meeting, audience, {"what": meeting.title, "code": code, **data}, answer=meeting.pk)
