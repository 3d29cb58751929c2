"""Documents in a report, and what was done to them: a discussed text is not an adopted one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.model import INFERRED, STATED, Document, Meeting
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Sentence, Token, words_of

_COUNTED = frozenset(
    [
        "number",
        "series",
        "package",
        "set",
        "text",
        "texts",
        "draft",
        "range",
        "list",
        "total",
        "ряд",
        "ряда",
        "пакет",
        "пакета",
        "комплекс",
        "текст",
        "тексты",
        "проекты",
        "проект",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "on",
        "in",
        "at",
        "for",
        "with",
        "by",
        "to",
        "from",
        "under",
        "within",
        "about",
        "into",
        "between",
        "regarding",
        "concerning",
        "through",
        "against",
        "as",
        "based",
        "over",
        "after",
        "before",
        "during",
        "о",
        "об",
        "в",
        "во",
        "на",
        "по",
        "с",
        "со",
        "для",
        "за",
        "к",
        "от",
        "из",
        "при",
        "над",
        "между",
        "под",
        "через",
    ]
)
_JOINS = frozenset((",", ";", "and", "и", "а", "также", "well", "as", "including", "also"))
_LIST_SIGNS = frozenset(("including", "namely", ":"))
_ITEM_PREPS = frozenset(["on", "about", "of", "regarding", "concerning", "о", "об", "по", "в"])
_STOPS = frozenset(
    (
        "which",
        "that",
        "who",
        "where",
        "whose",
        "aimed",
        "который",
        "которая",
        "которое",
        "которые",
        "которых",
        "которого",
        "the",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "said",
        "but",
        "но",
    )
)
_GAP = 12
_COMPARED = 60
"""Documents before it that a document is compared with."""


@dataclass(frozen=True)
class Act:
    """A verb of action: tokens ``first`` to ``last``, what it means, and whether what follows is done to it (passive)."""

    first: int
    last: int
    action: str
    passive: bool


def documents_of(mentions: Mentions, meetings: Sequence[Meeting]) -> list[Document]:
    """Return the documents on which something was done, or is to be."""
    out: list[Document] = []
    for sentence in sorted(mentions.script.sentences, key=lambda each: each.headline):
        acts = list(_acts(mentions, sentence))
        if acts:
            for document in _in_sentence(mentions, sentence, acts, meetings):
                if not any(_repeats(document, known) for known in out[-_COMPARED:]):
                    out.append(document)
    return sorted(out, key=lambda each: each.evidence.start)


def _repeats(one: Document, other: Document) -> bool:
    """Whether a document was told of before: same title, or the same kind and count without one."""
    if one.kind != other.kind or one.action != other.action:
        return False
    if one.count and other.count:
        return one.count == other.count
    first, second = core_of(one.title), core_of(other.title)
    return first == second or (
        one.count == other.count
        and bool(first & second)
        and min(len(first), len(second)) > 2
        and len(first & second) >= 0.75 * min(len(first), len(second))
    )


def core_of(title: str) -> frozenset[str]:
    """Return the beginnings of a title's longer words, by which titles are compared."""
    return frozenset(word.casefold()[:5] for word in words_of(title) if len(word) > 3)


def _acts(mentions: Mentions, sentence: Sentence) -> Iterator[Act]:
    tokens = mentions.script.tokens
    bases = {(hit.first, hit.last): hit for hit in mentions.hits("actions_base", sentence.first, sentence.last)}
    finite = mentions.hits("actions", sentence.first, sentence.last)
    before = ""
    for hit in sorted(
        [
            *finite,
            *(base for base in bases.values() if not any(each.first <= base.first < each.last for each in finite)),
        ],
        key=lambda each: each.first,
    ):
        if hit.value == "other" or _is_attribute(tokens, hit, mentions.script.language):
            continue
        is_base = (hit.first, hit.last) in bases and hit not in finite
        action = _modal(mentions, sentence, hit, is_base=is_base)
        if is_base and before == "planned" and tokens[hit.first - 1].folded in ("and", "or", ","):
            action = "planned"  # they plan to sign a statement and adopt a programme
        before = action
        if action:
            yield Act(hit.first, hit.last, action, _is_passive(tokens, hit, mentions.script.language))


def _is_attribute(tokens: Sequence[Token], hit: Hit[str], language: str) -> bool:
    """Whether a participle stands before its noun (the adopted decisions), or "agreed" does (as agreed)."""
    before = tokens[hit.first - 1].folded if hit.first else ""
    if language == "ru":
        return tokens[hit.last - 1].folded.endswith(
            (
                "нный",
                "нного",
                "нном",
                "нные",
                "нных",
                "нная",
                "нной",
                "нное",
                "тый",
                "тые",
                "тых",
                "тая",
                "тое",
                "той",
                "нным",
                "нными",
                "ному",
            )
        )
    return (
        before in ("the", "previously", "earlier", "recently", "newly", "as", "already", "these", "those")
        and hit.last - hit.first == 1
    )


def _modal(mentions: Mentions, sentence: Sentence, hit: Hit[str], *, is_base: bool) -> str:
    """Return what an action is with the words before it: planned under "will", not agreed under "not"; "" for none."""
    tokens, action = mentions.script.tokens, hit.value
    begin = max(sentence.first, hit.first - 7)
    negated = [each for each in mentions.hits("negations", max(sentence.first, hit.first - 3), hit.first)]
    if negated and action in ("adopted", "agreed"):
        return "not-agreed"
    behind = " ".join(word.folded for word in tokens[hit.last : hit.last + 2])
    if action in ("adopted", "agreed") and behind in ("не был", "не была", "не было", "не были"):
        return "not-agreed"
    future = [
        each for each in mentions.hits("future", begin, hit.first) if each.last >= hit.first - (5 if is_base else 3)
    ]
    if future and action in ("adopted", "forwarded", "discussed", "agreed"):
        return "planned"
    if is_base and hit.first and tokens[hit.first - 1].folded == "to":
        return {"discussed": "discussed", "adopted": "planned"}.get(action, "")
    return action


def _is_passive(tokens: Sequence[Token], hit: Hit[str], language: str) -> bool:
    if language == "ru":
        word = tokens[hit.last - 1].folded
        return word.endswith(("то", "на", "но", "ны", "та", "ты", "ен", "ан", "ят", "сь", "ся"))
    near = tokens[max(0, hit.first - 3) : hit.first]
    return any(word.folded in ("was", "were", "been", "be", "being", "is", "are") for word in near) or tokens[
        hit.first
    ].folded in ("was", "were", "is", "are")


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
        if act is None:
            continue
        end = _end(mentions, sentence, noun, following, acts)
        before = act, end
        yield from _documents(mentions, sentence, acts, act, noun, end, meetings)


def _is_verb(mentions: Mentions, noun: Hit[str]) -> bool:
    """Whether "plans" or "reports" is what somebody does, or a word such as "programme" belongs to an organisation."""
    tokens = mentions.script.tokens
    if noun.first in mentions.taken:
        return True
    after = tokens[noun.last].folded if noun.last < len(tokens) else ""
    return tokens[noun.first].folded in ("plans", "plan", "reports", "decisions") and after == "to"


def _governing(
    mentions: Mentions, sentence: Sentence, acts: Sequence[Act], noun: Hit[str], before: tuple[Act, int] | None
) -> Act | None:
    """Return the act that a document is the object of: before it, with nothing else between; behind it; or that of a list."""
    tokens = mentions.script.tokens
    earlier = next((act for act in reversed(acts) if act.last <= noun.first), None)
    if earlier is not None and _is_object(tokens, earlier.last, noun.first, mentions):
        return earlier
    if (
        before is not None
        and before[1] <= noun.first
        and (earlier is None or earlier.first <= before[0].first)
        and _continues(tokens, before[1], noun.first)
    ):
        return before[0]
    later = next((act for act in acts if act.first >= noun.last), None)
    if (
        later is not None
        and later.passive
        and later.first - noun.last <= 40
        and _is_subject(tokens, sentence, noun, later)
    ):
        return later
    return None


def _is_object(tokens: Sequence[Token], begin: int, end: int, mentions: Mentions) -> bool:
    begin = _behind_addressee(mentions, begin, end)
    words = tokens[begin:end]
    if len(words) > _GAP:
        return False
    for number, word in enumerate(words):
        if word.text in ",;:()—–" and not (word.text == "," and number == 0):
            return word.text in ",:" and _only_adverbs(words[number:])
        if word.folded in _PREPOSITIONS and begin + number not in mentions.taken:
            counted = number > 0 and (words[number - 1].folded in _COUNTED or words[number - 1].text.isdigit())
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
    """Return the place behind "for approval by the Council", where that stands between a verb and its document."""
    onward = mentions.hits("onward", begin, end)
    if not onward or onward[0].first > begin:
        return begin
    organs = mentions.organs_in(onward[0].last, min(onward[0].last + 2, end))
    return organs[0].last if organs else onward[0].last


def _only_adverbs(words: Sequence[Token]) -> bool:
    return len(words) <= 5 and all(
        word.text in ","
        or word.folded
        in ("among", "others", "inter", "alia", "in", "particular", "в", "частности", "том", "числе", "a", "the", "an")
        for word in words
    )


def _continues(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a document continues a list: ", the", "and a", "as well as the"."""
    words = tokens[begin:end]
    return (
        0 < len(words) <= 10
        and words[0].folded in _JOINS
        and all(word.folded not in _PREPOSITIONS - {"as"} or number == 0 for number, word in enumerate(words))
    )


def _is_subject(tokens: Sequence[Token], sentence: Sentence, noun: Hit[str], act: Act) -> bool:
    """Whether a document before its passive verb is the subject: no preposition stands before it."""
    at = noun.first - 1
    while at >= sentence.first and tokens[at].text not in ",;:" and noun.first - at <= 8:
        if tokens[at].folded in _PREPOSITIONS and tokens[at - 1].folded not in _COUNTED:
            return False
        at -= 1
    return not any(tokens[number].text in ";" for number in range(noun.last, act.first))


def _end(
    mentions: Mentions, sentence: Sentence, noun: Hit[str], following: Hit[str] | None, acts: Sequence[Act]
) -> int:
    """Return where a document's title ends: at a sign, a new clause, the next document of a list, or an act."""
    tokens = mentions.script.tokens
    place = noun.last
    if place < sentence.last and tokens[place].text in '“«"„':
        closing = {"“": "”", "«": "»", '"': '"', "„": "“"}[tokens[place].text]
        return next((at + 1 for at in range(place + 1, sentence.last) if tokens[at].text == closing), sentence.last)
    limit = min([sentence.last, *(act.first for act in acts if act.first >= noun.last)])
    while place < limit:
        word = tokens[place]
        if (
            word.text in ";:()—–.!?”»"
            or (word.text == "," and not _goes_on(tokens, place, limit))
            or (word.folded in _STOPS and word.folded != "the")
        ):
            break
        if (
            following is not None
            and word.folded in ("and", "и", "as", "а")
            and _continues(tokens, place, following.first)
            and following.first - place <= 6
        ):
            break
        place += 1
    while place > noun.last and tokens[place - 1].folded in _JOINS:
        place -= 1
    return mentions.script.closed(noun.last, place)


def _goes_on(tokens: Sequence[Token], comma: int, limit: int) -> bool:
    """Whether a comma stands inside of a title: a word that begins small follows, then another comma or "and" soon."""
    if comma + 1 >= limit or not tokens[comma + 1].is_word or tokens[comma + 1].is_capital:
        return False
    following = tokens[comma + 1].folded
    if (
        following in _PREPOSITIONS
        or following in _JOINS
        or following in _STOPS
        or following
        in (
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "he",
            "said",
            "noting",
            "stressing",
            "including",
            "providing",
            "he",
        )
    ):
        return False
    return any(word.folded in ("and", "и") for word in tokens[comma + 1 : min(comma + 5, limit)])


def _documents(
    mentions: Mentions,
    sentence: Sentence,
    acts: Sequence[Act],
    act: Act,
    noun: Hit[str],
    end: int,
    meetings: Sequence[Meeting],
) -> Iterator[Document]:
    action = _onward(mentions, sentence, acts, act, end)
    verb = " ".join(mentions.script.quote(act.first, act.last).split())
    organ, stated = _organ(mentions, sentence, act, meetings)
    status, why = (
        (STATED, f"“{verb}” says what was done.")
        if stated
        else (INFERRED, f"“{verb}” says what was done; whose document it is was concluded from the meeting.")
    )
    begin = _begin(mentions, sentence, noun)
    listed = _listed(mentions, sentence, noun, end)
    if len(listed) > 1:
        for first, last in listed:
            title = " ".join(mentions.script.quote(first, last).split())
            yield Document(title, noun.value, action, verb, organ, None, mentions.evidence(first, last, status, why))
        return
    title = _title(mentions, begin, noun, end)
    yield Document(
        title,
        noun.value,
        action,
        verb,
        organ,
        _count(mentions, sentence, noun),
        mentions.evidence(begin, max(end, noun.last), status, why),
    )


def _title(mentions: Mentions, begin: int, noun: Hit[str], end: int) -> str:
    tokens = mentions.script.tokens
    if noun.last < end and tokens[noun.last].text in '“«"„':
        return " ".join(mentions.script.quote(noun.last + 1, end - 1).split())
    named = (
        begin
        if begin < noun.first
        and not mentions.script.tokens[begin].text.isdigit()
        and mentions.script.tokens[begin].is_capital
        else noun.first
    )
    return " ".join(mentions.script.quote(named, max(end, noun.last)).split())


def _begin(mentions: Mentions, sentence: Sentence, noun: Hit[str]) -> int:
    """Return where the words of a document begin: at its number, if it has one."""
    hits = mentions.hits("cardinals", max(sentence.first, noun.first - 4), noun.first)
    figures = [
        at for at in range(max(sentence.first, noun.first - 4), noun.first) if mentions.script.tokens[at].text.isdigit()
    ]
    places = [*figures, *(hit.first for hit in hits)]
    return max(places) if places and _count(mentions, sentence, noun) else _own_name(mentions, sentence, noun.first)


def _own_name(mentions: Mentions, sentence: Sentence, at: int) -> int:
    """Return where a document's name begins: the Kuala Lumpur Declaration, Габалинскую декларацию."""
    tokens = mentions.script.tokens
    while (
        at - 1 > sentence.first
        and tokens[at - 1].folded not in ("the", "a", "an")
        and tokens[at - 1].is_word
        and tokens[at - 1].is_capital
        and tokens[at].start - tokens[at - 1].end == 1
    ):
        if any(each.first <= at - 1 < each.last for each in mentions.organs_in(at - 12, at)):
            break
        at -= 1
    return at


def _count(mentions: Mentions, sentence: Sentence, noun: Hit[str]) -> int | None:
    """Return how many documents a number directly before the word says there are."""
    tokens, first = mentions.script.tokens, max(sentence.first, noun.first - 5)
    for at in range(noun.first - 1, first - 1, -1):
        if (
            tokens[at].text in ",;.:"
            or tokens[at].folded in _PREPOSITIONS
            or (at in mentions.taken and not tokens[at].text.isdigit())
        ):
            return None
        if tokens[at].text.isdigit() and len(tokens[at].text) < 4:
            return int(tokens[at].text)
        hit = mentions.lexicon.table("cardinals").at(tokens, at, noun.first)
        if hit is not None and hit.value != "1":
            return int(hit.value)
    return None


def _listed(mentions: Mentions, sentence: Sentence, noun: Hit[str], end: int) -> list[tuple[int, int]]:
    """Return the titles of a list behind a plural: "statements on A, on B and on C", "including on A, as well as on B and C"."""
    tokens = mentions.script.tokens
    if not _is_plural(mentions, noun):
        return []
    limit = next((at for at in range(noun.last, sentence.last) if tokens[at].text in ".!?;”»"), sentence.last)
    starts = [
        at for at in range(noun.last, limit) if tokens[at].folded in _ITEM_PREPS and _opens(tokens, at, noun.last)
    ]
    if len(starts) < 2:
        return []
    out = []
    for number, start in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else limit
        while last > start and (tokens[last - 1].folded in _JOINS or tokens[last - 1].text == ","):
            last -= 1
        inner = next(
            (
                at
                for at in range(start + 3, last - 2)
                if number == len(starts) - 1 and tokens[at].folded in ("and", "и")
            ),
            0,
        )
        first = start + 1 if tokens[start].folded in ("on", "о", "об") and tokens[start + 1].folded != "the" else start
        out.extend([(first, inner), (inner + 1, last)] if inner else [(first, last)])
    return out


def _is_plural(mentions: Mentions, noun: Hit[str]) -> bool:
    word = mentions.script.tokens[noun.last - 1].folded
    if mentions.script.language == "ru":
        return word.endswith(("ия", "ий", "ии", "ы", "ов", "иях", "ями", "ям", "ах"))
    return word.endswith("s") and word not in ("communiques", "conclusions")


def _opens(tokens: Sequence[Token], at: int, noun_end: int) -> bool:
    """Whether a preposition opens an item: directly behind the noun, or behind a comma, "and", "including"."""
    before = tokens[at - 1].folded
    return at == noun_end or before in _JOINS or before in _LIST_SIGNS or (before == "числе")


def _onward(mentions: Mentions, sentence: Sentence, acts: Sequence[Act], act: Act, end: int) -> str:
    """Return "forwarded" for what was approved and passed on; not where another document is what was passed on."""
    if act.action != "adopted":
        return act.action
    nouns = mentions.hits("documents", end, sentence.last)
    for later in acts:
        if later.first >= end and later.action == "forwarded":
            if later.passive and any(noun.last <= later.first for noun in nouns):
                continue
            own = any(
                noun.first >= later.last and _is_object(mentions.script.tokens, later.last, noun.first, mentions)
                for noun in nouns
            )
            return act.action if own and not later.passive else "forwarded"
    following = next((each.first for each in acts if each.first >= end), sentence.last)
    return (
        "forwarded"
        if mentions.hits("onward", end - 1, following) or mentions.hits("onward", act.last, end)
        else act.action
    )


def _organ(mentions: Mentions, sentence: Sentence, act: Act, meetings: Sequence[Meeting]) -> tuple[str | None, bool]:
    """Return who acted: the organ named before the verb, else that of the main meeting."""
    named = [each for each in mentions.organs_in(sentence.first, act.first) if each.kind.id != "working-group"]
    if named:
        return named[-1].named.id or named[-1].named.name, True
    main = next((each for each in meetings if each.role == "main"), None)
    return (main.organ.id or main.organ.name, False) if main else (None, False)
