"""Notices: where and when a person is told that something awaits, and the links in the mails."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from accord.notices import actions, queries
from accord.notices.actions.wishing import TooSoon
from accord.notices.pages import WishPage
from accord.web.forms.notices import WishForm


@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """Show and take what the person wants to be told."""
    page = queries.wish_page(request.subject)
    if request.method != "POST":
        return _shown(request, WishForm(initial=_as_stored(page)))
    form = WishForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.set_wish(
                values["address"], values["way"], int(values["hour"]), values["zone"], by=request.subject
            )
        except TooSoon as error:
            form.add_error("address", str(error))
        else:
            return HttpResponseRedirect(reverse("notices"))
    return _shown(request, form, status=422)


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Send the link that confirms the address once more."""
    try:
        actions.ask_again(by=request.subject)
    except TooSoon as error:
        page = queries.wish_page(request.subject)
        return _shown(request, WishForm(initial=_as_stored(page)), status=422, too_soon=str(error))
    return HttpResponseRedirect(reverse("notices"))


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Forget the person's address."""
    actions.withdraw(by=request.subject)
    return HttpResponseRedirect(reverse("notices"))


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, link: str) -> HttpResponse:
    """Confirm an address. Loading the page changes nothing, so that a program that follows links confirms nothing."""
    queries.confirming(link)
    if request.method == "POST":
        actions.confirm(link)
    return _of_a_link(request, "notices/confirm.html", link)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, link: str) -> HttpResponse:
    """
    Stop the mails to an address, without signing in. Loading the page changes nothing; a POST from anywhere stops.

    The secret of the link is what is asked for: programs of mail post here by themselves (RFC 8058).
    """
    queries.stopping(link)
    if request.method == "POST":
        actions.stop(link)
    return _of_a_link(request, "notices/stop.html", link)


def _as_stored(page: WishPage) -> dict[str, object]:
    """Return what the form shows first: what is stored, else a daily mail in the morning."""
    way = page.way if page.address else "daily"
    return {"address": page.address, "way": way, "hour": str(page.hour), "zone": page.zone}


def _of_a_link(request: HttpRequest, template: str, link: str) -> HttpResponse:
    answer = render(request, template, {"link": link, "done": request.method == "POST"})
    answer["Cache-Control"] = "no-store"
    return answer


def _shown(request: HttpRequest, form: WishForm, status: int = 200, too_soon: str = "") -> HttpResponse:
    values = {"page": queries.wish_page(request.subject), "form": form, "too_soon": too_soon}
    return render(request, "notices/notices.html", values, status=status)
