"""
What of the members' assessments is shared, and the wording of a text that says so. Pure: values in, words out.

A question is *shared* where every member has said that it supports it or can live with it. It is *not shared* where
somebody does not support it or objects; those stand *apart* where more than half of all members are on the other side.
Otherwise it is *not said by all*: who has said nothing has neither consented nor objected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

FOR = frozenset({"supports", "lives"})
AGAINST = frozenset({"opposes", "objects"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """
    How the members stand to one question.

    Attributes:
        state: "shared" | "differ" | "unsaid". apart: codes of those that stand apart. silent: of those that
            said nothing.
    """

    wording: str
    state: str
    apart: tuple[str, ...]
    silent: tuple[str, ...]


def drawn(wording: str, codes: Sequence[str], said: Mapping[str, str]) -> Drawn:
    """Return how the members ``codes`` stand to a question; ``said`` is code → a value of the scale."""
    against = tuple(code for code in codes if said.get(code) in AGAINST)
    agreeing = sum(said.get(code) in FOR for code in codes)
    silent = tuple(code for code in codes if code not in said)
    state = "differ" if against else "unsaid" if silent else "shared"
    return Drawn(wording, state, against if 2 * agreeing > len(codes) else (), silent)


def text_of(name: str, day: date, found: Sequence[Drawn]) -> str:
    """Return the wording of a text on what is shared and what is not, in paragraphs; it names no member."""
    known = {"name": name, "day": date_format(day, "j E Y")}
    opening = (
        _("Assessment of the situation: %(name)s") % known,
        _("The members of the council,"),
        _("Having compared their assessments of the situation by %(day)s,") % known,
    )
    patterns = {
        "shared": _("Share the following assessment: %(wording)s"),
        "differ": _("Note that their assessments differ on the following: %(wording)s"),
        "unsaid": _("Note that not all of them have given an assessment of the following: %(wording)s"),
    }
    ordered = [each for state in patterns for each in found if each.state == state]
    items = [patterns[each.state] % {"wording": each.wording.rstrip(" .;")} for each in ordered]
    last = len(items)
    numbered = [f"{at}. {words}{'.' if at == last else ';'}" for at, words in enumerate(items, start=1)]
    return "\n\n".join((*opening, *numbered))
