"""A report read on a page: nothing is stored, nothing enters the register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from accord.access import require
from accord.inbox.access import may_read_report
from accord.inbox.pages import report_page
from accord.members.queries import organisation_of
from accord.web.forms.reports import ACCEPTED, ReportForm


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest) -> HttpResponse:
    """Let the secretariat hand in a report, and show what it says."""
    organisation = organisation_of(request.subject)
    require(may_read_report(request.subject, organisation))
    form = ReportForm(request.POST, request.FILES) if request.method == "POST" else ReportForm()
    page = report_page(request.subject, organisation, form.text) if form.is_bound and form.is_valid() else None
    values = {"form": form, "page": page, "accepted": ACCEPTED}
    return render(request, "reports/read.html", values, status=422 if form.is_bound and form.errors else 200)
