"""Decision rules: pure functions from a rule and what each member said to an outcome with its reasons."""

from accord.engine.rules.changing import Changes
from accord.engine.rules.checking import Flaw, flaws
from accord.engine.rules.deciding import Node, Outcome, Passage, decide
from accord.engine.rules.gathering import Case, DoubleVote, Line, Question, Remark, RulesError, gather
from accord.engine.rules.model import (
    AllOf,
    AnyOf,
    Compare,
    Member,
    NoneOf,
    Not,
    Roster,
    RosterLine,
    Rule,
    Stage,
    Test,
)
from accord.engine.rules.seating import Seat

__all__ = [
    "AllOf",
    "AnyOf",
    "Case",
    "Changes",
    "Compare",
    "DoubleVote",
    "Flaw",
    "Line",
    "Member",
    "Node",
    "NoneOf",
    "Not",
    "Outcome",
    "Passage",
    "Question",
    "Remark",
    "Roster",
    "RosterLine",
    "Rule",
    "RulesError",
    "Seat",
    "Stage",
    "Test",
    "decide",
    "flaws",
    "gather",
]
