"""Questions put to decision: the list, putting one, its page, and what is done on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.access import Allow, NotVisible, require
from accord.decisions import actions, queries
from accord.decisions.access import may_put
from accord.drafting.queries.names import text_names
from accord.engine import text as engine
from accord.engine.rules import RulesError
from accord.meetings.queries import meeting_list
from accord.members.queries import end_of, member_names, organisation_of, shown_day
from accord.record import clock
from accord.record.errors import Stale
from accord.signing.queries import standing_of_question
from accord.web.forms import decisions as forms
from accord.web.forms.acts import ActForm
from accord.web.views.deeds import Deed
from accord.web.views.register import shown_on

DEEDS: Mapping[str, Deed] = {
    "say": Deed(forms.SayForm, actions.say, stamped=True),
    "take-back": Deed(forms.PlainForm, actions.take_back_objection),
    "record": Deed(forms.RecordForm, actions.record_words),
    "count": Deed(forms.CountForm, actions.count),
    "state": Deed(forms.StateForm, actions.state),
    "close": Deed(forms.CloseForm, actions.close),
    "extend": Deed(forms.TimeForm, actions.extend),
    "put-again": Deed(forms.TimeForm, actions.put_again),
}


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """Show the questions put to the council, as they stood on a day that is over where one is asked for."""
    organisation, day = organisation_of(request.subject), shown_on(request)
    until = end_of(organisation, day)
    values = {
        "lines": queries.question_list(request.subject, organisation.pk, until=until),
        "day": day or shown_day(organisation),
        "puts": isinstance(may_put(request.subject, organisation), Allow),
    }
    return render(request, "decisions/list.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def put(request: HttpRequest) -> HttpResponse:
    """Let the chair or the secretariat put a question."""
    organisation = organisation_of(request.subject)
    require(may_put(request.subject, organisation))
    form = _put_form(request)
    if form.is_bound and form.is_valid():
        try:
            made = actions.put(
                organisation.pk,
                form.putting(clock.now().date()),
                meeting_id=form.cleaned_data["meeting"],
                by=request.subject,
                key=form.cleaned_data["key"],
            )
            return redirect("question", made.pk)
        except (RulesError, engine.TextError, Stale) as error:
            form.refuse(error)
    values = {"form": form, "key": uuid4()}
    return render(request, "decisions/put.html", values, status=422 if form.errors else 200)


def _put_form(request: HttpRequest) -> forms.PutForm:
    subject, organisation = request.subject, organisation_of(request.subject)
    lines = meeting_list(subject, organisation.pk).lines
    choices: dict[str, Any] = {
        "rules": queries.rules_for(organisation, clock.now().date()),
        "members": list(member_names(organisation).items()),
        "texts": [(each.id, f"{each.symbol} {each.title}".strip()) for each in text_names(subject)],
        "meetings": [(line.id, line.title) for line in lines],
    }
    if request.method == "POST":
        return forms.PutForm(request.POST, **choices)
    asked = {name: request.GET.get(name, "") for name in ("meeting", "about")}
    own = next(iter(queries.zones_of(subject, organisation)), "UTC")
    zone = {"zone": own, "rule": organisation.rule, "way": "consensus", "adopts": bool(request.GET.get("adopts"))}
    return forms.PutForm(initial=asked | zone, **choices)


@require_safe
def question(request: HttpRequest, question_id: str) -> HttpResponse:
    """Show who has said what, and what the rule makes of it."""
    return _page(request, question_id)


@require_POST
def act(request: HttpRequest, question_id: str, verb: str) -> HttpResponse:
    """Do one act, or show the page again with what is wrong. The stamp of arrival is taken before anything else."""
    arrived = clock.now()
    deed = DEEDS.get(verb)
    if deed is None:
        raise NotVisible
    form = deed.form(request.POST)
    if form.is_valid():
        stamp = {"arrived": arrived} if deed.stamped else {}
        try:
            deed.do(question_id, by=request.subject, **form.arguments(), **stamp)
        except (RulesError, engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(reverse("question", args=[question_id]))
    return _page(request, question_id, verb, form, status=422)


def _page(
    request: HttpRequest, question_id: str, verb: str = "", form: ActForm | None = None, status: int = 200
) -> HttpResponse:
    page = queries.question_page(request.subject, question_id)
    end = forms.TimeForm(initial={"zone": page.silence.zones[0].zone if page.silence else "UTC"})
    values = {"page": page, "verb": verb, "form": form, "end": form if isinstance(form, forms.TimeForm) else end}
    values["standing"] = standing_of_question(request.subject, question_id) if page.closed else None
    return render(request, "decisions/question.html", values, status=status)
