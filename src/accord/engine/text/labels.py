"""
What is printed before a paragraph: PP3, OP2 bis, 4. Labels are computed and printed, never stored; blocks have ids.

Where paragraphs carry numbers of their own, these stand. Otherwise preambular paragraphs (ending with a comma, before
the first operative one) are PP1, PP2, … and operative ones OP1, …; a text without preamble is numbered 1, 2, …. A
paragraph that only some delegations want is counted as bis, ter, … of the one before it. A line before them that only
names who speaks ("The General Assembly,") is not counted and has no label.

Source: docs/reference/notation.md, "Labels".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accord.engine.text.model import Block, Text, choices_in
from accord.engine.text.projecting import leading, project_block
from accord.engine.text.speaking import names_who_speaks
from accord.engine.text.tokens import words

_SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_OWN = re.compile(r"\s*((?:\(?(?:PP|OP|Pp|Op)\)?\s?\d+|\d+(?:\.\d+)*)[.)]?(?:\s?(?:bis|ter|quater|alt))?\.?)(?=\s)")
_SENTENCE_END = re.compile(r"[.,;:!?…。،؛。；，：՝։][\"”»’)]*\s*(?:and|и|et|y|және)?\s*\Z")


def labels(text: Text) -> tuple[str, ...]:
    """Return one label for each block, "" for a heading and for the line that names who speaks."""
    wordings = [leading(block) for block in text.blocks]
    new = [not project_block(block, None) for block in text.blocks]
    return tuple(_labelled(wordings, new, _preambular(wordings)))


def is_heading(block: Block) -> bool:
    """Whether a block is a heading: at most fifteen words in one line, without a mark at its end, not in dispute."""
    return _looks_like_heading(leading(block)) and not any(True for _ in choices_in(block))


def _labelled(wordings: Sequence[str], new: Sequence[bool], preambular: int) -> Iterator[str]:
    counts = {"PP": 0, "OP": 0, "": 0}
    last, repeated = "", 0
    for index, wording in enumerate(wordings):
        own = _OWN.match(wording)
        if new[index] and last:
            yield f"{last} {_SUFFIXES[min(repeated, len(_SUFFIXES) - 1)]}"
            repeated += 1
            continue
        if not own and not new[index] and _is_not_counted(wording, before=not counts["PP"] and index < preambular):
            yield ""
            continue
        kind = "" if not preambular else "PP" if index < preambular else "OP"
        counts[kind] += 1
        last, repeated = own.group(1).strip() if own else f"{kind}{counts[kind]}", 0
        yield last


def _is_not_counted(wording: str, *, before: bool) -> bool:
    return _looks_like_heading(wording) or (before and names_who_speaks(wording))


def _looks_like_heading(wording: str) -> bool:
    if not 0 < len(words(wording)) <= 15 or "\n" in wording:
        return False
    return not _SENTENCE_END.search(wording)


def _preambular(wordings: Sequence[str]) -> int:
    """Return how many blocks at the beginning are before the operative part; 0 where there is no preamble."""
    ends = [wording.rstrip()[-1:] for wording in wordings]
    commas = [index for index, end in enumerate(ends) if end in (",", "،", "，")]
    operative = next((index for index, end in enumerate(ends) if end in (";", ".", "；", "。", "؛")), len(ends))
    before = [index for index in commas if index < operative]
    return before[-1] + 1 if before else 0
