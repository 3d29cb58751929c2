"""Decisions that adopted no text: the page of one that is made known, and making it known by two people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accord.publishing import actions, queries
from accord.record.errors import Stale
from accord.web.forms.adopted import AnnounceForm
from accord.web.views.files import attachment

ACTS: Mapping[str, Callable[..., object]] = {
    "prepare": actions.prepare_decision,
    "release": actions.release_decision,
}


@require_safe
def decision(request: HttpRequest, ruling_id: str) -> HttpResponse:
    """Show a decision as it is made known; to those who were asked, how far that has come."""
    return render(request, "adopted/decision.html", {"page": queries.decided_page(request.subject, ruling_id)})


@require_safe
def decision_json(request: HttpRequest, ruling_id: str) -> HttpResponse:
    """Hand out the bytes that the fingerprint covers."""
    file = queries.decided_file(request.subject, ruling_id)
    return attachment(file.data, file.name, "application/json")


@require_POST
def prepare(request: HttpRequest, ruling_id: str) -> HttpResponse:
    """Let the secretariat prepare what is made known."""
    return _act(request, ruling_id, "prepare")


@require_POST
def release(request: HttpRequest, ruling_id: str) -> HttpResponse:
    """Let the chair make known what another person has prepared."""
    return _act(request, ruling_id, "release")


def _act(request: HttpRequest, ruling_id: str, act: str) -> HttpResponse:
    form, error = AnnounceForm(request.POST), _("The form was not complete. Load the page again.")
    if form.is_valid():
        try:
            ACTS[act](ruling_id, by=request.subject, **form.cleaned_data)
            return HttpResponseRedirect(reverse("known-decision", args=[ruling_id]))
        except Stale as stale:
            error = str(stale)
    page = queries.refused_page(request.subject, ruling_id, act)
    return render(request, "adopted/decision.html", {"page": page, "error": error}, status=422)
