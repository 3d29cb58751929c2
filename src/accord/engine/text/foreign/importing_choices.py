"""
The brackets of a foreign text as choices of ours.

The first alternative stands for the base, as in our own notation; ``[XAA: x]`` alone is what XAA adds, ``[x]`` alone
stands against no text. Who opposes wording of the base holds "no text"; who opposes an alternative holds the base's
wording. An alternative that names nobody is held by nobody and stays all the same. A bracket over several paragraphs
stands around each of them.

Source: docs/reference/import.md, "Brackets".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from accord.engine.said import say
from accord.engine.text.findings import Finding, Lines
from accord.engine.text.foreign.importing_paragraphs import Paragraph
from accord.engine.text.foreign.importing_spots import KINDS, MOST_DEPTH, Option, Spot, instruction_in
from accord.engine.text.model import Alternative, Block, Choice, Inline, Note, holders_in, joined, map_choices
from accord.engine.text.notation import render_alternative

_SHOWN = 60
_SPACES, _CLOSING = " \u00a0", ".,;:!?)]»”"
Inlines = tuple[Inline, ...]


@dataclass(slots=True)
class Builder:
    """Makes the content of paragraphs, and collects what a person should know about it."""

    text: str
    lines: Lines
    findings: list[Finding] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    """Of the paragraph that is built, of those whom brackets name and who hold nothing by it."""

    def inlines(self, paragraph: Paragraph, spots: Sequence[Spot], start: int, end: int, depth: int = 0) -> Inlines:
        """Return what ``text[start:end]`` of a paragraph says, ``spots`` being the choices that may stand there."""
        out: list[Inline] = []
        at = start
        for spot in spots:
            if spot.end <= at or spot.start >= end:
                continue
            if depth >= MOST_DEPTH:
                self.tell(
                    "I010",
                    spot.start,
                    say("Brackets inside more than {most} others are read as wording.", most=MOST_DEPTH),
                )
                break
            made = tuple(self._spot(paragraph, spot, start, end, depth))
            behind = min(spot.end, end)
            until = spot.start if made else _before_space(self.text, at, spot.start, behind, end)
            out += [paragraph.wording(self.text, at, until), *made]
            at = behind
        out.append(paragraph.wording(self.text, at, end))
        return joined(*out)

    def tell(self, code: str, offset: int, message: str, fix: str = "", *, info: bool = False) -> None:
        """Collect a finding: a warning, unless it is only ``info``."""
        self.findings.append(self.lines.finding(code, "info" if info else "warning", offset, message, fix))

    def around(self, offset: int, alternatives: Sequence[Alternative]) -> Choice:
        """Return a choice of ``alternatives`` in which each code holds one, and who is inside one holds it too."""
        return Choice("", tuple(self._standing(offset, self._once(offset, alternatives))))

    def _spot(self, paragraph: Paragraph, spot: Spot, start: int, end: int, depth: int) -> Iterator[Inline]:
        options = [option for option in spot.options if not self._is_instruction(spot, option, start, end)]
        if not options:
            return
        here = [
            (option, self._option(paragraph, spot, option, start, end, depth))
            for option in options
            if option.is_null or (option.start < end and start < option.end)
        ]
        here = [(option, inlines) for option, inlines in here if inlines or option.is_null]
        if not any(inlines for _, inlines in here):
            if start <= spot.start < end and spot.end <= end:
                yield self._as_written(spot)
            return
        self.notes += [
            Note(KINDS.get(stance, "note"), code, option.said.rstrip(": ") or stance)
            for option, _ in here
            if start <= option.start
            for code, stance in option.remarks
        ]
        if spot.is_wide and options[0] not in [option for option, _ in here]:
            here.insert(0, (replace(options[0], wants=(), opposes=(), keeps=(), is_null=True), ()))
        if spot.is_wide and len(here) == 1 and here[0][0].is_bare and _is_optional(here[0][1]):
            yield from here[0][1]
        else:
            yield self._choice(spot, here, stays=len(options) > 1)

    def _is_instruction(self, spot: Spot, option: Option, start: int, end: int) -> bool:
        """Take an alternative that only says what somebody wants done ("[XAA: delete paragraph 9]") as remarks."""
        wording = instruction_in(self.text, option)
        if wording and start <= option.start < end:
            self.notes += [Note("note", code, wording) for code in option.wants]
            message = say(
                "“{wording}” was read as a remark of {wants}, not as wording.",
                wording=wording,
                wants=", ".join(option.wants),
            )
            self.tell("I005", spot.start, message, info=True)
        return bool(wording)

    def _option(  # noqa: PLR0917 -- one alternative where it stands
        self, paragraph: Paragraph, spot: Spot, option: Option, start: int, end: int, depth: int
    ) -> Inlines:
        if option.is_null:
            return ()
        first, last = max(option.start, start), min(option.end, end)
        inlines = self.inlines(paragraph, spot.inner, first, last, depth + 1)
        return _trimmed(inlines, left=_is_edge(self.text, spot.start - 1), right=_is_edge(self.text, spot.end))

    def _as_written(self, spot: Spot) -> str:
        written = self.text[spot.start : spot.end]
        message = say("“{written}” says no wording, so it stands as it was written.", written=_short(written))
        self.tell("I006", spot.start, message, say("Enter the position in the paragraph that it is about."))
        return " ".join(written.split())

    def _choice(self, spot: Spot, here: Sequence[tuple[Option, Inlines]], *, stays: bool) -> Choice:
        entries = [Alternative((*option.wants, *option.keeps), inlines) for option, inlines in here]
        against = [option.opposes for option, _ in here]
        stays = stays or bool(here[0][0].keeps)
        opposed = _opposed(entries, against) if len(entries) > 1 else _alone(entries[0], against[0], stays=stays)
        merged = self._merged(spot, opposed)
        return self.around(spot.start, merged)

    def _merged(self, spot: Spot, alternatives: Sequence[Alternative]) -> list[Alternative]:
        out: list[Alternative] = []
        for each in alternatives:
            same = next((at for at, known in enumerate(out) if known.inlines == each.inlines), None)
            if same is None:
                out.append(each)
                continue
            out[same] = replace(out[same], holders=(*out[same].holders, *each.holders))
            if each.inlines:
                named = f"{', '.join(each.holders)}: " if each.holders else ""
                message = say(
                    "Alternatives that say the same are one: “{named}{each}”.",
                    named=named,
                    each=render_alternative(each),
                )
                self.tell("I008", spot.start, message, info=True)
        return out if len(out) > 1 else list(_alone(out[0], (), stays=not out[0].holders))

    def _once(self, offset: int, alternatives: Sequence[Alternative]) -> list[Alternative]:
        """Let each code hold the first alternative at which it is named, and say where it is named again."""
        out: list[Alternative] = []
        taken: dict[str, int] = {}
        for index, each in enumerate(alternatives):
            codes = dict.fromkeys(each.holders)
            twice = [code for code in codes if taken.setdefault(code, index) != index]
            for code in twice:
                message = say(
                    "{code} is named at two alternatives of one choice: it is taken for the first.", code=code
                )
                self.tell("I007", offset, message, say("Ask {code} which it holds.", code=code))
            out.append(replace(each, holders=tuple(code for code in codes if code not in twice)))
        return out

    def _standing(self, offset: int, alternatives: Sequence[Alternative]) -> Iterator[Alternative]:
        """Let who holds wording inside an alternative hold that alternative too, as its wording depends on it."""
        taken = {code: at for at, each in enumerate(alternatives) for code in each.holders}
        for index, each in enumerate(alternatives):
            inner = sorted(holders_in(Block("", each.inlines)))
            clash = [code for code in inner if taken.setdefault(code, index) != index]
            for code in clash:
                message = say(
                    "{code} is named inside an alternative and holds another one: it is taken for that one.", code=code
                )
                self.tell("I007", offset, message, say("Ask {code} which it holds.", code=code))
            kept = _without(each.inlines, frozenset(clash))
            joining = (code for code in inner if index and code not in clash and code not in each.holders)
            yield Alternative((*each.holders, *joining), kept)


def _alone(only: Alternative, against: tuple[str, ...], *, stays: bool) -> tuple[Alternative, ...]:
    """Return the choice that one bracket alone makes; ``stays`` says that its wording is the base's."""
    null = Alternative(against, ())
    return (null, only) if only.holders and not stays else (only, null)


def _opposed(entries: list[Alternative], against: Sequence[tuple[str, ...]]) -> list[Alternative]:
    """Let those who oppose the first alternative hold "no text", and those who oppose another one the first."""
    out = list(entries)
    for index, codes in enumerate(against):
        if not codes:
            continue
        at = 0 if index else next((i for i, each in enumerate(out) if not each.inlines), len(out))
        if at == len(out):
            out.append(Alternative((), ()))
        out[at] = replace(out[at], holders=(*out[at].holders, *codes))
    return out


def _is_optional(inlines: Inlines) -> bool:
    """Whether all of it stands in a bracket already that no text stands against and nobody holds."""
    (first, *rest) = inlines
    if rest or not isinstance(first, Choice):
        return False
    return any(each.is_null for each in first.alternatives) and not first.holders


def _without(inlines: Inlines, codes: frozenset[str]) -> Inlines:
    def cleaned(choice: Choice) -> Choice:
        kept = (replace(a, holders=tuple(code for code in a.holders if code not in codes)) for a in choice.alternatives)
        return replace(choice, alternatives=tuple(kept))

    return map_choices(inlines, cleaned) if codes else inlines


def ranked(inlines: Inlines, rank: Callable[[str], int]) -> Inlines:
    """Return ``inlines`` with the holders of every alternative in the order of the roster."""

    def sorted_by_rank(choice: Choice) -> Choice:
        each = (replace(a, holders=tuple(sorted(a.holders, key=rank))) for a in choice.alternatives)
        return replace(choice, alternatives=tuple(each))

    return map_choices(inlines, sorted_by_rank)


def _trimmed(inlines: Inlines, *, left: bool, right: bool) -> Inlines:
    items = list(inlines)
    if left and items and isinstance(items[0], str):
        items[0] = items[0].lstrip()
    if right and items and isinstance(items[-1], str):
        items[-1] = items[-1].rstrip()
    return tuple(item for item in items if item)


def _before_space(text: str, first: int, start: int, end: int, last: int) -> int:
    """Return where the wording before ``text[start:end]`` ends, which goes, so that no space is left too many."""
    at = start
    while at > first and text[at - 1] in _SPACES:
        at -= 1
    return at if end >= last or text[end] in _SPACES or text[end] in _CLOSING else start


def _is_edge(text: str, at: int) -> bool:
    """Whether a space or a mark stands at ``at``, so that a space inside the bracket would be one too many."""
    return not 0 <= at < len(text) or not text[at].isalnum()


def _short(wording: str) -> str:
    line = " ".join(wording.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()} …"
