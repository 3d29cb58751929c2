"""Meetings: the list, one meeting, convening and moving it, a paper tabled in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.access import Allow, NotVisible, require
from accord.commitments.queries import may_register, voiced_in
from accord.documents.queries import papers_page, with_papers
from accord.drafting.queries.lists import texts_of
from accord.meetings import actions, queries
from accord.meetings.access import may_convene, may_propose
from accord.meetings.actions import calling
from accord.meetings.pages import MovingPage
from accord.meetings.wording import meetings_sentence
from accord.members.errors import Unfit
from accord.members.queries import clocks_of, home_organisation, organisation_of, organisation_page, shown_day
from accord.publishing.queries import announced_at
from accord.record.errors import Stale
from accord.web.forms.meetings import CancelForm, ConveneForm, MoveForm, SittingForm
from accord.web.forms.paging import page_of
from accord.web.views.register import asked, shown_on


@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings of the council."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    day = shown_on(request)
    found = queries.meeting_list(request.subject, organisation.pk, number=page_of(request.GET), on=day)
    page = replace(found, lines=with_papers(request.subject, found.lines, on=day))
    convenes = isinstance(may_convene(request.subject, organisation), Allow)
    values = {
        "page": page,
        "sentence": meetings_sentence(page.total),
        "convenes": convenes,
        "proposes": isinstance(may_propose(request.subject, organisation), Allow),
        "organisation": organisation,
        "day": day or shown_day(organisation),
        "asked": asked(request),
    }
    return render(request, "meetings/list.html", values)


@require_safe
def meeting(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show one meeting as the subject sees it, with the texts before it."""
    day = shown_on(request)
    found = queries.meeting_page(request.subject, meeting_id, on=day)
    (line,) = with_papers(request.subject, [found.line], on=day)
    page = replace(found, line=line)
    values = {
        "page": page,
        "papers": papers_page(request.subject, meeting_id, on=day),
        "texts": texts_of(request.subject, meeting_id),
        "decisions": announced_at(request.subject, meeting_id),
        "moves": queries.moves(request.subject, meeting_id),
        "sees_credentials": queries.sees_credentials(request.subject, meeting_id),
        "voiced": voiced_in(request.subject, meeting_id, day),
        "voices": may_register(request.subject, meeting_id),
        "following": queries.next_of(request.subject, meeting_id),
        "part": queries.taking_part(request.subject, meeting_id, day),
        "settles": queries.settles(request.subject, meeting_id) if page.line.state == "proposed" else False,
        "key": uuid4(),
        "asked": asked(request),
    }
    return render(request, "meetings/meeting.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def convene(request: HttpRequest) -> HttpResponse:
    """Let secretariat or chair convene a meeting, or enter one that a member proposes."""
    organisation = organisation_of(request.subject)
    require(may_convene(request.subject, organisation))
    form = convene_form(request, organisation.pk)
    if form.is_bound and form.is_valid() and form.cleaned_data["step"] != "repair":
        try:
            key = form.cleaned_data["key"]
            act = calling.enter_proposal if form.cleaned_data["proposed_by"] else actions.convene
            made = act(organisation.pk, form.convocation, by=request.subject, key=key)
            return redirect("meeting", made.pk)
        except (Unfit, Stale) as error:
            refused(form, error)
    return render(request, "begin/meeting.html", {"form": form, "key": uuid4()}, status=422 if form.errors else 200)


def convene_form(request: HttpRequest, organisation_id: str) -> ConveneForm:
    """Return the form of a meeting that is convened or proposed, with what can be chosen."""
    council = organisation_page(request.subject, organisation_id)
    known = queries.meeting_list(request.subject, organisation_id).lines
    choices: dict[str, Any] = {
        "organs": [(organ.key, str(organ.name)) for organ in council.every_organ],
        "members": [(line.code, str(line.name)) for line in council.members],
        "meetings": [(line.id, line.title) for line in known],
    }
    if request.method == "POST":
        return ConveneForm.sent(request.POST, **choices)
    seat = [clock.zone for clock in clocks_of(organisation_of(request.subject)) if not clock.code]
    return ConveneForm(initial={"zone": seat[0]} if seat else {}, **choices)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Let chair or secretariat give a meeting another day, place or hours."""
    moving = queries.moving_page(request.subject, meeting_id)
    form = _move_form(moving, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and form.cleaned_data["step"] != "repair":
        try:
            actions.move(moving.id, form.schedule, by=request.subject, key=form.cleaned_data["key"])
            return redirect("meeting", moving.id)
        except (Unfit, Stale) as error:
            refused(form, error)
    return _move_page(request, moving, form, CancelForm())


@require_POST
def cancel(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Let chair or secretariat cancel a meeting, with the reason."""
    moving = queries.moving_page(request.subject, meeting_id)
    form = CancelForm(request.POST)
    if form.is_valid():
        try:
            actions.cancel(moving.id, form.cleaned_data["why"], by=request.subject, key=form.cleaned_data["key"])
            return redirect("meeting", moving.id)
        except (Unfit, Stale) as error:
            refused(form, error)
    return _move_page(request, moving, _move_form(moving), form)


@require_POST
def sitting(request: HttpRequest, meeting_id: str, verb: str) -> HttpResponse:
    """Let chair or secretariat add a sitting to a meeting, or take one out."""
    if verb not in ("add", "drop"):
        raise NotVisible
    moving = queries.moving_page(request.subject, meeting_id)
    form = SittingForm(request.POST)
    if form.is_valid():
        values, how = form.cleaned_data, {"by": request.subject, "key": form.cleaned_data["key"]}
        try:
            if verb == "add":
                actions.add_sitting(moving.id, values["form"], form.its_hours, **how)
            else:
                actions.drop_sitting(moving.id, values["code"], **how)
            return redirect("move-meeting", moving.id)
        except (Unfit, Stale) as error:
            refused(form, error)
    return _move_page(request, moving, _move_form(moving), CancelForm(), form)


def _move_form(moving: MovingPage, data: QueryDict | None = None) -> MoveForm:
    if data is not None:
        return MoveForm.sent(data, sittings=moving.sittings)
    return MoveForm(initial=moving.schedule, sittings=moving.sittings)


def _move_page(
    request: HttpRequest,
    moving: MovingPage,
    form: MoveForm,
    cancelling: CancelForm,
    further: SittingForm | None = None,
) -> HttpResponse:
    further = further or SittingForm()
    values = {"moving": moving, "form": form, "cancelling": cancelling, "further": further, "key": uuid4()}
    wrong = form.errors or cancelling.errors or further.errors
    return render(request, "meetings/move.html", values, status=422 if wrong else 200)


def refused(form: Form, error: Unfit | Stale) -> None:
    """Put the reason of a refused act where it belongs in the form."""
    field = error.field if isinstance(error, Unfit) else ""
    form.add_error(field if field in form.fields else None, str(error))


@require_safe
def note(request: HttpRequest, note_id: str) -> HttpResponse:
    """Show a paper tabled in a sitting, to those admitted to it."""
    return render(request, "meetings/note.html", {"page": queries.note_page(request.subject, note_id)})
