"""
The rolling text as a PDF, tagged for accessibility (PDF/UA-1). Needs the extra ``pdf`` (Typst).

Whatever is said is handed to Typst as strings, never as its markup, so that wording cannot become a command.

Source: docs/reference/formats.md, "PDF".
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from accord.engine.text.errors import TextError
from accord.engine.text.labels import is_heading, labels
from accord.engine.text.model import Alternative, Block, Choice, Inline, Note, Status, Text
from accord.engine.text.notation import NO_TEXT, printed
from accord.engine.text.projecting import project_block
from accord.engine.text.spacing import outside
from accord.formats.paper.delegations import TITLE, delegations
from accord.formats.showing import (
    NOT_XML,
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

FONTS = (
    "Libertinus Serif",
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    "Noto Serif Armenian",
    "Noto Sans Armenian",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Noto Serif SC",
    "Noto Sans SC",
    "DejaVu Sans Mono",
)
"""In the order in which they are asked for a letter. The first and the last come with Typst."""

_BETTER_ELSEWHERE = re.compile(r"[\u0530-\u058f\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
"""Armenian and Arabic: Typst brings a typewriter face for them, so a font of the system is taken where there is one."""

_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_SPECIAL = re.compile(r"[\n\t]")
_LANGUAGE = re.compile(r"([a-z]{2,3})\b")


class Unwritable(TextError):
    """The text cannot be written in this format here; the message says why and what to do."""


class Unlettered(Unwritable):
    """No font here has a letter of the text; the message names all such letters."""


def write_pdf(text: Text, *, title: str = "Rolling text") -> bytes:
    """
    Return ``text`` as a PDF; the same text and the same fonts give the same bytes.

    Fonts that come with Typst are taken where they suffice, else those of the system and of ``ACCORD_FONTS``.

    Raises:
        Unwritable: the extra is not installed.
        Unlettered: no font here has a letter; boxes are never printed.
    """
    source = "".join(_document(text, title))
    if not _BETTER_ELSEWHERE.search(source):
        with suppress(Unlettered):
            return _compiled(source, system=False)
    return _compiled(source, system=True)


def _compiled(source: str, *, system: bool) -> bytes:
    try:
        import typst  # noqa: PLC0415 -- an extra
    except ImportError:
        raise Unwritable("PDF needs Typst. Install Accord with its extra: pip install 'accord[pdf]'.") from None
    folders = _folders() if system else []
    options: dict[str, Any] = {"font_paths": folders, "format": "pdf", "pdf_standards": ["ua-1"], "timestamp": 0}
    try:
        return typst.compile(source.encode("utf-8"), ignore_system_fonts=not system, **options)
    except typst.TypstError as error:
        letters = dict.fromkeys(_meant("".join(_UNSHOWN.findall(error.diagnostic))))
        if letters:
            raise Unlettered(_without(letters)) from None
        raise Unwritable(f"The PDF cannot be written: {error.message}.") from None


def _folders() -> list[str]:
    """Return the folders with fonts that ``ACCORD_FONTS`` names, which are searched besides those of the system."""
    named = [each for each in os.environ.get("ACCORD_FONTS", "").split(os.pathsep) if each]
    missing = [each for each in named if not Path(each).is_dir()]
    if missing:
        raise Unwritable(f"ACCORD_FONTS names “{missing[0]}”, and there is no such folder.")
    return named


def _meant(quoted: str) -> str:
    """Return characters as they are, from how Typst quotes them."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], quoted)


def _without(letters: Iterable[str]) -> str:
    named = ", ".join(f"“{each}” (U+{ord(each):04X} {unicodedata.name(each, 'without a name')})" for each in letters)
    return (
        f"No font here can draw {named}. Install one that can, for instance Noto (Debian: apt install "
        "fonts-noto-core fonts-noto-cjk), or put its file into a folder that ACCORD_FONTS names."
    )


# The document, as Typst reads it


def _document(text: Text, title: str) -> Iterator[str]:
    known = _LANGUAGE.match(text.language)
    fonts = ", ".join(map(_string, FONTS))
    yield f"#set document(title: {_string(title)}, date: none)\n"
    yield f'#set text(font: ({fonts}), size: 11pt, lang: "{known[1] if known else "und"}", hyphenate: false)\n'
    head = f'header: align(center, text(size: 8pt, lang: "en", dir: ltr, {_string(SAMPLE)})), ' if text.sample else ""
    yield f'#set page(paper: "a4", margin: 25mm, {head}numbering: "1 / 1")\n'
    yield files("accord").joinpath("data/formats/rolling.typ").read_text(encoding="utf-8")
    lines = "".join(f"{_string(line)}, " for line in legend(text))
    how = f"dir: {_direction(title)}, sample: {_string(SAMPLE if text.sample else '')}"
    yield f"#opening({_string(title)}, ({lines}), {how})\n"
    for block, label in zip(text.blocks, labels(text), strict=True):
        yield from _block(text, block, label)
    if text.delegations:
        yield _delegations(text)


def _block(text: Text, block: Block, label: str) -> Iterator[str]:
    numbered = bool(label) and not project_block(block, None).lstrip().startswith(label)
    if numbered:
        yield f"#label-line({_string(label)}, dir: {_direction(letters_of(block))})\n"
    wording = "".join(_inlines(outside(block.inlines))) + _moves(text, block) + _status(block.status)
    how = f"dir: {_direction(letters_of(block))}, state: {_string(block.status.state)}"
    if is_heading(block):
        yield f"#headline({how})[{wording}]\n"
    else:
        yield f"#paragraph({how}{', above: 0.5em' if numbered else ''})[{wording}]\n"
    for note in block.notes:
        yield _note(note)


def _inlines(inlines: Sequence[Inline]) -> Iterator[str]:
    for index, item in enumerate(inlines):
        if isinstance(item, str):
            yield _said(shown(item, last=index == len(inlines) - 1))
        else:
            yield _choice(item)


def _choice(choice: Choice) -> str:
    return '#" ";'.join(map(_alternative, printed(choice)))


def _alternative(alternative: Alternative) -> str:
    holders = ", ".join(alternative.holders)
    who = f'#by({_string(holders)}, after: ":");#" ";' if holders else ""
    wording = f"#none-here({_string(NO_TEXT)});" if alternative.is_null else "".join(_inlines(alternative.inlines))
    return f'#mark("[");{who}{wording}#mark("]");'


def _status(status: Status) -> str:
    words = status_words(status)
    fill = ", fill: ink-open" if status.state == "reopened" else ""
    return f'#" ";#said({_string(f"[{words}]")}{fill});' if words else ""


def _moves(text: Text, block: Block) -> str:
    marks = [*(move_words(move, text) for move in block.moves), *map(number_words, block.numbers)]
    return "".join(f'#" ";#said({_string(f"[{words}]")}, fill: ink-open);' for words in marks)


def _note(note: Note) -> str:
    who = f"#apart[#by({_string(note.holder)});{_said(f' {STANCES[note.kind]}')}];{_said(': ')}"
    return f"#remark(dir: {_direction(note.wording)})[{who}{_said(note.wording)}]\n"


def _delegations(text: Text) -> str:
    table = delegations(text)
    rows = "".join(f"({''.join(f'{_string(words)}, ' for words in row)}), " for row in table.rows)
    return f"#delegations({_string(TITLE)}, {table.widths}, ({rows}))\n"


def _direction(wording: str) -> str:
    return "rtl" if reads_right_to_left(wording) else "ltr"


def _said(wording: str) -> str:
    """Return wording as strings, with line ends and tabs as Typst has them."""
    plain = NOT_XML.sub("", wording.replace("\r\n", "\n").replace("\r", "\n"))
    out, at = [], 0
    for found in _SPECIAL.finditer(plain):
        out += [_piece(plain[at : found.start()]), "#linebreak();" if found[0] == "\n" else "#h(2em);"]
        at = found.end()
    return "".join([*out, _piece(plain[at:])])


def _piece(wording: str) -> str:
    return f"#{_string(wording)};" if wording else ""


def _string(wording: str) -> str:
    """Return a string of Typst."""
    plain = NOT_XML.sub("", wording).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'
