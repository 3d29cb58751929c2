"""
Every coalition asked one by one: exact for any test, up to 20 members. The cross-check of the other ways.

Source: docs/reference/power.md, "How it is computed".
"""

from __future__ import annotations

from accord.engine.rules.power_counts import Counts, from_winning
from accord.engine.rules.power_games import Game, passes

MOST = 20


def count_by_enumeration(game: Game) -> Counts:
    """Return the exact counts of any game of at most 20 members."""
    members = len(game.members)
    winning = [0] * (members + 1)
    containing = [[0] * (members + 1) for _ in range(members)]
    for number in range(2**members):
        coalition = frozenset(place for place in range(members) if number >> place & 1)
        if passes(game.test, coalition):
            winning[len(coalition)] += 1
            for place in coalition:
                containing[place][len(coalition)] += 1
    return from_winning(winning, containing)
