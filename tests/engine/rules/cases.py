"""Small rules and cases for tests: members XAA, XBB, … and what each said."""

from datetime import UTC, date, datetime
from typing import Any

from accord.engine.rules import Case, Line, Outcome, Question, Rule, decide, gather
from accord.formats.rulefiles import read_rules
from accord.formats.rules import in_force, shipped_roster

DAY = date(2024, 6, 21)
SIX = ("XAA", "XBB", "XCC", "XDD", "XEE", "XFF")


def rule_of(test: str, *, kind: str = "vote", members: str = "[XAA, XBB, XCC, XDD, XEE, XFF]", more: str = "") -> Rule:
    """Return a rule of one stage from the YAML of its test."""
    text = f"id: sample\nroster: {members}\nstages:\n  - {{kind: {kind}, test: {test}}}\n{more}\n"
    return read_rules(text, "sample.yaml", shipped_roster)[0]


def said(**positions: str) -> list[Line]:
    """Return lines, one a member."""
    return [Line(member, position) for member, position in positions.items()]


def each(members: str, letters: str) -> list[Line]:
    """Return lines for "XAA XBB", with one letter each: Y N A X, - absent, o no objection, ! objection, 0 outside."""
    return [Line(member, LETTERS[letter]) for member, letter in zip(members.split(), letters, strict=True)]


LETTERS = {
    "Y": "for", "N": "against", "A": "abstain", "X": "not_voting", "-": "absent", "o": "no_objection",
    "!": "objection", "0": "not_participating",
}  # fmt: skip


def shipped(rule: str, on: date = DAY) -> Rule:
    """Return the version of a shipped rule on a day."""
    found = in_force(rule, on)
    assert found
    return found


def outcome(rule: Rule, lines: list[Line], on: date = DAY, **more: Any) -> Outcome:
    """Return what the rule makes of these lines."""
    case = gather(rule, lines, on, **more)
    assert isinstance(case, Case), case
    return decide(rule, case)


def questions(rule: Rule, lines: list[Line], on: date = DAY, **more: Any) -> tuple[str, ...]:
    """Return the keys of what is asked."""
    found = gather(rule, lines, on, **more)
    assert not isinstance(found, Case)
    return tuple(question.key for question in found if isinstance(question, Question))


def at(hour: int) -> datetime:
    """Return an hour of the day."""
    return datetime(2024, 6, 21, hour, tzinfo=UTC)
