"""
Write an .odt: a small package, always the same bytes for the same document.

Deleted wording stands apart from the flow, in a list before it, and a mark stands where it was; inserted wording stands
in the flow between two marks.

Source: OpenDocument 1.3, part 2 (packages) and part 3, 5.5 (change tracking), 6.1 (text).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from html import escape

from accord.formats.odt.names import END_OF_ISOLATE, FROM_LEFT, ISOLATE
from accord.formats.odt.styles import EDGE_LINES, LOOK_NAMES, NAMESPACES, STYLE_NAMES, TABLE_STYLES, TEXT_WIDTH, styles
from accord.formats.paper.values import CHANGED, EN_SPACE, Change, Comment, Paper, Paragraph, Run, Table, pieces
from accord.formats.showing import NOT_XML

MIME_TYPE = "application/vnd.oasis.opendocument.text"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_SPACES = re.compile(r"(?<=[^ ]) (?=[^ ])| +")
"""Spaces; a single one between two other characters is written as it is, others as elements."""


def pack(paper: Paper) -> bytes:
    """Return a document as the bytes of an .odt."""
    heads = tuple(_characters(line) for line in paper.heads)
    return _zipped({"content.xml": _content(paper), "styles.xml": styles(heads, paper.language)})


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _put(archive, "mimetype", MIME_TYPE, zipfile.ZIP_STORED)
        for name, part in {**parts, "META-INF/manifest.xml": _manifest(parts)}.items():
            _put(archive, name, _XML + part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _manifest(names: Iterable[str]) -> str:
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    return (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f"{entry.format('/', MIME_TYPE)}{''.join(entry.format(name, 'text/xml') for name in names)}</manifest:manifest>"
    )


def _put(archive: zipfile.ZipFile, name: str, part: str, how: int) -> None:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type, entry.create_system, entry.external_attr = how, 3, 0o600 << 16
    archive.writestr(entry, part.encode("utf-8"), how, 9)


# The content


def _content(paper: Paper) -> str:
    flow = _Flow()
    for each in paper.content:
        if isinstance(each, Table):
            flow.out.append(_table(each))
        elif isinstance(each, Paragraph):  # pictures stand in papers that are written as Word and PDF alone
            flow.paragraph(each, last=each is paper.content[-1])
    widths = {_column(width, each) for each in paper.content if isinstance(each, Table) for width in each.widths}
    automatic = "".join(sorted(flow.styles | widths)) + TABLE_STYLES
    return (
        f'<office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>{automatic}'
        f"</office:automatic-styles><office:body><office:text>{flow.tracked()}{''.join(flow.out)}</office:text>"
        "</office:body></office:document-content>"
    )


class _Flow:
    """The paragraphs as they are written, one piece after the other, and the changes apart from them."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.regions: list[str] = []
        self.styles: set[str] = set()
        self.deleted: list[str] = []
        self.change: Change | None = None
        self.open = ""

    def paragraph(self, paragraph: Paragraph, *, last: bool) -> None:
        """Write a paragraph, and its end unless that was taken out."""
        if not self.open:
            self._begin(paragraph)
        self.out += map(_comment, paragraph.comments)
        apart = paragraph.right_to_left
        if paragraph.label:
            self.out.append(_run(Run(f"{paragraph.label}{EN_SPACE}", "label"), apart=apart))
        for run in paragraph.runs:
            self._under(run.change)
            (self.deleted if _is(run.change, "del") else self.out).append(_run(run, apart=apart))
        self._under(paragraph.mark)
        if _is(paragraph.mark, "del") and not last:
            self.deleted.append("</text:p><text:p>")
            return
        self.out.append(f"</text:{self.open}>")
        self.open = ""

    def tracked(self) -> str:
        """Return the list of all changes."""
        return f"<text:tracked-changes>{''.join(self.regions)}</text:tracked-changes>" if self.regions else ""

    def _begin(self, paragraph: Paragraph) -> None:
        heading = paragraph.style == "Heading1"
        self.open = "h" if heading else "p"
        level = ' text:outline-level="1"' if heading else ""
        self.out.append(f'<text:{self.open} text:style-name="{self._style(paragraph)}"{level}>')

    def _style(self, paragraph: Paragraph) -> str:
        """Return the paragraph's style; one of its own where it has an edge or runs from right to left."""
        name, edge, rtl = STYLE_NAMES[paragraph.style], EDGE_LINES.get(paragraph.state, ""), paragraph.right_to_left
        if not edge and not rtl:
            return name
        own = f"{name}-{paragraph.state}-{'rl' if rtl else 'lr'}"
        how = f'{edge} fo:padding-left="0.25cm" fo:margin-left="-0.3cm"' if edge else ""
        if rtl:
            how = how.replace("-left", "-right") + ' style:writing-mode="rl-tb" fo:text-align="right"'
        self.styles.add(
            f'<style:style style:name="{own}" style:family="paragraph" style:parent-style-name="{name}">'
            f"<style:paragraph-properties {how.strip()}/></style:style>"
        )
        return own

    def _under(self, change: Change | None) -> None:
        """Begin and end changes as what follows is under ``change``; neighbours of one kind are one change."""
        kind = change.kind if change else ""
        before = self.change.kind if self.change else ""
        if kind == before:
            return
        if self.change:
            self._end(self.change)
        self.change = change
        if change:
            mark = "change-start" if kind == "ins" else "change"
            self.out.append(f'<text:{mark} text:change-id="ct{change.number}"/>')

    def _end(self, change: Change) -> None:
        kind = "insertion" if change.kind == "ins" else "deletion"
        if change.kind == "ins":
            self.out.append(f'<text:change-end text:change-id="ct{change.number}"/>')
        content = f"<text:p>{''.join(self.deleted)}</text:p>" if self.deleted else ""
        self.deleted = []
        self.regions.append(
            f'<text:changed-region xml:id="ct{change.number}" text:id="ct{change.number}"><text:{kind}>'
            f"<office:change-info>{_who(change.author)}</office:change-info>{content}</text:{kind}></text:changed-region>"
        )


def _is(change: Change | None, kind: str) -> bool:
    return change is not None and change.kind == kind


def _who(author: str) -> str:
    return f"<dc:creator>{_safe(author)}</dc:creator><dc:date>{CHANGED.removesuffix('Z')}</dc:date>"


def _comment(comment: Comment) -> str:
    said = f"<text:p>{_characters(comment.wording)}</text:p>"
    return f"<office:annotation>{_who(comment.author)}{said}</office:annotation>"


def _run(run: Run, *, apart: bool) -> str:
    """Return a run; ``apart`` keeps English words and codes whole in a paragraph that runs from right to left."""
    inside = _characters(_isolated(run.wording) if apart and run.look in FROM_LEFT else run.wording)
    name = LOOK_NAMES.get(run.look)
    return f'<text:span text:style-name="{name}">{inside}</text:span>' if name and inside else inside


def _isolated(wording: str) -> str:
    """Return wording that runs from left to right by itself; the space around it and a colon behind it do not."""
    words = wording.strip().removesuffix(":")
    return wording.replace(words, f"{ISOLATE}{words}{END_OF_ISOLATE}", 1) if words else wording


def _characters(wording: str) -> str:
    """Return wording with its line ends, tabs and spaces as OpenDocument has them."""
    marks = {"\n": "<text:line-break/>", "\t": "<text:tab/>"}
    return "".join(marks.get(piece) or _SPACES.sub(_spaced, _safe(piece)) for piece in pieces(wording))


def _spaced(match: re.Match[str]) -> str:
    inside = match.start() > 0 and match.end() < len(match.string)
    if len(match[0]) == 1 and inside:
        return " "
    return f'<text:s text:c="{len(match[0])}"/>' if len(match[0]) > 1 else "<text:s/>"


def _safe(words: str) -> str:
    return escape(NOT_XML.sub("", words))


def _table(table: Table) -> str:
    columns = "".join(f'<table:table-column table:style-name="Column{width}"/>' for width in table.widths)
    head, *rows = table.rows
    body = "".join(_row(row, "Cell", "Table_20_Text") for row in rows)
    return (
        f'<table:table table:name="Delegations" table:style-name="Delegations">{columns}<table:table-header-rows>'
        f"{_row(head, 'HeadCell', 'Table_20_Head')}</table:table-header-rows>{body}</table:table>"
    )


def _column(width: int, table: Table) -> str:
    """Return the style of a column."""
    how = f'<style:table-column-properties style:column-width="{TEXT_WIDTH * width / sum(table.widths):.2f}cm"/>'
    return f'<style:style style:name="Column{width}" style:family="table-column">{how}</style:style>'


def _row(row: tuple[str, ...], cell: str, style: str) -> str:
    cells = "".join(
        f'<table:table-cell table:style-name="{cell}" office:value-type="string"><text:p text:style-name="{style}">'
        f"{_characters(words)}</text:p></table:table-cell>"
        for words in row
    )
    return f"<table:table-row>{cells}</table:table-row>"
