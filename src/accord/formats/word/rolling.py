"""
The rolling text as a Word file: brackets as text, each with its holders' codes, under a legend on how to read it.

Source: docs/reference/notation.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.text.labels import is_heading
from accord.engine.text.model import Alternative, Block, Choice, Inline, Note, Status, Text, choices
from accord.engine.text.notation import NO_TEXT, printed
from accord.engine.text.spacing import STAYS, outside
from accord.engine.text.splitting import EXACT
from accord.formats.word.clean import page_head
from accord.formats.word.packing import Paragraph, Run, pack

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


def write_rolling(text: Text, *, title: str = "Rolling text", head: str = "") -> bytes:
    """
    Return ``text`` as a .docx; the same text gives the same bytes.

    Args:
        head: a line for the head of every page; a sample says there that it is one as well.
    """
    return pack(_paragraphs(text, title), head=page_head(head, sample=text.sample))


def _paragraphs(text: Text, title: str) -> Iterator[Paragraph]:
    yield Paragraph((Run(title),), "Title")
    for line in LEGEND:
        if text.delegations or line != CODES:
            yield Paragraph((Run(line),), "Legend")
    if text.delegations:
        yield Paragraph((Run(f"Delegations: {', '.join(text.delegations)}. {_count(text)}"),), "Legend")
    for block in text.blocks:
        yield from _block(block)


def _count(text: Text) -> str:
    count = sum(1 for _ in choices(text))
    return "No choice is open." if not count else f"{count} {'choice is' if count == 1 else 'choices are'} open."


def _block(block: Block) -> Iterator[Paragraph]:
    runs = tuple(_runs(outside(block.inlines)))
    yield Paragraph((*runs, *_status(block.status)), "Heading1" if is_heading(block) else "Normal")
    for note in block.notes:
        yield Paragraph(_note(note), "Status")


def _runs(inlines: Sequence[Inline]) -> Iterator[Run]:
    for index, item in enumerate(inlines):
        if isinstance(item, str):
            yield Run(_shown(item, last=index == len(inlines) - 1))
        else:
            yield from _choice(item)


def _choice(choice: Choice) -> Iterator[Run]:
    for index, alternative in enumerate(printed(choice)):
        if index:
            yield Run(" ")
        yield from _alternative(alternative)


def _alternative(alternative: Alternative) -> Iterator[Run]:
    yield Run("[", "bracket")
    if alternative.holders:
        yield Run(f"{', '.join(alternative.holders)}: ", "holder")
    if alternative.is_null:
        yield Run(NO_TEXT, "status")
    yield from _runs(alternative.inlines)
    yield Run("]", "bracket")


def _status(status: Status) -> tuple[Run, ...]:
    if status.state == "open":
        return ()
    word = {"agreed": "agreed ad referendum", "reopened": "reopened"}[status.state]
    forum = f" in {status.forum}" if status.forum else ""
    pending = f"; pending {', '.join(status.pending)}" if status.pending else ""
    return (Run(f" [{word}{forum}{pending}]", "status"),)


def _note(note: Note) -> tuple[Run, ...]:
    return Run(f"{note.holder} ", "holder"), Run(f"{STANCES[note.kind]}: {note.wording}")


def _shown(wording: str, *, last: bool) -> str:
    """Return wording without the marks that only the notation needs."""
    plain = wording.replace(STAYS, " ")
    return plain.replace(EXACT, "").rstrip("\n") if last else plain.replace(EXACT, "")
