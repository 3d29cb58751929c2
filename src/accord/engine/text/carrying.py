"""
A version that was written on another base than the text has: its edits, carried over. Three ways, never two.

Source: docs/reference/command-line.md, "A version on another base".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accord.engine.text.compiling import compile_text
from accord.engine.text.model import Block, Move, Numbering, Text, choices, choices_in
from accord.engine.text.projecting import held, in_order, project, project_block
from accord.engine.text.splitting import Envelope, dress, join, undress

_MINE, _THEIRS = "XA", "XB"
_PARTING = re.compile(r"\n(?:[ \t\f\v]*\n)+")


@dataclass(frozen=True, slots=True)
class Carried:
    """
    A version with its edits on another base.

    Attributes:
        wording: the whole version on the new base.
        clashes: wordings of the new base, one line each, that this version overrides because both had changed the
            same words.
        differences: each paragraph in which the two bases differ, as one line in the old and in the new base; "" in
            the one that has it not.
    """

    wording: str
    clashes: tuple[str, ...]
    differences: tuple[tuple[str, str], ...]


def carry(base: str, version: str, onto: str) -> Carried:
    """
    Return ``version`` with its edits, taken against its own ``base``, on the base ``onto``.

    Where both changed the same words, those of the version stand, and the clash is told. Paragraphs of ``onto`` that
    the version's base does not have stay.

    Args:
        base: what the file gives with all its tracked changes rejected. onto: the base of the text.
    """
    body = compile_text(base, {_MINE: version, _THEIRS: onto})
    picks, clashes = {}, []
    for standing in choices(body):
        own, other = held(standing.choice, _MINE), held(standing.choice, _THEIRS)
        picks[standing.choice.id] = own if own is not None else other or 0
        if own is not None and other is not None and own != other:
            clashes.append(_line(project_block(standing.block, _THEIRS)))
    blocks = in_order(replace(body, blocks=tuple(map(_placed, body.blocks))), _MINE)
    wording = join([found for block in blocks if (found := project_block(block, _MINE, picks))])
    return Carried(
        dress(wording, _envelope(base, version, onto)),
        tuple(dict.fromkeys(filter(None, clashes))),
        tuple(_differences(body)),
    )


def on_current(text: Text, code: str, base: str, version: str) -> Carried | None:
    """
    Return ``version`` carried to the base that ``text`` has.

    Returns:
        None where it was written on that base, or on what ``code`` has in the text.
    """
    now = project(text, None)
    own = project(text, code) if code in text.delegations else now
    return None if same_paragraphs(base, now) or same_paragraphs(base, own) else carry(base, version, now)


def same_paragraphs(one: str, other: str) -> bool:
    """Whether two documents have the same paragraphs; how they are encoded and parted counts nothing."""
    return one == other or _paragraphs(one) == _paragraphs(other)


def _paragraphs(document: str) -> list[str]:
    plain = undress(document)[0].replace("\r\n", "\n").replace("\r", "\n")
    return [each.strip("\n") for each in _PARTING.split(plain) if each.strip()]


def _placed(block: Block) -> Block:
    """Return the block with the one place and the numbers that the carried version has, or else the new base."""
    places = {code: move.after for move in block.moves for code in move.holders}
    after = places.get(_MINE, places.get(_THEIRS))
    numbers = {code: each.labels for each in block.numbers for code in each.holders}
    labels = numbers.get(_MINE, numbers.get(_THEIRS, ()))
    return replace(
        block,
        moves=() if after is None else (Move((_MINE,), after),),
        numbers=(Numbering((_MINE,), labels),) if labels else (),
    )


def _differences(body: Text) -> Iterator[tuple[str, str]]:
    for block in body.blocks:
        marks: tuple[Move | Numbering, ...] = (*block.moves, *block.numbers)
        placed = any(_THEIRS in each.holders for each in marks)
        if placed or any(held(each.choice, _THEIRS) is not None for each in choices_in(block)):
            yield _line(project_block(block, None)), _line(project_block(block, _THEIRS))


def _envelope(base: str, version: str, onto: str) -> Envelope:
    """Return the encoding of the version where it differs from its base, else that of the new base."""
    own = undress(version)[1]
    return own if own != undress(base)[1] else undress(onto)[1]


def _line(wording: str) -> str:
    return " ".join(wording.split())
