"""Who may prepare and who may release. A release takes two people."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.publishing.models import Kind, Release


def may_prepare(by: Subject, kind: str, standing: Collection[Release]) -> Decision:
    """The secretariat prepares a release, once; the negotiating history only of a text that is released."""
    if by.role != Role.SECRETARIAT or by.person_id is None:
        return Deny(_("A release is prepared by the secretariat."))
    if any(release.kind == kind for release in standing):
        return Deny(_("This is prepared already."))
    if kind == Kind.HISTORY and not _released(Kind.TEXT, standing):
        return Deny(_("The text itself is not released yet."))
    return Allow()


def may_release(by: Subject, release: Release) -> Decision:
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
