"""Adopted texts and decisions that await a release: by whom it is prepared, by whom it is made."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Role, Subject
from accord.drafting.models import Adoption
from accord.drafting.pages.awaiting import Item
from accord.drafting.queries.rows import visible_adoptions
from accord.publishing.models import Announcement, Kind
from accord.publishing.queries import prepared_announcements, standing_releases


def releases_awaited(by: Subject) -> tuple[Item, ...]:
    """Return what the secretariat has to prepare, or the chair to release; nothing for anybody else."""
    if by.role not in (Role.SECRETARIAT, Role.CHAIR):
        return ()
    known = {each.adoption_id: each for each in standing_releases(by).filter(kind=Kind.TEXT)}
    adoptions = [each for each in visible_adoptions(by) if each.text.organisation_id == by.organisation_id]
    if by.role == Role.SECRETARIAT:
        return tuple(_to_prepare(each) for each in adoptions if each.pk not in known)
    return tuple(_to_release(each) for each in adoptions if each.pk in known and not known[each.pk].released_at)


def announcements_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the decisions without a text that the secretariat has prepared, for the chair, which makes them known."""
    if by.role != Role.CHAIR:
        return ()
    return tuple(_to_make_known(each) for each in prepared_announcements(by))


def _to_make_known(row: Announcement) -> Item:
    return Item(
        text=row.ruling_id,
        symbol=_("decision"),
        sample=row.sample,
        since=row.prepared_at,
        what=_("Make known “%s”") % row.document["title"],
        why=_("Prepared by the secretariat; a release takes two people."),
        if_nothing=_("the public does not see it."),
        place="known-decision",
        act=_("Read and release"),
        pressing=True,
    )


def _to_prepare(adoption: Adoption) -> Item:
    title = adoption.text.title
    return _item(adoption, _("Prepare the release of “%s”") % title, _("Adopted and sealed; not public."), _("Prepare"))


def _to_release(adoption: Adoption) -> Item:
    why = _("Prepared by the secretariat; a release takes two people.")
    return _item(adoption, _("Release “%s”") % adoption.text.title, why, _("Read and release"))


def _item(adoption: Adoption, what: str, why: str, act: str) -> Item:
    return Item(
        text=adoption.pk,
        symbol=adoption.text.symbol,
        sample=adoption.sample,
        since=adoption.at,
        what=what,
        why=why,
        if_nothing=_("the public does not see it."),
        place="adopted-text",
        act=act,
        pressing=True,
    )
