"""
Numbers: in figures of any script with either way to part thousands, in words, in Chinese numerals, with per cent.

What may be read in two ways (1.234) is taken in both; a number is missed sooner than one is doubted wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from accord.engine.text.concordance.facts import Fact, Token, looked_up, tokens, without
from accord.engine.text.concordance.lexicon import Lexicon

_FIGURE = regex.compile(r"(?<![\d\p{Latin}])\d+(?:[.,'\u00a0\u202f ](?=\d{3}(?!\d))\d{3})*(?:[.,]\d+)?")
_CLEAN = regex.compile(r"[ '\u00a0\u202f]")
_ROMAN = regex.compile(r"(?<![\p{L}\d])[IVXLC]{1,7}(?![\p{L}\d])")
_HAN = regex.compile(
    r"(?P<ordinal>第)?(?P<number>[零〇一二两三四五六七八九十百千]+(?:[万亿][零〇一二两三四五六七八九十百千]*)*)"
    r"(?P<unit>[年月日天个條条款项次国届人名周岁章节成倍级])?"
)
_HAN_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_NO_NUMBER = {"十分", "千万", "万一", "百分", "一一"}
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def numbers_in(text: str, lexicon: Lexicon) -> list[Fact]:
    """Return the numbers of ``text``, whose digits are plain, in order of place."""
    figures = list(_figures(text, lexicon))
    left = without(text, figures)
    words = list(_han(left)) if not lexicon.spaced else list(_in_words(left, lexicon))
    romans = [
        Fact(frozenset({_roman(found.group())}), found.start(), found.end(), False) for found in _ROMAN.finditer(left)
    ]
    return sorted([*figures, *words, *romans], key=lambda fact: fact.start)


def percents_in(text: str, lexicon: Lexicon) -> list[Fact]:
    """Return where ``text`` says per cent."""
    return [Fact(frozenset({"%"}), found.start(), found.end()) for found in lexicon.percent_pattern.finditer(text)]


def _figures(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    for found in _FIGURE.finditer(text):
        values = _meanings(found.group(), lexicon.decimal)
        end, scale = _scale_behind(text, found.end(), lexicon)
        yield Fact(frozenset(value * scale for value in values), found.start(), end)


def _meanings(figure: str, decimal: str) -> set[Decimal]:
    """Return what a figure may mean, thousands and fraction being parted as its language does, or the other way."""
    bare = _CLEAN.sub("", figure)
    thousands = "," if decimal == "." else "."
    out = {Decimal(bare.replace(thousands, "").replace(decimal, "."))} if bare.count(decimal) <= 1 else set()
    if bare.count(thousands) <= 1 and (thousands in bare or bare.count(decimal) > 1):
        out.add(Decimal(bare.replace(decimal, "").replace(thousands, ".")))
    return out or {Decimal(bare.replace(",", "").replace(".", ""))}


def _scale_behind(text: str, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the end of a figure with the words that multiply it ("5 million"), and by how much."""
    if not lexicon.spaced:
        for written, value in sorted(lexicon.scales.items(), key=lambda pair: -len(pair[0])):
            if text.startswith(written, end):
                return end + len(written), value
        return end, 1
    word = regex.compile(r"[ \u00a0]?(\p{L}+)").match(text, end)
    form = looked_up("scales", word.group(1), lexicon) if word else None
    if word is None or form is None:
        return end, 1
    return word.end(), lexicon.scales[form]


def _in_words(text: str, lexicon: Lexicon) -> Iterator[Fact]:
    """Yield numbers in words; neighbours that make one number ("two hundred and five") are one."""
    run: list[tuple[Token, int, bool]] = []
    for token in tokens(text):
        number = _number_of(token.word, lexicon)
        if number is None:
            if run and token.word.casefold() in lexicon.joins:
                continue
            yield from _summed(run, lexicon)
            run = []
            continue
        if run and regex.search(r"[^\s\-‐‑]", _between(text, run[-1][0], token, lexicon)):
            yield from _summed(run, lexicon)
            run = []
        run.append((token, *number))
    yield from _summed(run, lexicon)


def _between(text: str, one: Token, other: Token, lexicon: Lexicon) -> str:
    between = text[one.end : other.start]
    for join in lexicon.joins:
        between = regex.sub(rf"(?<!\p{{L}}){join}(?!\p{{L}})", " ", between, flags=regex.IGNORECASE)
    return between


def _number_of(word: str, lexicon: Lexicon) -> tuple[int, bool] | None:
    """Return the number that a word means, and whether it is firm."""
    for name in ("numbers", "scales", "mild_numbers"):
        form = looked_up(name, word, lexicon)
        if form is not None:
            return getattr(lexicon, name)[form], name != "mild_numbers"
    return _together(word, lexicon)


def _together(word: str, lexicon: Lexicon) -> tuple[int, bool] | None:
    """Return the number of a word with an ending, or of tens and ones that are written as one word."""
    folded = word.casefold()
    for ending in lexicon.number_endings:
        if folded.endswith(ending) and (value := lexicon.numbers.get(folded[: -len(ending)])):
            return value, True
    for tens, value in lexicon.numbers.items():
        if value >= 20 and value % 10 == 0 and folded.startswith(tens) and folded != tens:
            ones = (
                lexicon.numbers.get(folded[len(tens) :]) or (_together(folded[len(tens) :], lexicon) or (0, False))[0]
            )
            if 0 < ones < 10:
                return value + ones, True
    return None


def _summed(run: list[tuple[Token, int, bool]], lexicon: Lexicon) -> Iterator[Fact]:
    """Yield one fact for each number that a run of number words makes."""
    scales = set(lexicon.scales.values())
    total, last, begin, firm = 0, 0, 0, False
    for index, (_token, value, is_firm) in enumerate(run):
        multiplies = (value in scales and 0 < total < value) or (value == 20 and last == 4 and lexicon.tag == "fr")
        adds = not multiplies and index and _adds(last, value, reversed_tens=bool(lexicon.prefixes))
        if index and not multiplies and not adds:
            yield _word_fact(run, begin, index, total, firm)
            total, begin, firm = 0, index, False
        total = total * value if multiplies else total + value
        last = total if multiplies else value
        firm = firm or is_firm
    if run:
        yield _word_fact(run, begin, len(run), total, firm)


def _adds(last: int, value: int, *, reversed_tens: bool) -> bool:
    """Whether a number word goes on the one before it: ones behind tens ("twenty-five"), in Arabic also before them."""
    return (value < last and last % 10 == 0) or (reversed_tens and last < 10 <= value < 100 and value % 10 == 0)


def _word_fact(run: list[tuple[Token, int, bool]], begin: int, end: int, total: int, firm: bool) -> Fact:
    return Fact(frozenset({Decimal(total)}), run[begin][0].start, run[end - 1][0].end, firm)


def _han(text: str) -> Iterator[Fact]:
    for found in _HAN.finditer(text):
        number = found["number"]
        if number in _NO_NUMBER or text[found.start() : found.start() + 2] in _NO_NUMBER:
            continue
        value = _han_value(number)
        firm = (len(number) > 1 or (found["unit"] is not None and value >= 2)) and not found["ordinal"]
        yield Fact(frozenset({Decimal(value)}), found.start("number"), found.end("number"), firm and len(number) > 0)


def _han_value(number: str) -> int:
    if all(char in _HAN_DIGITS for char in number):
        return int("".join(str(_HAN_DIGITS[char]) for char in number))
    total, section, digit = 0, 0, 0
    for char in number:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif _HAN_SCALES[char] >= 10_000:
            total, section, digit = total + (section + digit or 1) * _HAN_SCALES[char], 0, 0
        else:
            section, digit = section + (digit or 1) * _HAN_SCALES[char], 0
    return total + section + digit


def _roman(numeral: str) -> Decimal:
    values = [_ROMAN_VALUES[char] for char in numeral]
    return Decimal(sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True)))
