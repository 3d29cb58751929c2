"""Credentials at a meeting: who lacks them, and the table as far as a subject sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, NotVisible, Role, Subject
from accord.meetings.access import may_keep_credentials, may_see_credentials
from accord.meetings.choices import CredentialForm, CredentialState
from accord.meetings.crediting import CredentialLine, CredentialsPage
from accord.meetings.models import Credential, CredentialsNeeded, Meeting
from accord.meetings.queries.rows import visible_meetings
from accord.members.queries import member_names, shown_day


def without_credentials(meeting_id: str | None) -> frozenset[str]:
    """Return codes of the members whose credentials a meeting needs and has not accepted; none for no meeting."""
    if not meeting_id:
        return frozenset()
    needed = CredentialsNeeded.objects.filter(meeting=meeting_id).select_related("meeting__organisation").first()
    if needed is None:
        return frozenset()
    accepted = {code for code, row in _latest(meeting_id).items() if row.state == CredentialState.ACCEPTED}
    return frozenset(member_names(needed.meeting.organisation)) - accepted


def credentials_page(by: Subject, meeting_id: str) -> CredentialsPage:
    """Return the credentials at a meeting. Raises NotVisible for whoever sees none of them, or not the meeting."""
    meeting = visible_meetings(by).filter(pk=meeting_id).select_related("organisation").first()
    if meeting is None or not isinstance(may_see_credentials(by, meeting), Allow):
        raise NotVisible
    needed = CredentialsNeeded.objects.filter(meeting=meeting).exists()
    lines = _lines(by, meeting)
    return CredentialsPage(
        meeting=meeting.pk,
        title=meeting.title,
        needed=needed,
        keeps=isinstance(may_keep_credentials(by, meeting), Allow),
        sentence=_sentence(lines, needed=needed),
        lines=lines,
        shown=shown_day(meeting.organisation),
    )


def sees_credentials(by: Subject, meeting_id: str) -> bool:
    """Whether ``by`` sees credentials at this meeting: all or its own."""
    meeting = visible_meetings(by).filter(pk=meeting_id).first()
    return meeting is not None and isinstance(may_see_credentials(by, meeting), Allow)


def keeping_credentials(by: Subject, meeting_id: str) -> Decision:
    """Return whether ``by`` receives and checks the credentials at a meeting. Raises NotVisible."""
    meeting = visible_meetings(by).filter(pk=meeting_id).first()
    if meeting is None:
        raise NotVisible
    return may_keep_credentials(by, meeting)


def _latest(meeting_id: str) -> dict[str, Credential]:
    """Return the latest credentials of each member, by its code."""
    rows = Credential.objects.filter(meeting=meeting_id).select_related("member")
    return {row.member.code: row for row in rows}


def _lines(by: Subject, meeting: Meeting) -> tuple[CredentialLine, ...]:
    latest = _latest(meeting.pk)
    returned: dict[str, int] = {}
    for code in Credential.objects.filter(meeting=meeting, state=CredentialState.RETURNED).values_list(
        "member__code", flat=True
    ):
        returned[code] = returned.get(code, 0) + 1
    own = by.delegation if by.role == Role.DELEGATE else ""
    names = member_names(meeting.organisation)
    return tuple(
        _line(code, name, latest.get(code), returned, own) for code, name in names.items() if own in ("", code)
    )


def _line(code: str, name: str, row: Credential | None, returned: Mapping[str, int], own: str) -> CredentialLine:
    mine = code == own
    if row is None:
        return CredentialLine(code, name, "", "", "", None, "", _("not received"), None, "", "", 0, mine)
    before = returned.get(code, 0) - (row.state == CredentialState.RETURNED)
    return CredentialLine(
        code=code,
        name=name,
        id=row.pk,
        form=str(CredentialForm(row.form).label),
        person=row.person,
        received=row.received,
        state=row.state,
        label=str(CredentialState(row.state).label),
        checked=row.checked,
        checked_by=row.checked_by,
        reason=row.reason,
        returned=before,
        mine=mine,
    )


def _sentence(lines: Sequence[CredentialLine], *, needed: bool) -> str:
    if not needed:
        return _("This meeting needs no credentials: every delegation decides.")
    lacking = [line.name for line in lines if line.state != CredentialState.ACCEPTED]
    if not lacking:
        return _("The credentials are accepted.")
    return _("Credentials are not accepted: %s. Such a delegation sits and speaks, but does not decide.") % ", ".join(
        lacking
    )
