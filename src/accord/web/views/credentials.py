"""Credentials at a meeting: the table as far as the reader sees it, and what is entered of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible, require
from accord.engine import text as engine
from accord.meetings import actions, queries
from accord.meetings.crediting import CredentialsPage
from accord.members.errors import Unfit
from accord.record.errors import Stale
from accord.web.forms import credentials as forms
from accord.web.views.register import asked, shown_on

ACTS: Mapping[str, tuple[type[Any], Callable[..., object]]] = {
    "need": (forms.NeedForm, actions.need_credentials),
    "receive": (forms.ReceiveForm, actions.receive_credentials),
    "check": (forms.CheckForm, actions.check_credentials),
}


@require_safe
def credentials(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show the credentials at a meeting: all to chair and secretariat, its own to a delegation."""
    page = queries.credentials_page(request.subject, meeting_id, shown_on(request))
    return render(request, "meetings/credentials.html", {"page": page, "asked": asked(request)})


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, meeting_id: str, verb: str) -> HttpResponse:
    """Ask for what one act needs, then do it."""
    if verb not in ACTS:
        raise NotVisible
    page = queries.credentials_page(request.subject, meeting_id)
    require(queries.keeping_credentials(request.subject, meeting_id))
    kind, do = ACTS[verb]
    form = _form(request, page, kind)
    if form.is_bound and form.is_valid():
        try:
            do(meeting_id, **form.arguments(), by=request.subject, key=form.cleaned_data["key"])
            return redirect("credentials", meeting_id)
        except (Unfit, Stale, engine.TextError) as error:
            field = error.field if isinstance(error, Unfit) else None
            form.add_error(field if field in form.fields else None, str(error))
    values = {"page": page, "form": form, "verb": verb, "key": uuid4()}
    return render(request, "meetings/credentials_act.html", values, status=422 if form.errors else 200)


def _form(request: HttpRequest, page: CredentialsPage, kind: type[Any]) -> Any:
    members = [(line.code, line.name) for line in page.lines]
    if request.method == "POST":
        return kind(request.POST, members=members)
    asked = {name: request.GET.get(name, "") for name in ("member", "credential")}
    first = {"needed": "no" if page.needed else "yes", "received": page.shown, "day": page.shown}
    return kind(initial={**first, **asked}, members=members)
