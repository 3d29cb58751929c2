"""What the pages of adopted texts show: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Account:
    """One answer about words: its head ("Supported") and sentences."""

    head: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """
    Words in a row with one origin.

    Attributes:
        after: the space behind them. key: their address (``?words=3-2``).
        accounts: where they come from, told of the selected run alone; the organ and the date where the negotiation was
            not released.
        choice: number of the choice that they came through, for those admitted to the text, or "".
    """

    text: str
    after: str
    key: str
    selected: bool
    accounts: tuple[Account, ...]
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; ``key`` is its address without any words chosen, ``chosen`` the chosen run in it, or None."""

    key: str
    label: str
    is_heading: bool
    runs: tuple[Run, ...]
    chosen: Run | None


@dataclass(frozen=True, slots=True)
class Proof:
    """
    What shows that a text is unaltered.

    Attributes:
        form: "sealed" (as the admitted see it) or "released".
        matches: the text as it is now has this fingerprint.
        entry: of the record, where the fingerprint stands; 0 where none does yet.
        name: file name of the bytes that are hashed; ``size`` in bytes.
    """

    form: str
    matches: bool
    fingerprint: str
    entry: int
    at: datetime
    name: str
    size: int

    @property
    def groups(self) -> str:
        """The fingerprint in groups of four, to be read aloud."""
        return " ".join(self.fingerprint[at : at + 4] for at in range(0, 64, 4))


@dataclass(frozen=True, slots=True)
class Stage:
    """
    How far the release of the text, or of its history, has come, for those admitted.

    Attributes:
        state: "none" | "prepared" | "released"; ``sentence`` says it.
        act: what comes next: "prepare", "release" or "".
        may: the subject may do it; ``reason`` why not.
    """

    kind: str
    state: str
    sentence: str
    act: str
    may: bool
    reason: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class LanguageText:
    """The adopted text in another language, as it was sealed with it."""

    tag: str
    name: str
    authentic: bool
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdoptedPage:
    """
    An adopted text, for the public once it is released, for the admitted at once.

    Attributes:
        text: id of the text in its room, for those admitted; "" else.
        named: the reader sees who proposed what. traced: so does the public.
        stands: pairs of a member's name and what the record says of its seat ("present" | "absent" |
            "apart"; "voted" of one that was present where a vote was taken).
        stages: of the releases, for delegations, chair and secretariat.
    """

    id: str
    text: str
    title: str
    symbol: str
    sample: bool
    organ: str
    adopted_at: datetime
    released_at: datetime | None
    outcome: str
    reasons: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    chosen: Run | None
    proof: Proof
    stands: tuple[tuple[str, str], ...]
    named: bool
    traced: bool
    stages: tuple[Stage, ...]
    languages: tuple[LanguageText, ...] = ()


@dataclass(frozen=True, slots=True)
class AdoptedLine:
    """An adopted text in a list."""

    id: str
    title: str
    symbol: str
    sample: bool
    organ: str
    day: datetime
    released: bool


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """A decision that was made known, in a list; ``outcome``: "adopted" | "not_adopted" | "lapsed"."""

    id: str
    title: str
    outcome: str
    day: datetime
    sample: bool


@dataclass(frozen=True, slots=True)
class DecidedPage:
    """
    A decision that adopted no text, as it is made known or would be.

    Attributes:
        question: id of the question, for those who were asked; "" else. rule: its id and title.
        meeting: id and title, None where it was put in none that the reader sees.
        fingerprint: SHA-256 of what is or would be made known.
        stage: how far the release has come, for those who were asked; None for others.
    """

    id: str
    question: str
    title: str
    outcome: str
    rule: tuple[str, str]
    organ: str
    meeting: tuple[str, str] | None
    decided_at: datetime
    released_at: datetime | None
    sample: bool
    fingerprint: str
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """What is asked once more before something is prepared or released; ``sentence`` says what it does."""

    id: str
    act: str
    kind: str
    title: str
    symbol: str
    sample: bool
    sentence: str
    consequence: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away."""

    data: bytes
    name: str
