"""Positions in a report, each with its holder: one state, all together, or a "we" that is left to a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Holder, Person, Position
from accord.engine.reading.phrases import Hit
from accord.engine.reading.speakers import Speakers, Subject
from accord.engine.reading.tokens import Sentence, Token
from accord.engine.said import say

_MOST_BEFORE = 25
_NEAR = 8
"""Words between a subject and its verb; farther off, a position begins at the verb."""
COLLECTIVE, NATIONAL, AMBIGUOUS = "collective", "national", "ambiguous"


def positions_of(mentions: Mentions, speakers: Speakers) -> list[Position]:
    """Return the positions that a report gives, one for each subject of a sentence."""
    return [
        each
        for sentence in mentions.script.sentences
        if not sentence.headline
        for each in _shared(mentions, speakers, sentence)
    ]


def _shared(mentions: Mentions, speakers: Speakers, sentence: Sentence) -> list[Position]:
    """Return the positions of a sentence, once for each state of "A and B supported"."""
    out = []
    for found in _in_sentence(mentions, speakers, sentence):
        named = found.holder.kind == NATIONAL and found.evidence.status == STATED
        states = _joined_states(mentions, sentence, found) if named else []
        out.extend([replace(found, holder=Holder(NATIONAL, code)) for code in states] or [found])
    return out


def _joined_states(mentions: Mentions, sentence: Sentence, found: Position) -> list[str]:
    """Return the states of a list that ends with the subject: A, B and C."""
    tokens, states = mentions.script.tokens, mentions.states_in(sentence.first, sentence.last)
    before = [hit for hit in states if tokens[hit.first].start <= found.evidence.start]
    if before:
        run = _run(tokens, [(hit.last, hit.first, hit.value) for hit in reversed(before)])
        return run[::-1]
    return _run(tokens, [(hit.first, hit.last, hit.value) for hit in states])


def _run(tokens: Sequence[Token], states: Sequence[tuple[int, int, str]]) -> list[str]:
    """Return the codes of states, each with its near and far end, as long as only commas and "and" part them."""
    out: list[str] = []
    far = -1
    for near, end, code in states:
        between = tokens[min(far, near) : max(far, near)] if out else []
        if out and not (0 < len(between) <= 2 and all(word.folded in (",", "and", "и", "the") for word in between)):
            break
        out.append(code)
        far = end
    return out


def _in_sentence(mentions: Mentions, speakers: Speakers, sentence: Sentence) -> Iterator[Position]:
    """Yield the position of each subject of a sentence, the first cue of each."""
    promised = [hit for hit in mentions.hits("promises", sentence.first, sentence.last) if hit.value == "wish"]
    told: list[tuple[Hit[str], Subject, Holder, str]] = []
    for cue in mentions.hits("position_cues", sentence.first, sentence.last):
        if any(hit.first <= cue.first < hit.last for hit in promised) or _is_negligible(mentions, cue, sentence):
            continue
        subject = _subject(mentions, speakers, sentence, cue)
        if subject is None or any(subject.first == known.first or cue.first < known.last for _, known, _, _ in told):
            continue
        if not _fits(mentions, sentence, cue, subject):
            continue
        holder, why = _holder(mentions, speakers, subject)
        if holder is not None and not (
            told and (cue.value == "similar" or told[-1][0].value == "similar" or told[-1][2] == holder)
        ):
            told.append((cue, subject, holder, why))
    for number, (cue, subject, holder, why) in enumerate(told):
        limit = told[number + 1][1].first if number + 1 < len(told) else sentence.last
        yield _told(mentions, speakers, replace(sentence, last=limit), cue, subject, holder, why)


def _is_negligible(mentions: Mentions, cue: Hit[str], sentence: Sentence) -> bool:
    """Whether a cue says nothing of a subject: "supported by", "support of", or the last words of a sentence."""
    tokens = mentions.script.tokens
    after = tokens[cue.last].folded if cue.last < sentence.last else ""
    before = tokens[cue.first - 1].folded if cue.first > sentence.first else ""
    if (cue.last >= sentence.last - 1 and not _may_end(mentions, cue)) or (
        before in ("to", "the", "of", "for") and cue.value in ("support", "call", "welcome", "stress")
    ):
        return cue.value != "similar"
    if cue.value == "welcome" and (after.startswith(_GREETED) or _is_greeting(tokens, cue)):
        return True
    if tokens[cue.last - 1].folded in _ALSO_NOUNS.get(before, ()):
        return True
    if cue.value == "believe" and before in ("will", "shall", "to", "may", "should", "would"):
        return True
    if after in ("readiness", "willingness", "intention") or after.startswith(("готовност", "намерени")):
        return True
    return after in ("by", "of", "from") and cue.value in ("support", "welcome", "condemn", "call")


_GREETED = ("участ", "вас", "коллег", "participants", "guests", "delegat", "you", "everyone", "colleagues", "all")
"""Who is welcomed where nothing else is."""


def _may_end(mentions: Mentions, cue: Hit[str]) -> bool:
    """Whether what is supported may stand before the verb, as in Russian: "Киргизия инициативу поддержала"."""
    return mentions.script.language == "ru" and cue.value in ("support", "oppose")


_ALSO_NOUNS = {
    **dict.fromkeys(("its", "their", "our", "his", "her", "a", "full", "this"), ("support", "call", "need", "must")),
    **dict.fromkeys(("report", "reported", "come", "go", "went", "came", "look", "brought", "sent"), ("back",)),
    "in": ("favour", "favor"),
}
"""Words that are no verbs behind these: its support mission, to report back, voted in favour."""


def _is_greeting(tokens: Sequence[Token], cue: Hit[str]) -> bool:
    """Whether it is welcomed that somebody came: "welcomed the participation of"."""
    after = [token.folded for token in tokens[cue.last : cue.last + 2]]
    return len(after) == 2 and after[0] == "the" and after[1] in ("participation", "presence", "attendance")


def _subject(mentions: Mentions, speakers: Speakers, sentence: Sentence, cue: Hit[str]) -> Subject | None:
    if cue.value == "similar":
        members = mentions.hits("collective_holders", sentence.first, sentence.last) or mentions.hits(
            "we", sentence.first, sentence.last
        )
        return Subject(members[0].first, members[0].last, "collective", members[0].value) if members else None
    verb, quoted = mentions.script.tokens[cue.first], mentions.script.quotation_at(cue.first) is not None
    if mentions.script.language == "ru" and quoted and verb.folded.endswith(("ем", "им")):
        return Subject(cue.first, cue.first, "we", "")  # the verb says "we" by its ending
    subject = speakers.subject_before(cue.first, sentence) or _behind(mentions, cue)
    if subject is None and not quoted and verb.is_capital and cue.first - sentence.first <= 3:
        return Subject(cue.first, cue.first, "collective", "")  # an operative paragraph: "3. Expresses concern"
    if subject is None or cue.first - subject.last > _MOST_BEFORE or _is_parted(mentions, subject.last, cue.first):
        return None
    return subject


def _behind(mentions: Mentions, cue: Hit[str]) -> Subject | None:
    """Return the state that follows its verb, as in Russian: "Идею поддержали Китай и Иран"."""
    states = mentions.states_in(cue.last, cue.last + 1) if mentions.script.language == "ru" else []
    if not states or cue.value not in ("support", "oppose"):
        return None
    return Subject(cue.first, cue.first, "state", states[0].value)


def _fits(mentions: Mentions, sentence: Sentence, cue: Hit[str], subject: Subject) -> bool:
    """Whether a cue that says little alone tells a position: "we need", and a state that said something."""
    if cue.value == "need":
        return subject.kind == "we"
    if cue.value == "remain":
        return subject.kind in ("organisation", "state", "collective", "we") and cue.first - subject.last <= 1
    if cue.value != "say":
        return True
    others = [hit for hit in mentions.hits("position_cues", cue.last, sentence.last) if hit.value != "say"]
    promised = mentions.hits("promises", cue.last, sentence.last)
    return subject.kind == "state" and cue.first - subject.last <= 1 and not others and not promised


def _is_parted(mentions: Mentions, begin: int, end: int) -> bool:
    """Whether a quotation mark stands between a subject and its verb."""
    return any(mentions.script.tokens[at].text in "“”«»;" for at in range(begin, end))


def _holder(mentions: Mentions, speakers: Speakers, subject: Subject) -> tuple[Holder | None, str]:
    speaker = subject.person or speakers.at(subject.first)
    if subject.kind == "collective":
        return Holder(COLLECTIVE), say("Said of all together.")
    if subject.kind == "state":
        return Holder(NATIONAL, subject.name), say("The state is named.")
    if subject.kind == "organisation":
        own = mentions.main is not None and mentions.main.id == subject.name
        return (Holder(COLLECTIVE), say("Said of the organisation.")) if own else (None, "")
    if subject.kind in ("person", "one"):
        return _of_person(speaker)
    return _of_we(mentions, speaker)


def _of_person(person: Person | None) -> tuple[Holder | None, str]:
    if person is None:
        return None, ""
    if person.member:
        return Holder(NATIONAL, person.member), say("{person} speaks for the state of the post.", person=person.name)
    if any(post.casefold().startswith(_OF_ORGANISATION) for post in person.posts):
        return Holder(COLLECTIVE), say("{person} speaks for the organisation.", person=person.name)
    return None, ""


_OF_ORGANISATION = (
    *("secretary general", "secretary-general", "acting secretary", "high representative", "president of the"),
    *("генеральный секретарь", "председатель коллегии"),
)


def _of_we(mentions: Mentions, speaker: Person | None) -> tuple[Holder, str]:
    own = (speaker.member,) if speaker and speaker.member else ()
    council = (mentions.main.short["en"],) if mentions.main else ()
    return Holder(AMBIGUOUS, None, own + council), say("“We” can be the speaker's state or the whole council.")


def _told(  # noqa: PLR0917 -- what was found, in its order
    mentions: Mentions,
    speakers: Speakers,
    sentence: Sentence,
    cue: Hit[str],
    subject: Subject,
    holder: Holder,
    why: str,
) -> Position:
    first, last = _words(mentions, sentence, subject, cue)
    words = mentions.script.quote(first, last)
    cited = mentions.script.quotation_at(cue.first) is not None or mentions.has("words_of", sentence)
    told = subject.kind in ("we", "one") or (subject.kind == "state" and cited)
    speaker = subject.person or (speakers.at(subject.first) if told else None)
    status = STATED if subject.kind in ("collective", "state") else INFERRED
    return Position(
        holder,
        speaker.name if speaker else None,
        _topic(mentions, cue.last, last) or _topic(mentions, first, last),
        words,
        mentions.evidence(first, last, status, why),
    )


def _words(mentions: Mentions, sentence: Sentence, subject: Subject, cue: Hit[str]) -> tuple[int, int]:
    """Return the words of a position: from its subject to the end of the sentence, or of the quotation."""
    first = min(subject.first, cue.first) if cue.first - subject.last <= _NEAR else cue.first
    tokens, last = mentions.script.tokens, sentence.last
    quoted = mentions.script.quotation_at(cue.first)
    if quoted is not None:
        last = min(last, quoted.last)
    while last > first + 1 and not (tokens[last - 1].is_word or tokens[last - 1].text.isdecimal()):
        last -= 1
    return first, mentions.script.closed(first, last)


def _topic(mentions: Mentions, first: int, last: int) -> str | None:
    hits = mentions.hits("topics", first, last)
    return mentions.script.quote(hits[0].first, hits[0].last) if hits else None


def ambiguous(positions: list[Position]) -> Iterator[Position]:
    """Yield the positions whose holder a person has to settle."""
    yield from (each for each in positions if each.holder.kind == AMBIGUOUS)
