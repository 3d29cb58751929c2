"""
What stands beside the wording of an OpenDocument text or in its place: notes, comments, boxes, pictures, formulas.

Source: OpenDocument 1.3, part 3, 6.3 (notes), 10 (graphics), 14.1 (annotations).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from accord.engine.said import say
from accord.formats.odt import tables
from accord.formats.odt.names import DRAW, OFFICE, TEXT, all_text
from accord.formats.odt.objects import frame_of, said_of
from accord.formats.word.elements import one_line
from accord.formats.word.story import Box, Said, Spot
from accord.formats.word.told import way_of, wording_then

if TYPE_CHECKING:
    from accord.formats.odt.walking import Walk


def note(walk: Walk, element: etree._Element) -> None:
    """Say what a footnote or endnote says, where it stands."""
    body = element.find(TEXT + "note-body")
    if body is None or walk.inside:
        return
    name = say("An endnote") if element.get(TEXT + "note-class") == "endnote" else say("A footnote")
    wording, before, groups = walk.aside(body)
    message = say(
        "{name}{changes} was left out: {wording}.",
        name=name,
        changes=way_of(walk.changes),
        wording=wording_then(wording, before),
    )
    walk.pieces.append(Said(walk.changes, "D004", "warning", message, always=True, revisions=groups))


def comment(walk: Walk, element: etree._Element) -> None:
    """Note where a comment hangs, or where the wording that it is about begins."""
    named = element.get(OFFICE + "name")
    walk.pieces.append(Spot(walk.changes, "start" if named else "at", walk.beside.comments[element]))


def comment_end(walk: Walk, element: etree._Element) -> None:
    """Note where the wording that a comment is about ends."""
    walk.pieces.append(Spot(walk.changes, "end", str(element.get(OFFICE + "name", ""))))


def control(walk: Walk, element: etree._Element) -> None:
    """Say what a field of a form shows."""
    fields = walk.beside.fields.get(str(element.get(DRAW + "control", "")))
    if fields:
        walk.tell("D008", say('A field of a form was left out: "{fields}".', fields=fields))


def reading_aid(walk: Walk, element: etree._Element) -> None:
    """Leave out the small characters above the wording."""
    walk.tell(
        "D009", say('A reading aid was left out: "{element}".', element=one_line(all_text(element))), warning=False
    )


def frame(walk: Walk, element: etree._Element) -> None:
    """Read a frame: a text box, a formula, or a picture that is told of."""
    found = frame_of(walk.beside.package, element)
    if found.formula:
        walk.tell("D006", say('A formula was read as plain characters: "{formula}".', formula=one_line(found.formula)))
        walk.put(found.formula)
        walk.blank = False
    elif found.boxes:
        for box in found.boxes:
            text_box(walk, box)
    else:
        walk.tell("D007", said_of(found), warning=bool(found.written), always=bool(found.written))


def shape(walk: Walk, element: etree._Element) -> None:
    """Read what is written in a shape."""
    if all_text(element).strip():
        text_box(walk, element)


def text_box(walk: Walk, element: etree._Element) -> None:
    """Read a text box; one that hangs on a paragraph stands behind it."""
    if not walk.flowing:
        tables.cell(walk, element)
        return
    walk.pieces.append(Box(walk.changes, tuple(walk.apart(element))))
