"""Joint operations as programmes: all of them, each one, and what the secretariat enters of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from accord.programme.pages import OperationLine
from accord.web.forms import operations as forms
from accord.web.views.entering import done_by, one_of
from accord.web.views.register import asked, home_id, shown_on


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the joint operations."""
    page = queries.operations_page(request.subject, home_id(request), shown_on(request))
    return render(request, "operations/overview.html", {"page": page, "asked": asked(request)})


@require_safe
def operation(request: HttpRequest, operation_key: str) -> HttpResponse:
    """Show an operation with who takes part, its phases and published results."""
    page = queries.operation_page(request.subject, home_id(request), operation_key, shown_on(request))
    return render(request, "operations/operation.html", {"page": page, "asked": asked(request)})


# Entering

PARTS: Mapping[str, tuple[type[forms.OfOperation], Callable[..., object]]] = {
    "operation": (forms.OperationForm, one_of(actions.enter_operations)),
    "name": (forms.OperationNameForm, actions.enter_name),
    "members": (forms.TakingForm, one_of(actions.enter_takings)),
    "phase": (forms.PhaseForm, one_of(actions.enter_phases)),
    "service": (forms.OperationServiceForm, one_of(actions.tie_to_priorities)),
    "result": (forms.ResultForm, one_of(actions.enter_results)),
}


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, what: str) -> HttpResponse:
    """Let the secretariat enter an operation, who takes part in it, a phase, or a published result."""
    if what not in PARTS:
        raise NotVisible
    organisation = organisation_of(request.subject)
    require(may_enter_programme(request.subject, organisation))
    kind, do = PARTS[what]
    form = _form(request, organisation.pk, kind)
    done = done_by(form, lambda: do(organisation.pk, form.entry, by=request.subject, key=form.cleaned_data["key"]))
    if done is not None:
        shown = queries.operation_key(request.subject, organisation.pk, form.about)
        return HttpResponseRedirect(reverse("operation", args=[shown]) + asked(request))
    told = {"back": "operations", "into": "operations-enter", "asked": asked(request)}
    values = {"form": form, "what": what, "key": uuid4(), **told}
    return render(request, "activities/enter.html", values, status=422 if form.errors else 200)


def _form(request: HttpRequest, organisation_id: str, kind: type[forms.OfOperation]) -> forms.OfOperation:
    by = request.subject
    council = organisation_page(by, organisation_id, brief=True)
    lines = queries.operation_list(by, organisation_id, shown_on(request))
    known = {line.name: line for line in lines}
    named = request.POST.get("of_operation", "")
    wanted = next((line for line in lines if line.key == request.GET.get("operation")), known.get(named))
    choices: dict[str, Any] = {
        "areas": queries.area_choices(by, organisation_id),
        "organs": queries.organ_choices(by, organisation_id),
        "members": [(line.code, f"{line.code} {line.name}") for line in (*council.members, *council.others)],
        "priorities": queries.served_choices(by, organisation_id, shown_on(request)),
        "phases": [(phase.name, phase.name) for phase in wanted.phases] if wanted else [],
    }
    if request.method == "POST":
        return kind(request.POST, **choices)
    return kind(initial=_initial(request, wanted, kind) if wanted else {}, **choices)


def _initial(request: HttpRequest, line: OperationLine, kind: type[forms.OfOperation]) -> dict[str, Any]:
    """Return what is known of the operation, the phase or the result that the link named, to be kept or changed."""
    known = {"of_operation": line.name, "of_key": line.key}
    if kind is forms.OperationForm:
        own = {"area": line.area_key, "organ": line.organ_key}
        return {**known, **own, **_known(line, "name", "purpose", "since", "kind", "observers")}
    if kind is forms.PhaseForm and (phase := _named(line.phases, request.GET.get("phase"))):
        names = ("name", "place", "begins", "ends", "when", "observers", "participants", "known")
        return {**known, "state": phase.status, **_known(phase, *names)}
    if kind is forms.ResultForm and (result := _named(line.results, request.GET.get("result"))):
        return {**known, **_known(result, "what", "phase", "exactness", "figure", "unit", "note", "known")}
    return known


def _named(lines: Iterable[Any], wanted: str | None) -> Any:
    return next((line for line in lines if line.id == wanted), None)


def _known(line: Any, *names: str) -> dict[str, Any]:
    return {**{name: getattr(line, name) for name in names}, **line.basis.columns()}
