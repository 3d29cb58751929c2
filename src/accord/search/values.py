"""What a source gives to be found, and what a source is: one file a room in ``queries/sources``, of the same shape."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from accord.access import Subject

LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Found:
    """
    A passage of a thing, as its room has it now.

    Attributes:
        kind, place, key, anchor, extra, thing, label, title, words, language, day: see
            :class:`accord.search.models.Passage`.
        of: what the title is a name of in the register ("member KAZ"), None where it is no name.
        named: the title is searched too; without it the title only says where the words stand.
        also: words that are searched and not shown: other spellings, the wording without what is open in it.
        since, until: the first and the last day on which it is known, None without a limit.
        audience, other, third, beside: ids of audiences, None for none.
    """

    kind: str
    place: str
    thing: str
    title: str
    words: str = ""
    key: str = ""
    anchor: str = ""
    extra: str = ""
    label: str = ""
    also: str = ""
    of: str | None = None
    named: bool = False
    language: str = ""
    day: date | None = None
    since: date | None = None
    until: date | None = None
    audience: str | None = None
    other: str | None = None
    third: str | None = None
    beside: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of all of it, in 64 hexadecimal digits."""
        plain = json.dumps(asdict(self), default=str, ensure_ascii=True, sort_keys=True)
        return hashlib.sha256(plain.encode("ascii")).hexdigest()


Door = Callable[[Subject, str, Collection[str]], Collection[str]]
"""Which of these things of an organisation a subject can see: (subject, id of the organisation, ids) to ids."""


@dataclass(frozen=True, slots=True)
class Source:
    """
    A room that gives passages.

    Attributes:
        streams: first words of the streams of the record that it reads. prefixes: first words of its scopes.
        touched: a stream of the record → the scopes that an entry in it can have changed.
        scopes: id of an organisation → all its scopes.
        passages: id of an organisation and a scope → its passages, in order; none where there is no such thing now.
        doors: place → the room's own ``visible_…``, asked for every hit before it is shown.
    """

    streams: tuple[str, ...]
    prefixes: tuple[str, ...]
    touched: Callable[[str, str], Iterable[str]]
    scopes: Callable[[str], Iterable[str]]
    passages: Callable[[str, str], Iterable[Found]]
    doors: Mapping[str, Door]
