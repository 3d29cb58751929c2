"""Numbers that do not fit: a count and its list, two numbers of one thing, two ordinals of one meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.engine.reading.discrepancies.places import ERROR, NOTE, flagged
from accord.engine.reading.model import Discrepancy, Document
from accord.engine.reading.reading import Reading
from accord.engine.reading.tellings import Told, bare_ordinals, tellings_of
from accord.engine.reading.titles import listed_in
from accord.engine.reading.tokens import Sentence, Token
from accord.engine.said import say

_LISTED = frozenset((":", "–", "—", "(", "namely", "of", "именно"))
_OPENS, _CLOSES, _PARTS = frozenset(":(–—"), frozenset(").;"), frozenset((",", "and", "и"))
_STATES = ("countr", "state", "deleg", "member", "minister", "стран", "госуд", "делег", "минис", "участ")
_COMPARED = 60
"""Anniversaries before it that one is compared with."""
_ENDINGS = ("th", "st", "nd", "rd", "-", "–", "м", "е", "я", "й", "го", "ом", "ой", "ое", "ая")
_MASS = {
    "kg": 1.0,
    "kilogram": 1.0,
    "kilograms": 1.0,
    "кг": 1.0,
    "ton": 1000.0,
    "tons": 1000.0,
    "tonnes": 1000.0,
    "т": 1000.0,
    "тонн": 1000.0,
    "тонны": 1000.0,
    "тонна": 1000.0,
}


@dataclass(frozen=True)
class Count:
    """A number and what it counts: tokens ``first`` to ``last``, the noun at ``noun``."""

    first: int
    last: int
    value: int
    noun: str
    sentence: Sentence


def in_numbers(reading: Reading) -> Iterator[Discrepancy]:
    """Yield numbers of a report that do not fit."""
    counts = list(_counts(reading))
    for each in counts:
        yield from _states_listed(reading, each)
    yield from _documents_listed(reading)
    yield from _two_counts(reading)
    yield from _headline_counts(reading, counts)
    yield from _masses(reading)
    yield from _anniversaries(reading)
    yield from _ordinals(reading)
    yield from _operations_and_areas(reading)


def _counts(reading: Reading) -> Iterator[Count]:
    mentions = reading.mentions
    tokens = mentions.script.tokens
    for sentence in mentions.script.sentences:
        for hit in mentions.hits("count_words", sentence.first, sentence.last):
            for at in range(hit.first - 1, max(sentence.first, hit.first - 4) - 1, -1):
                value = _number(reading, at, hit.first)
                if value:
                    yield Count(at, hit.last, value, tokens[hit.last - 1].folded[:6], sentence)
                if value or tokens[at].text in ",;.:()":
                    break


def _number(reading: Reading, at: int, end: int) -> int:
    tokens = reading.mentions.script.tokens
    if at in reading.mentions.dated:
        return 0
    if tokens[at].text.isdecimal() and len(tokens[at].text) <= 3 and tokens[at + 1].text not in "-–.,":
        return int(tokens[at].text)
    hit = reading.mentions.lexicon.table("cardinals").at(tokens, at, end)
    return int(hit.value) if hit and int(hit.value) > 1 else 0


def _states_listed(reading: Reading, count: Count) -> Iterator[Discrepancy]:
    """Yield "five countries: A, B, C and D"."""
    mentions, tokens = reading.mentions, reading.mentions.script.tokens
    if (
        not count.noun.startswith(_STATES)
        or count.last >= count.sentence.last
        or tokens[count.last].folded not in _LISTED - {"of"}
    ):
        return
    end = next(
        (
            at
            for at in range(count.last + 1, count.sentence.last)
            if tokens[at].text in ";.)" or tokens[at].text in "–—"
        ),
        count.sentence.last,
    )
    states = list(dict.fromkeys(hit.value for hit in mentions.states_in(count.last, end)))
    if len(states) > 1 and len(states) != count.value:
        why = say("{count} are counted, {named} are named.", count=count.value, named=len(states))
        yield flagged(
            reading,
            "count-mismatch",
            ERROR,
            (count.first, count.last),
            why,
            "arithmetic",
            str(len(states)),
            [(count.last + 1, end)],
        )


def _documents_listed(reading: Reading) -> Iterator[Discrepancy]:
    """Yield "three documents: X, Y, Z and W"."""
    documents = reading.report.documents
    tokens, script = reading.mentions.script.tokens, reading.mentions.script
    for number, group in enumerate(documents):
        if not group.count:
            continue
        at = max(script.token_from(group.evidence.end) - 1, 0)
        sentence = script.sentence_at(at)
        end = tokens[sentence.last - 1].end
        yield from _parts_summed(reading, group, (at + 1, sentence.last))
        if at + 1 >= sentence.last or tokens[at + 1].text not in ":–—":
            continue
        listed = [
            each
            for each in documents[number + 1 :]
            if group.evidence.end < each.evidence.start < end and each.count is None
        ]
        titled = len(listed) or _repeated(reading, sentence, at) or _titles(reading, at + 2, sentence.last)
        if titled > 1 and titled != group.count:
            why = say("{count} are counted, {named} are named.", count=group.count, named=titled)
            yield flagged(
                reading,
                "count-mismatch",
                ERROR,
                group.evidence,
                why,
                "arithmetic",
                str(titled),
                [each.evidence for each in listed],
            )


def _parts_summed(reading: Reading, group: Document, rest: tuple[int, int]) -> Iterator[Discrepancy]:
    """Yield "12 documents were signed: 9 decisions, 2 statements and 2 programmes"."""
    tokens = reading.mentions.script.tokens
    begin = next((at + 1 for at in range(*rest) if tokens[at].text in _OPENS), rest[1])
    end = next((at for at in range(begin, rest[1]) if tokens[at].text in _CLOSES), rest[1])
    parts = [_number(reading, first, end) for first in _part_starts(tokens, begin, end)]
    if len(parts) > 1 and all(parts) and sum(parts) != group.count:
        why = say("{count} are counted, the parts are {total} in all.", count=group.count, total=sum(parts))
        place = (begin, end)
        yield flagged(reading, "count-mismatch", ERROR, group.evidence, why, "arithmetic", str(sum(parts)), [place])


def _part_starts(tokens: Sequence[Token], begin: int, end: int) -> list[int]:
    """Return where the parts of a list begin: at its start, and behind each comma and "and"."""
    starts = [begin, *(at + 1 for at in range(begin, end) if tokens[at].folded in _PARTS)]
    return [at for at in starts if at + 1 < end and tokens[at].folded not in _PARTS]


def _repeated(reading: Reading, sentence: Sentence, at: int) -> int:
    """Return how many titles "on A, on B and on C" names behind the word for a document that ends at ``at``."""
    nouns = reading.mentions.hits("documents", sentence.first, at + 1)
    return len(listed_in(reading.mentions, sentence, nouns[-1])) if nouns else 0


def _titles(reading: Reading, first: int, last: int) -> int:
    """Return how many titles in quotation marks, or documents by their kind, a list holds."""
    tokens = reading.mentions.script.tokens
    quoted = sum(tokens[at].text in "«“" for at in range(first, last))
    return quoted or len(reading.mentions.hits("documents", first, last))


def _two_counts(reading: Reading) -> Iterator[Discrepancy]:
    """Yield two counts of the same documents with the same fate."""
    seen: dict[tuple[str, str], Document] = {}
    for each in reading.report.documents:
        if each.count is None:
            continue
        if each.evidence.start < _headline_end(reading):
            continue  # the headline is compared apart
        first = seen.setdefault((each.kind, each.action), each)
        if first.count != each.count:
            why = say("The report also gives {count}.", count=first.count)
            yield flagged(
                reading, "number-conflict", ERROR, each.evidence, why, "report", str(first.count), [first.evidence]
            )


def _headline_end(reading: Reading) -> int:
    script = reading.mentions.script
    return script.tokens[script.headline.last - 1].end if script.headline else 0


def _headline_counts(reading: Reading, counts: list[Count]) -> Iterator[Discrepancy]:
    """Yield a number of the headline that the body has otherwise, and never so."""
    for head in (each for each in counts if each.sentence.headline):
        body = [each for each in counts if not each.sentence.headline and each.noun == head.noun]
        if body and all(each.value != head.value for each in body):
            why = say("The headline says {head}, the body {body}.", head=head.value, body=body[0].value)
            yield flagged(
                reading,
                "number-conflict",
                ERROR,
                (head.first, head.last),
                why,
                "report",
                str(body[0].value),
                [(body[0].first, body[0].last)],
            )


def _masses(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a weight in the headline that no weight in the body comes near to."""
    found = list(_weights(reading))
    for place, value in found:
        if not reading.mentions.script.sentence_at(place[0]).headline:
            continue
        body = [
            (other, weight) for other, weight in found if not reading.mentions.script.sentence_at(other[0]).headline
        ]
        if body and all(abs(weight - value) > 0.15 * max(weight, value) for _, weight in body):
            why = say("The headline says {head:g} kg, the body {body:g} kg.", head=value, body=body[0][1])
            yield flagged(
                reading, "number-conflict", ERROR, place, why, "arithmetic", f"{body[0][1]:g} kg", [body[0][0]]
            )


def _weights(reading: Reading) -> Iterator[tuple[tuple[int, int], float]]:
    tokens = reading.mentions.script.tokens
    at = 0
    while at < len(tokens):
        if not tokens[at].text.isdecimal():
            at += 1
            continue
        end = at + 1
        written = tokens[at].text
        while (
            end + 1 < len(tokens)
            and tokens[end].text in ",."
            and tokens[end + 1].text.isdecimal()
            and tokens[end].start == tokens[end - 1].end
            and tokens[end].end == tokens[end + 1].start
        ):
            thousands = tokens[end].text == "," and len(tokens[end + 1].text) == 3
            written += ("" if thousands else ".") + tokens[end + 1].text
            end += 2
        if end < len(tokens) and tokens[end].folded in _MASS:
            yield (at, end + 1), _float(written) * _MASS[tokens[end].folded]
        at = end


def _float(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0


def _anniversaries(reading: Reading) -> Iterator[Discrepancy]:
    """Yield two numbers for the anniversary of one thing."""
    seen: list[tuple[list[Token], int, tuple[int, int]]] = []
    tokens = reading.mentions.script.tokens
    for at, token in enumerate(tokens):
        if not token.folded.startswith(("anniversary", "годовщин", "летия", "летию", "летие")):
            continue
        first = next((back for back in range(at - 1, max(at - 4, -1), -1) if tokens[back].text.isdecimal()), None)
        words = [word for word in tokens[at + 1 : at + 8] if len(word.text) > 4]
        if first is None or not words:
            continue
        number = int(tokens[first].text)
        for known, other, place in seen[-_COMPARED:]:
            if other != number and _is_one_thing(known, words):
                why = say("The report also says {other}.", other=other)
                yield flagged(reading, "number-conflict", ERROR, (first, at + 1), why, "report", str(other), [place])
        seen.append((words, number, (first, at + 1)))


def _is_one_thing(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether two anniversaries are of one thing: its name is the same, or two words of it are."""
    named = one[0].is_capital and one[0].folded[:5] == other[0].folded[:5]
    return named or [word.folded[:5] for word in one[:2]] == [word.folded[:5] for word in other[:2]]


def _ordinals(reading: Reading) -> Iterator[Discrepancy]:
    told = [each for each in tellings_of(reading.mentions) if each.ordinal]
    for place, ordinal in bare_ordinals(reading.mentions) if told else ():
        if ordinal != told[0].ordinal:
            why = say("The report also calls the meeting number {ordinal}.", ordinal=told[0].ordinal)
            yield flagged(
                reading,
                "ordinal-conflict",
                ERROR,
                place,
                why,
                "report",
                str(told[0].ordinal),
                [_telling_place(reading, told[0])],
            )
    for each in told[1:]:
        if each.ordinal != told[0].ordinal:
            why = say("The report also calls the meeting number {ordinal}.", ordinal=told[0].ordinal)
            yield flagged(
                reading,
                "ordinal-conflict",
                ERROR,
                _telling_place(reading, each),
                why,
                "report",
                str(told[0].ordinal),
                [_telling_place(reading, told[0])],
            )


def _telling_place(reading: Reading, told: Told) -> tuple[int, int]:
    """Return the tokens of a meeting with its number: 92-м заседании, the 13th meeting."""
    organ, noun, tokens = told.organ, told.noun, reading.mentions.script.tokens
    first = begin = min(organ.first, noun.first) if noun else organ.first
    while begin > told.sentence.first and (tokens[begin - 1].text.isdecimal() or tokens[begin - 1].folded in _ENDINGS):
        begin -= 1
    return (begin if begin < first else max(told.sentence.first, first - 1)), max(
        organ.last, noun.last if noun else organ.last
    )


def _operations_and_areas(reading: Reading) -> Iterator[Discrepancy]:
    """Yield more operations than areas in a sentence that ties areas to "these activities"."""
    mentions = reading.mentions
    for sentence in mentions.script.sentences:
        for hit in mentions.hits("part_of_these", sentence.first, sentence.last):
            areas = {each.value for each in mentions.hits("areas", hit.last, sentence.last)}
            operations = len(reading.report.operations)
            if areas and operations > 1 and operations != len(areas):
                why = say(
                    "{operations} operations are named, and {count} areas: which belongs to which is not said.",
                    operations=operations,
                    count=len(areas),
                )
                yield flagged(
                    reading,
                    "count-mismatch",
                    NOTE,
                    (hit.first, sentence.last),
                    why,
                    "arithmetic",
                    None,
                    [each.evidence for each in reading.report.operations],
                )
