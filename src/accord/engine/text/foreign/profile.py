"""
What marks mean in the texts of one negotiation, where texts differ: braces, "bis", and brackets of other shapes.

Source: docs/reference/inspect.md, "Profile".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from accord.engine.said import say

Braces = Literal["", "note", "alternative", "title"]
Bis = Literal["", "insertion", "version"]

BRACKETS = ("［］", "【】", "〔〕", "⟦⟧", "⟨⟩", "<<>>")
"""What looks like brackets, an opening and a closing mark each; it is text unless the profile names it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """
    The conventions of one negotiation.

    Attributes:
        braces: what ``{x}`` is: a "note" or placeholder, an "alternative", a provisional "title"; "" is not known.
        bis: whether "2 bis" is an "insertion" behind paragraph 2 or an alternative "version" of it; "" is not known.
        brackets: which of :data:`BRACKETS` are read as ``[]``.

    Raises:
        ValueError: a value is none of these.
    """

    braces: Braces = ""
    bis: Bis = ""
    brackets: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _require("braces", self.braces, get_args(Braces))
        _require("bis", self.bis, get_args(Bis))
        for each in self.brackets:
            _require("brackets", each, BRACKETS)

    @property
    def marks(self) -> dict[str, bool]:
        """Every bracket of these texts, and whether it opens."""
        shapes = ["[]", *self.brackets, *(["{}"] if self.braces == "alternative" else [])]
        return {mark: opens for each in shapes for mark, opens in _halves(each)}


def _halves(shape: str) -> tuple[tuple[str, bool], tuple[str, bool]]:
    middle = len(shape) // 2
    return (shape[:middle], True), (shape[middle:], False)


def _require(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(
            say("{name}: {value!r} is none of {known}.", name=name, value=value, known=", ".join(filter(None, known)))
        )


PLAIN = Profile()
"""Nothing is known of the text's conventions."""
