"""Rows of a question as the engine's values. Pure: rows in, values out; no query but of what is handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import cast

from accord.decisions.models import Count, Position, Question, Silence, Way, Word
from accord.decisions.rulings import Tally, ballots
from accord.engine.rules import Line
from accord.engine.rules.silence import Kind, Procedure, Said, Turn

OBJECTIONS = (Position.OBJECTION, Position.AMENDMENT)


def lines_of(question: Question, words: Sequence[Word], counts: Sequence[Count], codes: Sequence[str]) -> list[Line]:
    """Return what members said in this round, in order, as lines that the rule engine gathers."""
    if question.way == Way.SECRET:
        tally = agreed(counts)
        return list(ballots(tally, codes)) if tally else []
    return [Line(word.member, word.position, word.at) for word in words if word.round == question.round]


def agreed(counts: Sequence[Count]) -> Tally | None:
    """Return the count of a secret ballot once two tellers have counted the same; None before."""
    found = [(each.in_favour, each.against, each.abstaining, each.invalid) for each in counts]
    same = next((each for each in found if found.count(each) > 1), None)
    return Tally(*same[:3]) if same and len(set(found)) == 1 else None


def procedure_of(question: Question, terms: Sequence[Silence], words: Sequence[Word]) -> Procedure:
    """Return the silence procedure of these rows, in its last round; the last row of a round has the deadline."""
    now = [each for each in terms if each.round == question.round]
    first, last = now[0], now[-1]
    return Procedure(
        text=last.fingerprint,
        annexes=(),
        asked=tuple(last.asked),
        announced=first.announced,
        opens=last.opens,
        deadline=last.deadline,
        drain=timedelta(seconds=last.drain),
        said=tuple(_said(word, words) for word in words if _speaks(word) and word.round == question.round),
        past=tuple(_said(word, words) for word in words if _speaks(word) and word.round < question.round),
        turns=tuple(_turns(terms)),
    )


def _speaks(word: Word) -> bool:
    return word.position != Position.WITHDRAWN


def _said(word: Word, words: Sequence[Word]) -> Said:
    kind = "consent" if word.position == Position.NO_OBJECTION else word.position
    withdrawn = any(
        each.member == word.member and each.position == Position.WITHDRAWN and each.at >= word.at
        for each in words
        if each.round == word.round
    )
    return Said(word.member, cast(Kind, kind), word.at, word.reason, withdrawn and word.position in OBJECTIONS)


def _turns(terms: Sequence[Silence]) -> list[Turn]:
    turns = []
    for before, after in pairwise(terms):
        same = before.round == after.round
        turns.append(Turn("extended" if same else "restarted", after.announced, before.deadline))
    return turns


def binding(title: str, about: str, fingerprint: str) -> str:
    """Return the hash of what a silence procedure binds to: the question, and the text in the version it is about."""
    return hashlib.sha256("\0".join((title, about, fingerprint)).encode("utf-8")).hexdigest()
