"""
A report cut into paragraphs, sentences and tokens, each with its place in the text.

Places are code points, half-open ``[start, end)``; nothing is changed, so ``text[start:end]`` is always what was read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from accord.engine.reading.words import word_set

_TOKEN = regex.compile(r"[\p{L}\p{M}]+|\d+|[’'`](?:s\b)?|[^\s\p{Cf}]")
_PARAGRAPH = regex.compile(r"[^\r\n\f\v\u2028\u2029]+")
_STOP = frozenset(".!?…")
_NO_TITLE = frozenset(".!?…”»\"'’)],:;")
"""Signs with which no heading ends."""
_CLOSING = frozenset("”»\"'’)]")
_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof gen col h e st no nos vol art jr sr u s n p a b c d f g i j k l m o r t v w x y z inc "
    "ltd co jan feb mar apr jun jul aug sep sept oct nov dec им г гг т д п пр др см ст ул проф акад ген тыс "
    "млн млрд руб в н э а б е ж з и к л м н о п р с у ф х ц ч ш э ю я"
)
_LONGEST_DATE = 9
"""Tokens of a line that holds no more than a date and a place."""
_LONGEST_SENTENCE = 400
"""Tokens; what is longer is cut, so that the work grows with the text and no faster."""
_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"'}


@dataclass(frozen=True, slots=True)
class Token:
    """One word (letters only), number (digits only), possessive ("’s") or sign; ``folded`` is it without capitals."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """
    One sentence: tokens ``first`` to ``last`` (half-open) of the report.

    Attributes:
        number: its place among the sentences. paragraph: that of its paragraph, both from 0.
        headline: whether it is a heading: the first line but for its date, short and without a full stop.
    """

    number: int
    paragraph: int
    first: int
    last: int
    headline: bool


@dataclass(frozen=True)
class Quotation:
    """What stands between two quotation marks that open and close: tokens ``first`` to ``last``, marks left out."""

    first: int
    last: int


@dataclass(frozen=True)
class Script:
    """The text of a report with its tokens, sentences and quotations. ``language`` is "en" or "ru"."""

    text: str
    language: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]

    def quote(self, first: int, last: int) -> str:
        """Return the text of the tokens ``first`` to ``last``."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""

    def token_from(self, start: int) -> int:
        """Return the first token at or behind a code point; the last one where there is none."""
        return min(bisect_left(self.tokens, start, key=lambda token: token.start), len(self.tokens) - 1)

    @cached_property
    def headline(self) -> Sentence | None:
        """The sentence that is the heading; None where there is none."""
        return next((each for each in self.sentences[:10] if each.headline), None)

    def closed(self, first: int, last: int) -> int:
        """Return ``last``, or one more where a quotation mark that opens inside closes directly behind."""
        signs = [token.text for token in self.tokens[first:last]]
        if last >= len(self.tokens):
            return last
        for opening, closing in (("«", "»"), ("“", "”")):
            if signs.count(opening) > signs.count(closing) and self.tokens[last].text == closing:
                return last + 1
        return last

    @cached_property
    def _sentence_of(self) -> Sequence[int]:
        return [each.number for each in self.sentences for _ in range(each.first, each.last)]

    def sentence_at(self, token: int) -> Sentence:
        """Return the sentence that holds a token."""
        return self.sentences[self._sentence_of[token]]

    @cached_property
    def _quoted(self) -> Sequence[int]:
        marks = [-1] * len(self.tokens)
        for number, each in enumerate(self.quotations):
            marks[each.first : each.last] = [number] * (each.last - each.first)
        return marks

    def quotation_at(self, token: int) -> Quotation | None:
        """Return the longer quotation (a statement, not a name) that holds a token; None outside of one."""
        number = self._quoted[token]
        return self.quotations[number] if number >= 0 else None


def cut(text: str) -> Script:
    """Return ``text`` as a script; any text is one, an empty one too. The language is that of most of its letters."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    begun = False
    for paragraph, found in enumerate(_PARAGRAPH.finditer(text)):
        begins = len(tokens)
        tokens.extend(_tokens(text, found.start(), found.end()))
        parts = list(_sentences(tokens, begins, text))
        headline = not begun and len(parts) == 1 and _is_headline(tokens, begins)
        begun = begun or headline or len(tokens) - begins > _LONGEST_DATE
        for first, last in parts:
            sentences.append(Sentence(len(sentences), paragraph, first, last, headline))
    return Script(text, language_of(text), tokens, sentences, list(_quotations(tokens, sentences)))


def language_of(text: str) -> str:
    """Return "ru" where more letters are Cyrillic than Latin, else "en"."""
    cyrillic = len(regex.findall(r"\p{Cyrillic}", text))
    return "ru" if cyrillic > len(regex.findall(r"\p{Latin}", text)) else "en"


def words_of(text: str) -> list[str]:
    """Return the tokens of a short phrase, as written."""
    return list(_TOKEN.findall(text))


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        yield Token(found[0], found.start(), found.end(), found[0].casefold().replace("ё", "е"))


def _is_headline(tokens: Sequence[Token], first: int) -> bool:
    own = tokens[first:]
    if any(token.text.isdecimal() and len(token.text) == 4 for token in own) and len(own) <= _LONGEST_DATE:
        return False  # a line with a date
    return 3 <= len(own) <= 40 and own[-1].text not in _NO_TITLE and own[0].is_word


def _sentences(tokens: Sequence[Token], first: int, text: str) -> Iterator[tuple[int, int]]:
    begin, number = first, first
    while number < len(tokens):
        number += 1
        if number - begin >= _LONGEST_SENTENCE:
            yield begin, number
            begin = number
            continue
        if tokens[number - 1].text not in _STOP:
            continue
        while number < len(tokens) and (tokens[number].text in _STOP or _closes(tokens, number, text)):
            number += 1
        if number < len(tokens) and _ends(tokens, number, text):
            yield begin, number
            begin = number
    if begin < len(tokens):
        yield begin, len(tokens)


def _closes(tokens: Sequence[Token], number: int, text: str) -> bool:
    token = tokens[number]
    return (
        token.text in _CLOSING
        and tokens[number - 1].end == token.start
        and not text[token.end : token.end + 1].isalnum()
    )


def _ends(tokens: Sequence[Token], number: int, text: str) -> bool:
    """Whether a new sentence begins at this token, which follows a stop."""
    following, stop = tokens[number], tokens[number - 1]
    if text[stop.end : following.start].strip(" ") == "" and stop.end == following.start:
        return False
    if following.text[0].islower() or following.text in ",;:)–—-":
        return False
    before = next((tokens[at] for at in range(number - 2, max(number - 4, -1), -1)), None)
    if stop.text != "." or before is None:
        return True
    if before.end == stop.start and before.folded in _ABBREVIATIONS and before.text != "I":
        dated = (
            number > 2 and tokens[number - 3].text.isdecimal() and before.folded in ("г", "гг")
        )  # 2024 г. Совет; not: в г. Минске
        return dated and following.is_capital and following.is_word and len(following.text) > 1
    return not (before.text.isdecimal() and following.text.isdecimal())


def _is_said(tokens: Sequence[Token], closing: int) -> bool:
    """Whether a short quotation is speech: a comma or dash follows it, or a comma ends it."""
    after = [token.text for token in tokens[closing + 1 : closing + 3]]
    return tokens[closing - 1].text == "," or (len(after) == 2 and after[0] == "," and after[1] in "–—-")


def _quotations(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Quotation]:
    """Yield quotations of six tokens or more, each inside of one paragraph; one left open ends with its paragraph."""
    opened, closing, paragraph = -1, "", -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            if opened >= 0 and sentence.first - opened > 6:
                yield Quotation(opened, sentence.first)
            opened, paragraph = -1, sentence.paragraph
        for number in range(sentence.first, sentence.last):
            sign = tokens[number].text
            if opened < 0 and sign in _QUOTES:
                opened, closing = number + 1, _QUOTES[sign]
            elif opened >= 0 and sign == closing:
                if number - opened >= 6 or (number - opened >= 3 and _is_said(tokens, number)):
                    yield Quotation(opened, number)
                opened = -1
    if opened >= 0 and len(tokens) - opened > 6:
        yield Quotation(opened, len(tokens))
