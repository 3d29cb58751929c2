"""Joint operations in a report, each once, with the phase and the figures that it gives."""

from __future__ import annotations

from collections.abc import Iterator

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import STATED, Named, Operation
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Sentence
from accord.engine.said import say

_OPENING = {"“": "”", "«": "»", '"': '"', "„": "“"}
_DASHES = frozenset("-–—")
_LIST = frozenset((",", "and", "и", "as", "such", "like", "а", "также"))


def operations_of(mentions: Mentions) -> list[Operation]:
    """Return the operations of a report in order of place."""
    out: dict[str, Operation] = {}
    for sentence in mentions.script.sentences:
        nouns = mentions.hits("operation_nouns", sentence.first, sentence.last)
        for first, last, named, phase in [*_known(mentions, sentence, nouns), *_unknown(mentions, sentence, nouns)]:
            key = (named.id or named.name).casefold()
            if key not in out:
                figures = _figures(mentions, sentence)
                out[key] = Operation(
                    named.id,
                    named.name,
                    phase,
                    figures,
                    mentions.evidence(first, last, STATED, say("Named as an operation.")),
                )
    return list(out.values())


Found = tuple[int, int, Named, str | None]


def _known(mentions: Mentions, sentence: Sentence, nouns: list[Hit[str]]) -> Iterator[Found]:
    tokens = mentions.script.tokens
    for hit in mentions.register.operation_table.find(tokens, sentence.first, sentence.last):
        quoted = tokens[hit.first - 1].text in _OPENING if hit.first else False
        if tokens[hit.first].is_capital and (nouns or quoted):
            end, phase = _phase(mentions, hit.last)
            yield hit.first, end, Named(hit.value.id, hit.value.name), phase or _stage(mentions, sentence, hit.first)


def _phase(mentions: Mentions, last: int) -> tuple[int, str | None]:
    """Return the named phase behind a dash: Kanal – Avangard."""
    tokens = mentions.script.tokens
    if (
        last + 1 < len(tokens)
        and tokens[last].text in _DASHES
        and tokens[last + 1].is_capital
        and tokens[last + 1].is_word
    ):
        quoted = next(
            (at for at in range(last + 1, min(last + 8, len(tokens))) if tokens[at].text in _OPENING.values()), 0
        )
        if quoted:
            return quoted, mentions.script.quote(last + 1, quoted)
        end = last + 2
        while end < len(tokens) and end < last + 4 and tokens[end].is_word and tokens[end].is_capital:
            end += 1
        return end, mentions.script.quote(last + 1, end)
    return last, None


def _stage(mentions: Mentions, sentence: Sentence, at: int) -> str | None:
    """Return "second phase" where it stands before the name of an operation."""
    for cue in mentions.hits("phase_cues", max(sentence.first, at - 8), at):
        numbers = mentions.hits("ordinals", max(sentence.first, cue.first - 2), cue.first)
        if numbers:
            return mentions.script.quote(numbers[-1].first, cue.last)
    return None


def _unknown(mentions: Mentions, sentence: Sentence, nouns: list[Hit[str]]) -> Iterator[Found]:
    """Yield operations that the register does not know: a name in quotation marks, or in capitals, behind the noun."""
    tokens = mentions.script.tokens
    for noun in nouns:
        at = noun.last
        while at < sentence.last and tokens[at].folded in _LIST:
            at += 1
        while at < sentence.last:
            name = _name(mentions, sentence, at)
            if name is None:
                break
            first, last, end = name
            if mentions.register.operation_table.at(tokens, first, last) is None:
                yield first, last, Named(None, mentions.script.quote(first, last)), None
            at = end
            while at < sentence.last and tokens[at].folded in _LIST:
                at += 1


def _name(mentions: Mentions, sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    tokens = mentions.script.tokens
    closing = _OPENING.get(tokens[at].text)
    if closing is not None:
        last = next((end for end in range(at + 1, min(at + 9, sentence.last)) if tokens[end].text == closing), 0)
        return (at + 1, last, last + 1) if last and tokens[at + 1].is_capital else None
    end = at
    while (
        end < sentence.last
        and end < at + 3
        and tokens[end].is_word
        and tokens[end].is_capital
        and end not in mentions.taken
    ):
        end += 1
    return (at, end, end) if end > at and mentions.script.language == "en" else None


def _figures(mentions: Mentions, sentence: Sentence) -> tuple[str, ...]:
    """Return the figures of a sentence with their units, as written."""
    tokens, out = mentions.script.tokens, []
    at = sentence.first
    while at < sentence.last:
        if not tokens[at].text.isdecimal():
            at += 1
            continue
        end = at + 1
        while end + 1 < sentence.last and (
            tokens[end].text in ",." and tokens[end + 1].text.isdecimal() and tokens[end].end == tokens[end + 1].start
        ):
            end += 2
        while end < sentence.last and (
            tokens[end].text.isdecimal() or tokens[end].folded in ("тыс", "млн", "thousand", "million", ".")
        ):
            end += 1
        unit = next((hit for hit in mentions.hits("figure_units", end, min(end + 3, sentence.last))), None)
        if unit is not None:
            out.append(mentions.script.quote(at, unit.last))
            end = unit.last
        at = end
    return tuple(out)
