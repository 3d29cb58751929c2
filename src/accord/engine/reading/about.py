"""Is a report about a council of states at all? Where it is not, nothing is read from it."""

from __future__ import annotations

from accord.engine.reading.generic_organs import GENERIC
from accord.engine.reading.lexicon import Organisation
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.organs import Organ
from accord.engine.reading.phrases import Hit
from accord.engine.reading.tokens import Sentence

_BEGINNING = 5
"""Sentences, from the top, in which a report says what it is about."""
_VERY_EARLY = 2
_ACTS = 2


def is_about_council(mentions: Mentions) -> bool:
    """Whether a report is about a council, its meetings, documents, activities or operations; and not about a match."""
    sentences = mentions.script.sentences
    core = [sentence.number for sentence in sentences if _tells_of_council(mentions, sentence)]
    if not core or (core[0] >= _BEGINNING and len(core) < 3):
        return False
    acts = sum(len({hit.value for hit in mentions.hits("act_words", each.first, each.last)}) for each in sentences)
    outside = sum(len(mentions.hits("outside_topics", each.first, each.last)) for each in sentences)
    return acts >= _ACTS and outside <= acts


def _tells_of_council(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence names an organ of an organisation, or an organisation with a meeting, ministers or members."""
    first, last = sentence.first, sentence.last
    named = [
        each
        for each in mentions.organisations_in(first, last)
        if each.value.parent is None and not each.value.partner_only
    ]
    if any(
        _counts(each, named=bool(named), early=sentence.number < _VERY_EARLY)
        for each in mentions.organs_in(first, last)
    ):
        return True
    if mentions.organisations and _names_programme(mentions, sentence):
        return True
    beside = [
        hit
        for name in (
            "meeting_nouns",
            "collective_holders",
            "exercise_nouns",
            "operation_nouns",
            "documents",
            "priority_nouns",
        )
        for hit in mentions.hits(name, first, last)
    ]
    return any(_adjoins(mentions, hit, each) for each in named for hit in beside)


def _names_programme(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence names an activity or operation of the register, with the word for one."""
    tokens, first, last = mentions.script.tokens, sentence.first, sentence.last
    known = [
        *mentions.register.series_table.find(tokens, first, last),
        *mentions.register.operation_table.find(tokens, first, last),
    ]
    nouns = mentions.hits("exercise_nouns", first, last) or mentions.hits("operation_nouns", first, last)
    return bool(known and nouns) and any(tokens[each.first].is_capital for each in known)


def _counts(organ: Organ, *, named: bool, early: bool) -> bool:
    """Whether an organ makes a report one of a council; one that no lexicon knows does so at the beginning only."""
    if organ.kind.is_meeting and not named:
        return False
    if organ.kind.id.startswith(GENERIC):
        return early
    return organ.organisation is not None or organ.kind.level in ("heads", "ministers")


def _adjoins(mentions: Mentions, hit: Hit[str], named: Hit[Organisation]) -> bool:
    """Whether a word belongs to an organisation: SCO summit, ministers of the EU; not "a memorandum with the EU"."""
    first, second = (hit, named) if hit.first < named.first else (named, hit)
    between = mentions.script.tokens[first.last : second.first]
    return len(between) <= 5 and not any(
        word.folded in ("with", "с", "to", "close") or word.text in ",;:" for word in between
    )
