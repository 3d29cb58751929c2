"""Posts in a report: their words, whose they are, and two of one person beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.phrases import Hit, Placed
from accord.engine.reading.tokens import Token
from accord.engine.reading.words import word_set

_INNER = word_set("state republic kingdom sultanate federal islamic democratic of the to for ’ ' ’s 's in at при в от")
_MINISTRY = word_set("foreign defence defense ministry mfa government presidential official chief")
"""Words between a state and its spokesperson."""
_REPRESENTATIVES = ("representative", "представитель", "ambassador", "постоянный представитель")
_CHAINS = frozenset(("-", "–", "—", ",", "and", "и", "/"))


@dataclass(frozen=True)
class Post:
    """
    One or more posts of one holder, as they stand together: tokens ``first`` to ``last``.

    Attributes:
        titles: each as written (in Russian: as a subject has it). kinds: what each is ("foreign minister").
        member: code of the state, None for an official of an organisation.
        double: whether two posts are joined in one title. owned: whether a state or organisation stands behind it.
    """

    first: int
    last: int
    titles: tuple[str, ...]
    kinds: tuple[str, ...]
    member: str | None
    double: bool = False
    owned: bool = False


def posts_of(mentions: Mentions) -> list[Post]:
    """Return the posts named in a report, in order of place."""
    script = mentions.script
    single = [
        _whole(mentions, hit.first, hit.last, hit.value)
        for hit in mentions.lexicon.table("posts").find(script.tokens)
        if not _is_of_several(mentions, hit)
    ]
    return _chained(mentions, [each for each in single if each is not None])


def _is_of_several(mentions: Mentions, hit: Hit[str]) -> bool:
    """Whether "главы" is the first word of a longer plural: главы внешнеполитических ведомств."""
    longer = mentions.hits("plural_posts", hit.first, min(hit.last + 3, len(mentions.script.tokens)))
    return any(each.first == hit.first and each.last > hit.last for each in longer)


def _whole(mentions: Mentions, first: int, last: int, kind: str) -> Post | None:
    """Return a post with the states and organisations that stand before it or behind it."""
    script = mentions.script
    tokens, sentence = script.tokens, script.sentence_at(first)
    title = kind if script.language == "ru" else " ".join(script.quote(first, last).split())
    begin, end, member = first, last, None
    begins = max(sentence.first, first - 4)
    for organisation in mentions.organisations_in(begins, first):
        if _is_inner(tokens, organisation.last, first):
            begin = organisation.first
    small = _INNER | _MINISTRY if kind in ("spokesperson", "официальный представитель") else _INNER
    for state in mentions.states_in(begins, first):
        if state.last <= first and all(word.folded in small for word in tokens[state.last : first]):
            begin, member = state.first, state.value
    if kind in _WITH_PORTFOLIO and (portfolio := _portfolio(mentions, end, sentence.last)):
        end = portfolio
    if kind in _BY_PORTFOLIO:
        head = f"{_BY_PORTFOLIO[kind]} " if script.language == "ru" and end > first + 1 else ""
        title = (
            head + " ".join(script.quote(first + bool(head), end).split()) if head or script.language == "en" else title
        )
    alone = end
    while owned := _owner(mentions, end, sentence.last):
        end, code = owned
        member = member or code
    member = member or _before_bracket(mentions, begin)
    return Post(begin, end, (title,), (kind,), member, owned=end > alone)


def _before_bracket(mentions: Mentions, begin: int) -> str | None:
    """Return the state before a bracket that a post opens: "passed to Türkiye (Minister X)"."""
    if begin < 2 or mentions.script.tokens[begin - 1].text != "(":
        return None
    states = [each for each in mentions.states_in(begin - 5, begin - 1) if each.last == begin - 1]
    return states[-1].value if states else None


def _is_inner(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but small words stands between an owner and the post."""
    return first <= last and all(word.folded in _INNER for word in tokens[first:last])


_WITH_PORTFOLIO = (
    *(
        "minister",
        "sector minister",
        "deputy minister",
        "foreign minister",
        "deputy foreign minister",
        "defence minister",
    ),
    *("министр", "отраслевой министр", "заместитель министра"),
)
_BY_PORTFOLIO = {
    **dict.fromkeys(
        ("minister", "sector minister", "deputy minister", "foreign minister", "deputy foreign minister"), ""
    ),
    **dict.fromkeys(("министр", "отраслевой министр"), "министр"),
}
"""Kinds whose title is as written; in Russian with this first word, as a subject has it."""
_SIDES = ("delegation", "side", "делегации", "стороны")
_BREAKS = frozenset(("of", "for", "and", "the", "&"))


def _portfolio(mentions: Mentions, end: int, limit: int) -> int:
    """Return where "of Digital Development and Transport" ends, before the state; 0 where there is none."""
    tokens = mentions.script.tokens
    state = next(iter(mentions.states_in(end + 1, min(end + 11, limit))), None)
    if state is None:
        return 0
    last = state.first
    while last > end and tokens[last - 1].folded in (*_BREAKS, *_INNER):
        last -= 1
    words = tokens[end:last]
    if mentions.script.language == "ru":
        fitting = 0 < len(words) <= 7 and all(
            (word.is_word and not word.is_capital) or word.text == "-" for word in words
        )
    else:
        fitting = (
            len(words) > 1
            and words[0].folded in ("of", "for", "and")
            and all(word.is_capital or word.folded in _BREAKS or word.text == "," for word in words)
        )
    return last if fitting else 0


def _owner(mentions: Mentions, end: int, limit: int) -> tuple[int, str | None] | None:
    """Return where the state or organisation ends that follows a post, with a state's code; None where none follows."""
    tokens, most = mentions.script.tokens, min(end + 6, limit)
    states = [(each.first, each.last, each.value) for each in mentions.states_in(end, most)]
    others: list[Placed] = [*mentions.organisations_in(end, most), *mentions.organs_in(end, most)]
    owners = [*states, *((each.first, each.last, None) for each in others)]
    for first, last, code in sorted(owners, key=lambda each: each[0]):
        if _is_inner(tokens, end, first) and (first > end or mentions.script.language == "ru"):
            follows = last < limit and tokens[last].folded in _SIDES  # head of the Iranian delegation
            return last + follows, code
    return None


def _chained(mentions: Mentions, single: list[Post]) -> list[Post]:
    """Return the posts with those joined that one holder has: Deputy Prime Minister – Minister of Foreign Affairs."""
    tokens = mentions.script.tokens
    out: list[Post] = []
    for each in single:
        before = out[-1] if out else None
        if before is not None and before.last <= each.first <= before.last + 1:
            joint = tokens[before.last].text if each.first == before.last + 1 else "-"
            same = before.member is None or each.member is None or before.member == each.member
            if (
                joint in _CHAINS
                and same
                and (before.kinds != each.kinds or (joint == "," and each.kinds[0] in _REPRESENTATIVES))
                and (joint != "," or not before.owned or before.kinds[-1] in _REPRESENTATIVES)
            ):
                double = before.kinds[-1] not in _REPRESENTATIVES
                titles, kinds = before.titles + each.titles, before.kinds + each.kinds
                member = each.member or before.member
                out[-1] = Post(before.first, each.last, titles, kinds, member, double, each.owned)
                continue
        out.append(each)
    return out
