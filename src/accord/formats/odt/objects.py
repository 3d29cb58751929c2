"""What a frame of an OpenDocument text holds: text boxes, a formula, or a picture or chart that is only told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from accord.engine.said import say
from accord.formats.odt.formulas import written_formula
from accord.formats.odt.names import DRAW, HREF, MATH, OFFICE, SVG, TEXT, all_text
from accord.formats.odt.opening import Package
from accord.formats.word.elements import one_line
from accord.formats.word.told import left_out
from accord.formats.xml import Refused

_EMBEDDED = say("holds an embedded document. Delete it in LibreOffice, or put a picture in its place.")


@dataclass(frozen=True, slots=True)
class Frame:
    """
    What a frame holds.

    Attributes:
        boxes: its text boxes. formula: as plain characters. chart: whether it is a chart and no picture.
        written: what stands in a chart. described: what its author says that it shows.
    """

    boxes: tuple[etree._Element, ...] = ()
    formula: str = ""
    chart: bool = False
    written: str = ""
    described: str = ""


def frame_of(package: Package, element: etree._Element) -> Frame:
    """
    Return what a frame holds; further forms of the same content are passed over.

    Raises:
        Refused: it holds a document of another program.
    """
    boxes = tuple(element.iterchildren(DRAW + "text-box"))
    if boxes:
        return Frame(boxes)
    described = one_line(element.findtext(SVG + "desc") or element.findtext(SVG + "title") or "")
    for each in element.iterchildren(DRAW + "object"):
        root = _object(package, each)
        if root.tag == MATH + "math":
            return Frame(formula=written_formula(root), described=described)
        return Frame(chart=True, written=one_line(" ".join(_chart_texts(root))), described=described)
    return Frame(described=described)


def said_of(frame: Frame) -> str:
    """Return what is said of a picture or chart that is left out."""
    return left_out(frame.described, frame.written, chart=frame.chart)


def _object(package: Package, element: etree._Element) -> etree._Element:
    inside = next(element.iterchildren(etree.Element), None)
    root = inside if inside is not None else package.embedded(str(element.get(HREF, "")))
    if root is None:
        raise Refused(_EMBEDDED)
    return root


def _chart_texts(root: etree._Element) -> Iterator[str]:
    """Yield what stands in a chart; refuse what is none."""
    if next(root.iter(OFFICE + "chart"), None) is None:
        raise Refused(_EMBEDDED)
    yield from (all_text(each) for each in root.iter(TEXT + "p"))
