"""A chair's help: what delegations can live with, and what could close the open choices. Offered, never applied."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accord.engine import text as engine
from accord.positions import actions
from accord.positions.queries.packages import package_page
from accord.positions.queries.wishes import wish_page
from accord.record.errors import Stale
from accord.web.forms.packages import SHARES, WORDS, SoughtForm, WishForm
from accord.web.forms.paging import page_of


@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest, text_id: str) -> HttpResponse:
    """Let a delegation say of each wording whether it prefers it, can live with it, or objects."""
    if request.method != "POST":
        return _wishes(request, text_id)
    form = WishForm(request.POST)
    if form.is_valid():
        try:
            actions.say_wishes(text_id, by=request.subject, **form.arguments())
        except (engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(f"{reverse('wishes', args=[text_id])}?page={page_of(request.GET)}")
    return _wishes(request, text_id, form, status=422)


def _wishes(request: HttpRequest, text_id: str, form: WishForm | None = None, status: int = 200) -> HttpResponse:
    page = wish_page(request.subject, text_id, page_of(request.GET))
    values = {"page": page, "form": form, "words": WORDS}
    return render(request, "positions/wishes.html", values, status=status)


@require_safe
def packages(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show the chair single steps and balanced packages."""
    page = package_page(request.subject, text_id, SoughtForm(request.GET).sought)
    return render(request, "positions/packages.html", {"page": page, "shares": SHARES})
