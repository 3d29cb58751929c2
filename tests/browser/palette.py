"""Pictures with a palette: a page of text needs few colours, and its picture a third of the bytes."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

HEAD = b"\x89PNG\r\n\x1a\n"
COLOURS = 256
APART = 120
"""Squared distance that two colours have at least."""
Colour = tuple[int, int, int]


def with_palette(png: bytes) -> bytes:
    """Return a true-colour picture with at most 256 colours: frequent ones that differ, for the others the nearest."""
    width, height, rows = _read(png)
    counted = Counter(colour for row in rows for colour in row)
    palette = _distinct(colour for colour, _count in counted.most_common())
    index = {colour: at for at, colour in enumerate(palette)}
    for colour in counted:
        if colour not in index:
            index[colour] = min(range(len(palette)), key=lambda at, one=colour: _distance(palette[at], one))
    lines = b"".join(b"\0" + bytes(map(index.__getitem__, row)) for row in rows)
    return HEAD + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(map(bytes, palette))),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _distinct(colours: Iterable[Colour]) -> list[Colour]:
    """Return the first 256 of these that are apart from each other, so that a rare hue is not lost to many greys."""
    kept: list[Colour] = []
    for colour in colours:
        if len(kept) < COLOURS and all(_distance(colour, each) >= APART for each in kept):
            kept.append(colour)
    return kept


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _read(png: bytes) -> tuple[int, int, list[list[Colour]]]:
    """Return width, height, and the colours line by line."""
    chunks = list(_chunks(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    if (depth, kind) != (8, 2):
        raise ValueError("only pictures in 8-bit true colour")
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    rows, before, step = [], bytearray(3 * width), 3 * width + 1
    for at in range(0, height * step, step):
        before = _unfiltered(raw[at], bytearray(raw[at + 1 : at + step]), before)
        rows.append(list(zip(before[0::3], before[1::3], before[2::3], strict=True)))
    return width, height, rows


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(HEAD)
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        at += 12 + size


def _unfiltered(kind: int, line: bytearray, above: bytearray) -> bytearray:
    """Undo the filter of one line; see PNG, section 9."""
    for at in range(len(line)):
        left, corner = (line[at - 3], above[at - 3]) if at >= 3 else (0, 0)
        guess = (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind]
        line[at] = (line[at] + guess) & 255
    return line


def _paeth(left: int, above: int, corner: int) -> int:
    near = left + above - corner
    return min((left, above, corner), key=lambda each: abs(near - each))
