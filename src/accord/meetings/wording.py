"""The one sentence with which a meeting opens, made from its figures."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def meeting_sentence(
    *, present: int, members: int, formats: Sequence[str], completed: int, forwarded: int, papers: int, onward: str
) -> str:
    """
    Return for instance "Five of six members met in a narrow and an extended sitting. Nine papers were before them:
    seven were completed, two went on to the Collective Security Council."; "" when nothing is known yet.

    Args:
        present, members: seats of members that were taken, and all of them; 0 members: attendance is not known.
        onward: name of the one organ to which papers were forwarded, "" for several.
    """
    parts = [_who_met(present, members, formats)] if members else []
    if papers:
        parts.append(_what_came(completed, forwarded, papers, onward))
    return " ".join(parts)


def _who_met(present: int, members: int, formats: Sequence[str]) -> str:
    counts = {"present": capfirst(apnumber(present)), "members": apnumber(members)}
    if set(formats) == {"narrow", "extended"}:
        return _("%(present)s of %(members)s members met in a narrow and an extended sitting.") % counts
    return _("%(present)s of %(members)s members met.") % counts


def _what_came(completed: int, forwarded: int, papers: int, onward: str) -> str:
    counts = {"papers": capfirst(apnumber(papers)), "completed": apnumber(completed), "forwarded": apnumber(forwarded)}
    counts["organ"] = onward or _("other organs")
    head = ngettext("%(papers)s paper was before them", "%(papers)s papers were before them", papers) % counts
    ends = []
    if completed:
        ends.append(ngettext("%(completed)s was completed", "%(completed)s were completed", completed) % counts)
    if forwarded:
        ends.append(_("%(forwarded)s went on to the %(organ)s") % counts)
    return f"{head}: {', '.join(ends)}." if ends else f"{head}."


def papers_head(count: int) -> str:
    """Return the head over the papers of a meeting, "Nine papers and the way each has come"."""
    words = ngettext("%(count)s paper and the way it has come", "%(count)s papers and the way each has come", count)
    return words % {"count": capfirst(apnumber(count))}


def meetings_sentence(total: int) -> str:
    """Return the sentence over the list of meetings."""
    words = ngettext("%(count)s meeting, with what is known of it.", "%(count)s meetings, the latest first.", total)
    return words % {"count": capfirst(apnumber(total))}
