"""Where the words of a document begin and end: its number, its name, its title, and the titles of a list."""

from __future__ import annotations

from collections.abc import Sequence

from accord.engine.reading.acts import Act
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Sentence, Token, words_of
from accord.engine.reading.words import COUNTED, JOINS, PREPOSITIONS, word_set

_FAR_LIST = 16
"""Tokens from a count of documents to the first one that is named of them."""
_LISTS = frozenset(("including", "namely", "включая", "числе", "которых"))
_LIST_SIGNS = frozenset(("including", "namely", ":"))


_ITEM_PREPS = frozenset(["on", "about", "of", "regarding", "concerning", "о", "об", "по", "в"])


_STOPS = word_set(
    "which that who where whose aimed который которая которое которые которых которого the is are was were "
    "has have had will would can could may might shall should must cannot said but но"
)


def core_of(title: str) -> frozenset[str]:
    """Return the beginnings of a title's longer words, by which titles are compared."""
    return frozenset(word.casefold()[:5] for word in words_of(title) if len(word) > 3)


def continues(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a document continues a list: ", the", "and a", "as well as the"."""
    words = tokens[begin:end]
    return (
        0 < len(words) <= 10
        and words[0].folded in JOINS
        and not any(word.folded in ("but", "но") for word in words)
        and all(
            word.folded not in PREPOSITIONS - {"as"} or number == 0 or words[number - 1].folded in COUNTED
            for number, word in enumerate(words)
        )
    )


def is_listed(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a document is one of those before it: "15 documents to be signed in May, including the Declaration"."""
    near = [word.folded for word in tokens[max(begin, end - 5) : end]]
    return end - begin <= _FAR_LIST and any(word in _LISTS for word in near) and ";" not in near


def end_of(
    mentions: Mentions, sentence: Sentence, noun: Hit[str], following: Hit[str] | None, acts: Sequence[Act]
) -> int:
    """Return where a document's title ends: at a sign, a new clause, the next document of a list, or an act."""
    tokens = mentions.script.tokens
    place = noun.last
    if place < sentence.last and tokens[place].text in '“«"„':
        closing = {"“": "”", "«": "»", '"': '"', "„": "“"}[tokens[place].text]
        return next((at + 1 for at in range(place + 1, sentence.last) if tokens[at].text == closing), sentence.last)
    purpose = place + 1 < sentence.last and tokens[place].folded == "to"  # a decision to adopt an emblem
    begin = place + 2 if purpose else noun.last
    limit = min([sentence.last, *(act.first for act in acts if act.first >= begin)])
    while place < limit:
        word = tokens[place]
        if (
            (word.text in ";:()—–.!?”»" and not _joins_members(tokens, place) and not _joins_years(tokens, place))
            or (word.text == "," and not _goes_on(tokens, place, limit))
            or (word.folded in _STOPS and word.folded != "the")
        ):
            break
        if (
            following is not None
            and word.folded in ("and", "и", "as", "а")
            and continues(tokens, place, following.first)
            and following.first - place <= 6
        ):
            break
        place += 1
    while place > noun.last and tokens[place - 1].folded in JOINS:
        place -= 1
    return mentions.script.closed(noun.last, place)


def _joins_members(tokens: Sequence[Token], dash: int) -> bool:
    """Whether a dash stands in "государств — участников СНГ"."""
    after = tokens[dash + 1].folded if dash + 1 < len(tokens) else ""
    return tokens[dash].text in "—–" and after.startswith(("член", "участни", "member"))


def _joins_years(tokens: Sequence[Token], dash: int) -> bool:
    """Whether a dash stands in "for 2031–2033"."""
    ends = (tokens[dash - 1], tokens[dash + 1]) if 0 < dash < len(tokens) - 1 else ()
    return tokens[dash].text in "—–" and bool(ends) and all(each.text.isdecimal() for each in ends)


def _goes_on(tokens: Sequence[Token], comma: int, limit: int) -> bool:
    """Whether a comma stands inside of a title: a word that begins small follows, then another comma or "and" soon."""
    if comma + 1 >= limit or not tokens[comma + 1].is_word or tokens[comma + 1].is_capital:
        return False
    following = tokens[comma + 1].folded
    if (
        following in PREPOSITIONS
        or following in JOINS
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


def title_of(mentions: Mentions, noun: Hit[str], end: int) -> str:
    """Return the title of a document: what stands in quotation marks, else its name and words."""
    tokens = mentions.script.tokens
    if noun.last < end and tokens[noun.last].text in '“«"„':
        return " ".join(mentions.script.quote(noun.last + 1, end - 1).split())
    sentence = mentions.script.sentence_at(noun.first)
    named = noun.first if count_of(mentions, sentence, noun) else _own_name(mentions, sentence, noun.first)
    return " ".join(mentions.script.quote(named, max(end, noun.last)).split())


def beginning_of(mentions: Mentions, sentence: Sentence, noun: Hit[str]) -> int:
    """Return where the words of a document begin: at its number, if it has one."""
    hits = mentions.hits("cardinals", max(sentence.first, noun.first - 4), noun.first)
    figures = [
        at
        for at in range(max(sentence.first, noun.first - 4), noun.first)
        if mentions.script.tokens[at].text.isdecimal()
    ]
    places = [*figures, *(hit.first for hit in hits)]
    return max(places) if places and count_of(mentions, sentence, noun) else _own_name(mentions, sentence, noun.first)


def _own_name(mentions: Mentions, sentence: Sentence, at: int) -> int:
    """Return where a document's name begins: the Kuala Lumpur Declaration, Габалинскую декларацию."""
    tokens = mentions.script.tokens
    while (
        at - 1 > sentence.first
        and tokens[at - 1].folded not in ("the", "a", "an")
        and tokens[at - 1].is_word
        and tokens[at - 1].is_capital
        and tokens[at].start - tokens[at - 1].end == 1
    ) or _is_hyphenated(tokens, at):
        if any(each.first <= at - 1 < each.last for each in mentions.organs_in(at - 12, at)):
            break
        at -= 2 if _is_hyphenated(tokens, at) else 1
    return at


def _is_hyphenated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen joins a word with the one before it: Anti-Drug."""
    glued = at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].end == tokens[at - 1].start
    return glued and tokens[at - 2].is_capital


def count_of(mentions: Mentions, sentence: Sentence, noun: Hit[str]) -> int | None:
    """Return how many documents a number directly before the word says there are."""
    tokens, first = mentions.script.tokens, max(sentence.first, noun.first - 5)
    for at in range(noun.first - 1, first - 1, -1):
        if (
            tokens[at].text in ",;.:"
            or tokens[at].folded in PREPOSITIONS
            or (at in mentions.taken and not tokens[at].text.isdecimal())
        ):
            return None
        if tokens[at].text.isdecimal() and len(tokens[at].text) < 4:
            return int(tokens[at].text)
        hit = mentions.lexicon.table("cardinals").at(tokens, at, noun.first)
        if hit is not None and hit.value != "1":
            return int(hit.value)
    return None


def listed_in(mentions: Mentions, sentence: Sentence, noun: Hit[str]) -> list[tuple[int, int]]:
    """Return the titles of a list behind a plural: statements on A, on B and on C; including on A, as well as on B."""
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
        while last > start and (tokens[last - 1].folded in JOINS or tokens[last - 1].text == ","):
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
    if tokens[at].folded == "в" and at + 1 < len(tokens) and tokens[at + 1].folded == "том":
        return False  # в том числе
    return at == noun_end or before in JOINS or before in _LIST_SIGNS or (before == "числе")
