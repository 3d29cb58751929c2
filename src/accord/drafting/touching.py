"""
What touches a delegation's own wording, and what its silence means. Pure: texts and deeds in, places out.

A delegation's ground is every choice in which it holds wording now or held it when it last looked, with the choices
around and inside, and every paragraph in which it holds anything. A deed of somebody else on that ground touches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.engine import text as engine

ON_PARAGRAPHS = frozenset({"agreed", "reopened", "reserved", "noted", "lifted", "confirmed"})
"""Deeds on a whole paragraph; all others touch a delegation through a choice alone."""


@dataclass(frozen=True, slots=True)
class Deed:
    """
    One act on a text.

    Attributes:
        number: of its entry. code: for which delegation, "" for the chair or the secretariat.
        choices, blocks: numbers of the choices and ids of the paragraphs that it changed or is about.
    """

    number: int
    verb: str
    code: str
    choices: frozenset[str]
    blocks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """Numbers of choices and ids of paragraphs in which a delegation has something at stake."""

    choices: frozenset[str]
    blocks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sorted:
    """
    Deeds by where they touch, each list in the order given.

    Attributes:
        by_choice, by_block: what touches; a deed stands under every choice of the ground that it changed.
        elsewhere: those that do not touch.
    """

    by_choice: dict[str, tuple[Deed, ...]]
    by_block: dict[str, tuple[Deed, ...]]
    elsewhere: tuple[Deed, ...]


def ground_of(now: engine.Text, then: engine.Text, own: Iterable[Deed], code: str) -> Ground:
    """Return the ground of ``code``; ``own`` are its own deeds since ``then``, on choices perhaps gone again."""
    choices = {number for deed in own for number in deed.choices}
    blocks: set[str] = set()
    for text in (then, now):
        choices |= _choices_of(text, code)
        blocks |= {block.id for block in text.blocks if _at_stake(block, code)}
    return Ground(frozenset(choices), frozenset(blocks))


def sort_out(deeds: Iterable[Deed], ground: Ground, code: str) -> Sorted:
    """Return the deeds of others by where they touch this ground; the own ones are left out."""
    by_choice: dict[str, tuple[Deed, ...]] = {}
    by_block: dict[str, tuple[Deed, ...]] = {}
    elsewhere: list[Deed] = []
    for deed in deeds:
        if code and deed.code == code:
            continue
        choices = deed.choices & ground.choices
        blocks = deed.blocks & ground.blocks if deed.verb in ON_PARAGRAPHS else frozenset()
        for number in choices:
            by_choice[number] = (*by_choice.get(number, ()), deed)
        for block in blocks:
            by_block[block] = (*by_block.get(block, ()), deed)
        if not choices and not blocks:
            elsewhere.append(deed)
    return Sorted(by_choice, by_block, tuple(elsewhere))


def changed_choices(before: engine.Text, after: engine.Text) -> frozenset[str]:
    """Return numbers of the choices that one of two texts lacks, or that differ in wording or holders."""
    old, new = ({each.choice.id: each.choice for each in engine.choices(text)} for text in (before, after))
    return frozenset(number for number in old.keys() | new.keys() if old.get(number) != new.get(number))


def answerable(choice: engine.Choice, index: int, code: str, deeds: Sequence[Deed]) -> int | None:
    """
    Return which alternative a delegation can answer with one tap, None where there is none.

    That is what the chair proposes to close on (``index``, -1 for none), else the chair's compromise, else what the
    delegation holds that acted last; never what ``code`` holds itself.
    """
    held = engine.held(choice, code)
    chair = engine.held(choice, engine.CHAIR)
    last = next((engine.held(choice, deed.code) for deed in reversed(deeds) if deed.code), None)
    found = index if index >= 0 else chair if chair is not None else last
    return found if found != held else None


def if_nothing(*, closing: bool, asked: bool, here: bool, wording: str) -> str:
    """
    Return what happens to a choice if a delegation that is awaited does nothing.

    Args:
        closing: the chair proposes to close it. asked: it has asked "any objection?". here: the delegation's seat was
            taken when it asked, or is now. wording: what the delegation holds, quoted.
    """
    if asked and here:
        return _("the chair may close the choice on this wording; silence in the room is no objection.")
    if asked:
        return _("the choice stays open: your seat is shown as empty, and it cannot close without you.")
    if closing:
        return _("you keep %s, and the chair may ask the room “any objection?”.") % wording
    return _("you keep %s, and the choice stays open.") % wording


def _choices_of(text: engine.Text, code: str) -> set[str]:
    out: set[str] = set()
    standings = list(engine.choices(text))
    held = {each.choice.id: engine.held(each.choice, code) for each in standings}
    for each in standings:
        if held[each.choice.id] is not None:
            out |= {each.choice.id, *(number for number, _index in each.path)}
        if any(held.get(number) == index for number, index in each.path):
            out.add(each.choice.id)
    return out


def _at_stake(block: engine.Block, code: str) -> bool:
    return (
        code in engine.holders_in(block)
        or code in block.status.pending
        or any(note.holder == code for note in block.notes)
    )
