"""Verbs of action in a sentence: what was done, is to be done, or was not agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.engine.reading.mentions import Mentions
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Sentence, Token


@dataclass(frozen=True)
class Act:
    """A verb of action: tokens ``first`` to ``last``, what it means, and whether it is passive."""

    first: int
    last: int
    action: str
    passive: bool


def acts_in(mentions: Mentions, sentence: Sentence) -> Iterator[Act]:
    """Yield the verbs of a sentence that say what becomes of documents."""
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
        if _is_remark(mentions, sentence, hit):
            continue
        is_base = (hit.first, hit.last) in bases and hit not in finite
        instructed = is_base and mentions.hits("instructing", max(sentence.first, hit.first - 10), hit.first)
        if is_base and hit.value == "planned" and not instructed:
            continue
        action = "planned" if instructed else _modal(mentions, sentence, hit, is_base=is_base)
        if is_base and before == "planned" and tokens[hit.first - 1].folded in ("and", "or", ","):
            action = "planned"  # they plan to sign a statement and adopt a programme
        if _shares_future(mentions, hit, before) and action == "adopted":
            action = "planned"
        before = action
        if action:
            yield Act(hit.first, hit.last, action, _is_passive(tokens, hit, mentions.script.language))


def _is_remark(mentions: Mentions, sentence: Sentence, hit: Hit[str]) -> bool:
    """Whether "noted" or "welcomed" is what one person says; of a document it is what all together do."""
    if not mentions.hits("acknowledging", hit.first, hit.last):
        return False
    told = mentions.script.tokens[hit.last].folded == "that" if hit.last < sentence.last else True
    together = mentions.hits("collective_holders", sentence.first, hit.first)
    they = mentions.script.tokens[sentence.first].folded in ("they", "it")
    return told or not (together or they or mentions.organs_in(sentence.first, hit.first))


def _shares_future(mentions: Mentions, hit: Hit[str], before: str) -> bool:
    """Whether "будет" of the act before stands for this one too: будет подписан ряд решений и принято сообщение."""
    tokens = mentions.script.tokens
    joined = before == "planned" and tokens[hit.first - 1].folded in ("и", "а", "также")
    return joined and mentions.script.language == "ru" and _is_passive(tokens, hit, "ru")


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
    negated = mentions.hits("negations", max(sentence.first, hit.first - 3), hit.first)
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


_PASSIVE_ENDINGS = ("то", "на", "но", "ны", "та", "ты", "ен", "ан", "ят", "сь", "ся")


def _is_passive(tokens: Sequence[Token], hit: Hit[str], language: str) -> bool:
    if language == "ru":
        words = (tokens[hit.first].folded, tokens[hit.last - 1].folded)
        return any(word.endswith(_PASSIVE_ENDINGS) for word in words)
    near = tokens[max(0, hit.first - 3) : hit.first]
    return any(word.folded in ("was", "were", "been", "be", "being", "is", "are") for word in near) or tokens[
        hit.first
    ].folded in ("was", "were", "is", "are")
