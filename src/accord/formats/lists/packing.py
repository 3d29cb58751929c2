"""
Lists as a spreadsheet (.xlsx) of one sheet: the head stays in view, days are days. The same rows give the same bytes.

Words are kept as words: what begins like a formula is none.

Source: ECMA-376 part 1, 18 (SpreadsheetML).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from accord.formats.lists.values import Value, column_letters

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PLAIN, _DAY, _BOLD = 0, 1, 2
_NARROWEST, _WIDEST = 8, 50
"""Widths of columns, in characters."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_DOCUMENT}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def write_xlsx(rows: Sequence[Sequence[Value]], name: str) -> bytes:
    """Return rows, the first of them the head, as a spreadsheet with one sheet of this name."""
    parts = {**_PARTS, "xl/workbook.xml": _workbook(name), "xl/worksheets/sheet1.xml": _sheet(rows)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, _HEAD + content)
    return out.getvalue()


def _workbook(name: str) -> str:
    called = quoteattr(_NOT_IN_NAMES.sub(" ", name)[:31].strip() or "List")
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
        f'<sheet name={called} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _sheet(rows: Sequence[Sequence[Value]]) -> str:
    frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    body = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
        f"{_columns(rows)}<sheetData>{body}</sheetData></worksheet>"
    )


def _columns(rows: Sequence[Sequence[Value]]) -> str:
    widths: list[int] = []
    for row in rows:
        widths += [_NARROWEST] * (len(row) - len(widths))
        for place, value in enumerate(row):
            widths[place] = max(widths[place], min(len(_words(value)) + 2, _WIDEST))
    each = (f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(widths, 1))
    return f"<cols>{''.join(each)}</cols>" if widths else ""


def _row(number: int, row: Sequence[Value]) -> str:
    style = _BOLD if number == 1 else _PLAIN
    cells = "".join(_cell(f"{column_letters(place)}{number}", value, style) for place, value in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def _cell(name: str, value: Value, style: int) -> str:
    if value in (None, ""):
        return ""
    if isinstance(value, date) and value.year >= 1900 and (value - date(1899, 12, 30)).days > 60:
        return f'<c r="{name}" s="{_DAY}"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{name}"><v>{value}</v></c>'
    words = escape(_NOT_IN_XML.sub("\ufffd", _words(value)))
    return f'<c r="{name}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _words(value: Value) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
