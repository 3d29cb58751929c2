"""
Doing an act on a text: find, check the form, act, and show the room again, or the form with what is wrong.

A form also carries ``back``, the query part of the room's address to return to, or ``next``, a page of this site.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accord.drafting.errors import Stale
from accord.drafting.pages import Asked
from accord.engine import text as engine
from accord.web.forms import acts as forms
from accord.web.forms.room import AskedForm, asked_in
from accord.web.views.deeds import deed_of, look_ahead
from accord.web.views.texts import room


@require_POST
def act(request: HttpRequest, text_id: str, verb: str) -> HttpResponse:
    """Do one act, or show the room with the form and what is wrong with it."""
    deed = deed_of(verb)
    form = deed.form(request.POST)
    if "repair" in request.POST or "preview" in request.POST:
        return _ahead(request, text_id, verb, form)
    if form.is_valid():
        try:
            deed.do(text_id, by=request.subject, **form.arguments())
        except (engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(_next(request, text_id))
    return room(request, text_id, _asked(request, verb), form=form, status=422)


def _ahead(request: HttpRequest, text_id: str, verb: str, form: forms.ActForm) -> HttpResponse:
    """Show the form again with its wording mended where that was asked, and how the proposal will stand."""
    if "repair" in request.POST:
        form = _with_wording(form)
    found = look_ahead(request.subject, text_id, verb, form)
    return room(request, text_id, _asked(request, verb), form=form, preview=found)


def _with_wording(form: forms.ActForm) -> forms.ActForm:
    data = form.data.copy()  # type: ignore[attr-defined]
    data[form.wording_field] = form.mended
    return type(form)(data)


def _asked(request: HttpRequest, verb: str) -> Asked:
    """Return what the room showed when the form was sent; the form names its own choice or block too."""
    asked = asked_in(request.POST.get("back", ""))
    own = AskedForm(request.POST).asked
    return replace(asked, choice=own.choice or asked.choice, block=own.block or asked.block, act=verb)


def _next(request: HttpRequest, text_id: str) -> str:
    target = request.POST.get("next", "")
    if target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return target
    asked = asked_in(request.POST.get("back", ""))
    pairs = {"view": asked.view, "filter": asked.filter, "choice": asked.choice, "block": asked.block}
    usual = {"view": "all", "filter": "all", "choice": "", "block": ""}
    query = "&".join(f"{name}={value}" for name, value in pairs.items() if value != usual[name])
    return reverse("text", args=[text_id]) + (f"?{query}" if query else "")
