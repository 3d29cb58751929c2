"""
The answers of every ``may_…`` predicate: :class:`Allow` or :class:`Deny` with its reason, and nothing in between.

Neither has a truth value: ``if may_close(…)`` is an error, so an answer can never be mistaken for another.
Source: TRUST D2 (docs/explanation/architecture.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn


class _NoTruth:
    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise TypeError("a decision has no truth value; use require() or match on Allow and Deny")


@dataclass(frozen=True, slots=True)
class Allow(_NoTruth):
    """The subject may do it."""


@dataclass(frozen=True, slots=True)
class Deny(_NoTruth):
    """The subject may not; ``reason`` is a sentence for the person who asked."""

    reason: str


Decision = Allow | Deny


class Refused(Exception):
    """An act that the subject may see but may not do. ``reason`` is shown to it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotVisible(Exception):
    """For this subject the thing does not exist: never made, gone, or not for its eyes; nothing tells which."""


def require(decision: object) -> None:
    """
    Go on only where ``decision`` is :class:`Allow`.

    Raises:
        Refused: with the reason of a :class:`Deny`; anything that is neither denies as well.
    """
    if isinstance(decision, Allow):
        return
    raise Refused(decision.reason if isinstance(decision, Deny) else "There is no rule that allows this.")
