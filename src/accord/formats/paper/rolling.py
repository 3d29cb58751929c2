"""
The rolling text as a document: brackets as text, each with its holders' codes, under a legend on how to read it.

Source: docs/reference/formats.md, "What every rolling text shows"; docs/reference/notation.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.text.labels import is_heading, labels
from accord.engine.text.model import Alternative, Block, Choice, Inline, Note, Status, Text, holders_in
from accord.engine.text.notation import NO_TEXT, printed
from accord.engine.text.projecting import project_block
from accord.engine.text.spacing import outside
from accord.formats.paper.clean import heads
from accord.formats.paper.values import Look, Paper, Paragraph, Run, State, Table
from accord.formats.showing import SAMPLE, STANCES, legend, move_words, shown, status_words

BREAK = "¶"
"""Stands for a paragraph break that some delegations want and others do not."""

NO_POSITION = "no position"
_STATES: dict[str, State] = {"agreed": "agreed", "reopened": "reopened"}


def rolling_paper(text: Text, *, title: str, head: str) -> Paper:
    """Return ``text`` as a document with this title and a line for the head of every page."""
    content = (*_front(text, title), *_body(text), *_delegations(text))
    return Paper(content, heads(head, sample=text.sample), text.language)


def _front(text: Text, title: str) -> Iterator[Paragraph]:
    yield Paragraph((Run(title),), "Title")
    if text.sample:
        yield Paragraph((Run(SAMPLE),), "Sample")
    for line in legend(text):
        yield Paragraph((Run(line),), "Legend")


def _body(text: Text) -> Iterator[Paragraph]:
    for block, label in zip(text.blocks, labels(text), strict=True):
        own = project_block(block, None).lstrip().startswith(label)
        yield _paragraph(text, block, "" if own else label)
        for note in block.notes:
            yield Paragraph(_note(note), "Note")


def _paragraph(text: Text, block: Block, label: str) -> Paragraph:
    runs = (*_runs(outside(block.inlines), "plain"), *_moves(text, block), *_status(block.status))
    state = _STATES.get(block.status.state, "open")
    return Paragraph(runs, "Heading1" if is_heading(block) else "Normal", state=state, label=label)


def _runs(inlines: Sequence[Inline], look: Look) -> Iterator[Run]:
    for index, item in enumerate(inlines):
        if isinstance(item, str):
            yield from _said(shown(item, last=index == len(inlines) - 1), look)
        else:
            yield from _choice(item)


def _said(wording: str, look: Look) -> Iterator[Run]:
    """Yield wording; a paragraph break inside it shows as a mark, and then begins a line."""
    first, *others = wording.split("\n\n")
    yield Run(first, look)
    for other in others:
        yield Run(BREAK, "mark")
        yield Run(f"\n{other}" if other else "", look)


def _choice(choice: Choice) -> Iterator[Run]:
    for index, alternative in enumerate(printed(choice)):
        if index:
            yield Run(" ")
        yield from _alternative(alternative, "first" if alternative is choice.base else "other")


def _alternative(alternative: Alternative, look: Look) -> Iterator[Run]:
    yield Run("[", "bracket")
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


def _note(note: Note) -> tuple[Run, ...]:
    return Run(f"{note.holder} ", "holder"), Run(f"{STANCES[note.kind]}: {note.wording}")


# The table of delegations


def _delegations(text: Text) -> Iterator[Paragraph | Table]:
    if text.delegations:
        yield Paragraph((Run("Delegations"),), "Annex")
        yield _table(text)


def _table(text: Text) -> Table:
    held: dict[str, list[str]] = {}
    noted: dict[str, list[str]] = {}
    for place, block in zip(_places(text), text.blocks, strict=True):
        for code in holders_in(block):
            held.setdefault(code, []).append(place)
        for code in (code for move in block.moves for code in move.holders):
            held.setdefault(code, []).append(f"{place} (moved)")
        for code in dict.fromkeys(note.holder for note in block.notes):
            noted.setdefault(code, []).append(place)
    groups = {code: ", ".join(name for name, members in text.groups if code in members) for code in text.delegations}
    rows = [
        (code, groups[code], ", ".join(held.get(code, [NO_POSITION])), ", ".join(noted.get(code, [])))
        for code in text.delegations
    ]
    head = ("Delegation", "Groups", "Holds wording in", "Reserves or notes at")
    return _without_groups(head, rows) if not text.groups else Table((head, *rows), (2, 3, 5, 4))


def _without_groups(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    return Table(tuple((row[0], *row[2:]) for row in (head, *rows)), (2, 7, 5))


def _places(text: Text) -> Iterator[str]:
    """Yield how a reader finds each block: its label, or how a heading begins."""
    for block, label in zip(text.blocks, labels(text), strict=True):
        yield label.rstrip(".") or f"“{project_block(block, None).strip()}”"
