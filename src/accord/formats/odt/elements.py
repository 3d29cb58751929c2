"""
The elements of an OpenDocument text by what a reader of it sees of them.

Source: OpenDocument 1.3, part 3, 4 (document structure) to 10 (graphics).
"""

from __future__ import annotations

from lxml import etree

from accord.formats.odt.names import TEXT, name_of

FLOWING = frozenset({
    *("text:p", "text:h", "text:span", "text:a", "text:ruby", "text:ruby-base", "text:meta", "text:meta-field"),
    *("loext:content-control", "text:bibliography-mark"),
})  # fmt: skip
"""Elements with characters of their own."""

HOLDING = frozenset({
    *("text:index-body", "text:index-title", "table:table-header-rows", "table:table-rows", "table:table-row"),
    *("table:table-row-group", "draw:a", "draw:g", "draw:text-box"),
})  # fmt: skip
"""Elements that only hold others."""

SECTIONS = frozenset({
    *("text:section", "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index"),
    *("text:user-index", "text:alphabetical-index", "text:bibliography"),
})  # fmt: skip

SHAPES = frozenset(
    f"draw:{name}"
    for name in (
        *("custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle", "ellipse"),
        *("connector", "measure", "caption"),
    )
)

SILENT = frozenset({
    *("text:tracked-changes", "office:change-info", "text:soft-page-break", "text:number", "text:note-citation"),
    *("text:bookmark", "text:bookmark-start", "text:bookmark-end", "text:reference-mark"),
    *("text:reference-mark-start", "text:reference-mark-end", "text:toc-mark", "text:toc-mark-start"),
    *("text:toc-mark-end", "text:user-index-mark", "text:user-index-mark-start", "text:user-index-mark-end"),
    *("text:alphabetical-index-mark", "text:alphabetical-index-mark-start", "text:alphabetical-index-mark-end"),
    *("text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls"),
    *("text:section-source", "text:table-of-content-source", "text:illustration-index-source"),
    *("text:table-index-source", "text:object-index-source", "text:user-index-source"),
    *("text:alphabetical-index-source", "text:bibliography-source"),
    *("table:table-column", "table:table-columns", "table:table-header-columns", "table:table-column-group"),
    *("table:title", "table:desc", "svg:title", "svg:desc", "dc:creator", "dc:date", "meta:creator-initials"),
    *("meta:date-string", "office:forms", "office:event-listeners", "draw:glue-point", "draw:enhanced-geometry"),
    *("field:fieldmark-start", "field:fieldmark-end", "field:fieldmark-separator", "field:param"),
})  # fmt: skip
"""Elements that a reader does not see."""

BREAKS = {"text:tab": "\t", "text:line-break": "\n"}


def is_field(element: etree._Element, name: str) -> bool:
    """Whether an element of a paragraph works out what it holds: a date, a page number, a reference, …"""
    parent = element.getparent()
    return name.startswith("text:") and parent is not None and name_of(parent) in FLOWING


def is_shown(field: etree._Element) -> bool:
    """Whether a field shows what it holds; one that only sets a variable may not."""
    return field.get(TEXT + "display") != "none"
