"""How each member stands: from what it said in the decision, and from what was entered later. Pure: no database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from accord.signing.choices import Taking, Word

SAID: Mapping[str, Taking] = {
    "for": Taking.AGREED,
    "no_objection": Taking.AGREED,
    "against": Taking.OBJECTED,
    "objection": Taking.OBJECTED,
    "amendment": Taking.OBJECTED,
    "withdrawn": Taking.NO_OBJECTION,
    "abstain": Taking.ABSTAINED,
    "absent": Taking.ABSENT,
    "not_participating": Taking.APART,
    "not_voting": Taking.APART,
}
"""Position in a decision → how the member stands by it."""


class Step(Protocol):
    """A stance as it is stored."""

    member: str
    kind: str
    day: date


@dataclass(frozen=True, slots=True)
class Said:
    """
    What a decision says of its members.

    Attributes:
        positions: code → position. silence: they were asked by silence, so a member without a word did not object.
        secret: the ballot was secret: nobody's position is known. apart: who sat without accepted credentials.
    """

    positions: Mapping[str, str]
    silence: bool = False
    secret: bool = False
    apart: frozenset[str] = frozenset()


def derived(said: Said, code: str) -> Taking:
    """Return how a member stands by the decision alone. What is not known is not stated, never guessed."""
    if said.secret:
        return Taking.NOT_STATED
    position = said.positions.get(code, "")
    if said.silence:
        known = {"no_objection": Taking.NO_OBJECTION, "": Taking.SILENT}
        return known.get(position) or SAID.get(position, Taking.NOT_STATED)
    return SAID.get(position, Taking.NOT_STATED)


def latest(steps: Sequence[Step], code: str) -> Step | None:
    """Return the last step that says how a member stands; words that it attached say nothing of that."""
    return next((each for each in reversed(steps) if each.member == code and each.kind not in Word.values), None)


def stands(said: Said, steps: Sequence[Step], code: str) -> Taking:
    """Return how a member stands now: by its latest step, else by the decision. ``steps`` are in order of time."""
    last = latest(steps, code)
    return Taking(last.kind) if last else derived(said, code)


def waits_since(steps: Sequence[Step], code: str) -> date | None:
    """Return the day on which a decision was handed to a member that has not answered; None where none waits."""
    last = latest(steps, code)
    return last.day if last is not None and last.kind == Taking.WAITS else None


def apart(states: Mapping[str, Taking]) -> tuple[tuple[Taking, tuple[str, ...]], ...]:
    """Return the codes by how they stand, each state by itself, in the order of the states; nothing is added up."""
    found = {state: tuple(code for code, own in states.items() if own == state) for state in Taking}
    return tuple((state, codes) for state, codes in found.items() if codes)
