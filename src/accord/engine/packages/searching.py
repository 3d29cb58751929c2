"""
Balanced packages: several choices settled together, so that whoever yields on one gains on another.

A package settles choices on wordings to which nobody objects. The search takes the one that settles most choices, then
the one that asks fewest unanswered questions, then the one that asks least in all. Two conditions make it balanced: no
side bears more than a set share of all that is asked, and whoever yields anywhere gets the wording that it prefers on a
choice where another yields.

Source: docs/reference/packages.md, "Packages".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from accord.engine.packages.model import Step, Talks, silent_on, steps_to
from accord.engine.packages.singles import closing_now
from accord.engine.packages.solving import Problem, solve

MOST_SHARE = Fraction(3, 5)
"""Below one half no two sides could trade with each other alone."""

MOST_PACKAGES = 3


@dataclass(frozen=True, slots=True)
class Settled:
    """A choice of a package: the wording, the steps that it asks, who gets what it prefers, and who is silent."""

    choice: str
    wording: int
    steps: tuple[Step, ...]
    gaining: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """
    Attributes:
        settled: in the order of the text.
        burdens: code → what the package asks of it, in units; their largest share of the sum is ``share``.
        asked: how many steps have not been said to be possible. gap: of the solver, 0 is proved best.
    """

    settled: tuple[Settled, ...]
    burdens: Mapping[str, int]
    asked: int
    gap: float

    @property
    def share(self) -> Fraction:
        """The largest share of all that is asked that one side bears."""
        whole = sum(self.burdens.values())
        return Fraction(max(self.burdens.values()), whole) if whole else Fraction(0)


@dataclass(frozen=True, slots=True)
class Search:
    """
    What is searched for.

    Attributes:
        share: of all that is asked, the most that one side may bear.
        asking: whether steps may be asked that nobody has said to be possible.
        most: packages that are offered. longest: choices that one package settles at most, 0 for any number.
        seconds: for the whole search.
    """

    share: Fraction = MOST_SHARE
    asking: bool = False
    most: int = MOST_PACKAGES
    longest: int = 0
    seconds: float = 8.0


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to settle one choice: a variable of the problem."""

    settled: Settled
    burdens: Mapping[str, int]

    @property
    def asked(self) -> int:
        return sum(step.kind == "asked" for step in self.settled.steps)


def search(talks: Talks, wanted: Search = Search()) -> tuple[Package, ...]:
    """
    Return balanced packages, the best first; each differs from those before it in a fifth of its choices or more.

    Choices that close by themselves need no package and are left out.

    Raises:
        SolverMissing: HiGHS is not installed.
    """
    ways = [way for choice in _waiting(talks) for way in _ways(talks, choice, asking=wanted.asking)]
    if not ways:
        return ()
    problem, found = _problem(ways, talks, wanted), list[Package]()
    for number in range(wanted.most):
        solved = solve(problem, wanted.seconds / wanted.most)
        if solved is None or len(solved.chosen) < 2:
            break
        found.append(_package([ways[at] for at in sorted(solved.chosen)], solved.gap))
        if number + 1 < wanted.most:
            problem = Problem(problem.gains, [*problem.rows, _unlike(solved.chosen)])
    return tuple(found)


def _waiting(talks: Talks) -> Iterator[str]:
    closed = {each.choice for each in closing_now(talks)}
    return (choice for choice in talks.wordings if choice not in closed)


def _ways(talks: Talks, choice: str, *, asking: bool) -> Iterator[_Way]:
    """Yield the ways to settle a choice to which nobody objects, and that somebody prefers."""
    for wording in range(talks.wordings[choice]):
        steps = steps_to(talks, choice, wording)
        allowed = {"yields", "asked"} if asking else {"yields"}
        gaining = tuple(code for code in talks.members if _prefers(talks, choice, code, wording))
        if gaining and steps and all(step.kind in allowed for step in steps):
            silent = silent_on(talks, choice, wording)
            burdens = {step.code: talks.weight(choice, step.code) for step in steps}
            yield _Way(Settled(choice, wording, steps, gaining, silent), burdens)


def _prefers(talks: Talks, choice: str, code: str, wording: int) -> bool:
    wish = talks.wish(choice, code)
    return wish is not None and wording in wish.wants


def _problem(ways: list[_Way], talks: Talks, wanted: Search) -> Problem:
    """Return the 0/1 problem: one variable a way; the gains order by choices, then questions, then burden."""
    least = 1 + sum(sum(way.burdens.values()) for way in ways)
    each = least * (1 + sum(way.asked for way in ways))
    gains = [each - least * way.asked - sum(way.burdens.values()) for way in ways]
    rows = [*_one_a_choice(ways), *_shares(ways, talks, wanted.share), *_trades(ways, talks)]
    if wanted.longest:
        rows.append((dict.fromkeys(range(len(ways)), 1), wanted.longest))
    return Problem(gains, rows)


Rows = Iterator[tuple[dict[int, int], int]]


def _one_a_choice(ways: list[_Way]) -> Rows:
    by_choice: dict[str, list[int]] = {}
    for at, way in enumerate(ways):
        by_choice.setdefault(way.settled.choice, []).append(at)
    for places in by_choice.values():
        yield dict.fromkeys(places, 1), 1


def _shares(ways: list[_Way], talks: Talks, share: Fraction) -> Rows:
    """Yield for each side: its burden is at most its share of all burdens; in whole numbers, q·own - p·all <= 0."""
    for code in talks.members:
        row = {
            at: share.denominator * way.burdens.get(code, 0) - share.numerator * sum(way.burdens.values())
            for at, way in enumerate(ways)
        }
        yield {at: value for at, value in row.items() if value}, 0


def _trades(ways: list[_Way], talks: Talks) -> Rows:
    """Yield for each side: where it yields, it gains on another choice on which somebody else yields."""
    for code in talks.members:
        yielding = {at: 1 for at, way in enumerate(ways) if code in way.burdens}
        gaining = {at: -len(yielding) for at, way in enumerate(ways) if code in way.settled.gaining}
        if yielding:
            yield yielding | gaining, 0


def _unlike(chosen: frozenset[int]) -> tuple[dict[int, int], int]:
    """Return the row that a solution satisfies which lacks a fifth of these, or at least one."""
    return dict.fromkeys(sorted(chosen), 1), len(chosen) - max(1, len(chosen) // 5)


def _package(ways: list[_Way], gap: float) -> Package:
    burdens: dict[str, int] = {}
    for way in ways:
        for code, asks in way.burdens.items():
            burdens[code] = burdens.get(code, 0) + asks
    return Package(tuple(way.settled for way in ways), burdens, sum(way.asked for way in ways), gap)
