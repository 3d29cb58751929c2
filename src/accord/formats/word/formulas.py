"""
Formulas as plain characters: a fraction is (a+b)/c, a power x^2, a root √(x).

Source: ISO/IEC 29500-1, 22.1 (Office Math).
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from accord.formats.word.elements import MATH, TRACKED, W, name_of

_BEFORE = {"sup": "^", "sub": "_", "den": "/"}
_GROUPED = frozenset({"num", "den", "sup", "sub", "deg"})


def written_formula(
    element: etree._Element, put: Callable[[str], None], change: Callable[[etree._Element | None], None]
) -> None:
    """
    Write a formula as plain characters.

    Args:
        put: takes characters. change: is told where a tracked change begins (its element) and ends (None).
    """
    tag = str(element.tag)
    name = tag.rpartition("}")[2]
    if tag in {MATH + "t", W + "t", W + "delText"}:
        put(element.text or "")
    elif name_of(element) in TRACKED:
        change(element)
        _inside(element, put, change)
        change(None)
    elif tag.startswith(MATH) and name == "d":
        _delimited(element, put, change)
    elif not name.endswith("Pr"):
        _part(element, name if tag.startswith(MATH) else "", put, change)


def _part(
    element: etree._Element, name: str, put: Callable[[str], None], change: Callable[[etree._Element | None], None]
) -> None:
    grouped = (name in _GROUPED and _length(element) > 1) or name == "rad"
    if name == "deg" and not _length(element):
        return
    if name in _BEFORE and _length(element):
        put(_BEFORE[name])
    if name == "rad":
        put("√")
    if name == "nary":
        put(_sign(element, "chr", "∫"))
    put("(" if grouped else "")
    _inside(element, put, change)
    put(")" if grouped else "")


def _delimited(
    element: etree._Element, put: Callable[[str], None], change: Callable[[etree._Element | None], None]
) -> None:
    put(_sign(element, "begChr", "("))
    parts = element.findall(MATH + "e")
    for at, part in enumerate(parts):
        put(_sign(element, "sepChr", "|") if at else "")
        _inside(part, put, change)
    put(_sign(element, "endChr", ")"))


def _inside(
    element: etree._Element, put: Callable[[str], None], change: Callable[[etree._Element | None], None]
) -> None:
    for child in element:
        written_formula(child, put, change)


def _sign(element: etree._Element, name: str, otherwise: str) -> str:
    found = element.find(f"{MATH}{element.tag.rpartition('}')[2]}Pr/{MATH}{name}")
    return otherwise if found is None else str(found.get(MATH + "val", ""))


def _length(element: etree._Element) -> int:
    return sum(len(each.text or "") for each in element.iter(MATH + "t"))
