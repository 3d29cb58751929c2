"""What touches or awaits the person who reads: in one text since it last looked, and over all texts."""

from __future__ import annotations

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.drafting import actions
from accord.drafting.queries.awaiting import awaits_page
from accord.drafting.queries.rows import number_of
from accord.drafting.queries.since import since_page
from accord.meetings.queries import meetings_around
from accord.members.queries import organisation_of
from accord.publishing.awaiting import releases_awaited
from accord.record import clock
from accord.web.forms.compare import ReadForm


@require_safe
def since(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show what touched the subject's wording since it last looked. Reading moves no mark."""
    return render(request, "drafting/since.html", {"page": since_page(request.subject, text_id)})


@require_POST
def read(request: HttpRequest, text_id: str) -> HttpResponse:
    """Move the mark to the version that the page showed: what came after it is still unread."""
    number_of(request.subject, text_id)
    form = ReadForm(request.POST)
    if not form.is_valid():
        raise SuspiciousOperation("the form names no version")
    actions.look(text_id, by=request.subject, number=form.cleaned_data["number"])
    return HttpResponseRedirect(reverse("since", args=[text_id]))


@require_safe
def awaits(request: HttpRequest) -> HttpResponse:
    """Show what awaits this subject over all texts, and the meeting at hand."""
    by = request.subject
    organisation = organisation_of(by)
    day = organisation.as_of or clock.now().date()
    at_hand, following = meetings_around(by, organisation.pk, day)
    values = {"page": awaits_page(by, releases_awaited(by)), "at_hand": at_hand, "following": following}
    return render(request, "drafting/awaits.html", values)
