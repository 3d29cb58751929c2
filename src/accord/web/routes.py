"""
Addresses and their policies. An address without a policy does not start (TRUST D1).

The policy says who reaches the view at all; what of it they see is decided by queries, what they may do by actions.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.checks import CheckMessage, Error
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from accord.access import Role

View = Callable[..., HttpResponse]


class Policy(StrEnum):
    """Who reaches an address."""

    PUBLIC = "public"
    SIGNED_IN = "signed in"


def route(address: str, view: View, *, name: str, policy: Policy) -> URLPattern:
    """Return the address with its policy applied; for others than it admits, signing in comes first."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if policy == Policy.SIGNED_IN and request.subject.role == Role.PUBLIC:  # type: ignore[attr-defined]
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.policy = policy  # type: ignore[attr-defined]
    return path(address, guarded, name=name)


def every_route_has_a_policy(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for every address that was not made by :func:`route`."""
    return [
        Error(f"The address {pattern.pattern} has no policy; make it with accord.web.routes.route.", id="accord.E001")
        for pattern in patterns(get_resolver().url_patterns)
        if not isinstance(getattr(pattern.callback, "policy", None), Policy)
    ]


def patterns(entries: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """Yield every address below ``entries``."""
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns)
        else:
            yield entry
