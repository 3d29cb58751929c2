"""
From what members said to an outcome under the rule of the organ. Pure: no database.

A rule of a given organ comes with its members and decides for them alone; a rule that any council can take is used with
the members of the organisation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from accord.engine import rules as engine
from accord.engine.rules import AllOf, AnyOf, Case, Compare, Line, NoneOf, Not, Outcome, Question
from accord.engine.rules.gathering import RulesError, seated_apart
from accord.engine.rules.model import SETS, Rule, measures_of, tests_of
from accord.engine.rules.seating import seated
from accord.formats.rules import in_force, shipped


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of a secret ballot."""

    in_favour: int
    against: int
    abstaining: int


ASKED_IN: Mapping[str, str] = {
    "consensus": "consensus",
    "show": "vote",
    "roll": "vote",
    "secret": "vote",
    "silence": "silence",
}
"""The kind of stage that a way of asking needs in the rule."""

POSITIONS: Mapping[str, tuple[str, ...]] = {
    "consensus": ("no_objection", "objection", "absent", "not_participating"),
    "show": ("for", "against", "abstain", "absent", "not_participating"),
    "roll": ("for", "against", "abstain", "absent", "not_participating"),
    "silence": ("objection", "amendment", "no_objection"),
    "secret": (),
}
"""What a member can say, by the way of asking."""


def fitting(codes: Sequence[str], day: date) -> tuple[Rule, ...]:
    """Return the shipped rules that a council of these members can decide by on this day, in the order they ship."""
    found = (in_force(id_, day) for id_ in shipped())
    return tuple(rule for rule in found if rule is not None and seated(rule, codes, day) is not None)


def _named(rule: Rule) -> bool:
    """Whether a test of the rule speaks of a group of members by name, a veto for instance."""
    return any(part not in SETS for test in tests_of(rule) for part in _within(test))


def _within(test: engine.Test) -> Iterator[str]:
    match test:
        case AllOf(tests) | AnyOf(tests):
            for each in tests:
                yield from _within(each)
        case Not(inner):
            yield from _within(inner)
        case Compare() | NoneOf():
            yield from filter(None, [test.within, getattr(test, "of", "")])


def suits(rule: Rule, way: str) -> bool:
    """Whether members can be asked in this way under the rule; a secret ballot needs one that asks nobody's name."""
    kinds = {stage.kind for stage in rule.stages}
    if way == "secret" and (measures_of(rule) or _named(rule)):
        return False
    return ASKED_IN[way] in kinds


def ballots(tally: Tally, codes: Sequence[str]) -> tuple[Line, ...]:
    """
    Return a count as lines of positions; who stands at which is arbitrary, since the rule counts heads alone.

    Raises:
        RulesError: more ballots than members.
    """
    cast = ["for"] * tally.in_favour + ["against"] * tally.against + ["abstain"] * tally.abstaining
    if len(cast) > len(codes):
        raise RulesError(f"{len(cast)} ballots were counted, and there are {len(codes)} members.")
    cast += ["absent"] * (len(codes) - len(cast))
    return tuple(Line(code, position) for code, position in zip(codes, cast, strict=True))


def outcome_of(
    rule: Rule,
    lines: Sequence[Line],
    day: date,
    *,
    subject: str = "",
    deadline: datetime | None = None,
    closed: datetime | None = None,
    secret: bool = False,
    apart: Collection[str] = (),
) -> Outcome | tuple[Question, ...]:
    """
    Return the outcome of a seated rule, or what has to be asked before it can be applied.

    Args:
        apart: codes of those that sit without accepted credentials; they are not counted as present. What one of them
            said before credentials were needed stands.
    """
    case = engine.gather(rule, lines, day, subject=subject, deadline=deadline, closed=closed)
    if not isinstance(case, Case):
        return case
    spoke = {} if secret else case.positions
    silent = [code for code in apart if spoke.get(code, "absent") == "absent"]
    return engine.decide(rule, seated_apart(replace(case, secret=secret), silent))
