"""
How OpenDocument names the forms of numbers, as :mod:`accord.formats.word.numerals` knows them.

Source: OpenDocument 1.3, part 3, 19.502 (style:num-format); the further forms are those that LibreOffice writes.
"""

from __future__ import annotations

_FORMS = {
    "": "none",
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "01, 02, 03, ...": "decimalZero",
    "1st": "ordinal",
    "One": "cardinalText",
    "First": "ordinalText",
    "①": "decimalEnclosedCircle",
    "一": "chineseCounting",
    "１": "decimalFullWidth",
    "أ": "arabicAlpha",
    "أ, ب, ج, ...": "arabicAbjad",
    "א": "hebrew2",
    "А": "russianUpper",
    "а": "russianLower",
}
"""By the whole name, or by the first of the numbers that it lists ("А, Б, .., Аа, Аб, ... (ru)")."""


def form_of(named: str) -> str:
    """Return a form by its name in OpenDocument; decimal digits where it is not known."""
    return _FORMS.get(named) or _FORMS.get(named.partition(",")[0].strip(), "decimal")
