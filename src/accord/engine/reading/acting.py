"""A meeting that no word for one tells of: an organ that acted on a day (the Council voted on Tuesday to extend …)."""

from __future__ import annotations

from dataclasses import replace

from accord.engine.reading import dates
from accord.engine.reading.mentions import Mentions
from accord.engine.reading.organs import Organ
from accord.engine.reading.tellings import Told, telling
from accord.engine.reading.tokens import Sentence
from accord.engine.reading.words import PREPOSITIONS, word_set

_ACTS_WITHIN = 8
_BESIDE_DAYS = word_set("on в во")


def acted_in(mentions: Mentions) -> Told | None:
    """Return the telling of an organ that no word for a meeting goes with: the Council voted on Tuesday to extend …"""
    for sentence in mentions.script.sentences:
        verbs = () if sentence.headline else mentions.hits("deciding", sentence.first, sentence.last)
        for organ in mentions.organs_in(sentence.first, sentence.last):
            near = any(0 <= verb.first - organ.last <= _ACTS_WITHIN for verb in verbs)
            if near and not _is_behind_preposition(mentions, organ, sentence):
                told = telling(mentions, organ, None, sentence)
                return replace(told, role="main", day=_day_of_act(mentions, sentence), city=None, country=None)
    return None


def _is_behind_preposition(mentions: Mentions, organ: Organ, sentence: Sentence) -> bool:
    before = [word.folded for word in mentions.script.tokens[max(sentence.first, organ.first - 2) : organ.first]]
    return bool(set(before) & PREPOSITIONS)


def _day_of_act(mentions: Mentions, sentence: Sentence) -> dates.Mention | None:
    """Return the day on which an organ acted: "on 9 July", a weekday, or "today" there or before; not a term."""
    tokens = mentions.script.tokens
    for each in mentions.dates_in(sentence.first, sentence.last):
        led = each.first > sentence.first and tokens[each.first - 1].folded in _BESIDE_DAYS
        if each.precision == "day" and each.begins and (led or each.weekday):
            return each
    earlier = mentions.dates_in(0, sentence.last)
    return next((each for each in earlier if each.unit == "day+0" and each.begins), None)
