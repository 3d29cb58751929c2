"""
The rolling text as a PDF, tagged for accessibility (PDF/UA-1). Needs the extra ``pdf`` (Typst).

Whatever is said is handed to Typst as strings, never as its markup, so that wording cannot become a command.

Source: docs/reference/formats.md, "PDF".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files

from accord.engine.text.labels import is_heading, labels
from accord.engine.text.model import Alternative, Block, Choice, Inline, Note, Status, Text
from accord.engine.text.notation import NO_TEXT, printed
from accord.engine.text.projecting import project_block
from accord.engine.text.spacing import outside
from accord.formats.paper.delegations import TITLE, delegations
from accord.formats.showing import (
    SAMPLE,
    STANCES,
    legend,
    letters_of,
    move_words,
    number_words,
    reads_right_to_left,
    shown,
    status_words,
)
from accord.formats.typesetting import FONTS, Unlettered, Unwritable, language_of, said, string, typeset

__all__ = ["Unlettered", "Unwritable", "write_pdf"]


def write_pdf(text: Text, *, title: str = "Rolling text") -> bytes:
    """
    Return ``text`` as a PDF; the same text and the same fonts give the same bytes.

    Fonts that come with Typst are taken where they suffice, else those of the system and of ``ACCORD_FONTS``.

    Raises:
        Unwritable: the extra is not installed.
        Unlettered: no font here has a letter; boxes are never printed.
    """
    return typeset("".join(_document(text, title)))


# The document, as Typst reads it


def _document(text: Text, title: str) -> Iterator[str]:
    fonts = ", ".join(map(string, FONTS))
    yield f"#set document(title: {string(title)}, date: none)\n"
    yield f'#set text(font: ({fonts}), size: 11pt, lang: "{language_of(text.language)}", hyphenate: false)\n'
    head = f'header: align(center, text(size: 8pt, lang: "en", dir: ltr, {string(SAMPLE)})), ' if text.sample else ""
    yield f'#set page(paper: "a4", margin: 25mm, {head}numbering: "1 / 1")\n'
    yield files("accord").joinpath("data/formats/rolling.typ").read_text(encoding="utf-8")
    lines = "".join(f"{string(line)}, " for line in legend(text))
    how = f"dir: {_direction(title)}, sample: {string(SAMPLE if text.sample else '')}"
    yield f"#opening({string(title)}, ({lines}), {how})\n"
    for block, label in zip(text.blocks, labels(text), strict=True):
        yield from _block(text, block, label)
    if text.delegations:
        yield _delegations(text)


def _block(text: Text, block: Block, label: str) -> Iterator[str]:
    numbered = bool(label) and not project_block(block, None).lstrip().startswith(label)
    if numbered:
        yield f"#label-line({string(label)}, dir: {_direction(letters_of(block))})\n"
    wording = "".join(_inlines(outside(block.inlines))) + _moves(text, block) + _status(block.status)
    how = f"dir: {_direction(letters_of(block))}, state: {string(block.status.state)}"
    if is_heading(block):
        yield f"#headline({how})[{wording}]\n"
    else:
        yield f"#paragraph({how}{', above: 0.5em' if numbered else ''})[{wording}]\n"
    for note in block.notes:
        yield _note(note)


def _inlines(inlines: Sequence[Inline]) -> Iterator[str]:
    for index, item in enumerate(inlines):
        if isinstance(item, str):
            yield said(shown(item, last=index == len(inlines) - 1))
        else:
            yield _choice(item)


def _choice(choice: Choice) -> str:
    return '#" ";'.join(map(_alternative, printed(choice)))


def _alternative(alternative: Alternative) -> str:
    holders = ", ".join(alternative.holders)
    who = f'#by({string(holders)}, after: ":");#" ";' if holders else ""
    wording = f"#none-here({string(NO_TEXT)});" if alternative.is_null else "".join(_inlines(alternative.inlines))
    return f'#mark("[");{who}{wording}#mark("]");'


def _status(status: Status) -> str:
    words = status_words(status)
    fill = ", fill: ink-open" if status.state == "reopened" else ""
    return f'#" ";#said({string(f"[{words}]")}{fill});' if words else ""


def _moves(text: Text, block: Block) -> str:
    marks = [*(move_words(move, text) for move in block.moves), *map(number_words, block.numbers)]
    return "".join(f'#" ";#said({string(f"[{words}]")}, fill: ink-open);' for words in marks)


def _note(note: Note) -> str:
    who = f"#apart[#by({string(note.holder)});{said(f' {STANCES[note.kind]}')}];{said(': ')}"
    return f"#remark(dir: {_direction(note.wording)})[{who}{said(note.wording)}]\n"


def _delegations(text: Text) -> str:
    table = delegations(text)
    rows = "".join(f"({''.join(f'{string(words)}, ' for words in row)}), " for row in table.rows)
    return f"#delegations({string(TITLE)}, {table.widths}, ({rows}))\n"


def _direction(wording: str) -> str:
    return "rtl" if reads_right_to_left(wording) else "ltr"
