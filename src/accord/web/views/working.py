"""Working days of the secretariat: what a number of them ends at, and the days that it settles itself."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.calendar import actions, queries
from accord.engine.rules import RulesError
from accord.engine.text import TextError
from accord.members.queries import organisation_of
from accord.record.errors import Stale
from accord.web.forms.acts import ActForm
from accord.web.forms.clocks import OwnDayForm, PeriodForm


@require_safe
def deadline(request: HttpRequest) -> HttpResponse:
    """Count working days, and show the end in every zone involved."""
    organisation = organisation_of(request.subject)
    form = PeriodForm(request.GET if "days" in request.GET else {"days": 5})
    found = None
    if form.is_valid():
        days, start = form.cleaned_data["days"], form.cleaned_data["start"]
        try:
            found = queries.deadline(request.subject, organisation.pk, days, at=form.hour, start=start)
        except RulesError as error:
            form.add_error("at", str(error))
    values = {"found": found, "form": form, "page": queries.working_page(request.subject, organisation.pk)}
    return render(request, "calendar/deadline.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def days(request: HttpRequest) -> HttpResponse:
    """Show on which days the secretariat works, and let it settle others."""
    organisation = organisation_of(request.subject)
    form = OwnDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            actions.settle_day(
                organisation.pk, values["day"], works=values["works"] == "1", name=values["name"],
                by=request.subject, key=values["key"],
            )  # fmt: skip
            return HttpResponseRedirect(reverse("working-days"))
        except (TextError, Stale) as error:
            form.add_error(None, str(error))
    wrong = request.method == "POST"
    values = {"form": form, "page": queries.working_page(request.subject, organisation.pk), "key": uuid4()}
    return render(request, "calendar/days.html", values, status=422 if wrong else 200)


@require_POST
def drop_day(request: HttpRequest, day_id: str) -> HttpResponse:
    """Let the calendar of the country hold on that day again."""
    form = ActForm(request.POST)
    if form.is_valid():
        organisation = organisation_of(request.subject)
        actions.drop_day(organisation.pk, day_id, by=request.subject, key=form.cleaned_data["key"])
    return HttpResponseRedirect(reverse("working-days"))
