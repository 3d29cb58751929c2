"""What a whole version does to a text, paragraph by paragraph: pure, so that a preview and the act say the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from accord.drafting.proposing import touched
from accord.engine import text as engine
from accord.engine.text.notation import render_inlines
from accord.engine.text.splitting import split


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A paragraph in which a version differs from what the delegation has in the text now.

    Attributes:
        key: by which it is left out: the block's id, or "new-1", "new-2", … for what it inserts, in reading order.
        kind: "changed" | "moved" | "inserted" | "deleted" | "withdrawn" (its own insertion, taken back).
        block: as it will stand; as it stood, where it is withdrawn.
        notation: how it will stand, in notation; "" where it goes.
    """

    key: str
    kind: str
    block: engine.Block
    notation: str


def passages(before: engine.Text, after: engine.Text, code: str) -> tuple[Passage, ...]:
    """
    Return where ``after`` differs from ``before``, in the order of ``after``, then what is withdrawn.

    A paragraph that is only numbered anew, since another was put in before it, is no passage: it goes with that one.
    """
    old = {block.id: block for block in before.blocks}
    new = {block.id: block for block in after.blocks}
    keys = keys_of(before, after)
    found = []
    for block_id in touched(before, after):
        block = new.get(block_id)
        if block and _only_renumbered(old.get(block_id), block):
            continue
        kind = "withdrawn" if block is None else _kind(old.get(block_id), block, code)
        notation = "" if block is None else render_inlines(block.inlines)
        found.append(Passage(keys[block_id], kind, block or old[block_id], notation))
    return tuple(found)


def _only_renumbered(old: engine.Block | None, new: engine.Block) -> bool:
    return old is not None and replace(new, numbers=old.numbers) == old


def keys_of(before: engine.Text, after: engine.Text) -> dict[str, str]:
    """Return the key of each block in either text, the same for the same version on the same text."""
    old = {block.id for block in before.blocks}
    added = [block.id for block in after.blocks if block.id not in old]
    return {each: each for each in old} | {each: f"new-{at}" for at, each in enumerate(added, 1)}


def without(before: engine.Text, after: engine.Text, left_out: Collection[str]) -> engine.Text:
    """
    Return ``after`` with the paragraphs whose keys are ``left_out`` as ``before`` has them.

    Every other block is the same object; keys that name none are passed over.
    """
    if not left_out:
        return after
    keys = keys_of(before, after)
    old = {block.id: block for block in before.blocks}
    kept = [_left(block, old, keys[block.id] in left_out) for block in after.blocks]
    gone = {block.id for block in after.blocks if keys[block.id] in left_out and block.id not in old}
    blocks = [_unled(block, gone, after) for block in kept if block is not None]
    return replace(after, blocks=tuple(_put_back(before, blocks, left_out)))


def fingerprint_of(found: Collection[Passage]) -> str:
    """Return the SHA-256 of how a version will stand, so that what is confirmed is what was shown."""
    told = "\0".join(f"{each.key}\1{each.kind}\1{each.notation}" for each in found)
    return sha256(told.encode("utf-8")).hexdigest()


def inserted_ids(document: str) -> int:
    """Return how many ids of new blocks a version may need."""
    return len(split(document)) + 1


def _kind(old: engine.Block | None, new: engine.Block, code: str) -> str:
    if old is None:
        return "inserted"
    if old.inlines == new.inlines:
        return "moved"
    return "changed" if engine.project_block(new, code) else "deleted"


def _left(block: engine.Block, old: dict[str, engine.Block], left: bool) -> engine.Block | None:
    return old.get(block.id) if left else block


def _unled(block: engine.Block, gone: Collection[str], after: engine.Text) -> engine.Block:
    """Return the block with moves behind one that is left out set behind the nearest before it that stays."""
    if not any(move.after in gone for move in block.moves):
        return block
    moves = tuple(replace(move, after=_nearest(after, move.after, gone)) for move in block.moves)
    return replace(block, moves=moves)


def _nearest(after: engine.Text, block_id: str, gone: Collection[str]) -> str:
    ids = [block.id for block in after.blocks]
    at = ids.index(block_id) if block_id in gone else -1
    return next((each for each in reversed(ids[:at]) if each not in gone), "") if at >= 0 else block_id


def _put_back(before: engine.Text, blocks: list[engine.Block], left_out: Collection[str]) -> Iterator[engine.Block]:
    """Yield the blocks with own insertions that the version would take back where they stood."""
    here = {block.id for block in blocks}
    behind: dict[str, list[engine.Block]] = {}
    last = ""
    for block in before.blocks:
        if block.id in here:
            last = block.id
        elif block.id in left_out:
            behind.setdefault(last, []).append(block)
    yield from behind.get("", ())
    for block in blocks:
        yield block
        yield from behind.get(block.id, ())
