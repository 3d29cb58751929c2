"""
The meeting's table: which names stand for which delegation or group.

Source: docs/reference/inspect.md, "Holders".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХІЈЅЗаеорсухіјѕ", "ABEKMHOPCTYXIJS3aeopcyxijs")
_LONG = 4
"""Names from this length on are known whatever their capitals: "european union", but not "us" for "US"."""
_VERY_NEAR, _MOST_SLIPS = 0.8, 1000
"""How alike a slip and a name are at least (1.0: the same), and for how many words that is looked at."""
_COMPOUND = re.compile(r"\s(?:and|и|et)\s|[,/&+]")


@dataclass(frozen=True, slots=True)
class Roster:
    """
    The names that may hold wording.

    Attributes:
        names: every code and alias (in any script), with the code that it stands for. Groups stand for themselves.
        groups: the members' codes of each group.
    """

    names: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _plain: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _beginnings: frozenset[str] = field(init=False, repr=False, compare=False)
    _near: dict[str, str] = field(init=False, repr=False, compare=False, default_factory=dict)
    has_compound_names: bool = field(init=False, repr=False, compare=False)
    """Whether some name holds what parts names elsewhere, such as "and"."""

    def __post_init__(self) -> None:
        plain = {folded(name): code for name, code in self.names.items()}
        object.__setattr__(self, "_plain", plain)
        beginnings = frozenset(name.split()[0].rstrip(".").casefold() for name in self.names if name.strip())
        object.__setattr__(self, "_beginnings", beginnings)
        object.__setattr__(self, "has_compound_names", any(map(_COMPOUND.search, self.names)))

    @classmethod
    def of(
        cls,
        delegations: Mapping[str, Sequence[str]] | Sequence[str],
        groups: Mapping[str, Sequence[str]] | None = None,
    ) -> Roster:
        """
        Return a roster.

        Args:
            delegations: codes, or a mapping of each code to its aliases.
            groups: mapping of a group's name to its members' codes.
        """
        aliases = delegations if isinstance(delegations, Mapping) else dict.fromkeys(delegations, ())
        names = {name: code for code, others in aliases.items() for name in (code, *others)}
        names |= {name: name for name in groups or {}}
        return cls(names, {name: tuple(members) for name, members in (groups or {}).items()})

    def code(self, name: str) -> str:
        """Return the code that ``name`` stands for; "" when it is not in the table."""
        return self.names.get(name) or self._plain.get(folded(name), "")

    def begins_with(self, word: str) -> bool:
        """Whether some name of the table begins with ``word``, whatever its capitals."""
        return word.rstrip(".").casefold() in self._beginnings

    def near(self, name: str) -> str:
        """Return the name of the table that ``name`` is most likely a slip for; "" where none is very near."""
        if name not in self._near:
            if len(self._near) >= _MOST_SLIPS:
                return ""
            self._near[name] = next(iter(get_close_matches(name[:40], self.names, n=1, cutoff=_VERY_NEAR)), "")
        return self._near[name]

    def like(self, name: str) -> Iterator[str]:
        """Yield the names of the table that ``name`` may have been meant for, the likeliest first."""
        plain = name.translate(_LOOK_ALIKE)
        if plain != name and plain in self.names:
            yield plain
        near = get_close_matches(plain[:40], self.names, n=3, cutoff=0.6)
        yield from (each for each in near if each not in (name, plain) or plain == name != each)


def folded(name: str) -> str:
    """Return a name without what tells nothing: kinds of spaces, dots, and in longer names capitals."""
    plain = " ".join(unicodedata.normalize("NFC", name).replace(".", "").replace("’", "'").split())
    return plain.casefold() if len(plain) >= _LONG and not (plain.isupper() and plain.isalnum()) else plain


def roster_of_header(text: str) -> Roster:
    """Return the roster that the header of a text in our own notation names."""
    fields: dict[str, str] = {}
    for line in text[: max(text.find("\n\n"), 0) or None].split("\n"):
        name, _, value = line.partition(" ")
        fields.setdefault(name, value)
    pairs = (entry.partition(" = ") for entry in fields.get("%groups", "").split("; ") if entry)
    groups = {name: members.split(", ") for name, _, members in pairs}
    codes = [code for code in (*fields.get("%delegations", "").split(", "), fields.get("%base", ""), "CHAIR") if code]
    return Roster.of(codes, groups)
