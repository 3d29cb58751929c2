"""
What a report says, as values: draft records with their evidence, and discrepancies.

Field names are those of the JSON (docs/reference/reading.md). A date is ``"YYYY-MM-DD"``; one that is relative or vague
is a :class:`When`. A code of a state is ISO 3166 alpha-3. ``id`` is the register's, None for what it does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

STATED, INFERRED = "stated", "inferred"


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Where a report says it: code points ``start`` to ``end`` (half-open).

    ``status`` is "stated" where these words say it, "inferred" where it was concluded; ``why`` is one sentence.
    """

    start: int
    end: int
    status: str = STATED
    why: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A date that is relative or vague: its words, the first and last day that it can mean, and how precise it is."""

    text: str
    first: str
    last: str
    precision: str
    evidence: Evidence


Date = str | When


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the register, or proposed for it (``id`` None)."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose position: "national" with its code, "collective", or "ambiguous" with those whose it may be."""

    kind: str
    code: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDate:
    """The day of the report, ``YYYY-MM-DD``; None where it gives none."""

    value: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; ``role`` is "main" | "previous" | "next" | "side"."""

    organ: Named
    ordinal: int | None
    begins: Date | None
    ends: Date | None
    place: str | None
    country: str | None
    formats: tuple[str, ...]
    role: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Person:
    """A person, once: ``variants`` are other spellings in the report; attendance "present" | "absent" | "mentioned"."""

    id: str | None
    name: str
    variants: tuple[str, ...]
    posts: tuple[str, ...]
    member: str | None
    attendance: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Document:
    """A document, or ``count`` of them, and what was done: ``verb`` as written, ``action`` what it means."""

    title: str
    kind: str
    action: str
    verb: str
    organ: str | None
    count: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody holds: ``speaker`` is a name or None, ``words`` as written."""

    holder: Holder
    speaker: str | None
    topic: str | None
    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Partner:
    """Another organisation, a structure of one (``parent`` its name), or a state outside."""

    id: str | None
    name: str
    parent: str | None
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Activity:
    """One edition of a series; ``year`` as it must be, ``year_as_written`` as it stands."""

    series: Named
    name: str
    year: int | None
    year_as_written: int | None
    when: Date | None
    host: str | None
    place: str | None
    state: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Operation:
    """A joint operation, its phase and the figures that the report gives, as written."""

    id: str | None
    name: str
    phase: str | None
    figures: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Area:
    """An area of cooperation."""

    id: str | None
    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority: its words, the id or name of its area, and whose it is."""

    text: str
    area: str | None
    owner: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody says will be done; ``strength`` is "will" | "intends" | "wish" | "proposed"."""

    text: str
    by: str | None
    due: Date | None
    strength: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the report, without a claim; ``quote`` its words where they stand in another report."""

    start: int
    end: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """
    Something that does not fit, or that a person has to decide.

    Attributes:
        kind: one of :data:`KINDS`. severity: "error" | "ambiguity" | "note".
        start, end: where; both 0 for a silence. others: the places (or words elsewhere) that it does not fit.
        expected: what would fit, None where that is not known.
        basis: "report" | "calendar" | "arithmetic" | "register" | "other_report" | "absence".
    """

    kind: str
    severity: str
    start: int
    end: int
    why: str
    basis: str
    expected: str | None = None
    others: tuple[Span, ...] = ()


KINDS = (
    "wrong-year", "wrong-weekday", "past-as-future", "date-conflict", "count-mismatch", "number-conflict",
    "ordinal-conflict", "headline-body", "action-conflict", "name-variants", "post-mismatch", "rank-mismatch",
    "place-country", "attendance-conflict", "ambiguous-holder", "relative-date", "role-synonym", "title-variant",
    "plural", "unlisted", "missing",
)  # fmt: skip


@dataclass(frozen=True)
class Report:
    """
    A report as read. Where ``about`` is "other", every list is empty.

    Attributes:
        text: what was read; all places are in it.
    """

    text: str
    about: str
    date: ReportDate
    meetings: Sequence[Meeting] = ()
    people: Sequence[Person] = ()
    documents: Sequence[Document] = ()
    positions: Sequence[Position] = ()
    partners: Sequence[Partner] = ()
    activities: Sequence[Activity] = ()
    operations: Sequence[Operation] = ()
    areas: Sequence[Area] = ()
    priorities: Sequence[Priority] = ()
    promises: Sequence[Promise] = ()
    discrepancies: Sequence[Discrepancy] = field(default=())


_JSON_NAMES = {"first": "from", "last": "to", "begins": "from", "ends": "to"}


def as_json(report: Report, *, with_text: bool = False) -> dict[str, Any]:
    """
    Return the JSON document of a report, as docs/reference/reading.md describes it.

    Args:
        with_text: whether to give back the text that the places are in; for HTML and PDF.
    """
    parts: dict[str, Any] = {"text": report.text} if with_text else {}
    for each in fields(report):
        if each.name != "text":
            parts[each.name] = _value(getattr(report, each.name), report.text)
    return parts


def _value(value: Any, text: str) -> Any:
    if isinstance(value, list | tuple):
        return [_value(each, text) for each in value]
    if not is_dataclass(value):
        return value
    out: dict[str, Any] = {}
    for each in fields(value):
        inner = getattr(value, each.name)
        if each.name == "quote" and not inner:
            continue
        if isinstance(inner, Evidence):
            out |= _evidence(inner, text)
        else:
            out[_JSON_NAMES.get(each.name, each.name)] = _value(inner, text)
        if each.name == "end":
            out["quote"] = text[out["start"] : inner]
    return out


def _evidence(place: Evidence, text: str) -> dict[str, Any]:
    quote = text[place.start : place.end]
    return {"start": place.start, "end": place.end, "quote": quote, "status": place.status, "why": place.why}
