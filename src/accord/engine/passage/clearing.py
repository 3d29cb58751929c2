"""National clearance: who has cleared a document, who has remarks, who objects, and who has not spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clearing:
    """Codes of members by what they said, in the order in which they were asked."""

    cleared: tuple[str, ...]
    remarks: tuple[str, ...]
    objecting: tuple[str, ...]
    awaited: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether everybody who was asked has cleared it. Who has not spoken has not cleared it."""
        return not (self.remarks or self.objecting or self.awaited)


def clearing(said: Mapping[str, str]) -> Clearing:
    """
    Return how a clearance stands.

    Args:
        said: code of each member that was asked → "asked" | "cleared" | "comment" | "objects".
    """
    by_word = {word: tuple(code for code, each in said.items() if each == word) for word in set(said.values())}
    return Clearing(*(by_word.get(word, ()) for word in ("cleared", "comment", "objects", "asked")))
