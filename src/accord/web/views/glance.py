"""What is seen at a glance: pictures with their tables, as a page, in Word and as PDF."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accord.access import NotVisible
from accord.formats.typesetting import Unwritable
from accord.web.glancing import glance, sheet_of
from accord.web.views.files import attachment
from accord.web.views.printing import WRITERS
from accord.web.views.register import asked, home_id, shown_on


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the pictures of a day, each with its table."""
    seen = glance(request.subject, home_id(request), shown_on(request))
    return render(request, "glance/page.html", {"page": seen, "asked": asked(request)})


@require_safe
def printed(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the page as a file; a PDF that cannot be set here says what is missing."""
    if kind not in WRITERS:
        raise NotVisible
    write, media = WRITERS[kind]
    seen = glance(request.subject, home_id(request), shown_on(request))
    try:
        return attachment(write(sheet_of(seen)), f"glance-{seen.day.isoformat()}.{kind}", media)
    except Unwritable as error:
        return render(request, "glance/unprinted.html", {"reason": str(error)}, status=503)
