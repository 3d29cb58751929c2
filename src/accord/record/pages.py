"""What the pages show of the record: frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class EntryLine:
    """
    One entry.

    Attributes:
        number: its number in its own stream, as given when it was written.
        what: to which words or thing, "" where the verb says all.
        data: as stored with the verb; sentences are made from both.
        seen, made: fingerprints of the version on which the actor acted and of the one that the act made, or "".
    """

    number: int
    stream: str
    actor: str
    verb: str
    what: str
    data: Mapping[str, Any]
    on_behalf_of: str
    authority: str
    at: datetime
    seen: str
    made: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A stretch of the record, newest first. ``total`` counts what this reader may see and nothing else."""

    lines: tuple[EntryLine, ...]
    total: int
    number: int
    pages: int
