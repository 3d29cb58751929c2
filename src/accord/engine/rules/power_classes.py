"""
Members that no test tells apart, counted together: exact for councils of two or three kinds of members, of any size.

Source: docs/reference/power.md, "How it is computed".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import comb, prod

from accord.engine.rules.power_counts import Counts, from_winning
from accord.engine.rules.power_games import AllOf, Game, Quota, Test, Wins, quotas


@dataclass(frozen=True, slots=True)
class Classes:
    """
    Attributes:
        of: for each member the number of its class. sizes: members of each class.
    """

    of: tuple[int, ...]
    sizes: tuple[int, ...]

    @property
    def combinations(self) -> int:
        """How many ways there are to take some of each class."""
        return prod(size + 1 for size in self.sizes)


def classes_of(game: Game) -> Classes:
    """Return the classes of members that have the same weight in every quota of an additive game."""
    kinds = list(zip(*(quota.weights for quota in quotas(game.test)), strict=True))
    numbers = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    of = tuple(numbers[kind] for kind in kinds)
    return Classes(of, tuple(of.count(number) for number in range(len(numbers))))


def count_by_classes(game: Game, classes: Classes) -> Counts:
    """Return the exact counts of an additive game, going through every way to take some of each class."""
    members = len(game.members)
    winning = [0] * (members + 1)
    containing = [[0] * (members + 1) for _ in classes.sizes]
    for taken in _winning(game.test, classes):
        ways = prod(map(comb, classes.sizes, taken))
        size = sum(taken)
        winning[size] += ways
        for number, (some, of) in enumerate(zip(taken, classes.sizes, strict=True)):
            containing[number][size] += ways * some // of
    return from_winning(winning, containing, classes.of)


def _winning(test: Test, classes: Classes) -> Iterator[tuple[int, ...]]:
    first = [classes.of.index(number) for number in range(len(classes.sizes))]
    small = _on_classes(test, first)
    for taken in product(*(range(size + 1) for size in classes.sizes)):
        if _passes(small, taken):
            yield taken


def _on_classes(test: Test, first: Sequence[int]) -> Test:
    if isinstance(test, Quota):
        return Quota(tuple(test.weights[place] for place in first), test.quota)
    if isinstance(test, Wins):
        raise TypeError("This test is not additive.")
    return type(test)(tuple(_on_classes(each, first) for each in test.tests))


def _passes(test: Test, taken: Sequence[int]) -> bool:
    if isinstance(test, Quota):
        return sum(map(int.__mul__, test.weights, taken)) >= test.quota
    if isinstance(test, Wins):
        raise TypeError("This test is not additive.")
    tests = (_passes(each, taken) for each in test.tests)
    return all(tests) if isinstance(test, AllOf) else any(tests)
