"""Who takes part in a meeting: invitations, participants, attendance by sitting, staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.access import NotVisible, Refused, Role, require
from accord.meetings import actions, queries
from accord.meetings.taking_part import ParticipantsPage
from accord.members import actions as members
from accord.members.access import may_give_mandate
from accord.members.errors import Unfit
from accord.members.queries import organisation_of, people_page
from accord.record.errors import Stale
from accord.web.forms import taking_part as forms
from accord.web.forms.paging import page_of
from accord.web.views.meetings import refused
from accord.web.views.register import asked, shown_on


@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show who is invited to a meeting, and let a member, the chair or the secretariat propose more."""
    page = queries.invitations_page(request.subject, meeting_id, shown_on(request))
    if request.method == "POST" and page.refused:
        raise Refused(page.refused)
    known: dict[str, Any] = {"parts": page.parts, "partners": page.partners, "zone": page.zone}
    form = forms.InvitationForm(request.POST, **known) if request.method == "POST" else forms.InvitationForm(**known)
    if form.is_bound and form.is_valid():
        try:
            made = actions.invite(meeting_id, form.entry, by=request.subject, key=form.cleaned_data["key"])
            return redirect("invitation", made.pk)
        except (Unfit, Stale) as error:
            refused(form, error)
    sights = [(words, page.sights[key]) for key, words in page.parts]
    values = {"page": page, "form": form, "sights": sights, "key": uuid4(), "asked": asked(request)}
    return render(request, "meetings/invitations.html", values, status=422 if form.errors else 200)


@require_safe
def invitation(request: HttpRequest, invitation_id: str) -> HttpResponse:
    """Show an invitation: what the guest will see, who said what, and what can be done."""
    return _invitation_page(request, invitation_id)


def _say(request: HttpRequest, invitation_id: str, form: Any) -> object:
    values = form.cleaned_data
    return actions.say(invitation_id, values["word"], values["reason"], by=request.subject, key=values["key"])


def _send(request: HttpRequest, invitation_id: str, form: Any) -> object:
    return actions.send(invitation_id, by=request.subject, key=form.cleaned_data["key"])


def _answer(request: HttpRequest, invitation_id: str, form: Any) -> object:
    values = form.cleaned_data
    return actions.answer(invitation_id, form.accepts, values["words"], by=request.subject, key=values["key"])


def _withdraw(request: HttpRequest, invitation_id: str, form: Any) -> object:
    values = form.cleaned_data
    return actions.withdraw_invitation(invitation_id, values["why"], by=request.subject, key=values["key"])


ACTS: Mapping[str, tuple[type[forms.KeyForm], Callable[[HttpRequest, str, Any], object]]] = {
    "say": (forms.SayForm, _say),
    "send": (forms.KeyForm, _send),
    "answer": (forms.AnswerForm, _answer),
    "withdraw": (forms.WithdrawForm, _withdraw),
}


@require_POST
def invitation_act(request: HttpRequest, invitation_id: str, verb: str) -> HttpResponse:
    """Do one act on an invitation, or show the page again with what is wrong."""
    if verb not in ACTS:
        raise NotVisible
    kind, do = ACTS[verb]
    form = kind(request.POST)
    if form.is_valid():
        try:
            do(request, invitation_id, form)
            return redirect("invitation", invitation_id)
        except (Unfit, Stale) as error:
            refused(form, error)
    return _invitation_page(request, invitation_id, verb, form)


def _invitation_page(
    request: HttpRequest, invitation_id: str, verb: str = "", form: Form | None = None
) -> HttpResponse:
    page = queries.invitation_page(request.subject, invitation_id, shown_on(request))
    values = {"page": page, "verb": verb, "form": form, "asked": asked(request)}
    return render(request, "meetings/invitation.html", {**values, "key": uuid4()}, status=422 if form else 200)


@require_safe
def participants(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show who takes part, in the order of precedence, and who sat in which sitting."""
    page = queries.participants_page(request.subject, meeting_id, shown_on(request), number=page_of(request.GET))
    return _participants_page(request, page)


@require_POST
def register(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Register somebody who takes part."""
    page = queries.participants_page(request.subject, meeting_id, number=1)
    form = _participant_form(request, page)
    if form.is_valid():
        try:
            actions.register(meeting_id, [form.entry], by=request.subject, key=form.cleaned_data["key"])
            return redirect("participants", meeting_id)
        except (Unfit, Stale) as error:
            refused(form, error)
    return _participants_page(request, page, form)


@require_POST
def precedence(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Set the order of precedence."""
    form = forms.PrecedenceForm(request.POST)
    if form.is_valid():
        try:
            values = form.cleaned_data
            actions.set_precedence(meeting_id, values["precedence"], by=request.subject, key=values["key"])
            return redirect("participants", meeting_id)
        except (Unfit, Stale) as error:
            refused(form, error)
    page = queries.participants_page(request.subject, meeting_id, number=1)
    return _participants_page(request, page, order=form)


@require_POST
def strike(request: HttpRequest, participant_id: str) -> HttpResponse:
    """Take somebody off the list."""
    form = forms.KeyForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    meeting = actions.strike(participant_id, by=request.subject, key=form.cleaned_data["key"])
    return redirect("participants", meeting.pk)


def _participant_form(request: HttpRequest, page: ParticipantsPage) -> forms.ParticipantForm:
    found = people_page(request.subject, organisation_of(request.subject).pk)
    people = [(line.id, str(line.name)) for line in found]
    bound = [request.POST] if request.path.endswith("/register/") else []
    if not page.sides:
        raise Refused(page.refused)
    return forms.ParticipantForm(*bound, sides=page.sides, people=people)


def _participants_page(
    request: HttpRequest, page: ParticipantsPage, form: forms.ParticipantForm | None = None, order: Form | None = None
) -> HttpResponse:
    if form is None and page.sides:
        form = _participant_form(request, page)
    wrong = (form and form.errors) or order
    values = {
        "page": page,
        "form": form,
        "order": order,
        "orders": forms.PrecedenceForm.base_fields["precedence"].choices,
        "asked": asked(request),
        "key": uuid4(),
    }
    return render(request, "meetings/participants.html", values, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, meeting_id: str, code: str) -> HttpResponse:
    """Let the secretariat enter how each member sat in a sitting."""
    page = queries.attending_page(request.subject, meeting_id, code)
    bound = [request.POST] if request.method == "POST" else []
    form = forms.AttendingForm(*bound, members=page.members, known=page.sitting.lines)
    if bound and form.is_valid():
        try:
            key = form.cleaned_data["key"]
            actions.set_attending(meeting_id, code, form.entries, by=request.subject, key=key)
            return redirect("participants", meeting_id)
        except (Unfit, Stale) as error:
            refused(form, error)
    values = {"page": page, "form": form, "key": uuid4()}
    return render(request, "meetings/attendance.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def staff(request: HttpRequest, meeting_id: str, code: str) -> HttpResponse:
    """Let the secretariat admit interpreters and staff to a sitting."""
    page = queries.staff_page(request.subject, meeting_id, code)
    bound = [request.POST] if request.method == "POST" else []
    form = forms.StaffForm(*bound, sign_ins=page.sign_ins, known=page.admitted)
    if bound and form.is_valid():
        try:
            actions.admit_staff(meeting_id, code, form.entries, by=request.subject, key=form.cleaned_data["key"])
            return redirect("participants", meeting_id)
        except (Unfit, Stale) as error:
            refused(form, error)
    values = {"page": page, "form": form, "key": uuid4()}
    return render(request, "meetings/staff.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def staff_sign_in(request: HttpRequest) -> HttpResponse:
    """Let the secretariat give an interpreter, note-taker or technician a sign-in."""
    organisation = organisation_of(request.subject)
    require(may_give_mandate(request.subject, organisation))
    form = forms.SignInForm(request.POST) if request.method == "POST" else forms.SignInForm()
    if form.is_bound and form.is_valid():
        try:
            values = {name: form.cleaned_data[name] for name in ("name", "password", "key")}
            members.give_mandate(organisation.pk, role=Role.STAFF, by=request.subject, **values)
            return redirect("staff-sign-in")
        except (Unfit, Stale) as error:
            refused(form, error)
    values = {"form": form, "known": queries.staff_sign_ins(organisation.pk), "key": uuid4()}
    return render(request, "meetings/staff_sign_in.html", values, status=422 if form.errors else 200)
