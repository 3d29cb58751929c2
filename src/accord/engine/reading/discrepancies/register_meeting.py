"""What a report says otherwise than the register of one meeting: its day, documents, and who was there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.engine.reading.coded import coded
from accord.engine.reading.discrepancies.places import AMBIGUITY, ERROR, NOTE, flagged, silence
from accord.engine.reading.lexicon import KnownMeeting
from accord.engine.reading.model import Discrepancy, Document, Meeting, When
from accord.engine.reading.people import Found
from accord.engine.reading.reading import Reading
from accord.engine.reading.titles import core_of
from accord.engine.said import say

_SAME_EVENT = 10
"""Days within which a meeting of the same organ is taken for the register's."""


def same_event(meeting: Meeting, known: KnownMeeting) -> bool:
    """Whether a meeting told of is the register\'s: the same organ within a few days."""
    begins = meeting.begins.first if isinstance(meeting.begins, When) else meeting.begins
    if meeting.organ.id != known.organ or not begins or not known.date:
        return False
    return abs((date.fromisoformat(begins) - date.fromisoformat(known.date)).days) <= _SAME_EVENT


def meeting_differs(reading: Reading, main: Meeting, known: KnownMeeting) -> Iterator[Discrepancy]:
    """Yield what a report says otherwise than the register of one meeting, and what it leaves out."""
    begins = main.begins.first if isinstance(main.begins, When) else main.begins
    if (
        begins != known.date
        and not isinstance(main.ends, When)
        and not (begins and main.ends and begins <= known.date <= main.ends)
    ):
        yield flagged(
            reading,
            "date-conflict",
            ERROR,
            main.evidence,
            say("The register has {date}.", date=known.date),
            "register",
            known.date,
        )
    if main.country and known.country and main.country != known.country:
        yield flagged(
            reading,
            "place-country",
            ERROR,
            main.evidence,
            say("The register has {place}, {country}.", place=known.place, country=known.country),
            "register",
            known.place,
        )
    yield from _documents(reading, known)
    yield from _attendance(reading, known)


def _documents(reading: Reading, known: KnownMeeting) -> Iterator[Discrepancy]:
    told = list(reading.report.documents)
    for each in told:
        if each.count and known.count and each.kind == "documents" and each.count != known.count:
            yield flagged(
                reading,
                "count-mismatch",
                ERROR,
                each.evidence,
                say("The register has {count} documents.", count=known.count),
                "register",
                str(known.count),
            )
    places: dict[tuple[int, int], list[Document]] = {}
    for each in told:
        if _outcome(each, known) == "adopted" and each.action in ("discussed", "not-agreed", "planned"):
            places.setdefault(_words_of(reading, each), []).append(each)
    for place, listed in places.items():
        why = say("Here {action}; the register has it as adopted.", action=coded(listed[0].action))
        others = [each.evidence for each in listed]
        yield flagged(reading, "action-conflict", AMBIGUITY, place, why, "register", "adopted", others)
    statements = [each for each in told if each.kind == "statement"]
    missing = [
        title
        for title, outcome in known.documents
        if outcome == "adopted" and not any(_fits(each.title, title) for each in told)
    ]
    if statements and missing:
        yield flagged(
            reading,
            "unlisted",
            NOTE,
            _words_of(reading, statements[0]),
            say("The register has more: {missing}.", missing="; ".join(missing)),
            "register",
            missing[0],
        )


def _words_of(reading: Reading, document: Document) -> tuple[int, int]:
    """Return the tokens from the verb to the word for the document: discussed a number of joint statements."""
    mentions = reading.mentions
    at = mentions.script.token_from(document.evidence.start)
    sentence = mentions.script.sentence_at(at)
    acts = [
        hit
        for hit in mentions.hits("actions", sentence.first, at)
        if mentions.script.quote(hit.first, hit.last).endswith(document.verb.split()[-1])
    ]
    nouns = [
        hit
        for hit in mentions.hits("documents", acts[-1].last if acts else at, sentence.last)
        if hit.value == document.kind
    ]
    first, last = acts[-1].first if acts else at, nouns[0].last if nouns else at + 1
    return min(first, last - 1), last


def _outcome(document: Document, known: KnownMeeting) -> str:
    return next((outcome for title, outcome in known.documents if _fits(document.title, title)), "")


def _fits(told: str, title: str) -> bool:
    one, other = core_of(told) - _EVERYWHERE, core_of(title) - _EVERYWHERE
    return len(one & other) >= max(2, 0.5 * len(one))


_EVERYWHERE = core_of(
    "statement decision resolution ministers foreign affairs member states CSTO collective council issues field joint "
    "draft regarding"
)


def _attendance(reading: Reading, known: KnownMeeting) -> Iterator[Discrepancy]:
    people, members = reading.report.people, reading.mentions.register.members
    for each in people:
        minister = any("foreign" in post.casefold() or "иностранных" in post for post in each.posts)
        if each.attendance == "present" and each.member in known.absent and minister:
            why = say("The register has {member} as absent.", member=each.member)
            yield flagged(reading, "attendance-conflict", ERROR, each.evidence, why, "register", "absent")
    present = {each.member for each in people if each.attendance == "present"} | _states_with(reading, "took_part")
    left_out = [code for code in known.present if code not in present]
    if left_out:
        why = say("No list of those present: nothing is said of {left_out}.", left_out=", ".join(left_out))
        yield silence(why, "register", ", ".join(known.present))
    absent = {each.member for each in people if each.attendance == "absent"} | _states_with(reading, "absent_cues")
    for code in known.absent:
        if code not in absent:
            yield silence(say("That {code} was absent is not said.", code=members.get(code, code)), "register", code)
    posts = {post.casefold() for each in reading.cast.found for post in (*each.kinds, *_register_posts(each))}
    for official in known.officials:
        if not posts & {official.casefold(), _RUSSIAN.get(official.casefold(), "")}:
            yield silence(say("The {official} is not mentioned.", official=official), "register", official)


_RUSSIAN = {"secretary general": "генеральный секретарь"}


def _register_posts(found: Found) -> list[str]:
    return found.known.more.get("posts", "").split("; ") if found.known else []


def _states_with(reading: Reading, name: str) -> set[str | None]:
    """Return the states of the sentences that hold a phrase of one list of the lexicon."""
    mentions = reading.mentions
    return {
        state.value
        for sentence in mentions.script.sentences
        if mentions.has(name, sentence) and (name == "absent_cues" or not mentions.has("absent_cues", sentence))
        for state in mentions.states_in(sentence.first, sentence.last)
    }
