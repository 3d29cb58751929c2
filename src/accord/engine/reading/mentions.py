"""What a report names: organisations, organs, cities, states and dates, each at its tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from accord.engine.reading.dates import Mention, report_date, resolved
from accord.engine.reading.finding_dates import find_dates
from accord.engine.reading.generic_organs import named_with_organisation
from accord.engine.reading.lexicon import City, Lexicon, Organisation, OrganKind, Register
from accord.engine.reading.model import INFERRED, Evidence, ReportDate
from accord.engine.reading.organs import Organ, is_letters, named_again, organ_hits, organ_of, with_meetings
from accord.engine.reading.phrases import Hit, Placed, first_of, within
from accord.engine.reading.tokens import Script, Sentence
from accord.engine.said import say

_FIRST_SENTENCES = 3


@dataclass(frozen=True)
class Mentions:
    """All that a report names, in order of place, and the organisation it is about."""

    script: Script
    lexicon: Lexicon
    register: Register
    organisations: Sequence[Hit[Organisation]]
    organs: Sequence[Organ]
    cities: Sequence[Hit[City]]
    countries: Sequence[Hit[str]]
    dates: Sequence[Mention]
    reported: ReportDate
    main: Organisation | None
    _found: dict[str, list[Hit[str]]] = field(default_factory=dict, compare=False, repr=False)

    def evidence(self, first: int, last: int, status: str, why: str) -> Evidence:
        """Return the place of tokens ``first`` to ``last`` with what is to be said of it."""
        return Evidence(self.script.tokens[first].start, self.script.tokens[max(first, last - 1)].end, status, why)

    def hits(self, name: str, first: int, last: int) -> list[Hit[str]]:
        """Return the phrases of one list of the lexicon between two tokens; a report is searched once for each."""
        if name not in self._found:
            self._found[name] = self.lexicon.table(name).find(self.script.tokens)
        return [hit for hit in within(self._found[name], first, last) if hit.last <= last]

    def has(self, name: str, sentence: Sentence) -> bool:
        """Whether a sentence holds a phrase of one list."""
        return bool(self.hits(name, sentence.first, sentence.last))

    def states_in(self, first: int, last: int) -> list[Hit[str]]:
        """Return the states named between two tokens."""
        return within(self.countries, first, last)

    def organisations_in(self, first: int, last: int) -> list[Hit[Organisation]]:
        """Return the organisations named between two tokens."""
        return within(self.organisations, first, last)

    def organs_in(self, first: int, last: int) -> list[Organ]:
        """Return the organs named between two tokens."""
        return within(self.organs, first, last)

    def cities_in(self, first: int, last: int) -> list[Hit[City]]:
        """Return the cities named between two tokens."""
        return within(self.cities, first, last)

    def dates_in(self, first: int, last: int) -> list[Mention]:
        """Return the dates between two tokens."""
        return within(self.dates, first, last)

    @cached_property
    def taken(self) -> frozenset[int]:
        """Tokens that belong to an organisation, organ, city, state or date; a person's name holds none of them."""
        groups: list[Sequence[Placed]] = [self.organisations, self.organs, self.cities, self.countries, self.dates]
        return frozenset(number for group in groups for each in group for number in range(each.first, each.last))

    @cached_property
    def dated(self) -> frozenset[int]:
        """Tokens of a date: its numbers count nothing."""
        return frozenset(number for each in self.dates for number in range(each.first, each.last))

    @cached_property
    def named(self) -> frozenset[int]:
        """Tokens that belong to the name of an organisation or organ."""
        groups: list[Sequence[Placed]] = [self.organisations, self.organs]
        return frozenset(number for group in groups for each in group for number in range(each.first, each.last))

    @property
    def is_registers_own(self) -> bool:
        """Whether the report is about the register's own organisation."""
        return bool(self.main and self.main.id == self.register.organisation)


def mentions_of(script: Script, lexicon: Lexicon, register: Register, day: str = "") -> Mentions:
    """
    Return what ``script`` names, with its dates resolved from the day of the report.

    Args:
        day: of the report, where its words say none; "" where it is not known.
    """
    tokens = script.tokens
    found = find_dates(script, lexicon)
    reported = report_date(script, lexicon, found)
    if reported.value is None and day:
        reported = ReportDate(
            day, Evidence(0, 0, INFERRED, say("The words give no day; this one came with the report."))
        )
    organisations = lexicon.organisation_table.find(tokens)
    kinds = with_meetings(script, lexicon, organ_hits(script, lexicon), organisations)
    taken = {at for hit in kinds for at in range(hit.first, hit.last)}
    kinds = sorted([*kinds, *named_with_organisation(script, organisations, taken)], key=first_of)
    main = _main(script, organisations, kinds, lexicon)
    named = [organ_of(each, script, organisations, main=main, lexicon=lexicon, register=register) for each in kinds]
    named = [_as_council(each, named) for each in named if not each.kind.is_gathered or _gathers(each, script, lexicon)]
    organs = sorted([*named, *named_again(script, named, organisations)], key=first_of)
    states = _states(script, lexicon)
    return Mentions(
        script, lexicon, register,
        [each for each in organisations if not _inside(each, organs)],
        organs,
        _cities(script, lexicon, states),
        states,
        resolved(found, script, lexicon, reported.value),
        reported,
        main,
    )  # fmt: skip


def _cities(script: Script, lexicon: Lexicon, states: Sequence[Hit[str]]) -> list[Hit[City]]:
    """Return the cities named, "the capital of Belarus" and "в столице России" too."""
    found = lexicon.city_table.find(script.tokens)
    for words in lexicon.table("capital_words").find(script.tokens):
        for state in within(states, words.first - 2, words.last + 1):
            city = lexicon.capitals.get(state.value)
            if city is not None and (state.first == words.last or state.last == words.first):
                found.append(Hit(min(state.first, words.first), max(state.last, words.last), city))
    return sorted(found, key=first_of)


def _states(script: Script, lexicon: Lexicon) -> list[Hit[str]]:
    """Return the states named; the South China Sea names none."""
    barred = {at for hit in lexicon.table("no_states").find(script.tokens) for at in range(hit.first, hit.last)}
    return [hit for hit in lexicon.country_table.find(script.tokens) if hit.first not in barred]


def _inside(each: Hit[Organisation], organs: Sequence[Organ]) -> bool:
    at = bisect_left(organs, each.first + 1, key=first_of) - 1
    return at >= 0 and organs[at].first <= each.first and each.last <= organs[at].last


def _as_council(organ: Organ, named: Sequence[Organ]) -> Organ:
    """Return ministers under the name that their council has elsewhere in the report."""
    if not organ.kind.is_gathered and not is_letters(organ.named.name):
        return organ
    council = next(
        (
            each
            for each in named
            if each.kind.id == organ.kind.id
            and not each.kind.is_gathered
            and not is_letters(each.named.name)
            and (each.organisation == organ.organisation or None in (each.organisation, organ.organisation))
        ),
        organ,
    )
    return replace(organ, named=council.named)


def _gathers(organ: Organ, script: Script, lexicon: Lexicon) -> bool:
    """Whether ministers stand for their council: with their organisation, and said to meet."""
    if organ.organisation is None:
        return False
    verbs = lexicon.table("gathering").find(script.tokens, organ.last, min(organ.last + 3, len(script.tokens)))
    return bool(verbs) or _is_seated(organ, script, lexicon)


def _is_seated(organ: Organ, script: Script, lexicon: Lexicon) -> bool:
    """Whether ministers did something "at the end of an extraordinary session", not at one of others or to come."""
    last = script.sentence_at(organ.first).last
    nouns = lexicon.table("meeting_nouns").find(script.tokens, organ.last, last)
    if not nouns or lexicon.table("next_cues").find(script.tokens, organ.last, last):
        return False
    led = [token.folded for token in script.tokens[max(organ.last, nouns[0].first - 6) : nouns[0].first]]
    return bool({"at", "after", "during", "following"} & set(led))


def _main(
    script: Script, organisations: Sequence[Hit[Organisation]], organs: Sequence[Hit[OrganKind]], lexicon: Lexicon
) -> Organisation | None:
    """Return the organisation that a report is about: named most, the beginning and organs beside counting more."""
    score: Counter[str] = Counter()
    places = {each.first for each in organs} | {each.last for each in organs}
    for each in organisations:
        if not each.value.partner_only:
            weight = 4 if script.sentence_at(each.first).number < _FIRST_SENTENCES else 1
            near = any(number in places for number in range(each.first - 3, each.last + 4))
            score[each.value.parent or each.value.id] += weight * (3 if near else 1)
    for organ in organs:
        if organ.value.of:
            score[organ.value.of] += 8 if script.sentence_at(organ.first).number < _FIRST_SENTENCES else 2
    return lexicon.by_id[max(score, key=lambda key: (score[key], key))] if score else None
