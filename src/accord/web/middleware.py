"""Who asks, what is answered where a view cannot answer, and what follows behind an act."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from accord.access import PUBLIC, NotVisible, Refused, Role
from accord.members.queries import subject_of
from accord.search.actions import catch_up
from accord.web.views import errors

Handler = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger("accord.search")


class SubjectMiddleware:
    """Put the subject on the request, read anew each time, and keep what is restricted out of every cache."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request of a subject."""
        request.subject = subject_of(request.user) if request.user.is_authenticated else PUBLIC  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.subject.role != Role.PUBLIC:  # type: ignore[attr-defined]
            response.headers.setdefault("Cache-Control", "no-store")
        patch_vary_headers(response, ["Cookie"])
        return response


class AnswerMiddleware:
    """Turn what actions and queries raise into pages: 404, 403, 503; never a half-done act."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; exceptions come back through :meth:`process_exception`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer the exceptions that have a page of their own."""
        if isinstance(exception, NotVisible):
            return errors.not_found(request, exception)
        if isinstance(exception, Refused):
            return errors.refused(request, exception)
        if errors.is_busy(exception):
            return errors.busy(request)
        if isinstance(exception, SuspiciousOperation):
            return errors.bad_request(request, exception)
        return None


class IndexMiddleware:
    """
    Bring the index of search in step behind each request that may have written, in the time of the one who wrote.

    The act is done by then: where the index cannot follow now, the next search brings it in step.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then follow."""
        response = self.get_response(request)
        if request.method == "POST" and response.status_code < 400:
            try:
                catch_up()
            except DatabaseError:
                log.exception("the index of search could not follow an act")
        return response
