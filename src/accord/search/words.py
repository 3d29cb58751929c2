"""
Words as search knows them: one way of cutting and folding for both databases, for what is stored and what is asked.

A word has two forms: ``exact`` (small letters without accents) and ``stem`` (the part that its inflections share, so
that "organisations" finds "organisation"). Writing without spaces between words is cut into overlapping pairs of
characters.

Source: docs/reference/search.md, "What counts as the same word".
"""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import regex
import snowballstemmer

LONGEST_WORD = 60
"""Characters of a word that count; what is longer is no word that anybody looks for."""

BOUND = "¶"
"""Stands between parts whose words do not follow each other. No word holds it."""

_BY_TAG = {"en": "english", "fr": "french", "es": "spanish"}
_BY_WRITING = (
    (regex.compile(r"\p{Latin}"), "english"),
    (regex.compile(r"\p{Cyrillic}"), "russian"),
    (regex.compile(r"\p{Armenian}"), "armenian"),
    (regex.compile(r"\p{Arabic}"), "arabic"),
)
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_PIECE = regex.compile(
    rf"(?V1)(?P<run>[[{_UNSPACED}]&&[\p{{L}}\p{{M}}\p{{N}}]]+)"
    rf"|(?P<word>[[\p{{L}}\p{{N}}]--[{_UNSPACED}]]"
    rf"(?:[[\p{{L}}\p{{M}}\p{{N}}\p{{Cf}}]--[{_UNSPACED}]]|['’ʼ](?=[[\p{{L}}]--[{_UNSPACED}]]))*)"
)
_ELIDED = regex.compile(r"^(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu)['’ʼ](?=.)|['’ʼ]s$")
_APOSTROPHES = regex.compile(r"['’ʼ\p{Cf}]")
_MARKS = regex.compile(r"(?<=[\p{Latin}\p{Greek}\p{Arabic}\p{Hebrew}])\p{M}+")
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ـ": None})
_CYRILLIC = str.maketrans({"ё": "е", "ъ": None})


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word where it stands.

    Attributes:
        start, end: in the text, in code points, half-open.
    """

    exact: str
    stem: str
    start: int
    end: int


def words_of(text: str, language: str = "") -> tuple[Word, ...]:
    """
    Return the words of a text, in order.

    Args:
        language: tag of its language, "" where none is known; English, French and Spanish have stemmers of their own.
    """
    found: list[Word] = []
    for piece in _PIECE.finditer(text):
        if piece["run"]:
            found.extend(_pairs(piece["run"], piece.start()))
            continue
        exact, stem = _forms(piece["word"], language.partition("-")[0])
        if exact:
            found.append(Word(exact, stem, piece.start(), piece.end()))
    return tuple(found)


def stems_of(word: Word, text: str) -> tuple[str, ...]:
    """Return every stem that a word of a question, cut out of ``text``, can have in a text of whatever language."""
    raw = text[word.start : word.end]
    stems = (_forms(raw, tag)[1] for tag in _BY_TAG)
    return tuple(dict.fromkeys(stems)) if regex.match(r"\p{Latin}", raw) else (word.stem,)


def is_unspaced(text: str) -> bool:
    """Whether a text begins in writing without spaces between words."""
    return bool(regex.match(rf"[{_UNSPACED}]", text))


def _pairs(run: str, at: int) -> list[Word]:
    """Return the overlapping pairs of a run of characters, and its last character alone, so that it begins a word."""
    pairs = [unicodedata.normalize("NFKC", run[place : place + 2]) for place in range(len(run))]
    return [Word(pair, pair, at + place, at + min(place + 2, len(run))) for place, pair in enumerate(pairs)]


@lru_cache(maxsize=100_000)
def _forms(raw: str, tag: str) -> tuple[str, str]:
    """Return the exact form and the stem of a word."""
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", raw).casefold())
    small = _APOSTROPHES.sub("", _ELIDED.sub("", small)).translate(_CYRILLIC)
    stemmed = _stem(small.translate(_ARABIC), tag) or small
    return _plain(small)[:LONGEST_WORD], _plain(stemmed)[:LONGEST_WORD]


def _plain(word: str) -> str:
    """Return a word without accents where its writing has them as marks on letters; й and ї stay what they are."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", word.translate(_ARABIC)))
    return unicodedata.normalize("NFC", bare)


def _stem(word: str, tag: str) -> str:
    """Return the stem by the writing, and for Latin by the language; the stemmer of English knows no accents."""
    for writing, usual in _BY_WRITING:
        if writing.match(word):
            name = _BY_TAG.get(tag, usual) if usual == "english" else usual
            return _stemmer(name).stemWord(_plain(word) if name == "english" else word)
    return word


class _OfThisThread(threading.local):
    """Stemmers keep the word they work on, so each thread has its own."""

    def __init__(self) -> None:
        self.known: dict[str, snowballstemmer.stemmer] = {}


_stemmers = _OfThisThread()


def _stemmer(name: str) -> snowballstemmer.stemmer:
    if name not in _stemmers.known:
        _stemmers.known[name] = snowballstemmer.stemmer(name)
    return _stemmers.known[name]
