"""A sheet as a PDF, tagged for accessibility; the same sheet and the same fonts give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from accord.formats.pictures import paper_svg_of
from accord.formats.sheets.values import Drawn, Facts, Grid, Heading, Items, Part, Prose, Sheet
from accord.formats.typesetting import FONTS, language_of, said, string, typeset


def pdf_of(sheet: Sheet) -> bytes:
    """
    Return ``sheet`` as the bytes of a PDF.

    Raises:
        Unwritable: the extra ``pdf`` is not installed.
        Unlettered: no font here has a letter; boxes are never printed.
    """
    return typeset("".join(_document(sheet)))


def _document(sheet: Sheet) -> Iterator[str]:
    way = "rtl" if sheet.right_to_left else "ltr"
    known = f'lang: "{language_of(sheet.language)}", dir: {way}'
    yield f"#set document(title: {string(sheet.title)}, date: none)\n"
    yield f"#set text(font: ({', '.join(map(string, FONTS))}), size: 11pt, {known}, hyphenate: false)\n"
    head = f"header: align(center, text(size: 8pt)[{_words(sheet, sheet.sample)}]), " if sheet.sample else ""
    yield f'#set page(paper: "a4", margin: 25mm, {head}numbering: "1 / 1")\n'
    yield files("accord").joinpath("data/formats/sheet.typ").read_text(encoding="utf-8")
    said_of = (sheet.title, sheet.subtitle, sheet.sample)
    yield f"#opening({', '.join(f'[{_words(sheet, each)}]' for each in said_of)})\n"
    for part in sheet.parts:
        yield _part(sheet, part)
    if sheet.notes:
        yield f"#endnotes{_listed(sheet, sheet.notes)}\n"


def _part(sheet: Sheet, part: Part) -> str:
    match part:
        case Heading():
            return f"#headline({part.level + 1})[{_words(sheet, part.words)}]\n"
        case Prose():
            return f"#{'quiet' if part.quiet else 'prose'}[{_words(sheet, part.words)}]\n"
        case Items():
            return _items(sheet, part)
        case Facts():
            return f"#facts({_rows(sheet, part.rows)})\n"
        case Grid():
            widths = "".join(f"{share}fr, " for share in part.shares)
            return f"#grid-of(({widths}), {_listed(sheet, part.head)}, ({_rows(sheet, part.rows)}))\n"
        case Drawn():
            return f"#drawn({string(paper_svg_of(part.picture))}, {string(part.picture.title)})\n"


def _items(sheet: Sheet, part: Items) -> str:
    numbers = "".join(f"{string(f'{item.number}.')}, " for item in part.items)
    bodies = (f"(body: [{_words(sheet, item.words)}], below: {_listed(sheet, item.below)}), " for item in part.items)
    return f"#numbered(({numbers}), ({''.join(bodies)}))\n"


def _rows(sheet: Sheet, rows: Iterable[Iterable[str]]) -> str:
    return "".join(f"{_listed(sheet, row)}, " for row in rows)


def _listed(sheet: Sheet, lines: Iterable[str]) -> str:
    """Return an array of Typst, each line as content."""
    return f"({''.join(f'[{_words(sheet, line)}], ' for line in lines)})"


def _words(sheet: Sheet, words: str) -> str:
    """Return words as calls with strings; those that run against the paper stay together."""
    return f"#apart[{said(words)}]" if sheet.runs_other_way(words) else said(words)
