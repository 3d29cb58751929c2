"""Promises in a report: who says what will be done, by when, and how firmly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.engine.reading import dates
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Promise
from accord.engine.reading.phrases import Hit
from accord.engine.reading.speakers import Speakers, Subject
from accord.engine.reading.tokens import Sentence
from accord.engine.said import say

_FAR = 14


def promises_of(mentions: Mentions, speakers: Speakers) -> list[Promise]:
    """Return the promises of a report, at most one a sentence."""
    return [
        found
        for sentence in mentions.script.sentences
        if not sentence.headline and (found := next(_promises(mentions, speakers, sentence), None))
    ]


def _promises(mentions: Mentions, speakers: Speakers, sentence: Sentence) -> Iterator[Promise]:
    for hit in mentions.hits("passive_promises", sentence.first, sentence.last):
        first = _clause_start(mentions, sentence, hit.first)
        yield _promise(
            mentions, sentence, hit, first, None, "will", say("It is said that it will be done, not by whom.")
        )
    for hit in mentions.hits("promises", sentence.first, sentence.last):
        if _is_no_promise(mentions, sentence, hit):
            continue
        voiced = _voiced(mentions, sentence, hit)
        if voiced is not None:
            if voiced:
                yield _promise(
                    mentions, sentence, hit, hit.first, voiced, hit.value, say("Told as this state's proposal.")
                )
            continue
        subject = speakers.subject_before(hit.first, sentence)
        if subject is None and (speaker := _own_word(mentions, speakers, hit)):
            yield _promise(mentions, sentence, hit, hit.first, speaker, hit.value, say("The speaker promises."))
        if subject is None or hit.first - subject.last > _FAR or _is_parted(mentions, subject.last, hit.first):
            continue
        if _only_meets(mentions, hit, sentence, subject) or _is_others(mentions, hit, subject):
            continue
        common = subject.kind == "we" and _is_common(mentions, sentence, hit)
        by = None if common else _by(mentions, speakers, subject)
        why = say("“We” can be the speaker's state or the whole council.") if common else _why(subject)
        found = _promise(mentions, sentence, hit, subject.first, by, hit.value, why)
        yield _left_open(found) if subject.kind == "we" else found


def _is_no_promise(mentions: Mentions, sentence: Sentence, hit: Hit[str]) -> bool:
    """Whether "will" is a noun, stands with "not", in a condition, or says only that a meeting will be held."""
    tokens = mentions.script.tokens
    if any(
        each.first <= hit.first < each.last
        for each in mentions.hits("no_promise", max(sentence.first, hit.first - 1), min(hit.last + 3, sentence.last))
    ):
        return True
    if _is_plan(mentions, sentence, hit):
        return True
    if hit.value != "will":
        return False
    if tokens[hit.first].folded == "would" and not mentions.hits("speech", sentence.first, hit.first):
        return True  # what somebody said they would do, not what would be
    after = tokens[hit.last].folded if hit.last < len(tokens) else ""
    if mentions.script.language == "en":
        later = tokens[hit.last + 1].folded if hit.last + 1 < len(tokens) else ""
        return after in ("be", "not", "take") or (after in ("each", "all", "both", "also", "only") and later == "be")
    infinitive = after.endswith(("ть", "ться"))
    return after.startswith(("участи", "принят")) or (tokens[hit.first].folded in ("будет", "будут") and not infinitive)


def _is_plan(mentions: Mentions, sentence: Sentence, hit: Hit[str]) -> bool:
    """Whether "plans" is a document: the Strategic Plans to implement the Vision."""
    token, before = mentions.script.tokens[hit.first], mentions.script.tokens[hit.first - 1].folded
    if token.folded not in ("plan", "plans"):
        return False
    named = token.is_capital and hit.first > sentence.first
    return named or before in ("the", "a", "draft", "these", "its", "action")


def _is_others(mentions: Mentions, hit: Hit[str], subject: Subject) -> bool:
    """Whether "would" has another subject than the last one named: talks with New Zealand on a deal would resume."""
    return mentions.script.tokens[hit.first].folded == "would" and hit.first > subject.last


def _voiced(mentions: Mentions, sentence: Sentence, hit: Hit[str]) -> str | None:
    """Return whose "the proposal of Kyrgyzstan to set up" is; "" where nothing is proposed there; None for others."""
    tokens = mentions.script.tokens
    if tokens[hit.last - 1].folded not in ("of", "by"):
        return None
    state = next(iter(mentions.states_in(hit.last, min(hit.last + 2, sentence.last))), None)
    return state.value if state and state.last < sentence.last and tokens[state.last].folded == "to" else ""


def _own_word(mentions: Mentions, speakers: Speakers, hit: Hit[str]) -> str | None:
    """Return who says "предлагаю", a verb of the first person without its pronoun; None for other verbs."""
    speaker = speakers.at(hit.first)
    own = mentions.script.tokens[hit.first].folded.endswith(("аю", "ем", "им"))
    if mentions.script.language != "ru" or speaker is None or not own:
        return None
    return speaker.member or speaker.name


def _only_meets(mentions: Mentions, hit: Hit[str], sentence: Sentence, subject: Subject) -> bool:
    """Whether all that is said is that the council will meet; a state that will host a meeting promises something."""
    if mentions.cities_in(subject.first, subject.first + 1):
        return bool(mentions.hits("meeting_nouns", hit.first, min(hit.last + 8, sentence.last)))  # Minsk will host it
    if subject.kind not in ("collective", "organisation", "we"):
        return False
    if subject.kind == "we" and mentions.hits("hosting", hit.first, min(hit.last + 1, sentence.last)):
        return False  # "we will host the next round": a state says so, not the council
    if mentions.hits("actions_base", hit.last, min(hit.last + 1, sentence.last)):
        return True  # the ministers will consider a decision: that is the document's fate
    nouns = mentions.hits("meeting_nouns", hit.first, min(hit.last + 8, sentence.last))
    holds = bool(nouns) and mentions.script.tokens[hit.last - 1].folded in _HOLDS
    meets = mentions.hits("will_meet", hit.first, min(hit.last + 4, sentence.last))
    return holds or bool(meets) or any(mentions.hits("next_meeting", hit.last, noun.first) for noun in nouns)


_HOLDS = frozenset(("will", "shall", "проведет", "проведут", "соберутся"))


def _is_parted(mentions: Mentions, begin: int, end: int) -> bool:
    return any(mentions.script.tokens[at].text in "“”«»;:" for at in range(begin, end))


def _clause_start(mentions: Mentions, sentence: Sentence, at: int) -> int:
    """Return where the clause before a verb begins: behind "that", a comma or a quotation mark."""
    tokens = mentions.script.tokens
    for place in range(at - 1, sentence.first - 1, -1):
        if tokens[place].text in ",;:“«" or tokens[place].folded in ("that", "что"):
            return place + 1
    return sentence.first


def _promise(  # noqa: PLR0917 -- what was found, in its order
    mentions: Mentions, sentence: Sentence, hit: Hit[str], first: int, by: str | None, strength: str, why: str
) -> Promise:
    last = _last(mentions, sentence, hit)
    day = next((each for each in mentions.dates_in(hit.last, last) if each.begins and each.unit != "just"), None)
    status = STATED if by else INFERRED
    text = mentions.script.quote(first, last)
    return Promise(
        text,
        by,
        dates.as_date(day, mentions.script, last=True) if day else None,
        strength,
        mentions.evidence(first, last, status, why),
    )


def _last(mentions: Mentions, sentence: Sentence, hit: Hit[str]) -> int:
    tokens, last = mentions.script.tokens, sentence.last
    quoted = mentions.script.quotation_at(hit.first)
    if quoted is not None:
        last = min(last, quoted.last)
    for verb in mentions.hits("speech", hit.last, last):
        if tokens[verb.first - 1].text == "," or (verb.first > 1 and tokens[verb.first - 2].text == ","):
            last = min(last, verb.first - 1)
    while last > hit.last and not (tokens[last - 1].is_word or tokens[last - 1].text.isdecimal()):
        last -= 1
    return mentions.script.closed(hit.first, last)


def _by(mentions: Mentions, speakers: Speakers, subject: Subject) -> str | None:
    if subject.kind == "state":
        return subject.name
    if subject.kind == "collective":
        return mentions.main.short["en"] if mentions.main else None
    if subject.kind == "organisation":
        found = mentions.lexicon.by_id[subject.name]
        return found.short["en"]
    speaker = subject.person or speakers.at(subject.first)
    return (speaker.member or speaker.name) if speaker else None


def _left_open(promise: Promise) -> Promise:
    """Return a promise of "us" as concluded: whose it is, a person decides."""
    return replace(promise, evidence=replace(promise.evidence, status=INFERRED))


def _is_common(mentions: Mentions, sentence: Sentence, hit: Hit[str]) -> bool:
    """Whether "we" will prepare a document: a matter of the council as much as of the speaker's state."""
    documents = mentions.hits("documents", hit.last, _last(mentions, sentence, hit))
    return mentions.main is not None and bool(documents)


def _why(subject: Subject) -> str:
    if subject.kind == "we":
        return say("“We” is taken as the speaker's side; a person decides whose promise it is.")
    return (
        say("Who promises is named.")
        if subject.kind in ("state", "organisation", "collective")
        else say("The speaker promises.")
    )
