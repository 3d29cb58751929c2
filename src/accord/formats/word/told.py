"""What is said of a thing that stands under tracked changes, or that has such changes inside."""

from __future__ import annotations

from collections.abc import Sequence

from accord.engine.said import say
from accord.formats.word.elements import one_line
from accord.formats.word.story import Change, Group, Piece, accepted, rejected

LOSSES = frozenset({"D008", "D009"})
"""What is said of wording that is read nowhere; it is said even where its place is gone from the text."""


def under(changes: tuple[Change, ...], *more: Change) -> tuple[Change, ...]:
    """Return changes with others inside them; one of the same kind by the same author adds nothing."""
    for change in more:
        if all((each.kind, each.author, each.moved) != (change.kind, change.author, change.moved) for each in changes):
            changes = (*changes, change)
    return changes


def in_one_line(pieces: Sequence[Piece]) -> tuple[str, str, tuple[Group, ...]]:
    """Return the wording of a note, page head or comment after and before its tracked changes, and those."""
    after, before = accepted(pieces), rejected(pieces)
    said = [one_line(each.message) for each in after.notes if each.severity == "warning"]
    wording = one_line(" ".join(after.paragraphs))
    return wording + "".join(f" ({each})" for each in said), one_line(" ".join(before.paragraphs)), tuple(after.groups)


def wording_then(wording: str, before: str) -> str:
    """Return wording in quotation marks, with what it was before tracked changes where that differs."""
    if before in {wording, ""}:
        return f'"{wording}"'
    return say('"{wording}" (before the tracked changes "{before}")', wording=wording, before=before)


def said_of_page(kind: str, wording: str) -> str:
    """Return what is said of the head ("header") or foot of a page that is left out."""
    if kind == "header":
        return say("A page header was left out: {wording}.", wording=wording)
    return say("A page footer was left out: {wording}.", wording=wording)


def left_out(described: str, written: str, *, chart: bool) -> str:
    """Return what is said of a picture or chart that is left out."""
    if written:
        words = say(', in which is written "{words}"', words=written)
    else:
        words = say(', described as "{words}"', words=described) if described else ""
    if chart:
        return say("A chart or diagram was left out{says}.", says=words)
    return say("A picture was left out{says}.", says=words)


def way_of(changes: tuple[Change, ...]) -> str:
    """Return what the name of a thing goes on with where tracked changes put it in or take it out."""
    kinds = {each.kind for each in changes}
    if not kinds:
        return ""
    return say(" that a tracked change takes out") if "deleted" in kinds else say(" that a tracked change puts in")
