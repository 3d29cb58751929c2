"""
The choices of an inspection, each with those inside it, and what each delegation that a bracket names wants there.

Source: docs/reference/import.md, "Who holds what".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from accord.engine.text.foreign.joining import Alternative, Choice
from accord.engine.text.foreign.roster import Roster

MOST_DEPTH = 24
"""Brackets inside more others than this are wording: no text that people negotiate has them (real ones have ten)."""

_SHORT = 4
"""Parts of a bracket with strokes are alternatives where none has more words than this."""

_AGAINST = re.compile(r"\b(?:oppos|delet|reject|object)\w*", re.IGNORECASE)
_KEEPING = re.compile(r"\bretain\w*|\bkeep\w*", re.IGNORECASE)
_VERB = re.compile(
    r"\s+(?:propos|oppos|support|delet|retain|reserv|not|consider|prefer|suggest|add|accept|reject|object|keep)\w*\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATOR = re.compile(r"\s*(?:,\s*supported by\b|/+|,|&|\band\b|\bsupported by\b)\s*")
_CANONICAL = re.compile(r"[A-Z][A-Z0-9]{1,11}(?:, [A-Z][A-Z0-9]{1,11})*: ?")
_SPACED_SLASH = re.compile(r"(?<=\s)/(?=\s)|\A/")


@dataclass(frozen=True, slots=True)
class Option:
    """
    One alternative of a foreign choice.

    Attributes:
        start, end: its wording, in code points, half-open.
        wants: codes that propose or support it. keeps: codes that want it kept as it is. opposes: codes against it.
        said: who is named, as the text has it; "" where nobody is, or in the canonical form.
    """

    start: int
    end: int
    is_null: bool
    wants: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    said: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it names nobody."""
        return not (self.wants or self.keeps or self.opposes)


@dataclass(slots=True, eq=False)
class Spot:
    """A foreign choice from its first ``[`` to behind its last ``]``, with those inside it, in order."""

    start: int
    end: int
    options: tuple[Option, ...]
    inner: list[Spot] = field(default_factory=list)
    is_wide: bool = False
    """Whether it stands in more than one paragraph."""


def spots_of(text: str, choices: Iterable[Choice], roster: Roster | None) -> list[Spot]:
    """Return the outermost choices in order, each with those inside it."""
    outermost: list[Spot] = []
    open_spots: list[Spot] = []
    for choice in sorted(choices, key=lambda each: (each.start, -each.end)):
        options = tuple(_with_strokes(text, list(_options(text, choice, roster))))
        spot = Spot(choice.start, choice.end, options)
        while open_spots and open_spots[-1].end <= spot.start:
            open_spots.pop()
        (open_spots[-1].inner if open_spots else outermost).append(spot)
        open_spots.append(spot)
    return outermost


def _with_strokes(text: str, options: Sequence[Option]) -> Iterator[Option]:
    """
    Yield the options, those that a stroke parts in one bracket only where they are short or name somebody.

    Nobody can say how far a stroke reaches in "a low-emission economy / society on the basis of equity".
    """
    group = [options[0]] if options else []
    for option in options[1:]:
        if "/" in text[group[-1].end : option.start] and "]" not in text[group[-1].end : option.start]:
            group.append(option)
        else:
            yield from _parted_or_whole(text, group)
            group = [option]
    yield from _parted_or_whole(text, group)


def _parted_or_whole(text: str, group: Sequence[Option]) -> Iterator[Option]:
    short = all(len(text[option.start : option.end].split()) <= _SHORT for option in group)
    if len(group) < 2 or short or not all(option.is_bare for option in group):
        yield from group
    else:
        yield Option(group[0].start, group[-1].end, is_null=False)


def all_spots(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield every spot, an outer one before those inside it."""
    waiting = list(reversed(spots))
    while waiting:
        spot = waiting.pop()
        yield spot
        waiting += reversed(spot.inner)


def _options(text: str, choice: Choice, roster: Roster | None) -> Iterator[Option]:
    start = choice.start + 1
    for index, each in enumerate(choice.alternatives):
        last = index + 1 == len(choice.alternatives)
        gap = (each.end, choice.end - 1 if last else choice.alternatives[index + 1].start)
        end, after = (gap[1], gap[1]) if last else _parted(text, *gap)
        yield _option(text, each, start, end, roster)
        start = after


def _parted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the part before ends and the part behind begins, of what stands between two wordings."""
    gap = text[start:end]
    if "]" in gap:
        return start + gap.index("]"), start + gap.rindex("[") + 1
    slash = _SPACED_SLASH.search(gap)
    return (start + slash.start(), start + slash.end()) if slash else (start, end)


def _option(text: str, each: Alternative, start: int, end: int, roster: Roster | None) -> Option:
    if not each.holders:
        return Option(start if each.unknown else each.start, each.end, each.is_null)
    said = (text[start : each.start] + text[each.end : end]).strip()
    wants, keeps, opposes = _stances(said, each.holders, roster)
    canonical = not text[each.end : end].strip() and _CANONICAL.fullmatch(said + " ")
    return Option(each.start, each.end, each.is_null, wants, keeps, opposes, "" if canonical else said)


def _stances(said: str, holders: tuple[str, ...], roster: Roster | None) -> tuple[tuple[str, ...], ...]:
    """Return who wants, keeps and opposes, by the verb of the clause that names them; without one they want."""
    stances = dict.fromkeys(holders, 0)
    clauses = said.strip(":. -–—\u00a0").split(";")
    for clause in clauses:
        stance = 2 if _AGAINST.search(clause) else 1 if _KEEPING.search(clause) else 0
        for code in holders if len(clauses) == 1 else _codes(clause, roster):
            if code in stances:
                stances[code] = stance
    return tuple(tuple(code for code, stance in stances.items() if stance == wanted) for wanted in range(3))


def _codes(clause: str, roster: Roster | None) -> Iterator[str]:
    for name in _SEPARATOR.split(_VERB.sub("", clause.strip())):
        plain = name.strip()
        yield (roster.code(plain) or roster.code(plain.rstrip(".")) or plain) if roster else plain
