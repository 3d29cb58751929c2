"""A zero draft before it is one: how it will be parted into paragraphs and labelled."""

from __future__ import annotations

from dataclasses import dataclass

from accord.access import Subject, require
from accord.drafting.access import may_begin
from accord.engine import text as engine


@dataclass(frozen=True, slots=True)
class Parted:
    """A paragraph of the zero draft with the label that the room will print; "" for a heading."""

    label: str
    wording: str
    is_heading: bool


def parted(by: Subject, document: str) -> tuple[Parted, ...]:
    """
    Return the paragraphs of a zero draft.

    Args:
        document: negotiated wording, paragraphs parted by blank lines.

    Raises:
        Refused: ``by`` does not begin texts.
    """
    require(may_begin(by))
    body = engine.compile_text(document, {})
    labelled = zip(body.blocks, engine.labels(body), strict=True)
    return tuple(
        Parted(label, engine.project_block(block, None).strip("\n"), not label and engine.is_heading(block))
        for block, label in labelled
    )
