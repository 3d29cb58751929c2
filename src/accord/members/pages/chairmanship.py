"""Terms of the chairmanship and what was handed over. Frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accord.members.basis import Basis
from accord.members.pages.naming import Called


@dataclass(frozen=True, slots=True)
class TermLine:
    """
    A term of the chairmanship; ``current`` on the day that the pages show.

    Attributes:
        exception: the decision by which it departs from the rule, or "".
        computed: the rule gives it, nobody decided it. when: the days as they are known, "" where they are exact.
    """

    code: str
    member: Called
    begins: date | None
    ends: date | None
    current: bool
    basis: Basis
    exception: str = ""
    computed: bool = False
    when: str = ""
    decided: date | None = None


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """
    The hand-over to the next term, and who may act on it.

    Attributes:
        term: the term that begins, None where none is decided. day: on which it was handed over, None before.
        taken: whether the other side has confirmed it. gives, takes: whether the reader may act now.
    """

    term: TermLine | None
    day: date | None = None
    taken: bool = False
    gives: bool = False
    takes: bool = False
