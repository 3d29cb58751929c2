"""What the pages show of signing and taking part: frozen values for one subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from accord.members.basis import Basis
from accord.members.pages import Called


@dataclass(frozen=True, slots=True)
class WordLine:
    """A reservation, special opinion or other statement of a member: its kind in words."""

    kind: str
    words: str
    day: date | None
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class StanceLine:
    """One step of how a member came to stand where it does; ``by`` says who entered it, "" for the member itself."""

    label: str
    day: date
    words: str
    by: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class TakingLine:
    """
    How a member stands.

    Attributes:
        state: a value of ``choices.Taking``; ``label`` in words. day: since when, None where it was said in the ruling.
        words: with which it said so. earlier: the steps before, the first first.
        basis: source of what was entered, None where it follows from the ruling.
    """

    code: str
    name: str
    state: str
    label: str
    day: date | None
    words: str
    by: str
    basis: Basis | None
    attached: tuple[WordLine, ...]
    earlier: tuple[StanceLine, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """
    A member that signed.

    Attributes:
        late: signed after the day of signing. confirmed: when the delegation confirmed it, None before.
        corrected: how often the entry was corrected. confirms: the reader may confirm it.
    """

    id: str
    code: str
    name: str
    person: str
    post: str
    day: date
    place: str
    late: bool
    reservation: str
    opinion: str
    confirmed: datetime | None
    corrected: int
    confirms: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class SigningBlock:
    """
    Where and when it is signed, and by whom not yet.

    Attributes:
        state: "open" | "closed" (the last day is over) | "complete" (every member has signed).
        unsigned: (code, name) of the members without a signature.
    """

    place: str
    day: date
    until: date | None
    state: str
    sentence: str
    signatures: tuple[SignatureLine, ...]
    unsigned: tuple[tuple[str, str], ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class OriginalBlock:
    """The authentic original; its languages by name, and as tags."""

    languages: tuple[str, ...]
    tags: tuple[str, ...]
    number: int
    depositary: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A certified copy that was sent."""

    to: str
    day: date
    note: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """
    One instrument.

    Attributes:
        about: name of the address of what it is ("adopted-text" | "question") and its id; None for a known title.
        secret: the ballot was secret, so nobody's vote is known. sentence: the page in one sentence.
        shown: the day as of which it is shown.
        offers: acts that the reader may do. reasons: act → why not.
    """

    id: str
    title: Called
    kind: str
    organ: str
    day: date
    place: str
    sample: bool
    known: bool
    shown: date
    about: tuple[str, str] | None
    secret: bool
    sentence: str
    taking: tuple[TakingLine, ...]
    signing: SigningBlock | None
    original: OriginalBlock | None
    copies: tuple[CopyLine, ...]
    basis: Basis | None
    offers: frozenset[str]
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """An instrument in a list: its signing in one sentence, or "", and how its members stand, each state apart."""

    id: str
    title: Called
    kind: str
    organ: str
    day: date
    place: str
    sample: bool
    signing: str
    state: str
    unsigned: tuple[str, ...]
    taking: tuple[tuple[str, tuple[str, ...]], ...]
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class WaitLine:
    """What was handed to a member and waits for its answer."""

    code: str
    name: str
    instrument: str
    title: Called
    since: date
    basis: Basis
    sample: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class SigningPage:
    """What is open for signature, what waits for whom, and all that is entered, the latest first; ``day`` shown."""

    sentence: str
    day: date
    open: tuple[InstrumentLine, ...]
    waiting: tuple[WaitLine, ...]
    lines: tuple[InstrumentLine, ...]
    enters: bool
