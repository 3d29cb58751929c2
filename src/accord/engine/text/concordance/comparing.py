"""
Two language versions of one paragraph compared: what should be the same in every language, and is not.

Nothing here knows what the words mean. It counts and looks up what translation must not change, and lists what a person
who reads both should look at. It is made to be quiet: what may be said in two ways is not doubted.

Source: docs/reference/languages.md, "What is compared".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import regex

from accord.engine.text.concordance.dates import dates_in
from accord.engine.text.concordance.facts import Fact, plain, without
from accord.engine.text.concordance.lexicon import Lexicon
from accord.engine.text.concordance.names import codes_in, known_names_in, unknown_names_in, unpaired
from accord.engine.text.concordance.negations import negations_in
from accord.engine.text.concordance.numbers import numbers_in, percents_in
from accord.engine.text.concordance.reading import Reading, Unit, reading_of
from accord.engine.text.model import Inline

KINDS = ("brackets", "holders", "label", "items", "date", "number", "percent", "code", "name", "order", "negation")
"""What can be doubtful, in the order in which it is listed."""

_ITEM = regex.compile(r"(?:(?<=\n)|(?<=[;:,]\s)|^)\s*(?:\(?[\p{L}\d]{1,3}[)）]|[-–•·]\s)", regex.MULTILINE)
_LABEL = regex.compile(r"\s*\(?(?P<label>\d+(?:\.\d+)*|(?:PP|OP)\s?\d+)[.)]?(?:\s|$)")
_SENTENCES = regex.compile(r"[.;!?…。；！？؛؟։](?=\s|$)|[。；！？]|(?<=\p{Armenian}):(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Place:
    """
    Words in a wording.

    Attributes:
        start, end: half-open, in code points of the shown wording; equal where the other side has something and this
            one nothing: then it is the whole sentence or the beginning.
    """

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """
    A place where two language versions may say different things.

    Attributes:
        kind: one of :data:`KINDS`.
        source, other: the words in question on either side; no words where one side has none.
    """

    kind: str
    source: Place
    other: Place


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs as they were compared: their wordings as shown, and what is doubtful."""

    source: str
    other: str
    doubts: tuple[Doubt, ...]


def compare_languages(
    source: Sequence[Inline],
    other: Sequence[Inline],
    languages: tuple[Lexicon, Lexicon],
    *,
    codes: Collection[str] = (),
    holders: bool = True,
) -> Pair:
    """
    Return what is doubtful between a paragraph and its version in another language.

    Args:
        source, other: the paragraph's inlines in either language.
        languages: what is known of the two languages, in this order.
        codes: further codes that have to be the same where they stand in the wording, such as those of delegations.
        holders: whether both sides say who holds an alternative; else nobody is asked for.

    Returns:
        The wordings as shown, and the doubts in the order of :data:`KINDS`; places are places of those wordings.
    """
    one, two = reading_of(source, holders=holders), reading_of(other, holders=holders)
    doubts = list(_brackets(one, two, holders))
    apart = any(doubt.kind == "brackets" for doubt in doubts)
    units = [(_whole(one), _whole(two))] if apart else list(zip(one.units, two.units, strict=True))
    for first, second in units:
        sides = (_Side(one, first, languages[0], codes), _Side(two, second, languages[1], codes))
        doubts.extend(doubt for check in _CHECKS for doubt in check(*sides))
    return Pair(one.shown, two.shown, tuple(sorted(doubts, key=lambda doubt: KINDS.index(doubt.kind))))


class _Side:
    """One side of a comparison: a unit, and its facts by kind; each kind reads what the kinds before left."""

    def __init__(self, reading: Reading, unit: Unit, lexicon: Lexicon, codes: Collection[str]) -> None:
        self.reading, self.unit, self.lexicon = reading, unit, lexicon
        text = plain(unit.text)
        self.plain = text
        self.codes = codes_in(text, codes)
        text = without(text, self.codes)
        self.dates = dates_in(text, lexicon)
        text = without(text, self.dates)
        self.percents = percents_in(text, lexicon)
        self.numbers = numbers_in(without(text, self.percents) if lexicon.spaced else text, lexicon)
        self.names = known_names_in(text, lexicon)
        self.unknown = unknown_names_in(without(text, self.names), lexicon)

    def place(self, fact: Fact | None) -> Place:
        """Return where a fact stands in the shown wording; an empty place for none."""
        if fact is None:
            return Place("", 0, 0)
        start, end = self.unit.span(fact.start, fact.end)
        return Place(self.reading.shown[start:end], start, end)

    def sentences(self) -> list[tuple[int, int]]:
        """Return the places of the sentences of the unit."""
        ends = [found.end() for found in _SENTENCES.finditer(self.unit.text)]
        starts = [0, *ends]
        ends = [*ends, len(self.unit.text)]
        return [(a, b) for a, b in zip(starts, ends, strict=True) if self.unit.text[a:b].strip()]


Check = Callable[[_Side, _Side], Iterator[Doubt]]


def _whole(reading: Reading) -> Unit:
    """Return all of a paragraph as one unit, where its choices cannot be paired with the other's."""
    unit = Unit(())
    for each in reading.units:
        unit.text += f"{each.text} "
        unit.offsets.extend([*each.offsets, each.offsets[-1] if each.offsets else 0])
    return unit


def _brackets(one: Reading, two: Reading, holders: bool) -> Iterator[Doubt]:
    if _nesting(one.shape) != _nesting(two.shape):
        yield Doubt("brackets", _outline(one), _outline(two))
    elif holders and one.shape != two.shape:
        yield Doubt("holders", _outline(one), _outline(two))
    loose = [sum(unit.text.count(mark) for unit in reading.units for mark in "[]") for reading in (one, two)]
    if loose[0] != loose[1]:
        yield Doubt("brackets", Place(f"{loose[0]} brackets", 0, 0), Place(f"{loose[1]} brackets", 0, 0))


def _nesting(shape: tuple[object, ...]) -> object:
    return tuple(tuple((null, _nesting(inside)) for _who, null, inside in choice) for choice in shape)  # type: ignore[attr-defined]


def _outline(reading: Reading) -> Place:
    """Return the brackets of a reading in short, such as "[ ] [XAA: [ ]]"."""
    words = " ".join(_shape_words(choice) for choice in reading.shape) or "no brackets"
    start = reading.shown.find("[")
    return Place(words, max(start, 0), reading.shown.rfind("]") + 1 if start >= 0 else 0)


def _shape_words(choice: object) -> str:
    out = []
    for who, null, inside in choice:  # type: ignore[attr-defined]
        within = "no text" if null else " ".join(_shape_words(each) for each in inside) or "…"
        out.append(f"[{', '.join(who) + ': ' if who else ''}{within}]")
    return " ".join(out)


def _label(one: _Side, two: _Side) -> Iterator[Doubt]:
    labels = [_LABEL.match(side.plain) if not side.unit.path else None for side in (one, two)]
    words = ["".join(each["label"].split()) if each else "" for each in labels]
    if words[0] != words[1] and all(words):
        yield Doubt("label", *(_words(side, found) for side, found in zip((one, two), labels, strict=True)))


def _words(side: _Side, found: regex.Match[str] | None) -> Place:
    return side.place(Fact(frozenset(), found.start("label"), found.end("label")) if found else None)


def _items(one: _Side, two: _Side) -> Iterator[Doubt]:
    counts = [len(_ITEM.findall(side.plain.strip())) for side in (one, two)]
    lines = [side.plain.strip().count("\n") for side in (one, two)]
    if counts[0] != counts[1] and (max(counts) > 1 or lines[0] != lines[1]):
        yield Doubt("items", Place(str(counts[0]), 0, 0), Place(str(counts[1]), 0, 0))


def _dates(one: _Side, two: _Side) -> Iterator[Doubt]:
    yield from _listed("date", one, two, one.dates, two.dates)


def _numbers(one: _Side, two: _Side) -> Iterator[Doubt]:
    rest, others = _unmatched(one.numbers, two.numbers), _unmatched(two.numbers, one.numbers)
    rest, others = _without_years(rest, two), _without_years(others, one)
    if two.lexicon.dual and not others:
        rest = [fact for fact in rest if 2 not in fact.values]
    if one.lexicon.dual and not rest:
        others = [fact for fact in others if 2 not in fact.values]
    yield from _paired("number", one, two, rest, others)


def _without_years(facts: list[Fact], other: _Side) -> list[Fact]:
    """Leave out numbers that the other side has as a part of a date ("2024" beside "June 2024")."""
    parts = {part for fact in other.dates for day in fact.values for part in day}  # type: ignore[attr-defined]
    return [fact for fact in facts if not parts & set(fact.values)]


def _percents(one: _Side, two: _Side) -> Iterator[Doubt]:
    if bool(one.percents) != bool(two.percents):
        yield Doubt("percent", one.place(_first(one.percents)), two.place(_first(two.percents)))


def _codes(one: _Side, two: _Side) -> Iterator[Doubt]:
    yield from _listed("code", one, two, one.codes, two.codes)


def _names(one: _Side, two: _Side) -> Iterator[Doubt]:
    """Known names have to be the same where both sides have any; others only where each side has one of its own."""
    known = (set(one.lexicon.names.values()), set(two.lexicon.names.values()))
    rest = _distinct(fact for fact in one.names if not _has(two.names, fact) and set(fact.values) & known[1])
    others = _distinct(fact for fact in two.names if not _has(one.names, fact) and set(fact.values) & known[0])
    if one.names and two.names:
        yield from _paired("name", one, two, rest, others)
    if one.lexicon.common and two.lexicon.common:
        mine, theirs = _distinct(unpaired(one.unknown, two.unknown)), _distinct(unpaired(two.unknown, one.unknown))
        for first, second in zip(mine, theirs, strict=False):
            yield Doubt("name", one.place(first), two.place(second))


def _order(one: _Side, two: _Side) -> Iterator[Doubt]:
    """Two names, or two codes, that stand the other way round."""
    for facts, others in ((one.names, two.names), (one.codes, two.codes), (one.unknown, two.unknown)):
        first, second = _distinct(facts), _distinct(others)
        if len(first) == len(second) == 2 and _crossed(first, second, sounds=facts is one.unknown):
            yield Doubt("order", one.place(_over(first)), two.place(_over(second)))


def _crossed(one: list[Fact], two: list[Fact], *, sounds: bool) -> bool:
    def same(a: Fact, b: Fact) -> bool:
        return not list(unpaired([a], [b])) if sounds else bool(a.values & b.values)

    return same(one[0], two[1]) and same(one[1], two[0]) and not same(one[0], two[0]) and not same(one[1], two[1])


def _over(facts: list[Fact]) -> Fact:
    return Fact(frozenset(), facts[0].start, facts[-1].end)


def _negations(one: _Side, two: _Side) -> Iterator[Doubt]:
    if not one.lexicon.knows_words or not two.lexicon.knows_words:
        return
    spans = (one.sentences(), two.sentences())
    if len(spans[0]) != len(spans[1]):
        spans = ([(0, len(one.unit.text))], [(0, len(two.unit.text))])
    for mine, theirs in zip(*spans, strict=True):
        facts, others = _said(one, mine), _said(two, theirs)
        firm, other = [fact for fact in facts if fact.firm], [fact for fact in others if fact.firm]
        mild = (len(facts) - len(firm), len(others) - len(other))
        if (firm and not other and mild[1] <= mild[0]) or (other and not firm and mild[0] <= mild[1]):
            yield Doubt("negation", one.place(_first(firm)), two.place(_first(other)))


def _said(side: _Side, span: tuple[int, int]) -> list[Fact]:
    start, end = span
    found = negations_in(side.unit.text[start:end], side.lexicon)
    return [Fact(fact.values, fact.start + start, fact.end + start, fact.firm) for fact in found]


_CHECKS: tuple[Check, ...] = (_label, _items, _dates, _numbers, _percents, _codes, _names, _order, _negations)


def _listed(kind: str, one: _Side, two: _Side, facts: list[Fact], others: list[Fact]) -> Iterator[Doubt]:
    yield from _paired(kind, one, two, _unmatched(facts, others), _unmatched(others, facts))


def _unmatched(facts: list[Fact], others: list[Fact]) -> list[Fact]:
    """Return the firm facts that have no equal of their own on the other side; firm equals are used up first."""
    left = sorted(others, key=lambda fact: not fact.firm)
    out = []
    for fact in sorted(facts, key=lambda fact: not fact.firm):
        twin = next((each for each in left if each.values & fact.values), None)
        if twin is not None:
            left.remove(twin)
        elif fact.firm:
            out.append(fact)
    return sorted(out, key=lambda fact: fact.start)


def _paired(kind: str, one: _Side, two: _Side, rest: list[Fact], others: list[Fact]) -> Iterator[Doubt]:
    """Yield one doubt for each pair of facts that are left over, then one for each that is alone."""
    for index in range(max(len(rest), len(others))):
        first, second = rest[index : index + 1], others[index : index + 1]
        yield Doubt(kind, one.place(_first(first)), two.place(_first(second)))


def _first(facts: list[Fact]) -> Fact | None:
    return facts[0] if facts else None


def _has(facts: list[Fact], fact: Fact) -> bool:
    return any(each.values & fact.values for each in facts)


def _distinct(facts: Iterator[Fact] | list[Fact]) -> list[Fact]:
    out: list[Fact] = []
    for fact in facts:
        if not _has(out, fact):
            out.append(fact)
    return out
