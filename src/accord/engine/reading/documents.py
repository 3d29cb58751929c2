"""Documents in a report, and what was done to them: a discussed text is not an adopted one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.engine.reading.acts import Act, acts_in
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Document, Meeting
from accord.engine.reading.phrases import Hit, Placed
from accord.engine.reading.titles import (
    beginning_of,
    continues,
    core_of,
    count_of,
    end_of,
    is_listed,
    listed_in,
    title_of,
)
from accord.engine.reading.tokens import Sentence, Token
from accord.engine.reading.words import COUNTED, PREPOSITIONS, word_set
from accord.engine.said import say

_GAP = 12
_FAR = 40
"""Tokens between a document, with its title, and the verb behind it."""
_CLAUSE = (",", ";", ":", "that", "что", "which")
_COMPARED = 60
"""Documents before it that a document is compared with."""


def documents_of(mentions: Mentions, meetings: Sequence[Meeting]) -> list[Document]:
    """Return the documents on which something was done, or is to be."""
    out: list[Document] = []
    carried: Act | None = None
    for sentence in sorted(mentions.script.sentences, key=lambda each: each.headline):
        acts = list(acts_in(mentions, sentence))
        if carried is not None and not acts and (item := _item(mentions, sentence)) is not None:
            end = end_of(mentions, sentence, item, None, acts)
            found = list(_documents(mentions, sentence, [], _Governed(carried, item, end), meetings))
        elif carried is not None and _is_number(mentions, sentence):
            continue
        else:
            found = list(_in_sentence(mentions, sentence, acts, meetings)) if acts else []
            found = [*_issued(mentions, sentence, meetings), *found]
            carried = acts[-1] if acts and _opens_list(mentions, sentence) else None
            if carried is not None:
                found = [each for each in found if each.count]  # "the following documents:" are those that follow
        for document in found:
            told = any(_repeats(document, known, whole=not sentence.headline) for known in out[-_COMPARED:])
            if not told and not _is_told_before(mentions, document, out[-_COMPARED:]):
                out.append(document)
        _pass_on(mentions, sentence, acts, out)
    return sorted(out, key=lambda each: each.evidence.start)


def _pass_on(mentions: Mentions, sentence: Sentence, acts: Sequence[Act], out: list[Document]) -> None:
    """Give the draft told of last to the act that passes "the draft" on: решено внести проект на рассмотрение."""
    passed = next((act for act in acts if act.action == "forwarded"), None)
    again = [hit for hit in mentions.hits("drafts_again", sentence.first, sentence.last) if _is_bare(mentions, hit)]
    drafts = [number for number, each in enumerate(out) if _is_draft(mentions, each)]
    if passed is None or not again or not drafts:
        return
    verb = " ".join(mentions.script.quote(passed.first, passed.last).split())
    out[drafts[-1]] = replace(out[drafts[-1]], action="forwarded", verb=verb)


def _is_bare(mentions: Mentions, hit: Hit[str]) -> bool:
    """Whether nothing says of what a draft is: a verb, a preposition or a sign follows it."""
    tokens = mentions.script.tokens
    after = tokens[hit.last] if hit.last < len(tokens) else None
    acting = bool(mentions.hits("actions", hit.last, min(hit.last + 3, len(tokens))))
    return after is None or not after.is_word or after.folded in PREPOSITIONS or acting


def _is_draft(mentions: Mentions, document: Document) -> bool:
    """Whether a document that was discussed, agreed on or approved was called a draft."""
    at = mentions.script.token_from(document.evidence.start)
    near = [token.folded for token in mentions.script.tokens[max(0, at - 1) : at + 1]]
    called = any(word == "draft" or word.startswith("проект") for word in near)
    return called and document.action in ("discussed", "agreed", "adopted")


_ISSUED = ("communique", "declaration", "statement")


def _issued(mentions: Mentions, sentence: Sentence, meetings: Sequence[Meeting]) -> Iterator[Document]:
    """Yield what an organ spoke in: "In a final communiqué the Council said …" was adopted by it."""
    tokens = mentions.script.tokens
    nouns = mentions.hits("documents", sentence.first, min(sentence.first + 8, sentence.last))
    if not nouns or nouns[0].value not in _ISSUED or tokens[sentence.first].folded not in ("in", "в"):
        return
    verbs = mentions.hits("speech", nouns[0].last, sentence.last) or mentions.hits(
        "position_cues", nouns[0].last, sentence.last
    )
    if verbs and _is_collective(mentions, nouns[0].last, verbs[0].first):
        act = Act(verbs[0].first, verbs[0].last, "adopted", passive=False)
        yield from _documents(mentions, sentence, [], _Governed(act, nouns[0], nouns[0].last), meetings)


def _is_collective(mentions: Mentions, first: int, last: int) -> bool:
    """Whether all together are named: an organ, or "the ministers"."""
    return bool(mentions.organs_in(first, last) or mentions.hits("collective_holders", first, last))


def _is_told_before(mentions: Mentions, document: Document, known: Sequence[Document]) -> bool:
    """Whether "the statement" is the one statement that was told of as "a statement"."""
    alike = [each for each in known if (each.kind, each.action) == (document.kind, document.action)]
    if document.count or len(alike) != 1 or alike[0].count:
        return False
    return _article(mentions, document) == "the" and _article(mentions, alike[0]) in ("a", "an")


def _article(mentions: Mentions, document: Document) -> str:
    at = mentions.script.token_from(document.evidence.start)
    return mentions.script.tokens[at - 1].folded if at else ""


def _opens_list(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence ends with a colon, its list in the lines below."""
    nouns = mentions.hits("documents", sentence.first, sentence.last)
    return mentions.script.tokens[sentence.last - 1].text == ":" and bool(nouns)


def _item(mentions: Mentions, sentence: Sentence) -> Hit[str] | None:
    """Return the word for a document with which a line of a list begins, behind its dash or number."""
    tokens = mentions.script.tokens
    first = next((at for at in range(sentence.first, sentence.last) if tokens[at].is_word), sentence.last)
    marked = first > sentence.first or tokens[sentence.first - 2].text.isdecimal()  # a dash, or "3." before it
    goes_on = marked or tokens[sentence.first - 1].text in ":;,"
    nouns = mentions.hits("documents", first, min(first + 4, sentence.last))
    return nouns[0] if nouns and goes_on and first - sentence.first <= 3 else None


def _is_number(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence is no more than the number of a line."""
    return not any(token.is_word for token in mentions.script.tokens[sentence.first : sentence.last])


def _repeats(one: Document, other: Document, *, whole: bool) -> bool:
    """Whether a document was told of before: same title or count; a headline (not ``whole``) leaves the title out."""
    if one.kind != other.kind or one.action != other.action:
        return False
    if one.count and other.count:
        return one.count == other.count
    first, second = core_of(one.title), core_of(other.title)
    return (
        first == second
        or (not whole and not one.count)
        or (
            one.count == other.count
            and bool(first & second)
            and min(len(first), len(second)) > 2
            and len(first & second) >= 0.75 * min(len(first), len(second))
        )
    )


def _in_sentence(
    mentions: Mentions, sentence: Sentence, acts: Sequence[Act], meetings: Sequence[Meeting]
) -> Iterator[Document]:
    nouns = mentions.hits("documents", sentence.first, sentence.last)
    before: tuple[Act, int] | None = None
    for number, noun in enumerate(nouns):
        if _is_verb(mentions, noun) or any(
            each.first <= noun.first < each.last for each in mentions.organs_in(sentence.first, sentence.last)
        ):
            continue
        following = nouns[number + 1] if number + 1 < len(nouns) else None
        act = _governing(mentions, sentence, acts, noun, before)
        if act is None or _is_ones_own(mentions, sentence, act):
            continue
        end = end_of(mentions, sentence, noun, following, acts)
        before = act, end
        yield from _documents(mentions, sentence, acts, _Governed(act, noun, end), meetings)


def _is_ones_own(mentions: Mentions, sentence: Sentence, act: Act) -> bool:
    """Whether a state is quoted on what it does itself with a document: "India will ratify the agreement"."""
    return mentions.script.quotation_at(act.first) is not None and bool(mentions.states_in(sentence.first, act.first))


def _is_verb(mentions: Mentions, noun: Hit[str]) -> bool:
    """Whether "plans" or "reports" is what somebody does, or a word such as "programme" belongs to an organisation."""
    tokens = mentions.script.tokens
    if noun.first in mentions.taken or _is_named_behind(mentions, noun):
        return True
    again = mentions.hits("drafts_again", noun.first, noun.last)
    if any((hit.first, hit.last) == (noun.first, noun.last) for hit in again):
        return True  # the draft document: one that was named before
    after = tokens[noun.last].folded if noun.last < len(tokens) else ""
    before = tokens[noun.first - 1].folded if noun.first else ""
    word = tokens[noun.first].folded
    if word == "reports" and before in _REPORTERS:
        return True  # the press service reports
    return word in ("plans", "plan", "reports", "decisions") and after == "to"


def _is_named_behind(mentions: Mentions, noun: Hit[str]) -> bool:
    """Whether "another document - the plan of consultations" says next what the document is."""
    tokens = mentions.script.tokens
    if tokens[noun.last - 1].folded not in ("document", "документ") or noun.last + 3 > len(tokens):
        return False
    named = mentions.hits("documents", noun.last + 1, min(noun.last + 9, len(tokens)))
    return tokens[noun.last].text in "-–—:" and bool(named) and named[0].first <= noun.last + 3


_REPORTERS = word_set(
    "office service agency ministry correspondent news department website secretariat centre center tass"
)


def _governing(
    mentions: Mentions, sentence: Sentence, acts: Sequence[Act], noun: Hit[str], before: tuple[Act, int] | None
) -> Act | None:
    """Return the act that a document is the object of: directly before it, of its list, or behind it."""
    tokens = mentions.script.tokens
    earlier = next((act for act in reversed(acts) if act.last <= noun.first), None)
    if earlier is not None and _is_object(tokens, earlier.last, noun.first, mentions):
        return earlier
    if earlier is not None and before is None and is_listed(tokens, earlier.last, noun.first):
        return earlier
    if (
        before is not None
        and before[1] <= noun.first
        and (earlier is None or earlier.first <= before[0].first)
        and continues(tokens, before[1], noun.first)
    ):
        return before[0]
    if before is not None and before[1] <= noun.first and is_listed(tokens, before[1], noun.first):
        return before[0]
    later = next((act for act in acts if act.first >= noun.last and (act.passive or act.first == noun.last)), None)
    near = later is not None and later.first - noun.last <= _FAR
    return later if near and later is not None and _is_subject(tokens, sentence, noun, later) else None


def _is_object(tokens: Sequence[Token], begin: int, end: int, mentions: Mentions) -> bool:
    begin = _behind_addressee(mentions, begin, end)
    words = tokens[begin:end]
    if len(words) > _GAP or mentions.hits("process_nouns", begin, end):
        return False
    for number, word in enumerate(words):
        if word.text in ",;:()—–" and not (word.text == "," and number == 0):
            return word.text in ",:" and _only_adverbs(words[number:])
        if word.folded in PREPOSITIONS and begin + number not in mentions.taken:
            before = words[number - 1] if number else None
            counted = before is not None and (before.folded in (*COUNTED, "drafts", "texts") or before.text.isdecimal())
            if not (
                counted
                or (
                    number + 1 < len(words)
                    and words[number + 1].folded in ("time", "first", "consensus", "ходе", "итогам", "случаю", "целом")
                )
            ) and word.folded not in ("of", "из"):
                return False
            if word.folded == "of" and not counted:
                return False
    return True


def _behind_addressee(mentions: Mentions, begin: int, end: int) -> int:
    """Return the place behind "for approval by the Council" or "to the Council" between a verb and its document."""
    if begin < end and mentions.script.tokens[begin].folded in ("to", "в", "на"):
        owners: list[Placed] = [
            *mentions.organs_in(begin + 1, begin + 2),
            *mentions.organisations_in(begin + 1, begin + 2),
        ]
        if owners and owners[0].last <= end:
            return owners[0].last
    onward = mentions.hits("onward", begin, end)
    if not onward or onward[0].first > begin:
        return begin
    organs = mentions.organs_in(onward[0].last, min(onward[0].last + 2, end))
    return organs[0].last if organs else onward[0].last


def _only_adverbs(words: Sequence[Token]) -> bool:
    return len(words) <= 5 and all(
        word.text in ",:"
        or word.folded
        in ("among", "others", "inter", "alia", "in", "particular", "в", "частности", "том", "числе", "a", "the", "an")
        for word in words
    )


def _is_subject(tokens: Sequence[Token], sentence: Sentence, noun: Hit[str], act: Act) -> bool:
    """Whether a document before its passive verb is the subject: no preposition stands before it."""
    at = noun.first - 1
    while at >= sentence.first and tokens[at].folded not in _CLAUSE and noun.first - at <= 8:
        whole = tokens[at + 1].folded in ("all", "total")  # in all 11 decisions were signed
        if tokens[at].folded in PREPOSITIONS and tokens[at - 1].folded not in COUNTED and not whole:
            return False
        at -= 1
    return not any(tokens[number].text == ";" for number in range(noun.last, act.first))


@dataclass(frozen=True)
class _Governed:
    """A word for a document with the act that governs it, and where its title ends."""

    act: Act
    noun: Hit[str]
    end: int


def _documents(
    mentions: Mentions, sentence: Sentence, acts: Sequence[Act], governed: _Governed, meetings: Sequence[Meeting]
) -> Iterator[Document]:
    act, noun, end = governed.act, governed.noun, governed.end
    action = _onward(mentions, sentence, acts, act, end)
    verb = " ".join(mentions.script.quote(act.first, act.last).split())
    organ, stated = _organ(mentions, sentence, act, meetings)
    status, why = (
        (STATED, say("“{verb}” says what was done.", verb=verb))
        if stated
        else (
            INFERRED,
            say("“{verb}” says what was done; whose document it is was concluded from the meeting.", verb=verb),
        )
    )
    begin = beginning_of(mentions, sentence, noun)
    listed = listed_in(mentions, sentence, noun)
    count = count_of(mentions, sentence, noun)
    if len(listed) > 1 and count in (None, len(listed)):
        for first, last in listed:
            title = " ".join(mentions.script.quote(first, last).split())
            yield Document(title, noun.value, action, verb, organ, None, mentions.evidence(first, last, status, why))
        return
    title = title_of(mentions, noun, end)
    yield Document(
        title,
        noun.value,
        action,
        verb,
        organ,
        count,
        mentions.evidence(begin, max(end, noun.last), status, why),
    )


def _onward(mentions: Mentions, sentence: Sentence, acts: Sequence[Act], act: Act, end: int) -> str:
    """Return "forwarded" for what was approved and passed on; not where another document is what was passed on."""
    if act.action not in ("adopted", "agreed"):
        return act.action
    nouns = mentions.hits("documents", end, sentence.last)
    for later in acts:
        if later.first >= max(end, act.last) and later.action == "forwarded":
            if later.passive and any(noun.last <= later.first for noun in nouns):
                continue
            own = any(
                noun.first >= later.last and _is_object(mentions.script.tokens, later.last, noun.first, mentions)
                for noun in nouns
            )
            return act.action if own and not later.passive else "forwarded"
    onward = ("forwarded", "planned")
    behind = max(end, act.last)
    following = next((each.first for each in acts if each.first >= behind and each.action not in onward), sentence.last)
    return (
        "forwarded"
        if mentions.hits("onward", behind - 1, following) or mentions.hits("onward", act.last, end)
        else act.action
    )


def _organ(mentions: Mentions, sentence: Sentence, act: Act, meetings: Sequence[Meeting]) -> tuple[str | None, bool]:
    """Return who acted: the organ named before the verb, else that of the main meeting."""
    named = [each for each in mentions.organs_in(sentence.first, act.first) if each.kind.id != "working-group"]
    if named:
        return named[-1].named.id or named[-1].named.name, True
    main = next((each for each in meetings if each.role == "main"), None)
    return (main.organ.id or main.organ.name, False) if main else (None, False)
