"""One delegation's text, or the base, out of the compiled one: the proof that nothing was lost."""

from __future__ import annotations

from collections.abc import Mapping

from accord.engine.text.errors import UnknownCode
from accord.engine.text.model import CHAIR, Block, Choice, Inline, Text
from accord.engine.text.splitting import dress, join

Picks = Mapping[str, int | str]
"""Choice id → what to take there, whatever the holder: the index of an alternative, or other wording."""


def project(text: Text, code: str | None) -> str:
    """
    Return the document that ``code`` handed in, character for character; None gives the base.

    A delegation that holds nothing gets the base: silence is no position.

    Raises:
        UnknownCode: the code is not in the roster, and is neither the base's own nor the chair's.

    Source: DESIGN law 1 (docs/explanation/laws.md).
    """
    if code is not None and code not in (*text.delegations, text.base, CHAIR):
        raise UnknownCode(f"{code} is not in the roster of this text ({', '.join(text.delegations) or 'empty'}).")
    paragraphs = [wording for block in text.blocks if (wording := project_block(block, code))]
    return dress(join(paragraphs), _envelope(text, code))


def _envelope(text: Text, code: str | None) -> tuple[str, ...]:
    known = dict(text.envelopes)
    return known.get(code, known.get("", ())) if code else known.get("", ())


def project_block(block: Block, code: str | None, picks: Picks | None = None) -> str:
    """Return the wording of one block as ``code`` (None: the base) has it; "" where it has no such block."""
    return wording_of(block.inlines, code, picks or {})


def wording_of(inlines: tuple[Inline, ...], code: str | None, picks: Picks) -> str:
    """Return the wording of ``inlines`` with every choice resolved for ``code``, or as ``picks`` says."""
    return "".join(item if isinstance(item, str) else _taken(item, code, picks) for item in inlines)


def _taken(choice: Choice, code: str | None, picks: Picks) -> str:
    pick = picks.get(choice.id, held(choice, code) or 0)
    return pick if isinstance(pick, str) else wording_of(choice.alternatives[pick].inlines, code, picks)


def held(choice: Choice, code: str | None) -> int | None:
    """Return the index of the alternative that ``code`` holds, or None: no position."""
    for index, alternative in enumerate(choice.alternatives):
        if code in alternative.holders:
            return index
    return None
