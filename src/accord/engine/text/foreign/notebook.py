"""
Collect findings, each kind up to a number that a person can go through; what is left out is counted and said.

Source: docs/reference/inspect.md, "Findings".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from accord.engine.said import say
from accord.engine.text.findings import Edit, Finding, Lines, Severity

MOST_LISTED = 5_000
"""How many findings of one code are listed."""


@dataclass(slots=True)
class Notebook:
    """The findings of one text."""

    lines: Lines
    findings: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    left_out: dict[str, int] = field(default_factory=dict)

    def wants(self, code: str, offset: int, times: int = 1) -> bool:
        """Count a place where ``code`` applies, and return whether it is still to be listed."""
        self.counts[code] += times
        if self.counts[code] > MOST_LISTED:
            self.left_out.setdefault(code, offset)
        return self.counts[code] <= MOST_LISTED

    def note(  # noqa: PLR0917 -- what a finding says, in its order
        self, code: str, severity: Severity, offset: int, message: str, fix: str = "", edits: tuple[Edit, ...] = ()
    ) -> None:
        """Write a finding down; ask :meth:`wants` before, where there may be many."""
        self.findings.append(self.lines.finding(code, severity, offset, message, fix, edits))

    def take(self, findings: Iterable[Finding]) -> None:
        """Write findings down that others have made."""
        self.findings.extend(findings)

    def in_order(self) -> tuple[Finding, ...]:
        """Return all findings in order of place."""
        severities = {finding.code: finding.severity for finding in self.findings}
        for code, offset in self.left_out.items():
            message = say(
                "{number} more findings {code} from here on are not listed.",
                number=self.counts[code] - MOST_LISTED,
                code=code,
            )
            self.note("B099", severities[code], offset, message, say("Deal with those that are listed first."))
        return tuple(sorted(self.findings, key=lambda finding: (finding.offset, finding.code)))
