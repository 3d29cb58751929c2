"""A text before the council: the chair's console, and what a delegation says there."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.access import NotVisible
from accord.decisions import actions as decisions
from accord.decisions.queries import apart_at, empty_at, questions_about, voted_at
from accord.drafting import actions
from accord.drafting.errors import Stale
from accord.drafting.pages import DecisionPage
from accord.drafting.queries.deciding import decision_page
from accord.engine import text as engine
from accord.engine.rules import RulesError
from accord.signing.queries import standing_of
from accord.web.forms import decision as forms
from accord.web.forms.acts import ActForm
from accord.web.views.deeds import Deed

DEEDS: Mapping[str, Deed] = {
    "put": Deed(forms.SeenForm, actions.put_to_council),
    "adopt": Deed(forms.AdoptForm, decisions.adopt_text),
    "take-back": Deed(forms.PlainForm, actions.take_back),
    "roll": Deed(forms.RollForm, actions.call_roll),
    "object": Deed(forms.PlainForm, decisions.object_to_adoption),
    "withdraw-objection": Deed(forms.PlainForm, decisions.withdraw_objection_to_adoption),
}


@require_safe
def decision(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show who sits, what each has said, and what the record will say."""
    return _page(request, text_id)


@require_safe
def confirm(request: HttpRequest, text_id: str) -> HttpResponse:
    """Ask the chair once more, with the same sentence; where nothing can be adopted, show the decision."""
    page = _decision(request, text_id)
    if not page.may_preside or not page.asked or not page.outcome.adopted:
        return HttpResponseRedirect(reverse("decision", args=[text_id]))
    return render(request, "drafting/decision_confirm.html", {"page": page})


@require_POST
def decide(request: HttpRequest, text_id: str, verb: str) -> HttpResponse:
    """Do one act, or show the page again with what is wrong."""
    if verb not in DEEDS:
        raise NotVisible
    form = DEEDS[verb].form(request.POST)
    if form.is_valid():
        try:
            DEEDS[verb].do(text_id, by=request.subject, **form.arguments())
        except (RulesError, engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(reverse("decision", args=[text_id]))
    return _page(request, text_id, form, status=422)


def _page(request: HttpRequest, text_id: str, form: ActForm | None = None, status: int = 200) -> HttpResponse:
    page = _decision(request, text_id)
    empty = empty_at(request.subject, text_id) if page.may_call_roll else frozenset()
    ticked = form.data.getlist("present") if isinstance(form, forms.RollForm) else _present(page, empty)
    values = {"page": page, "form": form, "ticked": ticked, "questions": questions_about(request.subject, text_id)}
    values["empty"] = [row.holder for row in page.seats if row.present and row.holder.code in empty]
    values["standing"] = standing_of(request.subject, page.adoption) if page.adoption else None
    return render(request, "drafting/decision.html", values, status=status)


def _decision(request: HttpRequest, text_id: str) -> DecisionPage:
    by = request.subject
    return decision_page(by, text_id, apart_at(by, text_id), voted=voted_at(by, text_id))


def _present(page: DecisionPage, empty: frozenset[str]) -> list[str]:
    """Return whose seats are taken: as the roll has it, and before it is taken without those that the meeting names."""
    return [row.holder.code for row in page.seats if row.present and row.holder.code not in empty]
