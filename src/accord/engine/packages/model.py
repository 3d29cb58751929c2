"""
What delegations have said about the wordings of open choices, and what it would ask of each to settle on one.

Source: docs/reference/packages.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Said = Literal["prefers", "lives", "objects"]
"""What a delegation says of a wording; "lives" is that it can live with it. No entry: it is not known."""

UNIT = 100
"""What one step of mean weight asks; so that shares are compared in whole numbers."""


@dataclass(frozen=True, slots=True)
class Wish:
    """
    What one delegation has said of one choice.

    Attributes:
        said: number of a wording → what it says of it. weight: how much the choice matters to it, 1 and up, relative
            to its other choices.
    """

    said: Mapping[int, Said]
    weight: int = 1

    @property
    def wants(self) -> frozenset[int]:
        """The wordings that it prefers."""
        return frozenset(wording for wording, said in self.said.items() if said == "prefers")


@dataclass(frozen=True, slots=True)
class Talks:
    """
    The open choices with all that is known.

    Attributes:
        members: codes in the council's order. wordings: id of a choice → how many wordings are on the table there.
        wishes: id of a choice → code → its wish; who is not in it has said nothing there.
    """

    members: tuple[str, ...]
    wordings: Mapping[str, int]
    wishes: Mapping[str, Mapping[str, Wish]] = field(hash=False)

    def wish(self, choice: str, code: str) -> Wish | None:
        """Return what a delegation has said of a choice; None where it has said nothing."""
        return self.wishes.get(choice, {}).get(code)

    def weight(self, choice: str, code: str) -> int:
        """
        Return what a step on this choice asks of the delegation, in units.

        Weights are relative: whoever gives every choice the largest weight says no more than who gives none.
        """
        own = [wish.weight for wishes in self.wishes.values() if (wish := wishes.get(code))]
        wish = self.wish(choice, code)
        return round(UNIT * wish.weight * len(own) / sum(own)) if wish and own else UNIT


@dataclass(frozen=True, slots=True)
class Step:
    """
    What settling on a wording would ask of one delegation.

    Attributes:
        kind: "yields": it prefers another and has said that it can live with this one. "asked": it prefers another and
            has not said whether it can live with this one. "objects": it has said that it objects.
    """

    code: str
    kind: Literal["yields", "asked", "objects"]


def steps_to(talks: Talks, choice: str, wording: int) -> tuple[Step, ...]:
    """Return the steps that settling ``choice`` on ``wording`` would ask, in the council's order; () asks nothing."""
    found = ((code, _kind(talks.wish(choice, code), wording)) for code in talks.members)
    return tuple(Step(code, kind) for code, kind in found if kind)


def silent_on(talks: Talks, choice: str, wording: int) -> tuple[str, ...]:
    """Return who has said nothing from which a view on this wording could be known, and prefers no other."""
    wishes = ((code, talks.wish(choice, code)) for code in talks.members)
    return tuple(code for code, wish in wishes if not wish or (wording not in wish.said and not wish.wants))


def _kind(wish: Wish | None, wording: int) -> Literal["yields", "asked", "objects"] | None:
    if wish is None or wording in wish.wants:
        return None
    said = wish.said.get(wording)
    if said == "objects":
        return "objects"
    if not wish.wants:
        return None
    return "yields" if said == "lives" else "asked"
