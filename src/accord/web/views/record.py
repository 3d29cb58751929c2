"""The record, as far as the reader may see it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.members.queries import organisation_of
from accord.record.queries import record_page
from accord.web.forms.record import RecordFilterForm


def record(request: HttpRequest) -> HttpResponse:
    """Show entries, newest first; of one text where the address names it."""
    organisation = organisation_of(request.subject)
    form = RecordFilterForm(request.GET)
    form.is_valid()
    asked = {"text": form.cleaned_data.get("text") or "", "number": form.cleaned_data.get("page") or 1}
    page = record_page(request.subject, organisation.pk, **asked)
    return render(request, "record/record.html", {"page": page, "text": asked["text"]})
