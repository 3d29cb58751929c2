"""
Which number a foreign paragraph carries, and where that says it belongs.

"bis" stands behind its number, "alt" against it, an option beside the options of its head. Labels stay in the wording;
"2 alt." that follows "2." becomes another wording of it, one choice.

Source: docs/reference/import.md, "Labels".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from accord.engine.text.foreign.labels import labels_in
from accord.engine.text.foreign.profile import PLAIN, Profile
from accord.engine.text.model import Alternative, Block, Choice, Inline, Status
from accord.engine.text.projecting import leading

Relation = Literal["", "after", "replaces", "version", "option"]
_RELATIONS: dict[str, Relation] = {"none": "", "after": "after", "replaces": "replaces", "version": "replaces"}

_OPENING = re.compile(r"[\s\[({*_>“\"]*")
_OPTION = re.compile(r"(?:Option|Вариант)\s*\(?[\w.]{1,5}\)?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Article|Rule|Статья|Artículo)\s+\d{1,4}(?:\s?(?:bis|ter|quater))?", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?:PP|OP)?\)?\s?\d{1,3}(?:\.\d{1,3})*(?=[.)\s])|\([a-z]{1,4}\)")


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where a paragraph comes from.

    Attributes:
        block: its id. line: its first line in the source, from 1.
        label: as the source has it, without marks around; "" for none.
        relation: "after" (bis), "replaces" (alt, and bis where the profile says so), "option", or "".
        of: id of the paragraph to which it relates; "" where the source has none before it.
    """

    block: str
    line: int
    label: str = ""
    relation: Relation = ""
    of: str = ""


def origin_of(block: Block, line: int, before: Sequence[Origin], profile: Profile = PLAIN) -> Origin:
    """Return the origin of a block that follows those whose origins are ``before``."""
    wording = leading(block)
    opening = _OPENING.match(wording)
    at = opening.end() if opening else 0
    special = next(labels_in(wording[:120], profile), None)
    if special is not None and special.start <= at + 4:
        label = f"{special.kind}{special.number} {special.suffix}".strip()
        relation = _RELATIONS[special.relation]
        of = _labelled(f"{special.kind}{special.number}", before) if relation else ""
        return Origin(block.id, line, label, relation, of)
    if option := _OPTION.match(wording, at):
        return Origin(block.id, line, " ".join(option[0].split()), "option", _head(before))
    found = _ARTICLE.match(wording, at) or _NUMBER.match(wording, at)
    return Origin(block.id, line, " ".join(found[0].split()) if found else "")


def _labelled(label: str, before: Sequence[Origin]) -> str:
    return next((each.block for each in reversed(before[-40:]) if each.label == label), "")


def _head(before: Sequence[Origin]) -> str:
    """Return the paragraph that the options stand under: the last one before them that is none."""
    return next((each.block for each in reversed(before[-40:]) if each.relation != "option"), "")


def joined_with(block: Block, alternative: Block) -> Block | None:
    """Return ``block`` with another wording of it beside its own; None where one of them is agreed."""
    if any(each.status != Status() for each in (block, alternative)):
        return None
    notes = (*block.notes, *alternative.notes)
    return replace(block, inlines=(Choice("", tuple(_side_by_side(block.inlines, alternative.inlines))),), notes=notes)


def _side_by_side(inlines: tuple[Inline, ...], other: tuple[Inline, ...]) -> Iterator[Alternative]:
    """Yield the alternatives that a paragraph is already, or the one that it then is, and the other one; null last."""
    (first, *rest) = inlines
    known = first.alternatives if not rest and isinstance(first, Choice) else (Alternative((), inlines),)
    null = [each for each in known[1:] if each.is_null]
    yield from (each for each in known if each not in null)
    yield from _opposing(other)
    yield from null


def _opposing(inlines: tuple[Inline, ...]) -> Iterator[Alternative]:
    (first, *rest) = inlines
    if rest or not isinstance(first, Choice):
        yield Alternative((), inlines)
        return
    yield from (each for each in first.alternatives if not each.is_null)
