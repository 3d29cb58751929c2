"""
The line that names who speaks: "The General Assembly,", "Генеральная Ассамблея,", "安全理事会，". Pure.

Such a line opens the sentence that a resolution is; it is no paragraph of the preamble, and nobody counts it.

Source: docs/reference/notation.md, "Labels".
"""

from __future__ import annotations

import regex

from accord.engine.text.tokens import words

LONGEST = 15
"""Words of a line that only names who speaks."""

_BODIES = (
    "assembly|councils?|conference|congress|committee|commission|board|meeting|part(?:y|ies)|states?|members?|governments?|ministers"
    "|heads|peoples?|assemblée|conseils?|conférence|congrès|comité|parties|états|membres|gouvernements|ministres|chefs|peuples"
    "|asamblea|consejos?|conferencia|congreso|comisión|partes|estados|miembros|gobiernos|ministros|jefes|pueblos"
)
_LATIN = (
    r"(?:(?:we|nous|nosotros),?\s+(?:the|les|los|las)?|the|la|le|les|el|los|las|l['’])\s*"
    rf"(?:[\w'’-]+\s+){{0,5}}?(?:{_BODIES})\b"
)
_RUSSIAN = (
    r"(?:мы,\s*)?(?:(?:\w+ая\s+)*(?:ассамблея|конференция|комиссия|группа)|(?:\w+[ыи]й\s+)*(?:совет|комитет|съезд|конгресс)"
    r"|(?:\w+[ыи]е(?:ся)?\s+)*(?:стороны|государства|участники|министры|главы|правительства|народы))\b"
)
_KAZAKH = r"(?:[\w-]+\s+){0,3}(?:ассамблея|кеңесі?|конференция|тараптар|мемлекеттер)(?=\s*,)"
_ARMENIAN = r"(?:[\w-]+\s+){0,3}(?:ասամբլեան|խորհուրդը|կողմերը|նախարարները)"
_ARABIC = r"إن\s+(?:الجمعية|مجلس|المجلس|المؤتمر|اللجنة|الدول|الأطراف)"
_SPEAKS = regex.compile("|".join(f"(?:{each})" for each in (_LATIN, _RUSSIAN, _KAZAKH, _ARMENIAN, _ARABIC)), regex.I)
_CHINESE = "大会|理事会|会议|委员会|缔约国|缔约方|成员国|各国|政府|外长|元首"
_SPEAKS_TERSE = regex.compile(rf"\p{{Han}}{{0,12}}(?:{_CHINESE})[,，]\s*\Z")
_DOES = regex.compile(r"\b(?!meeting\b|working\b|governing\b|contracting\b|standing\b)\w+ing\b", regex.I)
_COMMA = regex.compile(r"[,，،]\s*\Z")


def names_who_speaks(wording: str) -> bool:
    """Whether a paragraph is one line that ends with a comma and only names who speaks."""
    line = wording.strip()
    if "\n" in line or not _COMMA.search(line) or len(words(line)) > LONGEST:
        return False
    return bool(_SPEAKS_TERSE.match(line) or (_SPEAKS.match(line) and not _DOES.search(line)))
