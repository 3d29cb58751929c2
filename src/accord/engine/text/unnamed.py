"""
Alternatives that nobody is named for: they stand until their choice is closed, whoever moves in their paragraph.

A text that others bracketed seldom says who wants what: ``[shall] [should]``. Nobody may lose such an alternative by an
act of their own. Who joins one holds it from then on; whoever withdraws from it leaves it as any other.

Source: docs/reference/import.md, "Who holds what".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accord.engine.text.model import Alternative, Block, Choice, Inline, choices_in, joined
from accord.engine.text.projecting import Picks, held, project_block, wording_of


def has_unnamed(choice: Choice) -> bool:
    """Whether nobody holds an alternative of ``choice`` but the base's, or of one inside it."""
    alone = Block("", (choice,))
    return any(not each.holders for standing in choices_in(alone) for each in standing.choice.alternatives[1:])


def unnamed_in(block: Block) -> dict[str, str]:
    """
    Return for each alternative that nobody holds the wording of the whole block that has it.

    The keys are its choice's id and its index ("3.1/2"). Everywhere else such a wording is the base's.
    """
    found = {}
    for standing in choices_in(block):
        for index, each in enumerate(standing.choice.alternatives):
            if index and not each.holders:
                picks = {**dict(standing.path), standing.choice.id: index}
                found[f"{standing.choice.id}/{index}"] = project_block(block, None, picks)
    return found


@dataclass(frozen=True, slots=True)
class Edited:
    """How a choice differs from one that stood: indexes of its new alternatives, and how many it lacks."""

    new: tuple[int, ...]
    missing: int


def edited_in(old: Block, choice: Choice) -> Edited | None:
    """
    Return how ``choice`` differs from the likest of ``old`` in which nobody is named for some wording; None for none.

    Choices inside an alternative count as the base has them: who changes one of these does not change the other.
    """
    said = [wording_of(each.inlines, None, {}) for each in choice.alternatives]
    found = []
    for standing in choices_in(old):
        if has_unnamed(standing.choice):
            known = {wording_of(each.inlines, None, {}) for each in standing.choice.alternatives}
            new = tuple(index for index, wording in enumerate(said) if wording not in known)
            found.append(Edited(new, len(known - set(said))))
    like = [each for each in found if len(each.new) < len(said)]
    return min(like, key=lambda each: (len(each.new), each.missing)) if like else None


def picks_for(choice: Choice, code: str, wording: str) -> Picks | None:
    """
    Return what to take, beside what ``code`` holds, so that ``choice`` says ``wording`` for it; None where it cannot.

    One alternative, with those that enclose it, is taken at most: an act takes one.
    """
    if wording_of((choice,), code, {}) == wording:
        return {}
    for standing in choices_in(Block("", (choice,))):
        for index in range(len(standing.choice.alternatives)):
            picks = {**dict(standing.path), standing.choice.id: index}
            if wording_of((choice,), code, picks) == wording:
                return picks
    return None


def holding(choice: Choice, code: str, picks: Picks) -> Choice:
    """Return ``choice`` with ``code`` holding what ``picks`` take, and what it held where they take nothing."""
    taken = picks.get(choice.id, held(choice, code) or 0)
    alternatives = (
        _held(each, code, picks, joining=index > 0) if index == taken else without(each, code)
        for index, each in enumerate(choice.alternatives)
    )
    return replace(choice, alternatives=tuple(alternatives))


def _held(alternative: Alternative, code: str, picks: Picks, *, joining: bool) -> Alternative:
    inside = (item if isinstance(item, str) else holding(item, code, picks) for item in alternative.inlines)
    holders = tuple(each for each in alternative.holders if each != code)
    return Alternative((*holders, code) if joining else holders, tuple(inside))


def without(alternative: Alternative, code: str) -> Alternative:
    """Return the alternative with ``code`` holding nothing in it."""
    inside = (
        item
        if isinstance(item, str)
        else replace(item, alternatives=tuple(without(each, code) for each in item.alternatives))
        for item in alternative.inlines
    )
    return Alternative(tuple(each for each in alternative.holders if each != code), tuple(inside))


def pruned(before: Choice, now: Choice) -> tuple[Inline, ...]:
    """
    Return what is left of a choice whose holders have changed: what somebody held and nobody holds any more is gone.

    Args:
        before: the same choice with its former holders. An alternative without one stays, and so does one in which
            such an alternative stands.
    """
    kept = list(_kept(before, now))
    return kept[0].inlines if len(kept) == 1 else (replace(now, alternatives=tuple(kept)),)


def _kept(before: Choice, now: Choice) -> Iterator[Alternative]:
    for index, (old, new) in enumerate(zip(before.alternatives, now.alternatives, strict=True)):
        stands = any(isinstance(item, Choice) and has_unnamed(item) for item in old.inlines)
        if not index or new.holders or not old.holders or stands:
            yield replace(new, inlines=joined(*_pruned_inside(old.inlines, new.inlines)))


def _pruned_inside(before: tuple[Inline, ...], now: tuple[Inline, ...]) -> Iterator[Inline]:
    for old, new in zip(before, now, strict=True):
        if isinstance(old, Choice) and isinstance(new, Choice):
            yield from pruned(old, new)
        else:
            yield new
