"""
What else in a foreign text deserves a word: labels with "bis", marks of other shapes, words that lost their markup.

Every code stands in docs/reference/inspect.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accord.engine.said import say
from accord.engine.text.foreign.labels import Label
from accord.engine.text.foreign.notebook import Notebook
from accord.engine.text.foreign.profile import BRACKETS, Profile

_CONTEXT = 40
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SEAM = re.compile(  # begins with a capital or a digit, so that the search skips quickly to one
    r"[A-Z12](?:(?<=[a-z]{4}[A-Z])[a-z]{4}|(?<=[A-Z]{2})(?:propose|oppose|support|delete|retain|reserve)[sd]?(?!\w)"
    rf"|(?<=[12])(?<!\d[12])(?:[89]|0)\d\d(?:[1-9]|[12]\d|3[01])[ \t](?:{_MONTH})\b)"
)
_ADDRESS_MARKS = frozenset("/.@#-_")
_WORD_END = re.compile(r"\w*")
_BRACES = re.compile(r"\{[^{}]{0,2000}\}")
_READ = {
    "after": say("a new paragraph behind"),
    "replaces": say("a replacement of"),
    "version": say("another version of"),
}


def labels(found: Iterable[Label], text: str, profile: Profile, notebook: Notebook) -> None:
    """Note B020 once for "bis" unless the profile says what it means, and once for "alt", with how they were read."""
    first: dict[str, Label] = {}
    counts: dict[str, int] = {}
    for label in found:
        first.setdefault(label.relation, label)
        counts[label.relation] = counts.get(label.relation, 0) + 1
    for relation, label in first.items():
        if relation == "none" or (relation != "replaces" and profile.bis):
            continue
        more = say(", as were {number} others like it", number=counts[relation] - 1) if counts[relation] > 1 else ""
        message = say(
            '"{text}" was read as {relation} {kind}{number}{more}.',
            text=text[label.start : label.end],
            relation=_READ[relation],
            kind=label.kind,
            number=label.number,
            more=more,
        )
        fix = "" if relation == "replaces" else say("Where bis marks an alternative version, say so in the profile.")
        notebook.note("B020", "info", label.start, message, fix)


def marks_of_others(text: str, profile: Profile, notebook: Notebook) -> None:
    """Note what braces were read as (B021, or B008 each), and B023 for look-alike brackets that are text here."""
    if "{" in text and profile.braces == "note":
        _notes_in_braces(text, notebook)
    elif "{" in text and profile.braces != "alternative":
        read = say("the mark of a provisional title") if profile.braces else say("text")
        message = say(
            "The text holds {number} × curly brace, which was read as {read}.", number=text.count("{"), read=read
        )
        fix = "" if profile.braces else say("Say in the profile what braces mean here.")
        notebook.note("B021", "info", text.index("{"), message, fix)
    others = [shape[: len(shape) // 2] for shape in BRACKETS if shape not in profile.brackets]
    places = [(text.index(mark), mark) for mark in others if mark in text]
    if places:
        offset, mark = min(places)
        message = say("{mark} looks like a bracket and was read as text.", mark=mark)
        notebook.note("B023", "info", offset, message, say("Where it is a bracket, say so in the profile."))


def glued_words(text: str, notebook: Notebook) -> None:
    """Note B030 for each word that looks like two, or year like a year and a day: the markup between was lost."""
    for start, end in _glued(text):
        if notebook.wants("B030", start):
            message = say('"{text}" looks like two words whose markup was lost.', text=text[start:end])
            notebook.note("B030", "warning", start, message, say("Compare with the original."))


def _glued(text: str) -> Iterator[tuple[int, int]]:
    for match in _SEAM.finditer(text):
        start, end = _word_around(text, match.start(), match.end())
        if not (text[match.start() - 1].islower() and _is_address(text, start, end)):
            yield start, end


def _notes_in_braces(text: str, notebook: Notebook) -> None:
    for match in _BRACES.finditer(text):
        if notebook.wants("B008", match.start()):
            shown = " ".join(match[0][1 : _CONTEXT + 1].rstrip("}").split())
            notebook.note("B008", "info", match.start(), say('"{{{shown}}}" is a remark, not wording.', shown=shown))


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    match = _WORD_END.match(text, end, end + _CONTEXT)
    while start and end - start < 2 * _CONTEXT and text[start - 1].isalnum():
        start -= 1
    return start, match.end() if match else end


def _is_address(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in _ADDRESS_MARKS or text[end : end + 1] in ("/", "@")
