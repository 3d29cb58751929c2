"""
Is a rule sound? Reachable, monotonic, proper: shown from its sums where they suffice, else by enumeration.

* reachable: some members' support adopts;
* monotonic: one more "for" never turns adopted into not adopted;
* proper: two disjoint sets of members cannot both adopt.

Coalitions are taken with every member present, voting for or against. Members that weigh the same everywhere are one
class, so that what is enumerated is how many of each class are for.

Source: docs/reference/rules.md, "Sound rules".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from accord.engine.rules.changing import Signed, all_ways, wins
from accord.engine.rules.model import Member, Rule
from accord.engine.rules.weighing import Weighed, weigh
from accord.engine.said import say

MOST_COALITIONS = 1 << 17


@dataclass(frozen=True, slots=True)
class Flaw:
    """
    Attributes:
        code: "unreachable" | "not_monotonic" | "improper" | "not_settled".
        place: the part of the rule at fault: the name of a stage, or "quorum".
        who: a coalition that shows it.
        message: in words.
    """

    code: str
    place: str
    who: tuple[str, ...]
    message: str


def flaws(rule: Rule, members: Sequence[Member]) -> tuple[Flaw, ...]:
    """
    Return what is unsound in ``rule`` over these members; what it declares as an exception is none.

    Each stage is looked at alone, so that one that always fails does not hide behind another, then all together.
    """
    entitled = tuple(member.code for member in members if member.status not in (*rule.exclude, "observer"))
    weighed = weigh(rule, members, entitled, ["for"] * len(entitled))
    alone = [Weighed(weighed.codes, weighed.quorum, (stage,)) for stage in weighed.stages]
    wholes = alone if len(alone) == 1 else [*alone, weighed]
    found: dict[tuple[str, str], Flaw] = {}
    for each in wholes:
        for flaw in (*_unreachable(each), *_not_monotonic(each), *_improper(each)):
            found.setdefault((flaw.code, flaw.place), flaw)
    return tuple(flaw for flaw in found.values() if flaw.code not in rule.exceptions)


def _unreachable(weighed: Weighed) -> Iterator[Flaw]:
    if wins(weighed, ["for"] * len(weighed.codes)):
        return
    coalitions = _coalitions(weighed)
    if coalitions is not None and not any(wins(weighed, each) for each in coalitions):
        yield Flaw(
            "unreachable", _failing(weighed), weighed.codes, say("no coalition, not even of all members, adopts")
        )


def _failing(weighed: Weighed) -> str:
    """Return the part that fails when every member is for."""
    everyone = ["for"] * len(weighed.codes)
    for part in weighed.parts:
        if not all(found.holds(*found.total(everyone)) for found in part.sums):
            return part.name
    return weighed.stages[-1].name


def _not_monotonic(weighed: Weighed) -> Iterator[Flaw]:
    suspects = [signed for way in all_ways(weighed, goal=True) for signed in way if not _rises(signed)]
    if not suspects:
        return
    place = next(part.name for part in weighed.parts if any(suspects[0].found is each for each in part.sums))
    coalitions = _coalitions(weighed)
    if coalitions is None:
        yield Flaw("not_settled", place, (), say("whether one more member in favour can defeat it was not settled"))
        return
    for each in coalitions:
        if not wins(weighed, each):
            continue
        for index, position in enumerate(each):
            more = [*each[:index], "for", *each[index + 1 :]]
            if position != "for" and not wins(weighed, more):
                who = tuple(code for code, value in zip(weighed.codes, each, strict=True) if value == "for")
                joins = weighed.codes[index]
                message = say(
                    "adopted with {who} in favour, and not adopted when {joins} joins them",
                    who=_names(who),
                    joins=joins,
                )
                yield Flaw("not_monotonic", place, who, message)
                return


def _rises(signed: Signed) -> bool:
    """Whether being for is worth most in this comparison, for every position that it can replace."""
    ranges = signed.found.ranges
    sign = 1 if signed.positive else -1
    most = sign * ranges["for"][0]
    return all(sign * ranges[each][0] <= most for each in ("against", "abstain", "absent", "not_voting"))


def _improper(weighed: Weighed) -> Iterator[Flaw]:
    ways = all_ways(weighed, goal=True)
    if all(any(_exclude(one, other) for one in first for other in second) for first in ways for second in ways):
        return
    coalitions = _coalitions(weighed)
    if coalitions is None:
        place = weighed.stages[-1].name
        yield Flaw("not_settled", place, (), say("whether two disjoint sets can both adopt was not settled"))
        return
    swap = {"for": "against", "against": "for"}
    for each in coalitions:
        if wins(weighed, each) and wins(weighed, [swap[position] for position in each]):
            who = tuple(code for code, value in zip(weighed.codes, each, strict=True) if value == "for")
            others = tuple(code for code in weighed.codes if code not in who)
            message = say("{who} can adopt, and so can {others} against them", who=_names(who), others=_names(others))
            yield Flaw("improper", weighed.stages[-1].name, who, message)
            return


def _exclude(one: Signed, other: Signed) -> bool:
    """Whether no coalition brings the first about while the others bring the second about."""
    more, less = _spread_of(other), _spread_of(one)
    reach = more * _constant(one) + less * _constant(other)
    for index, _ in enumerate(one.found.weights):
        joins = more * one.value(index, "for") + less * other.value(index, "against")
        stays = more * one.value(index, "against") + less * other.value(index, "for")
        reach += max(joins, stays)
    return reach < more * one.needed + less * other.needed


def _spread_of(signed: Signed) -> int:
    """Return how far a comparison moves from everybody against to everybody for: what makes two of them alike."""
    each = range(len(signed.found.weights))
    return abs(sum(signed.value(index, "for") - signed.value(index, "against") for index in each)) or 1


def _constant(signed: Signed) -> int:
    return signed.found.constant if signed.positive else -signed.found.constant


def _coalitions(weighed: Weighed) -> Iterator[list[str]] | None:
    """Yield every coalition up to exchange of like members; None when there are too many."""
    classes: dict[tuple[int, ...], list[int]] = {}
    sums = [found for part in weighed.parts for found in part.sums]
    for index in range(len(weighed.codes)):
        classes.setdefault(tuple(found.weights[index] for found in sums), []).append(index)
    if prod(len(each) + 1 for each in classes.values()) > MOST_COALITIONS:
        return None
    return _spread(len(weighed.codes), list(classes.values()))


def _spread(count: int, classes: Sequence[Sequence[int]]) -> Iterator[list[str]]:
    for chosen in product(*(range(len(each) + 1) for each in classes)):
        positions = ["against"] * count
        for number, each in zip(chosen, classes, strict=True):
            for index in each[:number]:
                positions[index] = "for"
        yield positions


def _names(codes: Sequence[str]) -> str:
    return ", ".join(codes) if codes else say("nobody")
