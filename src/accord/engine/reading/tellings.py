"""The places in a report that tell of meetings: organ, number, day and city of each, before they are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.engine.reading import dates
from accord.engine.reading.lexicon import City
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import Named
from accord.engine.reading.organs import Organ
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Sentence, Token
from accord.engine.reading.words import word_set

_NO_ORDINAL_BEFORE = word_set(
    "anniversary half day time quarter deputy vice year raz раз половине полугодии полугодие квартале день "
    "годовщины годовщине годовщину заместитель стран степени"
)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


_EARLY = 4
"""Sentences, from the top, in which a meeting to come may be what the report is about."""
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


def leading(mentions: Mentions, told: Sequence[Told]) -> Told | None:
    """
    Return the telling of the report's meeting.

    An organ of the report's own organisation goes before another's, one that met before one to come (but for an
    announcement), a named organ before a bare summit, the body before the headline.
    """
    early = [each for each in told if each.role == "main" or (each.role == "next" and each.sentence.number < _EARLY)]
    announced = _announced(mentions, early)
    ranked = sorted(
        early,
        key=lambda each: (_is_others(mentions, each), each is not announced, each.role == "next", is_bare(each)),
    )
    return next((each for each in ranked if not each.sentence.headline), ranked[0] if ranked else None)


def _is_others(mentions: Mentions, told: Told) -> bool:
    """Whether a meeting is that of another organisation: a session of the UN General Assembly for the OSCE."""
    owner = told.organ.organisation
    return owner is not None and mentions.main is not None and owner.id != mentions.main.id


def _announced(mentions: Mentions, early: Sequence[Told]) -> Told | None:
    """Return the meeting to come with whose day a preview begins, where nothing says that its organ met before."""
    first = next((each for each in early if not each.sentence.headline), None)
    if first is None or first.role != "next" or first.day is None or not _is_ahead(mentions, first):
        return None
    met = [each for each in early if each.role == "main" and not _is_others(mentions, each) and not is_bare(each)]
    other = any(not same_organ(each, first) or (each.day and not _is_ahead(mentions, each)) for each in met)
    return None if other else first


def _is_ahead(mentions: Mentions, told: Told) -> bool:
    begins, reported = told.day.begins if told.day else None, mentions.reported.value
    return bool(begins and reported and begins.isoformat() > reported)


def is_bare(told: Told) -> bool:
    """Whether a meeting is called a summit or a working group without more."""
    return told.organ.kind.id in ("summit", "working-group")


def tellings_of(mentions: Mentions) -> list[Told]:
    """Return the places that tell of the main meeting."""
    told = [each for each in told_in(mentions) if each.role == "main"]
    lead = leading(mentions, told)
    return [each for each in told if lead is not None and same_organ(each, lead)]


def bare_ordinals(mentions: Mentions) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield "the eighth meeting" with its tokens and number, where no organ and no other time is named with it."""
    for sentence in mentions.script.sentences:
        if mentions.has("next_cues", sentence) or mentions.has("previous_cues", sentence):
            continue
        if mentions.organs_in(sentence.first, sentence.last) or mentions.script.quotation_at(sentence.first):
            continue
        for noun in mentions.hits("meeting_nouns", sentence.first, sentence.last):
            ordinal = ordinal_of(mentions, sentence, noun.first, noun.last)
            if ordinal and ordinal > 1:
                yield (max(sentence.first, noun.first - 2), noun.last), ordinal


def told_in(mentions: Mentions) -> Iterator[Told]:
    """Yield every place that tells of a meeting of an organ."""
    for sentence in mentions.script.sentences:
        nouns = mentions.hits("meeting_nouns", sentence.first, sentence.last)
        for organ in mentions.organs_in(sentence.first, sentence.last):
            if _is_parent(mentions, organ, sentence):
                continue
            noun = _noun(mentions, organ, nouns)
            coming = _is_coming(mentions, organ, sentence)
            meets_again = bool(mentions.hits("will_meet", organ.last, sentence.last))
            meets = organ.kind.is_meeting or _meets(mentions, organ, sentence) or _heads(mentions, organ, sentence)
            if noun is None and not (meets or coming or meets_again):
                continue
            if organ.kind.id == "working-group" and noun is not None and not _is_dated(mentions, sentence):
                continue
            told = telling(mentions, organ, noun, sentence)
            ahead = coming or (noun is None and meets_again)
            yield replace(told, role="next") if ahead and not sentence.headline else told


def _is_coming(mentions: Mentions, organ: Organ, sentence: Sentence) -> bool:
    """Whether an organ stands for its next meeting: the upcoming 44th Summit; the Council, which will be held."""
    tokens = mentions.script.tokens
    for hit in mentions.hits("next_meeting", max(sentence.first, organ.first - 7), organ.first):
        between = tokens[hit.last : organ.first]
        numbered = all(word.text.isdecimal() or word.folded in _NUMBERED for word in between)
        if numbered and not hit.value.startswith("очередн"):  # "очередной саммит" may be the one that was held
            return True
    behind = mentions.hits("will_be_held", organ.last, min(organ.last + 5, sentence.last))
    return any(all(word.folded in _RELATIVE for word in tokens[organ.last : hit.first]) for hit in behind)


_NUMBERED = word_set("th st nd rd and - е и")
_RELATIVE = word_set(", which that который которая которое")


def _is_parent(mentions: Mentions, organ: Organ, sentence: Sentence) -> bool:
    """Whether an organ is named as that of another: the Working Group on Afghanistan under the Council."""
    before = [word.folded for word in mentions.script.tokens[max(sentence.first, organ.first - 2) : organ.first]]
    inner = mentions.organs_in(sentence.first, organ.first)
    beneath = bool(before) and (before[-1] in ("при", "under") or before == ["under", "the"])
    return beneath and bool(inner) and organ.first - inner[-1].last <= 2


def _is_dated(mentions: Mentions, sentence: Sentence) -> bool:
    return bool(mentions.dates_in(sentence.first, sentence.last))


def _noun(mentions: Mentions, organ: Organ, nouns: Sequence[Hit[str]]) -> Hit[str] | None:
    """Return the word for a meeting that belongs to an organ: "meeting of the Council", "the Council's session"."""
    for noun in nouns:
        first, last = (noun.last, organ.first) if noun.last <= organ.first else (organ.last, noun.first)
        between = _without_names(mentions, first, last)
        if noun.first >= organ.last and _is_whose(mentions, between, noun):
            return noun
        if (
            len(between) <= 5
            and all(word.text not in ",;:()" and word.folded not in ("ahead", "before", "перед") for word in between)
            and not _is_parted(mentions, organ, noun)
        ):
            return noun
        led = {word.folded for word in between[-6:]} & _AT
        if noun.first >= organ.last and organ.kind.is_gathered and len(between) <= 25 and led:
            return noun
        own = [word.folded for word in between if word.folded in ("its", "своем", "своего", "свое")]
        if noun.first >= organ.last and own and len(between) <= 20:
            return noun
    return None


def _is_whose(mentions: Mentions, between: Sequence[Token], noun: Hit[str]) -> bool:
    """Whether a clause tells of an organ's meeting: ", whose session is set for", ", заседание которого пройдёт"."""
    words = [word.folded for word in between]
    after = mentions.script.tokens[noun.last].folded if noun.last < len(mentions.script.tokens) else ""
    return words == [",", "whose"] or (words == [","] and after in ("которого", "которой"))


_AT = frozenset(("at", "after", "during", "following"))


def _without_names(mentions: Mentions, first: int, last: int) -> list[Token]:
    """Return words without organisations and brackets: the meeting of the Shanghai Cooperation Organisation (SCO) …"""
    out: list[Token] = []
    inside = False
    named = {at for each in mentions.organisations_in(first, last) for at in range(each.first, each.last)}
    for at in range(first, last):
        word = mentions.script.tokens[at]
        inside = inside or word.text == "("
        if not inside and at not in named:
            out.append(word)
        inside = inside and word.text != ")"
    return out


def _is_parted(mentions: Mentions, organ: Organ, noun: Hit[str]) -> bool:
    """Whether a verb or a document stands between: at the meeting drafts of decisions of the Council were discussed."""
    first, last = sorted((organ.first, organ.last, noun.first, noun.last))[1:3]
    reach = max(last, noun.last)  # "plan of consultations" is a document, not consultations
    hits = [*mentions.hits("actions", first, last), *mentions.hits("documents", first, reach)]
    # "Treaty" in a name is no treaty; "провёл заседание" does nothing to a document
    return any(hit.first not in mentions.named and hit.value != "other" for hit in hits)


def _heads(mentions: Mentions, organ: Organ, sentence: Sentence) -> bool:
    """Whether an organ stands with a date alone, as the head of a report: Foreign Affairs Council, 20 October 2025."""
    after = mentions.dates_in(organ.last, min(organ.last + 3, sentence.last))
    return sentence.paragraph < 2 and bool(after) and after[0].precision == "day"


def _meets(mentions: Mentions, organ: Organ, sentence: Sentence) -> bool:
    """Whether an organ without a word for a meeting is said to meet."""
    after = mentions.hits("held_cues", organ.last, min(organ.last + 4, sentence.last))
    return any(mentions.script.tokens[hit.first].folded in _MEETS for hit in after)


_MEETS = word_set(
    "met brought gathered convened meets meet held gathers convenes "
    "собрались собрался собралась встретились встретился встретятся"
)


def telling(mentions: Mentions, organ: Organ, noun: Hit[str] | None, sentence: Sentence) -> Told:
    """Return what a sentence tells of the meeting of an organ; ``noun`` is the word for it, None where none stands."""
    first = min(organ.first, noun.first) if noun else organ.first
    last = max(organ.last, noun.last) if noun else organ.last
    day = day_of(mentions, sentence, first, last)
    city, country = place_of(mentions, sentence, last)
    return Told(
        organ,
        noun,
        sentence,
        _role(mentions, sentence, first, last),
        ordinal_of(mentions, sentence, first, last),
        day,
        city,
        country,
    )


def _role(mentions: Mentions, sentence: Sentence, first: int, last: int) -> str:
    before = max(sentence.first, first - 4)
    side = [hit for hit in mentions.hits("side_cues", before, last) if hit.last >= first - 2]
    if any(hit.value.startswith(("bilateral", "двусторонн", "separate", "отдельн")) for hit in side):
        return "side"
    if mentions.hits("previous_cues", before, last):
        return "previous"
    behind = [hit for hit in mentions.hits("next_cues", last, sentence.last) if hit.first - last <= 5]
    if mentions.hits("next_cues", before, last) or any(not hit.value.startswith(_TOWARDS) for hit in behind):
        return "next"
    return "main"


_TOWARDS = ("ahead", "in preparation", "in the run", "to prepare", "prepare", "в преддверии", "в рамках", "накануне")
"""What stands before the name of a meeting to come; behind another's name it says what that one prepares."""


def ordinal_of(mentions: Mentions, sentence: Sentence, first: int, last: int) -> int | None:
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
    if text.isdecimal() and len(text) <= 4 and after in ("th", "st", "nd", "rd"):
        return int(text)
    if (
        text.isdecimal()
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


def day_of(mentions: Mentions, sentence: Sentence, first: int, last: int) -> dates.Mention | None:
    """Return the date that belongs to a meeting: the nearest of its sentence that is a day, else a month or season."""
    found = [
        each
        for each in mentions.dates_in(sentence.first, sentence.last)
        if each.begins is not None
        and each.unit != "just"
        and not _is_head_date(mentions, each)
        and not _is_of_another(mentions, last, each)
    ]
    exact = [each for each in found if each.precision == "day"]
    vague = [each for each in found if each.precision in ("month", "season")]
    near = exact or vague or [each for each in found if each.precision == "year"]
    return (
        min(near, key=lambda each: abs(each.first - last) if each.first >= last else abs(first - each.last) + 3)
        if near
        else None
    )


def _is_head_date(mentions: Mentions, each: dates.Mention) -> bool:
    """Whether a date is that of the report and opens it: it says nothing of the meeting named behind it."""
    opens = mentions.script.tokens[each.first].start == mentions.reported.evidence.start
    return opens and each.first <= 1 and not each.weekday


def _is_of_another(mentions: Mentions, last: int, placed: dates.Mention) -> bool:
    """Whether a date behind a meeting is that of one to come named between: "to prepare the summit, set for May 5"."""
    between = [each for each in mentions.organs_in(last, placed.first) if each.last <= placed.first]
    return bool(between) and bool(mentions.hits("next_cues", between[-1].last, placed.first))


def place_of(mentions: Mentions, sentence: Sentence, last: int) -> tuple[Hit[City] | None, str | None]:
    """Return the city where a meeting is held, or the country alone."""
    tokens, preps = mentions.script.tokens, mentions.lexicon.words("place_preps")
    for hit in [*mentions.cities_in(last, sentence.last), *mentions.cities_in(sentence.first, last)]:
        at = hit.first - 3 if hit.first > 2 and tokens[hit.first - 2].folded == "г" else hit.first - 1  # в г. Циндао
        before = tokens[at].folded if hit.first else ""
        hosts = any(each.first == hit.last for each in mentions.hits("hosting", hit.last, sentence.last))
        if before in preps or tokens[hit.first].folded in preps or hosts:
            return hit, hit.value.country
    found = mentions.cities_in(sentence.first, sentence.last)
    if len(found) == 1 and sentence.last - sentence.first <= 14 and mentions.dates_in(sentence.first, sentence.last):
        return found[0], found[0].value.country  # "Next meeting: 20 November 2025, Brussels"
    for state in [
        *mentions.states_in(last, sentence.last),
        *mentions.states_in(sentence.first, last),
    ]:
        about = state.first > 1 and tokens[state.first - 2].folded.startswith(_ABOUT)
        hosts = bool(mentions.hits("hosting", state.last, min(state.last + 3, sentence.last)))
        if (state.first and tokens[state.first - 1].folded in ("in", "в") and not about) or hosts:
            return None, state.value
    return None, None


def same_name(one: Named, other: Named) -> bool:
    """Whether two organs are one by id, else by name."""
    return one.id == other.id if one.id and other.id else one.name.casefold() == other.name.casefold()


def same_organ(one: Told, other: Told) -> bool:
    """Whether two places tell of one organ."""
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
        same_name(one.organ.named, other.organ.named)
        or (one.organ.kind.id == other.organ.kind.id and len(owners) < 2)
        or (
            one.organ.kind.level == other.organ.kind.level
            and (one.organ.kind.is_meeting or other.organ.kind.is_meeting)
            and len(owners) < 2
        )
    )
