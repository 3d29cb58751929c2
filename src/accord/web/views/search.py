"""Search: one page for everybody, of what each can see."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accord.access import NotVisible
from accord.members.queries import home_organisation
from accord.search.actions import catch_up
from accord.search.asking import LONGEST, MOST, TooMuch
from accord.search.pages import Group, Hit, SearchPage
from accord.search.queries import search_page
from accord.search.queries.hits import KINDS
from accord.web.forms.search import SearchForm

PLACES = {
    "text": "text",
    "draft": "text",
    "translation": "languages",
    "adopted": "adopted-text",
    "question": "question",
    "document": "document",
    "stored-report": "report",
    "known-decision": "known-decision",
    "instrument": "instrument",
    "statement": "speakers",
    "minutes": "minutes",
    "meeting": "meeting",
    "item": "meeting",
    "paper": "meeting",
    "note": "note",
    "member": "member",
    "organ": "organ",
    "partner": "partner",
    "person": "person",
    "series": "series",
    "area": "area",
    "followed": "followed",
    "proposal": "proposal",
    "operation": "operation",
    "register": "register",
    "rule": "rule",
    "deciding-rule": "deciding-rule",
    "situation": "situation",
    "point": "situation",
    "position": "position",
}
"""The address that shows each place of :class:`~accord.search.pages.Hit`."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A group of hits, each with its address; ``all`` is the address of the others of its kind, or ""."""

    name: str
    hits: tuple[tuple[str, Hit], ...]
    all: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Look for the words in all that the reader can see."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    form = SearchForm(request.GET)
    form.is_valid()
    values = form.cleaned_data
    query, number = values.get("q", ""), values.get("page") or 1
    chosen = {"kind": values.get("kind", ""), "language": values.get("language", ""), "year": values.get("year") or 0}
    catch_up()
    try:
        page = search_page(request.subject, organisation.pk, query, number=number, **chosen)
    except TooMuch:
        return render(request, "search/search.html", {"error": too_much(), "query": query}, status=422)
    return render(request, "search/search.html", _values(page))


def too_much() -> str:
    """Return what is said where more is asked than can be looked for."""
    most = {"characters": LONGEST, "words": MOST}
    return _("Ask for less at once: at most %(characters)s characters and %(words)s words.") % most


def _values(page: SearchPage) -> dict[str, object]:
    return {
        "page": page,
        "query": page.query,
        "sentence": sentence(page),
        "groups": tuple(_shown(page, group) for group in page.groups),
        "kinds": tuple(KINDS.items()),
        "all_kinds": _address(page, kind="") if page.kind else "",
        "before": _address(page, number=page.number - 1) if page.number > 1 else "",
        "after": _address(page, number=page.number + 1) if page.further else "",
    }


def sentence(page: SearchPage) -> str:
    """Return the sentence with which the page opens."""
    if not page.query:
        return _("Everything that you can see is looked through. Ask for words.")
    if page.empty:
        return _("Say what to find: signs alone are no words, and “-word” only leaves out.")
    if not page.groups:
        return _("Nothing that you can see has these words.")
    return _("Found under: %s.") % ", ".join(group.name for group in page.groups)


def _shown(page: SearchPage, group: Group) -> Shown:
    hits = tuple((address_of(hit), hit) for hit in group.hits)
    return Shown(group.name, hits, _address(page, kind=group.kind) if group.more and not page.kind else "")


def address_of(hit: Hit) -> str:
    """Return the address that shows a hit where it stands."""
    path = reverse(PLACES[hit.place], args=[hit.key] if hit.key else [])
    return path + (f"?{hit.extra}" if hit.extra else "") + (f"#{hit.anchor}" if hit.anchor else "")


def _address(page: SearchPage, *, kind: str | None = None, number: int = 1) -> str:
    """Return the address of the same question with another kind or page."""
    asked = {
        "q": page.query,
        "kind": page.kind if kind is None else kind,
        "language": page.language,
        "year": page.year or "",
        "page": number if number > 1 else "",
    }
    return "?" + urlencode({name: value for name, value in asked.items() if value})
