"""
What would turn an outcome: the members who could do it alone, and the smallest sets who could do it together.

A rule over given members is a tree of sums. A set of moves turns the outcome when one conjunction of comparisons comes
out for certain; the smallest such sets are found by iterative deepening, cut by the best that remains in each sum.

Source: docs/reference/rules.md, "What would change it".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, product
from typing import TypeAlias

from accord.engine.rules.model import AllOf, AnyOf, Not, Test
from accord.engine.rules.weighing import Part, Sum, Weighed, truth

MOST_SETS = 20
MOST_STEPS = 2_000
MOST_WAYS = 64
MOST_TOGETHER = 400
"""Members of one set; larger ones are said to exist and not listed."""

TO_ADOPT = ("for", "abstain")
TO_STOP = ("against", "absent", "objection")
ANY_MOVE = ("for", "against", "abstain", "absent", "objection")


@dataclass(frozen=True, slots=True)
class Changes:
    """
    Attributes:
        pivotal: members who turn the outcome alone, by another position (of a case that is undetermined: who settles
            it alone, among those without a line).
        to_change: the smallest sets that turn it together, smallest first, none containing another.
        complete: whether ``to_change`` holds every smallest set of each way to turn it.
    """

    pivotal: tuple[str, ...]
    to_change: tuple[tuple[str, ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A comparison that has to come out true, or false: ``low`` is the sum's certain value now, ``needed`` its goal."""

    found: Sum
    positive: bool
    low: int
    needed: int

    def value(self, index: int, position: str) -> int:
        """Return what a member contributes for certain with this position."""
        low, high = self.found.of(index, position)
        return low if self.positive else -high


def changes_of(weighed: Weighed, positions: Sequence[str], movers: Sequence[int]) -> Changes:
    """
    Return who could turn the outcome.

    Args:
        positions: of each entitled member, "" for none.
        movers: places of those who may move.
    """
    adopted = _adopted(weighed, [found.total(positions) for part in weighed.parts for found in part.sums])
    goals = [True, False] if adopted is None else [not adopted]
    alike = _alike(weighed, positions)
    pivotal = _pivotal(weighed, positions, movers, adopted, alike)
    rest = [index for index in movers if weighed.codes[index] not in pivotal]
    search = _Search(weighed.codes, positions, rest, alike)
    for goal in goals:
        for way in _ways(weighed, positions, goal=goal):
            search.look(way, TO_ADOPT if goal else TO_STOP)
    found = _smallest([*((code,) for code in pivotal), *search.found])
    return Changes(pivotal, found[:MOST_SETS], search.complete and len(found) <= MOST_SETS)


def _alike(weighed: Weighed, positions: Sequence[str]) -> list[int]:
    """Return for each member the place of the first one with the same position that weighs the same everywhere."""
    sums = [found.weights for part in weighed.parts for found in part.sums]
    first: dict[tuple[object, ...], int] = {}
    return [first.setdefault((positions[i], *(each[i] for each in sums)), i) for i in range(len(positions))]


def _pivotal(
    weighed: Weighed, positions: Sequence[str], movers: Sequence[int], adopted: bool | None, alike: Sequence[int]
) -> tuple[str, ...]:
    sums = [found for part in weighed.parts for found in part.sums]
    totals = [found.total(positions) for found in sums]
    now = _held(sums, totals)
    turns: dict[int, bool] = {}
    for index in {alike[each] for each in movers}:
        changed = {_held(sums, _moved(sums, totals, (index, positions[index], target))) for target in ANY_MOVE}
        turns[index] = any(_outcome(weighed, each) not in {adopted, None} for each in changed - {now})
    return tuple(weighed.codes[index] for index in movers if turns[alike[index]])


Held: TypeAlias = tuple[bool | None, ...]
"""For all sums in order, whether each holds; None where it depends."""


def _held(sums: Sequence[Sum], totals: Sequence[tuple[int, int]]) -> Held:
    return tuple([found.holds(low, high) for found, (low, high) in zip(sums, totals, strict=True)])


def _moved(
    sums: Sequence[Sum], totals: Sequence[tuple[int, int]], move: tuple[int, str, str]
) -> list[tuple[int, int]]:
    """Return the totals after one member's move: its place, its position, and the new one."""
    index, old, new = move
    out = []
    for found, (low, high) in zip(sums, totals, strict=True):
        weight = found.weights[index]
        if weight:
            was, now = found.ranges[old], found.ranges[new]
            out.append((low + (now[0] - was[0]) * weight, high + (now[1] - was[1]) * weight))
        else:
            out.append((low, high))
    return out


def _adopted(weighed: Weighed, totals: Sequence[tuple[int, int]]) -> bool | None:
    """Whether the quorum holds and a stage passes, for the totals of all sums in order."""
    return _outcome(weighed, _held([found for part in weighed.parts for found in part.sums], totals))


def _outcome(weighed: Weighed, held: Held) -> bool | None:
    start, values = 0, []
    for part in weighed.parts:
        values.append(truth(part.test, list(held[start : start + len(part.sums)])))
        start += len(part.sums)
    quorum = values.pop(0) if weighed.quorum else True
    passed = True if True in values else (None if None in values else False)
    if quorum is False or passed is False:
        return False
    return None if quorum is None else passed


def wins(weighed: Weighed, positions: Sequence[str]) -> bool:
    """Whether a rule adopts with these positions, every one of them known."""
    totals = [found.total(positions) for part in weighed.parts for found in part.sums]
    return bool(_adopted(weighed, totals))


# Ways: conjunctions of comparisons, each of which alone brings the goal about


def all_ways(weighed: Weighed, *, goal: bool) -> list[tuple[Signed, ...]]:
    """Return the ways to adopt (or not to), whatever the positions are; a value of ``low`` is that of nobody for."""
    return _ways(weighed, ["against"] * len(weighed.codes), goal=goal)


def _ways(weighed: Weighed, positions: Sequence[str], *, goal: bool) -> list[tuple[Signed, ...]]:
    stages = [_part_ways(part, positions, goal=goal) for part in weighed.stages]
    passing = [way for ways in stages for way in ways] if goal else _crossed(stages)
    if weighed.quorum is None:
        return passing[:MOST_WAYS]
    quorum = _part_ways(weighed.quorum, positions, goal=goal)
    return (_crossed([quorum, passing]) if goal else [*quorum, *passing])[:MOST_WAYS]


def _part_ways(part: Part, positions: Sequence[str], *, goal: bool) -> list[tuple[Signed, ...]]:
    return _test_ways(part.test, iter(part.sums), positions, goal=goal)


def _test_ways(test: Test, sums: Iterator[Sum], positions: Sequence[str], *, goal: bool) -> list[tuple[Signed, ...]]:
    match test:
        case AllOf(tests) | AnyOf(tests):
            each = [_test_ways(inner, sums, positions, goal=goal) for inner in tests]
            together = isinstance(test, AllOf) is goal
            return _crossed(each) if together else [way for ways in each for way in ways]
        case Not(inner):
            return _test_ways(inner, sums, positions, goal=not goal)
        case _:
            return [(_signed(next(sums), positions, positive=goal),)]


def _crossed(parts: Sequence[list[tuple[Signed, ...]]]) -> list[tuple[Signed, ...]]:
    return [tuple(signed for way in each for signed in way) for each in product(*parts)]


def _signed(found: Sum, positions: Sequence[str], *, positive: bool) -> Signed:
    low, high = found.total(positions)
    if positive:
        return Signed(found, positive, low, found.threshold)
    return Signed(found, positive, -high, 1 - found.threshold)


# Search


class _Search:
    """Looks for the smallest sets of members whose move to one position brings a way about."""

    def __init__(
        self, codes: Sequence[str], positions: Sequence[str], movers: Sequence[int], alike: Sequence[int]
    ) -> None:
        self.codes, self.positions, self.movers, self.alike = codes, positions, movers, alike
        self.kinds = sorted({alike[index] for index in movers})
        self.found: list[tuple[str, ...]] = []
        self.complete = True
        self.steps = 0

    def look(self, way: tuple[Signed, ...], targets: Sequence[str]) -> None:
        """Add the smallest sets whose move to one of ``targets`` brings ``way`` about."""
        tried: list[dict[int, tuple[int, ...]]] = []
        for target in targets:
            gains = {kind: self._gains(way, kind, target) for kind in self.kinds}
            if not any(_no_better(gains, other) for other in tried):
                tried.append(gains)
                self._look(way, gains)

    def _look(self, way: tuple[Signed, ...], gains: Mapping[int, tuple[int, ...]]) -> None:
        missing = [signed.needed - signed.low for signed in way]
        short = [column for column, each in enumerate(missing) if each > 0]
        helps = {kind for kind in self.kinds if any(gains[kind][column] > 0 for column in short)}
        helpful = [index for index in self.movers if self.alike[index] in helps]
        if not helpful:
            return
        helpful.sort(key=lambda index: -gains[self.alike[index]][short[0]])
        rows = [gains[self.alike[index]] for index in helpful]
        sets = _fitting(rows, missing, self._step, short[0])
        self.found += [tuple(self.codes[helpful[number]] for number in each) for each in sets]
        listed = bool(sets) or len(helpful) <= MOST_TOGETHER
        self.complete = self.complete and listed and len(sets) < MOST_SETS

    def _gains(self, way: tuple[Signed, ...], index: int, target: str) -> tuple[int, ...]:
        old = self.positions[index]
        return tuple(signed.value(index, target) - signed.value(index, old) for signed in way)

    def _step(self) -> bool:
        """Count a step; False when there are too many."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            self.complete = False
        return self.steps <= MOST_STEPS


def _no_better(gains: Mapping[int, tuple[int, ...]], other: Mapping[int, tuple[int, ...]]) -> bool:
    return all(mine <= theirs for kind in gains for mine, theirs in zip(gains[kind], other[kind], strict=True))


def _fitting(
    rows: Sequence[tuple[int, ...]], missing: Sequence[int], step: Callable[[], bool], first: int
) -> list[tuple[int, ...]]:
    """
    Return up to ``MOST_SETS`` of the smallest sets of rows whose sums reach ``missing`` in every column, none of more
    than ``MOST_TOGETHER`` rows.

    ``rows`` fall in column ``first``: what no longer suffices there does not suffice further down.
    """
    best = _Best(rows, first)
    columns = range(len(missing))

    def deeper(start: int, left: int, need: Sequence[int]) -> Iterator[tuple[int, ...]]:
        if left == 0:
            yield ()
            return
        for index in range(start, len(rows) - left + 1):
            if not step():
                return
            rest = [need[column] - rows[index][column] for column in columns]
            reach = [best.of(column, index + 1, left - 1) >= rest[column] for column in columns]
            if all(reach):
                for more in deeper(index + 1, left - 1, rest):
                    yield (index, *more)
            elif not reach[first]:
                return

    for size in range(1, min(len(rows), MOST_TOGETHER) + 1):
        if all(best.of(column, 0, size) >= missing[column] for column in columns):
            found = list(islice(deeper(0, size, missing), MOST_SETS))
            if found or not step():
                return found
    return []


class _Best:
    """The most that any r rows from a place on add up to in one column; rows already fall in one of them."""

    def __init__(self, rows: Sequence[tuple[int, ...]], falling: int) -> None:
        self.rows, self.falling = rows, falling
        self._prefix = list(accumulate((row[falling] for row in rows), initial=0))
        self._sums: dict[tuple[int, int], list[int]] = {}

    def of(self, column: int, start: int, count: int) -> int:
        if column == self.falling:
            return self._prefix[start + count] - self._prefix[start]
        key = column, start
        if key not in self._sums:
            falling = sorted((row[column] for row in self.rows[start:]), reverse=True)
            self._sums[key] = list(accumulate(falling, initial=0))
        return self._sums[key][count]


def _smallest(found: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return the sets without those that contain another, smallest first."""
    kept: list[frozenset[str]] = []
    for each in sorted({tuple(sorted(one)) for one in found}, key=lambda one: (len(one), one)):
        if len(kept) > MOST_SETS:
            break
        if not any(smaller <= frozenset(each) for smaller in kept):
            kept.append(frozenset(each))
    return tuple(tuple(sorted(each)) for each in kept)
