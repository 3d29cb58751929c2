"""What the page "since you last looked" shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages.room import Powers
from accord.drafting.pages.wording import Event, Holder, Option, Paragraph


@dataclass(frozen=True, slots=True)
class Touch:
    """
    What others did to the subject's wording at one choice, or to its paragraph, or an answer that is awaited there.

    Attributes:
        number: of the choice; "" where the whole paragraph is meant. gone: the choice is not open any more.
        option: the alternative that one tap supports or cannot accept; None where there is nothing to answer.
        mine: what the subject's delegation holds at the choice, or None.
        closing: id of the chair's open proposal to close the choice on ``option``, or ""; ``asked`` whether it has
            asked "any objection?", ``objected`` whether the subject's delegation objects.
        events: what was done since the subject last looked, the latest first; empty where only the answer is awaited.
        awaits: an answer of the subject's delegation is awaited.
        confirm: that answer is its capital's word on a paragraph that is agreed ad referendum.
        if_nothing: what happens if it does nothing; "" where nothing is asked.
    """

    number: str
    gone: bool
    option: Option | None
    mine: Option | None
    closing: str
    asked: bool
    objected: bool
    events: tuple[Event, ...]
    awaits: bool
    if_nothing: str
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph with what touches the subject in it; ``paragraph`` is None where it is not in the text any more."""

    paragraph: Paragraph | None
    touches: tuple[Touch, ...]

    @property
    def awaits(self) -> bool:
        """Whether an answer is awaited here."""
        return any(touch.awaits for touch in self.touches)


@dataclass(frozen=True, slots=True)
class SincePage:
    """
    Since the subject last looked: only what touches its own wording or waits for its answer.

    Attributes:
        seen: number of the version that it has read, 0 for none yet; ``seen_at`` the time of that version.
        elsewhere: how many things others did that do not touch it.
        before_council: the text is before the council, and ``i_objected`` whether its delegation objects.
        heading: the page in one sentence.
        keep, back: what links into the room keep, as there.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    fingerprint: str
    seen: int
    seen_at: datetime | None
    me: Holder | None
    places: tuple[Place, ...]
    elsewhere: int
    before_council: bool
    i_objected: bool
    heading: str
    powers: Powers
    keep: str = ""
    back: str = ""
