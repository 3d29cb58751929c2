"""
What every exact way of counting hands over: how many coalitions win, and for whom that is so because of them.

Source: docs/reference/power.md, "What the figures mean".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import factorial


@dataclass(frozen=True, slots=True)
class Counts:
    """
    Attributes:
        winning: number of winning coalitions.
        swings: for each member, the coalitions of the others that lose without it and win with it.
        by_size: for each member the same, by the number of the others (0 to n - 1); empty where it was not counted.
    """

    winning: int
    swings: tuple[int, ...]
    by_size: tuple[tuple[int, ...], ...] = ()

    def shapley(self) -> tuple[Fraction, ...]:
        """Return each member's share of all orders in which it turns the coalition of those before it into a winner."""
        members = len(self.swings)
        orders = [factorial(size) * factorial(members - 1 - size) for size in range(members)]
        whole = factorial(members)
        cache: dict[tuple[int, ...], Fraction] = {}
        for sizes in self.by_size:
            if sizes not in cache:
                cache[sizes] = Fraction(sum(count * each for count, each in zip(sizes, orders, strict=True)), whole)
        return tuple(cache[sizes] for sizes in self.by_size)


def from_winning(winning: Sequence[int], containing: Sequence[Sequence[int]], of: Sequence[int] = ()) -> Counts:
    """
    Return the counts of a monotone game from its winning coalitions by size.

    Args:
        winning: number of winning coalitions of size 0 to n.
        containing: for each member, the number of those that it is in; or for each class of members, where ``of`` gives
            each member's.

    A coalition of s others swings with a member exactly when it wins with it and does not win without it; and where it
    wins without, it wins with. So the swings of size s are the winning coalitions of size s + 1 with the member, less
    those of size s without it.
    """
    sizes = range(len(winning) - 1)
    swings = [tuple(with_it[s + 1] - (winning[s] - with_it[s]) for s in sizes) for with_it in containing]
    by_size = tuple(swings[number] for number in of) if of else tuple(swings)
    return Counts(sum(winning), tuple(sum(each) for each in by_size), by_size)
