"""
Language versions in step: the hash that a wording is made from, and how it stands today. Pure: no database.

Source: docs/reference/languages.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from accord.engine import text as engine
from accord.engine.text.wording import negotiated

Inlines = tuple[engine.Inline, ...]


class BracketsDiffer(engine.TextError):
    """The wording has not the choices of the paragraph that it is made from."""


def source_hash(inlines: Sequence[engine.Inline]) -> str:
    """Return the SHA-256 of a paragraph's words and choices, without who holds them, in 64 hexadecimal digits."""
    plain = json.dumps(_plain(inlines), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def _plain(inlines: Sequence[engine.Inline]) -> list[Any]:
    return [each if isinstance(each, str) else [_plain(one.inlines) for one in each.alternatives] for each in inlines]


def inlines_of(wording: str, roster: Sequence[str]) -> Inlines:
    """
    Return the wording of one paragraph, written in notation, as the engine knows it.

    Raises:
        engine.TextError: it is empty, more than one paragraph, carries a status or a note, or is no notation.
    """
    plain = negotiated(wording).strip()
    if not plain:
        raise engine.NothingToDo(_("The wording is empty."))
    header = f"%accord 1\n%base\n%delegations {', '.join(roster)}".rstrip()
    blocks = engine.parse(f"{header}\n\n{plain}\n").blocks
    if len(blocks) != 1 or blocks[0].status != engine.Status() or blocks[0].notes:
        raise engine.NothingToDo(_("Write one paragraph, without a blank line, a status or a note."))
    return blocks[0].inlines


def same_nesting(one: Sequence[engine.Inline], other: Sequence[engine.Inline]) -> bool:
    """Whether two wordings have the same choices: as many, with as many alternatives, nested alike."""
    return _nesting(one) == _nesting(other)


def _nesting(inlines: Sequence[engine.Inline]) -> list[Any]:
    choices = [each for each in inlines if not isinstance(each, str)]
    return [[(one.is_null, _nesting(one.inlines)) for one in each.alternatives] for each in choices]


def require_brackets(wording: str, source: Sequence[engine.Inline], roster: Sequence[str]) -> Inlines:
    """
    Return a wording as the engine knows it.

    Raises:
        BracketsDiffer: it has not the choices of ``source``; engine.TextError: it cannot be used.
    """
    inlines = inlines_of(wording, roster)
    if not same_nesting(inlines, source):
        raise BracketsDiffer(
            _("The brackets are not those of the paragraph. Write as many, nested alike: %s")
            % engine.render_inlines(source)
        )
    return inlines


def held_as(inlines: Inlines, source: Inlines) -> Inlines:
    """Return a wording with the holders of ``source``, whose choices are nested alike."""
    theirs = iter(each for each in source if not isinstance(each, str))
    return tuple(each if isinstance(each, str) else _choice(each, next(theirs)) for each in inlines)


def _choice(choice: engine.Choice, source: engine.Choice) -> engine.Choice:
    pairs = zip(choice.alternatives, source.alternatives, strict=True)
    mine = (replace(one, holders=other.holders, inlines=held_as(one.inlines, other.inlines)) for one, other in pairs)
    return replace(choice, alternatives=tuple(mine))
