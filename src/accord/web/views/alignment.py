"""How near the delegations of a text are on what is still open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.members.queries import organisation_of
from accord.positions import actions
from accord.positions.queries.alignment import alignment_page
from accord.web.forms.alignment import ShowingForm


@require_safe
def alignment(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show headline, pairs, points, map and course over rounds."""
    return _page(request, text_id)


@require_POST
def showing(request: HttpRequest, text_id: str) -> HttpResponse:
    """Set who in the organisation sees such pages."""
    form = ShowingForm(request.POST)
    if not form.is_valid():
        return _page(request, text_id, form, status=422)
    actions.set_showing(organisation_of(request.subject).pk, by=request.subject, **form.arguments())
    return HttpResponseRedirect(reverse("alignment", args=[text_id]))


def _page(request: HttpRequest, text_id: str, form: ShowingForm | None = None, status: int = 200) -> HttpResponse:
    values = {"page": alignment_page(request.subject, text_id), "form": form, "circles": ShowingForm.CIRCLES}
    return render(request, "positions/alignment.html", values, status=status)
