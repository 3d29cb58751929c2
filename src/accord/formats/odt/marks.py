"""
The marks of tracked changes in the flow of an OpenDocument text: where one begins, ends, or has taken something out.

Source: OpenDocument 1.3, part 3, 5.5 (change tracking).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from accord.formats.odt.changes import Region
from accord.formats.odt.names import TEXT
from accord.formats.word.story import End
from accord.formats.word.told import under

if TYPE_CHECKING:
    from accord.formats.odt.walking import Walk


def change_start(walk: Walk, element: etree._Element) -> None:
    """Enter a tracked change."""
    key = str(element.get(TEXT + "change-id", ""))
    region = walk.beside.regions.get(key)
    if region and region.changes:
        walk.begun[key] = region.changes


def change_end(walk: Walk, element: etree._Element) -> None:
    """Leave a tracked change."""
    walk.begun.pop(str(element.get(TEXT + "change-id", "")), None)


def change_point(walk: Walk, element: etree._Element) -> None:
    """Read what was taken out here."""
    key = str(element.get(TEXT + "change-id", ""))
    region = walk.beside.regions.get(key)
    if region is None or region.deleted is None or key in walk.within:
        return
    start, kept = len(walk.pieces), (walk.here, walk.item, walk.look, walk.blank, walk.held, walk.first, walk.began)
    _taken_out(walk, key, region)
    walk.here, walk.item, walk.look, walk.blank, walk.held, walk.first, walk.began = kept
    _join(walk, start)


def _taken_out(walk: Walk, key: str, region: Region) -> None:
    outer, within, listing = walk.around, walk.within, walk.listing
    walk.around, walk.within = under(walk.changes, *region.changes), (*within, key)
    walk.held = walk.listing = None
    if region.deleted is not None:
        walk.into(region.deleted)
    walk.around, walk.within, walk.listing = outer, within, listing


def _join(walk: Walk, start: int) -> None:
    """Let wording that was taken out begin and end in the paragraph around it, as it did in the base."""
    ends = [at for at in range(start, len(walk.pieces)) if isinstance(walk.pieces[at], End)]
    if not ends or ends[-1] != len(walk.pieces) - 1:
        return
    last = walk.pieces.pop()
    if len(ends) > 1 and walk.flowing:
        (was,) = walk.before or (walk.here,)
        walk.pieces[ends[0]] = replace(walk.pieces[ends[0]], base_number=was)  # type: ignore[call-arg]
    if len(ends) > 1 and isinstance(last, End):
        walk.before = (last.base_number,)  # type: ignore[assignment]
