"""
The rolling text as a document: brackets as text, each with its holders' codes, under a legend on how to read it.

Source: docs/reference/formats.md, "What every rolling text shows"; docs/reference/notation.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accord.engine.text.labels import is_heading, labels
from accord.engine.text.model import Alternative, Block, Choice, Inline, Note, Status, Text
from accord.engine.text.notation import CODE, NO_TEXT, printed
from accord.engine.text.projecting import leading
from accord.engine.text.spacing import STAYS, outside
from accord.engine.text.splitting import EXACT
from accord.formats.paper.clean import heads
from accord.formats.paper.delegations import TITLE, delegations
from accord.formats.paper.values import Comment, Look, Paper, Paragraph, Run, State, Style, Table
from accord.formats.showing import PARAGRAPH, SAMPLE, STANCES, legend, move_words, number_words, status_words

_A_BREAK = re.compile(r"(?<!\n)\n\n(?!\n)")
_LIKE_HOLDERS = re.compile(rf"\[(?={CODE}(?:,\s*{CODE})*:)")
_STATES: dict[str, State] = {"agreed": "agreed", "reopened": "reopened"}


def rolling_paper(text: Text, *, title: str, head: str) -> Paper:
    """Return ``text`` as a document with this title and a line for the head of every page."""
    content = (*_front(text, title), *_body(text), *_annex(text))
    return Paper(content, heads(head, sample=text.sample), text.language)


def _front(text: Text, title: str) -> Iterator[Paragraph]:
    yield Paragraph((Run(title),), "Title")
    if text.sample:
        yield Paragraph((Run(SAMPLE),), "Sample")
    for line in legend(text):
        yield Paragraph((Run(line),), "Legend")


def _body(text: Text) -> Iterator[Paragraph]:
    for block, label in zip(text.blocks, labels(text), strict=True):
        yield _paragraph(text, block, "" if _wears(block, label) else label)
        for note in block.notes:
            yield Paragraph(_note(note), "Note")


def _wears(block: Block, label: str) -> bool:
    """Whether the wording of a block begins with its label itself, whatever marks and spaces stand in it."""
    worn = r"[\s.]*".join(re.escape(part) for part in re.split(r"[\s.]+", label) if part)
    return re.match(rf"\s*{worn}(?!\w)", leading(block)) is not None


def _paragraph(text: Text, block: Block, label: str) -> Paragraph:
    runs = (*_runs(_trimmed(outside(block.inlines)), "plain"), *_moves(text, block), *_status(block.status))
    state = _STATES.get(block.status.state, "open")
    style: Style = "Heading1" if is_heading(block) else "Normal"
    return Paragraph(runs, style, state=state, label=label, comments=tuple(map(_comment, block.notes)))


def _trimmed(inlines: Sequence[Inline]) -> Sequence[Inline]:
    """Return the inlines of a block without the line ends behind it."""
    *others, last = inlines or ("",)
    return (*others, last.replace(EXACT, "").rstrip("\n")) if isinstance(last, str) else inlines


def _runs(inlines: Sequence[Inline], look: Look) -> Iterator[Run]:
    for item in inlines:
        yield from _said(item, look) if isinstance(item, str) else _choice(item)


def _said(wording: str, look: Look) -> Iterator[Run]:
    """Yield wording; a space of it that a bracket beside it could be taken to own is a run of its own."""
    *others, end = wording.replace(EXACT, "").split(STAYS)
    for other in others:
        yield from _broken(other, look)
        yield Run(" ", "kept")
    yield from _broken(end, look)


def _broken(wording: str, look: Look) -> Iterator[Run]:
    """Yield wording; a paragraph break inside it shows as a mark, and then begins a line."""
    first, *others = _A_BREAK.split(wording)
    yield from _lettered(first, look)
    for other in others:
        yield Run(PARAGRAPH, "mark")
        yield from _lettered(f"\n{other}", look)


def _lettered(wording: str, look: Look) -> Iterator[Run]:
    """Yield wording; a bracket of it that could be taken for one with holders is a run of its own."""
    first, *others = _LIKE_HOLDERS.split(wording)
    yield Run(first, look)
    for other in others:
        yield Run("[", "letter")
        yield Run(other, look)


def _choice(choice: Choice) -> Iterator[Run]:
    for index, alternative in enumerate(printed(choice)):
        if index:
            yield Run(" ")
        look: Look = "first" if alternative is choice.base else "other"
        yield from _alternative(alternative, look, "bracket" if index else "opening")


def _alternative(alternative: Alternative, look: Look, bracket: Look) -> Iterator[Run]:
    yield Run("[", bracket)
    if alternative.holders:
        yield Run(f"{', '.join(alternative.holders)}: ", "holder")
    if alternative.is_null:
        yield Run(NO_TEXT, "none")
    yield from _runs(alternative.inlines, look)
    yield Run("]", "bracket")


def _status(status: Status) -> Iterator[Run]:
    words = status_words(status)
    if words:
        yield Run(f" [{words}]", "reopened" if status.state == "reopened" else "status")


def _moves(text: Text, block: Block) -> Iterator[Run]:
    for move in block.moves:
        yield Run(f" [{move_words(move, text)}]", "reopened")
    for number in block.numbers:
        yield Run(f" [{number_words(number)}]", "reopened")


def _note(note: Note) -> tuple[Run, ...]:
    return Run(f"{note.holder} ", "holder"), Run(note_words(note))


def note_words(note: Note) -> str:
    """Return what a note says, without its holder: "reserves its position: pending the budget"."""
    return f"{STANCES[note.kind]}: {note.wording}"


def _comment(note: Note) -> Comment:
    """Return a note as a comment in the margin as well, where programs list it by its author."""
    return Comment(note.holder, note_words(note))


def _annex(text: Text) -> Iterator[Paragraph | Table]:
    if text.delegations:
        yield Paragraph((Run(TITLE),), "Annex")
        yield delegations(text)
