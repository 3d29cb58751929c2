"""Meetings in a report: the one it is about, and those before, after and beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.engine.reading import dates
from accord.engine.reading.lexicon import City
from accord.engine.reading.mentions import Mentions, Organ
from accord.engine.reading.model import INFERRED, STATED, Date, Meeting, Named
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Sentence, Token

_NO_ORDINAL_BEFORE = frozenset(
    [
        "anniversary",
        "half",
        "day",
        "time",
        "quarter",
        "deputy",
        "vice",
        "year",
        "raz",
        "раз",
        "половине",
        "полугодии",
        "полугодие",
        "квартале",
        "день",
        "годовщины",
        "годовщине",
        "годовщину",
        "заместитель",
        "стран",
        "степени",
    ]
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NEAR = 8
_ABOUT = (
    "situation",
    "conflict",
    "crisis",
    "events",
    "developments",
    "peace",
    "ситуаци",
    "обстановк",
    "конфликт",
    "событи",
    "кризис",
    "положени",
)


@dataclass(frozen=True)
class Told:
    """One place where a meeting is told of, before the places are put together."""

    organ: Organ
    noun: Hit[str] | None
    sentence: Sentence
    role: str
    ordinal: int | None
    day: dates.Mention | None
    city: Hit[City] | None
    country: str | None


def meetings_of(mentions: Mentions) -> list[Meeting]:
    """Return the meetings of a report; the main one first, if there is one."""
    told = list(_told(mentions))
    if not told:
        return []
    main = _leading(told)
    if main is None:
        return []
    own = [main, *(each for each in told if each is not main and each.role == "main" and _same_organ(each, main))]
    out = [_main(mentions, own)]
    begins = _first_day(out[0].begins)
    for each in told:
        if each in own or each is main:
            continue
        other = _other(mentions, each, begins)
        if other is not None and not any(_repeats(other, known) for known in out):
            out.append(other)
    out.extend(each for each in _unnamed(mentions, main) if not any(each.role == known.role for known in out))
    return out


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
    numbered = _ordinal(mentions, sentence, noun.first, noun.last)
    coming = any(hit.first - noun.last <= 3 for hit in mentions.hits("will_be_held", noun.last, sentence.last))
    return "next" if numbered and coming else ""


def _of_main(mentions: Mentions, main: Told, sentence: Sentence, noun: Hit[str], role: str) -> Meeting | None:
    day = _day(mentions, sentence, noun.first, noun.last)
    city, country = _place(mentions, sentence, noun.last)
    if day is None and city is None and country is None:
        return None
    ordinal = _ordinal(mentions, sentence, noun.first, noun.last)
    told = replace(main, noun=noun, sentence=sentence, role=role, ordinal=ordinal, day=day, city=city, country=country)
    why = "The organ is not named here; it is taken to be that of the meeting."
    return replace(
        _meeting(mentions, told, role, day), evidence=mentions.evidence(noun.first, noun.last, INFERRED, why)
    )


def _leading(told: Sequence[Told]) -> Told | None:
    """Return the telling of the meeting that a report is about: in the body before the headline, an organ before a bare summit."""
    roles = ("main", "next")
    ranked = [
        each
        for role in roles
        for bare in (False, True)
        for each in told
        if each.role == role and _is_bare(each) is bare
    ]
    return next((each for each in ranked if not each.sentence.headline), ranked[0] if ranked else None)


def _is_bare(told: Told) -> bool:
    return told.organ.kind.id in ("summit", "working-group")


def tellings_of(mentions: Mentions) -> list[Told]:
    """Return the places that tell of the main meeting."""
    told = [each for each in _told(mentions) if each.role == "main"]
    lead = _leading(told)
    return [each for each in told if lead is not None and _same_organ(each, lead)]


def bare_ordinals(mentions: Mentions) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield "the eighth meeting" with its tokens and number, where no organ and no other time is named with it."""
    for sentence in mentions.script.sentences:
        if mentions.has("next_cues", sentence) or mentions.has("previous_cues", sentence):
            continue
        if mentions.organs_in(sentence.first, sentence.last) or mentions.script.quotation_at(sentence.first):
            continue
        for noun in mentions.hits("meeting_nouns", sentence.first, sentence.last):
            ordinal = _ordinal(mentions, sentence, noun.first, noun.last)
            if ordinal and ordinal > 1:
                yield (max(sentence.first, noun.first - 2), noun.last), ordinal


def _told(mentions: Mentions) -> Iterator[Told]:
    for sentence in mentions.script.sentences:
        nouns = mentions.hits("meeting_nouns", sentence.first, sentence.last)
        for organ in mentions.organs_in(sentence.first, sentence.last):
            noun = _noun(mentions, organ, nouns)
            if noun is None and not (
                organ.kind.is_meeting or _meets(mentions, organ, sentence) or _heads(mentions, organ, sentence)
            ):
                continue
            if organ.kind.id == "working-group" and noun is not None and not _is_dated(mentions, sentence):
                continue
            yield _telling(mentions, organ, noun, sentence)


def _is_dated(mentions: Mentions, sentence: Sentence) -> bool:
    return bool(mentions.dates_in(sentence.first, sentence.last))


def _noun(mentions: Mentions, organ: Organ, nouns: Sequence[Hit[str]]) -> Hit[str] | None:
    """Return the word for a meeting that belongs to an organ: "meeting of the Council", "the Council's session"."""
    for noun in nouns:
        between = (
            mentions.script.tokens[noun.last : organ.first]
            if noun.last <= organ.first
            else mentions.script.tokens[organ.last : noun.first]
        )
        if (
            len(between) <= 5
            and all(word.text not in ",;:()" for word in between)
            and not _is_parted(mentions, organ, noun)
        ):
            return noun
        own = [word.folded for word in between if word.folded in ("its", "своем", "своего", "свое")]
        if noun.first >= organ.last and own and len(between) <= 20:
            return noun
    return None


def _is_parted(mentions: Mentions, organ: Organ, noun: Hit[str]) -> bool:
    """Whether a verb or a document stands between: "at the meeting drafts of decisions of the Council were discussed"."""
    first, last = sorted((organ.first, organ.last, noun.first, noun.last))[1:3]
    reach = max(last, noun.last)  # "plan of consultations" is a document, not consultations
    return bool(mentions.hits("actions", first, last) or mentions.hits("documents", first, reach))


def _heads(mentions: Mentions, organ: Organ, sentence: Sentence) -> bool:
    """Whether an organ stands with a date alone, as the head of a report: Foreign Affairs Council, 20 October 2025."""
    after = mentions.dates_in(organ.last, min(organ.last + 3, sentence.last))
    return sentence.paragraph < 2 and bool(after) and after[0].precision == "day"


def _meets(mentions: Mentions, organ: Organ, sentence: Sentence) -> bool:
    """Whether an organ without a word for a meeting is said to meet."""
    after = mentions.hits("held_cues", organ.last, min(organ.last + 4, sentence.last))
    return any(mentions.script.tokens[hit.first].folded in _MEETS for hit in after)


_MEETS = frozenset(["met", "gathered", "convened", "meets", "meet", "held", "собрались"])


def _telling(mentions: Mentions, organ: Organ, noun: Hit[str] | None, sentence: Sentence) -> Told:
    first = min(organ.first, noun.first) if noun else organ.first
    last = max(organ.last, noun.last) if noun else organ.last
    day = _day(mentions, sentence, first, last)
    city, country = _place(mentions, sentence, last)
    return Told(
        organ,
        noun,
        sentence,
        _role(mentions, sentence, first, last),
        _ordinal(mentions, sentence, first, last),
        day,
        city,
        country,
    )


def _role(mentions: Mentions, sentence: Sentence, first: int, last: int) -> str:
    before = max(sentence.first, first - 4)
    if (
        any(hit.last >= first - 2 for hit in mentions.hits("side_cues", before, last))
        and mentions.hits("side_cues", before, last)[0].first < last
    ):
        if any(
            hit.value.startswith(("bilateral", "двусторонн", "separate", "отдельн"))
            for hit in mentions.hits("side_cues", before, last)
        ):
            return "side"
    if mentions.hits("previous_cues", before, last):
        return "previous"
    if mentions.hits("next_cues", before, last) or any(
        hit.first - last <= 5 for hit in mentions.hits("next_cues", last, sentence.last)
    ):
        return "next"
    return "main"


def _ordinal(mentions: Mentions, sentence: Sentence, first: int, last: int) -> int | None:
    """Return the number of a meeting: 52nd, eighth, XII, 8-е."""
    tokens = mentions.script.tokens
    begin = max(sentence.first, first - 6)
    for hit in reversed(mentions.hits("ordinals", begin, last)):
        if hit.last < len(tokens) and tokens[hit.last].folded in _NO_ORDINAL_BEFORE:
            continue
        if _reaches(tokens, hit.last, first):
            return int(hit.value)
    for at in range(min(last, sentence.last) - 1, begin - 1, -1):
        number = _figure(tokens, at)
        if number and _reaches(tokens, at + 1, first):
            return number
    return None


def _reaches(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether only adjectives and the like stand between a number and what it counts."""
    return all(
        word.text not in ",.;:()"
        and word.folded not in ("the", "and", "of", "anniversary", "годовщины", "годовщине", "in", "at")
        for word in tokens[at:first]
    )


def _figure(tokens: Sequence[Token], at: int) -> int | None:
    text = tokens[at].text
    after = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if text.isdigit() and len(text) <= 4 and after in ("th", "st", "nd", "rd"):
        return int(text)
    if (
        text.isdigit()
        and len(text) <= 4
        and after in "-–"
        and at + 2 < len(tokens)
        and tokens[at + 2].folded in ("е", "я", "й", "го", "м", "ое", "ая", "ый", "ом", "ой", "ого")
    ):
        return int(text)
    if len(text) > 1 and set(text) <= set(_ROMAN):
        return _roman(text)
    return None


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _day(mentions: Mentions, sentence: Sentence, first: int, last: int) -> dates.Mention | None:
    """Return the date that belongs to a meeting: the nearest of its sentence that is a day, else a month or season."""
    found = [
        each
        for each in mentions.dates_in(sentence.first, sentence.last)
        if each.begins is not None and each.unit != "just"
    ]
    exact = [each for each in found if each.precision == "day"]
    vague = [each for each in found if each.precision in ("month", "season")]
    near = exact or vague or [each for each in found if each.precision == "year"]
    return (
        min(near, key=lambda each: abs(each.first - last) if each.first >= last else abs(first - each.last) + 3)
        if near
        else None
    )


def _place(mentions: Mentions, sentence: Sentence, last: int) -> tuple[Hit[City] | None, str | None]:
    tokens, preps = mentions.script.tokens, mentions.lexicon.words("place_preps")
    for hit in [*mentions.cities_in(last, sentence.last), *mentions.cities_in(sentence.first, last)]:
        at = hit.first - 3 if hit.first > 2 and tokens[hit.first - 2].folded == "г" else hit.first - 1  # в г. Циндао
        before = tokens[at].folded if hit.first else ""
        if before in preps or tokens[hit.first].folded in preps:
            return hit, hit.value.country
    found = mentions.cities_in(sentence.first, sentence.last)
    if len(found) == 1 and sentence.last - sentence.first <= 14 and mentions.dates_in(sentence.first, sentence.last):
        return found[0], found[0].value.country  # "Next meeting: 20 November 2025, Brussels"
    for state in [
        *mentions.between("countries", last, sentence.last),
        *mentions.between("countries", sentence.first, last),
    ]:
        about = state.first > 1 and tokens[state.first - 2].folded.startswith(_ABOUT)
        if state.first and tokens[state.first - 1].folded in ("in", "в") and not about:
            return None, state.value
    return None, None


def _main(mentions: Mentions, told: Sequence[Told]) -> Meeting:
    lead = told[0]
    close = [each for each in told if each.sentence.number - lead.sentence.number <= _NEAR] or [lead]
    days = (
        [each.day for each in close if each.day is not None and each.day.precision == "day"]
        or [each.day for each in close if each.day]
        or _lead_days(mentions, lead)
    )
    city = next((each.city for each in told if each.city), None) or _lead_city(mentions, lead)
    country = city.value.country if city else next((each.country for each in told if each.country), None)
    named = next((each.organ.named for each in told if each.organ.named.id), lead.organ.named)
    base = _meeting(mentions, lead, "main", days[0] if days else None)
    return replace(
        base,
        organ=named,
        ordinal=next((each.ordinal for each in told if each.ordinal), None),
        place=city.value.names[mentions.script.language] if city else None,
        country=country,
        formats=_formats(mentions),
    )


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


def _lead_city(mentions: Mentions, lead: Told) -> Hit[City] | None:
    for sentence in mentions.script.sentences[: lead.sentence.number + 3]:
        if mentions.has("held_cues", sentence) and not mentions.has("next_cues", sentence):
            city, _ = _place(mentions, sentence, sentence.first)
            if city is not None:
                return city
    return None


def _formats(mentions: Mentions) -> tuple[str, ...]:
    """Return the formats that a report names, but where it speaks of another meeting."""
    found: dict[str, int] = {}
    for sentence in mentions.script.sentences:
        if mentions.has("next_cues", sentence) or mentions.has("previous_cues", sentence):
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
    why = "The organisation is the one that the report is about." if status == INFERRED else _WHY[role]
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
    "main": "The report tells of this meeting.",
    "previous": "Named as an earlier meeting.",
    "next": "Named as a meeting to come.",
    "side": "Named as held beside the meeting.",
}


def _other(mentions: Mentions, each: Told, begins: str | None) -> Meeting | None:
    """Return another meeting; one without a word that says when is placed by its date, or left out."""
    role = each.role
    if _is_bare(each) and each.organ.organisation is None and each.day is None and each.city is None:
        return None
    if role == "main":
        day = each.day.begins.isoformat() if each.day and each.day.begins else ""
        if not day or begins is None or day == begins:
            return None
        role = "next" if day > begins else "previous"
    return _meeting(mentions, each, role, each.day)


def _repeats(one: Meeting, other: Meeting) -> bool:
    same_day = one.begins is None or other.begins is None or _first_day(one.begins) == _first_day(other.begins)
    return _same_name(one.organ, other.organ) and (one.role == other.role) and same_day


def _same_name(one: Named, other: Named) -> bool:
    return one.id == other.id if one.id and other.id else one.name.casefold() == other.name.casefold()


def _same_organ(one: Told, other: Told) -> bool:
    if (
        one.day
        and other.day
        and one.day.begins != other.day.begins
        and one.day.precision == other.day.precision == "day"
        and one.organ.kind.id != other.organ.kind.id
    ):
        return False
    owners = {each.organisation.id for each in (one.organ, other.organ) if each.organisation}
    return (
        _same_name(one.organ.named, other.organ.named)
        or (one.organ.kind.id == other.organ.kind.id and len(owners) < 2)
        or (
            one.organ.kind.level == other.organ.kind.level
            and (one.organ.kind.is_meeting or other.organ.kind.is_meeting)
            and len(owners) < 2
        )
    )


def _first_day(value: Date | None) -> str | None:
    return value if isinstance(value, str) or value is None else value.first
