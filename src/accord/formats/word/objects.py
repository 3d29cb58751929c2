"""
What stands beside the wording of a Word document or in its place: notes, comments, boxes, pictures, formulas.

Source: ISO/IEC 29500-1, 17.11 (notes), 17.13.4 (comments), 20 (drawings), 22.1 (Office Math).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from accord.engine.said import say
from accord.formats.word.beside import texts_in
from accord.formats.word.changes import change_of
from accord.formats.word.elements import COMPATIBILITY, DRAWN, MADE, MATH, W14, R, W, all_text, name_of, one_line
from accord.formats.word.formulas import written_formula
from accord.formats.word.story import Box, Change, Said, Spot, Words
from accord.formats.word.told import left_out, under, way_of, wording_then

if TYPE_CHECKING:
    from accord.formats.word.walking import Walk

_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_KNOWN = (*(each.lstrip("{") for each in DRAWN), MATH.strip("{}"), W.strip("{}"), W14.strip("{}"))


def note(walk: Walk, element: etree._Element) -> None:
    """Say what a footnote or endnote says, where it is referred to."""
    kind, key = name_of(element).removesuffix("Reference"), str(element.get(W + "id"))
    found = walk.beside.notes.get((kind, key))
    if found is None or walk.inside:
        return
    name = say("An endnote") if kind == "endnote" else say("A footnote")
    if (kind, key) in walk.said:
        walk.tell("D004", say("{name} is referred to again: it was left out.", name=name), always=True)
        return
    walk.said.add((kind, key))
    wording, before, groups = walk.aside(found)
    message = say(
        "{name}{changes} was left out: {wording}.",
        name=name,
        changes=way_of(walk.changes),
        wording=wording_then(wording, before),
    )
    walk.pieces.append(Said(walk.changes, "D004", "warning", message, always=True, revisions=groups))


def spot(walk: Walk, element: etree._Element) -> None:
    """Note where the wording that a comment is about begins and ends, and where the comment hangs."""
    what = {"commentRangeStart": "start", "commentRangeEnd": "end"}.get(name_of(element), "at")
    walk.pieces.append(Spot(walk.changes, what, str(element.get(W + "id"))))  # type: ignore[arg-type]


def reading_aid(walk: Walk, element: etree._Element) -> None:
    """Leave out the small characters above the wording."""
    walk.tell(
        "D009", say('A reading aid was left out: "{element}".', element=one_line(all_text(element))), warning=False
    )


def alternate(walk: Walk, element: etree._Element) -> None:
    """Read the first of several forms of one content that Word of today knows."""
    for form in element:
        if form.tag == COMPATIBILITY + "Fallback" or _is_known(form):
            walk.into(form)
            return
    if all_text(element):
        walk.tell(
            "D008", say('What only a newer Word shows was left out: "{element}".', element=one_line(all_text(element)))
        )


def text_box(walk: Walk, element: etree._Element) -> None:
    """Read a text box, which stands behind the paragraph that it hangs on."""
    outer, walk.pieces = walk.pieces, []
    hides, walk.hides = walk.hides, False
    walk.into(element)
    box, walk.pieces, walk.hides = walk.pieces, outer, hides
    walk.pieces.append(Box(walk.changes, tuple(box)))


def drawing(walk: Walk, element: etree._Element) -> None:
    """Read the text boxes in a drawing; say that its pictures were left out, and what is written in them."""
    start = len(walk.pieces)
    walk.into(element)
    written = [str(each.get("string")) for each in element.iter("{*}textpath") if each.get("string")]
    related = [each.get(R + "id") or each.get(R + "dm") for each in element.iter("{*}chart", "{*}relIds")]
    written += [texts_in(walk.beside.package, str(each)) for each in related if each]
    written += [each.text for each in element.iter(_DRAWN_TEXT) if each.text]
    pictured = next(element.iter("{*}blip", "{*}imagedata"), None) is not None
    if pictured or written or related or len(walk.pieces) == start:
        _say_picture(walk, element, one_line(" ".join(written)), chart=bool(related))


def _say_picture(walk: Walk, element: etree._Element, written: str, *, chart: bool) -> None:
    described = next((str(each.get("descr")) for each in element.iter("{*}docPr") if each.get("descr")), "")
    says = left_out(one_line(described), written, chart=chart)
    walk.tell("D007", says, warning=bool(written), always=bool(written))


def formula(walk: Walk, element: etree._Element) -> None:
    """Take a formula as plain characters."""
    start, outer = len(walk.pieces), list[tuple[Change, ...]]()

    def change(inner: etree._Element | None) -> None:
        if inner is None:
            walk.changes = outer.pop()
        else:
            outer.append(walk.changes)
            walk.changes = under(walk.changes, change_of(inner))

    written_formula(element, walk.put, change)
    wording = "".join(each.wording for each in walk.pieces[start:] if isinstance(each, Words))
    if wording:
        message = say('A formula was read as plain characters: "{wording}".', wording=one_line(wording))
        walk.pieces.insert(start, Said(walk.changes, "D006", "warning", message))


def made(walk: Walk, element: etree._Element) -> None:
    """Say that Word shows something here that it works out."""
    walk.tell("D008", MADE[name_of(element)])


def _is_known(form: etree._Element) -> bool:
    """Whether Word of today knows the namespaces that a form of alternate content requires."""
    required = [form.nsmap.get(prefix) or "" for prefix in str(form.get("Requires", "")).split()]
    return bool(required) and all(each.startswith(_KNOWN) for each in required)
