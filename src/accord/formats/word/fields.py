"""
Fields of a Word document: their results are seen, their instructions are not.

Source: ISO/IEC 29500-1, 17.16 (fields and hyperlinks).
"""

from __future__ import annotations

from lxml import etree

from accord.formats.word.elements import W, is_on, value_of


def instructions(root: etree._Element) -> dict[etree._Element, int]:
    """
    Return where the instruction of each field begins (1) and ends (-1); the field itself may go on with its result.

    A field without an end is none, so that nothing behind it is taken for its instruction.
    """
    found: dict[etree._Element, int] = {}
    open_fields: list[list[etree._Element]] = []
    for part in root.iter(W + "fldChar"):
        kind = part.get(W + "fldCharType")
        if kind == "begin":
            open_fields.append([part])
        elif kind == "separate" and open_fields and len(open_fields[-1]) == 1:
            open_fields[-1].append(part)
        elif kind == "end" and open_fields:
            begun, *results = open_fields.pop()
            found[begun] = 1
            found[results[0] if results else part] = -1
    return found


def form_field(part: etree._Element) -> str:
    """Return what a form field shows that has no result: a box that is ticked or not, the entry that was chosen."""
    data = part.find(W + "ffData")
    if data is None:
        return ""
    box, choices = data.find(W + "checkBox"), data.find(W + "ddList")
    if box is not None:
        ticked = is_on(box, "checked") if box.find(W + "checked") is not None else is_on(box, "default")
        return "☒" if ticked else "☐"
    if choices is None:
        return ""
    entries = [str(each.get(W + "val", "")) for each in choices.iterchildren(W + "listEntry")]
    chosen = value_of(choices, "result") or value_of(choices, "default") or "0"
    at = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 4 else 0
    return entries[at] if at < len(entries) else ""
