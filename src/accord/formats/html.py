"""
The rolling text as one HTML file that needs nothing else: its own small stylesheet, no script, no address.

Source: docs/reference/formats.md, "HTML".
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

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

UNKNOWN = ""
"""The language of wording that nobody has named, as HTML has it."""


def write_html(text: Text, *, title: str = "Rolling text", head: str = "") -> bytes:
    """
    Return ``text`` as one HTML file; the same text gives the same bytes.

    Args:
        title: stands above the wording.
        head: a line beneath it, for instance symbol and version.
    """
    return "".join(_page(text, title, head)).encode("utf-8")


def _page(text: Text, title: str, head: str) -> Iterator[str]:
    style = style_of(text.sample)
    yield from opening(title, style)
    yield from _head(text, title, head)
    yield f'<main lang="{safe(text.language or UNKNOWN)}">\n'
    for block, label in zip(text.blocks, labels(text), strict=True):
        yield from _block(text, block, label)
    yield "</main>\n"
    if text.delegations:
        yield from _delegations(text)
    yield "</body>\n</html>\n"


def opening(title: str, style: str) -> Iterator[str]:
    """Yield how each such file begins, up to its body: title, stylesheet, a policy that lets in no other."""
    policy = f"default-src 'none'; style-src '{hash_of(style)}'"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="generator" content="Accord">\n'
    yield f"<title>{safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"


def _head(text: Text, title: str, head: str) -> Iterator[str]:
    yield "<header>\n"
    if text.sample:
        yield f'<p class="sample">{safe(SAMPLE)}</p>\n'
    yield f'<h1 dir="auto">{safe(title)}</h1>\n'
    if head:
        yield f'<p dir="auto">{safe(head)}</p>\n'
    lines = "".join(f"<li>{safe(line)}</li>\n" for line in legend(text))
    yield f"<ul>\n{lines}</ul>\n</header>\n"


def _block(text: Text, block: Block, label: str) -> Iterator[str]:
    tag = "h2" if is_heading(block) else "p"
    classes = "block" if block.status.state == "open" else f"block {block.status.state}"
    number = "" if _has_own(block, label) else f' data-label="{safe(label)}"'
    wording = "".join(_inlines(outside(block.inlines))) + _moves(text, block) + _status(block.status)
    direction = direction_of(letters_of(block))
    yield f'<{tag} class="{classes}" id="{_name(block.id)}" dir="{direction}"{number}>{wording}</{tag}>\n'
    for note in block.notes:
        yield _note(note)


def _has_own(block: Block, label: str) -> bool:
    """Whether there is no label to print: a heading, or a paragraph that carries its number itself."""
    return not label or project_block(block, None).lstrip().startswith(label)


def _inlines(inlines: Sequence[Inline]) -> Iterator[str]:
    for index, item in enumerate(inlines):
        if isinstance(item, str):
            yield safe(shown(item, last=index == len(inlines) - 1))
        else:
            yield _choice(item)


def _choice(choice: Choice) -> str:
    name = f' id="choice-{_name(choice.id)}"' if choice.id else ""
    return f'<span class="choice"{name}>{" ".join(map(_alternative, printed(choice)))}</span>'


def _alternative(alternative: Alternative) -> str:
    by = f' data-by="{safe(" ".join(alternative.holders))}"' if alternative.holders else ""
    codes = safe(", ".join(alternative.holders))
    holders = f'<span class="by" lang="en"><bdi>{codes}</bdi>:</span> ' if by else ""
    none = f'<bdi class="none" lang="en">{NO_TEXT}</bdi>' if alternative.is_null else ""
    wording = none or "".join(_inlines(alternative.inlines))
    inside = f'<span class="mark">[</span>{holders}{wording}<span class="mark">]</span>'
    return f'<span class="alternative"{by}>{inside}</span>'


def _status(status: Status) -> str:
    words = status_words(status)
    return f' <bdi class="status" lang="en">[{safe(words)}]</bdi>' if words else ""


def _moves(text: Text, block: Block) -> str:
    lines = (
        f' <bdi class="move" data-by="{safe(" ".join(move.holders))}">[{safe(move_words(move, text))}]</bdi>'
        for move in block.moves
    )
    numbers = (
        f' <bdi class="move" data-by="{safe(" ".join(each.holders))}">[{safe(number_words(each))}]</bdi>'
        for each in block.numbers
    )
    return "".join([*lines, *numbers])


def _note(note: Note) -> str:
    who = f'<bdi lang="en"><span class="by">{safe(note.holder)}</span> {STANCES[note.kind]}</bdi>:'
    return f'<p class="note" dir="{direction_of(note.wording)}">{who} {safe(note.wording)}</p>\n'


def _delegations(text: Text) -> Iterator[str]:
    head, *rows = delegations(text).rows
    yield f"<footer>\n<h2>{TITLE}</h2>\n<table>\n<thead>{_row(head, 'col')}</thead>\n<tbody>\n"
    yield from (_row(row, "row") for row in rows)
    yield "</tbody>\n</table>\n</footer>\n"


def _row(row: Sequence[str], scope: str) -> str:
    """Return a row of the table; the first cell names it, in the head every cell does."""
    heads = len(row) if scope == "col" else 1
    cells = (f'<th scope="{scope}">{safe(words)}</th>' for words in row[:heads])
    return f"<tr>{''.join(cells)}{''.join(f'<td>{safe(words)}</td>' for words in row[heads:])}</tr>\n"


def direction_of(wording: str) -> str:
    """Return "rtl" or "ltr", as the first letter of the wording runs."""
    return "rtl" if reads_right_to_left(wording) else "ltr"


def _name(identifier: str) -> str:
    """Return an id as HTML has it: without white space."""
    return safe("-".join(identifier.split()))


def safe(wording: str) -> str:
    """Return characters as HTML shows them and never obeys them."""
    return escape(NOT_XML.sub("", wording.replace("\r\n", "\n").replace("\r", "\n")))


@cache
def style_of(sample: bool) -> str:
    """Return the stylesheet; that of a sample says so at the head of every printed page."""
    sheet = files("accord").joinpath("data/formats/rolling.css").read_text(encoding="utf-8")
    said = json.dumps(SAMPLE)
    return f"{sheet}@page {{ @top-center {{ content: {said}; font: 8pt sans-serif; }} }}\n" if sample else sheet


def hash_of(style: str) -> str:
    """Return what a content security policy calls this stylesheet by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
