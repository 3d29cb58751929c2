"""What is entered of positions: frozen values that the actions take, from a form, a report, a file of facts, a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from accord.members.basis import Basis


@dataclass(frozen=True, slots=True)
class Whose:
    """
    Whose a position is.

    Attributes:
        kind: "national" | "collective" | "ambiguous".
        member: code of the member, of a national one. organ: key of the organ, of a collective one; "" for the
            organisation itself.
        candidates: of an ambiguous one, who may be meant: "member KAZ", "organ cmfa", "organisation".
    """

    kind: str
    member: str = ""
    organ: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """
    A position as it is reported.

    Attributes:
        whose: whose it is. words: what it says; ``verbatim`` where these are the words of the source.
        topic: what it is about, in words; "" where the situation says it. situation: name of a situation, or "".
        area: key of an area of cooperation, or "".
        day: on which it was said; None where that is not known. when: in words, where no day is known.
        speaker: by whom, an office rather than a name.
        meeting, document: ids of where it was said and in which document it stands, "" for none.
        occasion: the same in words.
        known: the day from which it is known; None: from ``day``, or always.
    """

    whose: Whose
    words: str
    topic: str = ""
    situation: str = ""
    area: str = ""
    day: date | None = None
    when: str = ""
    verbatim: bool = False
    speaker: str = ""
    meeting: str = ""
    document: str = ""
    occasion: str = ""
    known: date | None = None
    basis: Basis = field(default_factory=Basis)
