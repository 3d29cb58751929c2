"""
Letters that a reader can take for others: words of two scripts, and two words that look the same.

Nothing is refused here: a person decides. Which letters look alike is what the Unicode Consortium lists
(confusables.txt, as the package ``confusable_homoglyphs`` carries it).

Source: UTS 39, sections 4 (confusables) and 5.2 (Moderately Restrictive, word by word; besides Cyrillic and Greek,
Armenian, Georgian and Cherokee may not stand beside Latin either, since some of their letters look Latin).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from accord.engine.said import joined, say

_FOREIGN = regex.compile(r"[[\p{L}\p{M}]--[\p{Latin}\p{Common}\p{Inherited}]]", regex.VERSION1)
_NEUTRAL = frozenset({"COMMON", "INHERITED", "Unknown"})
_EAST_ASIAN = frozenset({"HAN", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL"})
_LIKE_LATIN = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "CHEROKEE"})
_SHOWN = 60
_MOST_WORDS = 200_000
"""How many different words are compared; no language uses more."""

_SHORTEST = 3
"""How many letters a word has at least that is said to look like another: "a)" and "а)" stand in many texts."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """
    A word with letters of two scripts that do not belong together.

    Attributes:
        offset: of the word, in code points from 0.
        word: the whole of it.
        scripts: their names, the one with most letters first.
        alike: letters of the rarer scripts with the letter of the first that each looks like; empty where none does.
    """

    offset: int
    word: str
    scripts: tuple[str, ...]
    alike: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        scripts = " and ".join(name.title() for name in self.scripts)
        seen = joined(
            "; ", (say("{one} looks like {other}", one=named(one), other=named(other)) for one, other in self.alike)
        )
        if not seen:
            return say("“{word}” has letters of {scripts}.", word=cut(self.word), scripts=scripts)
        return say("“{word}” has letters of {scripts}: {seen}.", word=cut(self.word), scripts=scripts, seen=seen)


def cut(word: str) -> str:
    """Return a word as a message has it: its first 60 characters."""
    return word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"


def named(char: str) -> str:
    """Return a character as a finding names it: “а” (U+0430 CYRILLIC SMALL LETTER A)."""
    return say(
        "“{char}” (U+{code:04X} {name})", char=char, code=ord(char), name=unicodedata.name(char, "without a name")
    )


def mixed_words(text: str) -> Iterator[Mixed]:
    """Yield each word of ``text`` that mixes scripts, in order; the time is linear in the text."""
    scripts = _scripts_in(text)
    if len(scripts) < 2:
        return
    at = 0
    for found in _seam(scripts).finditer(text):
        if found.start() < at:
            continue
        start, at = _word_around(text, found.start())
        mixed = _mixed(start, text[start:at])
        if mixed:
            yield mixed


def twins(text: str) -> Iterator[tuple[int, str, str]]:
    """
    Yield each word that looks like another word of ``text`` in another script: first offset, word, the other word.

    Words of one or two letters are passed over.
    """
    scripts = _scripts_in(text)
    if len(_LIKE_LATIN & scripts.keys()) < 2:
        return
    letters = {char for name in _LIKE_LATIN & scripts.keys() for char in scripts[name] if skeleton(char).isascii()}
    if not letters:
        return
    seen: dict[str, str] = {}
    for found in _whole_words(letters).finditer(text):
        looks = skeleton(found[0])
        if len(seen) > _MOST_WORDS:
            return
        if seen.setdefault(looks, found[0]) != found[0]:
            yield found.start(), found[0], seen[looks]
            seen[looks] = found[0]


def skeleton(word: str) -> str:
    """Return what a word looks like: each letter that looks Latin as that Latin letter."""
    return word if word.isascii() else "".join(map(_latin, word))


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """Return the script of a character in capitals; "COMMON" and "INHERITED" go with every script."""
    if char.isascii():
        return "LATIN" if char.isalpha() else "COMMON"
    from confusable_homoglyphs import categories  # noqa: PLC0415 -- its tables are read when a text needs them

    return str(categories.alias(char))


def are_of_other_scripts(characters: str) -> bool:
    """Whether some of ``characters`` belong to another script than Latin; without one no word can mix scripts."""
    return not characters.isascii() and bool(_FOREIGN.search(characters))


def _scripts_in(text: str) -> dict[str, str]:
    """Return the letters and marks of ``text`` by their script; nothing where all are Latin."""
    if not are_of_other_scripts(text):
        return {}
    out: dict[str, str] = {}
    for char in sorted(set(text)):
        if unicodedata.category(char)[0] in "LM" and (name := script_of(char)) not in _NEUTRAL:
            out[name] = out.get(name, "") + char
    return out


def _seam(scripts: dict[str, str]) -> regex.Pattern[str]:
    """Return what finds a letter beside one of another script; scripts of East Asia count as one."""
    merged: dict[str, str] = {}
    for name, letters in scripts.items():
        key = "HAN" if name in _EAST_ASIAN else name
        merged[key] = merged.get(key, "") + letters
    every = "".join(merged.values())
    parts = (
        rf"[{regex.escape(letters)}]\p{{Inherited}}*+[{regex.escape(''.join(sorted(set(every) - set(letters))))}]"
        for letters in merged.values()
        if set(every) - set(letters)
    )
    return regex.compile("|".join(parts) or r"(?!)")


def _word_around(text: str, at: int) -> tuple[int, int]:
    start, end = at, at
    while start and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return start, end


def _in_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def _mixed(offset: int, word: str) -> Mixed | None:
    counts = Counter(name for char in word if (name := script_of(char)) not in _NEUTRAL)
    if _belong_together(counts.keys()):
        return None
    first, *others = (name for name, _ in counts.most_common())
    rare = dict.fromkeys(char for char in word if script_of(char) in others)
    alike = tuple((char, other) for char in rare if (other := _like(char, first)))
    return Mixed(offset, word, (first, *others), alike)


def _belong_together(scripts: Collection[str]) -> bool:
    rest = set(scripts) - _EAST_ASIAN - {"LATIN"}
    if not rest:
        return True
    return len(scripts) == 1 or (len(rest) == 1 and len(scripts) == 2 and not rest & _LIKE_LATIN and "LATIN" in scripts)


def _latin(char: str) -> str:
    return char if script_of(char) not in _LIKE_LATIN - {"LATIN"} else _like(char, "LATIN") or char


@lru_cache(maxsize=4096)
def _like(char: str, script: str) -> str:
    """Return the letter of ``script`` that ``char`` looks like, "" where there is none."""
    from confusable_homoglyphs.confusables import confusables_data  # noqa: PLC0415 -- as above

    alike = [each["c"] for each in confusables_data.get(char, ()) if len(each["c"]) == 1]
    through = [each["c"] for one in alike for each in confusables_data.get(one, ()) if len(each["c"]) == 1]
    fitting = [one for one in (*alike, *through) if one != char and script_of(one) == script and one.isalpha()]
    return min(
        fitting, key=lambda one: (one not in alike, unicodedata.normalize("NFKC", one) != one, ord(one)), default=""
    )


def _whole_words(letters: Collection[str]) -> regex.Pattern[str]:
    inside = regex.escape("".join(sorted(letters)))
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}])[{inside}]{{{_SHORTEST},}}+(?![\p{{L}}\p{{M}}\p{{N}}])")
