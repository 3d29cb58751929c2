"""
Where the space goes that a "no text" takes with it.

In the model it is part of the wording: ``The Parties [XAA: shall ]act``. In print it stands outside the bracket, as
everybody writes it: ``The Parties [XAA: shall] act``. Two rules, applied outermost first when writing and innermost
first when reading, make this exact; a space that stays against the rules is written ``\\s`` (:data:`STAYS`).

1. A choice with "no text" after a space or at the beginning, followed by a space: that space goes with the wording.
2. A choice with "no text" after a space, followed by a closing mark or the end: the space before it goes with it.

Source: docs/reference/notation.md, "Spaces".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from accord.engine.text.model import Alternative, Choice, Inline, joined

STAYS = "\x01"
"""Stands for a space that is written ``\\s``."""

_CLOSING = re.compile(r"[,.;:!?)»”…]|\Z")


def outside(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` as they are printed: spaces moved out of optional wording, staying ones marked."""
    items: list[Inline] = list(inlines)
    for index, item in enumerate(items):
        if isinstance(item, Choice):
            items[index] = _printed(items, index, item)
    return tuple(item if isinstance(item, str) else _each(item, outside) for item in _parted(items))


def inside(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` as they are meant; the reverse of :func:`outside`."""
    items: list[Inline] = [item if isinstance(item, str) else _each(item, inside) for item in inlines]
    for index, item in enumerate(items):
        if isinstance(item, Choice) and _optional(item):
            items[index] = _meant(items, index, item)
    plain = (item.replace(STAYS, " ") if isinstance(item, str) else item for item in items)
    return tuple(item for item in plain if item)


def _printed(items: list[Inline], index: int, choice: Choice) -> Choice:
    if not _optional(choice):
        return choice
    before, after = _at(items, index - 1), _at(items, index + 1)
    if _closes(after):
        return _before_closing(items, index, choice, before)
    if _spaced(before) and isinstance(after, str):
        return _after_space(items, index, choice, after)
    return choice


def _after_space(items: list[Inline], index: int, choice: Choice, after: str) -> Choice:
    """Rule 1."""
    if not after.startswith("\n") and _all(choice, _ends):
        items[index + 1] = " " + after
        return _stripped(choice, last=True)
    if after.startswith(" "):
        items[index + 1] = STAYS + after[1:]
    return choice


def _before_closing(items: list[Inline], index: int, choice: Choice, before: Inline | None) -> Choice:
    """Rule 2."""
    if isinstance(before, str) and before.endswith(" "):
        items[index - 1] = before[:-1] + STAYS
    elif isinstance(before, str) and not _spaced(before) and _all(choice, _starts):
        items[index - 1] = before + " "
        return _stripped(choice, last=False)
    return choice


def _meant(items: list[Inline], index: int, choice: Choice) -> Choice:
    before, after = _at(items, index - 1), _at(items, index + 1)
    if _spaced(before) and isinstance(after, str) and after.startswith(" "):
        items[index + 1] = after[1:]
        return _padded(choice, last=True)
    if _closes(after) and isinstance(before, str) and before.endswith(" "):
        items[index - 1] = before[:-1]
        return _padded(choice, last=False)
    return choice


def _parted(items: list[Inline]) -> list[Inline]:
    """Mark a single space between two choices: alone it would make them one."""
    out = list(items)
    for index in range(1, len(items) - 1):
        if items[index] == " " and not isinstance(items[index - 1], str) and not isinstance(items[index + 1], str):
            out[index] = STAYS
    return out


def _at(items: Sequence[Inline], index: int) -> Inline | None:
    return items[index] if 0 <= index < len(items) else None


Inlines = tuple[Inline, ...]


def _each(choice: Choice, change: Callable[[Inlines], Inlines]) -> Choice:
    return replace(choice, alternatives=tuple(replace(a, inlines=change(a.inlines)) for a in choice.alternatives))


def _optional(choice: Choice) -> bool:
    return any(a.is_null for a in choice.alternatives) and not all(a.is_null for a in choice.alternatives)


def _spaced(before: Inline | None) -> bool:
    return before is None or (isinstance(before, str) and before.endswith((" ", STAYS)))


def _closes(after: Inline | None) -> bool:
    return after is None or (isinstance(after, str) and _CLOSING.match(after) is not None)


def _all(choice: Choice, test: Callable[[Inlines], bool]) -> bool:
    return all(test(each.inlines) for each in choice.alternatives if each.inlines)


def _ends(inlines: tuple[Inline, ...]) -> bool:
    last = inlines[-1]
    return isinstance(last, str) and last.endswith(" ") and (len(last) > 1 or len(inlines) > 1)


def _starts(inlines: tuple[Inline, ...]) -> bool:
    first = inlines[0]
    return isinstance(first, str) and first.startswith(" ") and (len(first) > 1 or len(inlines) > 1)


def _stripped(choice: Choice, *, last: bool) -> Choice:
    return replace(choice, alternatives=tuple(_strip(each, last) for each in choice.alternatives))


def _strip(alternative: Alternative, last: bool) -> Alternative:
    if alternative.is_null:
        return alternative
    items = list(alternative.inlines)
    at = -1 if last else 0
    edge = items[at]
    assert isinstance(edge, str)
    items[at] = edge[:-1] if last else edge[1:]
    return replace(alternative, inlines=tuple(item for item in items if item))


def _padded(choice: Choice, *, last: bool) -> Choice:
    return replace(choice, alternatives=tuple(_pad(each, last) for each in choice.alternatives))


def _pad(alternative: Alternative, last: bool) -> Alternative:
    if alternative.is_null:
        return alternative
    items = alternative.inlines
    return replace(alternative, inlines=joined(*items, " ") if last else joined(" ", *items))
