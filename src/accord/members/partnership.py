"""How an agreement with a partner stands on a day, and the sentences on partners. Pure: no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def stands(lasting: str, until: date | None, ended: date | None, day: date) -> tuple[str, str]:
    """
    Return how an agreement stands on ``day``, as a word and in words.

    Args:
        lasting: "unsaid" | "open" | "until"; ``until`` is then the last day. ended: when it ceased before that.

    Returns:
        ("ended" | "over" | "until" | "open" | "unsaid", words without a full stop). What ends later is not over yet.
    """
    if ended and ended <= day:
        return "ended", _("ended on %(day)s") % {"day": _day(ended)}
    if until and until < day:
        return "over", _("its term ran until %(day)s") % {"day": _day(until)}
    if until:
        return "until", _("in force until %(day)s") % {"day": _day(until)}
    if lasting == "open":
        return "open", _("in force without a last day")
    return "unsaid", _("term not stated")


def list_sentence(kinds: Sequence[str]) -> str:
    """Return the sentence with which the list of partners opens. ``kinds``: of all of them."""
    if not kinds:
        return _("No partner is entered yet.")
    below = sum(kind == "structure" for kind in kinds)
    tops = len(kinds) - below
    words = ngettext("%d partner", "%d partners", tops) % tops
    if below:
        further = ngettext("%d structure of one", "%d structures of them", below) % below
        words = _("%(partners)s and %(structures)s") % {"partners": words, "structures": further}
    return _("%s.") % words


def partner_sentence(kind: str, above: str, *, agreements: int, joint: int) -> str:
    """Return the sentence with which the page of a partner opens; ``above`` is the name of what it belongs to."""
    what = _("structure of %s") % above if above else kind
    on = ngettext("%d agreement is known", "%d agreements are known", agreements) % agreements
    done = ngettext("%d thing done together", "%d things done together", joint) % joint
    told = _("%(agreements)s by this day, and %(joint)s.") % {
        "agreements": on if agreements else _("no agreement is known"),
        "joint": done if joint else _("nothing that was done together"),
    }
    return f"{capfirst(what)}: {told}"


def _day(day: date) -> str:
    return date_format(day, "j E Y")
