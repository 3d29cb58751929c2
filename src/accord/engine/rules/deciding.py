"""
The outcome of a rule over a case, with a trace of the same tree as the rule.

Source: docs/reference/rules.md, "How an outcome is found".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from accord.engine.rules.changing import Changes, changes_of
from accord.engine.rules.gathering import Case
from accord.engine.rules.model import AllOf, AnyOf, Compare, NoneOf, Not, Rule, Test
from accord.engine.rules.weighing import LANGUAGE, OPEN, Part, Sum, Weighed, weigh

ADOPTED, NOT_ADOPTED, UNDETERMINED = "adopted", "not_adopted", "undetermined"


@dataclass(frozen=True, slots=True)
class Node:
    """
    One test of the rule as it came out.

    Attributes:
        kind: "all_of" | "any_of" | "not" | "none_of", or the operator of a comparison.
        passed: None while members without a line can still change it.
        test: the comparison; None for the others.
        left, right, base: both sides, and the measure of the base where the right side is a share; None but in a
            comparison. Members without a line are in none of them.
        needed: the least left side that passes (or the greatest, for an upper limit) when the measure is in units.
        who: members in the set, where the set is what matters: those who stand in the way of "none of".
    """

    kind: str
    passed: bool | None
    test: Compare | NoneOf | None = None
    left: Fraction | None = None
    right: Fraction | None = None
    base: Fraction | None = None
    needed: Fraction | None = None
    who: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()

    @property
    def margin(self) -> Fraction | None:
        """How far the left side is above (or below) what is needed; negative where it falls short."""
        if self.left is None or self.needed is None:
            return None
        return self.needed - self.left if self.kind in {"at_most", "fewer_than"} else self.left - self.needed


@dataclass(frozen=True, slots=True)
class Passage:
    """The quorum or a stage as it came out."""

    name: str
    kind: str
    passed: bool | None
    test: Node


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    Attributes:
        outcome: "adopted" | "not_adopted" | "lapsed" | "undetermined".
        stage: the stage that settled it, "quorum", or the first one that is not settled.
        passages: the quorum and each stage that was looked at, in order.
        missing: entitled members whose position is not known, when undetermined: without a line, or with "no
            objection" alone where a vote decides.
        changes: who could turn it.
    """

    rule: Rule
    case: Case
    outcome: str
    stage: str
    passages: tuple[Passage, ...]
    missing: tuple[str, ...]
    changes: Changes


def decide(rule: Rule, case: Case) -> Outcome:
    """
    Return the outcome of ``rule`` over ``case``: three-valued, exact, with its trace and what would turn it.

    Positions that are missing make it undetermined only where they could change it. In a silence stage whose period is
    over, a member without a line was silent.
    """
    positions = positions_in(rule, case)
    weighed = weigh(rule, case.members, case.entitled, positions)
    passages = _passages(weighed, positions)
    outcome, stage = _settled(weighed, passages)
    movers = _movers(passages, positions, decided=outcome != UNDETERMINED)
    return Outcome(
        rule=rule,
        case=case,
        outcome=outcome,
        stage=stage,
        passages=tuple(each for each in passages if _reached(each, stage, passages)),
        missing=tuple(case.entitled[index] for index in movers) if outcome == UNDETERMINED else (),
        changes=changes_of(weighed, positions, movers),
    )


def positions_in(rule: Rule, case: Case) -> tuple[str, ...]:
    """Return the position of each entitled member; "" where there is no line and silence does not speak for it."""
    silent = "no_objection" if case.closed and rule.stages[0].kind == "silence" else OPEN
    return tuple(case.positions.get(code, silent) for code in case.entitled)


def _movers(passages: Sequence[Passage], positions: Sequence[str], *, decided: bool) -> tuple[int, ...]:
    """Return who could turn it: anybody; of an open outcome, those whose position in an open stage is not known."""
    languages = [LANGUAGE[each.kind] for each in passages if each.passed is None]
    return tuple(
        index
        for index, position in enumerate(positions)
        if position != "not_participating" and (decided or any(len(each[position]) > 1 for each in languages))
    )


def _reached(passage: Passage, stage: str, passages: Sequence[Passage]) -> bool:
    names = [each.name for each in passages]
    return names.index(passage.name) <= names.index(stage)


def _settled(weighed: Weighed, passages: Sequence[Passage]) -> tuple[str, str]:
    """Return the outcome and the stage: adopted when the quorum holds and a stage passes."""
    stages = list(passages)
    quorum = stages.pop(0) if weighed.quorum else None
    if quorum and quorum.passed is False:
        return NOT_ADOPTED, quorum.name
    passed = [each.name for each in stages if each.passed]
    if passed and (quorum is None or quorum.passed):
        return ADOPTED, passed[0]
    if all(each.passed is False for each in stages):
        return weighed.stages[-1].if_fail, stages[-1].name
    return UNDETERMINED, next(each.name for each in passages if each.passed is None)


def _passages(weighed: Weighed, positions: Sequence[str]) -> tuple[Passage, ...]:
    out = []
    for part in weighed.parts:
        node = _Reader(part, weighed.codes, positions).node()
        out.append(Passage(part.name, part.kind, node.passed, node))
    return tuple(out)


class _Reader:
    """Reads a part's sums back into the tree of its test."""

    def __init__(self, part: Part, codes: Sequence[str], positions: Sequence[str]) -> None:
        self.part, self.codes, self.positions = part, codes, positions
        self.sums = iter(part.sums)
        certain = {each: frozenset.intersection(*stances) for each, stances in LANGUAGE[part.kind].items()}
        self.stances = [certain[each] for each in positions]

    def node(self) -> Node:
        return self._read(self.part.test)

    def _read(self, test: Test) -> Node:
        match test:
            case AllOf(tests) | AnyOf(tests):
                children = tuple(self._read(each) for each in tests)
                every = isinstance(test, AllOf)
                return Node("all_of" if every else "any_of", _joined(children, every=every), children=children)
            case Not(inner):
                child = self._read(inner)
                return Node("not", None if child.passed is None else not child.passed, children=(child,))
            case _:
                return self._compared(next(self.sums))

    def _compared(self, found: Sum) -> Node:
        passed, who = found.holds(*found.total(self.positions)), self._in(found, found.test.among)
        if isinstance(found.test, NoneOf):
            return Node("none_of", passed, found.test, who=who)
        left = Fraction(self._weight(found, found.test.among), found.factor)
        base, right = None, found.fixed / found.factor
        if found.test.share is not None:
            base = right + (Fraction(self._weight(found, found.base), found.factor) if found.base else 0)
            right = found.test.share * base
        if found.test.fewest is not None:
            right = found.fixed
        return Node(found.test.operator, passed, found.test, left, right, base, _needed(found.test, right), who)

    def _in(self, found: Sum, among: str) -> tuple[str, ...]:
        """Return the members that are certainly in a set, within what the comparison is restricted to."""
        each = zip(self.codes, found.weights, self.stances, strict=True)
        wanted = {among, found.only or among}
        return tuple(code for code, weight, stance in each if weight and wanted <= stance)

    def _weight(self, found: Sum, among: str) -> int:
        each = zip(found.weights, self.stances, strict=True)
        wanted = {among, found.only or among}
        return sum(weight for weight, stance in each if wanted <= stance)


def _joined(children: Sequence[Node], *, every: bool) -> bool | None:
    found = [child.passed for child in children]
    if (not every) in found:
        return not every
    return None if None in found else every


def _needed(test: Compare, right: Fraction) -> Fraction:
    """Return the least (for an upper limit: the greatest) whole left side that passes."""
    match test.operator:
        case "at_least":
            return Fraction(ceil(right))
        case "more_than":
            return Fraction(floor(right) + 1)
        case "at_most":
            return Fraction(floor(right))
        case _:
            return Fraction(ceil(right) - 1)
