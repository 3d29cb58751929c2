"""Pages for what went wrong. What may not be known and what does not exist are the same page, byte for byte."""

from __future__ import annotations

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.access import PUBLIC, Refused

log = logging.getLogger("accord.answers")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is nothing here for this subject."""
    return _page(request, "errors/404.html", 404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the subject sees it, but may not do it; the page says why."""
    reason = exception.reason if isinstance(exception, Refused) else ""
    return _page(request, "errors/403.html", 403, reason=reason)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request is not one that a page of this site makes."""
    return _page(request, "errors/400.html", 400)


def busy(request: HttpRequest) -> HttpResponse:
    """503: the database did not answer in time; nothing was done."""
    response = _page(request, "errors/503.html", 503)
    response["Retry-After"] = "5"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: with a reference that stands in the log as well; the log holds ids, never wording."""
    return _page(request, "errors/500.html", 500, reference=secrets.token_hex(4))


def _page(request: HttpRequest, template: str, status: int, **values: str) -> HttpResponse:
    if not hasattr(request, "subject"):
        request.subject = PUBLIC  # type: ignore[attr-defined]
    log.warning("%s %s %s %s", status, request.method, request.resolver_match and request.resolver_match.route, values.get("reference", ""))
    return render(request, template, values, status=status)
