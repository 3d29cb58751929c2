"""Proposals voiced in meetings: the list, one of them, and entering."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible, require
from accord.commitments import actions, queries
from accord.commitments.access import may_plan
from accord.commitments.choices import Fate
from accord.commitments.pages import VoicedLine
from accord.commitments.queries.voiced import Wanted
from accord.documents.queries import document_list
from accord.drafting.queries.rows import visible_texts
from accord.meetings.queries import admitted_sittings, visible_items, visible_statements, whole_meetings
from accord.meetings.wording import sitting_name
from accord.members.queries import organisation_of, organisation_page
from accord.web.forms.voiced import OutcomeForm, VoicedForm
from accord.web.views.commitments import form_of, plain_id
from accord.web.views.entering import done_by, known_at
from accord.web.views.register import asked, home_id, shown_on


@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """Show what was proposed in meetings, the latest first."""
    wanted = Wanted(*(request.GET.get(name, "") for name in ("fate", "code", "meeting")))
    organisation_id = home_id(request)
    page = queries.voiced_page(request.subject, organisation_id, shown_on(request), wanted)
    meetings = _meetings(request, organisation_id) if page.plans else ()
    values = {"page": page, "wanted": wanted, "fates": Fate.choices, "meetings": meetings, "asked": asked(request)}
    return render(request, "commitments/proposals.html", values)


@require_safe
def proposal(request: HttpRequest, voiced_id: str) -> HttpResponse:
    """Show one proposal with what became of it."""
    line, day, plans = queries.voiced_one(request.subject, voiced_id, shown_on(request))
    values = {"line": line, "day": day, "plans": plans, "asked": asked(request)}
    return render(request, "commitments/proposal.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Let chair or secretariat register a proposal that was voiced in a meeting."""
    require(may_plan(request.subject, organisation_of(request.subject)))
    data = request.POST if request.method == "POST" else request.GET
    meeting = whole_meetings(request.subject).filter(pk=plain_id(data.get("meeting", ""))).first()
    if meeting is None:
        raise NotVisible
    form = form_of(request, VoicedForm, _places(request, meeting.pk), {"meeting": meeting.pk, "day": meeting.day})
    done = done_by(form, lambda: actions.register_voiced(form.entry, by=request.subject, key=form.cleaned_data["key"]))
    if done is not None:
        return HttpResponseRedirect(_at(request, done.pk, done.day))
    values = {"form": form, "key": uuid4(), "into": reverse("proposal-enter"), "back": "proposals"}
    values |= {"meeting": (meeting.pk, meeting.title), "asked": asked(request)}
    return render(request, "commitments/enter.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: HttpRequest, voiced_id: str) -> HttpResponse:
    """Let chair or secretariat say what became of a proposal."""
    line, day, _plans = queries.voiced_one(request.subject, voiced_id, shown_on(request))
    require(may_plan(request.subject, organisation_of(request.subject)))
    form = form_of(request, OutcomeForm, _papers(request, line, day), {"day": day, "fate": line.fate})
    by = request.subject
    done = done_by(form, lambda: actions.say_what_became(voiced_id, form.entry, by=by, key=form.cleaned_data["key"]))
    if done is not None:
        return HttpResponseRedirect(_at(request, voiced_id, form.cleaned_data["day"]))
    into = reverse("proposal-outcome", args=[voiced_id])
    values = {"form": form, "key": uuid4(), "into": into, "back": "proposals", "asked": asked(request)}
    return render(request, "commitments/enter.html", values, status=422 if form.errors else 200)


def _meetings(request: HttpRequest, organisation_id: str) -> list[tuple[str, str]]:
    rows = whole_meetings(request.subject, shown_on(request)).filter(organisation=organisation_id)
    return [(row.pk, row.title) for row in rows.exclude(day=None)[:20]]


def _places(request: HttpRequest, meeting: str) -> dict[str, Any]:
    by = request.subject
    council = organisation_page(by, home_id(request))
    said = visible_statements(by).filter(meeting=meeting)
    return {
        "code": [
            *((line.code, f"{line.code} {line.name}") for line in council.members),
            *((line.code, str(line.name)) for line in council.partners),
        ],
        "sitting": [(row.code, sitting_name(row.code)) for row in admitted_sittings(by).filter(meeting=meeting)],
        "item": [(row.handle, row.title) for row in visible_items(by).filter(meeting=meeting, removed=False)],
        "statement": [(row.pk, f"{row.code or row.name}: {row.wording[:60]}") for row in said],
    }


def _papers(request: HttpRequest, line: VoicedLine, day: Any) -> dict[str, Any]:
    by, organisation_id = request.subject, home_id(request)
    papers = document_list(by, organisation_id, on=day).lines
    texts = visible_texts(by).filter(organisation=organisation_id)
    others = queries.voiced_on(by, organisation_id, day)
    return {
        "document": [(each.id, each.name) for each in papers if each.name],
        "text": [(row.pk, f"{row.symbol} {row.title}".strip()) for row in texts],
        "other": [(each.id, f"{each.code or each.who}: {each.words[:60]}") for each in others if each.id != line.id],
    }


def _at(request: HttpRequest, voiced_id: str, known: Any) -> str:
    """Return the address of a proposal, on a day on which what was entered is known."""
    return known_at(request, reverse("proposal", args=[voiced_id]), known)
