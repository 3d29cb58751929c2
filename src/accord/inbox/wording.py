"""Kinds of draft records, degrees of doubt, and what was read of an item, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

KINDS = {
    "meetings": gettext_lazy("Meetings"),
    "people": gettext_lazy("People"),
    "documents": gettext_lazy("Documents"),
    "positions": gettext_lazy("Positions"),
    "partners": gettext_lazy("Partners"),
    "activities": gettext_lazy("Activities"),
    "operations": gettext_lazy("Operations"),
    "areas": gettext_lazy("Areas"),
    "priorities": gettext_lazy("Priorities"),
    "promises": gettext_lazy("Promises"),
}
ONE = {
    "meetings": gettext_lazy("A meeting"),
    "people": gettext_lazy("A person"),
    "documents": gettext_lazy("A document"),
    "positions": gettext_lazy("A position"),
    "partners": gettext_lazy("A partner"),
    "activities": gettext_lazy("A joint activity"),
    "operations": gettext_lazy("A joint operation"),
    "areas": gettext_lazy("An area of cooperation"),
    "priorities": gettext_lazy("A priority"),
    "promises": gettext_lazy("A promise"),
    "discrepancies": gettext_lazy("Something that does not fit"),
}
SEVERITIES = {
    "error": gettext_lazy("does not fit"),
    "ambiguity": gettext_lazy("a person decides"),
    "note": gettext_lazy("to note"),
}


BESIDE = {
    "report": gettext_lazy("within the report"),
    "calendar": gettext_lazy("beside the calendar"),
    "arithmetic": gettext_lazy("when it is counted"),
    "register": gettext_lazy("beside the register"),
    "other_report": gettext_lazy("beside another report"),
    "absence": gettext_lazy("what it does not say"),
}
"""Beside what something does not fit, by its basis."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which an item enters the register: its heading, what it means, and the word of the act."""

    head: Any
    note: Any
    act: Any


ENTER = Way(
    gettext_lazy("Enter it"),
    gettext_lazy(
        "The report is named as its source. What is not right is corrected here first; what is not known stays empty."
    ),
    gettext_lazy("Enter it"),
)
WAYS = {
    ("promises", "take"): Way(
        gettext_lazy("Follow it as a measure of a priority"),
        gettext_lazy(
            "A promise is followed where it serves a priority. It is no commitment: these stand in the very words of"
            " an adopted text, and are marked there. Where no priority fits, keep it on the report."
        ),
        gettext_lazy("Enter the measure"),
    ),
    ("promises", "voice"): Way(
        gettext_lazy("Register it as a proposal voiced in a meeting"),
        gettext_lazy(
            "What is wished or proposed is no promise. It is registered with who voiced it and where, and followed from"
            " there: taken up in a paper, merged with another, or not pursued."
        ),
        gettext_lazy("Register the proposal"),
    ),
    ("people", "seat"): Way(
        gettext_lazy("Enter that the seat was empty"),
        gettext_lazy(
            "Absence is neither consent nor objection. Who represented the member, if anybody, stays unknown. It can be"
            " taken back here."
        ),
        gettext_lazy("Enter the empty seat"),
    ),
    ("people", "take"): Way(
        gettext_lazy("Enter the person"),
        ENTER.note,
        gettext_lazy("Enter the person"),
    ),
}
"""By kind and verb; the others are entered simply."""


def way_of(kind: str, verb: str) -> Way:
    """Return how an item of a kind enters the register by a verb."""
    return WAYS.get((kind, verb), ENTER)


ROLES = {
    "main": gettext_lazy("the meeting that the report is about"),
    "previous": gettext_lazy("an earlier meeting"),
    "next": gettext_lazy("the next meeting"),
    "side": gettext_lazy("a meeting beside it"),
}
ATTENDANCE = {
    "present": pgettext_lazy("a person", "present"),
    "absent": pgettext_lazy("a person", "absent"),
    "mentioned": pgettext_lazy("a person", "only mentioned"),
}
ACTIONS = {
    "adopted": gettext_lazy("adopted"),
    "discussed": gettext_lazy("discussed, which is not adopted"),
    "forwarded": gettext_lazy("approved and forwarded"),
    "planned": gettext_lazy("planned"),
    "agreed": gettext_lazy("agreed"),
    "not-agreed": gettext_lazy("not agreed"),
}
HOLDERS = {
    "national": gettext_lazy("of one member"),
    "collective": gettext_lazy("of the council"),
    "ambiguous": gettext_lazy("whose it is, is not said"),
}
STATES = {
    "planned": gettext_lazy("planned"),
    "held": gettext_lazy("held"),
    "moved": gettext_lazy("moved"),
    "cancelled": gettext_lazy("cancelled"),
}
STRENGTHS = {
    "will": gettext_lazy("will be done"),
    "intends": gettext_lazy("is intended"),
    "wish": gettext_lazy("is wished"),
    "proposed": gettext_lazy("is proposed"),
}


def told_of(kind: str, data: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return what was read of an item besides its name, in a line; ``names`` are those of organs and areas by key."""
    return " · ".join(names.get(str(part), str(part)) for part in _TOLD[kind](data) if part)


def date_words(value: Any) -> str:
    """Return a date of a report in words: its day, or the words that say it with the days that they can mean."""
    if isinstance(value, Mapping):
        known = " – ".join(dict.fromkeys(filter(None, (value["from"], value["to"]))))
        return f"“{value['text']}” ({known})" if known else f"“{value['text']}”"
    return str(value or "")


def _meeting(data: Mapping[str, Any]) -> Iterator[Any]:
    yield ROLES[data["role"]]
    days = dict.fromkeys(filter(None, (date_words(data["from"]), date_words(data["to"]))))
    yield " – ".join(days)
    yield ", ".join(filter(None, (data["place"], data["country"])))
    yield ", ".join(data["formats"])
    yield _("number %d") % data["ordinal"] if data["ordinal"] else ""


def _person(data: Mapping[str, Any]) -> Iterator[Any]:
    yield ", ".join(data["posts"])
    yield data["member"]
    yield ATTENDANCE[data["attendance"]]


def _document(data: Mapping[str, Any]) -> Iterator[Any]:
    yield ACTIONS[data["action"]]
    yield f"“{data['verb']}”" if data["verb"] else ""
    yield data["organ"]
    yield _("number of documents: %d") % data["count"] if data["count"] else ""


def _position(data: Mapping[str, Any]) -> Iterator[Any]:
    holder = data["holder"]
    yield HOLDERS[holder["kind"]]
    yield holder["code"] or ", ".join(holder["candidates"])
    yield data["topic"]
    yield data["speaker"]


def _partner(data: Mapping[str, Any]) -> Iterator[Any]:
    yield _("a structure of %s") % data["parent"] if data["parent"] else ""


def _activity(data: Mapping[str, Any]) -> Iterator[Any]:
    yield STATES[data["state"]]
    yield data["year"]
    written = data["year_as_written"]
    yield _("written as %d") % written if written and written != data["year"] else ""
    yield date_words(data["when"])
    yield ", ".join(filter(None, (data["host"], data["place"])))


def _operation(data: Mapping[str, Any]) -> Iterator[Any]:
    yield data["phase"]
    yield ", ".join(data["figures"])


def _priority(data: Mapping[str, Any]) -> Iterator[Any]:
    yield data["area"]
    yield data["owner"]


def _promise(data: Mapping[str, Any]) -> Iterator[Any]:
    yield STRENGTHS[data["strength"]]
    yield data["by"]
    yield date_words(data["due"])


def _nothing(_data: Mapping[str, Any]) -> Iterator[Any]:
    yield ""


_TOLD = {
    "meetings": _meeting,
    "people": _person,
    "documents": _document,
    "positions": _position,
    "partners": _partner,
    "activities": _activity,
    "operations": _operation,
    "areas": _nothing,
    "priorities": _priority,
    "promises": _promise,
}
