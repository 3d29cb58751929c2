"""Invitations: who sees them, how they stand, and what a guest will see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Allow, Deny, NotVisible, Role, Subject
from accord.meetings import access
from accord.meetings.choices import Consent, Invited, Word
from accord.meetings.consenting import standing
from accord.meetings.models import ADMITTED, Invitation, InvitationWord, Meeting
from accord.meetings.queries.invited import Stood, stood_at
from accord.meetings.queries.rows import every_meeting, visible_items, visible_sittings
from accord.meetings.queries.sights import sight_of, sitting_words
from accord.meetings.taking_part import InvitationLine, InvitationPage, InvitationsPage, Said
from accord.members.basis import Basis
from accord.members.models import Partner
from accord.members.queries import end_of, members_of, shown_day
from accord.members.queries.naming import NameBook, name_book
from accord.record import clock

TOLD = (Invited.SENT, Invited.ACCEPTED, Invited.DECLINED)
"""States in which the partner itself sees its invitation."""


WAITING = (Invited.PROPOSED, Invited.AGREED, Invited.SENT)
"""States in which somebody has to do something: the members, the chair, the guest."""


def visible_invitations(by: Subject) -> QuerySet[Invitation]:
    """Invitations to meetings that the council of ``by`` sees; for a partner, its own once it is sent."""
    if by.role in access.COUNCIL:
        return Invitation.objects.filter(meeting__organisation=by.organisation_id, meeting__in=every_meeting(by))
    if by.role != Role.PARTNER:
        return Invitation.objects.none()
    own = Q(partner__code=by.delegation, partner__organisation=by.organisation_id)
    return Invitation.objects.filter(own, state__in=TOLD, meeting__organisation=by.organisation_id)


def asked_members(invitation: Invitation) -> tuple[str, ...]:
    """Return the codes of the members that are asked, in the council's own order."""
    return tuple(member.code for member in members_of(invitation.meeting.organisation))


def state_of(invitation: Invitation, now: datetime, members: tuple[str, ...] | None = None) -> Invited:
    """Return how an invitation stands at an instant."""
    words = list(invitation.words.all())
    return standing(
        invitation.state,
        invitation.way,
        deadline=invitation.deadline,
        consents=[row.member.code for row in words if row.word == Word.CONSENT],
        objections=[row.member.code for row in words if row.word == Word.OBJECTION],
        members=asked_members(invitation) if members is None else members,
        now=now,
    )


def whom(invitation: Invitation) -> str:
    """Return who is invited, by name."""
    return invitation.partner.name if invitation.partner else invitation.guest


def part_words(invitation: Invitation) -> str:
    """Return to what somebody is invited, in words."""
    if invitation.item:
        return _("the item “%s”") % invitation.item.title
    if invitation.sitting:
        return sitting_words(invitation.sitting.code)
    return _("the meeting")


def invitations_page(by: Subject, meeting_id: str, on: date | None = None) -> InvitationsPage:
    """
    Return the invitations to a meeting, and what can be proposed. Raises NotVisible.

    Args:
        on: as they stood at the end of this day (UTC), where it is over.
    """
    meeting = every_meeting(by).select_related("organisation").filter(pk=meeting_id).first()
    if meeting is None or not (_of_the_council(by, meeting) or invitation_lines(by, meeting)):
        raise NotVisible
    lines = invitation_lines(by, meeting, on)
    proposes = access.may_invite(by, meeting)
    parts = _parts(by, meeting) if isinstance(proposes, Allow) else ()
    return InvitationsPage(
        meeting_id=meeting.pk,
        meeting=meeting.title,
        sentence=invitations_sentence(lines),
        lines=lines,
        parts=parts,
        partners=_partners(meeting) if parts else (),
        sights={key: sight_of(by, meeting, key) for key, _words in parts},
        refused=proposes.reason if isinstance(proposes, Deny) else "",
        zone=meeting.zone,
        day=on or shown_day(meeting.organisation),
    )


def invitation_lines(by: Subject, meeting: Meeting, on: date | None = None) -> tuple[InvitationLine, ...]:
    """Return the invitations to a meeting that ``by`` can see, oldest first; as they stood on a day that is over."""
    rows, council = list(_rows(by).filter(meeting=meeting)), _of_the_council(by, meeting)
    return _lines(by, rows, on, told=council)


def _lines(by: Subject, rows: list[Invitation], on: date | None, *, told: bool) -> tuple[InvitationLine, ...]:
    """Return invitations of one organisation as lines; on a day that is over, those that were there."""
    if not rows:
        return ()
    organisation = rows[0].meeting.organisation
    members, book, until = asked_members(rows[0]) if told else (), name_book(organisation), end_of(organisation, on)
    if until is None:
        return tuple(_line(row, members, book, told=told) for row in rows)
    stood = stood_at(by, rows, until, told=told)
    return tuple(_line(row, members, book, told=told, stood=stood[row.pk]) for row in rows if row.pk in stood)


def partner_invitations(
    by: Subject, organisation_id: str, codes: Iterable[str], on: date | None = None
) -> tuple[InvitationLine, ...]:
    """Return the invitations of partners (by code) that ``by`` can see, oldest first; as on a day that is over."""
    rows = list(_rows(by).filter(meeting__organisation=organisation_id, partner__code__in=list(codes)))
    return _lines(by, rows, on, told=by.role in access.COUNCIL and by.organisation_id == organisation_id)


def invitation_page(by: Subject, invitation_id: str, on: date | None = None) -> InvitationPage:
    """
    Return an invitation as ``by`` sees it.

    Args:
        on: as it stood at the end of this day (UTC), where it is over: then nothing is offered.

    Raises:
        NotVisible: there is none for this subject, or it was not there yet on that day.
    """
    row = _rows(by).filter(pk=invitation_id).first()
    if row is None:
        raise NotVisible
    organisation, council = row.meeting.organisation, _of_the_council(by, row.meeting)
    until = end_of(organisation, on)
    stood = stood_at(by, [row], until, told=council).get(row.pk) if until else None
    if until and stood is None:
        raise NotVisible
    members = asked_members(row) if council else ()
    words = [each for each in row.words.all() if until is None or each.at <= until] if council else []
    spoke = {word.member.code for word in words}
    return InvitationPage(
        line=_line(row, members, name_book(organisation), told=council, stood=stood),
        guest=not council,
        sight=sight_of(by, row.meeting, _key(row)),
        way=row.get_way_display() if council else "",
        purpose=row.purpose if council else "",
        proposed_by=row.proposed_by if council else "",
        consents=_said(words, Word.CONSENT),
        objections=_said(words, Word.OBJECTION),
        silent=tuple(code for code in members if code not in spoke),
        ended=row.ended if stood is None or stood.state == row.state else "",
        offers=_offers(by, row, members) if stood is None else frozenset(),
        zone=row.meeting.zone,
        day=on or shown_day(organisation),
        shows_now=until is None,
    )


def live_invitations(by: Subject) -> list[tuple[Invitation, frozenset[str]]]:
    """Return what awaits ``by`` among the invitations, the oldest first: those in which it can do something now."""
    rows = list(_rows(by).filter(state__in=WAITING))
    members = _members(rows) if by.role in access.COUNCIL else ()
    return [(row, offers) for row in rows if (offers := _offers(by, row, members) - {"withdraw"})]


def admitted_partners(meeting: Meeting) -> frozenset[str]:
    """Return the codes of the partners that are admitted to the meeting, or to a part of it."""
    rows = Invitation.objects.filter(meeting=meeting, state__in=ADMITTED, partner__isnull=False)
    return frozenset(rows.values_list("partner__code", flat=True))


def invitations_sentence(lines: Iterable[InvitationLine]) -> str:
    """Return in one sentence how many are invited, and for whom is waited."""
    lines = tuple(lines)
    if not lines:
        return _("Nobody is invited yet.")
    counts = {
        "sent": sum(line.state in ADMITTED for line in lines),
        "waits": sum(line.state == Invited.PROPOSED for line in lines),
        "agreed": sum(line.state == Invited.AGREED for line in lines),
    }
    words = " ".join(_counted(name, count) for name, count in counts.items() if count)
    return words or _("No invitation stands.")


def _counted(name: str, count: int) -> str:
    if name == "sent":
        words = ngettext("%d invitation is sent.", "%d invitations are sent.", count)
    elif name == "waits":
        words = ngettext("%d invitation awaits the members.", "%d invitations await the members.", count)
    else:
        words = ngettext("%d invitation is agreed, not yet sent.", "%d invitations are agreed, not yet sent.", count)
    return words % count


def _rows(by: Subject) -> QuerySet[Invitation]:
    words = InvitationWord.objects.select_related("member")
    related = ("meeting__organisation", "partner", "sitting", "item")
    return visible_invitations(by).select_related(*related).prefetch_related(Prefetch("words", words))


def _members(rows: list[Invitation]) -> tuple[str, ...]:
    return asked_members(rows[0]) if rows else ()


def _of_the_council(by: Subject, meeting: Meeting) -> bool:
    return by.role in access.COUNCIL and by.organisation_id == meeting.organisation_id


def _line(
    row: Invitation, members: tuple[str, ...], book: NameBook, *, told: bool, stood: Stood | None = None
) -> InvitationLine:
    """
    Return an invitation as a line.

    Args:
        told: the reader is of the council, and learns what members say. stood: how it stood then, None for now.
    """
    state = stood.state if stood else state_of(row, clock.now(), members) if told else Invited(row.state)
    spoke = stood.spoke if stood else {word.member.code for word in row.words.all()}
    awaiting = tuple(code for code in members if code not in spoke) if state == Invited.PROPOSED else ()
    called = book.partner(row.partner) if row.partner else book.called("", row.guest)
    return InvitationLine(
        id=row.pk,
        meeting_id=row.meeting_id,
        meeting=str(book.called(f"meeting {row.meeting_id}", row.meeting.title)),
        whom=str(called),
        body=row.body,
        part=part_words(row),
        state=state,
        stands=str(state.label),
        sentence=_sentence(row, str(called), state, awaiting),
        sample=row.sample,
        awaiting=awaiting,
        deadline=row.deadline if told else None,
        basis=Basis.of(row) if told else Basis(),
        called=called,
    )


def _sentence(row: Invitation, named: str, state: Invited, awaiting: tuple[str, ...]) -> str:
    values = {"whom": named, "part": part_words(row), "codes": ", ".join(awaiting)}
    if state == Invited.PROPOSED and row.way == Consent.SILENCE:
        return _("Proposed: %(whom)s to %(part)s. It is agreed when nobody objects in time.") % values
    if state == Invited.PROPOSED:
        return _("Proposed: %(whom)s to %(part)s. Awaiting %(codes)s.") % values
    return str(_SENTENCES[state]()) % values


_SENTENCES = {
    Invited.AGREED: lambda: _("Agreed: %(whom)s to %(part)s. The invitation is not sent yet."),
    Invited.REFUSED: lambda: _("Refused: %(whom)s is not invited to %(part)s."),
    Invited.SENT: lambda: _("%(whom)s is invited to %(part)s and has not answered."),
    Invited.ACCEPTED: lambda: _("%(whom)s takes part in %(part)s."),
    Invited.DECLINED: lambda: _("%(whom)s declined the invitation to %(part)s."),
    Invited.WITHDRAWN: lambda: _("Withdrawn: %(whom)s is not invited to %(part)s."),
}


def _said(words: Iterable[InvitationWord], word: str) -> tuple[Said, ...]:
    return tuple(Said(row.member.code, row.reason) for row in words if row.word == word)


def _offers(by: Subject, row: Invitation, members: tuple[str, ...]) -> frozenset[str]:
    state = state_of(row, clock.now(), members) if members else Invited(row.state)
    answers = {
        "consent": access.may_say(by, row, members, state=state, objects=False),
        "objection": access.may_say(by, row, members, state=state, objects=True),
        "send": access.may_send(by, row, state=state),
        "answer": access.may_answer(by, row),
        "withdraw": access.may_withdraw_invitation(by, row, state=state),
    }
    return frozenset(verb for verb, answer in answers.items() if isinstance(answer, Allow))


def _key(row: Invitation) -> str:
    return f"sitting-{row.sitting.code}" if row.sitting else f"item-{row.item.handle}" if row.item else ""


def _parts(by: Subject, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    sittings = [
        (f"sitting-{row.code}", sitting_words(row.code)) for row in visible_sittings(by).filter(meeting=meeting)
    ]
    items = [
        (f"item-{row.handle}", _("the item “%s”") % row.title) for row in visible_items(by).filter(meeting=meeting)
    ]
    return (("", _("the meeting")), *sittings, *items)


def _partners(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    rows = Partner.objects.filter(organisation=meeting.organisation_id)
    return tuple(rows.values_list("code", "name"))


def open_invitations(by: Subject, on: date | None = None) -> tuple[InvitationLine, ...]:
    """Return those that ``by`` sees and that wait for somebody, or waited on a day that is over; oldest first."""
    lines = _lines(by, list(_rows(by)), on, told=by.role in access.COUNCIL)
    return tuple(line for line in lines if line.state in WAITING)
