"""
The canonical notation: how a negotiated text is written down so that it reads well and parses back exactly.

Source: docs/reference/notation.md. The reverse is :mod:`accord.engine.text.parsing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from accord.engine.text.model import Alternative, Block, Choice, Inline, Move, Status, Text
from accord.engine.text.projecting import leading
from accord.engine.text.spacing import STAYS, outside
from accord.engine.text.splitting import BREAK, EXACT
from accord.engine.text.tokens import is_word, tokenise

VERSION_LINE = "%accord 1"
NO_TEXT = "no text"
PART = "\\|"
"""Prints nothing: parts two neighbouring choices, or wording that would read as a mark of the notation."""

CODE = r"[A-Z][A-Z0-9]{1,11}"
HOLDERS = rf"{CODE}(?:, {CODE})*"
STATUS = rf"(agreed ad ref|reopened)(?: in ([^;\]]+))?(?:; pending ({HOLDERS}))?"
STANCE = rf"({CODE}) (reserve|note): "
NUMBER = rf"({HOLDERS}) number: ([^\[\]\\;\n]+(?:; [^\[\]\\;\n]+)*)"
MOVE = rf"({HOLDERS}) move: (?:after b(\d+)(?: “[^\[\]\\“”\n]*”)?|to the beginning)"

_LIKE_A_MARK = re.compile(rf"{HOLDERS}: |{STANCE}|{HOLDERS} (?:move|number): |agreed ad ref|reopened|{NO_TEXT}\Z")
_ESCAPED = {"\\": "\\\\", "[": "\\[", "]": "\\]", "\r": "\\r", EXACT: "\\z", STAYS: "\\s", "\n": "\\n", BREAK: "\\p"}
_TO_ESCAPE = re.compile(r"(?<!\n)\n\n(?!\n)|[\\\[\]\r\x00\x01]|\A\n|\n\Z|(?<=\n)\n|\n(?=\n)")
_LINE_START = re.compile(r"^%", re.MULTILINE)
_SPACE_AT_LINE_END = re.compile(r" (?=\n|\Z)")
_NO_HINT = re.compile(r"[\[\]\\“”\x00-\x1f]")
_HINT = 6
"""How many words of the paragraph behind which another one is moved are printed, for those who read."""


def render(text: Text) -> str:
    """Return ``text`` in notation; ``parse`` gives an equal text back (ids count from b1 again)."""
    behind = places(text)
    body = "\n\n".join(_LINE_START.sub(r"\\%", render_block(block, behind)) for block in text.blocks)
    return "\n".join(_header(text)) + (f"\n\n{body}\n" if body else "\n")


def render_block(block: Block, behind: Mapping[str, str] | None = None) -> str:
    """
    Return one block in notation, with its status, moves and notes behind it.

    Args:
        behind: :func:`places` of the text; without it a move names the id of the block behind which it goes.
    """
    wording = _SPACE_AT_LINE_END.sub(r"\\s", render_inlines(block.inlines))
    return " ".join([wording, *_marks(block, behind or {})])


def places(text: Text) -> dict[str, str]:
    """Return for each block that another one is moved behind how a move names it: its number and first words."""
    named = {move.after for block in text.blocks for move in block.moves}
    numbered = ((number, block) for number, block in enumerate(text.blocks, 1) if block.id in named)
    return {block.id: f"b{number} “{first_words(leading(block))}”" for number, block in numbered}


def first_words(wording: str) -> str:
    """Return the first words of a paragraph, six at most, without what the notation reads as its own."""
    tokens = tokenise(wording.strip()[:400])
    counts = accumulate(map(is_word, tokens))
    kept = "".join(token for token, count in zip(tokens, counts, strict=True) if count <= _HINT)
    return " ".join(_NO_HINT.sub(" ", kept).split())


def render_inlines(inlines: Sequence[Inline]) -> str:
    """Return wording and choices in notation, without what only a whole block needs."""
    return "".join(_pieces(outside(inlines)))


def render_alternative(alternative: Alternative) -> str:
    """Return one alternative in notation, without its brackets and holders; "no text" where it is null."""
    return "".join(_pieces(alternative.inlines)) or NO_TEXT


def printed(choice: Choice) -> tuple[Alternative, ...]:
    """Return the alternatives that are printed: a "no text" that follows from a lone bracket is not."""
    first, *others = choice.alternatives
    if first.is_null and not first.holders and len(others) == 1 and others[0].holders:
        return tuple(others)
    if not first.holders and len(others) == 1 and others[0].is_null and not others[0].holders:
        return (first,)
    return choice.alternatives


def _header(text: Text) -> Iterator[str]:
    yield VERSION_LINE
    yield f"%base {text.base}".rstrip()
    yield f"%delegations {', '.join(text.delegations)}".rstrip()
    if text.groups:
        yield "%groups " + "; ".join(f"{name} = {', '.join(members)}" for name, members in text.groups)
    if text.sample:
        yield "%sample"
    if text.language:
        yield f"%language {text.language}"
    for code, marks in text.envelopes:
        yield f"%encoding {code or 'base'} {' '.join(marks) or 'plain'}"


def _marks(block: Block, behind: Mapping[str, str]) -> Iterator[str]:
    if block.status != Status():
        yield f"[{_status(block.status)}]"
    for move in block.moves:
        yield f"[{', '.join(move.holders)} move: {_place(move, behind)}]"
    for each in block.numbers:
        yield f"[{', '.join(each.holders)} number: {'; '.join(each.labels)}]"
    for note in block.notes:
        yield f"[{note.holder} {note.kind}: {escaped(note.wording)}]"


def _place(move: Move, behind: Mapping[str, str]) -> str:
    return f"after {behind.get(move.after, move.after)}" if move.after else "to the beginning"


def _status(status: Status) -> str:
    word = {"agreed": "agreed ad ref", "reopened": "reopened"}[status.state]
    forum = f" in {status.forum}" if status.forum else ""
    return word + forum + (f"; pending {', '.join(status.pending)}" if status.pending else "")


def _pieces(inlines: Sequence[Inline]) -> Iterator[str]:
    for index, item in enumerate(inlines):
        if isinstance(item, str):
            yield _beside_brackets(item, opens=not index, closes=index == len(inlines) - 1)
            if item == " " and 0 < index < len(inlines) - 1:
                yield PART
            continue
        if index and isinstance(inlines[index - 1], Choice):
            yield PART
        yield " ".join(map(_bracket, printed(item)))


def _beside_brackets(wording: str, *, opens: bool, closes: bool) -> str:
    """Return wording escaped; a line end between it and a bracket is printed as one."""
    single = wording == "\n"
    first = not opens and not (single and closes) and wording.startswith("\n") and not wording.startswith("\n\n")
    last = not closes and not single and wording.endswith("\n") and not wording.endswith("\n\n")
    return "\n" * first + escaped(wording[first : len(wording) - last]) + "\n" * last


def _bracket(alternative: Alternative) -> str:
    wording = "".join(_pieces(alternative.inlines))
    if alternative.is_null:
        wording = NO_TEXT
    elif wording == " ":
        wording = _ESCAPED[STAYS]
    elif _LIKE_A_MARK.match(wording):
        wording = PART + wording
    return f"[{', '.join(alternative.holders)}: {wording}]" if alternative.holders else f"[{wording}]"


def escaped(wording: str) -> str:
    """Return wording with what the notation reads otherwise escaped."""
    return _TO_ESCAPE.sub(lambda found: _ESCAPED[found.group()], wording)
