"""
How a written Word file looks: its styles and settings.

Holders and status stand out by brackets, weight and size, never by colour alone.

Source: ISO/IEC 29500-1, 17.7 (styles) and 17.15 (settings).
"""

from __future__ import annotations

import re

from accord.formats.paper.colours import AGREED, CARE, INK, LINE, OPEN, PALE, SOFT

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PAGE_WIDTH = 11906 - 2 * 1418
"""Width of the lines, in twentieths of a point."""

_SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimHei" w:cs="Arial"/>'
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z0-9]+)*\Z")
_FROM_RIGHT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"})
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})


def styles(language: str) -> str:
    """Return the styles part of a document whose wording is in this language ("" where nobody has named it)."""
    return f"<w:styles {W}>{_defaults(language)}{''.join(_ALL)}</w:styles>"


def _defaults(language: str) -> str:
    return (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
        f' w:eastAsia="SimSun" w:cs="Times New Roman"/><w:color w:val="{INK}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        f"{_lang(language)}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _lang(language: str) -> str:
    found = _LANGUAGE.match(language)
    if not found:
        return ""
    kind = "bidi" if found[1] in _FROM_RIGHT else "eastAsia" if found[1] in _EAST_ASIAN else "val"
    return f'<w:lang w:{kind}="{language}"/>'


def _paragraph(name: str, said: str, paragraph: str = "", run: str = "", *, based: str = "Normal") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    default = "" if based else ' w:default="1"'
    inside = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    named = f'w:styleId="{name}"><w:name w:val="{said}"/>'
    return f'<w:style w:type="paragraph"{default} {named}{on}<w:qFormat/>{inside}</w:style>'


def _character(name: str, said: str, run: str) -> str:
    return f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{said}"/><w:rPr>{run}</w:rPr></w:style>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _color(color: str) -> str:
    return f'<w:color w:val="{color}"/>'


def _ground(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _edge(color: str, line: str) -> str:
    """Return a line at the beginning of a paragraph's lines."""
    return f'<w:pBdr><w:left w:val="{line}" w:sz="18" w:space="8" w:color="{color}"/></w:pBdr>'


def _hanging(indent: int) -> str:
    """Return lines that begin at an indent (twentieths of a point), but for what stands before the first tab."""
    return f'<w:spacing w:after="80"/><w:ind w:left="{indent}" w:hanging="{indent}"/>'


_SMALL = _SANS + _color(SOFT)
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="{OPEN}"/>' for side in ("top", "left", "bottom", "right")
)
_TIGHT = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
_TABLE = (
    '<w:style w:type="table" w:styleId="Delegations"><w:name w:val="Delegations"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{SOFT}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{SOFT}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}</w:rPr><w:tcPr>{_ground(PALE)}</w:tcPr></w:tblStylePr></w:style>'
)
_ALL = (
    _paragraph("Normal", "Normal", "<w:widowControl/>", based=""),
    _paragraph("Agreed", "Agreed Paragraph", _edge(AGREED, "single")),
    _paragraph("Reopened", "Reopened Paragraph", _edge(OPEN, "dashed")),
    _paragraph(
        *("Title", "Title", '<w:keepNext/><w:spacing w:before="120" w:after="240" w:line="264" w:lineRule="auto"/>'),
        _BOLD + _size(40),
    ),
    _paragraph(
        *("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="360" w:after="160"/><w:outlineLvl w:val="0"/>'),
        _BOLD + _size(28),
    ),
    _paragraph("Heading1Agreed", "Agreed Heading", _edge(AGREED, "single"), based="Heading1"),
    _paragraph("Heading1Reopened", "Reopened Heading", _edge(OPEN, "dashed"), based="Heading1"),
    _paragraph("Sample", "Sample Mark", f'<w:pBdr>{_BOX}</w:pBdr><w:jc w:val="center"/>', _SANS + _BOLD + _size(18)),
    _paragraph(
        *("Legend", "Legend", f'{_ground(PALE)}<w:spacing w:after="0" w:line="264" w:lineRule="auto"/>'),
        _SMALL + _size(17),
    ),
    _paragraph("Note", "Position Note", '<w:spacing w:after="120"/><w:ind w:left="567"/>', _SMALL + _size(19)),
    _paragraph(
        *("Annex", "Annex Heading", '<w:keepNext/><w:spacing w:before="480" w:after="120"/>'),
        _SANS + _BOLD + _size(22),
    ),
    _paragraph("Subtitle", "Subtitle", '<w:keepNext/><w:spacing w:after="240"/>', _SMALL + _size(22)),
    _paragraph(
        *("Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>'),
        _BOLD + _size(24),
    ),
    _paragraph("Item", "Numbered Item", _hanging(567)),
    _paragraph("Below", "Below an Item", '<w:spacing w:after="80"/><w:ind w:left="567"/>', _SMALL + _size(19)),
    _paragraph("Fact", "Fact", _hanging(2552)),
    _paragraph("TableText", "Table Text", _TIGHT, _SANS + _size(18)),
    _paragraph("Header", "header", f'{_TIGHT}<w:jc w:val="center"/>', _SMALL + _size(16)),
    _paragraph("Footer", "footer", f'{_TIGHT}<w:jc w:val="center"/>', _SMALL + _size(16)),
    _paragraph("CommentText", "annotation text", _TIGHT, _SANS + _size(20)),
    _character("First", "Base Alternative", _ground(PALE)),
    _character("Other", "Alternative", _ground(CARE)),
    _character("ChoiceBracket", "Choice Bracket", _BOLD + _color(OPEN)),
    _character("Bracket", "Bracket", _BOLD + _color(OPEN)),
    _character("Holder", "Holder", _SANS + _BOLD + _size(17)),
    _character("NoText", "No Text", _SANS + _ITALIC + _size(19)),
    _character("StatusMark", "Status Mark", _SANS + _ITALIC + _color(AGREED) + _size(18)),
    _character("ReopenedMark", "Reopened Mark", _SANS + _ITALIC + _color(OPEN) + _size(18)),
    _character("Label", "Computed Label", _SANS + _color(SOFT) + _size(16)),
    _character("BreakMark", "Paragraph Break Mark", _BOLD + _color(OPEN)),
    _character("KeptSpace", "Kept Space", ""),
    _character("WordingBracket", "Wording Bracket", ""),
    _character("Term", "Term", _SANS + _BOLD + _color(SOFT) + _size(19)),
    _character("CommentReference", "annotation reference", _size(16)),
    _TABLE,
)

SETTINGS = (
    f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
"""Word opens the file as one of its own time, without "compatibility mode"."""
