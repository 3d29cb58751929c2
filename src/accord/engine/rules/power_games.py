"""
Games: which coalitions win, as values that the ways of counting can work with.

A game has members and a test of coalitions. The test is an additive one (``Quota``), several joined by ``AllOf`` and
``AnyOf``, or anything else that can say of a coalition whether it wins (``Wins``).

Source: docs/reference/power.md, "Games".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

from accord.engine.said import say

MOST_MEMBERS = 2_000
_NUMBER = r"\d+(?:\.\d+)?(?:/[1-9]\d*)?"
_NOTATION = re.compile(rf"\s*\[\s*({_NUMBER})\s*;(.*)\]\s*", re.DOTALL)
_PART = re.compile(rf"({_NUMBER})(?:\s*[x×*]\s*(\d+))?")


class NoGame(ValueError):
    """What was given is no game whose power can be computed; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Quota:
    """A coalition passes when the weights of its members reach ``quota``. One whole number ≥ 0 for each member."""

    weights: tuple[int, ...]
    quota: int

    @classmethod
    def of(cls, weights: Iterable[Fraction | int], quota: Fraction | int) -> Quota:
        """Return the test with whole numbers that passes exactly the same coalitions as these fractions."""
        exact = [Fraction(weight) for weight in weights]
        scale = lcm(Fraction(quota).denominator, *(weight.denominator for weight in exact))
        whole = [int(weight * scale) for weight in exact]
        shared = gcd(*whole) or 1
        return cls(tuple(weight // shared for weight in whole), -(-int(quota * scale) // shared))

    @classmethod
    def of_members(cls, count: int, quota: int) -> Quota:
        """Return the test that at least ``quota`` of ``count`` members are in the coalition."""
        return cls((1,) * count, quota)


@dataclass(frozen=True, slots=True)
class AllOf:
    """A coalition passes when it passes every one of ``tests``."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A coalition passes when it passes one of ``tests``."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Wins:
    """Any other test: a function from the coalition (places of its members, from 0) to whether it passes."""

    passes: Callable[[frozenset[int]], bool]


Test: TypeAlias = Quota | AllOf | AnyOf | Wins


@dataclass(frozen=True, slots=True)
class Game:
    """
    Attributes:
        members: codes, each once.
        test: which coalitions win. More members never make a winning coalition lose.
        weights: what is printed beside each member; those of a single quota, where none are given.
    """

    members: tuple[str, ...]
    test: Test
    weights: tuple[Fraction | int, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.members) <= MOST_MEMBERS:
            raise NoGame(
                say("A game has 1 to {most} members, not {count}.", most=MOST_MEMBERS, count=len(self.members))
            )
        if len(set(self.members)) < len(self.members):
            twice = next(each for each in self.members if self.members.count(each) > 1)
            raise NoGame(say("{twice} is a member twice.", twice=twice))
        for quota in quotas(self.test):
            self._require_sound(quota)
        if not passes(self.test, frozenset(range(len(self.members)))):
            raise NoGame(say("No coalition wins: all members together do not reach what is needed."))
        if passes(self.test, frozenset()):
            raise NoGame(say("Every coalition wins, even the empty one: nothing is needed."))

    def _require_sound(self, quota: Quota) -> None:
        if len(quota.weights) != len(self.members):
            raise NoGame(
                say(
                    "{count} weights are given for {members} members.",
                    count=len(quota.weights),
                    members=len(self.members),
                )
            )
        if min(quota.weights) < 0:
            raise NoGame(
                say("{member} has a weight below zero.", member=self.members[quota.weights.index(min(quota.weights))])
            )

    @property
    def printed_weights(self) -> tuple[Fraction | int, ...]:
        """What to print beside each member: ``weights``, or those of the first quota that tells members apart."""
        if self.weights:
            return self.weights
        found = list(quotas(self.test))
        telling = [quota.weights for quota in found if len(set(quota.weights)) > 1]
        return (telling or [quota.weights for quota in found] or [(1,) * len(self.members)])[0]


def quotas(test: Test) -> Iterator[Quota]:
    """Yield the additive tests inside ``test``, each as often as it stands there."""
    if isinstance(test, Quota):
        yield test
    elif isinstance(test, AllOf | AnyOf):
        for each in test.tests:
            yield from quotas(each)


def is_additive(test: Test) -> bool:
    """Whether ``test`` is made of quotas alone."""
    if isinstance(test, AllOf | AnyOf):
        return all(is_additive(each) for each in test.tests)
    return isinstance(test, Quota)


def passes(test: Test, coalition: frozenset[int]) -> bool:
    """Whether the members at these places pass ``test``."""
    if isinstance(test, Quota):
        return sum(test.weights[place] for place in coalition) >= test.quota
    if isinstance(test, AllOf):
        return all(passes(each, coalition) for each in test.tests)
    if isinstance(test, AnyOf):
        return any(passes(each, coalition) for each in test.tests)
    return test.passes(coalition)


def parse_game(notation: str) -> Game:
    """
    Return the game of "[q; 4, 3x2, 1]": the quota, then weights, "3x2" being weight 3 twice. Members are "1", "2", …

    Numbers are whole, decimal (2.5) or fractions (5/2), and are taken exactly.

    Raises:
        NoGame: this is no such notation, or no coalition or every coalition wins.
    """
    whole = _NOTATION.fullmatch(notation)
    if not whole:
        raise NoGame(
            say(
                "{notation!r} is no weighted game. Write [quota; weight, weight, …], such as [6; 4, 3x2, 1].",
                notation=notation,
            )
        )
    weights = [weight for part in whole[2].split(",") for weight in _weights(part.strip())]
    if len(weights) > MOST_MEMBERS:
        raise NoGame(say("A game has 1 to {most} members, not {count}.", most=MOST_MEMBERS, count=len(weights)))
    given: Sequence[Fraction | int] = [int(each) if each.denominator == 1 else each for each in weights]
    members = tuple(str(place) for place in range(1, len(weights) + 1))
    return Game(members, Quota.of(given, _fraction(whole[1])), tuple(given))


def _weights(part: str) -> list[Fraction]:
    found = _PART.fullmatch(part)
    if not found:
        raise NoGame(say("{part!r} is no weight. Write a number, or 3x2 for weight 3 twice.", part=part))
    times = int(found[2] or 1)
    if times > MOST_MEMBERS:
        raise NoGame(say("{part}: a game has at most {most} members.", part=part, most=MOST_MEMBERS))
    return [_fraction(found[1])] * times


def _fraction(written: str) -> Fraction:
    over, _, under = written.partition("/")
    return Fraction(over) / Fraction(under or 1)
