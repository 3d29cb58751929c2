"""
The table at the end of a rolling text: who holds wording, who reserves, and where.

Source: docs/reference/formats.md, "What every rolling text shows".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.text.labels import labels
from accord.engine.text.model import Text, holders_in
from accord.engine.text.projecting import project_block
from accord.formats.paper.values import Table

TITLE = "Delegations"
NO_POSITION = "no position"


def delegations(text: Text) -> Table:
    """Return the table; its first row is the head."""
    held: dict[str, list[str]] = {}
    noted: dict[str, list[str]] = {}
    for place, block in zip(_places(text), text.blocks, strict=True):
        for code in holders_in(block):
            held.setdefault(code, []).append(place)
        for code in (code for move in block.moves for code in move.holders):
            held.setdefault(code, []).append(f"{place} (moved)")
        for code in dict.fromkeys(note.holder for note in block.notes):
            noted.setdefault(code, []).append(place)
    groups = {code: ", ".join(name for name, members in text.groups if code in members) for code in text.delegations}
    rows = [
        (code, groups[code], ", ".join(held.get(code, [NO_POSITION])), ", ".join(noted.get(code, [])))
        for code in text.delegations
    ]
    head = ("Delegation", "Groups", "Holds wording in", "Reserves or notes at")
    return _without_groups(head, rows) if not text.groups else Table((head, *rows), (2, 3, 5, 4))


def _without_groups(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(tuple((row[0], *row[2:]) for row in (head, *rows)), (2, 7, 5))


def _places(text: Text) -> Iterator[str]:
    """Yield how a reader finds each block: its label, or how a heading begins."""
    for block, label in zip(text.blocks, labels(text), strict=True):
        yield label.rstrip(".") or f"“{project_block(block, None).strip()}”"
