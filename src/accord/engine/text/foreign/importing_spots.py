"""
The choices of an inspection, each with those inside it, and what each delegation that a bracket names wants there.

Source: docs/reference/import.md, "Who holds what".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from accord.engine.text.foreign.joining import Alternative, Choice

MOST_DEPTH = 24
"""Brackets inside more others than this are wording: no text that people negotiate has them (real ones have ten)."""

_SHORT = 4
"""Parts of a bracket with strokes are alternatives where none has more words than this."""

FOR, KEEPING, AGAINST = frozenset({"propose", "support"}), frozenset({"retain"}), frozenset({"oppose", "delete"})
KINDS = {"reserve": "reserve", "scrutiny": "reserve"}
"""Stance → as what it is noted, where it holds no wording; all others are remarks ("note")."""

_LONGEST_INSTRUCTION = 200
_INSTRUCTION = re.compile(
    r"(?:(?:delete|remove|merge|move|retain|keep|reinsert|restore|combine|swap|split|replace|bracket|oppose|support)s?"
    r"(?:\s(?:this|the|whole|entire|with|to|into|from|before|after|and))*"
    r"\s(?:paragraphs?|paras?\.?|articles?|sections?|sentences?|footnotes?|(?:PP|OP)\s?\d*)"
    r"|(?:удалить|исключить|снять|сохранить|оставить|вернуть|перенести|объединить|заменить)"
    r"(?:\s(?:этот|эту|это|данн\w+|весь|всю|всё|все|с|со))*\s(?:пункт|абзац|стать|раздел|предложени|сноск|подпункт)\w*"
    r"|(?:supprimer|déplacer|fusionner|maintenir|remplacer|conserver)(?:\s(?:le|la|les|ce|cet|cette|tout|avec))*"
    r"\s(?:paragraphe|alinéa|article|phrase|note)s?"
    r"|(?:suprimir|trasladar|fusionar|mantener|reemplazar|conservar)(?:\s(?:el|la|los|las|este|esta|todo|toda|con))*"
    r"\s(?:párrafo|artículo|apartado|frase|oración|nota)s?)"
    r"(?!\w)[^.;:]{0,60}[.;]?",
    re.IGNORECASE,
)
"""What is no wording but says what to do with some."""

_CANONICAL = re.compile(r"[A-Z][A-Z0-9]{1,11}(?:, [A-Z][A-Z0-9]{1,11})*: ?")
_SPACED_SLASH = re.compile(r"(?<=\s)/(?=\s)|\A/")


class Shapes:
    """The brackets of a text, by which mark closes and which opens."""

    def __init__(self, marks: Mapping[str, bool]) -> None:
        self.opening = re.compile("|".join(re.escape(mark) for mark, opens in marks.items() if opens))
        self.closing = re.compile("|".join(re.escape(mark) for mark, opens in marks.items() if not opens))

    def width(self, text: str, at: int) -> int:
        """Return how long the opening mark at ``at`` is."""
        found = self.opening.match(text, at)
        return len(found[0]) if found else 1

    def before_end(self, text: str, end: int) -> int:
        """Return where the closing mark begins that ends at ``end``."""
        return end - 2 if self.closing.fullmatch(text, end - 2, end) else end - 1

    def closes(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first closing mark in ``text[start:end]``."""
        return self.closing.search(text, start, end)


@dataclass(frozen=True, slots=True)
class Option:
    """
    One alternative of a foreign choice.

    Attributes:
        start, end: its wording, in code points, half-open.
        wants: codes that propose or support it. keeps: codes that want it kept as it is. opposes: codes against it.
        remarks: pairs of a code and its stance, of those who hold nothing by it.
        said: who is named, as the text has it; "" where nobody is, or in the canonical form.
    """

    start: int
    end: int
    is_null: bool
    wants: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    said: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it names nobody."""
        return not (self.wants or self.keeps or self.opposes or self.remarks)


@dataclass(slots=True, eq=False)
class Spot:
    """A foreign choice from its first ``[`` to behind its last ``]``, with those inside it, in order."""

    start: int
    end: int
    options: tuple[Option, ...]
    inner: list[Spot] = field(default_factory=list)
    is_wide: bool = False
    """Whether it stands in more than one paragraph."""

    def hear(self, said: str, stances: Iterable[tuple[str, str]], end: int) -> None:
        """Let its last alternative carry what stands right behind it, up to ``end``."""
        last, pairs = self.options[-1], list(stances)
        more = replace(
            last,
            wants=(*last.wants, *_saying(pairs, FOR)),
            keeps=(*last.keeps, *_saying(pairs, KEEPING)),
            opposes=(*last.opposes, *_saying(pairs, AGAINST)),
            said=f"{last.said} {said}".strip(),
        )
        self.options, self.end = (*self.options[:-1], more), end


def spots_of(text: str, choices: Iterable[Choice], shapes: Shapes) -> list[Spot]:
    """Return the outermost choices in order, each with those inside it."""
    outermost: list[Spot] = []
    open_spots: list[Spot] = []
    for choice in sorted(choices, key=lambda each: (each.start, -each.end)):
        options = tuple(_with_strokes(text, list(_options(text, choice, shapes)), shapes))
        spot = Spot(choice.start, choice.end, options)
        while open_spots and open_spots[-1].end <= spot.start:
            open_spots.pop()
        (open_spots[-1].inner if open_spots else outermost).append(spot)
        open_spots.append(spot)
    return outermost


def _with_strokes(text: str, options: Sequence[Option], shapes: Shapes) -> Iterator[Option]:
    """
    Yield the options, those that a stroke parts in one bracket only where they are short or name somebody.

    Nobody can say how far a stroke reaches in "a low-emission economy / society on the basis of equity".
    """
    group = [options[0]] if options else []
    for option in options[1:]:
        if "/" in text[group[-1].end : option.start] and not shapes.closes(text, group[-1].end, option.start):
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


def instruction_in(text: str, option: Option) -> str:
    """Return what somebody only wants done ("delete paragraph 9"); "" for wording."""
    if option.opposes or not option.wants or option.end - option.start > _LONGEST_INSTRUCTION:
        return ""
    wording = " ".join(text[option.start : option.end].split())
    return wording if _INSTRUCTION.fullmatch(wording) else ""


def all_spots(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield every spot, an outer one before those inside it."""
    waiting = list(reversed(spots))
    while waiting:
        spot = waiting.pop()
        yield spot
        waiting += reversed(spot.inner)


def _options(text: str, choice: Choice, shapes: Shapes) -> Iterator[Option]:
    start = choice.start + shapes.width(text, choice.start)
    for index, each in enumerate(choice.alternatives):
        last = index + 1 == len(choice.alternatives)
        if last:
            end = after = shapes.before_end(text, choice.end)
        else:
            end, after = _parted(text, each.end, choice.alternatives[index + 1].start, shapes)
        yield _option(text, each, start, end)
        start = after


def _parted(text: str, start: int, end: int, shapes: Shapes) -> tuple[int, int]:
    """Return where the part before ends and the part behind begins, of what stands between two wordings."""
    close = shapes.closes(text, start, end)
    if close:
        return close.start(), max(each.end() for each in shapes.opening.finditer(text, close.end(), end))
    slash = _SPACED_SLASH.search(text[start:end])
    return (start + slash.start(), start + slash.end()) if slash else (start, end)


def _option(text: str, each: Alternative, start: int, end: int) -> Option:
    if not each.holders:
        return Option(start if each.unknown else each.start, each.end, each.is_null)
    said = (text[start : each.start] + text[each.end : end]).strip()
    pairs = list(zip(each.holders, each.stances, strict=True))
    canonical = not text[each.end : end].strip() and _CANONICAL.fullmatch(said + " ")
    return Option(
        each.start,
        each.end,
        each.is_null,
        wants=_saying(pairs, FOR),
        keeps=_saying(pairs, KEEPING),
        opposes=_saying(pairs, AGAINST),
        remarks=tuple(pair for pair in pairs if pair[1] not in FOR | KEEPING | AGAINST),
        said="" if canonical else said,
    )


def _saying(pairs: Sequence[tuple[str, str]], stances: frozenset[str]) -> tuple[str, ...]:
    return tuple(code for code, stance in pairs if stance in stances)
