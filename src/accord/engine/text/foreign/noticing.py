"""
What is worth a word about a bracketed text. Every code stands in docs/reference/inspect.md.

Warnings need a person: brackets without a partner, pairs that look wrong, names that nobody knows, words that seem to
have lost their markup. All else is information.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from accord.engine.text.findings import Finding, Lines
from accord.engine.text.foreign.joining import Choice
from accord.engine.text.foreign.labels import Label
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.tree import Bracket, Tree

_CONTEXT = 40
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*(?=\n)|\f")
_OPTION = re.compile(r"^[^\w\n]{0,4}(?:Option|Alt)\b", re.MULTILINE)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SEAM = re.compile(  # begins with a capital or a digit, so that the search skips quickly to one
    r"[A-Z](?:(?<=[a-z]{4}[A-Z])[a-z]{4}|(?<=[A-Z]{2})(?:propose|oppose|support|delete|retain|reserve)[sd]?(?!\w))"
    rf"|[12](?<!\d[12])(?:[89]|0)\d\d(?:[1-9]|[12]\d|3[01])[ \t](?:{_MONTH})\b"
)
_ADDRESS_MARKS = frozenset("/.@#-_")
_WORD_END = re.compile(r"\w*")
_LOOK_ALIKES = (*"［］【】〔〕⟦⟧", "<<", ">>")


def paragraph_ends(text: str) -> list[int]:
    """Return the offsets where paragraphs end: at blank lines and page breaks."""
    return [match.start() for match in _PARAGRAPH_END.finditer(text)]


def unpaired(tree: Tree, lines: Lines, ends: list[int]) -> Iterator[Finding]:
    """Yield B001 per stray ``]``, B002 per unclosed ``[``, B009 per bracket of the wording without partner."""
    options = [match.start() for match in _OPTION.finditer(tree.text)] if tree.unclosed else []
    for offset in tree.stray:
        message = f'"]" closes nothing: …{_around(tree.text, offset)}…'
        yield lines.finding("B001", "warning", offset, message, 'Remove it, or add the "[" that it closes.')
    for offset in tree.unclosed:
        message = f'"[" is never closed: …{_around(tree.text, offset)}…'
        yield lines.finding("B002", "warning", offset, message, _candidates(tree.text, offset, lines, (ends, options)))
    for offset in tree.literals:
        yield lines.finding("B009", "info", offset, "A bracket that is part of the wording has no partner.")


def wide(tree: Tree, row: Iterable[Bracket], lines: Lines, ends: list[int]) -> Iterator[Finding]:
    """Yield B004 for brackets over several paragraphs, B003 where both ends of one stand amid their paragraphs."""
    for bracket in row:
        first = bisect_left(ends, bracket.start)
        last = bisect_left(ends, bracket.end)
        if first == last:
            continue
        to_line, to_column = lines.at(bracket.end - 1)
        if _begins_paragraph(tree.text, bracket.start, ends, first) or _ends_paragraph(tree.text, bracket.end):
            message = f"The bracket spans {last - first + 1} paragraphs, to line {to_line}, column {to_column}."
            yield lines.finding("B004", "info", bracket.start, message)
        else:
            message = f'"[" is first closed {last - first} paragraphs later, in line {to_line}, column {to_column}.'
            yield lines.finding("B003", "warning", bracket.start, message, "Confirm the pair, or close it earlier.")


def unknown_holders(choices: Iterable[Choice], lines: Lines, roster: Roster | None) -> Iterator[Finding]:
    """Yield B010 for each name before a colon that the meeting's table does not have."""
    for choice in choices:
        for alternative in choice.alternatives:
            for name in alternative.unknown:
                likely = list(roster.like(name)) if roster else []
                fix = f"Is {' or '.join(likely)} meant?" if likely else "Add it to the table of delegations."
                message = f"{name} is not in the table of delegations; it was not taken for one."
                yield lines.finding("B010", "warning", choice.start, message, fix)


def doubtful_neighbours(offsets: Iterable[int], lines: Lines) -> Iterator[Finding]:
    """Yield B005 where neighbouring brackets were read as two choices though they might be one."""
    for offset in offsets:
        message = "Neighbouring brackets were read as two choices, since the second goes on from the first."
        yield lines.finding("B005", "info", offset, message, "If they are alternatives, make them one choice.")


def small_brackets(tree: Tree, role: str, offsets: Iterable[int], lines: Lines) -> Iterator[Finding]:
    """Yield B006, B007 or B008 for each placeholder, note reference or remark."""
    code, what = {
        "placeholder": ("B006", "is a placeholder, not a disagreement"),
        "note": ("B007", "refers to a note"),
        "remark": ("B008", "is a remark, not wording"),
    }[role]
    for offset in offsets:
        shown = tree.text[offset : offset + _CONTEXT].partition("]")[0].replace("\n", " ")
        yield lines.finding(code, "info", offset, f'"{shown}]" {what}.')


def numbered_labels(labels: Iterable[Label], text: str, lines: Lines) -> Iterator[Finding]:
    """Yield B020 for each label with bis or alt, with how it was read."""
    for label in labels:
        if label.relation != "none":
            read = "a new paragraph behind" if label.relation == "after" else "a replacement of"
            message = f'"{text[label.start : label.end]}" was read as {read} {label.kind}{label.number}.'
            fix = "Where bis marks an alternative version (UN Editorial Manual), say so in the organisation's profile."
            yield lines.finding("B020", "info", label.start, message, fix if label.relation == "after" else "")


def marks_of_others(text: str, lines: Lines) -> Iterator[Finding]:
    """Yield B021 for curly braces and B023 for look-alike brackets, once each: they are text here."""
    if "{" in text:
        message = f"The text holds {text.count('{')} × curly brace, which was read as text."
        yield lines.finding("B021", "info", text.index("{"), message, "Say in the profile what braces mean here.")
    places = [(text.index(mark), mark) for mark in _LOOK_ALIKES if mark in text]
    if places:
        offset, mark = min(places)
        yield lines.finding("B023", "info", offset, f"{mark} looks like a bracket and was read as text.")


def glued_words(text: str, lines: Lines) -> Iterator[Finding]:
    """Yield B030 for each word that looks like two, or year like a year and a day: the markup between was lost."""
    for match in _SEAM.finditer(text):
        start, end = _word_around(text, match.start(), match.end())
        if not (text[match.start() - 1].islower() and _is_address(text, start, end)):
            message = f'"{text[start:end]}" looks like two words whose markup was lost.'
            yield lines.finding("B030", "warning", start, message, "Compare with the original.")


def _around(text: str, offset: int) -> str:
    return text[max(0, offset - _CONTEXT) : offset + _CONTEXT].replace("\n", " ").strip()


def _candidates(text: str, offset: int, lines: Lines, ends: tuple[list[int], list[int]]) -> str:
    """Say where an unclosed bracket may end: at its paragraph's, its option's, or the text's end."""
    nearest = [(name, _next(of, offset)) for name, of in zip(("paragraph", "option"), ends, strict=True)]
    inside = [f"the end of the {name} (line {lines.at(at)[0]})" for name, at in nearest if 0 < at < len(text)]
    return "Close it at " + " or ".join([*inside, f"the end of the text (line {lines.at(len(text))[0]})"]) + "."


def _next(places: list[int], offset: int) -> int:
    index = bisect_right(places, offset)
    return places[index] if index < len(places) else 0


def _begins_paragraph(text: str, start: int, ends: list[int], index: int) -> bool:
    begin = ends[index - 1] if index else 0
    return start - begin <= 24 and len(text[begin:start].split()) <= 2


def _ends_paragraph(text: str, end: int) -> bool:
    return not text[end : end + 4].partition("\n")[0].strip(" .,;:*_)]")


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    match = _WORD_END.match(text, end, end + _CONTEXT)
    while start and end - start < 2 * _CONTEXT and text[start - 1].isalnum():
        start -= 1
    return start, match.end() if match else end


def _is_address(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in _ADDRESS_MARKS or text[end : end + 1] in ("/", "@")
