"""Posts in a report: their words, whose they are, and two of one person beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.engine.reading.mentions import Mentions

_INNER = frozenset(("of", "the", "to", "for", "’", "'", "’s", "'s", "in", "at", "при", "в"))
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
    """Return a post with the state or organisation that stands before it or behind it."""
    script = mentions.script
    sentence = script.sentence_at(first)
    title = kind if script.language == "ru" else " ".join(script.quote(first, last).split())
    begin, end, member = first, last, None
    before = mentions.between("countries", max(sentence.first, first - 4), first)
    if before and all(script.tokens[at].folded in _INNER for at in range(before[-1].last, first)):
        member, begin = before[-1].value, before[-1].first
    owners = [
        *mentions.between("countries", end, min(end + 6, sentence.last)),
        *mentions.organisations_in(end, min(end + 6, sentence.last)),
        *mentions.organs_in(end, min(end + 6, sentence.last)),
    ]
    for owner in sorted(owners, key=lambda each: int(each.first)):
        if (
            owner.first >= end
            and all(script.tokens[at].folded in _INNER for at in range(end, owner.first))
            and _is_inner(script.tokens[end : owner.first], script.language)
        ):
            end = owner.last
            code = getattr(owner, "value", None)
            member = code if isinstance(code, str) and member is None else member
            break
    return Post(begin, end, (_titled(title),), (kind,), member)


def _is_inner(between: Sequence[object], language: str) -> bool:
    return language == "ru" or len(between) > 0


def _titled(title: str) -> str:
    return title


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
                and (joint not in (",",) or before.member is None)
            ):
                out[-1] = Post(
                    before.first,
                    each.last,
                    before.titles + each.titles,
                    before.kinds + each.kinds,
                    each.member or before.member,
                    True,
                )
                continue
        out.append(each)
    return out
