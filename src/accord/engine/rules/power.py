"""
Voting power: how often a member's vote decides, when all members are present and vote for or against.

``power`` chooses the way of computing by the game: exact wherever one of the exact ways is open, otherwise an estimate
with an interval. It never mixes the two silently: ``exact`` says which it was.

Source: docs/reference/power.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from accord.engine.rules.power_classes import classes_of, count_by_classes
from accord.engine.rules.power_counts import Counts
from accord.engine.rules.power_enumeration import MOST, count_by_enumeration
from accord.engine.rules.power_games import Game, Quota, is_additive
from accord.engine.rules.power_halves import count_by_halves, decisive_weight, fits
from accord.engine.rules.power_integral import shapley_by_integral, steps_of_integral
from accord.engine.rules.power_sampling import Estimate, estimate_shapley, estimate_swings
from accord.engine.rules.power_series import count_by_series, series_bytes

Index: TypeAlias = Literal["banzhaf", "shapley"]
Number: TypeAlias = Fraction | float
Interval: TypeAlias = tuple[float, float]
INDICES: tuple[Index, ...] = ("banzhaf", "shapley")
MOST_COMBINATIONS = 20_000
MOST_BYTES = 2**28
MOST_BYTES_BY_SIZE = 2**26
MOST_STEPS = 40_000_000_000
MOST_SEARCHED, MOST_EVALUATED = 40, 28


@dataclass(frozen=True, slots=True)
class MemberPower:
    """
    One member's power. None: not asked for.

    Attributes:
        banzhaf: its share of all swings. absolute: its swings as a share of the coalitions of the others (Penrose).
        shapley: its share of all orders in which it turns those before it into a winning coalition.
        intervals: name of an estimated figure to where the true one is, at 99 %.
    """

    member: str
    weight: Number
    banzhaf: Number | None = None
    absolute: Number | None = None
    shapley: Number | None = None
    intervals: tuple[tuple[str, Interval], ...] = ()


@dataclass(frozen=True, slots=True)
class Power:
    """
    Attributes:
        winning: number of winning coalitions; None where it was estimated.
        total: number of all coalitions, 2^n. passes: the share that wins.
        interval: where the true share is, at 99 %; None where it is exact.
        exact: every figure is exact, or right to 1e-9; False: at least one is an estimate.
        trivial: nothing passes without every single member, so that all have the same power: to block.
    """

    members: tuple[MemberPower, ...]
    winning: int | None
    total: int
    passes: Number
    interval: Interval | None
    exact: bool

    @property
    def trivial(self) -> bool:
        """Whether only all members together win."""
        return self.winning == 1

    @property
    def improper(self) -> bool:
        """Whether two coalitions without a common member are sure to win both: more than half of all win."""
        return self.winning is not None and self.winning * 2 > self.total


@dataclass(frozen=True, slots=True)
class _Column:
    """One figure of every member; intervals where it was estimated."""

    values: Sequence[Number]
    intervals: Sequence[Interval] = ()


def power(game: Game, indices: Sequence[Index] = INDICES) -> Power:
    """Return the power of every member of ``game``, by these indices."""
    counts = _counts(game, sizes="shapley" in indices)
    columns, passing = _exact(game, counts) if counts else _drawn(game)
    if "shapley" in indices:
        columns["shapley"] = _shapley(game, counts)
    if "banzhaf" not in indices:
        columns = {"shapley": columns["shapley"]}
    return Power(
        members=tuple(_members(game, columns)),
        winning=counts.winning if counts else None,
        total=2 ** len(game.members),
        passes=passing.values[0],
        interval=passing.intervals[0] if passing.intervals else None,
        exact=bool(counts) and not any(column.intervals for column in columns.values()),
    )


def _members(game: Game, columns: Mapping[str, _Column]) -> Iterator[MemberPower]:
    for place, (member, weight) in enumerate(zip(game.members, game.printed_weights, strict=True)):
        figures = {name: column.values[place] for name, column in columns.items()}
        intervals = tuple((name, column.intervals[place]) for name, column in columns.items() if column.intervals)
        yield MemberPower(member, weight, **figures, intervals=intervals)


def _exact(game: Game, counts: Counts) -> tuple[dict[str, _Column], _Column]:
    swings, others = sum(counts.swings), 2 ** (len(game.members) - 1)
    share = {count: Fraction(count, swings) for count in set(counts.swings)}
    absolute = {count: Fraction(count, others) for count in set(counts.swings)}
    columns = {
        "banzhaf": _Column([share[count] for count in counts.swings]),
        "absolute": _Column([absolute[count] for count in counts.swings]),
    }
    return columns, _Column([Fraction(counts.winning, 2 * others)])


def _drawn(game: Game) -> tuple[dict[str, _Column], _Column]:
    winning, swings = estimate_swings(game)
    whole = sum(each.share for each in swings) or 1.0
    columns = {
        "banzhaf": _Column([each.share / whole for each in swings], _of_whole([each.interval for each in swings])),
        "absolute": _column(swings),
    }
    return columns, _column([winning])


def _of_whole(swings: Sequence[Interval]) -> list[Interval]:
    """Return how small and how large each member's share of all swings can be, all of them within theirs."""
    low, high = (sum(each[end] for each in swings) for end in (0, 1))
    out = []
    for least, most in swings:
        fewest, most_of_all = least + high - most, most + low - least
        out.append((least / fewest if fewest else 0.0, most / most_of_all if most_of_all else 1.0))
    return out


def _shapley(game: Game, counts: Counts | None) -> _Column:
    if counts and counts.by_size:
        return _Column(counts.shapley())
    if isinstance(game.test, Quota) and steps_of_integral(game.test) <= MOST_STEPS:
        return _Column(shapley_by_integral(game.test))
    return _column(estimate_shapley(game))


def _column(estimates: Sequence[Estimate]) -> _Column:
    return _Column([each.share for each in estimates], [each.interval for each in estimates])


def _counts(game: Game, *, sizes: bool) -> Counts | None:
    """Return the exact counts by the quickest way that is open, with sizes where they can be had; None: no way is."""
    if not is_additive(game.test):
        return count_by_enumeration(game) if len(game.members) <= MOST else None
    classes = classes_of(game)
    if classes.combinations <= MOST_COMBINATIONS:
        return count_by_classes(game, classes)
    quota = game.test
    if sizes and isinstance(quota, Quota) and series_bytes(quota, sizes=True) <= MOST_BYTES_BY_SIZE:
        return count_by_series(quota, sizes=True)
    if isinstance(quota, Quota) and series_bytes(quota, sizes=False) <= MOST_BYTES:
        return count_by_series(quota, sizes=False)
    return count_by_halves(game) if _is_halved_quickly(game) else None


def _is_halved_quickly(game: Game) -> bool:
    return fits(game) and len(game.members) <= (MOST_EVALUATED if decisive_weight(game) is None else MOST_SEARCHED)
