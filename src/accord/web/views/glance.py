"""What is seen at a glance: pictures with their tables, as a page, in Word and as PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accord.web.glancing import glance, sheet_of
from accord.web.views.printing import on_paper
from accord.web.views.register import asked, home_id, shown_on


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the pictures of a day, each with its table."""
    seen = glance(request.subject, home_id(request), shown_on(request))
    return render(request, "glance/page.html", {"page": seen, "asked": asked(request)})


@require_safe
def printed(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the page as a file."""
    seen = glance(request.subject, home_id(request), shown_on(request))
    return on_paper(request, sheet_of(seen), kind, f"glance-{seen.day.isoformat()}", reverse("glance"))
