"""What the page of a text's language versions shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accord.drafting.pages.wording import Holder


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph; ``marked`` where they are in doubt."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """A language version in one line: its tag, its name, whether it is authentic, and how far it is."""

    tag: str
    name: str
    authentic: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """
    A paragraph beside its source.

    Attributes:
        state: "step" | "stale" | "missing". typed: the wording in notation, for the form.
        entered, checked: who and when; None where nobody did, or the reader sees no names.
        doubts: reasons, one sentence each.
    """

    block: str
    label: str
    state: str
    source: tuple[Piece, ...]
    other: tuple[Piece, ...]
    typed: str
    source_hash: str
    translation: str
    entered: tuple[str, datetime] | None
    checked: tuple[str, datetime] | None
    is_checked: bool
    may_check: bool
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguagePage:
    """
    A language version of a text, paragraph by paragraph; ``tag`` is "" where the text has none.

    Attributes:
        group: codes of the delegations that check it; empty is any of the text.
        may_enter: the subject adds language versions. may_translate: it enters wordings in this one.
    """

    id: str
    title: str
    symbol: str
    sample: bool
    number: int
    tag: str
    name: str
    source_tag: str
    source_name: str
    authentic: bool
    group: tuple[str, ...]
    lines: tuple[LanguageLine, ...]
    rows: tuple[LanguageRow, ...]
    may_enter: bool
    may_translate: bool
    roster: tuple[Holder, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no paragraph of this version has a wording."""
        return not any(row.typed for row in self.rows)


@dataclass(frozen=True, slots=True)
class TranslatedRow:
    """
    A paragraph of the text beside what a translated file has for it.

    Attributes:
        state: how it stands now, "step" | "stale" | "missing".
        wording: what would be entered, in notation; "" for none. other: that wording, places in doubt marked.
        taken: it is ticked. problem: why it cannot be entered, or "".
    """

    block: str
    label: str
    state: str
    source: tuple[Piece, ...]
    source_hash: str
    wording: str
    other: tuple[Piece, ...]
    taken: bool
    problem: str
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TranslatingPage:
    """A whole translated file on its way into a language version; ``unplaced`` are its paragraphs without a place."""

    id: str
    title: str
    symbol: str
    sample: bool
    tag: str
    name: str
    source_tag: str
    source_name: str
    rows: tuple[TranslatedRow, ...]
    unplaced: tuple[str, ...]

    @property
    def taken(self) -> int:
        """How many wordings are ticked."""
        return sum(row.taken for row in self.rows)

    @property
    def hindered(self) -> int:
        """How many wordings cannot be entered as they are."""
        return sum(bool(row.problem) for row in self.rows)
