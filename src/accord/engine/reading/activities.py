"""Joint activities in a report (exercises), one item an edition; and the years, hosts and states that it gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.engine.reading import dates
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Activity, Date, Named
from accord.engine.reading.phrases import Hit, Placed
from accord.engine.reading.tokens import Sentence, Token
from accord.engine.said import say

_OPENING = {"“": "”", "«": "»", '"': '"', "„": "“"}
_LONGEST_NAME = 6
_SHORTEST = 3
"""Letters of a word that are too few for the name of a series with a year of two digits."""
_DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Edition:
    """An edition as named: the series at tokens ``first`` to ``last``, its year at token ``year_at`` (0 for none)."""

    first: int
    last: int
    end: int
    series: Named
    year: int | None
    year_at: int


def activities_of(mentions: Mentions) -> list[Activity]:
    """Return the activities of a report, one item for each series and year."""
    out: dict[tuple[str, int | None], Activity] = {}
    for sentence in mentions.script.sentences:
        nouns = mentions.hits("exercise_nouns", sentence.first, sentence.last)
        nouns = nouns or _nouns_before(mentions, sentence)
        for edition in _editions(mentions, sentence, nouns):
            key = (edition.series.name.casefold(), edition.year)
            if key not in out and not (edition.year is None and any(name == key[0] for name, _ in out)):
                out[key] = _activity(mentions, sentence, edition)
    return list(out.values())


def _nouns_before(mentions: Mentions, sentence: Sentence) -> list[Hit[str]]:
    """Return the words for exercises in the sentence before: "Seven exercises will be held. Of these, Search …"."""
    before = mentions.script.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.paragraph != sentence.paragraph:
        return []
    return mentions.hits("exercise_nouns", before.first, before.last)


def _editions(mentions: Mentions, sentence: Sentence, nouns: list[Hit[str]]) -> Iterator[Edition]:
    tokens, seen = mentions.script.tokens, set[int]()
    for hit in mentions.register.series_table.find(tokens, sentence.first, sentence.last):
        if not tokens[hit.first].is_capital or any(at in mentions.taken for at in range(hit.first, hit.last)):
            continue
        edition = _with_year(mentions, hit.first, hit.last, Named(hit.value.id, hit.value.name))
        if edition.year is not None or (nouns and (_is_quoted(mentions, hit.first) or hit.first > sentence.first)):
            seen.update(range(edition.first, edition.end))
            yield edition
    if nouns:
        operations = {hit.first for hit in mentions.hits("operation_nouns", sentence.first, sentence.last)}
        yield from (each for each in _unknown(mentions, sentence, nouns) if each.first not in seen | operations)


def _unknown(mentions: Mentions, sentence: Sentence, nouns: list[Hit[str]]) -> Iterator[Edition]:
    """Yield series that the register does not know: names in quotation marks beside the noun, and Capitals-2024."""
    tokens = mentions.script.tokens
    at = sentence.first
    while at < sentence.last:
        closing = _OPENING.get(tokens[at].text)
        if closing is not None:
            last = next((end for end in range(at + 1, min(at + 9, sentence.last)) if tokens[end].text == closing), 0)
            if last and _is_beside(nouns, at, last) and tokens[at + 1].is_capital:
                yield _with_year(mentions, at + 1, _name_end(mentions, at + 1, last), None)
                at = last
        elif _is_year(mentions, at, sentence):
            end = at - 1 if tokens[at - 1].text in _DASHES else at
            first = _name_start(mentions, sentence, end)
            if first < end and _is_beside(nouns, first, at + 1, 12):
                yield _with_year(mentions, first, end, None)
        at += 1


def _is_year(mentions: Mentions, at: int, sentence: Sentence) -> bool:
    """Whether a number is the year of a name: Skala-2024, Indestructible Brotherhood 2024; not "in 2024"."""
    return at > sentence.first + 1 and at not in mentions.taken and _year_at(mentions, at) is not None


def _year_at(mentions: Mentions, at: int) -> int | None:
    """Return the year that a number of a name is, 2024 or the 24 of Skala-24 (of the report's century); else None."""
    tokens = mentions.script.tokens
    digits = tokens[at].text
    if len(digits) == 4 and digits.isdecimal():
        return int(digits) if dates.FIRST_YEAR <= int(digits) <= dates.LAST_YEAR else None
    if len(digits) != 2 or not digits.isdecimal() or not _is_glued(tokens, at):
        return None
    reported = mentions.reported.value
    known = tokens[at - 2].folded in mentions.lexicon.words("no_editions")
    return int(reported[:2] + digits) if reported and not known else None


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash joins a number to a word of more than three letters: Skala-24, not the machines of a type."""
    if at < 2 or tokens[at - 1].text not in _DASHES:
        return False
    glued = tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start
    return glued and tokens[at - 2].is_capital and len(tokens[at - 2].text) > _SHORTEST


def _name_start(mentions: Mentions, sentence: Sentence, dash: int) -> int:
    tokens, first = mentions.script.tokens, dash
    while (
        first - 1 >= sentence.first
        and dash - first < _LONGEST_NAME
        and tokens[first - 1].is_word
        and tokens[first - 1].is_capital
        and first - 1 not in mentions.taken
        and not mentions.hits("exercise_nouns", first - 1, first)  # "Exercise" before a name is none of it
    ):
        first -= 1
    return first


def _name_end(mentions: Mentions, first: int, last: int) -> int:
    """Return where a quoted name ends: before its year."""
    tokens = mentions.script.tokens
    for at in range(first, last):
        if tokens[at].text.isdecimal() and (len(tokens[at].text) == 4 or _year_at(mentions, at)):
            return at - 1 if tokens[at - 1].text in _DASHES else at
    return last


def _is_beside(nouns: list[Hit[str]], first: int, last: int, most: int = 4) -> bool:
    return any(0 <= first - hit.last <= most or 0 <= hit.first - last <= most for hit in nouns)


def _is_quoted(mentions: Mentions, at: int) -> bool:
    return at > 0 and mentions.script.tokens[at - 1].text in _OPENING


def _with_year(mentions: Mentions, first: int, last: int, series: Named | None) -> Edition:
    tokens = mentions.script.tokens
    at = last
    while at < len(tokens) and at < last + 2 and tokens[at].text in _DASHES | {"”", "»", '"', "-"}:
        at += 1
    year = _year_at(mentions, at) if at < len(tokens) else None
    named = series or Named(None, " ".join(mentions.script.quote(first, last).split()))
    if year is not None:
        return Edition(first, last, at + 1, named, year, at)
    return Edition(first, last, last, named, None, 0)


def _activity(mentions: Mentions, sentence: Sentence, edition: Edition) -> Activity:
    when = _when(mentions, sentence, edition)
    state = _state(mentions, sentence, edition)
    year, why = _year(edition, when or _in_year(mentions, sentence), state)
    host, place = (_moved_to(mentions, sentence) if state == "moved" else None) or _host(mentions, sentence, edition)
    name = f"{edition.series.name}-{year}" if year else edition.series.name
    status = STATED if year == edition.year else INFERRED
    written: Date | None = dates.as_date(when, mentions.script) if when else None
    return Activity(
        edition.series,
        name,
        year,
        edition.year,
        written,
        host,
        place,
        state,
        mentions.evidence(edition.first, edition.end, status, why),
    )


def _when(mentions: Mentions, sentence: Sentence, edition: Edition) -> dates.Mention | None:
    found = [
        each
        for each in mentions.dates_in(sentence.first, sentence.last)
        if each.begins
        and each.precision != "year"
        and not each.first <= edition.year_at < each.last
        and each.unit != "just"
    ]
    return min(found, key=lambda each: abs(each.first - edition.end)) if found else None


def _in_year(mentions: Mentions, sentence: Sentence) -> dates.Mention | None:
    """Return the year that a sentence tells of: "next year" of an edition without a date."""
    return next(
        (each for each in mentions.dates_in(sentence.first, sentence.last) if each.precision == "year" and each.begins),
        None,
    )


def _year(edition: Edition, when: dates.Mention | None, state: str) -> tuple[int | None, str]:
    """Return the year that an edition must have: that of its date where the one written cannot be."""
    dated = when.begins.year if when and when.begins else None
    if edition.year is None:
        return dated, say("The year is that of its date.") if dated else say("No year is given.")
    if dated and state == "planned" and edition.year < dated:
        return dated, say("Written {year}, and planned for {dated}.", year=edition.year, dated=dated)
    return edition.year, say("Named with its year.")


def _state(mentions: Mentions, sentence: Sentence, edition: Edition) -> str:
    hits = _own_hits(mentions, sentence, edition)
    found = {hit.value for hit in hits}
    for state in ("cancelled", "moved"):
        if state in found:
            return state
    if hits:
        return min(hits, key=lambda hit: min(abs(hit.first - edition.end), abs(edition.first - hit.last))).value
    reported = mentions.reported.value
    return "held" if reported and edition.year and edition.year < int(reported[:4]) else "planned"


def _own_hits(mentions: Mentions, sentence: Sentence, edition: Edition) -> list[Hit[str]]:
    """Return what is said of an edition: up to the next quoted name, where anything is said before that."""
    hits = mentions.hits("activity_states", sentence.first, sentence.last)
    tokens = mentions.script.tokens
    limit = next((at for at in range(edition.end + 1, sentence.last) if tokens[at].text in _OPENING), sentence.last)
    own = [hit for hit in hits if edition.end <= hit.first < limit]
    changed = [hit for hit in own if hit.value in ("cancelled", "moved")]
    return own if changed else hits


def _moved_to(mentions: Mentions, sentence: Sentence) -> tuple[str, str] | None:
    """Return the state, and its words, to which an activity was moved: "from Armenia to Kyrgyzstan"."""
    tokens = mentions.script.tokens
    states = mentions.states_in(sentence.first, sentence.last)
    fates = mentions.hits("activity_states", sentence.first, sentence.last)
    behind = [hit.last for hit in fates if hit.value == "moved"]
    left = [each for each in states if tokens[each.first - 1].folded in ("from", "из", "с")]
    for each in states:
        moved = any(0 <= each.first - at <= 2 for at in behind)  # moved to Kyrgyzstan, wherever from
        if (moved or (left and each.first > left[0].first)) and tokens[each.first - 1].folded in ("to", "в", "на"):
            return each.value, _region(mentions, each.first, each.last)
    return None


def _host(mentions: Mentions, sentence: Sentence, edition: Edition) -> tuple[str | None, str | None]:
    """Return who hosts, and where: "in Kazakhstan", a city, "in its territory" (of whom the sentence tells)."""
    tokens, preps = mentions.script.tokens, mentions.lexicon.words("place_preps")
    found = [
        (_distance(edition, city), city.value.country, _region(mentions, city.first, city.last))
        for city in mentions.cities_in(sentence.first, sentence.last)
        if tokens[city.first - 1].folded in preps or tokens[city.first].folded in preps
    ]
    states = mentions.states_in(sentence.first, sentence.last)
    for state in states:
        before = " ".join(word.folded for word in tokens[max(0, state.first - 3) : state.first])
        if before.split(" ")[-1] in preps or before.endswith(_TERRITORY):
            found.append((_distance(edition, state), state.value, _region(mentions, state.first, state.last)))
    if found:
        _, host, place = min(found)
        return host, place
    own = mentions.hits("territory_words", sentence.first, sentence.last)
    hosting = mentions.hits("host_cues", sentence.first, sentence.last)
    if states and (own or any(hit.value.endswith("host") for hit in hosting)):
        return states[0].value, None
    holding = mentions.hits("hosting", sentence.first, sentence.last)
    if states and holding and (states[0].first < holding[0].first or states[0].first == holding[-1].last):
        return states[0].value, None  # Tajikistan hosted it; принимал Таджикистан
    return None, None


_TERRITORY = (
    *("territory of", "hosted by", "the republic of", "region of", "province of", "oblast of"),
    *("на территории", "области", "районе", "крае", "провинции", "горах"),
)


def _distance(edition: Edition, place: Placed) -> int:
    """Return how far a place stands from an edition; one behind it is nearer than one before it."""
    return place.first - edition.end if place.first >= edition.end else 100 + edition.first - place.last


def _region(mentions: Mentions, first: int, last: int) -> str:
    tokens = mentions.script.tokens
    if last < len(tokens) and tokens[last].folded in ("region", "oblast", "province", "области", "область", "крае"):
        return mentions.script.quote(first, last + 1)
    return mentions.script.quote(first, last)
