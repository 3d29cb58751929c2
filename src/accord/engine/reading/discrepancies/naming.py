"""Names that do not fit: two spellings, two posts, a city in another country, here and not here."""

from __future__ import annotations

from collections.abc import Iterator

from accord.engine.reading.coded import coded
from accord.engine.reading.discrepancies.places import AMBIGUITY, ERROR, NOTE, flagged
from accord.engine.reading.model import Discrepancy
from accord.engine.reading.names import has_initial, plain
from accord.engine.reading.people import Found
from accord.engine.reading.reading import Reading
from accord.engine.reading.tellings import tellings_of
from accord.engine.said import say

_GENERAL = frozenset(
    (
        "minister",
        "министр",
        "chair",
        "председатель",
        "head of state",
        "director",
        "директор",
        "ambassador",
        "постоянный представитель",
    )
)
_ONE_AT_A_TIME = frozenset(
    (
        *("president", "prime minister", "foreign minister", "defence minister", "sector minister"),
        *("президент", "премьер-министр", "министр иностранных дел", "министр обороны", "отраслевой министр"),
    )
)


def in_names(reading: Reading) -> Iterator[Discrepancy]:
    """Yield what does not fit in the names of people and places."""
    for found in reading.cast.found:
        yield from _spellings(reading, found)
        yield from _attendance(reading, found)
    yield from _two_posts(reading)
    yield from _two_holders(reading)
    yield from _cities(reading)
    yield from _meeting_cities(reading)
    yield from _headline_city(reading)
    yield from _all_present(reading)


def _spellings(reading: Reading, found: Found) -> Iterator[Discrepancy]:
    """Yield a second spelling of a person's full name, or in English of the surname alone."""
    russian = reading.mentions.script.language == "ru"
    first = found.runs[0]
    for run in found.runs[1:]:
        if has_initial(run.words) or has_initial(first.words):
            continue
        whole = len(run.words) == len(first.words)
        if russian and not whole:
            continue
        one, other = (first.words, run.words) if whole else (first.words[-1:], run.words[-1:])
        if (list(map(plain, one)) if russian else list(map(str.casefold, one))) != (
            list(map(plain, other)) if russian else list(map(str.casefold, other))
        ):
            name = " ".join(first.words)
            why = say("The report also writes {name}.", name=name)
            yield flagged(
                reading,
                "name-variants",
                AMBIGUITY,
                (run.first, run.last),
                why,
                "report",
                name,
                [(first.first, first.last)],
            )
            return


def _attendance(reading: Reading, found: Found) -> Iterator[Discrepancy]:
    """Yield a person who is said to be absent, and speaks or takes part."""
    mentions = reading.mentions
    absent, present = [], []
    for run in found.runs:
        sentence = mentions.script.sentence_at(run.first)
        cues = mentions.hits("absent_cues", sentence.first, sentence.last)
        if any(abs(hit.first - run.last) <= 14 for hit in cues):
            absent.append(run)
        elif mentions.hits("speech", run.last, min(run.last + 2, sentence.last)) or mentions.hits(
            "took_part", run.last, min(run.last + 6, sentence.last)
        ):
            present.append(run)
    if absent and present:
        yield flagged(
            reading,
            "attendance-conflict",
            ERROR,
            (absent[0].first, absent[0].last),
            say("Said to be absent here, and to take part elsewhere."),
            "report",
            None,
            [(run.first, run.last) for run in present[:1]],
        )


def _two_posts(reading: Reading) -> Iterator[Discrepancy]:
    """Yield two posts in one title, and two different ones of one person."""
    told: set[tuple[str, ...]] = set()
    for post in reading.cast.posts:
        titles = tuple(title.casefold() for title in post.titles)
        if post.double and not set(post.kinds) & _GENERAL and titles not in told:
            told.add(titles)
            why = say("One person with two posts in one title; the chair of a meeting is a third role.")
            yield flagged(
                reading, "post-mismatch", NOTE, (post.first, post.last), why, "report", " + ".join(post.titles)
            )
    for person, found in zip(reading.cast.people, reading.cast.found, strict=True):
        kinds = [kind for kind in found.kinds if kind not in _GENERAL]
        joined = any(post.double and set(kinds) <= set(post.kinds) for post in reading.cast.posts)
        if len(kinds) > 1 and not joined and len(set(kinds) & _ONE_AT_A_TIME) > 1:
            run = found.runs[-1]
            why = say("{person} is given two posts: {titles}.", person=person.name, titles=", ".join(found.titles))
            yield flagged(
                reading, "post-mismatch", AMBIGUITY, (run.first, run.last), why, "report", None, [person.evidence]
            )


def _two_holders(reading: Reading) -> Iterator[Discrepancy]:
    """Yield two people who both hold the one post of a state."""
    seen: dict[tuple[str, str], int] = {}
    for number, (person, found) in enumerate(zip(reading.cast.people, reading.cast.found, strict=True)):
        for kind in found.kinds:
            several = kind.startswith(("sector", "отраслевой"))
            if kind not in _ONE_AT_A_TIME or several or not person.member or found.inferred:
                continue
            first = seen.setdefault((person.member, kind), number)
            if first != number:
                other = reading.cast.people[first]
                why = say(
                    "{other} is also called {kind} of {member}.",
                    other=other.name,
                    kind=coded(kind),
                    member=person.member,
                )
                yield flagged(reading, "post-mismatch", ERROR, person.evidence, why, "report", None, [other.evidence])


def _cities(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a city that stands with another country than its own: Almaty, Kyrgyzstan."""
    mentions, tokens = reading.mentions, reading.mentions.script.tokens
    for city in mentions.cities:
        if city.last + 1 < len(tokens) and tokens[city.last].text in (",", "("):
            state = next(iter(mentions.states_in(city.last + 1, city.last + 2)), None)
            follows = tokens[state.last].text if state is not None and state.last < len(tokens) else ""
            if (
                state is not None
                and state.value != city.value.country
                and not tokens[state.last - 1].folded.endswith(("ish", "ese", "ян", "кий"))
                and follows in (",", ")", ".", "")
            ):
                why = say("{city} is in {country}.", city=city.value.names["en"], country=city.value.country)
                yield flagged(
                    reading, "place-country", ERROR, (city.first, state.last), why, "register", city.value.country
                )


def _meeting_cities(reading: Reading) -> Iterator[Discrepancy]:
    told = [each for each in tellings_of(reading.mentions) if each.city is not None]
    for each in told[1:]:
        first, other = told[0].city, each.city
        if first is not None and other is not None and first.value is not other.value:
            headline = told[0].sentence.headline
            name = first.value.names["en"]
            why = (
                say("The headline says {name}.", name=name)
                if headline
                else say("The report also says {name}.", name=name)
            )
            yield flagged(
                reading,
                "headline-body" if headline else "place-country",
                ERROR,
                (other.first, other.last),
                why,
                "report",
                first.value.names[reading.mentions.script.language],
                [(first.first, first.last)],
            )
            return


def _headline_city(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a city of the headline that is not where the body has the meeting."""
    mentions = reading.mentions
    main = next((each for each in reading.report.meetings if each.role == "main" and each.place), None)
    head = mentions.script.headline
    if main is None or head is None:
        return
    preps = mentions.lexicon.words("place_preps")
    body = [each for each in mentions.cities if each.first >= head.last and main.place in each.value.names.values()]
    here = [each for each in body if mentions.script.tokens[each.first - 1].folded in preps] or body
    for city in mentions.cities_in(head.first, head.last):
        led = mentions.script.tokens[city.first - 1].folded in preps
        if led and here and city.value is not here[0].value:
            name, place = city.value.names, (here[0].first, here[0].last)
            why, expected = say("The headline says {name}.", name=name["en"]), name[mentions.script.language]
            yield flagged(reading, "headline-body", ERROR, place, why, "report", expected, [(city.first, city.last)])


def _all_present(reading: Reading) -> Iterator[Discrepancy]:
    """Yield "all members" beside somebody who was absent."""
    mentions = reading.mentions
    everybody, absent = [], []
    for sentence in mentions.script.sentences:
        if mentions.has("took_part", sentence) or mentions.has("present_cues", sentence):
            everybody.extend(mentions.hits("all_of", sentence.first, sentence.last))
        if not mentions.script.quotation_at(sentence.first):
            absent.extend(mentions.hits("absent_cues", sentence.first, sentence.last))
    if everybody and absent:
        yield flagged(
            reading,
            "attendance-conflict",
            ERROR,
            (everybody[0].first, everybody[0].last),
            say("All are said to take part, and somebody to be absent."),
            "report",
            None,
            [(absent[0].first, absent[0].last)],
        )
