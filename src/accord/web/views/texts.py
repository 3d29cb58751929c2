"""Texts: the list, the room, the number for the live poll, and how a proposal will stand."""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from accord.drafting.pages import Asked, Preview, TextPage
from accord.drafting.queries import lists, news
from accord.drafting.queries import room as queries
from accord.members.queries import end_of, home_organisation, shown_day
from accord.positions.queries.drawing import drawn_from
from accord.web.forms import acts as forms
from accord.web.forms.room import AskedForm, SeenForm
from accord.web.views.deeds import DEEDS, deed_of, look_ahead
from accord.web.views.register import shown_on

MOST_SPREAD = 500
"""Milliseconds over which browsers spread their fetching of a change."""

CHANGED_NOTHING = 204


@require_safe
def text_list(request: HttpRequest) -> HttpResponse:
    """Show the texts that the subject is admitted to, as they stood on a day that is over where one is asked for."""
    organisation, day = home_organisation(request.subject), shown_on(request)
    until = end_of(organisation, day) if organisation else None
    shown = day or shown_day(organisation) if organisation else None
    return render(request, "drafting/list.html", {"texts": lists.text_list(request.subject, until), "day": shown})


@require_safe
def text(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show the room of a text."""
    return room(request, text_id, AskedForm(request.GET).asked)


def room(
    request: HttpRequest,
    text_id: str,
    asked: Asked,
    *,
    form: forms.ActForm | None = None,
    preview: Preview | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the room with one of its forms: as opened, or as sent."""
    page = queries.text_page(request.subject, text_id, asked)
    form = form if form is not None else _opened(page)
    values = {"page": page, "form": form, "act": asked.act if form is not None else "", "preview": preview}
    values["drawn"] = drawn_from(request.subject, text_id)
    template = "drafting/_text.html" if "HX-Request" in request.headers else "drafting/text.html"
    response = render(request, template, values, status=status)
    response["Vary"] = "HX-Request"
    return response


@require_safe
def number(request: HttpRequest, text_id: str) -> HttpResponse:
    """Answer 204 while the text is where the page has it; else what happened, and where it is now."""
    form = SeenForm(request.GET)
    form.is_valid()
    seen, drafts = form.cleaned_data.get("seen") or 0, form.cleaned_data.get("drafts", "")
    found = news.news_of(request.subject, text_id, seen, drafts)
    if found is None:
        return HttpResponse(status=CHANGED_NOTHING)
    asked = AskedForm(request.GET).asked
    values = {"news": found, "asked": asked, "delay": secrets.randbelow(MOST_SPREAD), "query": request.GET.copy()}
    for name in form.fields:
        values["query"].pop(name, None)
    return render(request, "drafting/_live.html", values)


@require_POST
def ahead(request: HttpRequest, text_id: str, verb: str) -> HttpResponse:
    """Show how a proposal will stand, while it is written. Nothing is stored."""
    form = deed_of(verb).form(request.POST)
    found = look_ahead(request.subject, text_id, verb, form)
    page = queries.text_page(request.subject, text_id, Asked())
    return render(request, "drafting/_preview.html", {"page": page, "form": form, "preview": found})


def _opened(page: TextPage) -> forms.ActForm | None:
    """Return the form that the address opens in the panel, with what stands in it first."""
    deed = DEEDS.get(page.asked.act)
    if deed is None or not page.live:
        return None
    own = page.chosen_block.plain if page.chosen_block and page.asked.act == "propose" else ""
    return deed.form(initial={deed.form.wording_field: own})
