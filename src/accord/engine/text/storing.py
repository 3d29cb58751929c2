"""A text as plain lists and strings, with its ids and numbers: how versions are kept and what their hash covers."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from accord.engine.text.model import Alternative, Block, Choice, Inline, Move, Note, Numbering, Status, Text

SCHEMA = "accord-text/1"


def dump(text: Text) -> dict[str, Any]:
    """Return ``text`` as JSON values; ``load`` gives an equal text with the same ids and numbers back."""
    return {
        "schema": SCHEMA,
        "base": text.base,
        "delegations": list(text.delegations),
        "groups": [[name, list(members)] for name, members in text.groups],
        "sample": text.sample,
        "language": text.language,
        "envelopes": [[code, list(marks)] for code, marks in text.envelopes],
        "numbered": text.numbered,
        "blocks": [_block(block) for block in text.blocks],
    }


def load(stored: dict[str, Any]) -> Text:
    """Return the text that :func:`dump` wrote. Raises ``ValueError`` for another schema."""
    if stored.get("schema") != SCHEMA:
        raise ValueError(f"unknown schema {stored.get('schema')!r}")
    return Text(
        blocks=tuple(_block_of(each) for each in stored["blocks"]),
        delegations=tuple(stored["delegations"]),
        base=stored["base"],
        groups=tuple((name, tuple(members)) for name, members in stored["groups"]),
        sample=stored["sample"],
        language=stored["language"],
        envelopes=tuple((code, tuple(marks)) for code, marks in stored["envelopes"]),
        numbered=stored["numbered"],
    )


def canonical(stored: dict[str, Any]) -> bytes:
    """Return JSON values in their one form that is hashed: UTF-8, keys sorted, no white space between."""
    return json.dumps(stored, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def fingerprint(text: Text) -> str:
    """Return the SHA-256 of ``text`` in 64 hexadecimal digits: over the :func:`canonical` form of its :func:`dump`."""
    return hashlib.sha256(canonical(dump(text))).hexdigest()


def _block(block: Block) -> dict[str, Any]:
    stored: dict[str, Any] = {
        "id": block.id,
        "inlines": [_inline(each) for each in block.inlines],
        "status": [block.status.state, block.status.forum, list(block.status.pending)],
        "notes": [[note.kind, note.holder, note.wording] for note in block.notes],
    }
    if block.moves:
        stored["moves"] = [[list(move.holders), move.after] for move in block.moves]
    if block.numbers:
        stored["numbers"] = [[list(each.holders), list(each.labels)] for each in block.numbers]
    return stored


def _inline(inline: Inline) -> Any:
    if isinstance(inline, str):
        return inline
    alternatives = [[list(each.holders), [_inline(item) for item in each.inlines]] for each in inline.alternatives]
    return {"choice": inline.id, "alternatives": alternatives}


def _block_of(stored: dict[str, Any]) -> Block:
    state, forum, pending = stored["status"]
    notes = tuple(Note(*note) for note in stored["notes"])
    moves = tuple(Move(tuple(holders), after) for holders, after in stored.get("moves", ()))
    numbers = tuple(Numbering(tuple(holders), tuple(labels)) for holders, labels in stored.get("numbers", ()))
    status = Status(state, forum, tuple(pending))
    return Block(stored["id"], _inlines_of(stored["inlines"]), status, notes, moves, numbers)


def _inlines_of(stored: list[Any]) -> tuple[Inline, ...]:
    return tuple(each if isinstance(each, str) else _choice_of(each) for each in stored)


def _choice_of(stored: dict[str, Any]) -> Choice:
    alternatives = (Alternative(tuple(holders), _inlines_of(items)) for holders, items in stored["alternatives"])
    return Choice(stored["choice"], tuple(alternatives))
