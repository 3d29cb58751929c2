"""
Approaches on the open choices of a text: two members are alike on a choice where they want the same wording there.

Source: docs/reference/alignment.md, "The open choices of a text".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from accord.engine.alignment.model import UNKNOWN, Approaches, Point, table_of


@dataclass(frozen=True, slots=True)
class Offered:
    """
    A choice between wordings and who wants which.

    Attributes:
        wordings: how many are on the table. wants: code → number of the wording, from 0; 0 is the base's. Who is not in
            it has no position: silence is not support.
        topic: choices of one topic (a paragraph) are not independent of each other.
        objected: a member formally objects to how it would close.
    """

    id: str
    wordings: int
    wants: Mapping[str, int]
    topic: str = ""
    objected: bool = False


def on_choices(offered: Iterable[Offered], members: Collection[str]) -> Approaches:
    """
    Return the table of what each member wants at each choice; every member has a column, also where it is silent.

    Raises:
        NotComparable: fewer than two members, or no choice.
    """
    given, codes = tuple(offered), tuple(members)
    levels = np.full((len(given), len(codes)), UNKNOWN, dtype=np.int8)
    for row, choice in enumerate(given):
        levels[row] = [choice.wants.get(code, UNKNOWN) for code in codes]
    points = [Point(choice.id, topic=choice.topic, wordings=choice.wordings) for choice in given]
    return table_of(codes, points, levels, {choice.id for choice in given if choice.objected})
