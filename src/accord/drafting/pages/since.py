"""What the page "since you last looked" shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages.room import Powers
from accord.drafting.pages.wording import Event, Holder, Open, Option, Paragraph


@dataclass(frozen=True, slots=True)
class Touch:
    """
    A paragraph in which others touched the subject's wording since it last looked, or in which an answer is awaited.

    Attributes:
        choice: the choice in question, as it stands now; None where it is closed, or the whole paragraph is meant.
        option: the alternative that one tap supports or cannot accept; None where there is nothing to answer.
        mine: what the subject's delegation holds on the choice, or None.
        closing: id of the chair's open proposal to close the choice on ``option``, or ""; ``asked`` whether it has
            asked "any objection?".
        sentence: the latest thing done, the actor first; ``earlier`` what was done before it, newest first.
        entry: number of its entry, 0 where nothing new was done and only the answer is awaited.
        awaits: an answer of the subject's delegation is awaited.
        if_nothing: what happens if the subject does nothing; "" where nothing is asked.
    """

    block: Paragraph
    choice: Open | None
    option: Option | None
    mine: Option | None
    closing: str
    asked: bool
    sentence: str
    earlier: tuple[Event, ...]
    entry: int
    at: datetime
    awaits: bool
    if_nothing: str


@dataclass(frozen=True, slots=True)
class SincePage:
    """
    Since the subject last looked: only what touches its own wording or waits for its answer.

    Attributes:
        seen: number of the version that it has read, 0 for none yet.
        elsewhere: how many things others did that do not touch it.
        before_council: the text is before the council, and ``i_objected`` whether its delegation objects.
        heading: the page in one sentence.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    fingerprint: str
    seen: int
    me: Holder | None
    touches: tuple[Touch, ...]
    elsewhere: int
    before_council: bool
    i_objected: bool
    heading: str
    powers: Powers
    keep: str = ""
