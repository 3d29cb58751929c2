"""
A rule over given members as sums: every comparison becomes "sum over members of what each contributes ≥ threshold".

What a member contributes depends on its position alone, so a flip changes a sum by a difference, and a member without a
line contributes a range. All numbers are integers (fractions brought to one denominator).

Source: docs/reference/rules.md, "How an outcome is found".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from accord.engine.rules.model import AllOf, AnyOf, Compare, Member, NoneOf, Not, Rule, Test, leaves

OPEN = ""
"""The position of a member without a line."""

Stance: TypeAlias = frozenset[str]
"""The sets that a member is in."""


def _stance(*sets: str, objecting: bool = False) -> Stance:
    consent = "objecting" if objecting else "not_objecting"
    return frozenset({*sets, consent, "entitled", "members"})


_HERE = ("present", "participants")
FOR = _stance("for", "cast", *_HERE)
AGAINST = _stance("against", "not_for", "cast", *_HERE)
ABSTAIN = _stance("abstain", "not_for", *_HERE)
ABSENT = _stance("absent", "not_for", "participants")
NOT_VOTING = _stance("not_voting", "not_for", *_HERE)
OUTSIDE = _stance("not_participating", "present")
_OBJECTS = {each: frozenset({*each, "objecting"} - {"not_objecting"}) for each in (FOR, AGAINST, ABSTAIN)}

VOTE: Mapping[str, tuple[Stance, ...]] = {
    "for": (FOR,),
    "against": (AGAINST,),
    "abstain": (ABSTAIN,),
    "absent": (ABSENT,),
    "not_voting": (NOT_VOTING,),
    "not_participating": (OUTSIDE,),
    "no_objection": (FOR, AGAINST, ABSTAIN),
    "objection": tuple(_OBJECTS.values()),
    OPEN: (FOR, AGAINST, ABSTAIN, ABSENT, *_OBJECTS.values()),
}
"""What a position can mean in a vote: who only said "no objection" has not voted."""

CONSENT: Mapping[str, tuple[Stance, ...]] = {
    "for": (FOR,),
    "against": (_stance("against", "not_for", "cast", *_HERE, objecting=True),),
    "abstain": (ABSTAIN,),
    "absent": (ABSENT,),
    "not_voting": (NOT_VOTING,),
    "not_participating": (OUTSIDE,),
    "no_objection": (FOR,),
    "objection": (_stance("against", "not_for", "cast", *_HERE, objecting=True),),
    OPEN: (FOR, ABSTAIN, ABSENT, _stance("against", "not_for", "cast", *_HERE, objecting=True)),
}
"""What a position means where the absence of objection decides: who is against objects."""

LANGUAGE = {"vote": VOTE, "consensus": CONSENT, "silence": CONSENT}
NEGATED = {"at_most", "fewer_than"}
STRICT = {"more_than", "fewer_than"}


@dataclass(frozen=True, slots=True)
class Sum:
    """
    One comparison over the members of a case.

    Attributes:
        weights: what each entitled member weighs, in the order of the entitled; 0 outside the group.
        ranges: position → (lowest, highest) that a member of weight 1 contributes.
        constant: what no member's position changes.
        threshold: the comparison holds when the whole sum is at least this.
        factor: what made the weights integers.
        only: the set to which both sides are restricted; "" for none.
        base: the set whose measure the right side is a share of; "" where it is a number or fixed.
        fixed: the right side's number, or the measure of a base that no position changes; in weights as integers.
    """

    test: Compare | NoneOf
    weights: tuple[int, ...]
    ranges: Mapping[str, tuple[int, int]]
    constant: int
    threshold: int
    factor: int = 1
    only: str = ""
    base: str = ""
    fixed: Fraction = Fraction(0)

    def of(self, index: int, position: str) -> tuple[int, int]:
        """Return the lowest and highest contribution of a member with this position."""
        low, high = self.ranges[position]
        return low * self.weights[index], high * self.weights[index]

    def total(self, positions: Sequence[str]) -> tuple[int, int]:
        """Return the lowest and highest value of the sum."""
        low = high = self.constant
        for weight, position in zip(self.weights, positions, strict=True):
            if weight:
                lowest, highest = self.ranges[position]
                low += lowest * weight
                high += highest * weight
        return low, high

    def holds(self, low: int, high: int) -> bool | None:
        """Whether the comparison holds between these values; None when it depends."""
        return True if low >= self.threshold else (None if high >= self.threshold else False)


@dataclass(frozen=True, slots=True)
class Part:
    """The quorum or a stage: its name and kind, its test, and the sums of the test's comparisons."""

    name: str
    kind: str
    test: Test
    sums: tuple[Sum, ...]
    if_fail: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """
    A rule over the members of one day.

    Attributes:
        quorum: None where the rule asks for none.
        stages: in the order in which they follow each other.
    """

    codes: tuple[str, ...]
    quorum: Part | None
    stages: tuple[Part, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The quorum, where there is one, then the stages."""
        return self.stages if self.quorum is None else (self.quorum, *self.stages)


def weigh(rule: Rule, members: Sequence[Member], entitled: Sequence[str], positions: Sequence[str]) -> Weighed:
    """
    Return ``rule`` as sums over these members.

    ``positions`` (in the order of ``entitled``) matter to a comparison with "the fewest members that exceed a share"
    alone: who does not take part is no participant.
    """
    scales = _Scales(rule, members, entitled, positions)
    first = rule.stages[0].kind
    quorum = None if rule.quorum is None else scales.part("quorum", first, rule.quorum)
    by_name = {stage.name: stage for stage in rule.stages}
    stages, name = [], rule.stages[0].name
    while name in by_name:
        stage = by_name[name]
        stages.append(scales.part(stage.name, stage.kind, stage.test, stage.if_fail))
        name = stage.if_fail
    return Weighed(tuple(entitled), quorum, tuple(stages))


class _Scales:
    """The members of a case with their weights as integers, and the groups of the rule."""

    def __init__(
        self, rule: Rule, members: Sequence[Member], entitled: Sequence[str], positions: Sequence[str]
    ) -> None:
        self.groups = {name: frozenset(codes) for name, codes in rule.groups.items()}
        self.members = members
        self.entitled = tuple(entitled)
        self.position = dict(zip(entitled, positions, strict=True))
        self._whole: dict[str, tuple[dict[str, int], int]] = {}

    def part(self, name: str, kind: str, test: Test, if_fail: str = "") -> Part:
        return Part(name, kind, test, tuple(self._sum(each, LANGUAGE[kind]) for each in leaves(test)), if_fail)

    def weight(self, measure: str) -> tuple[dict[str, int], int]:
        """Return every member's weight as an integer, and the factor that made it one."""
        if measure not in self._whole:
            if measure == "count":
                self._whole[measure] = {member.code: 1 for member in self.members}, 1
            else:
                exact = {member.code: Fraction(member.weights[measure]) for member in self.members}
                factor = lcm(*(each.denominator for each in exact.values()))
                self._whole[measure] = {code: int(each * factor) for code, each in exact.items()}, factor
        return self._whole[measure]

    def _sum(self, leaf: Compare | NoneOf, language: Mapping[str, tuple[Stance, ...]]) -> Sum:
        measure = leaf.measure if isinstance(leaf, Compare) else "count"
        weights, factor = self.weight(measure)
        inside = self.groups.get(leaf.within)
        only = leaf.within if inside is None else ""
        own = {code: weight for code, weight in weights.items() if inside is None or code in inside}
        share, base, fixed = self._right(leaf, own, factor)
        sign, strict = (-1, False) if isinstance(leaf, NoneOf) else (_sign(leaf), leaf.operator in STRICT)
        unit = lcm(fixed.denominator, share.denominator)
        for_set, for_base = sign * unit, -sign * int(share * unit)
        settled = fixed if share == 0 else fixed * share
        ranges = {
            position: _range([_pull(stance, {leaf.among: for_set}, {base: for_base}, only) for stance in stances])
            for position, stances in language.items()
        }
        return Sum(
            leaf,
            tuple(own.get(code, 0) for code in self.entitled),
            ranges,
            constant=-sign * int(settled * unit),
            threshold=int(strict),
            factor=factor,
            only=only,
            base=base,
            fixed=fixed,
        )

    def _right(self, leaf: Compare | NoneOf, own: Mapping[str, int], factor: int) -> tuple[Fraction, str, Fraction]:
        """Return the right side: a share (0 for none), the set that it is a share of, and what is fixed."""
        if isinstance(leaf, NoneOf):
            return Fraction(0), "", Fraction(0)
        if leaf.number is not None:
            return Fraction(0), "", leaf.number * factor
        if leaf.fewest is not None:
            return Fraction(0), "", Fraction(self._fewest(leaf))
        assert leaf.share is not None
        group = self.groups.get(leaf.of)
        if group is not None or leaf.of == "members":
            counted = own.keys() if group is None else group
            return leaf.share, "", Fraction(sum(weight for code, weight in own.items() if code in counted))
        return leaf.share, leaf.of, Fraction(0)

    def _fewest(self, leaf: Compare) -> int:
        assert leaf.fewest is not None
        weights, _ = self.weight(leaf.fewest_measure)
        taking_part = [code for code in self.entitled if self.position[code] != "not_participating"]
        heaviest = sorted((weights[code] for code in taking_part), reverse=True)
        needed, reached = leaf.fewest * sum(heaviest), 0
        for count, weight in enumerate(heaviest, start=1):
            reached += weight
            if reached > needed:
                return count
        return len(heaviest)


def _sign(leaf: Compare) -> int:
    return -1 if leaf.operator in NEGATED else 1


def _pull(stance: Stance, left: Mapping[str, int], right: Mapping[str, int], only: str) -> int:
    """Return what one unit of weight adds for being in the set on the left, and in the base on the right."""
    if only and only not in stance:
        return 0
    return sum(adds for side in (left, right) for name, adds in side.items() if name in stance)


def _range(values: list[int]) -> tuple[int, int]:
    return min(values), max(values)


def truth(test: Test, values: list[bool | None]) -> bool | None:
    """Return the three-valued truth of a test; ``values`` are those of its comparisons in order, and are used up."""
    match test:
        case AllOf(tests):
            found = [truth(each, values) for each in tests]
            return False if False in found else (None if None in found else True)
        case AnyOf(tests):
            found = [truth(each, values) for each in tests]
            return True if True in found else (None if None in found else False)
        case Not(inner):
            inside = truth(inner, values)
            return None if inside is None else not inside
        case _:
            return values.pop(0)

