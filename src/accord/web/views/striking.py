"""Striking a wrong entry of the programme: what it says, the reason, and back to where it stood."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accord.access import require
from accord.members.queries import organisation_of
from accord.programme.access import may_enter_programme
from accord.programme.actions import strike_entry
from accord.programme.queries import strike_page
from accord.web.forms.striking import StrikeForm
from accord.web.views.entering import done_by
from accord.web.views.register import asked


@require_http_methods(["GET", "HEAD", "POST"])
def strike(request: HttpRequest, kind: str, handle: str) -> HttpResponse:
    """Let the secretariat strike an entry, with the reason."""
    by, organisation = request.subject, organisation_of(request.subject)
    require(may_enter_programme(by, organisation))
    page = strike_page(by, organisation.pk, kind, handle)
    back = reverse(page.address[0], args=page.address[1:]) + asked(request)
    form = StrikeForm(request.POST) if request.method == "POST" else StrikeForm()
    done = done_by(form, lambda: strike_entry(organisation.pk, kind, handle, by=by, **form.cleaned_data))
    if done is not None:
        return HttpResponseRedirect(back)
    values = {"form": form, "page": page, "key": uuid4(), "back": back, "asked": asked(request)}
    return render(request, "activities/strike.html", values, status=422 if form.errors else 200)
