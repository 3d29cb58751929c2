"""
Where the space goes that a "no text" takes with it.

In the model it is part of the wording: ``The Parties [XAA: shall ]act``. In print it stands outside the bracket, as
everybody writes it: ``The Parties [XAA: shall] act``. Four rules, applied from left to right when writing and undone
from right to left when reading, make this exact; a space that stays against the rules is written ``\\s``
(:data:`STAYS`).

1. A choice with "no text" after a space or at the beginning, followed by a space: that space goes with the wording.
2. A choice with "no text" after a space, followed by a closing mark, another choice, or the end: the space before it
   goes with it.
3. Where one space stands against a paragraph break, that space is printed before the bracket and behind it, and "no
   text" in it: ``They meet. [XAA: \\p] They report.``
4. Before a choice in which some wording begins with a paragraph break and goes on, or begins with such a choice, one
   more space is printed than there is.

To a choice under rule 3 or 4 no other rule applies, and rule 1 to none that stands right before one under rule 3.

Source: docs/reference/notation.md, "Spaces".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from accord.engine.text.model import Alternative, Choice, Inline, joined
from accord.engine.text.splitting import BREAK

STAYS = "\x01"
"""Stands for a space that is written ``\\s``."""

_SPACE = (" ",)
_CLOSING = re.compile(r"[,.;:!?)»”…،؛؟、。，；：！？։՝\n\0]|\Z")


def outside(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` as they are printed: spaces moved out of optional wording, staying ones marked."""
    items = _with_gaps(inlines)
    for index, item in enumerate(items):
        if isinstance(item, Choice) and _is_break(item):
            items[index] = _printed_break(items, index, item)
        elif isinstance(item, Choice) and _begins_with_break(item):
            _print_space(items, index)
        elif isinstance(item, Choice) and _optional(item):
            items[index] = _printed(items, index, item)
    return tuple(item if isinstance(item, str) else _each(item, outside) for item in items if item)


def inside(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` as they are meant; the reverse of :func:`outside`."""
    items = _with_gaps([item if isinstance(item, str) else _each(item, inside) for item in inlines])
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, Choice) and _is_break(item):
            items[index] = _meant_break(items, index, item)
        elif isinstance(item, Choice) and _begins_with_break(item):
            _drop_space(items, index)
        elif isinstance(item, Choice) and _optional(item):
            items[index] = _meant(items, index, item)
    plain = (item.replace(STAYS, " ") if isinstance(item, str) else item for item in items)
    return tuple(item for item in plain if item)


def _with_gaps(inlines: Sequence[Inline]) -> list[Inline]:
    """Return the inlines with "" where a choice follows a choice, so that there is wording between any two."""
    items: list[Inline] = []
    for item in inlines:
        if isinstance(item, Choice) and items and isinstance(items[-1], Choice):
            items.append("")
        items.append(item)
    return items


def _printed(items: list[Inline], index: int, choice: Choice) -> Choice:
    before, after = _at(items, index - 1), _at(items, index + 1)
    if _closes(after) and not _leads(items, index, choice):
        return _before_closing(items, index, choice, before)
    if _spaced(before) and after is not None:
        return _after_space(items, index, choice, after)
    return choice


def _leads(items: list[Inline], index: int, choice: Choice) -> bool:
    """Whether a choice that ends with a space leads to another one, which does not need that space for itself."""
    if _at(items, index + 1) != "" or not (_spaced(_at(items, index - 1)) and _all(choice, _ends)):
        return False
    following = items[index + 2] if index + 2 < len(items) else None
    if not isinstance(following, Choice) or _is_break(following):
        return False
    return not _optional(following) or not _closes(_at(items, index + 3))


def _after_space(items: list[Inline], index: int, choice: Choice, after: str) -> Choice:
    """Rule 1."""
    if _all(choice, _ends):
        items[index + 1] = " " + after
        return _stripped(choice, last=True)
    if after.startswith(" "):
        items[index + 1] = STAYS + after[1:]
    return choice


def _before_closing(items: list[Inline], index: int, choice: Choice, before: str | None) -> Choice:
    """Rule 2."""
    if before is not None and before.endswith(" "):
        items[index - 1] = before[:-1] + STAYS
    elif before is not None and not _spaced(before) and _all(choice, _starts):
        stripped = _stripped(choice, last=False)
        if not _is_break(stripped) and not _begins_with_break(stripped):
            items[index - 1] = before + " "
            return stripped
    return choice


def _printed_break(items: list[Inline], index: int, choice: Choice) -> Choice:
    """Rule 3."""
    before, after = _at(items, index - 1), _at(items, index + 1)
    if before is None:
        return choice
    if any(a.is_null for a in choice.alternatives):
        items[index - 1] = before[:-1] + STAYS if before.endswith(" ") else before
        return choice
    items[index - 1] = before + " "
    if after is not None:
        items[index + 1] = " " + after
    return _replaced(choice, _SPACE, ())


def _meant_break(items: list[Inline], index: int, choice: Choice) -> Choice:
    before, after = _at(items, index - 1), _at(items, index + 1)
    if before is None or not before.endswith(" ") or not any(a.is_null for a in choice.alternatives):
        return choice
    items[index - 1] = before[:-1]
    if after is not None and after.startswith((" ", STAYS)):
        items[index + 1] = after[1:]
    return _replaced(choice, (), _SPACE)


def _print_space(items: list[Inline], index: int) -> None:
    """Rule 4."""
    before = _at(items, index - 1)
    if before is not None:
        items[index - 1] = before + " "


def _drop_space(items: list[Inline], index: int) -> None:
    before = _at(items, index - 1)
    if before is not None and before.endswith((" ", STAYS)):
        items[index - 1] = before[:-1]


def _is_break(choice: Choice) -> bool:
    """Whether a paragraph break stands against no text, or against one space."""
    wordings = [a.inlines for a in choice.alternatives]
    return (BREAK,) in wordings and (() in wordings or wordings.count(_SPACE) == 1)


def _begins_with_break(inline: Inline) -> bool:
    if isinstance(inline, str):
        return inline.startswith(BREAK) and not inline.startswith("\n", len(BREAK))
    return any(a.inlines and _begins_with_break(a.inlines[0]) for a in inline.alternatives)


def _replaced(choice: Choice, old: Inlines, new: Inlines) -> Choice:
    return _each(choice, lambda inlines: new if inlines == old else inlines)


def _meant(items: list[Inline], index: int, choice: Choice) -> Choice:
    before, after = _at(items, index - 1), _at(items, index + 1)
    if not _closes(after) and _spaced(before) and after is not None and after.startswith(" "):
        items[index + 1] = after[1:]
        return _padded(choice, last=True)
    if _closes(after) and before is not None and before.endswith(" "):
        items[index - 1] = before[:-1]
        return _padded(choice, last=False)
    return choice


def _at(items: Sequence[Inline], index: int) -> str | None:
    """Return the wording at this place; None before the first item and behind the last."""
    item = items[index] if 0 <= index < len(items) else None
    assert item is None or isinstance(item, str)
    return item


Inlines = tuple[Inline, ...]


def _each(choice: Choice, change: Callable[[Inlines], Inlines]) -> Choice:
    return replace(choice, alternatives=tuple(replace(a, inlines=change(a.inlines)) for a in choice.alternatives))


def _optional(choice: Choice) -> bool:
    return any(a.is_null for a in choice.alternatives) and not all(a.is_null for a in choice.alternatives)


def _spaced(before: str | None) -> bool:
    return before is None or before.endswith((" ", STAYS))


def _closes(after: str | None) -> bool:
    return after is None or _CLOSING.match(after) is not None


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
