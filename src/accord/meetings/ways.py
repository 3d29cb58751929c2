"""How the way of a paper is drawn: a mark at each station and the line between them."""

from __future__ import annotations

from collections.abc import Sequence

from accord.meetings.choices import Passage
from accord.meetings.pages import StepCell

MARKS = {
    Passage.PASSED: "agreed",
    Passage.FORWARDED: "adref",
    Passage.COMPLETED: "adopted",
    Passage.NOT_STATED: "unknown",
    Passage.EXPECTED: "unknown",
}
DOTTED = (Passage.NOT_STATED, Passage.EXPECTED)


def way_cells(passages: Sequence[str], labels: Sequence[str]) -> tuple[StepCell, ...]:
    """
    Return one cell per station.

    Args:
        passages: a :class:`Passage` value per station, "" where the paper does not come.
        labels: of the stations, as many.
    """
    return tuple(_cell(passages, place, label) for place, label in enumerate(labels))


def _cell(passages: Sequence[str], place: int, label: str) -> StepCell:
    passage = passages[place]
    if not passage:
        return StepCell(label, "", "", "", "", "")
    before = _line(passages, place - 1, place)
    after = _line(passages, place, place + 1)
    word = str(Passage(passage).label)
    return StepCell(label, passage.replace(" ", "-"), word, MARKS[Passage(passage)], before, after)


def _line(passages: Sequence[str], left: int, right: int) -> str:
    """Return how the line between two neighbouring stations runs; "" where one of them is not on the way."""
    if left < 0 or right >= len(passages) or not passages[left] or not passages[right]:
        return ""
    return "dotted" if passages[left] in DOTTED or passages[right] in DOTTED else "solid"
