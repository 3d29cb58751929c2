"""
Characters that only their font explains: the fonts Symbol and Wingdings, which Word uses for bullets, ticks and Greek.

Source: Unicode Consortium, Mappings/VENDORS/ADOBE/symbol.txt; the glyphs of Wingdings as their names say.
"""

from __future__ import annotations

_PRIVATE = 0xF000
"""Fonts without Unicode have their characters at U+F020 to U+F0FF."""

_SYMBOL_ROWS = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "\uf8e5αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA1: "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    0xE0: "◊〈®©™∑",
    0xF1: "〉∫",
}
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒",
    0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪",
    0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {
    "symbol": {first + at: char for first, row in _SYMBOL_ROWS.items() for at, char in enumerate(row)},
    "wingdings": _WINGDINGS,
}


def is_symbol_font(font: str) -> bool:
    """Whether the letters of a font are none: Symbol, Wingdings, Webdings and their like."""
    return font.lower().startswith(("symbol", "wingdings", "webdings", "marlett", "zapfdingbats"))


def symbol(code: int, font: str) -> str:
    """Return the character that a code of a font stands for; "" where it is not known."""
    return _FONTS.get(font.lower(), {}).get(code - _PRIVATE if code >= _PRIVATE else code, "")


def symbols(wording: str, font: str) -> str:
    """Return wording in the font with what is known replaced."""
    return "".join(symbol(ord(char), font) or char for char in wording) if is_symbol_font(font) else wording
