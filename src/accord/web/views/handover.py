"""The hand-over page: what is under way, for the outgoing and the incoming chair, and both sides' word on it."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.members import actions
from accord.members.errors import Unfit
from accord.members.queries import handover_to, organisation_of, organisation_page
from accord.record.errors import Stale
from accord.web.forms.programme import HandOverForm, TakeOverForm
from accord.web.handing import Note, handover_note, sheet_of
from accord.web.views.printing import on_paper
from accord.web.views.register import asked, shown_on


@require_safe
def handover(request: HttpRequest) -> HttpResponse:
    """Show the hand-over note on a day."""
    return _page(request)


@require_safe
def printed(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the note as a file."""
    note = _note(request)
    return on_paper(request, sheet_of(note), kind, f"handover-{note.day.isoformat()}", reverse("handover"))


@require_POST
def give(request: HttpRequest) -> HttpResponse:
    """Let the chair hand the chairmanship over."""
    organisation, form = organisation_of(request.subject), HandOverForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            begins, day, key = values["begins"], values["day"], values["key"]
            actions.hand_over(organisation.pk, begins, day, by=request.subject, key=key)
            return redirect("handover")
        except (Unfit, Stale) as error:
            form.add_error(None, str(error))
    return _page(request, form)


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Let the member that presides next confirm it."""
    organisation, form = organisation_of(request.subject), TakeOverForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.take_over(organisation.pk, values["begins"], by=request.subject, key=values["key"])
            return redirect("handover")
        except (Unfit, Stale) as error:
            form.add_error(None, str(error))
    return _page(request, form)


def _note(request: HttpRequest) -> Note:
    organisation = organisation_of(request.subject)
    council = organisation_page(request.subject, organisation.pk, brief=True, on=shown_on(request))
    return handover_note(request.subject, council, council.day)


def _page(request: HttpRequest, form: HandOverForm | TakeOverForm | None = None) -> HttpResponse:
    organisation, note = organisation_of(request.subject), _note(request)
    line = handover_to(request.subject, organisation, note.council.next_chairmanship)
    values = {"note": note, "line": line, "form": form, "key": uuid4(), "asked": asked(request)}
    return render(request, "chairmanship/handover.html", values, status=422 if form else 200)
