"""Posts in a report: their words, whose they are, and two of one person beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.words import word_set

_INNER = word_set("state republic kingdom sultanate federal islamic democratic of the to for ’ ' ’s 's in at при в")
_REPRESENTATIVES = ("representative", "представитель")
_CHAINS = frozenset(("-", "–", "—", ",", "and", "и", "/"))


@dataclass(frozen=True)
class Post:
    """
    One or more posts of one holder, as they stand together: tokens ``first`` to ``last``.

    Attributes:
        titles: each as written (in Russian: as a subject has it). kinds: what each is ("foreign minister").
        member: code of the state, None for an official of an organisation.
        double: whether two posts are joined in one title.
    """

    first: int
    last: int
    titles: tuple[str, ...]
    kinds: tuple[str, ...]
    member: str | None
    double: bool = False


def posts_of(mentions: Mentions) -> list[Post]:
    """Return the posts named in a report, in order of place."""
    script = mentions.script
    single = [
        _whole(mentions, hit.first, hit.last, hit.value) for hit in mentions.lexicon.table("posts").find(script.tokens)
    ]
    return _chained(mentions, [each for each in single if each is not None])


def _whole(mentions: Mentions, first: int, last: int, kind: str) -> Post | None:
    """Return a post with the states and organisations that stand before it or behind it."""
    script = mentions.script
    tokens, sentence = script.tokens, script.sentence_at(first)
    title = kind if script.language == "ru" else " ".join(script.quote(first, last).split())
    begin, end, member = first, last, None
    before = [
        *mentions.states_in(max(sentence.first, first - 4), first),
        *mentions.organisations_in(max(sentence.first, first - 4), first),
    ]
    for owner in before:
        if owner.last <= first and all(word.folded in _INNER for word in tokens[owner.last : first]):
            member, begin = owner.value if isinstance(owner.value, str) else None, owner.first
    if kind in _WITH_PORTFOLIO and (portfolio := _portfolio(mentions, end, sentence.last)):
        end = portfolio
        title = kind if script.language == "ru" else " ".join(script.quote(first, last if end == last else end).split())
    while owned := _owner(mentions, end, sentence.last):
        end, code = owned
        member = member or code
    return Post(begin, end, (title,), (kind,), member)


_WITH_PORTFOLIO = (
    "minister",
    "deputy minister",
    "foreign minister",
    "deputy foreign minister",
    "defence minister",
    "министр",
    "заместитель министра",
)
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
    """Return where the state or organisation ends that follows a post, and the state's code; None where none follows."""
    tokens, most = mentions.script.tokens, min(end + 6, limit)
    found = [
        *mentions.states_in(end, most),
        *mentions.organisations_in(end, most),
        *mentions.organs_in(end, most),
    ]
    for owner in sorted(found, key=lambda each: int(each.first)):
        between = tokens[end : owner.first]
        if all(word.folded in _INNER for word in between) and (between or mentions.script.language == "ru"):
            code = getattr(owner, "value", None)
            return owner.last, code if isinstance(code, str) else None
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
                and before.kinds != each.kinds
                and (joint != "," or before.member is None or before.kinds[-1] in _REPRESENTATIVES)
            ):
                double = before.kinds[-1] not in _REPRESENTATIVES
                titles, kinds = before.titles + each.titles, before.kinds + each.kinds
                out[-1] = Post(before.first, each.last, titles, kinds, each.member or before.member, double)
                continue
        out.append(each)
    return out
