"""The chairmanship: who presides, who follows by the rule, and the programmes of priorities as they were announced."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import Decision, NotVisible, Subject, require
from accord.members import queries as members
from accord.members.access import may_keep_register
from accord.members.errors import Unfit
from accord.members.pages import OrganisationPage, TermLine
from accord.members.queries import organisation_of, organisation_page
from accord.programme import actions
from accord.programme.access import may_announce
from accord.programme.queries import announces, area_choices, programme_list
from accord.record.errors import Stale
from accord.web.forms import programme as forms
from accord.web.views.commitments import evidence_choices
from accord.web.views.register import asked, home_id, shown_on


@require_safe
def chairmanship(request: HttpRequest) -> HttpResponse:
    """Show the terms and the programmes on a day."""
    organisation_id = home_id(request)
    council = organisation_page(request.subject, organisation_id, brief=True, on=shown_on(request))
    provisions = members.provision_list(request.subject, organisation_id)
    values = {
        "council": council,
        "sentence": chair_sentence(council),
        "programmes": programme_list(request.subject, organisation_id, on=council.day),
        "provisions": [line for line in provisions if line.matter == "chair"],
        "keeps": members.keeps_register(request.subject, organisation_id),
        "announces": announces(request.subject, organisation_id),
        "asked": asked(request),
    }
    return render(request, "chairmanship/chairmanship.html", values)


def chair_sentence(council: OrganisationPage) -> str:
    """Return the sentence with which the page opens: who presides until when, and who follows."""
    now, following = council.chairmanship, council.next_chairmanship
    if now is None:
        return _("Nobody is entered as presiding on this day.")
    until = {"member": now.member, "day": date_format(now.ends, "j E Y") if now.ends else ""}
    first = _("%(member)s presides until %(day)s.") if now.ends else _("%(member)s presides.")
    return f"{first % until} {_follows(following)}".strip()


def _follows(term: TermLine | None) -> str:
    if term is None:
        return _("Who follows is not known.")
    if term.computed:
        return _("By the rotation %(member)s follows; it is not decided yet.") % {"member": term.member}
    return _("%(member)s follows, as was decided.") % {"member": term.member}


# Entering


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """What is entered of a programme: its form, the act, and who may do it."""

    form: type[forms.OfTermForm]
    do: Callable[[str, Any, Subject, UUID], object]
    may: Callable[[Subject, Any], Decision] = may_announce


def _programme(organisation_id: str, form: Any, by: Subject, key: UUID) -> object:
    return actions.announce_programme(organisation_id, form.entry, by=by, key=key)


def _priority(organisation_id: str, form: Any, by: Subject, key: UUID) -> object:
    return actions.add_priority(organisation_id, form.cleaned_data["term"], form.entry, by=by, key=key)


def _report(organisation_id: str, form: Any, by: Subject, key: UUID) -> object:
    return actions.report_progress(organisation_id, [form.entry], by=by, key=key)


PARTS: Mapping[str, ProgrammePart] = {
    "programme": ProgrammePart(forms.ProgrammeForm, _programme),
    "priority": ProgrammePart(forms.PriorityForm, _priority),
    "report": ProgrammePart(forms.ReportForm, _report, may_keep_register),
}


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, what: str) -> HttpResponse:
    """Let the chair or the secretariat enter a programme and its priorities, the secretariat what is reported."""
    if what not in PARTS:
        raise NotVisible
    organisation, part = organisation_of(request.subject), PARTS[what]
    require(part.may(request.subject, organisation))
    form = _form(request, organisation.pk, part)
    if form.is_bound and form.is_valid():
        try:
            part.do(organisation.pk, form, request.subject, form.cleaned_data["key"])
            return redirect("chairmanship")
        except Unfit as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except Stale as error:
            form.add_error(None, str(error))
    values = {"form": form, "what": what, "key": uuid4(), "into": "chairmanship-enter", "back": "chairmanship"}
    return render(request, "register/enter.html", values, status=422 if form.errors else 200)


def _form(request: HttpRequest, organisation_id: str, part: ProgrammePart) -> forms.OfTermForm:
    council = organisation_page(request.subject, organisation_id)
    span = [term for term in reversed(council.terms) if term.begins]
    choices: dict[str, Any] = {
        "organs": [(line.key, str(line.name)) for line in council.every_organ],
        "offered": {
            "area": area_choices(request.subject, organisation_id),
            **evidence_choices(request, council.day),
        },
        "terms": [(f"{term.begins}", f"{term.member}, {date_format(term.begins, 'j E Y')}") for term in span],
    }
    return part.form(request.POST, **choices) if request.method == "POST" else part.form(**choices)
