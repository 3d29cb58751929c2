"""
How far a text has come, and what moved from one round to the next. Never the raw count of brackets alone.

Two readings: of a text that Accord keeps (holders are known), and of a foreign bracketed text (only brackets are).

Source: docs/reference/convergence.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accord.engine.text.foreign import Inspection, inspect
from accord.engine.text.foreign.joining import Choice as ForeignChoice
from accord.engine.text.foreign.paragraphs import paragraph_ends
from accord.engine.text.labels import is_heading
from accord.engine.text.model import Choice, Inline, Text, choices, choices_in
from accord.engine.text.projecting import project
from accord.engine.text.wanting import Wanted, members_of, wanted

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stand:
    """
    How far a text has come at one moment.

    Attributes:
        blocks: paragraphs without headings. agreed: those agreed ad referendum. open_blocks: those with an open choice;
            what is neither is without a bracket and not agreed.
        characters: of all wordings, without spaces; open_characters: those inside open choices.
        choices: open, inner ones counted too. outermost: those that are in no other.
        held: over the outermost ones, how many delegations hold wording; this weighs choices by their holders.
        most: most delegations on one outermost choice. silent: over these, how many have no position.
        reservations: open. placeholders: brackets that only hold a place ("[date]"); they are no disagreement.
    """

    blocks: int
    agreed: int
    open_blocks: int
    characters: int
    open_characters: int
    choices: int
    outermost: int
    held: int
    most: int
    silent: int
    reservations: int
    placeholders: int

    @property
    def open_share(self) -> float:
        """Share of characters inside open choices, 0 to 1."""
        return self.open_characters / self.characters if self.characters else 0.0

    @property
    def holders_each(self) -> float | None:
        """Delegations that hold wording on an outermost choice, on average; None where nothing is open."""
        return self.held / self.outermost if self.outermost else None


def stand(text: Text) -> Stand:
    """Return how far ``text`` has come."""
    blocks = [block for block in text.blocks if not is_heading(block)]
    outermost = wanted(text)
    holders = [len(each.wants) for each in outermost]
    common = sum(_length(item) for block in text.blocks for item in block.inlines if isinstance(item, str))
    disputed = sum(_inside(item) for block in text.blocks for item in block.inlines if isinstance(item, Choice))
    return Stand(
        blocks=len(blocks),
        agreed=sum(block.status.state == "agreed" for block in blocks),
        open_blocks=sum(any(True for _each in choices_in(block)) for block in blocks),
        characters=common + disputed,
        open_characters=disputed,
        choices=sum(1 for _each in choices(text)),
        outermost=len(outermost),
        held=sum(holders),
        most=max(holders, default=0),
        silent=len(members_of(text)) * len(outermost) - sum(holders),
        reservations=sum(note.kind == "reserve" for block in text.blocks for note in block.notes),
        placeholders=len(inspect(project(text, None)).placeholders),
    )


def _inside(inline: Inline) -> int:
    if isinstance(inline, str):
        return _length(inline)
    return sum(_inside(item) for alternative in inline.alternatives for item in alternative.inlines)


def _length(wording: str) -> int:
    return len(_SPACE.sub("", wording))


# From one round to the next


@dataclass(frozen=True, slots=True)
class Named:
    """A choice with codes: who raised it, or who still wanted something else in it when it was open last."""

    choice: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """
    What moved between two versions.

    Attributes:
        raised: choices that are new, with who holds other wording than the base there.
        lifted: choices that are gone, with who held wording in them.
        moved: code → choices open in both on which it now wants something else, has begun or ceased to hold.
        reserved, unreserved: codes whose number of reservations has grown, or fallen.
        agreed, reopened: how many paragraphs became agreed, or ceased to be.
    """

    raised: tuple[Named, ...]
    lifted: tuple[Named, ...]
    moved: Mapping[str, tuple[str, ...]]
    reserved: tuple[str, ...]
    unreserved: tuple[str, ...]
    agreed: int
    reopened: int

    @property
    def is_none(self) -> bool:
        """Whether nothing moved."""
        named = (self.raised, self.lifted, self.moved, self.reserved, self.unreserved)
        return not any(named) and not self.agreed and not self.reopened


def movement(old: Text, new: Text) -> Movement:
    """Return what moved from ``old`` to ``new``, two versions of one text; choices are known by their numbers."""
    before, after = ({each.choice: each for each in wanted(text)} for text in (old, new))
    then, now = (_reservations(text) for text in (old, new))
    agreed_then, agreed_now = ({b.id for b in text.blocks if b.status.state == "agreed"} for text in (old, new))
    kept = {block.id for block in new.blocks}
    return Movement(
        raised=tuple(Named(number, _changing(after[number])) for number in after if number not in before),
        lifted=tuple(Named(number, tuple(before[number].wants)) for number in before if number not in after),
        moved=dict(_moved(before, after, members_of(new))),
        reserved=tuple(code for code in now if now[code] > then.get(code, 0)),
        unreserved=tuple(code for code in then if then[code] > now.get(code, 0)),
        agreed=len(agreed_now - agreed_then),
        reopened=len((agreed_then & kept) - agreed_now),
    )


def _changing(choice: Wanted) -> tuple[str, ...]:
    return tuple(code for code, wants in choice.wants.items() if wants)


def _moved(
    before: Mapping[str, Wanted], after: Mapping[str, Wanted], members: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code in members:
        on = [each for each in after if each in before and _wording(before[each], code) != _wording(after[each], code)]
        if on:
            yield code, tuple(on)


def _wording(choice: Wanted, code: str) -> str | None:
    return choice.wordings[choice.wants[code]] if code in choice.wants else None


def _reservations(text: Text) -> dict[str, int]:
    found: dict[str, int] = {}
    for note in (note for block in text.blocks for note in block.notes if note.kind == "reserve"):
        found[note.holder] = found.get(note.holder, 0) + 1
    return found


# Foreign texts


@dataclass(frozen=True, slots=True)
class ForeignStand:
    """
    How far a foreign bracketed text has come, as far as brackets say it.

    Attributes:
        brackets: every "[" of the text, whatever it is: the raw count.
        choices, alternatives: places in dispute, and the wordings printed there. placeholders: counted apart.
        characters, open_characters: without spaces, all and those from the first "[" of a choice to its last "]".
        paragraphs, open_paragraphs: parted by blank lines; those that a choice touches.
        depth: longest chain of brackets inside each other.
    """

    brackets: int
    choices: int
    alternatives: int
    placeholders: int
    characters: int
    open_characters: int
    paragraphs: int
    open_paragraphs: int
    depth: int

    @property
    def open_share(self) -> float:
        """Share of characters inside open choices, 0 to 1."""
        return self.open_characters / self.characters if self.characters else 0.0


def foreign_stand(found: Inspection) -> ForeignStand:
    """Return how far the inspected text has come."""
    text = found.tree.text
    outermost = tuple(_outermost(found.choices))
    begins = _paragraphs(text)
    touched = {at for each in outermost for at in _touched(begins, each)}
    return ForeignStand(
        brackets=found.brackets,
        choices=len(found.choices),
        alternatives=sum(len(each.alternatives) for each in found.choices),
        placeholders=len(found.placeholders),
        characters=_length(text),
        open_characters=sum(_length(text[each.start : each.end]) for each in outermost),
        paragraphs=len(begins),
        open_paragraphs=len(touched),
        depth=found.tree.depth,
    )


def _outermost(all_: Iterable[ForeignChoice]) -> Iterator[ForeignChoice]:
    end = -1
    for choice in sorted(all_, key=lambda each: (each.start, -each.end)):
        if choice.start >= end:
            end = choice.end
            yield choice


def _touched(begins: list[int], choice: ForeignChoice) -> range:
    """Return the paragraphs that a choice touches, by their place."""
    return range(bisect_right(begins, choice.start), bisect_right(begins, choice.end - 1) + 1)


def _paragraphs(text: str) -> list[int]:
    """Return where the paragraphs that hold anything begin."""
    ends = [*paragraph_ends(text), len(text)]
    begins = [0, *ends[:-1]]
    return [begin for begin, end in zip(begins, ends, strict=True) if text[begin:end].strip()]
