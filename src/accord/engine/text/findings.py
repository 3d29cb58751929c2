"""
Findings: what a reader of a file should know about it, each with its place.

A finding never stops the work. One of severity ``warning`` needs a person; one of severity ``info`` does not. Lines end
at LF and count from 1, as do columns; offsets are code points from 0.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["info", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One observation about a text.

    Attributes:
        code: stable name of the kind, such as ``B001``; docs/reference/inspect.md lists them all.
        severity: "info", or "warning" when a person has to look at it.
        line, column: where, both from 1; lines end at LF.
        offset: where, in code points from 0.
        message: what was seen, as one sentence.
        fix: what a person may do about it, as one sentence; "" when there is nothing to do.
    """

    code: str
    severity: Severity
    line: int
    column: int
    offset: int
    message: str
    fix: str = ""

    @property
    def needs_a_person(self) -> bool:
        """Whether somebody has to decide something before the text is used."""
        return self.severity == "warning"


def needs_a_person(findings: Iterable[Finding]) -> bool:
    """Whether any of ``findings`` needs a person."""
    return any(finding.needs_a_person for finding in findings)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, to turn offsets into lines and columns."""

    text: str
    starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", [0, *[match.end() for match in re.finditer("\n", self.text)]])

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column of the code point at ``offset``, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def finding(self, code: str, severity: Severity, offset: int, message: str, fix: str = "") -> Finding:
        """Return a finding at ``offset``."""
        return Finding(code, severity, *self.at(offset), offset, message, fix)
