"""
A decision rule as a value: who is entitled, what is tested over which sets and measures, and in which order.

Nothing here knows an organ; the rules themselves are data (``accord/data/rules``). Every number is an exact fraction.

Source: docs/reference/rules.md, "The form of a rule".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

SETS = (
    "for", "against", "abstain", "absent", "not_voting", "not_participating", "objecting", "not_for", "not_objecting",
    "present", "cast", "entitled", "members", "participants",
)  # fmt: skip
"""Names of the sets that a test can speak of. Every set but ``members`` holds entitled members only."""

POSITIONS = ("for", "against", "abstain", "absent", "no_objection", "objection", "not_participating", "not_voting")
"""What a member can be recorded with. ``not_voting`` is the letter X: not cast, and no proof of absence."""

KINDS = ("silence", "consensus", "vote")
STATUSES = ("full", "suspended", "arrears", "observer")
OPERATORS = {"at_least": ">=", "more_than": ">", "at_most": "<=", "fewer_than": "<"}
ENDS = ("not_adopted", "lapsed")


@dataclass(frozen=True, slots=True)
class Compare:
    """
    A measure of a set against a number or a share of a base.

    Attributes:
        operator: a key of ``OPERATORS``.
        measure: "count", or the name of a weight.
        among: the set that is measured (a name of ``SETS``).
        share, of: the right side is ``share`` of the measure of the base ``of`` (a set or a group).
        number: the right side is this number.
        fewest: the right side is the fewest members of ``of`` that together exceed this share of ``fewest_measure``.
        within: a group or a set to which both sides are restricted; "" for none.
    """

    operator: str
    among: str
    measure: str = "count"
    share: Fraction | None = None
    of: str = "entitled"
    number: Fraction | None = None
    fewest: Fraction | None = None
    fewest_measure: str = "count"
    within: str = ""


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Nobody of ``within`` (a group or a set; "" for everyone) is in the set: a veto, or consensus."""

    among: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every test passes."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one test passes; an override is one of two."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The test does not pass."""

    test: Test


Test: TypeAlias = Compare | NoneOf | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Stage:
    """
    One step of deciding.

    Attributes:
        kind: "silence" | "consensus" | "vote". In the first two a member that is against objects; in a vote "no
            objection" is no vote.
        if_fail: the name of the next stage, or "not_adopted" | "lapsed".
    """

    name: str
    kind: str
    test: Test
    if_fail: str = "not_adopted"


@dataclass(frozen=True, slots=True)
class Member:
    """A member at a date: its code (ISO 3166-1 alpha-3), its weights by name, and its status."""

    code: str
    weights: Mapping[str, Fraction] = field(default_factory=dict)
    status: str = "full"


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A member with the days, both included, between which the line holds; None is open."""

    member: Member
    start: date | None = None
    end: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the line holds on this day."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class Roster:
    """
    Members over time.

    Attributes:
        seats: how many members there are when the lines name only some of them (permanent ones); None when the lines
            name all.
        known_from: before this day the lines do not say who was a member.
        note: what a reader has to know of the list; said with every answer.
    """

    lines: tuple[RosterLine, ...] = ()
    seats: int | None = None
    known_from: date | None = None
    note: str = ""

    def at(self, on: date) -> tuple[Member, ...]:
        """Return the members on a day, as far as the lines name them; nobody before the day from which they do."""
        if self.known_from and on < self.known_from:
            return ()
        return tuple(line.member for line in self.lines if line.holds(on))

    def complete(self, on: date) -> bool:
        """Whether the lines name every member on this day."""
        named = len(self.at(on))
        return named > 0 and self.seats in {None, named}


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A decision rule.

    Attributes:
        id, organ: its own name and that of the organ whose rule it is ("" for none).
        question: the kinds of question that it decides.
        standing: "stated" | "inference" | "unverified": how well its wording is known; ``why`` says more.
        start, end: first and last day in force; None is open.
        default_abstain: "neutral" | "not_for": how an abstention weighs, in words; the tests say it exactly.
        exclude: who of the members is not entitled: statuses, and "subject" for the member that it is about.
        needs_subject: without a named subject there is nothing to decide.
        exceptions: what is so on purpose: "improper" (two disjoint sets may both carry a decision).
        groups: members by the name of a group.
        title: by language. sentence: in English; sentences: the same in further languages.
    """

    id: str
    stages: tuple[Stage, ...]
    question: tuple[str, ...] = ()
    organ: str = ""
    source: str = ""
    standing: str = "stated"
    why: str = ""
    sentence: str = ""
    sentences: Mapping[str, str] = field(default_factory=dict)
    title: Mapping[str, str] = field(default_factory=dict)
    start: date | None = None
    end: date | None = None
    default_abstain: str = "neutral"
    exclude: tuple[str, ...] = ("suspended", "arrears")
    needs_subject: bool = False
    exceptions: tuple[str, ...] = ()
    roster: Roster = field(default_factory=Roster)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    quorum: Test | None = None

    def in_force(self, on: date) -> bool:
        """Whether the rule is in force on this day."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


def leaves(test: Test) -> Iterator[Compare | NoneOf]:
    """Yield the comparisons of a test, in the order of its writing."""
    match test:
        case AllOf(tests) | AnyOf(tests):
            for each in tests:
                yield from leaves(each)
        case Not(inner):
            yield from leaves(inner)
        case Compare() | NoneOf():
            yield test


def tests_of(rule: Rule) -> tuple[Test, ...]:
    """Return the quorum, where there is one, and the test of each stage."""
    quorum = () if rule.quorum is None else (rule.quorum,)
    return (*quorum, *(stage.test for stage in rule.stages))


def measures_of(rule: Rule) -> tuple[str, ...]:
    """Return the names of the weights that the rule uses."""
    found: dict[str, None] = {}
    for test in tests_of(rule):
        for leaf in leaves(test):
            if isinstance(leaf, Compare):
                found |= {leaf.measure: None}
                found |= {leaf.fewest_measure: None} if leaf.fewest is not None else {}
    found.pop("count", None)
    return tuple(found)
