"""
What a character is that is not plain wording: control, format, joiner in its place, half of a pair, unseen, unassigned.

Source: the Unicode Standard (general categories, Default_Ignorable_Code_Point, joiners in 23.2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

import regex

BOM = "\ufeff"
NAMES = {"\r": "carriage return", "\t": "tab", "\f": "form feed"}

_PLAIN = bytes([*range(ord(" "), ord("~") + 1), ord("\n")])
"""What is plain wording in ASCII: taking it out of a text is quicker than gathering every character of the text."""

_CATEGORIES = {
    "Cc": "control",
    "Cf": "format",
    "Cs": "surrogate",
    "Co": "private use",
    "Zl": "separator",
    "Zp": "separator",
}
_IGNORABLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")

_JOINED_SCRIPTS = (
    "Arabic Syriac Mandaic Nko Adlam Mongolian Phags_Pa Hanifi_Rohingya Devanagari Bengali Gurmukhi Gujarati Oriya"
    " Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan Balinese Javanese Sundanese Chakma Limbu"
    " Meetei_Mayek"
)
_LETTER = "[[" + "".join(rf"\p{{Script={name}}}" for name in _JOINED_SCRIPTS.split()) + r"]&&[\p{L}\p{M}]]"
_JOINER = regex.compile(
    rf"(?<={_LETTER})[\u200c\u200d](?={_LETTER})"  # inside a word
    r"|(?<=\p{Canonical_Combining_Class=9})[\u200c\u200d]"  # after a virama, also at the end of a word
    r"|(?<=\p{Script=Mongolian})[\u180b-\u180f]"  # Mongolian selectors and its vowel separator
    r"|(?<=\p{Han})[\U000e0100-\U000e01ef]",  # variants of one ideograph
    regex.VERSION1,
)


@lru_cache(maxsize=4096)
def kind_of(char: str) -> str:
    """Return what is special about ``char``; "" when nothing is."""
    if " " <= char <= "~" or char == "\n":
        return ""
    category = unicodedata.category(char)
    if category == "Cn":
        return "noncharacter" if _is_noncharacter(char) else "unassigned"
    if char in NAMES or category in _CATEGORIES:
        return NAMES.get(char) or _CATEGORIES[category]
    return "invisible" if _IGNORABLE.match(char) else ""


def _is_noncharacter(char: str) -> bool:
    return 0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE


def hits(text: str, kinds: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield offset and kind of each of these characters but for joiners in their place and a leading BOM."""
    if not kinds:
        return
    joiners = (match.start() for match in _JOINER.finditer(text)) if any(map(may_join, kinds)) else iter(())
    excused = next(joiners, -1)
    for match in re.finditer("[" + re.escape("".join(sorted(kinds))) + "]", text):
        while -1 < excused < match.start():
            excused = next(joiners, -1)
        if match.start() != excused and (match.start() or match[0] != BOM):
            yield match.start(), kinds[match[0]]


def may_join(char: str) -> bool:
    """Whether ``char`` is unseen but needed where its script joins letters or picks a form of one."""
    return char in "\u200c\u200d" or "\u180b" <= char <= "\u180f" or "\U000e0100" <= char <= "\U000e01ef"


def kinds_in(text: str) -> dict[str, str]:
    """Return the characters of ``text`` that are not plain wording, with what each is."""
    chars = text.encode("ascii").translate(None, _PLAIN).decode("ascii") if text.isascii() else text
    return {char: kind for char in set(chars) if (kind := kind_of(char))}
