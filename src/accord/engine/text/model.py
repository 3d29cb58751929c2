"""
The values of a negotiated text.

A :class:`Text` is a sequence of blocks (paragraphs, headings). A block's content is wording that is common, and
choices where it is not. The first alternative of a choice is always what the base says; a delegation that holds none
of the alternatives has no position and is read with the base. In a choice inside an alternative that the base has not,
each of those who hold the alternative holds one of the wordings.

Source: docs/reference/notation.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

CHAIR = "CHAIR"
"""The code under which the chair's compromises stand. It is no delegation and never counts as one."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """
    One of the wordings of a choice.

    Attributes:
        holders: codes that hold it, in the order of the roster; empty for the base wording when nobody has spoken up
            for it.
        inlines: its wording; empty means "no text".
    """

    holders: tuple[str, ...]
    inlines: tuple[Inline, ...]

    @property
    def is_null(self) -> bool:
        """Whether this alternative is "no text"."""
        return not self.inlines


@dataclass(frozen=True, slots=True)
class Choice:
    """
    A place where the wording is open: the base alternative first, then the others in a fixed order.

    Inside an alternative that the base has not, the wording of the first who holds the alternative stands first.
    """

    id: str
    alternatives: tuple[Alternative, ...]

    @property
    def base(self) -> Alternative:
        """The alternative that the base has."""
        return self.alternatives[0]

    @property
    def holders(self) -> frozenset[str]:
        """Codes that hold any alternative of this choice (not of choices inside it)."""
        return frozenset(code for alternative in self.alternatives for code in alternative.holders)


Inline = str | Choice


@dataclass(frozen=True, slots=True)
class Status:
    """
    How far a block has come. Stored apart from brackets: no bracket does not mean agreed.

    Attributes:
        state: "open" | "agreed" (ad referendum) | "reopened".
        forum: where it was agreed, for instance "the plenary of deputies".
        pending: codes whose capitals have not confirmed yet.
    """

    state: str = "open"
    forum: str = ""
    pending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A reservation ("reserve") or a remark ("note") of one holder on a block; never a bracket."""

    kind: str
    holder: str
    wording: str


@dataclass(frozen=True, slots=True)
class Move:
    """
    Another place that some want for a block.

    Attributes:
        holders: codes that have it there, in the order of the roster.
        after: id of the block behind which they have it; "" is the beginning.
    """

    holders: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """
    The numbers that some have at a block instead of those of the base: "4." for "3.".

    Attributes:
        holders: codes that have them, in the order of the roster.
        labels: the numbers of all lines that have one, in reading order.
    """

    holders: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """
    A paragraph or heading, or some that somebody has split or merged.

    Attributes:
        id: stable and never reused; labels (PP3 bis) are only printed.
        inlines: common wording and choices, in reading order. Line breaks inside the block are part of the wording; a
            blank line ("\\n\\n") is a paragraph break.
        moves: where else some have it. It stands, in the text, where the base has it.
        numbers: which other numbers some have at its lines; ``inlines`` has those of the base.
    """

    id: str
    inlines: tuple[Inline, ...]
    status: Status = Status()
    notes: tuple[Note, ...] = ()
    moves: tuple[Move, ...] = ()
    numbers: tuple[Numbering, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """
    A text under negotiation.

    Attributes:
        delegations: the roster, in the council's own order; every holder but the chair is in it.
        base: code under which the base was handed in, or "".
        groups: pairs of a group's name and its members' codes.
        sample: the wording is a sample and may never be released as a real text.
        envelopes: pairs of a code ("" is the base) and the marks of how its bytes differ from plain lines
            ("bom", "crlf", "nfd"); see docs/reference/notation.md, "Differences of encoding".
        numbered: the largest number that a choice was given so far, on any level; numbers are never reused.
    """

    blocks: tuple[Block, ...]
    delegations: tuple[str, ...] = ()
    base: str = ""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sample: bool = False
    language: str = ""
    envelopes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    numbered: int = field(default=0, compare=False)

    def block(self, block_id: str) -> Block:
        """Return the block with this id. Raises :class:`KeyError` when there is none."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)


@dataclass(frozen=True, slots=True)
class Standing:
    """
    A choice where it stands.

    Attributes:
        depth: 0 for a choice of the block itself, 1 inside one of its alternatives, and so on.
        path: for each enclosing choice, outermost first, its id and the index of the alternative that encloses.
    """

    block: Block
    choice: Choice
    depth: int
    path: tuple[tuple[str, int], ...]

    @property
    def of_base(self) -> bool:
        """Whether the base reads this choice; not inside an alternative that the base has not."""
        return not any(index for _, index in self.path)


def choices_in(block: Block) -> Iterator[Standing]:
    """Yield every choice of ``block`` in reading order, an enclosing one before those inside it."""
    yield from _walk(block, block.inlines, ())


def choices(text: Text) -> Iterator[Standing]:
    """Yield every choice of ``text`` in reading order."""
    for block in text.blocks:
        yield from choices_in(block)


def _walk(block: Block, inlines: tuple[Inline, ...], path: tuple[tuple[str, int], ...]) -> Iterator[Standing]:
    for inline in inlines:
        if isinstance(inline, Choice):
            yield Standing(block, inline, len(path), path)
            for index, alternative in enumerate(inline.alternatives):
                yield from _walk(block, alternative.inlines, (*path, (inline.id, index)))


def map_choices(inlines: tuple[Inline, ...], change: Callable[[Choice], Choice]) -> tuple[Inline, ...]:
    """Return ``inlines`` with ``change`` applied to every choice, inner ones first."""
    return tuple(item if isinstance(item, str) else change(_map_inside(item, change)) for item in inlines)


def _map_inside(choice: Choice, change: Callable[[Choice], Choice]) -> Choice:
    inside = (replace(each, inlines=map_choices(each.inlines, change)) for each in choice.alternatives)
    return replace(choice, alternatives=tuple(inside))


def holders_in(block: Block) -> frozenset[str]:
    """Return the codes that hold an alternative anywhere in ``block``."""
    return frozenset(code for standing in choices_in(block) for code in standing.choice.holders)


def joined(*inlines: Inline) -> tuple[Inline, ...]:
    """Return ``inlines`` with neighbouring wordings joined and empty ones left out."""
    out: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, str) and out and isinstance(out[-1], str):
            out[-1] += inline
        elif inline:
            out.append(inline)
    return tuple(out)
