"""
A paragraph as it is compared: its wording as people see it, and the units in which facts are looked for.

The common wording is one unit, each alternative another; choices inside a unit are gaps in it. Every place of a unit is
known as a place of the wording that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from accord.engine.text.model import Alternative, Choice, Inline
from accord.engine.text.notation import printed
from accord.engine.text.spacing import STAYS, outside
from accord.engine.text.splitting import EXACT

GAP = "\ufffc"
"""Stands in a unit where a choice is."""

Path = tuple[tuple[int, int], ...]
"""For each enclosing choice, outermost first: which of its unit it is, and which alternative encloses."""


@dataclass(slots=True)
class Unit:
    """
    Wording that is read in one go.

    Attributes:
        text: without the choices in it. offsets: for each of its code points, where it stands in the shown wording.
    """

    path: Path
    text: str = ""
    offsets: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open place ``[start, end)`` of this unit as a place of the shown wording."""
        if not self.offsets:
            return (0, 0)
        last = len(self.offsets) - 1
        first = self.offsets[min(start, last)]
        return (first, max(first, self.offsets[min(max(end - 1, start), last)] + 1))


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A paragraph as it is compared.

    Attributes:
        shown: its wording with brackets, codes of holders where asked for, no status and no notes.
        units: in reading order, the common wording first.
        shape: the choices as nested pairs (holders of each alternative, choices inside); what brackets mean, in short.
    """

    shown: str
    units: tuple[Unit, ...]
    shape: tuple[object, ...]


def reading_of(inlines: Sequence[Inline], *, holders: bool = True) -> Reading:
    """Return ``inlines`` as they are compared; without ``holders`` the codes are left out."""
    state = _State(holders)
    unit = Unit(())
    state.units.append(unit)
    state.walk(outside(inlines), unit)
    return Reading("".join(state.shown), tuple(state.units), shape_of(inlines))


def shape_of(inlines: Sequence[Inline]) -> tuple[object, ...]:
    """Return the choices of ``inlines``: for each its alternatives as (holders, null, inside)."""
    return tuple(
        tuple((each.holders, each.is_null, shape_of(each.inlines)) for each in item.alternatives)
        for item in inlines
        if isinstance(item, Choice)
    )


class _State:
    def __init__(self, holders: bool) -> None:
        self.shown: list[str] = []
        self.length = 0
        self.units: list[Unit] = []
        self.holders = holders

    def put(self, words: str) -> None:
        self.shown.append(words)
        self.length += len(words)

    def walk(self, inlines: Sequence[Inline], unit: Unit) -> None:
        choice = 0
        for item in inlines:
            if isinstance(item, str):
                words = item.replace(STAYS, "").replace(EXACT, "")
                unit.text += words
                unit.offsets.extend(range(self.length, self.length + len(words)))
                self.put(words)
                continue
            unit.text += GAP
            unit.offsets.append(self.length)
            self.choice(item, (*unit.path, (choice, 0)))
            choice += 1

    def choice(self, choice: Choice, path: Path) -> None:
        shown = printed(choice)
        for index, alternative in enumerate(choice.alternatives):
            if not any(alternative is each for each in shown):
                continue
            if alternative is not shown[0]:
                self.put(" ")
            self.alternative(alternative, (*path[:-1], (path[-1][0], index)))

    def alternative(self, alternative: Alternative, path: Path) -> None:
        codes = f"{', '.join(alternative.holders)}: " if self.holders and alternative.holders else ""
        self.put(f"[{codes}")
        unit = Unit(path)
        self.units.append(unit)
        if alternative.is_null:
            self.put("no text")
        else:
            self.walk(alternative.inlines, unit)
        self.put("]")
