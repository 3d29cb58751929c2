"""
A document whose tracked changes are by several authors, divided: the text that some of them want.

Their changes are accepted and all others rejected. A paragraph that somebody else puts in and in which they change
something is taken as well, since their words have no other place; what they type at words that somebody else takes out
stands for these words.

Source: docs/reference/command-line.md, "One file of several delegations".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from accord.formats.overtyping import Overtyped, overtyped
from accord.formats.paper.rereading import rolling_of
from accord.formats.values import Document, Rolling, authors_of
from accord.formats.word.laid import laid_out
from accord.formats.word.story import Box, Change, End, Piece, Wall, Words, accepted_by


@dataclass(frozen=True, slots=True)
class Share:
    """
    What some authors want of a document.

    Attributes:
        text: with their changes accepted and all others rejected.
        inside: wording of the paragraphs by others, as those put them in, that they change and so take as well.
        overtyped: what they typed at words that others take out.
        rolling: the same of a rolling text that Accord wrote, in notation; None for any other document.
    """

    text: str
    inside: tuple[str, ...] = ()
    overtyped: tuple[Overtyped, ...] = ()
    rolling: Rolling | None = None


def share_of(document: Document, authors: Collection[str]) -> Share:
    """Return what these authors, as the document names them, want of it; its base for none."""
    names, known = frozenset(authors), frozenset(authors_of(document))
    if known <= names:
        return Share(document.text, rolling=document.rolling)
    if document.rolling is None and not known & names:
        return Share(document.text if document.base is None else document.base)
    inside: list[str] = []
    told: list[Overtyped] = []
    pieces = tuple(_overtyped(_joined(document.flow, names, inside), names, told))
    rolling = rolling_of(laid_out(pieces, names.__contains__)) if document.rolling else None
    return Share(accepted_by(pieces, names).text, tuple(inside), tuple(told), rolling)


def _joined(pieces: Iterable[Piece], authors: frozenset[str], inside: list[str]) -> Iterator[Piece]:
    """Yield pieces, those of a paragraph by others in which the authors change something as if it were common."""
    for paragraph in _paragraphs(pieces):
        told = [replace(piece, pieces=tuple(_joined(piece.pieces, authors, inside)))
                if isinstance(piece, Box) else piece for piece in paragraph]  # fmt: skip
        yield from _taken(told, authors, inside) if isinstance(told[-1], End | Wall) else told


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    paragraph: list[Piece] = []
    for piece in pieces:
        paragraph.append(piece)
        if isinstance(piece, End | Wall):
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _overtyped(pieces: Iterable[Piece], authors: frozenset[str], told: list[Overtyped]) -> Iterator[Piece]:
    """Yield pieces, what others take out and the authors type at as taken out by these as well."""
    for paragraph in _paragraphs(pieces):
        for piece in overtyped(paragraph, authors, told):
            boxed = isinstance(piece, Box)
            yield replace(piece, pieces=tuple(_overtyped(piece.pieces, authors, told))) if boxed else piece


def _taken(paragraph: list[Piece], authors: frozenset[str], inside: list[str]) -> list[Piece]:
    by_others = any(each.kind == "inserted" and each.author not in authors for each in paragraph[-1].changes)
    if not by_others or not any(_is_own(each, authors) for each in paragraph):
        return paragraph
    theirs = [each for each in paragraph if isinstance(each, Words) and not _is_put_in(each.changes, authors)]
    if all(any(each.kind == "deleted" and each.author in authors for each in words.changes) for words in theirs):
        return paragraph  # they take it out again
    inside.append("".join(each.wording for each in theirs))
    return [replace(each, changes=tuple(filter(lambda it: _stands(it, authors), each.changes))) for each in paragraph]


def _is_own(piece: Piece, authors: frozenset[str]) -> bool:
    return isinstance(piece, Words) and any(each.author in authors for each in piece.changes)


def _is_put_in(changes: Sequence[Change], authors: frozenset[str]) -> bool:
    return any(each.kind == "inserted" and each.author in authors for each in changes)


def _stands(change: Change, authors: frozenset[str]) -> bool:
    return change.kind == "deleted" or change.author in authors
