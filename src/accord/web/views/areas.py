"""Areas of cooperation: the tree, each area with all that belongs to it, and entering."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible, require
from accord.commitments import queries
from accord.documents.queries import document_list
from accord.members.queries import organisation_of, organisation_page
from accord.positions.queries import situation_list
from accord.programme import actions
from accord.programme.access import may_enter_programme
from accord.programme.queries import area_choices
from accord.web.forms.areas import AreaForm, BelongingForm
from accord.web.forms.commitments import FollowedForm
from accord.web.views.commitments import form_of
from accord.web.views.entering import done_by
from accord.web.views.register import asked, home_id, shown_on


@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """Show all areas as a tree, with how much each holds."""
    page = queries.areas_page(request.subject, home_id(request), shown_on(request))
    return render(request, "commitments/areas.html", {"page": page, "asked": asked(request)})


@require_safe
def area(request: HttpRequest, key: str) -> HttpResponse:
    """Show one area with all that belongs to it and to what is below it."""
    page = queries.area_page(request.subject, home_id(request), key, shown_on(request))
    return render(request, "commitments/area.html", {"page": page, "asked": asked(request)})


PARTS: Mapping[str, tuple[type[FollowedForm], Callable[..., Any]]] = {
    "area": (AreaForm, actions.enter_area),
    "belonging": (BelongingForm, actions.tie_to_area),
}


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, what: str) -> HttpResponse:
    """Let the secretariat enter an area, move it, or say what belongs to it."""
    if what not in PARTS:
        raise NotVisible
    organisation = organisation_of(request.subject)
    require(may_enter_programme(request.subject, organisation))
    kind, action = PARTS[what]
    form = form_of(request, kind, _choices(request), _initial(request))
    done = done_by(form, lambda: action(organisation.pk, form.entry, by=request.subject, key=form.cleaned_data["key"]))
    if done is not None:
        key = form.cleaned_data["area"]
        address = reverse("area", args=[key]) if key else reverse("areas")
        return HttpResponseRedirect(address + asked(request))
    into = reverse("areas-enter", args=[what])
    values = {"form": form, "key": uuid4(), "into": into, "back": "areas", "asked": asked(request)}
    return render(request, "commitments/enter.html", values, status=422 if form.errors else 200)


def _choices(request: HttpRequest) -> dict[str, Any]:
    by, organisation_id = request.subject, home_id(request)
    council = organisation_page(by, organisation_id)
    papers = document_list(by, organisation_id, on=shown_on(request) or council.day).lines
    return {
        "parent": area_choices(by, organisation_id),
        "which": [
            *((f"organ {line.key}", str(line.name)) for line in council.every_organ),
            *((f"partner {line.code}", str(line.name)) for line in council.partners),
            *((f"document {line.id}", line.name) for line in papers if line.name),
            *((f"situation {line.name}", line.name) for line in situation_list(by, organisation_id)),
        ],
    }


def _initial(request: HttpRequest) -> dict[str, Any]:
    """Return what is known of the area that the link named. Raises NotVisible."""
    key = request.GET.get("area", "")
    if not key:
        return {}
    row = queries.area_page(request.subject, home_id(request), key).row
    return {"area": row.key, "name": row.name, "parent": row.parent, **row.basis.columns()}
