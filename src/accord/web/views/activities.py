"""Joint activities: by year and host, each series, each edition, and what the secretariat enters of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible, require
from accord.members.queries import organisation_of, organisation_page
from accord.programme import actions, queries
from accord.programme.access import may_enter_programme
from accord.programme.choices import Holding
from accord.programme.pages import Wanted
from accord.web.forms import activities as forms
from accord.web.views.entering import done_by, known_at, one_of
from accord.web.views.register import asked, home_id, shown_on


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the joint activities by year and host, and all of them in order of time."""
    wanted = _wanted(request)
    page = queries.activities_page(request.subject, home_id(request), shown_on(request), wanted)
    states = [(state.value, state.label) for state in Holding]
    values = {"page": page, "wanted": wanted, "states": states, "asked": asked(request)}
    return render(request, "activities/overview.html", values)


@require_safe
def series(request: HttpRequest, series_key: str) -> HttpResponse:
    """Show a series with its editions."""
    page = queries.series_page(request.subject, home_id(request), series_key, shown_on(request))
    return render(request, "activities/series.html", {"page": page, "asked": asked(request)})


@require_safe
def activity(request: HttpRequest, series_key: str, edition_key: str) -> HttpResponse:
    """Show an edition, what became of it, and how it is tied to others."""
    day = shown_on(request)
    page = queries.activity_page(request.subject, home_id(request), series_key, edition_key, day)
    return render(request, "activities/edition.html", {"page": page, "asked": asked(request)})


def _wanted(request: HttpRequest) -> Wanted:
    """Return what is asked for; what cannot be read counts as not asked."""
    given = {name: request.GET.get(name, "") for name in ("series", "host", "status")}
    year = request.GET.get("year", "")
    return Wanted(**given, year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None)


# Entering

PARTS: Mapping[str, tuple[type[forms.ProgrammeForm], Callable[..., object]]] = {
    "series": (forms.SeriesForm, one_of(actions.enter_series)),
    "name": (forms.SeriesNameForm, actions.enter_name),
    "edition": (forms.EditionForm, one_of(actions.enter_activities)),
    "turn": (forms.TurnForm, one_of(actions.enter_turns)),
    "service": (forms.SeriesServiceForm, one_of(actions.tie_to_priorities)),
    "tie": (forms.TieForm, one_of(actions.tie_activities)),
}


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, what: str) -> HttpResponse:
    """Let the secretariat enter a series, an edition, what became of one, or how it is tied to another."""
    if what not in PARTS:
        raise NotVisible
    organisation = organisation_of(request.subject)
    require(may_enter_programme(request.subject, organisation))
    kind, do = PARTS[what]
    form = _form(request, organisation.pk, kind)
    done = done_by(form, lambda: do(organisation.pk, form.entry, by=request.subject, key=form.cleaned_data["key"]))
    if done is not None:
        return HttpResponseRedirect(_shown_at(request, organisation.pk, form))
    values = {"form": form, "what": what, "key": uuid4(), "asked": asked(request)}
    return render(request, "activities/enter.html", values, status=422 if form.errors else 200)


def _shown_at(request: HttpRequest, organisation_id: str, form: forms.ProgrammeForm) -> str:
    """Return the address that shows what was entered, on a day on which it is known."""
    series_key, key, known = queries.place_of(request.subject, organisation_id, *form.about)
    address = reverse("activity", args=[series_key, key]) if key else reverse("series", args=[series_key])
    return known_at(request, address, known)


def _form(request: HttpRequest, organisation_id: str, kind: type[forms.ProgrammeForm]) -> forms.ProgrammeForm:
    by = request.subject
    council = organisation_page(by, organisation_id, brief=True)
    lines = queries.activity_list(by, organisation_id, shown_on(request))
    choices: dict[str, Any] = {
        "areas": queries.area_choices(by, organisation_id),
        "members": [(line.code, f"{line.code} {line.name}") for line in (*council.members, *council.others)],
        "series": [(line.registered, str(line.name)) for line in queries.series_list(by, organisation_id)],
        "priorities": queries.served_choices(by, organisation_id, shown_on(request)),
        "editions": [(f"{line.registered}\n{line.edition}", line.title) for line in lines],
    }
    if request.method == "POST":
        return kind(request.POST, **choices)
    initial = _initial(request, organisation_id)
    if kind is forms.SeriesServiceForm:  # it rests on a source of its own
        initial = {name: initial[name] for name in ("of_series", "of_edition") if name in initial}
    return kind(initial=initial, **choices)


def _initial(request: HttpRequest, organisation_id: str) -> dict[str, Any]:
    """Return what is known of the series or edition that the link named, to be kept or changed. Raises NotVisible."""
    series_key, key = request.GET.get("series", ""), request.GET.get("edition", "")
    if not series_key:
        return {}
    if not key:
        line = queries.series_page(request.subject, organisation_id, series_key, shown_on(request)).line
        known = {name: getattr(line, name) for name in ("kind", "subject", "first", "note")}
        own = {"of_key": line.key, "name": line.registered, "area": line.area_key, "series": line.registered}
        return {**known, **own, "of_series": line.registered, **_basis(line)}
    page = queries.activity_page(request.subject, organisation_id, series_key, key, shown_on(request))
    found = page.line
    names = ("state", "host", "place", "begins", "ends", "when", "reason", "participants", "absent", "edition", "note")
    own = {"of_series": found.registered, "of_edition": found.edition, "series": found.registered}
    known = {name: getattr(found, name) for name in names}
    return {**known, **own, "state": found.status, "area": found.area_key, "known": found.known, **_basis(found)}


def _basis(line: Any) -> dict[str, str]:
    return line.basis.columns()
