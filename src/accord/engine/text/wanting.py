"""
What each delegation wants to stand at each open choice: by this they are compared, and brought together.

Source: docs/reference/alignment.md, "The open choices of a text".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from accord.engine.text.model import Block, Choice, Text, holders_in
from accord.engine.text.projecting import covered_by, wording_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    An outermost open choice with the wordings that could stand there.

    Attributes:
        block: id of its paragraph.
        wordings: each once, choices inside them resolved; the base's first. "" is no text.
        wants: code → index of the wording that it wants; who has no position here is not in it.
    """

    choice: str
    block: str
    wordings: tuple[str, ...]
    wants: Mapping[str, int] = field(hash=False)


def wanted(text: Text) -> tuple[Wanted, ...]:
    """
    Return every outermost open choice in reading order.

    A choice inside an alternative is part of it: two delegations want the same where the same wording would stand. A
    member of a group that holds nothing itself wants what its group does; where its groups differ, nothing is known.
    """
    return tuple(each for block in text.blocks for each in _in_block(text, block))


def members_of(text: Text) -> tuple[str, ...]:
    """Return the delegations of the roster without the codes of groups, whose members speak for themselves here."""
    groups = {name for name, _members in text.groups}
    return tuple(code for code in text.delegations if code not in groups)


def _in_block(text: Text, block: Block) -> Iterator[Wanted]:
    for choice in block.inlines:
        if isinstance(choice, Choice):
            wording = {code: held for code in members_of(text) if (held := _held(text, choice, code)) is not None}
            known = tuple(dict.fromkeys([*_offered(choice), *wording.values()]))
            wants = {code: known.index(held) for code, held in wording.items()}
            yield Wanted(choice.id, block.id, known, wants)


def _offered(choice: Choice) -> Iterator[str]:
    """Yield the wording of each alternative, choices inside it as the base has them."""
    for alternative in choice.alternatives:
        yield wording_of(alternative.inlines, None, {})


def _held(text: Text, choice: Choice, code: str) -> str | None:
    """Return the wording that ``code`` wants here; None where it has no position."""
    alone = Block("", (choice,))
    holding = holders_in(alone)
    if code in holding:
        return wording_of(alone.inlines, code, {})
    found = {wording_of(alone.inlines, group, {}) for group in covered_by(text, code) if group in holding}
    return found.pop() if len(found) == 1 else None
