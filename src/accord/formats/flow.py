"""
A flow of wording with its tracked changes on its way out of the child process: what is needed to divide it by author.

It needs nothing of the engine, so that the child starts quickly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from accord.formats.word.story import Box, Change, End, Piece, Wall, Words


def flow_of(pieces: Iterable[Piece]) -> list[Any]:
    """Return what of a flow is needed to divide it, as JSON values: changes, and pieces that are under some of them."""
    numbers: dict[tuple[str, str], int] = {}
    told = list(_told(pieces, numbers))
    return [[list(key) for key in numbers], told]


def _told(pieces: Iterable[Piece], numbers: dict[tuple[str, str], int]) -> Iterator[list[Any]]:
    for piece in pieces:
        under = [numbers.setdefault((each.kind, each.author), len(numbers)) for each in piece.changes]
        if isinstance(piece, Words):
            yield ["words", under, piece.wording, piece.look]
        elif isinstance(piece, Box):
            yield ["box", under, list(_told(piece.pieces, numbers))]
        elif isinstance(piece, End | Wall):
            yield ["end", under, piece.style] if isinstance(piece, End) else ["wall", under]


def pieces_of(flow: Sequence[Any]) -> tuple[Piece, ...]:
    """Return the pieces that :func:`flow_of` told of."""
    if not flow:
        return ()
    changes = {number: Change(kind, author) for number, (kind, author) in enumerate(flow[0])}
    return tuple(_pieces(flow[1], changes))


def _pieces(told: Iterable[Sequence[Any]], changes: Mapping[int, Change]) -> Iterator[Piece]:
    for kind, under, *inside in told:
        around = tuple(changes[each] for each in under)
        if kind == "words":
            yield Words(around, *inside)
        elif kind == "box":
            yield Box(around, tuple(_pieces(inside[0], changes)))
        else:
            yield End(around, style=inside[0]) if kind == "end" else Wall(around)
