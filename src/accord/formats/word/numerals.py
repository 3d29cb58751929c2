"""
Numbers as Word prints them before a paragraph: 4 is "4", "iv", "D", "г" or "四".

Source: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 32_767
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHINESE = "〇一二三四五六七八九"
_CHICAGO = "*†‡§"
_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS |= {"twelve": "twelfth"}


def numeral(number: int, form: str) -> str:
    """Return a number, from 0, in one of Word's forms; in decimal digits where the form is not known."""
    written = _FORMS.get(form)
    return written(number) if written and number > 0 else _DIGITS.get(form, str)(number)


def _roman(number: int) -> str:
    if number > _MOST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _repeated(letters: str) -> Callable[[int], str]:
    """Return the form a … z, aa, bb …; a number that would take more than 100 letters stays in digits."""

    def written(number: int) -> str:
        times, place = divmod(number - 1, len(letters))
        return letters[place] * (times + 1) if times < 100 else str(number)

    return written


def _chinese(number: int) -> str:
    """Return 1 to 99 as they are counted (十二), others digit by digit."""
    tens, ones = divmod(number, 10)
    if not 10 <= number < 100:
        return "".join(_CHINESE[int(digit)] for digit in str(number))
    return (_CHINESE[tens] if tens > 1 else "") + "十" + (_CHINESE[ones] if ones else "")


def _cardinal(number: int) -> str:
    if number >= 100:
        return str(number)
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def _ordinal_word(number: int) -> str:
    head, dash, last = _cardinal(number).rpartition("-")
    if last.isdigit():
        return _ordinal(number)
    return head + dash + (_ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th"))


def _ordinal(number: int) -> str:
    teens = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _capital(written: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: written(number).upper()


def _first_capital(written: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: written(number).capitalize()


_DIGITS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "none": "".format,
}
_FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": _capital(_roman),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _capital(_repeated(_LATIN)),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _capital(_repeated(_RUSSIAN)),
    "hebrew2": _repeated(_HEBREW),
    "arabicAlpha": _repeated(_ARABIC),
    "arabicAbjad": _repeated(_ABJAD),
    "chicago": _repeated(_CHICAGO),
    "ordinal": _ordinal,
    "cardinalText": _first_capital(_cardinal),
    "ordinalText": _first_capital(_ordinal_word),
    "decimalEnclosedCircle": lambda number: chr(0x245F + number) if number <= 20 else str(number),
    "decimalEnclosedParen": lambda number: chr(0x2473 + number) if number <= 20 else str(number),
    "decimalEnclosedFullstop": lambda number: chr(0x2487 + number) if number <= 20 else str(number),
    "decimalFullWidth": lambda number: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "ideographDigital", "japaneseCounting"),
        _chinese,
    ),
}
