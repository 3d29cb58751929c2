"""
A rule over the members of a council: its own, or those that any council brings.

Source: docs/reference/rules.md, "Rules that ship".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from accord.engine.rules.model import Member, Roster, RosterLine, Rule


@dataclass(frozen=True, slots=True)
class Seat:
    """A member at the time of the decision: its code, whether its seat is taken, and whether it objects."""

    code: str
    present: bool
    objects: bool = False


ANYBODYS = ("", "association")
"""Organs whose rules any council can take."""


def seated(rule: Rule, codes: Sequence[str], day: date) -> Rule | None:
    """Return ``rule`` over the members of the council; None where it is the rule of others."""
    if rule.roster.lines:
        own = {member.code for member in rule.roster.at(day) if member.status != "observer"}
        return rule if own == set(codes) and rule.roster.complete(day) else None
    if rule.organ not in ANYBODYS:
        return None
    return replace(rule, roster=Roster(tuple(RosterLine(Member(code)) for code in codes)))
