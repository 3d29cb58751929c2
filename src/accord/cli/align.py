"""
``accord align POSITIONS.csv [--before EARLIER.csv] [--json]``.

Source: docs/reference/alignment.md, "accord align".
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from accord.cli import ends

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: several threads take ten times as long here

from accord.engine import alignment as engine
from accord.engine.alignment import Approaches, Change, Headline, Map, Standing
from accord.formats.approaches import read_approaches
from accord.formats.textfile import UnreadableFile, decode

LARGE_EXTENT = "similar to a large extent"
MOST_PRINTED = 40


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said about one file, as values."""

    found: Approaches
    headline: Headline
    standings: list[Standing]
    map: Map
    blocs: list[tuple[str, ...]]
    change: Change | None


def run(*, positions: str, before: str, as_json: bool) -> int:
    """Do the command; return its exit status."""
    found = _read(positions)
    report = _report(found, _read(before) if before else None, before)
    notes = list(_notes(report))
    if as_json:
        ends.put(ends.as_json_bytes(_document(report, notes)))
    else:
        ends.put("".join(f"{line}\n" for line in [*_lines(report), *notes]).encode("utf-8"))
    return ends.DONE if report.headline.value is not None else ends.NEEDS_A_PERSON


def _read(name: str) -> Approaches:
    data = sys.stdin.buffer.read() if name == ends.STANDARD_INPUT else Path(name).read_bytes()
    return read_approaches(decode(data, ends.shown(name)), ends.shown(name))


def _report(found: Approaches, earlier: Approaches | None, name: str) -> Report:
    try:
        changed = engine.change(earlier, found) if earlier else None
    except engine.NotComparable as error:
        raise UnreadableFile(name, str(error)) from None
    return Report(
        found=found,
        headline=engine.headline(found),
        standings=engine.standings(found),
        map=engine.draw_map(found, engine.draw_map(earlier) if earlier else None),
        blocs=engine.suggested_blocs(found),
        change=changed,
    )


def phrase(headline: Headline) -> str:
    """Return what may be said in one phrase; never without the number, the bounds and the points that divide."""
    if headline.is_large_extent:
        return LARGE_EXTENT
    return f"similar on {headline.similar} of {headline.points} {'point' if headline.points == 1 else 'points'}"


# JSON


def _document(report: Report, notes: list[str]) -> dict[str, object]:
    head = report.headline
    document: dict[str, object] = {
        "headline": {
            "value": head.value,
            "coverage": head.coverage,
            "lower": head.lower,
            "upper": head.upper,
            "interval": list(head.interval) if head.interval else None,
            "alpha": head.alpha,
            "phrase": phrase(head),
        },
        "pairs": [asdict(pair) for pair in engine.pairs(report.found)],
        "points": [asdict(standing) for standing in report.standings],
        "map": [{"member": place.member, "x": place.x, "y": place.y} for place in report.map.places],
        "map_quality": {
            "explained": list(report.map.explained),
            "moves": {place.member: place.moves for place in report.map.places},
        },
        "objections": list(head.objected),
        "blocs": [list(bloc) for bloc in report.blocs],
        "notes": notes,
    }
    return document | ({"change": asdict(report.change)} if report.change else {})


# Words


def _lines(report: Report) -> Iterator[str]:
    head = report.headline
    yield f"{len(report.found.members)} members, {head.points} points, {head.coverage:.1%} of all pairs known"
    if head.value is None:
        yield "similarity      not known: on no point are two members known"
    else:
        yield f"similarity      {head.value:.3f}: {phrase(head)}"
    yield f"bounds          {head.lower:.3f} to {head.upper:.3f}, whatever is not known turns out to be"
    if head.interval:
        yield f"90 % interval   {head.interval[0]:.3f} to {head.interval[1]:.3f}, over points"
    yield f"beyond chance   {'not defined (all is the same)' if head.alpha is None else f'{head.alpha:.3f}'}"
    yield f"objections      {', '.join(head.objected) or 'none'}"
    if report.change:
        yield from _changed(report.change)
    yield from _points(report.standings)
    yield from (f"bloc            {', '.join(bloc)} (suggested)" for bloc in report.blocs)


def _changed(change: Change) -> Iterator[str]:
    reach = f" ({change.interval[0]:+.3f} to {change.interval[1]:+.3f})" if change.interval else ""
    of = f"{change.points} points and {change.members} members in common"
    yield f"since before    {change.difference:+.3f}{reach}: {change.before:.3f} to {change.after:.3f}, on {of}"


def _points(standings: list[Standing]) -> Iterator[str]:
    for state in ("agreed", "open", "divided"):
        yield f"{state:<16}{sum(each.state == state for each in standings)}"
    divided = [each for each in standings if each.state == "divided"]
    for each in divided[:MOST_PRINTED]:
        apart = f"; apart: {', '.join(each.outliers)}" if each.outliers else ""
        yield f"  {each.point}: {each.similarity:.3f}, {each.known} known{apart}"
    if len(divided) > MOST_PRINTED:
        yield f"  and {len(divided) - MOST_PRINTED} more"


def _notes(report: Report) -> Iterator[str]:
    head = report.headline
    if head.value is not None and not head.lower - 1e-9 <= head.value <= head.upper + 1e-9:
        yield "The similarity is that of the known pairs; with every position known it would lie within the bounds."
    if head.indicative:
        yield "The interval is indicative: there are fewer than 15 points."
    if head.interval is None:
        yield "There is no interval: it takes eight points or more, of two topics or more."
    if report.map.few_points:
        yield "The map is not to be trusted: there are fewer than eight points."
    if report.map.left_out:
        yield f"Not on the map, for too little is known of them: {', '.join(report.map.left_out)}."
    if report.map.weak:
        yield "The map is weak: its first axis shows less than 30 % of the differences."
    if report.blocs:
        yield "Blocs are a suggestion of the figures; nobody declared them."
