"""
``accord inspect FILE [--roster FILE] [-o FILE] [--json]``.

Source: docs/reference/command-line.md, "accord inspect"; docs/reference/inspect.md lists the findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace

from accord.cli import ends, importing
from accord.engine.text.findings import Finding
from accord.engine.text.foreign import Inspection, Profile, inspect
from accord.formats.documents import Document, suffix_of

FIGURES = ("brackets", "choices", "alternatives", "placeholders", "depth", "unclosed", "stray")


def run(*, file: str, roster: str, output: str, as_json: bool) -> int:
    """Do the command; return its exit status."""
    suffix = ends.require_suffix(output, importing.SUFFIXES, [file]) if output else ""
    table = ends.read_roster(roster) if roster else None
    profile = ends.read_profile(roster) if roster else Profile()
    document = _document(file)
    made = importing.imported(document.text, table, profile) if output else None
    found = made.inspection if made else inspect(document.text, table, profile)
    findings = [*document.findings, *(made or found).findings]
    notes = ends.noted(file, sorted(findings, key=lambda each: each.offset))
    if made:
        importing.write(made, notes, output, suffix)
    if as_json:
        summary = found.figures() | {"findings": [asdict(note.finding) for note in notes]}
        ends.put(ends.as_json_bytes(summary))
    else:
        ends.put("".join(f"{line}\n" for line in [*_lines(found), *map(str, notes)]).encode("utf-8"))
    return ends.status_of(notes)


def _document(file: str) -> Document:
    """Return what is looked at: of a rolling text in Word or OpenDocument its notation, or else all that it shows."""
    if suffix_of(file) == ".json":
        return Document(ends.read_notation(file))
    document = ends.read_input(file)
    damage = ends.damage_of(document, file, handed_in=True)
    if damage:
        seen = Finding(
            "D018", "warning", 1, 1, 0, f"This {damage}", "All that it shows was looked at, marks and legend."
        )
        return replace(document, findings=(seen, *document.findings))
    return replace(document, text=ends.wording_of(document, file, handed_in=True))


def _lines(found: Inspection) -> Iterator[str]:
    summary = found.figures()
    for name in FIGURES:
        yield f"{name:<13}{summary[name]:>7}"
    named = ", ".join(f"{code} {count}" for code, count in found.attributions.items())
    yield f"{'delegations':<13}{named or 'none named':>7}"
