"""Meetings in a report: the one it is about, and those before, after and beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.engine.reading import dates
from accord.engine.reading.acting import acted_in
from accord.engine.reading.lexicon import City
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Date, Meeting, Named
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tellings import (
    Told,
    day_of,
    is_bare,
    leading,
    ordinal_of,
    place_of,
    same_name,
    same_organ,
    told_in,
)
from accord.engine.reading.tokens import Sentence
from accord.engine.said import say

_NEAR = 8
_DATELINE = 5
"""Tokens between the city and the day of a dateline."""
_MOST = 60
"""Meetings with which another is compared."""


def meetings_of(mentions: Mentions) -> list[Meeting]:
    """Return the meetings of a report; the main one first, if there is one."""
    told = list(told_in(mentions))
    main = leading(mentions, told)
    if main is None:
        main = acted_in(mentions)
        told = [*filter(None, (main,)), *told]
    own = [main] if main else []
    own += [each for each in told if main and each is not main and _is_same(each, main)]
    out = [_main(mentions, own)] if own else []
    begins = _first_day(out[0].begins) if out else None
    known_places = set(map(id, own))
    for each in told:
        other = _other(mentions, each, begins) if id(each) not in known_places else None
        if other is not None and not any(_repeats(other, known) for known in out[:_MOST]):
            out.append(other)
    if main is not None:
        out.extend(each for each in _unnamed(mentions, main) if not any(each.role == known.role for known in out))
    if out and out[0].role == "main":
        out.extend(_bilateral(mentions))
    return out


def _is_same(each: Told, main: Told) -> bool:
    """Whether a place tells of the main meeting too; of one to come, where no other day is named."""
    if not same_organ(each, main):
        return False
    same_day = each.day is None or main.day is None or each.day.begins == main.day.begins
    return each.role == "main" or (each.role == main.role == "next" and same_day)


def _bilateral(mentions: Mentions) -> Iterator[Meeting]:
    """Yield the meetings of two beside the main one: "on the margins he held a bilateral meeting with"."""
    for sentence in mentions.script.sentences:
        if sentence.headline or mentions.organs_in(sentence.first, sentence.last):
            continue
        margins = mentions.hits("margins", sentence.first, sentence.last)
        meets = mentions.hits("bilateral", sentence.first, sentence.last)
        if margins and meets:
            first, last = meets[0].first, meets[0].last
            named = Named(None, " ".join(mentions.script.quote(first, last).split()))
            place = mentions.evidence(first, last, STATED, _WHY["side"])
            yield Meeting(named, None, None, None, None, None, (), "side", place)


def _unnamed(mentions: Mentions, main: Told) -> Iterator[Meeting]:
    """Yield the next and the previous meeting where a sentence does not name the organ: it is that of the main one."""
    for sentence in mentions.script.sentences:
        if mentions.organs_in(sentence.first, sentence.last):
            continue
        for noun in mentions.hits("meeting_nouns", sentence.first, sentence.last):
            role = _unnamed_role(mentions, sentence, noun)
            found = _of_main(mentions, main, sentence, noun, role) if role else None
            if found is not None:
                yield found
        for hit in mentions.hits("will_meet", sentence.first, sentence.last):
            found = _of_main(mentions, main, sentence, hit, "next")
            if found is not None and not sentence.headline:
                yield found


def _unnamed_role(mentions: Mentions, sentence: Sentence, noun: Hit[str]) -> str:
    """Return "next" or "previous" where the words beside a meeting say so, else ""."""
    begin = max(sentence.first, noun.first - 3)
    if mentions.hits("next_meeting", begin, noun.first):
        return "next"
    if mentions.hits("previous_cues", begin, noun.last):
        return "previous"
    numbered = ordinal_of(mentions, sentence, noun.first, noun.last)
    coming = any(hit.first - noun.last <= 3 for hit in mentions.hits("will_be_held", noun.last, sentence.last))
    return "next" if numbered and coming else ""


def _of_main(mentions: Mentions, main: Told, sentence: Sentence, noun: Hit[str], role: str) -> Meeting | None:
    day = day_of(mentions, sentence, noun.first, noun.last)
    city, country = place_of(mentions, sentence, noun.last)
    if day is None and city is None and country is None and not _has_no_such_day(mentions, sentence):
        return None
    ordinal = ordinal_of(mentions, sentence, noun.first, noun.last)
    told = replace(main, noun=noun, sentence=sentence, role=role, ordinal=ordinal, day=day, city=city, country=country)
    why = say("The organ is not named here; it is taken to be that of the meeting.")
    return replace(
        _meeting(mentions, told, role, day), evidence=mentions.evidence(noun.first, noun.last, INFERRED, why)
    )


def _has_no_such_day(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence gives a day that the calendar does not have: the meeting is told of all the same."""
    return any(each.begins is None and each.parts[2] for each in mentions.dates_in(sentence.first, sentence.last))


def _main(mentions: Mentions, told: Sequence[Told]) -> Meeting:
    lead = told[0]
    close = [each for each in told if each.sentence.number - lead.sentence.number <= _NEAR] or [lead]
    days = (
        [each.day for each in close if each.day is not None and each.day.precision == "day"]
        or [each.day for each in close if each.day and not _is_to_come(mentions, lead, each.day)]
        or _lead_days(mentions, lead)
    )
    city = next((each.city for each in told if each.city), None)
    if city is None and lead.noun is None:  # it only acted: a city in the text is that of something else
        city = _dateline_city(mentions, lead, days)
    city = city or _lead_city(mentions, lead) or _dateline_city(mentions, lead, days)
    days = days or _dateline_days(mentions, lead, city)
    country = city.value.country if city else next((each.country for each in told if each.country), None)
    proper = [each.organ.named for each in told if not each.organ.kind.is_gathered] or [lead.organ.named]
    named = next((each.organ.named for each in told if each.organ.named.id), proper[0])
    base = _meeting(mentions, lead, "main", days[0] if days else None)
    return replace(
        base,
        organ=named,
        ordinal=next((each.ordinal for each in told if each.ordinal), None),
        place=city.value.names[mentions.script.language] if city else None,
        country=country,
        formats=_formats(mentions, lead),
    )


def _is_to_come(mentions: Mentions, lead: Told, day: dates.Mention) -> bool:
    """Whether a month or half-year behind the day of the report cannot be that of a meeting that was held."""
    reported = mentions.reported.value
    return lead.role == "main" and bool(reported and day.begins and day.begins.isoformat() > reported)


def _lead_days(mentions: Mentions, lead: Told) -> list[dates.Mention]:
    """Return the days in the sentences that follow the first telling, where that has none."""
    sentences = mentions.script.sentences[lead.sentence.number : lead.sentence.number + 3]
    return [
        day
        for sentence in sentences
        if mentions.has("held_cues", sentence) and not mentions.has("next_cues", sentence)
        for day in mentions.dates_in(sentence.first, sentence.last)
        if day.precision == "day" and day.begins and day.unit != "just"
    ]


def _dateline_days(mentions: Mentions, lead: Told, city: Hit[City] | None) -> list[dates.Mention]:
    """Return the day of the report where it is dated from the city of a meeting that it gives no other day."""
    start = mentions.reported.evidence.start
    dated = next((each for each in mentions.dates if mentions.script.tokens[each.first].start == start), None)
    if dated is None or city is None or lead.role != "main" or mentions.reported.value is None:
        return []
    from_there = any(each.value.names == city.value.names for each in _dateline_cities(mentions, dated))
    return [dated] if from_there and mentions.script.sentence_at(dated.first).number < _NEAR else []


def _dateline_cities(mentions: Mentions, dated: dates.Mention) -> list[Hit[City]]:
    return mentions.cities_in(max(0, dated.first - _DATELINE), min(dated.last + 3, len(mentions.script.tokens)))


def _dateline_city(mentions: Mentions, lead: Told, days: Sequence[dates.Mention]) -> Hit[City] | None:
    """Return the city of the dateline where a meeting has no other: it was on that day, or its state is named."""
    start = mentions.reported.evidence.start
    dated = next((each for each in mentions.dates if mentions.script.tokens[each.first].start == start), None)
    if dated is None or lead.role != "main" or mentions.reported.value is None:
        return None
    sentences = mentions.script.sentences[: lead.sentence.number + 3]
    states = {each.value for sentence in sentences for each in mentions.states_in(sentence.first, sentence.last)}
    same_day = bool(days) and days[0].begins == dated.begins
    found = [each for each in _dateline_cities(mentions, dated) if same_day or each.value.country in states]
    return found[0] if found else None


def _lead_city(mentions: Mentions, lead: Told) -> Hit[City] | None:
    for sentence in mentions.script.sentences[: lead.sentence.number + 3]:
        if found := _meeting_in_city(mentions, sentence):
            return found
        if mentions.has("held_cues", sentence) and not mentions.has("next_cues", sentence):
            city, _ = place_of(mentions, sentence, sentence.first)
            if city is not None:
                return city
    return None


def _meeting_in_city(mentions: Mentions, sentence: Sentence) -> Hit[City] | None:
    """Return the city of "after the meeting in Bishkek", where the sentence tells of no other meeting."""
    if mentions.has("next_cues", sentence) or mentions.has("previous_cues", sentence):
        return None
    preps = mentions.lexicon.words("place_preps")
    for noun in mentions.hits("meeting_nouns", sentence.first, sentence.last):
        led = noun.last < sentence.last and mentions.script.tokens[noun.last].folded in preps
        cities = mentions.cities_in(noun.last + 1, noun.last + 2) if led else []
        if cities:
            return cities[0]
    return None


def _formats(mentions: Mentions, lead: Told) -> tuple[str, ...]:
    """Return the formats that a report names, but where it speaks of another meeting than ``lead``."""
    found: dict[str, int] = {}
    for sentence in mentions.script.sentences:
        coming = lead.role == "main" and mentions.has("next_cues", sentence)
        if coming or mentions.has("previous_cues", sentence):
            continue
        for hit in mentions.hits("formats", sentence.first, sentence.last):
            found.setdefault(hit.value, hit.first)
    return tuple(found)


def _meeting(mentions: Mentions, each: Told, role: str, day: dates.Mention | None) -> Meeting:
    first = min(each.organ.first, each.noun.first) if each.noun else each.organ.first
    last = max(each.organ.last, each.noun.last) if each.noun else each.organ.last
    begins: Date | None = dates.as_date(day, mentions.script) if day else None
    ends: Date | None = dates.as_date(day, mentions.script, last=True) if day else None
    status = INFERRED if each.organ.organisation is None and mentions.main else STATED
    why = say("The organisation is the one that the report is about.") if status == INFERRED else _WHY[role]
    place = each.city.value.names[mentions.script.language] if each.city else None
    return Meeting(
        each.organ.named,
        each.ordinal,
        begins,
        ends,
        place,
        each.country,
        (),
        role,
        mentions.evidence(first, last, status, why),
    )


_WHY = {
    "main": say("The report tells of this meeting."),
    "previous": say("Named as an earlier meeting."),
    "next": say("Named as a meeting to come."),
    "side": say("Named as held beside the meeting."),
}


def _other(mentions: Mentions, each: Told, begins: str | None) -> Meeting | None:
    """Return another meeting; one without a word that says when is placed by its date, or left out."""
    role = each.role
    unnamed = each.organ.organisation is None and each.organ.named.id is None
    if is_bare(each) and unnamed and not _is_certain(mentions, each):
        return None
    if role == "main":
        day = each.day.begins.isoformat() if each.day and each.day.begins else ""
        if not day or begins is None or day == begins:
            return None
        role = "next" if day > begins else "previous"
    return _meeting(mentions, each, role, each.day)


def _is_certain(mentions: Mentions, each: Told) -> bool:
    """Whether "summit" alone is one of the organisation: numbered, or the next one, with a day or city."""
    before = mentions.hits("next_meeting", max(each.sentence.first, each.organ.first - 1), each.organ.first)
    return bool(each.ordinal or before) and (each.day is not None or each.city is not None)


def _repeats(one: Meeting, other: Meeting) -> bool:
    same_day = one.begins is None or other.begins is None or _first_day(one.begins) == _first_day(other.begins)
    return same_name(one.organ, other.organ) and (one.role == other.role) and same_day


def _first_day(value: Date | None) -> str | None:
    return value if isinstance(value, str) or value is None else value.first
