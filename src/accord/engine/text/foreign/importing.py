"""
Import: a text that others bracketed becomes a negotiation to go on with.

What can be said in our own notation is; what cannot stands as wording, as it was written, and is told. Every visible
character of the source is in the result or in a finding.

>>> from accord.engine.text.foreign.importing import import_negotiation
>>> from accord.engine.text.notation import render
>>> made = import_negotiation("1. The Parties [shall][should] meet on [date].\\n\\n[XAA: 2. They report.]")
>>> print(render(made.text).partition("\\n\\n")[2].rstrip())
1. The Parties [shall] [should] meet on \\[date\\].
<BLANKLINE>
[XAA: 2. They report.]

Source: docs/reference/import.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from accord.engine.said import say
from accord.engine.text.compiling import numbered
from accord.engine.text.errors import NotationError
from accord.engine.text.findings import Finding, Lines
from accord.engine.text.foreign.importing_choices import ranked
from accord.engine.text.foreign.importing_labels import Origin, origin_of
from accord.engine.text.foreign.importing_reading import Reader, named_in
from accord.engine.text.foreign.inspecting import Inspection, inspect
from accord.engine.text.foreign.profile import PLAIN, Profile
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.model import CHAIR, Block, Text
from accord.engine.text.parsing import parse
from accord.engine.text.spacing import inside
from accord.engine.text.wording import refused_in


@dataclass(frozen=True, slots=True)
class Imported:
    """
    What became of a foreign text.

    Attributes:
        text: the negotiation; ``parse(render(text)) == text``.
        origins: where each of its blocks comes from, in order.
        inspection: what was found in the source.
        unknown: how often each name stands before wording, or reserves, that the table does not have.
        findings: those of the inspection and those of the import, in order of place.
    """

    text: Text
    origins: tuple[Origin, ...]
    inspection: Inspection = field(repr=False)
    unknown: Mapping[str, int]
    findings: tuple[Finding, ...]


def import_negotiation(
    source: str, roster: Roster | None = None, *, sample: bool = False, profile: Profile = PLAIN
) -> Imported:
    """
    Return the negotiation that ``source``, any bracketed text, stands at.

    Args:
        roster: the meeting's table. Its codes and groups are the roster of the result, and only names in it hold
            anything. Without one only canonical holders count (``[XAA, XBB: …]``), in alphabetical order.
        profile: what marks mean that texts use in different ways.

    Returns:
        the negotiation, whatever the source holds; a text in our own notation is read as what it is.
    """
    source, left_out = _readable(source)
    inspection = inspect(source, roster, profile)
    own = _own(source) if inspection.tree.canonical else None
    if isinstance(own, Text):
        origins = _origins_of(own.blocks, source)
        return Imported(replace(own, sample=own.sample or sample), origins, inspection, {}, inspection.findings)
    reader = Reader(source, roster, inspection, profile)
    if own is not None:
        reader.builder.tell(
            "I001", 0, say("The notation cannot be read ({own}); it is read as anybody's text.", own=own)
        )
    blocks = reader.read()
    codes = _codes(blocks, roster)
    groups = tuple((name, members) for name, members in (roster.groups if roster else {}).items())
    rank = {code: at for at, code in enumerate((*codes, CHAIR))}
    text = numbered(Text(tuple(_in_order(block, rank) for block in blocks), codes, groups=groups, sample=sample))
    found = [*left_out, *inspection.findings, *reader.builder.findings]
    found.sort(key=lambda each: (each.offset, each.code))
    return Imported(text, tuple(reader.origins), inspection, reader.unknown, tuple(found))


def _readable(source: str) -> tuple[str, list[Finding]]:
    """Return ``source`` without the characters that no negotiated wording may hold, and a finding for each."""
    places = refused_in(source)
    gone = {place.offset for place in places}
    lines = Lines(source)
    findings = []
    for place in places:
        message = say(
            "{code} {name} {reason}; it was left out.",
            code=place.code_point,
            name=place.name,
            reason=place.reason,
        )
        findings.append(lines.finding("I011", "warning", place.offset, message))
    return ("".join(each for at, each in enumerate(source) if at not in gone) if gone else source), findings


def _own(source: str) -> Text | NotationError:
    try:
        return parse(source)
    except NotationError as error:
        return error


def _codes(blocks: Sequence[Block], roster: Roster | None) -> tuple[str, ...]:
    """Return the roster of the result: that of the table, or who holds, reserves or is awaited somewhere."""
    if roster is not None:
        return tuple(code for code in dict.fromkeys(roster.names.values()) if code != CHAIR)
    return tuple(sorted(named_in(blocks) - {CHAIR}))


def _in_order(block: Block, rank: Mapping[str, int]) -> Block:
    return replace(block, inlines=inside(ranked(block.inlines, rank.__getitem__)))


def _origins_of(blocks: Sequence[Block], notation: str) -> tuple[Origin, ...]:
    """Return the origins of the blocks of a text in our own notation."""
    before: list[Origin] = []
    line = 1
    for block, above in zip(blocks, notation[:-1].split("\n\n"), strict=False):
        line += above.count("\n") + 2
        before.append(origin_of(block, line, before))
    return tuple(before)
