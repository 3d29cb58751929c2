"""
What every readable form of a rolling text says in the same words: legend, status, notes, the mark of a sample.

Source: docs/reference/formats.md, "What every rolling text shows".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import dropwhile

from accord.engine.text.model import Block, Move, Numbering, Status, Text, choices
from accord.engine.text.notation import first_words
from accord.engine.text.projecting import leading
from accord.engine.text.spacing import STAYS
from accord.engine.text.splitting import BREAK, EXACT

SAMPLE = "Sample wording. It is nobody's text and can never be released as one."
CODES = (
    "Codes in a bracket name who holds that wording. A delegation that is not named has no position, and is not counted"
    " as support."
)
"""Said only of a text with a roster; a text that was written without names has none."""
LEGEND = (
    "Wording in square brackets is not agreed. Brackets beside one another are alternatives; the first is the base's.",
    CODES,
    'A bracket alone stands against "no text". No bracket does not mean agreed: what is agreed ad referendum says so.',
)
STANCES = {"reserve": "reserves its position", "note": "notes"}
PARAGRAPH = "¶"
"""Stands for a paragraph break that some delegations want and others do not."""
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML and no HTML can hold."""


_A_BREAK = re.compile(r"(?<!\n)\n\n(?!\n)")


def legend(text: Text) -> tuple[str, ...]:
    """Return the lines that say how to read ``text``, with its roster and how much is open."""
    return (*(line for line in LEGEND if text.delegations or line != CODES), *_signs(text), *_roster(text))


def _signs(text: Text) -> Iterator[str]:
    """Yield what the marks mean that this text has and others have not."""
    if any(BREAK in letters_of(block) for block in text.blocks):
        yield f"{PARAGRAPH} stands for the break between two paragraphs."
    if any(not standing.of_base for standing in choices(text)):
        yield "Inside a bracket that the base has not, all who hold it are named: each stands at one of the wordings."
    if any(block.moves for block in text.blocks):
        yield "A paragraph that some have in another place is printed once, where the base has it, and says so."
    if any(block.numbers for block in text.blocks):
        yield "A paragraph that some number otherwise has the number of the base, and says so."


def _roster(text: Text) -> Iterator[str]:
    if text.base:
        yield f"The base is by {text.base}."
    if text.delegations:
        yield f"Delegations: {', '.join(text.delegations)}. {open_choices(text)}"
    if text.groups:
        yield f"Groups: {'; '.join(_group(name, members) for name, members in text.groups)}."


def _group(name: str, members: tuple[str, ...]) -> str:
    return f"{name} ({', '.join(members)})" if members else name


def move_words(move: Move, text: Text) -> str:
    """Return where some have a block, without brackets: "XAA, XBB: after “2. They publish the report”"."""
    behind = next((block for block in text.blocks if block.id == move.after), None)
    place = f"after “{first_words(leading(behind))}”" if behind else "at the beginning"
    return f"{', '.join(move.holders)}: this paragraph {place}"


def number_words(number: Numbering) -> str:
    """Return how some number a block, without brackets: "XAA, XBB: numbered 4."."""
    return f"{', '.join(number.holders)}: numbered {', '.join(number.labels)}"


def open_choices(text: Text) -> str:
    """Return how many choices are open, in a sentence."""
    count = sum(1 for _ in choices(text))
    return "No choice is open." if not count else f"{count} {'choice is' if count == 1 else 'choices are'} open."


def status_words(status: Status) -> str:
    """Return what a block's status says, without brackets; "" where it is merely open."""
    if status.state == "open":
        return ""
    word = {"agreed": "agreed ad referendum", "reopened": "reopened"}[status.state]
    forum = f" in {status.forum}" if status.forum else ""
    return word + forum + (f"; pending {', '.join(status.pending)}" if status.pending else "")


def shown(wording: str, *, last: bool) -> str:
    """
    Return wording without the marks that only the notation needs, and a paragraph break inside it as a sign.

    Args:
        last: whether it ends its block or alternative.
    """
    plain = wording.replace(STAYS, " ").replace(EXACT, "")
    broken = _A_BREAK.sub(f"{PARAGRAPH}\n", plain)
    return broken.rstrip("\n") if last else broken


def reads_right_to_left(wording: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    strong = dropwhile(lambda char: unicodedata.bidirectional(char) not in ("L", "R", "AL"), wording)
    return unicodedata.bidirectional(next(strong, "a")) != "L"


def letters_of(block: Block) -> str:
    """Return all wording of a block, alternatives included, for a look at its script."""
    return "".join(_letters(item) for item in block.inlines)


def _letters(item: object) -> str:
    if isinstance(item, str):
        return item
    return "".join(_letters(inner) for each in item.alternatives for inner in each.inlines)  # type: ignore[attr-defined]
