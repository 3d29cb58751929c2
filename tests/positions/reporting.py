"""Situations and positions for tests, entered through the actions that people use."""

from __future__ import annotations

from accord.positions import actions
from accord.positions.models import Position, Situation, SituationPoint
from accord.positions.pages import SituationLine
from accord.positions.values import PositionEntry, Whose
from tests import factories
from tests.factories import Council

WE = Whose("ambiguous", candidates=("member XAA", "organisation"))


def situation_of(council: Council, name: str = "Dry rivers") -> Situation:
    """Enter a situation."""
    lines = [SituationLine(name, "narrow", "Rivers were reported dry.")]
    actions.enter_situations(council.organisation.pk, lines, by=council.secretariat, key=factories.key())
    return Situation.objects.get(organisation=council.organisation, name=name)


def position_of(council: Council, whose: Whose = WE, words: str = "Wells are for everybody.") -> Position:
    """Enter a position on wells, of nobody settled."""
    entry = PositionEntry(whose, words, topic="Wells")
    actions.enter_positions(council.organisation.pk, [entry], by=council.secretariat, key=factories.key())
    return Position.objects.get(organisation=council.organisation, words=words)


def question_of(
    council: Council, situation: Situation, words: str = "Water is shared by need.", *, public: bool = True
) -> SituationPoint:
    """Put a question on a situation, which everybody reads, or the council alone."""
    actions.put_point(situation.handle, words, public=public, by=council.chair, key=factories.key())
    return SituationPoint.objects.get(situation=situation, wording=words)
