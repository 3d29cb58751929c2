"""
What was read of a report, as items that are the same ones when it is read again.

An item is known by its kind and its place: the words of a report never change. What the register calls it may, so
its name is no part of that. A silence has no place and is known by what it says.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accord.engine.said import packed, unpacked
from accord.inbox.choices import DOUBTS
from accord.inbox.wording import KINDS

Data = Mapping[str, Any]
_NAMES = ("organ", "series")


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One item as read; ``mark`` is by which it is known again."""

    kind: str
    mark: str
    data: Data


def items_of(document: Data) -> Iterator[ReadItem]:
    """Yield the items of a document of docs/reference/reading.md, kind by kind, what does not fit last."""
    seen: Counter[str] = Counter()
    for kind in (*KINDS, DOUBTS):
        for data in document[kind]:
            place = [kind, data.get("kind", "") if kind == DOUBTS else "", data["start"], data["end"]]
            told = json.dumps(place if data["end"] else [*place, data["why"]], ensure_ascii=True)
            seen[told] += 1
            mark = hashlib.sha256(f"{told}{seen[told]}".encode("ascii")).hexdigest()
            yield ReadItem(kind, mark, {**data, "said": packed(data["why"])})


def called(data: Data) -> str:
    """Return what an item is called: its own name or title, that of its organ or series, else its words."""
    named = [data[key]["name"] for key in _NAMES if data.get(key) and isinstance(data[key], dict)]
    own = next((data[key] for key in ("name", "title", "text", "words") if data.get(key)), "")
    return str(own or next(iter(named), "") or data["quote"])


def why_of(data: Data) -> str:
    """Return the reason of an item, as a sentence that a page says in its reader's language."""
    return unpacked(data.get("said") or data["why"])
