"""The record, as far as the reader may see it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accord.drafting.queries.names import text_names
from accord.members.queries import organisation_of
from accord.record.queries import record_page
from accord.web.entries import record_lines
from accord.web.forms.record import RecordFilterForm


@require_safe
def record(request: HttpRequest) -> HttpResponse:
    """Show entries, newest first; of one text where the address names it."""
    organisation = organisation_of(request.subject)
    form = RecordFilterForm(request.GET)
    form.is_valid()
    text = form.cleaned_data.get("text") or ""
    page = record_page(request.subject, organisation.pk, text=text, number=form.cleaned_data.get("page") or 1)
    names = text_names(request.subject)
    values = {"page": page, "lines": record_lines(request.subject, page.lines, names), "names": names, "text": text}
    return render(request, "record/record.html", values)
