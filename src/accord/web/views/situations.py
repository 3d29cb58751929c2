"""Situations: what is reported of them, the questions on which members assess them, and what each says over time."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.access import NotVisible
from accord.engine import text as engine
from accord.members.errors import Unfit
from accord.positions import actions
from accord.positions.pages.situation import Question
from accord.positions.printing import sheet_of
from accord.positions.queries import situation_page
from accord.positions.queries.assessing import assessment_page
from accord.positions.queries.drawing import side_page
from accord.record.errors import Stale
from accord.web.forms import situations as forms
from accord.web.forms.acts import ActForm
from accord.web.views.deeds import Deed
from accord.web.views.printing import on_paper
from accord.web.views.register import asked, home_id, shown_on

DEEDS: Mapping[str, Deed] = {
    "point": Deed(forms.PointForm, actions.put_point),
    "assess": Deed(forms.AssessForm, actions.assess),
    "take-back": Deed(forms.TakeBackForm, actions.take_back),
}


@require_safe
def situations(request: HttpRequest) -> HttpResponse:
    """Show how near the members are in all situations."""
    return render(request, "positions/situations.html", {"page": assessment_page(request.subject)})


@require_safe
def situation(request: HttpRequest, situation_id: str) -> HttpResponse:
    """Show one situation: what is reported of it, positions on it, and what members said of it over time."""
    return _page(request, situation_id)


@require_POST
def act(request: HttpRequest, situation_id: str, verb: str) -> HttpResponse:
    """Do one act, or show the page again with what is wrong."""
    deed = DEEDS.get(verb)
    if deed is None:
        raise NotVisible
    form = deed.form(request.POST)
    if form.is_valid():
        try:
            deed.do(situation_id, by=request.subject, **form.arguments())
        except (engine.TextError, Stale, Unfit) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(f"{reverse('situation', args=[situation_id])}#questions")
    return _page(request, situation_id, form, verb, status=422)


def _page(
    request: HttpRequest, situation_id: str, form: ActForm | None = None, verb: str = "", status: int = 200
) -> HttpResponse:
    page = situation_page(request.subject, home_id(request), situation_id, shown_on(request))
    answers = [(each, *_answer(request, each, typed=verb == "assess")) for each in page.questions]
    typed = verb == "assess"
    readers = {
        "shown": request.POST.get("shown", "") if typed else page.shown,
        "readers": request.POST.getlist("members") if typed else page.readers,
        "again": typed and "again" in request.POST,
    }
    values = {"page": page, "answers": answers, "form": form, "verb": verb, "asked": asked(request), **readers}
    return render(request, "positions/situation.html", values, status=status)


def _answer(request: HttpRequest, question: Question, *, typed: bool) -> tuple[str, str]:
    """Return what stands in the fields of a question: what was typed, else what the own delegation said last."""
    if typed:
        return request.POST.get(f"said-{question.id}", ""), request.POST.get(f"words-{question.id}", "")
    return (question.mine.said, question.mine.words) if question.mine else ("", "")


@require_safe
def together(request: HttpRequest, situation_id: str) -> HttpResponse:
    """Show the chair and the secretariat what members released to them, side by side as of a day."""
    return _together(request, situation_id)


@require_safe
def printed(request: HttpRequest, situation_id: str, kind: str) -> HttpResponse:
    """Hand out the assessments side by side."""
    page = side_page(request.subject, home_id(request), situation_id, shown_on(request))
    name = f"assessments-{situation_id}-{page.day.isoformat()}"
    return on_paper(request, sheet_of(page), kind, name, reverse("together", args=[situation_id]))


@require_POST
def draw_up(request: HttpRequest, situation_id: str) -> HttpResponse:
    """Open a text from what the whole council reads, or show the page again with what is wrong."""
    form = forms.DrawForm(request.POST)
    if form.is_valid():
        try:
            text = actions.draw_up(situation_id, by=request.subject, **form.arguments())
        except (engine.TextError, Stale, Unfit) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(reverse("text", args=[text.pk]))
    return _together(request, situation_id, form, status=422)


def _together(
    request: HttpRequest, situation_id: str, form: forms.DrawForm | None = None, status: int = 200
) -> HttpResponse:
    page = side_page(request.subject, home_id(request), situation_id, shown_on(request))
    return render(request, "positions/together.html", {"page": page, "form": form}, status=status)
