"""What is said of a thing that stands under tracked changes, or that has such changes inside."""

from __future__ import annotations

from collections.abc import Sequence

from accord.formats.word.elements import one_line
from accord.formats.word.story import Change, Group, Piece, accepted, rejected

LOSSES = frozenset({"D008", "D009"})
"""What is said of wording that is read nowhere; it is said even where its place is gone from the text."""


def under(changes: tuple[Change, ...], *more: Change) -> tuple[Change, ...]:
    """Return changes with others inside them; one of the same kind by the same author adds nothing."""
    for change in more:
        if all((each.kind, each.author, each.moved) != (change.kind, change.author, change.moved) for each in changes):
            changes = (*changes, change)
    return changes


def in_one_line(pieces: Sequence[Piece]) -> tuple[str, str, tuple[Group, ...]]:
    """Return the wording of a note, page head or comment after and before its tracked changes, and those."""
    after, before = accepted(pieces), rejected(pieces)
    said = [one_line(each.message) for each in after.notes if each.severity == "warning"]
    wording = one_line(" ".join(after.paragraphs))
    return wording + "".join(f" ({each})" for each in said), one_line(" ".join(before.paragraphs)), tuple(after.groups)


def wording_then(wording: str, before: str) -> str:
    """Return wording in quotation marks, with what it was before tracked changes where that differs."""
    return f'"{wording}"' if before in {wording, ""} else f'"{wording}" (before the tracked changes "{before}")'


def way_of(changes: tuple[Change, ...]) -> str:
    """Return what the name of a thing goes on with where tracked changes put it in or take it out."""
    kinds = {each.kind for each in changes}
    return "" if not kinds else f" that a tracked change {'takes out' if 'deleted' in kinds else 'puts in'}"
