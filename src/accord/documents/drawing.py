"""How the path of a document is drawn: a mark at each step and the line between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from accord.documents.pages import StepCell
from accord.engine.passage import COMPLETING, Course, state_at

SHAPES = {
    "passed": ("agreed", _("passed")),
    "forwarded": ("adref", _("approved and forwarded")),
    "completed": ("adopted", _("completed here")),
    "here": ("open", _("here now")),
    "returned": ("reopened", _("returned; to be passed again")),
    "not-stated": ("unknown", _("some documents passed here, which is not stated")),
    "expected": ("unknown", _("expected here")),
    "ended": ("uncovered", _("ended here")),
}
"""What a cell shows: its mark in the sprite, and how it is called."""

_PLAIN = {"cleared": "passed", "approved": "passed", "adopted": "completed", "signed": "completed"}
_ENDED = ("withdrawn", "split", "merged")
DOTTED = ("not-stated", "expected", "here")


def shape_at(course: Course, key: str, final: str) -> str:
    """Return the shape that a document has at one step; "" where nothing is drawn."""
    state = state_at(course, key)
    if state in COMPLETING and key == final:
        return "completed"
    return "ended" if state in _ENDED else _PLAIN.get(state, state.replace(" ", "-"))


def cells(shapes: Sequence[str], labels: Sequence[str], words: Sequence[str]) -> tuple[StepCell, ...]:
    """
    Return one cell a step.

    Args:
        shapes: one of ``SHAPES`` each, "" where the document does not come. labels: of the steps. words: what is said
            of it there, "" for the usual word of its shape.
    """
    lines = [_line(one, other) for one, other in pairwise(shapes)]
    before, after = ["", *lines], [*lines, ""]
    return tuple(
        StepCell(label, shape, word or _word(shape), SHAPES[shape][0] if shape else "", before[at], after[at])
        for at, (shape, label, word) in enumerate(zip(shapes, labels, words, strict=True))
    )


def _word(shape: str) -> str:
    return str(SHAPES[shape][1]) if shape else ""


def _line(one: str, other: str) -> str:
    """Return how the line between two neighbours runs; "" where one of them is not on the way."""
    if not one or not other:
        return ""
    return "dotted" if one in DOTTED[:2] or other in DOTTED else "solid"
