"""Words that do not fit: headline and body, one document with two fates, "we", two words for one thing, rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.engine.reading.coded import coded
from accord.engine.reading.discrepancies.places import AMBIGUITY, ERROR, NOTE, flagged
from accord.engine.reading.model import Discrepancy
from accord.engine.reading.organs import Organ
from accord.engine.reading.positions import ambiguous
from accord.engine.reading.reading import Reading
from accord.engine.reading.titles import core_of
from accord.engine.reading.tokens import Sentence
from accord.engine.said import either, say

_CONFLICTS = ({"adopted", "not-agreed"}, {"adopted", "planned"}, {"agreed", "not-agreed"}, {"forwarded", "not-agreed"})

_SITTINGS = ("narrow", "extended", "plenary", "closed")


def in_words(reading: Reading) -> Iterator[Discrepancy]:
    """Yield what does not fit in the words of a report."""
    yield from _holders(reading)
    yield from _formats(reading)
    yield from _headline(reading)
    yield from _fates(reading)
    yield from _chair_words(reading)
    yield from _organ_names(reading)
    yield from _ranks(reading)
    yield from _unlisted(reading)
    yield from _no_headline(reading)


def _holders(reading: Reading) -> Iterator[Discrepancy]:
    for each in ambiguous(list(reading.report.positions)):
        why = _whose(each.holder.candidates)
        yield flagged(reading, "ambiguous-holder", AMBIGUITY, each.evidence, why, "report")


def _whose(candidates: Sequence[str]) -> str:
    if not candidates:
        return say("The report does not say who “we” are: a person decides whose position it is.")
    return say("“We” may be {candidates}: a person decides whose position it is.", candidates=either(candidates))


def _formats(reading: Reading) -> Iterator[Discrepancy]:
    """
    Yield a second format of the meeting: two sittings, and what was said belongs to one of them.

    A report that tells of both in one sentence ("first in narrow, then in extended format") leaves nothing open.
    """
    mentions = reading.mentions
    seen: dict[str, tuple[int, int]] = {}
    for sentence in mentions.script.sentences:
        told = [hit for hit in mentions.hits("formats", sentence.first, sentence.last) if hit.value in _SITTINGS]
        if len({hit.value for hit in told}) > 1:
            return
        for hit in told:
            seen.setdefault(hit.value, (hit.first, hit.last))
    if "narrow" in seen and len(seen) > 1:
        other = next(name for name in seen if name != "narrow")
        first, second = sorted((seen["narrow"], seen[other]))
        why = say(
            "Two sittings of one meeting, {other} and narrow: what is told of one does not belong to the other.",
            other=coded(other),
        )
        yield flagged(reading, "headline-body", NOTE, first, why, "report", None, [second])
        yield flagged(reading, "headline-body", NOTE, second, why, "report", None, [first])


def _headline(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a headline that says adopted where the body only says discussed."""
    mentions, head = reading.mentions, reading.mentions.script.headline
    adopted = mentions.hits("adopted_words", head.first, head.last) if head else []
    if not head or not adopted:
        return
    end = mentions.script.tokens[head.last - 1].end
    body = [each for each in reading.report.documents if each.evidence.start >= end]
    if body and all(each.action in ("discussed", "planned", "not-agreed") for each in body):
        place, action = (adopted[0].first, adopted[0].last), body[0].action
        why = say("The headline says adopted, the body {action}.", action=coded(action))
        yield flagged(reading, "headline-body", ERROR, place, why, "report", action, [body[0].evidence])


def _fates(reading: Reading) -> Iterator[Discrepancy]:
    """Yield one document with two fates that cannot both be."""
    documents = list(reading.report.documents)
    for number, each in enumerate(documents):
        for other in documents[:number]:
            if (
                each.kind == other.kind
                and {each.action, other.action} in _CONFLICTS
                and _is_same(each.title, other.title)
            ):
                yield flagged(
                    reading,
                    "action-conflict",
                    ERROR,
                    each.evidence,
                    say("Here {here}, elsewhere {there}.", here=coded(each.action), there=coded(other.action)),
                    "report",
                    other.action,
                    [other.evidence],
                )


def _is_same(one: str, other: str) -> bool:
    first, second = core_of(one), core_of(other)
    return len(first & second) >= 2 and len(first & second) >= 0.6 * min(len(first), len(second))


def _chair_words(reading: Reading) -> Iterator[Discrepancy]:
    """Yield two words for the role of the chair."""
    mentions = reading.mentions
    seen: dict[str, tuple[int, int]] = {}
    for hit in mentions.lexicon.table("chair_words").find(mentions.script.tokens):
        seen.setdefault(hit.value, (hit.first, hit.last))
    if len(seen) > 1:
        first, second = sorted(seen.values())
        yield flagged(
            reading,
            "role-synonym",
            NOTE,
            second,
            say("Two words for one role, that of the state that presides."),
            "report",
            mentions.script.quote(*first),
            [first],
        )


def _organ_names(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a second name of one organ."""
    seen: dict[str, Organ] = {}
    script = reading.mentions.script
    for organ in reading.mentions.organs:
        if (
            organ.kind.is_meeting
            or organ.kind.is_gathered
            or organ.kind.id in ("working-group", "other-ministers")
            or _is_short(script.quote(*organ.own))
        ):
            continue
        first = seen.setdefault(
            organ.named.id or f"{organ.kind.id}/{organ.organisation.id if organ.organisation else ''}", organ
        )
        if _words(script.quote(*organ.own)) != _words(script.quote(*first.own)) and script.language == "en":
            yield flagged(
                reading,
                "title-variant",
                NOTE,
                organ.own,
                say("The report has another name for this organ too."),
                "report",
                script.quote(*first.own),
                [first.own],
            )
            return


def _is_short(words: str) -> bool:
    return " " not in words.strip()


def _words(name: str) -> str:
    return " ".join(name.casefold().replace("’", "").replace("'", "").replace("defence", "defense").split())


def _ranks(reading: Reading) -> Iterator[Discrepancy]:
    """Yield participants of another rank than the organ: foreign ministers who decide for heads of state."""
    mentions = reading.mentions
    main = next(
        (organ for organ in mentions.organs if not organ.kind.is_meeting and organ.kind.id != "working-group"), None
    )
    if main is None or main.kind.level not in ("heads", "ministers"):
        return
    for sentence in mentions.script.sentences[1:12]:
        if _others_act(reading, sentence, main):
            continue
        for hit in mentions.hits("heads_level", sentence.first, sentence.last):
            acts = [
                act
                for act in mentions.hits("actions", hit.last, min(hit.last + 3, sentence.last))
                if act.value == "adopted"
            ]
            if acts and hit.value != main.kind.level and not mentions.script.quotation_at(hit.first):
                why = say(
                    "{organ} meets at the level of {level}; here others act.",
                    organ=mentions.script.quote(*main.own),
                    level=coded(main.kind.level),
                )
                yield flagged(
                    reading,
                    "rank-mismatch",
                    AMBIGUITY,
                    (hit.first, hit.last),
                    why,
                    "report",
                    main.kind.level,
                    [main.own],
                )
                return


def _others_act(reading: Reading, sentence: Sentence, main: Organ) -> bool:
    """Whether a sentence names another organ, or another time, so that others may well act in it."""
    named = {organ.kind.id for organ in reading.mentions.organs_in(sentence.first, sentence.last)}
    return bool(named - {main.kind.id}) or any(
        each.unit != "day+0" for each in reading.mentions.dates_in(sentence.first, sentence.last)
    )


def _unlisted(reading: Reading) -> Iterator[Discrepancy]:
    """Yield things that are spoken of and not listed: charter-based areas, "a number of documents"."""
    mentions = reading.mentions
    tokens = mentions.script.tokens
    for name, why in (
        ("charter_areas", say("The areas are not listed.")),
        ("vague_counts", say("How many, and which, is not said.")),
    ):
        for sentence in mentions.script.sentences:
            for hit in mentions.hits(name, sentence.first, sentence.last):
                if hit.last < len(tokens) and tokens[hit.last].text in ":–—(":
                    continue
                yield flagged(reading, "unlisted", NOTE, (hit.first, hit.last), why, "absence")


def _no_headline(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a report that begins with its date and goes straight into the body."""
    tokens = reading.mentions.script.tokens
    place, script = reading.report.date.evidence, reading.mentions.script
    if tokens[0].folded in ("date", "дата") and place.end and script.headline is None:
        yield Discrepancy(
            "missing", NOTE, 0, 0, say("The report has no headline and no address; it begins with its date."), "absence"
        )
