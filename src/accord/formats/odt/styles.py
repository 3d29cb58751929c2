"""
How a written OpenDocument text looks: the styles part.

Source: OpenDocument 1.3, part 3, 16 (styles) and 20 (formatting attributes).
"""

from __future__ import annotations

from html import escape

from accord.formats.paper.colours import AGREED, CARE, INK, LINE, OPEN, PALE, SOFT
from accord.formats.paper.values import Look, Style

NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            *(("office", "office"), ("style", "style"), ("text", "text"), ("table", "table")),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)

_SERIF, _SANS = "'Times New Roman'", "Arial"
_CHINESE = {_SERIF: "SimSun", _SANS: "SimHei"}


def _fonts(family: str) -> str:
    return (
        f'fo:font-family="{family}" style:font-family-asian="{_CHINESE[family]}" style:font-family-complex="{family}"'
    )


def _size(points: float) -> str:
    return " ".join(f'{name}="{points:g}pt"' for name in _for_all("fo:font-size", "style:font-size"))


def _for_all(plain: str, other: str) -> tuple[str, str, str]:
    """Return the names of an attribute for western, Asian and complex scripts."""
    return plain, f"{other}-asian", f"{other}-complex"


_BOLD = " ".join(f'{name}="bold"' for name in _for_all("fo:font-weight", "style:font-weight"))
_ITALIC = " ".join(f'{name}="italic"' for name in _for_all("fo:font-style", "style:font-style"))


def _colour(colour: str) -> str:
    return f'fo:color="#{colour.lower()}"'


def _ground(colour: str) -> str:
    return f'fo:background-color="#{colour.lower()}"'


def _style(family: str, name: str, paragraph: str, text: str, parent: str = "") -> str:
    based = f' style:parent-style-name="{parent}"' if parent else ""
    inside = (f"<style:paragraph-properties {paragraph}/>" if paragraph else "") + (
        f"<style:text-properties {text}/>" if text else ""
    )
    named = f'style:name="{name}" style:display-name="{name.replace("_20_", " ")}"'
    return f'<style:style {named} style:family="{family}"{based}>{inside}</style:style>'


STYLE_NAMES: dict[Style, str] = {
    "Normal": "Standard",
    "Title": "Title",
    "Heading1": "Heading_20_1",
    "Sample": "Sample_20_Mark",
    "Legend": "Legend",
    "Note": "Position_20_Note",
    "Annex": "Annex_20_Heading",
}
"""By these names a file is read back (accord.formats.paper.roles), so they are those of a Word file."""
LOOK_NAMES: dict[Look, str] = {
    "first": "Base_20_Alternative",
    "other": "Alternative",
    "opening": "Choice_20_Bracket",
    "bracket": "Bracket",
    "holder": "Holder",
    "none": "No_20_Text",
    "status": "Status_20_Mark",
    "reopened": "Reopened_20_Mark",
    "label": "Computed_20_Label",
    "mark": "Paragraph_20_Break_20_Mark",
    "kept": "Kept_20_Space",
    "letter": "Wording_20_Bracket",
}
EDGE_LINES = {
    "agreed": f'fo:border-left="2.25pt solid #{AGREED.lower()}"',
    "reopened": f'fo:border-left="2.25pt dashed #{OPEN.lower()}"',
}
"""The line at the beginning of a paragraph's lines, by how far the paragraph has come."""

_SMALL = f"{_fonts(_SANS)} {_colour(SOFT)}"
_TIGHT = 'fo:margin-top="0cm" fo:margin-bottom="0cm"'
_BOXED = (
    f'fo:border="0.75pt solid #{OPEN.lower()}" fo:padding="0.2cm" fo:text-align="center" fo:margin-top="0cm"'
    ' fo:margin-bottom="0.3cm"'
)
_PARAGRAPHS = (
    ("Standard", 'fo:margin-bottom="0.28cm" fo:line-height="120%" style:writing-mode="lr-tb"', _size(12), ""),
    ("Title", 'fo:margin-top="0.2cm" fo:margin-bottom="0.42cm" fo:keep-with-next="always"', f"{_BOLD} {_size(20)}"),
    (
        "Heading_20_1",
        'fo:margin-top="0.64cm" fo:margin-bottom="0.28cm" fo:keep-with-next="always"',
        f"{_BOLD} {_size(14)}",
    ),
    ("Sample_20_Mark", _BOXED, f"{_fonts(_SANS)} {_BOLD} {_size(9)}"),
    ("Legend", f"{_TIGHT} {_ground(PALE)}", f"{_SMALL} {_size(8.5)}"),
    (
        "Position_20_Note",
        'fo:margin-left="1cm" fo:margin-top="0cm" fo:margin-bottom="0.21cm"',
        f"{_SMALL} {_size(9.5)}",
    ),
    (
        *("Annex_20_Heading", 'fo:margin-top="0.85cm" fo:margin-bottom="0.21cm" fo:keep-with-next="always"'),
        f"{_fonts(_SANS)} {_BOLD} {_size(11)}",
    ),
    ("Table_20_Text", f'{_TIGHT} fo:line-height="100%"', f"{_fonts(_SANS)} {_size(9)}"),
    ("Table_20_Head", "", _BOLD, "Table_20_Text"),
    ("Header", f'{_TIGHT} fo:text-align="center"', f"{_SMALL} {_size(8)}"),
    ("Footer", f'{_TIGHT} fo:text-align="center"', f"{_SMALL} {_size(8)}"),
)
_CHARACTERS = (
    ("Base_20_Alternative", _ground(PALE)),
    ("Alternative", _ground(CARE)),
    ("Choice_20_Bracket", f"{_BOLD} {_colour(OPEN)}"),
    ("Bracket", f"{_BOLD} {_colour(OPEN)}"),
    ("Holder", f"{_fonts(_SANS)} {_BOLD} {_size(8.5)}"),
    ("No_20_Text", f"{_fonts(_SANS)} {_ITALIC} {_size(9.5)}"),
    ("Status_20_Mark", f"{_fonts(_SANS)} {_ITALIC} {_colour(AGREED)} {_size(9)}"),
    ("Reopened_20_Mark", f"{_fonts(_SANS)} {_ITALIC} {_colour(OPEN)} {_size(9)}"),
    ("Computed_20_Label", f"{_SMALL} {_size(8)}"),
    ("Paragraph_20_Break_20_Mark", f"{_BOLD} {_colour(OPEN)}"),
    ("Kept_20_Space", ""),
    ("Wording_20_Bracket", ""),
)
TEXT_WIDTH = 16
"""Width of the lines, in centimetres."""

_PAGE = (
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"'
    ' style:print-orientation="portrait" fo:margin-top="{}cm" fo:margin-bottom="1.25cm"'
    ' fo:margin-left="2.5cm" fo:margin-right="2.5cm"/>'
    "<style:header-style><style:header-footer-properties"
    ' fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style>'
    "<style:footer-style><style:header-footer-properties"
    ' fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>'
)
_PAGES = (
    '<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number>'
    " / <text:page-count>1</text:page-count></text:p></style:footer>"
)
_CELL = f'style:vertical-align="top" fo:padding="0.1cm" fo:border-bottom="0.5pt solid #{LINE.lower()}"'
TABLE_STYLES = (
    '<style:style style:name="Delegations" style:family="table"><style:table-properties style:width="16cm"'
    ' table:align="left" table:border-model="collapsing"/></style:style>'
    f'<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties {_CELL}/></style:style>'
    '<style:style style:name="HeadCell" style:family="table-cell">'
    f"<style:table-cell-properties {_CELL} {_ground(PALE)}/></style:style>"
)


def styles(heads: tuple[str, ...], language: str) -> str:
    """
    Return the styles part.

    Args:
        heads: lines at the head of every page, already as OpenDocument has them.
        language: tag of the wording's language, or "".
    """
    paragraphs = "".join(
        _style("paragraph", name, how, text, *(parent or ["Standard"])) for name, how, text, *parent in _PARAGRAPHS
    )
    characters = "".join(_style("text", name, "", how) for name, how in _CHARACTERS)
    header = "".join(f'<text:p text:style-name="Header">{line}</text:p>' for line in heads)
    return (
        f'<office:document-styles {NAMESPACES} office:version="1.3"><office:styles>{_default(language)}{paragraphs}'
        f"{characters}</office:styles><office:automatic-styles>{_PAGE.format(1.25 if heads else 2.5)}"
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="A4">'
        f"{header and f'<style:header>{header}</style:header>'}{_PAGES}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )


def _default(language: str) -> str:
    tag, _, region = language.partition("-")
    known = f' fo:language="{escape(tag)}" fo:country="{escape(region) or "none"}"' if tag.isalpha() else ""
    return (
        '<style:default-style style:family="paragraph"><style:text-properties'
        f" {_fonts(_SERIF)} {_colour(INK)} {_size(12)}{known}/></style:default-style>"
    )
