"""Invitations that await somebody: the word of its member, the sending, the answer of whoever is invited."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from accord.access import Role, Subject
from accord.drafting.pages.awaiting import Item
from accord.meetings.choices import Consent, Invited
from accord.meetings.models import Invitation
from accord.meetings.queries.invitations import live_invitations, part_words, whom


def invitations_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the invitations that await ``by``, the oldest first."""
    if by.organisation_id is None or by.role in (Role.PUBLIC, Role.STAFF):
        return ()
    return tuple(item for row, offers in live_invitations(by) for item in _of(by, row, offers))


def _of(by: Subject, row: Invitation, offers: frozenset[str]) -> Iterator[Item]:
    values = {"whom": whom(row), "part": part_words(row), "meeting": row.meeting.title}
    spoke = {word.member.code for word in row.words.all()}
    if by.role == Role.DELEGATE and "objection" in offers and by.delegation not in spoke:
        what = _("Invite %(whom)s to %(part)s of “%(meeting)s”?") % values
        silent = _("silence counts as no objection when the deadline is over.")
        nothing = silent if row.way == Consent.SILENCE else _("the invitation waits for your member.")
        yield _item(row, what, _("One objection refuses it."), nothing, _("Read and answer"), asked=True)
    elif "send" in offers:
        what = _("Send the invitation of %(whom)s to %(part)s of “%(meeting)s”") % values
        yield _item(row, what, _("The members have agreed."), _("the guest learns nothing of it."), _("Read and send"))
    elif by.role == Role.PARTNER and row.state == Invited.SENT:
        what = _("Answer the invitation to %(part)s of “%(meeting)s”") % values
        yield _item(row, what, _("You are invited."), _("you stay invited, without an answer."), _("Read and answer"))


def _item(row: Invitation, what: str, why: str, if_nothing: str, act: str, *, asked: bool = False) -> Item:
    return Item(
        text=row.pk,
        symbol=_("invitation"),
        sample=row.sample,
        since=row.sent_at or row.proposed_at,
        what=what,
        why=why,
        if_nothing=if_nothing,
        place="invitation",
        act=act,
        pressing=True,
        until=row.deadline if asked else None,
        zone=row.meeting.zone,
    )
