"""Credentials at a meeting: who lacks them, and the table as far as a subject sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from accord.access import Allow, Decision, NotVisible, Role, Subject
from accord.drafting.pages.awaiting import Item
from accord.meetings.access import may_keep_credentials, may_see_credentials
from accord.meetings.choices import CredentialForm, CredentialState, State
from accord.meetings.crediting import CredentialLine, CredentialsPage
from accord.meetings.models import Credential, CredentialsNeeded, Meeting
from accord.meetings.queries.rows import every_meeting, visible_meetings
from accord.meetings.queries.stood import acts_on
from accord.members.models import Organisation
from accord.members.queries import end_of, member_names, shown_day


def without_credentials(meeting_id: str | None) -> frozenset[str]:
    """Return codes of the members whose credentials a meeting needs and has not accepted; none for no meeting."""
    if not meeting_id:
        return frozenset()
    needed = CredentialsNeeded.objects.filter(meeting=meeting_id).select_related("meeting__organisation").first()
    if needed is None:
        return frozenset()
    accepted = {code for code, row in _latest(meeting_id).items() if row.state == CredentialState.ACCEPTED}
    return frozenset(member_names(needed.meeting.organisation)) - accepted


def credentials_page(by: Subject, meeting_id: str, on: date | None = None) -> CredentialsPage:
    """
    Return the credentials at a meeting.

    Args:
        on: as they stood on this day, by the days on which they were received and checked; where it is over, nothing is
            offered.

    Raises:
        NotVisible: ``by`` sees none of them, or not the meeting.
    """
    meeting = every_meeting(by).filter(pk=meeting_id).select_related("organisation").first()
    if meeting is None or not isinstance(may_see_credentials(by, meeting), Allow):
        raise NotVisible
    until = end_of(meeting.organisation, on)
    needed = _needed(meeting, until)
    lines = _lines(by, meeting, on if until else None)
    return CredentialsPage(
        meeting=meeting.pk,
        title=meeting.title,
        needed=needed,
        keeps=until is None and isinstance(may_keep_credentials(by, meeting), Allow),
        sentence=_sentence(lines, needed=needed),
        lines=lines,
        shown=on or shown_day(meeting.organisation),
        sees_all=by.role != Role.DELEGATE,
        shows_now=until is None,
    )


def _needed(meeting: Meeting, until: datetime | None) -> bool:
    """Whether a meeting needs credentials; at an instant that is over, as the record has it."""
    acts = acts_on(meeting, ["said whether credentials are needed at"]) if until else ()
    if until is None or not acts:
        return CredentialsNeeded.objects.filter(meeting=meeting).exists()
    return next((bool(act.data["needed"]) for act in reversed(acts) if act.at <= until), False)


def sees_credentials(by: Subject, meeting_id: str) -> bool:
    """Whether ``by`` sees credentials at this meeting: all or its own."""
    meeting = every_meeting(by).filter(pk=meeting_id).first()
    return meeting is not None and isinstance(may_see_credentials(by, meeting), Allow)


def credentials_awaited(by: Subject) -> tuple[Item, ...]:
    """
    Return at which meetings to come credentials await ``by``, by their day.

    A delegation has to present its own, the secretariat to check those that were received; nothing for others.
    """
    if by.role not in (Role.DELEGATE, Role.SECRETARIAT) or not by.organisation_id:
        return ()
    organisation = Organisation.objects.get(pk=by.organisation_id)
    ahead = Q(meeting__day=None) | Q(meeting__day__gte=shown_day(organisation))
    seen = visible_meetings(by).filter(organisation=organisation)
    needed = CredentialsNeeded.objects.filter(ahead, meeting__in=seen)
    rows = needed.exclude(meeting__state=State.CANCELLED).select_related("meeting").order_by("meeting__day", "pk")
    meetings = [row.meeting for row in rows]
    latest: dict[str, dict[str, str]] = {}
    for each in Credential.objects.filter(meeting__in=meetings).select_related("member"):
        latest.setdefault(each.meeting_id, {})[each.member.code] = each.state
    items = [_item(by, meeting, latest.get(meeting.pk, {})) for meeting in meetings]
    return tuple(item for item in items if item)


def _item(by: Subject, meeting: Meeting, states: Mapping[str, str]) -> Item | None:
    if by.role == Role.DELEGATE:
        if states.get(by.delegation) in (CredentialState.RECEIVED, CredentialState.ACCEPTED):
            return None
        what, act = _("Present the credentials of your delegation for “%s”"), _("Read it")
        nothing = _("your delegation sits and speaks, but does not decide.")
    elif CredentialState.RECEIVED in states.values():
        what, act = _("Check the credentials received for “%s”"), _("Check them")
        nothing = _("those delegations sit and speak, but do not decide.")
    else:
        return None
    why = _("The meeting needs credentials.")
    return Item(meeting.pk, "", False, None, what % meeting.title, why, nothing, "credentials", act)


def keeping_credentials(by: Subject, meeting_id: str) -> Decision:
    """Return whether ``by`` receives and checks the credentials at a meeting. Raises NotVisible."""
    meeting = every_meeting(by).filter(pk=meeting_id).first()
    if meeting is None:
        raise NotVisible
    return may_keep_credentials(by, meeting)


def _latest(meeting_id: str) -> dict[str, Credential]:
    """Return the latest credentials of each member, by its code."""
    rows = Credential.objects.filter(meeting=meeting_id).select_related("member")
    return {row.member.code: row for row in rows}


def _lines(by: Subject, meeting: Meeting, on: date | None) -> tuple[CredentialLine, ...]:
    """Return the members with their latest credentials; ``on``: a day that is over, None for now."""
    latest, returned = dict[str, Credential](), dict[str, int]()
    for row in Credential.objects.filter(meeting=meeting).select_related("member"):
        if on and row.received > on:
            continue
        one = _unchecked(row) if on and row.checked and row.checked > on else row
        latest[one.member.code] = one
        if one.state == CredentialState.RETURNED:
            returned[one.member.code] = returned.get(one.member.code, 0) + 1
    own = by.delegation if by.role == Role.DELEGATE else ""
    names = member_names(meeting.organisation, on)
    return tuple(
        _line(code, name, latest.get(code), returned, own) for code, name in names.items() if own in ("", code)
    )


def _unchecked(row: Credential) -> Credential:
    """Return credentials as they were before their check, not to be saved."""
    row.state, row.checked, row.checked_by, row.reason = CredentialState.RECEIVED, None, "", ""
    return row


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
