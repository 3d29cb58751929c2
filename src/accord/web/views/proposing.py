"""A meeting that a member proposes, and the answer of the chair or the secretariat."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from accord.access import NotVisible, require
from accord.meetings import queries
from accord.meetings.access import may_propose
from accord.meetings.actions import calling as actions
from accord.members.errors import Unfit
from accord.members.queries import organisation_of
from accord.record.errors import Stale
from accord.web.forms.meetings import DeclineForm, PlainForm
from accord.web.views.meetings import convene_form, refused


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Let a delegation propose a meeting."""
    organisation = organisation_of(request.subject)
    require(may_propose(request.subject, organisation))
    form = convene_form(request, organisation.pk)
    if form.is_bound and form.is_valid() and form.cleaned_data["step"] != "repair":
        try:
            key = form.cleaned_data["key"]
            made = actions.propose(organisation.pk, form.convocation, by=request.subject, key=key)
            return redirect("meeting", made.pk)
        except (Unfit, Stale) as error:
            refused(form, error)
    values = {"form": form, "key": uuid4(), "proposing": True}
    return render(request, "begin/meeting.html", values, status=422 if form.errors else 200)


@require_POST
def settle(request: HttpRequest, meeting_id: str, verb: str) -> HttpResponse:
    """Let chair or secretariat convene a proposed meeting, or decline it with the reason."""
    if verb not in ("convene", "decline"):
        raise NotVisible
    page = queries.meeting_page(request.subject, meeting_id)
    form = DeclineForm(request.POST) if verb == "decline" else PlainForm(request.POST)
    if form.is_valid():
        try:
            key = form.cleaned_data["key"]
            if verb == "convene":
                actions.convene_proposed(meeting_id, by=request.subject, key=key)
            else:
                actions.decline_proposed(meeting_id, form.cleaned_data["why"], by=request.subject, key=key)
            return redirect("meeting", meeting_id)
        except (Unfit, Stale) as error:
            refused(form, error)
    queries.require_settles(request.subject, meeting_id)
    return render(request, "meetings/settle.html", {"page": page, "form": form, "key": uuid4()}, status=422)
