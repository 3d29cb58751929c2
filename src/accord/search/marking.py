"""Which words of a text are those that were asked for, and the piece of it that shows them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.search.asking import Asked, Item
from accord.search.pages import Piece
from accord.search.words import Word, words_of

AROUND = 12
"""Words shown before the first word that was found."""

SHOWN = 48
"""Words shown in all."""


def marked(text: str, asked: Asked, language: str = "") -> tuple[Piece, ...]:
    """Return a whole text in pieces, those that were asked for marked."""
    return tuple(_pieces(text, _spans(words_of(text, language), asked), 0, len(text)))


def snippet(text: str, asked: Asked, language: str = "") -> tuple[Piece, ...]:
    """Return the part of a text in which most of what was asked for stands, its words marked; else its beginning."""
    words = words_of(text, language)
    if not words:
        return (Piece(text, False),) if text else ()
    spans = _spans(words, asked)
    first = _best(words, spans)
    last = min(len(words), first + SHOWN)
    start = words[first].start if first else 0
    end = words[last - 1].end if last < len(words) else len(text)
    before = (Piece("… ", False),) if start else ()
    after = (Piece(" …", False),) if end < len(text) else ()
    return (*before, *_pieces(text, spans, start, end), *after)


def _best(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> int:
    """Return the place of the word with which the part that holds most spans begins."""
    if not spans:
        return 0
    places = [place for place, word in enumerate(words) if any(start <= word.start < end for start, end in spans)]
    best = max(places, key=lambda place: (sum(place <= other < place + SHOWN - AROUND for other in places), -place))
    return max(0, min(best - AROUND, len(words) - SHOWN))


def _spans(words: Sequence[Word], asked: Asked) -> list[tuple[int, int]]:
    """Return where in the text the words stand that were asked for, in order and apart from each other."""
    found = sorted(span for item in asked.wanted for span in _of_item(words, item))
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _of_item(words: Sequence[Word], item: Item) -> Iterator[tuple[int, int]]:
    forms = [word.exact if item.form == "exact" else word.stem for word in words]
    firsts = {phrase[0] for phrase in item.phrases}
    for place, form in enumerate(forms):
        if form in firsts or (item.prefix and any(form.startswith(first) for first in firsts)):
            for phrase in item.phrases:
                if _stands(forms, place, phrase, item.prefix):
                    yield words[place].start, words[place + len(phrase) - 1].end


def _stands(forms: Sequence[str], place: int, phrase: tuple[str, ...], prefix: bool) -> bool:
    here = tuple(forms[place : place + len(phrase)])
    if not prefix:
        return here == phrase
    return len(here) == len(phrase) and here[:-1] == phrase[:-1] and here[-1].startswith(phrase[-1])


def _pieces(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    at = start
    for first, last in spans:
        if first < start or last > end:
            continue
        if at < first:
            yield Piece(text[at:first], False)
        yield Piece(text[first:last], True)
        at = last
    if at < end:
        yield Piece(text[at:end], False)
