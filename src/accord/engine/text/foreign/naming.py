"""
Names of delegations in a row: "XAA/XBB", "XAA, XBB and Exampleland", "XAA14", "XAA, supported by XBB".

Every name is looked up in the meeting's table; what conversion did to a name (a footnote's number glued to it, a
doubled stroke) is seen through where the rest is in the table.

Source: docs/reference/inspect.md, "Holders".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from accord.engine.text.foreign.roster import Roster

_SEPARATOR = re.compile(
    r"(\s*(?:,?\s*(?:also\s+)?(?:supported|joined|seconded)\s+by\b|,\s*with\s+support\s+(?:of|from)\b|/+|,\s*and\b|[,&+;،、，；]"
    r"|\b(?:and|и|et|при\s+поддержке)\b)\s*)"
)
ARTICLE = (
    r"(?:the\s+)?(?:delegations?\s+of\s+(?:the\s+)?)?(?:l(?:a|e|es|os|as)\s+|el\s+|l['’])?"
    r"(?:d[ée]l[ée]gations?\s+d(?:es?\s+|u\s+|['’])(?:la\s+|l['’])?|delegaci[óo]n\s+del?\s+(?:la\s+)?)?"
)
"""What may stand before a name and is no part of it."""

_ARTICLE = re.compile(ARTICLE, re.IGNORECASE)
_OF_RUSSIAN = re.compile(r"(?:делегаци[ияей]+|предложени[еяй]+)\s+", re.IGNORECASE)
_GENITIVE = (("ии", "ия"), ("ой", "ая"), ("ы", "а"), ("и", "а"), ("а", ""), ("я", "й"), ("я", "ь"))
"""How a Russian name ends in the genitive, and how by itself."""

_MEMBERS = re.compile(
    r"(?:(?:its|their)\s+members?(?:\s+states?)?|(?:ses|leurs)\s+états\s+membres|sus\s+estados\s+miembros"
    r"|е[её]\s+государства-члены)",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"(?P<who>.*?),?[\s(](?:on\s+behalf\s+of|speaking\s+for|от\s+имени|au\s+nom\s+d[eu]|en\s+nombre\s+del?)\s+(?P<whom>[^()]+?)\)?\s*",
    re.IGNORECASE | re.DOTALL,
)
_FOOTNOTE = re.compile(r"\s?(?:\d{1,3}|[¹²³⁰-⁹]{1,3}|\*{1,3})\Z")
_CODE_LIKE = re.compile(r"[^\W\d_][^\W_]{1,11}")
_MOST_PARTS = 60
_LONGEST, _MOST_WORDS, _MOST_DECLINED = 48, 5, 3
_SMALL_WORDS = frozenset(["the", "of", "and", "de", "la", "el", "du", "des", "del", "los", "las", "et", "y", "и"])


@dataclass(frozen=True, slots=True)
class Names:
    """
    What a row of names says.

    Attributes:
        codes: of the table, in the order of the text, each once.
        unknown: names that the table does not have.
        damaged: names as the text has them that were read in spite of some damage.
    """

    codes: tuple[str, ...]
    unknown: tuple[str, ...]
    damaged: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether there are names, and all of them are in the table."""
        return bool(self.codes) and not self.unknown


def names_in(row: str, roster: Roster) -> Names:
    """
    Return the names in ``row``; one with a separator in it ("Trinidad and Tobago") is one where the table has it, and
    who speaks on behalf of a group names the group.
    """
    behalf = _BEHALF.fullmatch(row)
    if behalf:
        is_its_own = _MEMBERS.fullmatch(behalf["whom"])
        return _names_in(behalf["who"] if is_its_own else behalf["whom"], roster)
    return _names_in(row, roster)


def _names_in(row: str, roster: Roster) -> Names:
    genitive = _OF_RUSSIAN.match(row.strip())
    parts = _SEPARATOR.split(row.strip()[genitive.end() if genitive else 0 :])
    found: list[tuple[str, str, str]] = []
    at = 0
    while at < len(parts):
        name, code, at = _longest(parts, at, roster)
        if genitive and not code[0]:
            code = (_declined(name, roster), "")
        if name and not (found and _MEMBERS.fullmatch(name)):
            found.append((name, *code))
    codes = dict.fromkeys(code for _, code, _ in found if code)
    doubled = ["//"] if any("//" in part for part in parts[1::2]) and codes else []
    damaged = [*(name for name, _, harm in found if harm), *doubled]
    return Names(tuple(codes), tuple(name for name, code, _ in found if not code), tuple(damaged))


def looks_like_a_code(name: str) -> bool:
    """Whether ``name`` has the look of a code: capitals and digits, two to twelve, in whatever script."""
    return bool(_CODE_LIKE.fullmatch(name)) and name.isupper()


def looks_like_a_name(name: str) -> bool:
    """Whether ``name`` has the look of a name: a few words, each with a capital, of whatever script."""
    words = [word for word in name.split() if word.casefold() not in _SMALL_WORDS]
    return bool(words) and len(name) <= _LONGEST and len(words) <= _MOST_WORDS and all(map(_begins_like_a_name, words))


def _begins_like_a_name(word: str) -> bool:
    first = word.lstrip("('’«“")[:1]
    return first.isalpha() and not first.islower()


def _longest(parts: list[str], at: int, roster: Roster) -> tuple[str, tuple[str, str], int]:
    """Return the longest name of the table that begins at a part, or that part; its code and damage; where to go on."""
    if len(parts) <= _MOST_PARTS and roster.has_compound_names:
        for end in range(len(parts), at + 1, -2):
            name = "".join(parts[at:end]).strip()
            if code := roster.code(name):
                return name, (code, ""), end + 1
    name = parts[at].strip(" \t\n\u00a0-–")
    return name, _code(name, roster), at + 2


def _declined(name: str, roster: Roster) -> str:
    """Return the code of a Russian name in the genitive, as behind "делегация" or "предложение"; "" for none."""
    words = _OF_RUSSIAN.sub("", name, count=1).split()
    if len(words) > _MOST_DECLINED:
        return ""
    known = (roster.code(" ".join(each)) for each in product(*map(_nominatives, words)))
    return next(filter(None, known), "")


def _nominatives(word: str) -> list[str]:
    return [word, *(word.removesuffix(end) + other for end, other in _GENITIVE if word.endswith(end))]


def _without_article(name: str) -> str:
    match = _ARTICLE.match(name)
    return name[match.end() :] if match else name


def _code(name: str, roster: Roster) -> tuple[str, str]:
    """Return the code of a name, and the name itself where it had to be mended."""
    if code := roster.code(name) or roster.code(_without_article(name)):
        return code, ""
    mended = roster.code(_FOOTNOTE.sub("", name).strip())
    return (mended, name) if mended else ("", "")
