"""
In which language words are, as far as their script tells. Pure: words and languages in, pieces out.

English words on a Russian page, or Russian ones on an English page, are told by their letters. Two languages of one
script are not told apart so; there the language in which the register is kept decides (:func:`language_of`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SCRIPTS = {
    **dict.fromkeys(("ru", "be", "uk", "bg", "mk", "sr", "kk", "ky", "tg", "mn"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), "Arab"),
    **dict.fromkeys(("zh", "ja"), "Hani"),
    "hy": "Armn",
    "ka": "Geor",
    "he": "Hebr",
    "el": "Grek",
    "ko": "Hang",
    "hi": "Deva",
    "th": "Thai",
}
"""Scripts (ISO 15924) of languages that are not written in Latin letters."""

_NAMED = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "CJK": "Hani",
    "HIRAGANA": "Hani",
    "KATAKANA": "Hani",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "DEVANAGARI": "Deva",
    "THAI": "Thai",
}
"""Scripts by the first word of the Unicode name of their letters."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_YEAR = re.compile(r" \d{4}\b")
_OF_EVERY_LANGUAGE = frozenset(("ad", "referendum", "ref"))
"""Words of procedure that are written in Latin letters everywhere."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one language. ``language`` is "" where it is the reader's."""

    words: str
    language: str = ""


def script_of(language: str) -> str:
    """Return the script (ISO 15924) in which a language is written: "Cyrl" for "ru"; "Latn" where it is not known."""
    tag = language.lower()
    return SCRIPTS.get(tag, SCRIPTS.get(tag.partition("-")[0], "Latn"))


def pieces_of(words: str, reader: str, others: Iterable[str] = ("en", "ru")) -> tuple[Piece, ...]:
    """
    Return words cut where their script changes, for a reader of ``reader``.

    Codes and abbreviations ("CSTO", "L.4") are of every language and stay with what surrounds them.

    Args:
        others: languages that are likely beside the reader's, the likeliest first; a script of none of them is told as
            "und-Hani".

    Returns:
        Pieces that together are ``words``.
    """
    pieces, at = [], 0
    for start, end, script in _foreign(words, script_of(reader)):
        likely = (tag for tag in others if script_of(tag) == script)
        pieces += [Piece(words[at:start]), Piece(words[start:end], next(likely, f"und-{script}"))]
        at = end
    return tuple(piece for piece in (*pieces, Piece(words[at:])) if piece.words)


def written_in(words: str, kept_in: str, others: Iterable[str] = ("en", "ru")) -> str:
    """
    Return the language of a name in a register that is kept in ``kept_in``: another one where its script is another.

    Args:
        others: languages that are likely then, the likeliest first.
    """
    if words.isascii() and script_of(kept_in) == "Latn":
        return kept_in
    found = {piece.language for piece in pieces_of(words, kept_in, others) if re.search(r"[^\W\d_]", piece.words)}
    return found.pop() or kept_in if len(found) == 1 else kept_in


def language_of(words: str, reader: str, kept_in: str, others: Iterable[str] = ()) -> str:
    """
    Return the language of a name or a note of a register, "" where it is the reader's or where they mix.

    Args:
        kept_in: tag of the language in which the register is kept.
        others: further languages of the organisation, the likeliest first.
    """
    pieces = pieces_of(words, reader, (kept_in, *others, "en", "ru"))
    told = {piece.language for piece in pieces if any(letter.isalpha() for letter in piece.words)}
    if told == {""} and kept_in.partition("-")[0] != reader and script_of(kept_in) == script_of(reader):
        return kept_in
    return told.pop() if len(told) == 1 else ""


def _foreign(words: str, own: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, script) of what is written in another script than ``own``, with what stands between."""
    run: list[tuple[re.Match[str], str]] = []
    for found in _WORD.finditer(words):
        script = _script(found[0])
        if run and script != run[0][1]:
            yield from _spanned(words, run)
            run = []
        if script != own:
            run.append((found, script))
    yield from _spanned(words, run)


def _spanned(words: str, run: list[tuple[re.Match[str], str]]) -> Iterator[tuple[int, int, str]]:
    if any(_tells(found[0], script) for found, script in run):
        yield run[0][0].start(), (_YEAR.match(words, run[-1][0].end()) or run[-1][0]).end(), run[0][1]


def _tells(word: str, script: str) -> bool:
    """Whether a word shows a language: a code and a single letter do not."""
    if script in ("Hani", "Arab", "Hebr", "Hang", "Deva", "Thai", "Geor"):
        return True
    return len(word) > 1 and not word.isupper() and word.lower() not in _OF_EVERY_LANGUAGE


def _script(word: str) -> str:
    return _NAMED.get(unicodedata.name(word[0], "LATIN").partition(" ")[0], "Latn")
