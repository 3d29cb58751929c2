"""Positions as they are reported: the register, one of them, and what the secretariat enters and settles."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.access import require
from accord.members.errors import Unfit
from accord.members.queries import organisation_of
from accord.positions import actions, queries
from accord.positions.access import may_keep_positions
from accord.positions.pages.positions import PositionLine, WantedPositions
from accord.programme.queries import area_choices
from accord.record.errors import Stale
from accord.web.forms.paging import page_of
from accord.web.forms.positions import PositionForm, SettleForm, whose_of
from accord.web.forms.register import Choices
from accord.web.views.register import asked, home_id, shown_on

PLAIN = ("words", "verbatim", "situation", "topic", "area", "day", "when", "speaker", "known")
"""What a form that corrects a position begins with, by the names of the line."""


@require_safe
def positions(request: HttpRequest) -> HttpResponse:
    """Show the register of positions, narrowed by holder and subject."""
    by, organisation_id = request.subject, home_id(request)
    wanted = WantedPositions(*(request.GET.get(name, "") for name in ("holder", "subject", "area")))
    areas = dict(area_choices(by, organisation_id))
    page = queries.positions_page(by, organisation_id, shown_on(request), wanted, page_of(request.GET), areas=areas)
    values = {"page": page, "wanted": wanted, "asked": asked(request), "query": _kept(request)}
    return render(request, "positions/positions.html", values)


@require_safe
def position(request: HttpRequest, position_id: str) -> HttpResponse:
    """Show a position, and what was said of the same subject."""
    return _page(request, position_id)


@require_POST
def settle(request: HttpRequest, position_id: str) -> HttpResponse:
    """Say whose an ambiguous position is, or show its page again with what is wrong."""
    form = SettleForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.settle_position(
                position_id, whose_of(values["whose"]), values["why"], by=request.subject, key=values["key"]
            )
            return HttpResponseRedirect(reverse("position", args=[position_id]) + asked(request))
        except Unfit as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except Stale as error:
            form.add_error(None, str(error))
    return _page(request, position_id, form, status=422)


def _page(request: HttpRequest, position_id: str, form: SettleForm | None = None, status: int = 200) -> HttpResponse:
    by, organisation_id = request.subject, home_id(request)
    areas = dict(area_choices(by, organisation_id))
    page = queries.position_page(by, organisation_id, position_id, shown_on(request), areas=areas)
    values = {"page": page, "form": form or SettleForm(), "asked": asked(request)}
    return render(request, "positions/position.html", values, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Let the secretariat enter a position, or correct one that the address names."""
    organisation = organisation_of(request.subject)
    require(may_keep_positions(request.subject, organisation))
    form = _form(request, organisation.pk)
    if form.is_bound and form.is_valid():
        try:
            return HttpResponseRedirect(_done(request, form, organisation.pk) + asked(request))
        except Unfit as error:
            field = form.fields.get(error.field)
            form.add_error(error.field if field and not field.widget.is_hidden else None, str(error))
        except Stale as error:
            form.add_error(None, str(error))
    values = {"form": form, "key": uuid4(), "asked": asked(request)}
    return render(request, "positions/enter.html", values, status=422 if form.errors else 200)


def _done(request: HttpRequest, form: PositionForm, organisation_id: str) -> str:
    """Enter or correct the position, and return the address that shows it."""
    values, by = form.cleaned_data, request.subject
    if not values["of"]:
        actions.enter_positions(organisation_id, [form.entry], by=by, key=values["key"])
        return reverse("positions")
    actions.correct_position(values["of"], form.entry, values["reason"], by=by, key=values["key"])
    return reverse("position", args=[values["of"]])


def _form(request: HttpRequest, organisation_id: str) -> PositionForm:
    by = request.subject
    choices: dict[str, Choices] = {
        **queries.subject_choices(by, organisation_id),
        "area": area_choices(by, organisation_id),
    }
    holders = queries.holder_choices(by, organisation_id)
    if request.method == "POST":
        return PositionForm(request.POST, holders=holders, choices=choices)
    return PositionForm(initial=_initial(request, organisation_id), holders=holders, choices=choices)


def _initial(request: HttpRequest, organisation_id: str) -> dict[str, Any]:
    """Return what a form begins with: what its address names. Raises NotVisible where that is not there."""
    given = {name: request.GET.get(name, "") for name in ("situation", "topic")}
    if not request.GET.get("of"):
        return given
    page = queries.position_page(request.subject, organisation_id, request.GET["of"], shown_on(request))
    return _known(page.line)


def _known(line: PositionLine) -> dict[str, Any]:
    plain = {name: getattr(line, name) for name in PLAIN}
    own = {"of": line.id, "whose": "ambiguous" if line.settled else line.holder.token}
    place = {"meeting": line.occasion.meeting, "document": line.occasion.document, "occasion": line.occasion.words}
    return {**plain, **own, **place, "candidates": [one.token for one in line.candidates], **line.basis.columns()}


def _kept(request: HttpRequest) -> str:
    """Return what the links to further pages keep of the address."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return f"{kept.urlencode()}&" if kept else ""
