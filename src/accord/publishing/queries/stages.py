"""How far what two people make known has come, and what comes next."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny
from accord.publishing.accounts import moment
from accord.publishing.models import Prepared
from accord.publishing.pages import Stage


def stage_of(kind: str, row: Prepared | None, answer: Decision, *, unprepared: str, fingerprint: str = "") -> Stage:
    """
    Return how far a release has come, and whether the reader may do what comes next.

    Args:
        answer: whether the reader may prepare it where nothing is prepared, else whether it may release it.
        unprepared: the sentence where nothing is prepared. fingerprint: of what would be prepared then.
    """
    state = "none" if row is None else "prepared" if row.released_at is None else "released"
    return Stage(
        kind=kind,
        state=state,
        sentence=unprepared if row is None else _so_far(row),
        act={"none": "prepare", "prepared": "release", "released": ""}[state],
        may=isinstance(answer, Allow),
        reason=answer.reason if isinstance(answer, Deny) else "",
        fingerprint=row.fingerprint if row else fingerprint,
    )


def _so_far(row: Prepared) -> str:
    if row.released_at is None:
        return _("Prepared by the secretariat, %s. The chair releases it.") % moment(row.prepared_at)
    return _("Prepared by the secretariat, released by the chair, %s.") % moment(row.released_at)
