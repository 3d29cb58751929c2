"""What a file says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from accord.engine.text.findings import Finding


@dataclass(frozen=True, slots=True)
class Document:
    """
    What a file says.

    Attributes:
        text: its characters; paragraphs of a Word file are parted by one blank line.
        findings: what a reader of the file would see and the text does not show (comments, hidden text, …).
    """

    text: str
    findings: tuple[Finding, ...] = ()
