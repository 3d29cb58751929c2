"""Pages for what went wrong. What may not be known and what does not exist are the same page, byte for byte."""

from __future__ import annotations

import logging
import secrets
import sys

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.access import PUBLIC, Refused

log = logging.getLogger("accord.answers")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: there is nothing here for this subject."""
    return _page(request, "errors/404.html", 404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the subject sees it, but may not do it; the page says why."""
    reason = exception.reason if isinstance(exception, Refused) else ""
    return _page(request, "errors/403.html", 403, reason=reason)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: the request is not one that a page of this site makes."""
    return _page(request, "errors/400.html", 400)


def busy(request: HttpRequest) -> HttpResponse:
    """503: the database did not answer in time; nothing was done."""
    response = _page(request, "errors/503.html", 503)
    response["Retry-After"] = "5"
    return response


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: the form was made for another session, or by another site; nothing was done."""
    return _page(request, "errors/expired.html", 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """
    500: with a reference that stands in the log as well; the log holds ids, never wording.

    A database that is locked before or after the view (session, sign-in) ends here too, and is a 503.
    """
    if is_busy(sys.exc_info()[1]):
        return busy(request)
    return _page(request, "errors/500.html", 500, reference=secrets.token_hex(4))


def is_busy(error: BaseException | None) -> bool:
    """
    Whether the database could not answer now and may in a moment: locked, stopped, or no connection left.

    SQLite has one class of error for these and for a broken file; it is told by its words.
    """
    if not isinstance(error, OperationalError):
        return False
    return connection.vendor != "sqlite" or "locked" in str(error)


def _page(request: HttpRequest, template: str, status: int, **values: str) -> HttpResponse:
    if not hasattr(request, "subject"):
        request.subject = PUBLIC  # type: ignore[attr-defined]
    place = request.resolver_match.route if request.resolver_match else ""
    log.warning("%s %s %s %s", status, request.method, place, values.get("reference", ""))
    return render(request, template, values, status=status)
