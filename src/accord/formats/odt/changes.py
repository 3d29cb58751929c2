"""
The tracked changes of an OpenDocument text: what was taken out stands apart, in a list before the wording.

Source: OpenDocument 1.3, part 3, 5.5 (change tracking).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from accord.formats.odt.names import DC, OFFICE, TEXT, XML_ID
from accord.formats.word.story import Change

_KINDS = {TEXT + "insertion": "inserted", TEXT + "deletion": "deleted"}


@dataclass(frozen=True, slots=True)
class Region:
    """
    One tracked change of the list.

    Attributes:
        changes: what was done, the outermost first: a deletion stands inside the insertion of the same words.
        deleted: the element with the wording that was taken out; None where there is none.
    """

    changes: tuple[Change, ...]
    deleted: etree._Element | None = None


def regions(root: etree._Element) -> Mapping[str, Region]:
    """Return the tracked changes of wording by their ids; those of formatting alone are none."""
    return {key: region for each in root.iter(TEXT + "changed-region") for key, region in _read(each)}


def has_changes_of_formatting(root: etree._Element) -> bool:
    """Whether formatting was changed with tracking."""
    return next(root.iter(TEXT + "format-change"), None) is not None


def _read(element: etree._Element) -> Iterator[tuple[str, Region]]:
    done = [each for each in element if each.tag in _KINDS]
    done.sort(key=lambda each: each.tag == TEXT + "deletion")
    deleted = next((each for each in done if each.tag == TEXT + "deletion"), None)
    region = Region(tuple(_change(each) for each in done), deleted)
    for key in {element.get(XML_ID), element.get(TEXT + "id")} - {None}:
        yield str(key), region


def _change(element: etree._Element) -> Change:
    told = element.find(OFFICE + "change-info")
    author, date = ("" if told is None else told.findtext(DC + name) or "" for name in ("creator", "date"))
    return Change(_KINDS[str(element.tag)], author, date)  # type: ignore[arg-type]
