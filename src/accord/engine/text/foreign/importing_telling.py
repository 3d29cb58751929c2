"""What an import tells of how it read a text, in words. Source: docs/reference/inspect.md, "Importing"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.engine.said import say
from accord.engine.text.findings import Finding, Lines
from accord.engine.text.foreign.furniture import KINDS, Furniture
from accord.engine.text.foreign.importing_paragraphs import pattern_of
from accord.engine.text.foreign.importing_spots import Option, Shapes, Spot
from accord.engine.text.model import Status
from accord.engine.text.notation import NO_TEXT

_MANY = 10
"""A bracket over more paragraphs than this deserves a look, where others in the text are never closed."""


def of_spot(  # noqa: PLR0917 -- a choice, and what is known around it
    source: str, spot: Spot, paragraphs: int, shapes: Shapes, lines: Lines, unbalanced: bool
) -> Iterator[Finding]:
    """Yield I004 for a choice over paragraphs, I002 for each who is named otherwise than we do, I003 for strokes."""
    if spot.is_wide:
        doubtful = unbalanced and paragraphs > _MANY
        fix = say("Look where it ends: brackets elsewhere in this text are never closed.") if doubtful else ""
        message = say("The bracket stands around each of its {paragraphs} paragraphs.", paragraphs=paragraphs)
        yield lines.finding("I004", "warning" if doubtful else "info", spot.start, message, fix)
    for option in spot.options:
        if option.said:
            message = say("“{said}” was read as: {stances}.", said=_line(option.said), stances=stances_of(option))
            yield lines.finding("I002", "info", option.start, message)
        written = _line(source[option.start : option.end]) if option.is_null else ""
        if written not in ("", NO_TEXT):
            yield lines.finding(
                "I002",
                "info",
                option.start,
                say("“{said}” was read as: {stances}.", said=written, stances=NO_TEXT),
            )
    for start, written in dict(_shared(source, spot, shapes)).items():
        yield lines.finding("I003", "info", start, say("“{written}” holds several alternatives.", written=written))


def furniture(source: str, found: Sequence[Furniture], lines: Lines) -> Iterator[Finding]:
    """Yield I013 for what belongs to pages and was left out: notes at the foot one by one, the rest kind by kind."""
    alike: dict[tuple[str, str], list[Furniture]] = {}
    for each in found:
        line = _line(source[each.start : each.end])
        if each.kind == "footnote":
            message = say("A note at the foot of a page was left out: “{line}”.", line=line)
            yield lines.finding(
                "I013", "warning", each.start, message, say("Put it where it belongs, if it is negotiated.")
            )
        else:
            alike.setdefault((each.kind, pattern_of(source, each)), []).append(each)
    for (kind, _), group in alike.items():
        written = ", ".join(f"“{_line(source[each.start : each.end])}”" for each in group)
        yield lines.finding(
            "I013",
            "info",
            group[0].start,
            say("Left out as {kind} ({count}): {written}.", kind=KINDS[kind], count=len(group), written=written),
        )


def stances_of(option: Option) -> str:
    """Return in words who says what on an alternative."""
    named = (("for", option.wants), ("retain", option.keeps), ("against", option.opposes))
    groups = [f"{word} {', '.join(codes)}" for word, codes in named if codes]
    return "; ".join([*groups, *([stance_words(option.remarks)] if option.remarks else [])])


def stance_words(stances: Sequence[tuple[str, str]]) -> str:
    """Return pairs of a code and its stance in words."""
    return ", ".join(f"{code} {stance}" for code, stance in stances)


def status_words(status: Status) -> str:
    """Return a status in words."""
    word = "agreed ad referendum" if status.state == "agreed" else status.state
    pending = f", pending {', '.join(status.pending)}" if status.pending else ""
    return word + (f" in {status.forum}" if status.forum else "") + pending


def _shared(source: str, spot: Spot, shapes: Shapes) -> Iterator[tuple[int, str]]:
    """Yield start and wording of each bracket of a choice that holds several alternatives ("[one / other]")."""
    for before, after in pairwise(spot.options):
        if not shapes.closes(source, before.end, after.start):
            start = max(each.start() for each in shapes.opening.finditer(source, spot.start, before.start + 1))
            close = shapes.closes(source, after.end, spot.end)
            yield start, _line(source[start : close.end() if close else spot.end])


def _line(wording: str) -> str:
    return " ".join(wording.split())
