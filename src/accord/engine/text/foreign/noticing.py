"""
What is worth a word about the brackets of a text. Every code stands in docs/reference/inspect.md.

Warnings need a person: brackets without a partner, pairs that look wrong, names that nobody knows. All else is
information.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable

from accord.engine.said import either, say, say_count
from accord.engine.text.findings import Edit
from accord.engine.text.foreign.furniture import KINDS, Furniture
from accord.engine.text.foreign.joining import Alternative, Choice, Judged
from accord.engine.text.foreign.notebook import MOST_LISTED, Notebook
from accord.engine.text.foreign.paragraphs import (
    before_space,
    block_end,
    covered,
    option_end,
    over_paragraphs,
    text_end,
)
from accord.engine.text.foreign.tree import Tree

_CONTEXT = 40
_MOST_LEFT_OPEN = 16
"""How many brackets left open at one place can sensibly be closed there together."""

_FAR = 2000
_POINT = re.compile(r"[.)]")
_LABEL = re.compile(
    r"\s*\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,5}|(?:PP|OP)\s?\d{1,3})\s?(?:bis|ter|quater|alt)?[.)]{1,2}\s*"
)


def unpaired(tree: Tree, notebook: Notebook) -> None:
    """Note B001 per stray ``]``, B002 per unclosed ``[``, B009 per bracket of the wording without partner."""
    for offset in _listed("B001", tree.stray, notebook):
        message = say('"]" closes nothing: …{text}…', text=_around(tree.text, offset))
        edit = Edit(offset, offset + _width(tree, offset), "")
        notebook.note("B001", "warning", offset, message, say('Remove it, or add the "[" that it closes.'), (edit,))
    _unclosed(tree, notebook)
    for offset in _listed("B009", tree.literals, notebook):
        notebook.note("B009", "info", offset, say("A bracket that is part of the wording has no partner."))


def wide(tree: Tree, ends: array[int], notebook: Notebook) -> None:
    """Note B004 for brackets over several paragraphs, B003 where both ends of one stand amid their paragraphs."""
    for pair, first, last in over_paragraphs(tree, ends):
        start, end = tree.starts[pair], tree.ends[pair]
        is_sure = _begins_paragraph(tree.text, start, ends, first) or _ends_paragraph(tree.text, end)
        if not notebook.wants("B004" if is_sure else "B003", start):
            continue
        to_line, to_column = notebook.lines.at(end - 1)
        if is_sure:
            message = say(
                "The bracket spans {paragraphs} paragraphs, to line {to_line}, column {to_column}.",
                paragraphs=last - first + 1,
                to_line=to_line,
                to_column=to_column,
            )
            notebook.note("B004", "info", start, message)
        else:
            message = say(
                '"[" is first closed {paragraphs} paragraphs later, in line {to_line}, column {to_column}.',
                paragraphs=last - first,
                to_line=to_line,
                to_column=to_column,
            )
            fix = say("Confirm the pair, or close it earlier.")
            notebook.note("B003", "warning", start, message, fix, _earlier(tree, pair, ends[first]))


def held(choice: Choice, tree: Tree, notebook: Notebook, like: Callable[[str], tuple[str, ...]]) -> None:
    """
    Note B010 for each name that the meeting's table does not have, B012 for each that conversion damaged.

    Args:
        like: returns the names of the table that a name may have been meant for.
    """
    for alternative in choice.alternatives:
        for name in alternative.unknown:
            if notebook.wants("B010", choice.start):
                likely = like(name)
                fix = (
                    say("Is {likely} meant?", likely=either(likely))
                    if likely
                    else say("Add it to the table of delegations.")
                )
                message = say("{name} is not in the table of delegations; it was not taken for one.", name=name)
                edits = _named_otherwise(tree, choice, alternative, name, likely[0]) if likely else ()
                notebook.note("B010", "warning", choice.start, message, fix, edits)
        for name in alternative.damaged:
            if notebook.wants("B012", choice.start):
                mended = "/" if name == "//" else name.rstrip("0123456789¹²³⁰⁴⁵⁶⁷⁸⁹* ")
                message = say(
                    '"{name}" was read as "{mended}": conversion seems to have damaged it.', name=name, mended=mended
                )
                edits = _named_otherwise(tree, choice, alternative, name, mended)
                notebook.note("B012", "info", choice.start, message, say('Write "{mended}".', mended=mended), edits)


def label(choice: Choice, tree: Tree, notebook: Notebook) -> None:
    """Note B014 for a choice that is between labels of a paragraph: "[5][3]. Decides"."""
    text, start = tree.text, choice.start
    if start and text[start - 1] != "\n":
        return
    behind = _POINT.match(text, choice.end)
    wordings = [text[each.start : min(each.end, each.start + 20)] for each in choice.alternatives]
    if all(_LABEL.fullmatch(each + (behind[0] if behind else "")) for each in wordings):
        message = say("The label of a paragraph is in brackets; which paragraph it is stays the same.")
        if notebook.wants("B014", start):
            notebook.note("B014", "info", start, message)


def nameless(offsets: array[int], notebook: Notebook) -> None:
    """Note B013 once where brackets look as if they named delegations, and no table says which names those are."""
    if offsets:
        message = say_count(
            "{count} bracket from here on may name delegations.",
            "{count} brackets from here on may name delegations.",
            len(offsets),
        )
        notebook.note(
            "B013", "info", offsets[0], message, say("Give the meeting's table (--roster) to have them read.")
        )


def doubtful_neighbours(judged: Judged, notebook: Notebook) -> None:
    """Note B005 where neighbouring brackets may be one choice or two."""
    tree = judged.tree
    for pair in judged.doubts:
        start = tree.starts[pair]
        if notebook.wants("B005", start):
            read = say("alternatives of one choice") if judged.follows(pair) else say("two choices")
            message = say("Ambiguous adjacency: these neighbours were read as {read}, but may be the other.", read=read)
            fix = say("If they are alternatives, part them by a slash inside one bracket.")
            notebook.note("B005", "info", start, message, fix, _as_one(tree, pair))


_ENDS = {
    "paragraph": say("the end of the paragraph"),
    "option": say("the end of the option"),
    "text": say("the end of the text"),
}
_SMALL = {
    "placeholder": ("B006", say("is a placeholder, not a disagreement")),
    "note": ("B007", say("refers to a note")),
    "remark": ("B008", say("is a remark, not wording")),
}


def small_bracket(tree: Tree, role: str, pair: int, notebook: Notebook) -> None:
    """Note B006, B007 or B008 for a placeholder, note reference or remark."""
    code, what = _SMALL[role]
    offset = tree.starts[pair]
    if notebook.wants(code, offset):
        shown = tree.text[offset : min(tree.ends[pair] - 1, offset + _CONTEXT)].replace("\n", " ")
        notebook.note(code, "info", offset, say('"{shown}]" {what}.', shown=shown, what=what))


def furniture(tree: Tree, found: list[Furniture], notebook: Notebook) -> None:
    """Note B011 for what belongs to the page but stands inside a bracket."""
    inside = covered(tree, (each.start for each in found))
    for each in found:
        if each.start in inside and notebook.wants("B011", each.start):
            shown = " ".join(tree.text[each.start : min(each.end, each.start + _CONTEXT)].split())
            message = say(
                'The {kind} "{shown}" stands inside a bracket; it is no part of the wording.',
                kind=KINDS[each.kind],
                shown=shown,
            )
            line_end = tree.text.find("\n", each.end) + 1 or len(tree.text)
            edit = Edit(tree.text.rfind("\n", 0, each.start) + 1, line_end, "")
            notebook.note("B011", "info", each.start, message, say("Take it out."), (edit,))


def _listed(code: str, offsets: array[int], notebook: Notebook) -> array[int]:
    """Return those of ``offsets`` that are listed, and count the others."""
    if len(offsets) > MOST_LISTED:
        notebook.counts[code] += len(offsets)
        notebook.left_out[code] = offsets[MOST_LISTED]
    return offsets[:MOST_LISTED]


def _unclosed(tree: Tree, notebook: Notebook) -> None:
    offsets = _listed("B002", tree.unclosed, notebook)
    places = [_places_to_close(tree.text, offset) for offset in offsets]
    inside = covered(tree, (at for each in places for at in each.values()))
    for offset, candidates in zip(offsets, places, strict=True):
        message = say('"[" is never closed: …{text}…', text=_around(tree.text, offset))
        named = [
            say("{place} (line {line})", place=_ENDS[name], line=notebook.lines.at(at)[0])
            for name, at in candidates.items()
        ]
        at = next(at for at in candidates.values() if at not in inside)
        edit = _closing(tree, offset, at)
        notebook.note("B002", "warning", offset, message, say("Close it at {named}.", named=either(named)), (edit,))


def _places_to_close(text: str, offset: int) -> dict[str, int]:
    """Return where an unclosed bracket may end: at its paragraph's, its option's, or the text's end, if they differ."""
    last = max(text_end(text), offset + 1)
    found = {"paragraph": block_end(text, offset + 1), "option": option_end(text, offset + 1)}
    near = {name: at for name, at in found.items() if offset < at < last}
    if near.get("paragraph") == near.get("option"):
        near.pop("option", None)
    return near | {"text": last}


def _closing(tree: Tree, offset: int, at: int) -> Edit:
    """Return what closes the bracket at ``offset``: those left open behind it are closed at the same place."""
    open_there = bisect_left(tree.unclosed, at) - bisect_left(tree.unclosed, offset)
    if open_there > _MOST_LEFT_OPEN:
        return Edit(offset, offset + _width(tree, offset), "")
    return Edit(at, at, "]" * open_there)


def _earlier(tree: Tree, pair: int, at: int) -> tuple[Edit, ...]:
    """Return what closes a pair at the end of its paragraph, its late bracket out; nothing where others cross."""
    begin = pair + 1
    behind = bisect_left(tree.starts, at, begin)
    if behind - begin > _FAR or any(end > at for end in tree.ends[begin:behind]):
        return ()
    end = tree.ends[pair]
    at = before_space(tree.text, at)
    if at <= tree.starts[pair]:
        return ()
    return Edit(at, at, "]"), Edit(end - _width(tree, end - 1), end, "")


def _as_one(tree: Tree, pair: int) -> tuple[Edit, ...]:
    """Return what makes a bracket and the one before it one with a slash; nothing where they hold more than words."""
    start, end = tree.starts[pair], tree.ends[pair]
    open_before = tree.text.rfind("[", max(0, start - _FAR), start)
    between = tree.text[open_before + 1 : end - 1]
    if open_before < 0 or tree.canonical or between.count("[") != 1 or between.count("]") != 1:
        return ()
    close = tree.text.rindex("]", open_before, start)
    if set(":/") & set(tree.text[open_before:close] + tree.text[start:end]):
        return ()
    return (Edit(close, start + 1, " / "),)


def _named_otherwise(tree: Tree, choice: Choice, alternative: Alternative, name: str, other: str) -> tuple[Edit, ...]:
    """Return what puts ``other`` for ``name`` where the alternative names its holders."""
    begin = max(choice.start, alternative.start - _FAR)
    at = tree.text.rfind(name, begin, alternative.start + len(name))
    if at < 0:
        at = tree.text.find(name, alternative.end, alternative.end + _FAR)
    return (Edit(at, at + len(name), other),) if at >= 0 else ()


def _width(tree: Tree, offset: int) -> int:
    return 2 if tree.text[offset] in "<>" else 1


def _around(text: str, offset: int) -> str:
    return text[max(0, offset - _CONTEXT) : offset + _CONTEXT].replace("\n", " ").strip()


def _begins_paragraph(text: str, start: int, ends: array[int], index: int) -> bool:
    begin = ends[index - 1] if index else 0
    return start - begin <= 24 and len(text[begin:start].split()) <= 2


def _ends_paragraph(text: str, end: int) -> bool:
    return not text[end : end + 4].partition("\n")[0].strip(" .,;:*_)]")
