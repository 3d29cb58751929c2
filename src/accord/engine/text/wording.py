"""
Which characters negotiated wording may hold.

Two profiles. On the command line (``FILE``) every decodable byte counts: differences of encoding are kept and
reported, and only what could deceive a reader (control and format characters, halves of surrogate pairs,
noncharacters) is refused. In the product (``PRODUCT``) wording is brought to NFC or refused at entry, visibly: letters,
marks, numbers, punctuation, symbols, spaces and LF are allowed, and nothing else. Joiners are allowed in both where a
script needs them, so that Persian, Sinhala or Mongolian words are written as they should be.

Source: docs/reference/inspect.md, "Characters".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import NewType

import regex

from accord.engine.said import joined, say
from accord.engine.text.characters import BOM, NAMES, hits, kinds_in, may_join
from accord.engine.text.errors import TextError
from accord.engine.text.findings import Edit, Finding, Lines, Severity
from accord.engine.text.scripts import Mixed, are_of_other_scripts, cut, mixed_words, named, twins

NegotiatedText = NewType("NegotiatedText", str)
"""Wording that has passed :func:`negotiated`: NFC, LF line ends, allowed characters only."""

_PIECE, _OVERLAP = 4096, 64
MOST_MARKS = 8
"""How many combining marks one letter may carry in the product; ordinary orthographies stay below six."""


class Profile(StrEnum):
    """Where the text comes from, and so what is kept and what is refused."""

    FILE = "file"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Place:
    """
    A character that is refused, and where it stands.

    Attributes:
        offset: code points from 0. line, column: from 1; lines end at LF.
        code_point: such as "U+202E".
        name: its Unicode name, or what it is when it has none.
        reason: why it is refused, as the end of a sentence.
    """

    offset: int
    line: int
    column: int
    code_point: str
    name: str
    reason: str

    def __str__(self) -> str:
        return say(
            "line {line}, column {column}: {code_point} {name} {reason}",
            line=self.line,
            column=self.column,
            code_point=self.code_point,
            name=self.name,
            reason=self.reason,
        )


class WordingRefused(TextError):
    """The wording holds characters that are not allowed; ``places`` says which and where."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        more = say(" ({count} such characters in all)", count=len(places)) if len(places) > 1 else ""
        super().__init__(say("{place}{more}", place=str(places[0]), more=more))
        self.places = places


def negotiated(text: str) -> NegotiatedText:
    """
    Return ``text`` as the product stores it.

    Three repairs are made, since none changes what a reader sees: a byte order mark at the start is dropped, CRLF and
    lone CR become LF, and the text is normalised to NFC (never NFKC, which turns 10² into 102).

    Raises:
        WordingRefused: some characters are not allowed; the places are those in the repaired text.
    """
    repaired = unicodedata.normalize("NFC", _with_plain_line_ends(text.removeprefix(BOM)))
    places = refused_in(repaired, profile=Profile.PRODUCT)
    if places:
        raise WordingRefused(places)
    return NegotiatedText(repaired)


def repaired(text: str) -> tuple[str, tuple[Finding, ...]]:
    """
    Return a whole imported text with what only lays it out replaced, visibly, and a finding for each kind.

    A tab becomes a space, a page break or a hidden line end a line end, a bullet from a font's private area a bullet; a
    soft hyphen goes. Characters that could deceive a reader are left for :func:`negotiated` to refuse.
    """
    lines, plain = Lines(text), text
    findings = []
    for char, (replacement, message) in REPAIRS.items():
        if char in text:
            findings.append(
                lines.finding(
                    "W011", "info", text.index(char), say("{number} × {what}", number=text.count(char), what=message)
                )
            )
            plain = plain.replace(char, replacement)
    return plain, tuple(sorted(findings, key=lambda finding: finding.offset))


REPAIRS = {
    "\t": (" ", say("tab became a space.")),
    "\f": ("\n", say("page break became a line end.")),
    "\x0b": ("\n", say("vertical tab became a line end.")),
    "\u2028": ("\n", say("hidden line end became a line end.")),
    "\u2029": ("\n", say("hidden line end became a line end.")),
    "\u00ad": ("", say("soft hyphen was left out.")),
    "\uf0b7": ("•", say("bullet of a font became a bullet.")),
    "\uf0a7": ("▪", say("bullet of a font became a bullet.")),
    "\uf02d": ("–", say("dash of a font became a dash.")),
}
"""What an import replaces, and what it says about it."""


def refused_in(text: str, *, profile: Profile = Profile.FILE) -> tuple[Place, ...]:
    """Return every character of ``text`` that the profile refuses, in order."""
    return _refused(text, kinds_in(text), profile)


def _refused(text: str, known: Mapping[str, str], profile: Profile) -> tuple[Place, ...]:
    """Return what :func:`refused_in` does; ``known`` are the kinds of all characters of ``text``."""
    found = list(_refused_places(text, known, profile))
    lines = Lines(text) if found else None
    return tuple(_place(text, lines, offset, kind) for offset, kind in found if lines)


def _refused_places(text: str, known: Mapping[str, str], profile: Profile) -> Iterator[tuple[int, str]]:
    """Yield offset and kind of each character that the profile refuses, in order."""
    kinds = {char: kind for char, kind in known.items() if _is_refused(kind, profile)}
    towers = _towers(text) if profile is Profile.PRODUCT else ()
    return merge(hits(text, kinds), ((offset, "tower") for offset in towers))


def findings_in(text: str, *, profile: Profile = Profile.FILE) -> list[Finding]:
    """
    Return what there is to say about the characters of ``text``, in order of place.

    Kept characters are reported once per kind, with their number; refused ones each at its place, as warnings.
    """
    lines = Lines(text)
    characters = text if text.isascii() else "".join(set(text))
    kinds = kinds_in(characters)
    refused = _refusals(lines, text, kinds, profile)
    doubtful = _doubtful(text) if are_of_other_scripts(characters) else ()
    kept = [lines.finding(*each) for each in (*_kept(text, kinds, profile), *doubtful)]
    return sorted([*refused, *kept], key=lambda finding: (finding.offset, finding.code))


CODES = {
    "carriage return": "W001",
    "mixed line ends": "W002",
    "tab": "W003",
    "form feed": "W004",
    "byte order mark": "W005",
    "decomposed letters": "W006",
    "private use": "W007",
    "unassigned": "W008",
    "invisible": "W009",
    "separator": "W010",
    "mixed scripts": "W016",
    "looks alike": "W017",
    "control": "W101",
    "format": "W102",
    "surrogate": "W103",
    "noncharacter": "W104",
    "tower": "W105",
}

_REASONS = {
    "tab": say("is a control character"),
    "form feed": say("is a control character"),
    "private use": say("has no meaning that everybody shares"),
    "unassigned": say("is not an assigned character"),
    "invisible": say("cannot be seen"),
    "separator": say("is a hidden line end"),
    "control": say("has no place in a text"),
    "format": say("is a format character and cannot be seen"),
    "surrogate": say("is half a character"),
    "noncharacter": say("is not a character"),
    "tower": say("is one mark too many on one letter"),
}

_SPOKEN = {"\r": say("carriage return"), "\t": say("tab"), "\f": say("form feed")}
_ALWAYS_REFUSED = frozenset({"control", "format", "surrogate", "noncharacter"})
_TOWER = regex.compile(rf"\p{{M}}{{{MOST_MARKS}}}(\p{{M}})")


def _is_refused(kind: str, profile: Profile) -> bool:
    return kind in _ALWAYS_REFUSED or (profile is Profile.PRODUCT and kind != "carriage return")


def _towers(text: str) -> tuple[int, ...]:
    return () if text.isascii() else tuple(match.start(1) for match in _TOWER.finditer(text))


def _place(text: str, lines: Lines, offset: int, kind: str) -> Place:
    char = text[offset]
    name = unicodedata.name(char, "") or (NAMES.get(char, kind) + " character").removeprefix("character ")
    return Place(offset, *lines.at(offset), f"U+{ord(char):04X}", name, _REASONS[kind])


def _refusals(lines: Lines, text: str, known: Mapping[str, str], profile: Profile) -> list[Finding]:
    """Return a finding at each refused character, up to a number that a person can go through, and how many more."""
    found = _refused_places(text, known, profile)
    out = [_refusal(lines, text, offset, kind) for offset, kind in islice(found, MOST_LISTED)]
    first = next(found, None)
    if first is not None:
        message = say(
            "{number} more characters that are refused, from here on, are not listed.", number=1 + sum(1 for _ in found)
        )
        out.append(lines.finding("W100", "warning", first[0], message, say("Remove those that are listed first.")))
    return out


def _refusal(lines: Lines, text: str, offset: int, kind: str) -> Finding:
    place = _place(text, lines, offset, kind)
    message = say("{code} {name} {reason}.", code=place.code_point, name=place.name, reason=place.reason)
    fix = say("Remove the character, or write what it stands for.")
    return lines.finding(CODES[kind], "warning", offset, message, fix, (Edit(offset, offset + 1, ""),))


# What is kept, with a word about it.

_Note = tuple[str, Severity, int, str, str] | tuple[str, Severity, int, str, str, tuple[Edit, ...]]
MOST_LISTED = 5_000
"""How many refused characters are listed."""

_MOST = 50
"""How many doubtful words of one kind are listed; a text that has more is doubtful as a whole."""


def _doubtful(text: str) -> Iterator[_Note]:
    """Yield words whose letters a reader can take for others; a unit such as "kΩ" is only mentioned."""
    for mixed in islice(mixed_words(text), _MOST):
        severity: Severity = "warning" if mixed.alike and len(mixed.word) > 2 else "info"
        fix = say("Write the word in letters of one script.")
        yield CODES["mixed scripts"], severity, mixed.offset, str(mixed), fix, _in_one_script(mixed)
    for offset, word, other in islice(twins(text), _MOST):
        letters = joined(", ", (named(char) for char in dict.fromkeys(word)))
        message = say(
            "“{word}” looks like “{other}” elsewhere in the text, in letters of another script: {letters}.",
            word=cut(word),
            other=cut(other),
            letters=letters,
        )
        yield (
            CODES["looks alike"],
            "warning",
            offset,
            message,
            say("Write both in the same letters if they are one word."),
        )


def _in_one_script(mixed: Mixed) -> tuple[Edit, ...]:
    """Return what puts the letters that look alike for the others; nothing where that leaves two scripts."""
    word = mixed.word.translate({ord(char): other for char, other in mixed.alike})
    is_whole = mixed.alike and not any(mixed_words(word))
    return (Edit(mixed.offset, mixed.offset + len(word), word),) if is_whole else ()


def _kept(text: str, kinds: Mapping[str, str], profile: Profile) -> Iterator[_Note]:
    if text.startswith(BOM):
        yield _note("byte order mark", 0, say("The file begins with a byte order mark."))
    if profile is Profile.FILE:
        yield from _kept_characters(text, kinds)
    if "\r" in text:
        yield from _kept_line_ends(text)
    if not unicodedata.is_normalized("NFC", text):
        yield _note(
            "decomposed letters",
            _first_decomposed(text),
            say("Some letters are written as a letter and a mark apart."),
        )


def _kept_characters(text: str, kinds: Mapping[str, str]) -> Iterator[_Note]:
    for char, kind in kinds.items():
        if kind == "carriage return" or kind in _ALWAYS_REFUSED:
            continue
        first, count = _count(text, char, kind)
        name = _SPOKEN.get(char) or f"U+{ord(char):04X} ({kind})"
        if count:
            yield _note(kind, first, say("The text holds {count} × {name}.", count=count, name=name))


def _count(text: str, char: str, kind: str) -> tuple[int, int]:
    """Return the first offset of ``char`` and how often it stands, joiners in their place apart."""
    if not may_join(char):
        return text.index(char), text.count(char)
    found = hits(text, {char: kind})
    first = next(found, None)
    return (first[0], 1 + sum(1 for _ in found)) if first else (0, 0)


def _kept_line_ends(text: str) -> Iterator[_Note]:
    paired, single = text.count("\r\n"), text.count("\r")
    plain = text.count("\n") - paired
    yield _note("carriage return", text.index("\r"), say("The text holds {single} × carriage return.", single=single))
    if (single != paired) + bool(paired) + bool(plain) > 1:
        counts = f"{paired} × CRLF, {plain} × LF, {single - paired} × CR"
        yield _note("mixed line ends", text.index("\r"), say("Lines end in different ways: {counts}.", counts=counts))


def _note(kind: str, offset: int, message: str) -> _Note:
    fix = say("The product writes them in one piece (NFC).") if kind == "decomposed letters" else ""
    severity: Severity = "warning" if kind == "invisible" else "info"
    return CODES[kind], severity, offset, message, fix


def _first_decomposed(text: str) -> int:
    """Return the offset of the first letter that NFC writes differently, found piece by piece and then by bisection."""
    pieces = range(0, len(text), _PIECE)
    begin = next((at for at in pieces if not _is_composed(text, at - _OVERLAP, at + _PIECE)), 0) - _OVERLAP
    low = begin = max(begin, 0)
    high = begin + _OVERLAP + _PIECE
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _is_composed(text, begin, middle) else (low, middle)
    while low and unicodedata.combining(text[low]):
        low -= 1
    return low


def _is_composed(text: str, start: int, end: int) -> bool:
    return unicodedata.is_normalized("NFC", text[max(start, 0) : end])


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
