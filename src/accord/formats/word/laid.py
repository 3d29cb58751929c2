"""
The paragraphs of a rolling text that Accord wrote, with the look of each run: what is needed to read it back.

It needs nothing of the engine, so that the child process starts quickly.

Source: docs/how-to/word.md, "The rolling text, edited by hand".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from accord.formats.word.story import PAGE_BREAK, Box, End, Piece, Wall, Words

Laid = tuple[str, list[tuple[str, str]]]
"""A paragraph: the role of its style, and its runs as pairs of look and wording, neighbours of one look joined."""


def laid_out(pieces: Sequence[Piece], accepts: Callable[[str], bool] = lambda _author: True) -> list[Laid]:
    """
    Return the paragraphs that are not blank; none at all where no legend says that this is a rolling text.

    Args:
        accepts: whether the tracked changes by this author are accepted.
    """
    if not any(isinstance(piece, End) and piece.style == "legend" for piece in pieces):
        return []
    return [each for each in _paragraphs(pieces, accepts) if any(wording.strip() for _, wording in each[1])]


def said_in(paragraphs: Iterable[Laid]) -> frozenset[str]:
    """Return what the notes in it say, each as one line."""
    return frozenset(
        " ".join("".join(words for _, words in runs).split()) for role, runs in paragraphs if role == "note"
    )


def _paragraphs(pieces: Iterable[Piece], accepts: Callable[[str], bool]) -> Iterator[Laid]:
    runs: list[tuple[str, str]] = []
    boxes: list[Box] = []
    for piece in pieces:
        if any((change.kind == "deleted") == accepts(change.author) for change in piece.changes):
            continue
        if isinstance(piece, Words):
            _put(runs, piece.look, piece.wording.replace(PAGE_BREAK, "\n"))
        elif isinstance(piece, Box):
            boxes.append(piece)
        elif isinstance(piece, End | Wall):
            yield (piece.style if isinstance(piece, End) else ""), runs
            yield from (each for box in boxes for each in _paragraphs(box.pieces, accepts))
            runs, boxes = [], []
    yield "", runs


def _put(runs: list[tuple[str, str]], look: str, wording: str) -> None:
    if runs and runs[-1][0] == look:
        runs[-1] = (look, runs[-1][1] + wording)
    else:
        runs.append((look, wording))
