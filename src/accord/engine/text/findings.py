"""
Findings: what a reader of a file should know about it, each with its place.

A finding never stops the work. One of severity ``warning`` needs a person; one of severity ``info`` does not. Lines end
at LF and count from 1, as do columns; offsets are code points from 0.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["info", "warning"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text, in code points, half-open ``[start, end)``, and what would stand there instead."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with all of ``edits`` made; they do not overlap, and all count from the text as it is."""
    out, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*out, text[at:]])


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
        edits: the same for a program, where it can be said: made together, they leave a text without this finding.
    """

    code: str
    severity: Severity
    line: int
    column: int
    offset: int
    message: str
    fix: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def needs_a_person(self) -> bool:
        """Whether somebody has to decide something before the text is used."""
        return self.severity == "warning"


def needs_a_person(findings: Iterable[Finding]) -> bool:
    """Whether any of ``findings`` needs a person."""
    return any(finding.needs_a_person for finding in findings)


_STRETCH = 4096


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, to turn offsets into lines and columns; one place in 4,096 characters is remembered."""

    text: str
    before: array[int] = field(init=False, repr=False, compare=False)
    starts: array[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        before, starts = array("I", [0]), array("I", [0])
        for at in range(0, len(self.text), _STRETCH):
            before.append(before[-1] + self.text.count("\n", at, at + _STRETCH))
            starts.append(self.text.rfind("\n", at, at + _STRETCH) + 1 or starts[-1])
        object.__setattr__(self, "before", before)
        object.__setattr__(self, "starts", starts)

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column of the code point at ``offset``, both from 1."""
        stretch = min(max(offset, 0) // _STRETCH, len(self.before) - 1)
        begin = stretch * _STRETCH
        start = self.text.rfind("\n", begin, offset) + 1 or self.starts[stretch]
        return self.before[stretch] + self.text.count("\n", begin, offset) + 1, offset - start + 1

    def finding(  # noqa: PLR0917 -- what a finding says, in its order
        self, code: str, severity: Severity, offset: int, message: str, fix: str = "", edits: tuple[Edit, ...] = ()
    ) -> Finding:
        """Return a finding at ``offset``."""
        return Finding(code, severity, *self.at(offset), offset, message, fix, edits)
