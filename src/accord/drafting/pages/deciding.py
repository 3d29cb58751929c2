"""What the page of a decision shows."""

from __future__ import annotations

from dataclasses import dataclass

from accord.drafting.pages.wording import Holder


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    A decision as the record will say it.

    Attributes:
        sentence: "Adopted under …"; ``reasons`` pairs of "yes" | "care" | "no" and a sentence; ``change`` what would
            change it.
    """

    adopted: bool
    sentence: str
    reasons: tuple[tuple[str, str], ...]
    change: str


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A delegation at the table: what it said, and whether its seat is taken."""

    holder: Holder
    said: str
    objects: bool
    present: bool
    presides: bool


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """
    The page on which a text is put to consensus.

    Attributes:
        state: of the text: "open" | "council" | "adopted".
        asked: the chair has put the text to the council and asked "any objection?".
        hindrance: why it cannot be put to the council, or cannot be adopted, as a sentence; "" where it can.
        sentence: the page in one sentence.
        may_preside, may_call_roll, may_object, may_withdraw (its objection): what access says of this subject.
        i_objected: its delegation objects.
        adoption: id of the adoption, or "". question: id of the question under which statements are attached, or "".
    """

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    fingerprint: str
    label: str
    state: str
    agreed: int
    blocks: int
    seats: tuple[SeatRow, ...]
    outcome: Outcome
    asked: bool
    hindrance: str
    sentence: str
    rule_title: str
    rule_sentence: str
    rule_source: str
    may_preside: bool
    may_call_roll: bool
    may_object: bool
    may_withdraw: bool
    i_objected: bool
    adoption: str
    question: str = ""
