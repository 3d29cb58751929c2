"""
Names of delegations in a row: "XAA/XBB", "XAA, XBB and Exampleland", "XAA14", "XAA, supported by XBB".

Every name is looked up in the meeting's table; what conversion did to a name (a footnote's number glued to it, a
doubled stroke) is seen through where the rest is in the table.

Source: docs/reference/inspect.md, "Holders".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.engine.text.foreign.roster import Roster

_SEPARATOR = re.compile(
    r"(\s*(?:,?\s*(?:also\s+)?(?:supported|joined|seconded)\s+by\b|,\s*with\s+support\s+(?:of|from)\b|/+|,\s*and\b|[,&+;]"
    r"|\b(?:and|и|et|при\s+поддержке)\b)\s*)"
)
_ARTICLE = re.compile(r"(?:the\s+)?(?:delegations?\s+of\s+(?:the\s+)?)?|делегаци[ия]\s+", re.IGNORECASE)
_BEHALF = re.compile(
    r".*?[\s(](?:on\s+behalf\s+of|speaking\s+for|от\s+имени|au\s+nom\s+d[eu]|en\s+nombre\s+del?)\s+(?P<whom>[^()]+?)\)?\s*",
    re.IGNORECASE | re.DOTALL,
)
_FOOTNOTE = re.compile(r"\s?(?:\d{1,3}|[¹²³⁰-⁹]{1,3}|\*{1,3})\Z")
_CODE_LIKE = re.compile(r"[^\W\d_][^\W_]{1,11}")
_MOST_PARTS = 60


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
    parts = _SEPARATOR.split((behalf["whom"] if behalf else row).strip())
    found: list[tuple[str, str, str]] = []
    at = 0
    while at < len(parts):
        name, code, at = _longest(parts, at, roster)
        if name:
            found.append((name, *code))
    codes = dict.fromkeys(code for _, code, _ in found if code)
    doubled = ["//"] if any("//" in part for part in parts[1::2]) and codes else []
    damaged = [*(name for name, _, harm in found if harm), *doubled]
    return Names(tuple(codes), tuple(name for name, code, _ in found if not code), tuple(damaged))


def looks_like_a_code(name: str) -> bool:
    """Whether ``name`` has the look of a code: capitals and digits, two to twelve, in whatever script."""
    return bool(_CODE_LIKE.fullmatch(name)) and name.isupper()


def _longest(parts: list[str], at: int, roster: Roster) -> tuple[str, tuple[str, str], int]:
    """Return the longest name of the table that begins at a part, or that part; its code and damage; where to go on."""
    if len(parts) <= _MOST_PARTS and roster.has_compound_names:
        for end in range(len(parts), at + 1, -2):
            name = "".join(parts[at:end]).strip()
            if code := roster.code(name):
                return name, (code, ""), end + 1
    name = parts[at].strip(" \t\n\u00a0-–")
    return name, _code(name, roster), at + 2


def _without_article(name: str) -> str:
    match = _ARTICLE.match(name)
    return name[match.end() :] if match else name


def _code(name: str, roster: Roster) -> tuple[str, str]:
    """Return the code of a name, and the name itself where it had to be mended."""
    if code := roster.code(name) or roster.code(_without_article(name)):
        return code, ""
    mended = roster.code(_FOOTNOTE.sub("", name).strip())
    return (mended, name) if mended else ("", "")
