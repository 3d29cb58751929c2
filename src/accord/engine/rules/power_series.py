"""
One quota: exact counts by generating functions, each held in one large whole number.

The polynomial whose coefficient at x^w is the number of coalitions of weight w is the product of all 1 + x^weight. Its
coefficients are less than 2^n, so they fit side by side into equal slots of one Python integer, where multiplying by
1 + x^weight is one shift and one addition. With a second slot width inside, the same integer counts by size as well.
The factor of one member is taken out again by an alternating sum over few slots. Everything is exact; nothing is
rounded.

A game and its dual (a coalition wins there when the others lose here) have the same swings, so that the smaller of the
quota and its counterpart is what has to be counted.

Source: docs/reference/power.md, "How it is computed".
"""

from __future__ import annotations

from accord.engine.rules.power_counts import Counts
from accord.engine.rules.power_games import Quota


def series_bytes(quota: Quota, *, sizes: bool) -> int:
    """Return how many bytes the series of this quota takes: what decides whether this way is open."""
    row = len(quota.weights) + 1 if sizes else 1
    return _counted(quota)[0] * row * _slot(quota)


def count_by_series(quota: Quota, *, sizes: bool) -> Counts:
    """Return the exact counts of a game of one quota, by size where ``sizes``."""
    below, dual = _counted(quota)
    losing = _Losing(quota, below, sizes)
    per_weight = {weight: losing.swings(weight) for weight in set(quota.weights)}
    by_size = tuple(per_weight[weight] for weight in quota.weights)
    lost = losing.total()
    winning = lost if dual else 2 ** len(quota.weights) - lost
    if not sizes:
        return Counts(winning, tuple(each[0] for each in by_size))
    if dual:
        by_size = tuple(each[::-1] for each in by_size)
    return Counts(winning, tuple(sum(each) for each in by_size), by_size)


def _counted(quota: Quota) -> tuple[int, bool]:
    """Return below which weight coalitions are counted, and whether those are of the dual game."""
    dual = sum(quota.weights) - quota.quota + 1
    return (dual, True) if dual < quota.quota else (quota.quota, False)


def _slot(quota: Quota) -> int:
    """Return the bytes of a slot: a count is at most 2^n."""
    return len(quota.weights) // 8 + 1


class _Losing:
    """The coalitions whose weight stays below a quota, by weight summed up, and by size where asked for."""

    def __init__(self, quota: Quota, below: int, sizes: bool) -> None:
        self.below = below
        self.members = len(quota.weights)
        self.slot = _slot(quota)
        self.row = self.slot * (self.members + 1 if sizes else 1)
        self.step = self.slot * 8 if sizes else 0
        self.series = self._summed(self._product(quota)).to_bytes(below * self.row, "little")

    def _product(self, quota: Quota) -> int:
        series, end, cut = 1, 0, (1 << (self.below * self.row * 8)) - 1
        for weight in sorted(quota.weights):
            series += series << (weight * self.row * 8 + self.step)
            end += weight
            if end >= self.below:
                series &= cut
        return series

    def _summed(self, series: int) -> int:
        """Return the series whose slot at w holds the sum of all slots up to w."""
        cut, reach = (1 << (self.below * self.row * 8)) - 1, 1
        while reach < self.below:
            series = (series + (series << (reach * self.row * 8))) & cut
            reach *= 2
        return series

    def _up_to(self, weight: int) -> int:
        return int.from_bytes(self.series[weight * self.row : (weight + 1) * self.row], "little")

    def total(self) -> int:
        """Return the number of losing coalitions."""
        return sum(self._slots(self._up_to(self.below - 1), self.members + 1))

    def swings(self, weight: int) -> tuple[int, ...]:
        """
        Return, by size (or in all), the coalitions without one member of this weight that lose, and win with it.

        With C(w) the losing coalitions up to weight w and D(w) those without the member, C(w) = D(w) + y D(w - weight),
        y counting its size. So D(q - 1 - weight) is an alternating sum; the swings are D(q - 1) - D(q - 1 - weight).
        """
        if weight == 0:
            return (0,) * (self.members if self.step else 1)
        places = range(self.below - 1 - weight, -1, -weight)
        without = 0
        for size, place in enumerate(places[: self.members] if self.step else places):
            row = self._up_to(place) << (self.step * size)
            without += -row if size % 2 else row
        found = self._up_to(self.below - 1) - without - (without << self.step)
        return self._slots(found, self.members)

    def _slots(self, row: int, count: int) -> tuple[int, ...]:
        if not self.step:
            return (row,)
        mask = (1 << self.step) - 1
        return tuple((row >> (self.step * size)) & mask for size in range(count))
