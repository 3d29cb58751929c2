"""What is followed: measures, commitments, reports on them, and the course of implementation of the priorities."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import Role, require
from accord.commitments import actions, queries
from accord.commitments.access import may_plan, may_report
from accord.commitments.choices import Standing
from accord.commitments.pages import MarkPage, Wanted
from accord.commitments.printing import sheet_of
from accord.commitments.values import MeasureEntry
from accord.documents.queries import document_list
from accord.meetings.queries import visible_meetings
from accord.members.queries import organisation_of, organisation_page
from accord.programme.queries import area_choices, priority_choices
from accord.web.forms import commitments as forms
from accord.web.views.entering import done_by, known_at
from accord.web.views.printing import on_paper
from accord.web.views.register import asked, home_id, shown_on

_ID = re.compile(r"[a-z0-9]{1,40}")


@require_safe
def followed_list(request: HttpRequest) -> HttpResponse:
    """Show measures and commitments on a day, what is overdue first."""
    wanted = Wanted(*(request.GET.get(name, "") for name in ("status", "code", "kind")))
    organisation_id = home_id(request)
    page = queries.followed_page(request.subject, organisation_id, shown_on(request), wanted)
    adopted = queries.adopted_choices(request.subject, organisation_id) if page.plans else ()
    values = {"page": page, "wanted": wanted, "states": Standing.choices, "adopted": adopted, "asked": asked(request)}
    return render(request, "commitments/list.html", values)


@require_safe
def followed(request: HttpRequest, followed_id: str) -> HttpResponse:
    """Show one measure or commitment with all that was reported of it."""
    page = queries.one_page(request.subject, followed_id, shown_on(request))
    return render(request, "commitments/one.html", {"page": page, "asked": asked(request)})


@require_safe
def implementation(request: HttpRequest) -> HttpResponse:
    """Show the course of implementation of the priorities by a day."""
    page = queries.implementation_page(request.subject, home_id(request), shown_on(request))
    return render(request, "commitments/implementation.html", {"page": page, "asked": asked(request)})


@require_safe
def printed(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the implementation report."""
    page = queries.implementation_page(request.subject, home_id(request), shown_on(request))
    return on_paper(request, sheet_of(page), kind, f"implementation-{page.day.isoformat()}", reverse("implementation"))


# Entering


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """Let chair or secretariat enter a measure of a priority."""
    organisation = organisation_of(request.subject)
    require(may_plan(request.subject, organisation))
    form = form_of(request, forms.MeasureForm, _choices(request), {"priority": request.GET.get("priority", "")})
    done = done_by(form, lambda: actions.plan_measure(organisation.pk, form.entry, by=request.subject, key=_key(form)))
    if done is not None:
        return HttpResponseRedirect(_at(request, done.pk, done.known))
    values = {"form": form, "key": uuid4(), "into": reverse("plan-measure"), "asked": asked(request)}
    return render(request, "commitments/enter.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, followed_id: str) -> HttpResponse:
    """Let chair or secretariat correct a measure; what stood there before stays to be read."""
    before = queries.measure_entry(request.subject, followed_id)
    page = queries.one_page(request.subject, followed_id, shown_on(request))
    require(may_plan(request.subject, queries.followed_row(request.subject, followed_id).organisation))
    form = form_of(request, forms.CorrectionForm, _choices(request), _planned(before))

    def act() -> object:
        entry = form.correction(before.priority)
        return actions.correct_measure(followed_id, entry, by=request.subject, key=_key(form))

    if done_by(form, act) is not None:
        return HttpResponseRedirect(_at(request, followed_id, form.cleaned_data["since"]))
    into = reverse("correct-measure", args=[followed_id])
    values = {"form": form, "key": uuid4(), "into": into, "of": page.line, "asked": asked(request)}
    return render(request, "commitments/enter.html", values, status=422 if form.errors else 200)


def _planned(entry: MeasureEntry) -> dict[str, Any]:
    """Return what stands in a measure, by the names of the fields."""
    names = ("words", "begins", "due", "when", "indicator", "target", "unit", "area")
    kind = entry.owner.partition(" ")[0] if " " in entry.owner else ""
    own = {"owner": entry.owner} if kind in ("member", "organ") else {"office": entry.owner}
    return {**{name: getattr(entry, name) for name in names}, **own, **entry.basis.columns()}


@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest) -> HttpResponse:
    """Let chair or secretariat mark words of an adopted text by which somebody is bound."""
    require(may_plan(request.subject, organisation_of(request.subject)))
    data = request.POST if request.method == "POST" else request.GET
    page = queries.mark_page(request.subject, plain_id(data.get("adoption", "")))
    blocks = [(each.block, f"{each.label} {each.words[:80]}".strip()) for each in page.paragraphs]
    form = form_of(request, forms.CommitmentForm, {**_choices(request), "block": blocks}, _chosen(request, page))
    done = done_by(form, lambda: actions.mark_commitment(form.entry, by=request.subject, key=_key(form)))
    if done is not None:
        return HttpResponseRedirect(_at(request, done.pk, done.known))
    values = {"form": form, "key": uuid4(), "into": reverse("mark-commitment"), "mark": page, "asked": asked(request)}
    return render(request, "commitments/enter.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, followed_id: str) -> HttpResponse:
    """Let whoever it belongs to, chair or secretariat report on a measure or commitment."""
    page = queries.one_page(request.subject, followed_id, shown_on(request))
    require(may_report(request.subject, queries.followed_row(request.subject, followed_id)))
    form = form_of(
        request, forms.ProgressForm, evidence_choices(request, page.day), {"day": page.day, "state": "running"}
    )
    if page.line.kind == "measure" or request.subject.role == Role.DELEGATE:
        del form.fields["open"]
    if request.subject.role == Role.DELEGATE:
        form.fields["source_name"].help_text = _("Empty: your delegation.")
    act = actions.report_measure if page.line.kind == "measure" else actions.report_commitment
    done = done_by(form, lambda: act(followed_id, form.entry, by=request.subject, key=_key(form)))
    if done is not None:
        return HttpResponseRedirect(_at(request, followed_id, form.cleaned_data["day"]))
    into = reverse("followed-report", args=[followed_id])
    values = {"form": form, "key": uuid4(), "into": into, "of": page.line, "asked": asked(request)}
    return render(request, "commitments/enter.html", values, status=422 if form.errors else 200)


def plain_id(typed: str) -> str:
    """Return an id from an address, "" for what can be none: no database is asked for odd characters."""
    return typed if _ID.fullmatch(typed) else ""


def form_of(
    request: HttpRequest, kind: type[forms.FollowedForm], choices: dict[str, Any], initial: dict[str, Any]
) -> forms.FollowedForm:
    """Return the form as it was sent, or with what is known at its beginning."""
    if request.method == "POST":
        return kind(request.POST, choices=choices)
    return kind(initial=initial, choices=choices)


def _key(form: forms.FollowedForm) -> Any:
    return form.cleaned_data["key"]


def _choices(request: HttpRequest) -> dict[str, Any]:
    organisation_id = home_id(request)
    council = organisation_page(request.subject, organisation_id)
    members = [(line.code, f"{line.code} {line.name}") for line in council.members]
    return {
        "priority": priority_choices(request.subject, organisation_id, shown_on(request)),
        "owner": [
            *((f"member {code}", label) for code, label in members),
            *((f"organ {line.key}", str(line.name)) for line in council.every_organ),
        ],
        "bound": members,
        "area": area_choices(request.subject, organisation_id),
    }


def evidence_choices(request: HttpRequest, day: date) -> dict[str, Any]:
    """Return the meetings and documents of a day and before that a report can name."""
    organisation_id = home_id(request)
    meetings = visible_meetings(request.subject, day).filter(organisation=organisation_id, day__lte=day)
    papers = document_list(request.subject, organisation_id, on=day).lines
    return {
        "meeting": [(row.pk, f"{row.title}, {row.day.isoformat() if row.day else row.when}") for row in meetings],
        "document": [(line.id, line.name) for line in papers if line.name],
    }


def _chosen(request: HttpRequest, page: MarkPage) -> dict[str, Any]:
    """Return what the link named: the text, and a paragraph of it, whole, to be cut down to the words."""
    named = request.GET.get("block", "")
    words = next((each.words for each in page.paragraphs if each.block == named), "")
    return {"adoption": page.adoption, "block": named, "words": words}


def _at(request: HttpRequest, followed_id: str, known: Any) -> str:
    """Return the address of what was entered, on a day on which it is known."""
    return known_at(request, reverse("followed", args=[followed_id]), known)
