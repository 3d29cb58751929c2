"""
The game of a decision rule: which coalitions carry a decision when every member is present and votes for or against.

A rule's comparisons are sums over members already (``weighing``). With everybody for or against, each of them is a
quota: what a member adds by being for instead of against is its weight. Comparisons that nobody's vote can change (a
quorum, with everybody there) fall away.

Source: docs/reference/power.md, "Games".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from accord.engine.rules import model, weighing
from accord.engine.rules.changing import wins
from accord.engine.rules.power_games import AllOf, AnyOf, Game, NoGame, Quota, Test, Wins, quotas
from accord.engine.rules.weighing import Part, Sum, Weighed
from accord.engine.said import say


def game_of(rule: model.Rule, members: Sequence[model.Member]) -> Game:
    """
    Return the game of a rule over its members on one day.

    Raises:
        NoGame: nobody is entitled, or no coalition, or every one, carries a decision.
    """
    entitled = [each for each in members if each.status not in (*rule.exclude, "observer")]
    if not entitled:
        raise NoGame(say("{id} has no entitled members.", id=rule.id))
    codes = tuple(each.code for each in entitled)
    weighed = weighing.weigh(rule, members, codes, ["for"] * len(codes))
    test = _whole(weighed)
    if isinstance(test, bool):
        raise NoGame(
            say("Every coalition carries a decision under {rule}.", rule=rule.id)
            if test
            else say("No coalition carries a decision under {rule}.", rule=rule.id)
        )
    if any(min(quota.weights) < 0 for quota in quotas(test)):
        test = Wins(lambda coalition: wins(weighed, _positions(len(codes), coalition)))
    return Game(codes, test, _printed(rule, entitled))


def with_stand_ins(rule: model.Rule, members: Sequence[model.Member]) -> tuple[model.Member, ...]:
    """Return the members, and one "seat n" for each seat that the roster does not name."""
    seats = rule.roster.seats or len(members)
    return (*members, *(model.Member(f"seat {number}") for number in range(len(members) + 1, seats + 1)))


def _printed(rule: model.Rule, members: Sequence[model.Member]) -> tuple[Fraction, ...]:
    measures = model.measures_of(rule)
    return tuple(each.weights[measures[0]] if measures else Fraction(1) for each in members)


def _positions(count: int, coalition: frozenset[int]) -> list[str]:
    return ["for" if place in coalition else "against" for place in range(count)]


# A rule as a test of coalitions; True and False where no vote changes it.


def _whole(weighed: Weighed) -> Test | bool:
    stages = _joined(AnyOf, [_of_part(part) for part in weighed.stages])
    return stages if weighed.quorum is None else _joined(AllOf, [_of_part(weighed.quorum), stages])


def _of_part(part: Part) -> Test | bool:
    return _of(part.test, iter(part.sums), upright=True)


def _of(test: model.Test, sums: Iterator[Sum], *, upright: bool) -> Test | bool:
    """Return a test, or its negation where it is not ``upright``."""
    match test:
        case model.AllOf(tests):
            return _joined(AllOf if upright else AnyOf, [_of(each, sums, upright=upright) for each in tests])
        case model.AnyOf(tests):
            return _joined(AnyOf if upright else AllOf, [_of(each, sums, upright=upright) for each in tests])
        case model.Not(inner):
            return _of(inner, sums, upright=not upright)
        case _:
            return _quota(next(sums), upright=upright)


def _quota(found: Sum, *, upright: bool) -> Test | bool:
    against, for_ = found.ranges["against"][0], found.ranges["for"][0]
    needed = found.threshold - found.constant - against * sum(found.weights)
    added = [(for_ - against) * weight for weight in found.weights]
    if not upright:
        needed, added = 1 - needed, [-each for each in added]
    if sum(each for each in added if each < 0) >= needed:
        return True
    if sum(each for each in added if each > 0) < needed:
        return False
    return Quota.of(added, needed)


def _joined(kind: type[AllOf | AnyOf], tests: Sequence[Test | bool]) -> Test | bool:
    settles = kind is AnyOf
    if settles in tests:
        return settles
    left = tuple(each for each in tests if not isinstance(each, bool))
    if len(left) > 1:
        return kind(tuple(dict.fromkeys(left)))
    return left[0] if left else not settles
