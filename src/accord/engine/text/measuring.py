"""How far a text has come. Never the raw count of brackets alone. Source: docs/reference/negotiation.md."""

from __future__ import annotations

from dataclasses import dataclass

from accord.engine.text.model import Choice, Inline, Text, choices
from accord.engine.text.tokens import words


@dataclass(frozen=True, slots=True)
class Measures:
    """
    Attributes:
        blocks, agreed: paragraphs in all, and those agreed ad referendum.
        choices: open choices, inner ones counted too.
        reservations: open reservations.
        open_words: share of words that stand in open choices, 0 to 1.
    """

    blocks: int
    agreed: int
    choices: int
    reservations: int
    open_words: float


def measures(text: Text) -> Measures:
    """Return the measures of ``text``."""
    common = sum(len(words(item)) for block in text.blocks for item in block.inlines if isinstance(item, str))
    disputed = sum(_words(item) for block in text.blocks for item in block.inlines if isinstance(item, Choice))
    return Measures(
        blocks=len(text.blocks),
        agreed=sum(block.status.state == "agreed" for block in text.blocks),
        choices=sum(1 for _ in choices(text)),
        reservations=sum(note.kind == "reserve" for block in text.blocks for note in block.notes),
        open_words=disputed / (common + disputed) if common + disputed else 0.0,
    )


def _words(inline: Inline) -> int:
    if isinstance(inline, str):
        return len(words(inline))
    return sum(_words(item) for alternative in inline.alternatives for item in alternative.inlines)
