"""Situations: the points on which the members assess them, and what each says."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.access import NotVisible
from accord.engine import text as engine
from accord.positions import actions
from accord.positions.queries import situation_page
from accord.positions.queries.assessing import assessment_page
from accord.record.errors import Stale
from accord.web.forms import situations as forms
from accord.web.forms.acts import ActForm
from accord.web.views.deeds import Deed
from accord.web.views.register import asked, home_id, shown_on

DEEDS: Mapping[str, Deed] = {
    "point": Deed(forms.PointForm, actions.put_point),
    "assess": Deed(forms.AssessForm, actions.assess),
}


@require_safe
def situations(request: HttpRequest) -> HttpResponse:
    """Show the situations with what each member says of their points."""
    return _page(request)


@require_safe
def situation(request: HttpRequest, situation_id: int) -> HttpResponse:
    """Show one situation: what is reported of it, positions on it, and what members said of it over time."""
    page = situation_page(request.subject, home_id(request), situation_id, shown_on(request))
    return render(request, "positions/situation.html", {"page": page, "asked": asked(request)})


@require_POST
def act(request: HttpRequest, situation_id: int, verb: str) -> HttpResponse:
    """Do one act, or show the page again with what is wrong."""
    deed = DEEDS.get(verb)
    if deed is None:
        raise NotVisible
    form = deed.form(request.POST)
    if form.is_valid():
        try:
            deed.do(situation_id, by=request.subject, **form.arguments())
        except (engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(f"{reverse('situations')}#situation-{situation_id}")
    return _page(request, form, status=422)


def _page(request: HttpRequest, form: ActForm | None = None, status: int = 200) -> HttpResponse:
    values = {"page": assessment_page(request.subject), "form": form}
    return render(request, "positions/situations.html", values, status=status)
