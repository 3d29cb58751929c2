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
