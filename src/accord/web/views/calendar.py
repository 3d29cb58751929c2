"""The calendar: what takes place when; and its feeds for calendar programs."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.access import NotVisible
from accord.calendar import actions, queries
from accord.members.queries import home_organisation
from accord.web.forms.register import day_field

ICS = "text/calendar; charset=utf-8"


class CalendarForm(forms.Form):
    """What is shown. What cannot be read counts as not asked."""

    view = forms.CharField(required=False, max_length=8)
    on = day_field("")


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show a month, a year or a list."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    form = CalendarForm(request.GET)
    form.is_valid()
    view, day = form.cleaned_data.get("view") or "month", form.cleaned_data.get("on")
    page = queries.calendar_page(request.subject, organisation.pk, view, day)
    return render(request, "calendar/calendar.html", {"page": page})


@require_POST
def new_address(request: HttpRequest) -> HttpResponse:
    """Make the person's own address of the calendar; it is shown once."""
    secret = actions.new_address(by=request.subject)
    address = request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
    answer = render(request, "calendar/address.html", {"address": address})
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def end_address(request: HttpRequest) -> HttpResponse:
    """End the person's own address."""
    actions.end_address(by=request.subject)
    return HttpResponseRedirect(reverse("calendar"))


@require_safe
def public_feed(_request: HttpRequest) -> HttpResponse:
    """Hand out the public calendar."""
    return _handed_out(queries.public_feed())


@require_safe
def feed(_request: HttpRequest, secret: str) -> HttpResponse:
    """Hand out the calendar of whoever has this address."""
    return _handed_out(queries.feed_of(secret))


def _handed_out(data: bytes) -> HttpResponse:
    """Return a calendar as a file that no browser shows in place and no cache keeps."""
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": 'attachment; filename="calendar.ics"',
        "Content-Security-Policy": "sandbox",
    }
    return HttpResponse(data, content_type=ICS, headers=headers)
