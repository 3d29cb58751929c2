"""Two versions of a text side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accord.drafting.queries.comparing import compare_page
from accord.web.forms.compare import CompareForm


@require_safe
def compare(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show what changed between two versions, and who changed it."""
    old, new = CompareForm(request.GET).numbers
    return render(request, "drafting/compare.html", {"page": compare_page(request.subject, text_id, old, new)})
