"""Proposed meetings and the hand-over of the chairmanship as things that await somebody."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject
from accord.drafting.pages.awaiting import Item
from accord.meetings.choices import State
from accord.meetings.queries import visible_meetings
from accord.members.queries import handover_to, organisation_of, organisation_page


def proposals_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the meetings that are proposed, for the chair and the secretariat, which convene or decline them."""
    if by.role not in (Role.CHAIR, Role.SECRETARIAT):
        return ()
    rows = visible_meetings(by).filter(organisation=by.organisation_id, state=State.PROPOSED).order_by("day", "pk")
    return tuple(_proposal(pk, title, code) for pk, title, code in rows.values_list("pk", "title", "proposed_by"))


def handovers_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the hand-over that the delegation of the member that presides next has not confirmed yet."""
    if by.role != Role.DELEGATE:
        return ()
    try:
        organisation = organisation_of(by)
    except NotVisible:
        return ()
    council = organisation_page(by, organisation.pk, brief=True)
    line = handover_to(by, organisation, council.next_chairmanship)
    return (_handover(),) if line.takes else ()


def _proposal(pk: str, title: str, code: str) -> Item:
    return Item(
        text=pk,
        symbol=_("meeting"),
        sample=False,
        since=None,
        what=_("Convene “%(title)s”, which %(code)s proposes, or say why not") % {"title": title, "code": code},
        why=_("The council sees the proposal."),
        if_nothing=_("the meeting stays proposed, and nobody else learns of it."),
        place="meeting",
        act=_("Read and answer"),
        pressing=True,
    )


def _handover() -> Item:
    return Item(
        text="",
        symbol=_("chairmanship"),
        sample=False,
        since=None,
        what=_("Confirm that the chairmanship is taken over"),
        why=_("The chair has handed it over to your member."),
        if_nothing=_("the hand-over waits for your word; who presides is not changed by it."),
        place="handover",
        act=_("Read and confirm"),
        pressing=True,
    )
