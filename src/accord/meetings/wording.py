"""The one sentence with which a meeting opens, made from its figures; and how its sittings are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accord.meetings.choices import Format
from accord.members.tongues import spelled


def meeting_sentence(*, present: int, members: int, formats: Sequence[str]) -> str:
    """
    Return for instance "Five of six members met in a narrow and an extended sitting."; "" when nothing is known yet.

    Args:
        present, members: seats of members that were taken, and all of them; 0 members: attendance is not known.
    """
    return _who_met(get_language(), present, members, frozenset(formats)) if members else ""


@lru_cache(maxsize=1024)
def _who_met(_language: str | None, present: int, members: int, formats: frozenset[str]) -> str:
    """Return who met, in the active language; in a long list most meetings share one sentence."""
    counts = {"present": capfirst(spelled(present)), "members": spelled(members)}
    if formats == {"narrow", "extended"}:
        return _("%(present)s of %(members)s members met in a narrow and an extended sitting.") % counts
    return _("%(present)s of %(members)s members met.") % counts


def meetings_sentence(total: int) -> str:
    """Return the sentence over the list of meetings."""
    words = ngettext("%(count)s meeting, with what is known of it.", "%(count)s meetings, the latest first.", total)
    return words % {"count": capfirst(spelled(total))}


def next_code(known: Iterable[str], form: str) -> str:
    """Return the code of a further sitting of this format: "extended", then "extended-2"."""
    numbers = [int(code.partition("-")[2] or 1) for code in known if code.partition("-")[0] == form]
    return f"{form}-{max(numbers) + 1}" if numbers else form


def sitting_name(code: str) -> str:
    """Return how a sitting is called, from its code: "Extended", "Extended 2"; as it is where it is no code."""
    form, _dash, number = code.partition("-")
    if form not in Format.values:
        return code
    return f"{Format(form).label} {number}".strip()
