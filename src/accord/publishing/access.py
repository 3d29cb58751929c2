"""Who may prepare and who may release. A release takes two people."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.members.models import Organisation
from accord.publishing.models import Announcement, Kind, Prepared, Release


def may_prepare(by: Subject, kind: str, standing: Collection[Release]) -> Decision:
    """The secretariat prepares a release, once; the negotiating history only of a text that is released."""
    if by.role != Role.SECRETARIAT or by.person_id is None:
        return Deny(_("A release is prepared by the secretariat."))
    if any(release.kind == kind for release in standing):
        return Deny(_("This is prepared already."))
    if kind == Kind.HISTORY and not _released(Kind.TEXT, standing):
        return Deny(_("The text itself is not released yet."))
    return Allow()


def may_announce(by: Subject, organisation: Organisation, whole: bool, standing: Announcement | None) -> Decision:
    """
    The secretariat prepares, once, that a decision without a text is made known.

    Args:
        whole: the whole council was asked, and not a part of it. standing: what is prepared already, if anything.
    """
    if by.role != Role.SECRETARIAT or by.person_id is None or by.organisation_id != organisation.pk:
        return Deny(_("A release is prepared by the secretariat."))
    if not organisation.public:
        return Deny(_("The organisation has no public pages: nothing is made known there."))
    if not whole:
        return Deny(_("A part of the council was asked: its decision stays among those who were there."))
    return Deny(_("This is prepared already.")) if standing else Allow()


def may_release(by: Subject, release: Prepared) -> Decision:
    """The chair releases what another person has prepared, once."""
    if by.role != Role.CHAIR or by.person_id is None:
        return Deny(_("A release is made by the chair."))
    if release.released_at is not None:
        return Deny(_("This is released already."))
    if by.person_id == release.prepared_by:
        return Deny(_("A release takes two people: whoever prepared it cannot release it."))
    return Allow()


def _released(kind: str, standing: Collection[Release]) -> bool:
    return any(release.kind == kind and release.released_at is not None for release in standing)
