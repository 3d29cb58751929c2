"""
Browsers that have signed in before, told by a cookie of which only signing in takes note.

It opens nothing: it only says among whose wrong passwords a guess is counted
(see :mod:`accord.access.actions.guesses`).
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

COOKIE = "accord-known"
LASTS = 365 * 24 * 3600
"""Seconds."""


def browser_of(request: HttpRequest, name: str) -> str:
    """Return what tells this browser, "" for one that never signed in under this name."""
    try:
        known = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE, max_age=LASTS)
    except signing.BadSignature:
        return ""
    return str(known["browser"]) if known["name"] == name else ""


def remember(request: HttpRequest, answer: HttpResponse, name: str) -> None:
    """Let the browser be known from now on as one that has signed in under this name."""
    known = {"name": name, "browser": browser_of(request, name) or secrets.token_hex(8)}
    answer.set_cookie(
        COOKIE,
        signing.dumps(known, salt=COOKIE),
        max_age=LASTS,
        path=reverse("sign-in"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
