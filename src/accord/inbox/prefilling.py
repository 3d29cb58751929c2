"""What stands first in the form of an item: what was read of it, as the register would have it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accord.engine.said import spoken
from accord.formats.places import country_name
from accord.inbox.items import called, why_of
from accord.inbox.pages import ItemPage
from accord.inbox.queries.choosing import Choosing
from accord.inbox.wording import ACTIONS

Data = Mapping[str, Any]
Values = dict[str, Any]
_OUTCOMES = {"adopted": "adopted", "forwarded": "forwarded", "agreed": "approved"}
_DOCUMENTS = {"statement", "decision", "programme", "plan", "treaty", "report"}


def prefilled(page: ItemPage, data: Data, choosing: Choosing, verb: str = "take") -> Values:
    """
    Return what stands first in the form by which an item enters the register.

    Args:
        verb: "take"; "voice" of a promise as a proposal; "seat" of a person who did not come.
    """
    line = page.line
    known = {
        "standing": "stated" if line and line.stated else "inference",
        "why": "" if line and line.stated else spoken(why_of(data)),
    }
    found = _OTHERWISE.get(verb) or _FILLED.get(page.kind)
    return {**known, **(found(page, data, choosing) if found else {})}


def candidates_of(data: Data, choosing: Choosing) -> tuple[str, ...]:
    """Return who may be meant by a position whose holder the report leaves open, as the room of positions names it."""
    members = dict(choosing.members)
    told = data["holder"]["candidates"]
    return tuple(f"member {each}" if each in members else "organisation" for each in told)


def exact(value: Any) -> date | None:
    """Return the day that a date of a report means, None where that is none or several."""
    if isinstance(value, Mapping):
        value = value["from"] if value["from"] == value["to"] else None
    return date.fromisoformat(value) if value else None


def in_words(value: Any) -> str:
    """Return the words of a date that is no single day, "" for a day."""
    return str(value["text"]) if isinstance(value, Mapping) and exact(value) is None else ""


def _meeting(_page: ItemPage, data: Data, choosing: Choosing) -> Values:
    name, day = data["organ"]["name"], exact(data["from"])
    return {
        "title": name[:200],
        "organ": data["organ"]["id"] or "",
        "kind": "regular",
        "day": day,
        "when": in_words(data["from"])[:80],
        "city": data["place"] or "",
        "country": country_name(data["country"] or "", "en"),
        "host": data["country"] if data["country"] in dict(choosing.members) else "",
        "formats": [each for each in data["formats"] if each in ("narrow", "extended")] or ["extended"],
    }


def _person(page: ItemPage, data: Data, choosing: Choosing) -> Values:
    known = data["id"] or ""
    member = data["member"] if data["member"] in dict(choosing.members) else ""
    return {
        "person": known,
        "name": data["name"],
        "aliases": ", ".join(data["variants"]),
        "post": "" if known else "; ".join(data["posts"])[:160],
        "member": member,
        "seen": page.source.day,
        "meeting": page.meeting if data["attendance"] == "present" and member else "",
    }


def _document(page: ItemPage, data: Data, choosing: Choosing) -> Values:
    kind, match = data["kind"], page.line.match_key if page.line else ""
    outcome, step = _OUTCOMES.get(data["action"], ""), choosing.of_organ.get(data["organ"] or "", "")
    return {
        "document": match.removeprefix("document "),
        "title": data["title"][:400],
        "kind": kind if kind in _DOCUMENTS else "other",
        "told": f"{ACTIONS[data['action']]}: “{data['verb']} … {data['quote']}”"[:500],
        "day": page.meeting_day or page.source.day,
        "outcome": outcome if step else "",
        "step": step if outcome else "",
        "meeting": page.meeting,
        "open": True,
    }


def _partner(_page: ItemPage, data: Data, choosing: Choosing) -> Values:
    return {
        "name": data["name"],
        "kind": data["kind"],
        "parent": choosing.of_partner.get((data["parent"] or "").casefold(), ""),
    }


def _activity(page: ItemPage, data: Data, choosing: Choosing) -> Values:
    return {
        "series": data["series"]["name"],
        "edition": str(data["year"] or ""),
        "state": data["state"],
        "host": data["host"] if data["host"] in dict(choosing.members) else "",
        "place": data["place"] or "",
        "begins": exact(data["when"]),
        "ends": exact(data["when"]),
        "when": in_words(data["when"])[:80],
        "known": page.source.day,
    }


def _priority(_page: ItemPage, data: Data, choosing: Choosing) -> Values:
    terms = [begins for begins, _words in choosing.terms]
    return {"name": called(data)[:300], "area": data["area"] or "", "term": terms[-1] if terms else ""}


def _position(page: ItemPage, data: Data, _choosing: Choosing) -> Values:
    holder = data["holder"]
    return {
        "whose": holder["kind"],
        "member": holder["code"] if holder["kind"] == "national" else "",
        "words": " ".join(data["words"].split())[:1000],
        "topic": (data["topic"] or "")[:160],
        "day": page.meeting_day or page.source.day,
        "meeting": page.meeting,
    }


def _operation(page: ItemPage, data: Data, _choosing: Choosing) -> Values:
    written = page.words.strip()
    return {"name": data["name"], "aliases": written if written.casefold() != data["name"].casefold() else ""}


def _promise(page: ItemPage, data: Data, choosing: Choosing) -> Values:
    return {
        "words": " ".join(data["text"].split())[:500],
        "owner": data["by"] if data["by"] in dict(choosing.members) else "",
        "due": exact(data["due"]),
        "when": in_words(data["due"])[:80],
        "known": page.source.day,
    }


def _voiced(page: ItemPage, data: Data, choosing: Choosing) -> Values:
    known = data["by"] in dict(choosing.members)
    return {
        "meeting": page.meeting,
        "code": data["by"] if known else "",
        "who": "" if known else (data["by"] or "")[:160],
        "words": " ".join(data["text"].split())[:2000],
        "day": page.meeting_day or page.source.day,
    }


def _seat(page: ItemPage, data: Data, choosing: Choosing) -> Values:
    return {
        "meeting": page.meeting,
        "member": data["member"] if data["member"] in dict(choosing.members) else "",
        "note": _("Whether anybody represented the member is not reported."),
    }


def _named(_page: ItemPage, data: Data, _choosing: Choosing) -> Values:
    return {"name": called(data)}


_FILLED: dict[str, Callable[[ItemPage, Data, Choosing], Values]] = {
    "meetings": _meeting,
    "people": _person,
    "documents": _document,
    "partners": _partner,
    "activities": _activity,
    "operations": _operation,
    "promises": _promise,
    "areas": _named,
    "priorities": _priority,
    "positions": _position,
}
_OTHERWISE: dict[str, Callable[[ItemPage, Data, Choosing], Values]] = {"voice": _voiced, "seat": _seat}
