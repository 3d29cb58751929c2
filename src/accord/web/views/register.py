"""The register: what the council is and what is reported of it, each row with its source; any day can be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible, Subject, require
from accord.commitments.pages import Wanted
from accord.commitments.queries import followed_page, voiced_on
from accord.documents.queries import names_for
from accord.members import actions
from accord.members import queries as members
from accord.members.access import may_keep_register
from accord.members.errors import Unfit
from accord.members.pages import OrganisationPage
from accord.members.queries import home_organisation, organisation_of, organisation_page
from accord.members.queries.naming import WORDS
from accord.members.tongues import spelled
from accord.positions.queries import positions_of, situation_list
from accord.programme.queries import area_choices, programme_page, shares_of
from accord.programme.wording import activities_sentence
from accord.record.clock import LATEST
from accord.record.errors import Stale
from accord.web.forms import register as forms
from accord.web.forms.clocks import ClockForm
from accord.web.forms.partners import AgreementForm, ContactForm, JointForm, PartnerForm
from accord.web.forms.rules import EndPostForm, NameForm, ParticularForm, ProvisionForm
from accord.web.joint import joint_places


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show organs, members, programme, partners and situations."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    council = organisation_page(request.subject, organisation.pk, on=shown_on(request))
    programme = programme_page(request.subject, organisation.pk, on=council.day)
    values = {
        "organisation": organisation,
        "council": council,
        "sentence": register_sentence(council),
        "programme": programme,
        "activities": activities_sentence(programme.activities),
        "provisions": members.provision_list(request.subject, organisation.pk),
        "situations": situation_list(request.subject, organisation.pk),
        "keeps": members.keeps_register(request.subject, organisation.pk),
        "entries": [(name, entry.form.title) for name, entry in ENTRIES.items()],
        "asked": asked(request),
    }
    return render(request, "register/register.html", values)


@require_safe
def member(request: HttpRequest, code: str) -> HttpResponse:
    """Show a member over time."""
    organisation_id = home_id(request)
    page = members.member_page(request.subject, organisation_id, code, on=shown_on(request))
    values = {
        "page": page,
        "voiced": voiced_on(request.subject, organisation_id, page.day, code=code),
        "followed": followed_page(request.subject, organisation_id, page.day, Wanted(code=code)).lines,
        "positions": positions_of(request.subject, organisation_id, f"member {code}", page.day),
        "shares": shares_of(request.subject, organisation_id, code, page.day),
        "asked": asked(request),
    }
    return render(request, "register/member.html", values)


@require_safe
def organ(request: HttpRequest, key: str) -> HttpResponse:
    """Show an organ."""
    page = members.organ_page(request.subject, home_id(request), key, on=shown_on(request))
    return render(request, "register/organ.html", {"page": page, "asked": asked(request)})


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show who holds which post."""
    organisation_id = home_id(request)
    day = shown_on(request) or organisation_page(request.subject, organisation_id, brief=True).day
    found = members.people_page(request.subject, organisation_id, on=day)
    keeps = members.keeps_register(request.subject, organisation_id)
    values = {"people": found, "day": day, "keeps": keeps, "asked": asked(request)}
    return render(request, "register/people.html", values)


@require_safe
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """Show a person with all posts."""
    organisation_id = home_id(request)
    page = members.person_page(request.subject, organisation_id, person_id, on=shown_on(request))
    keeps = members.keeps_register(request.subject, organisation_id)
    return render(request, "register/person.html", {"page": page, "keeps": keeps})


@require_http_methods(["GET", "HEAD", "POST"])
def end_post(request: HttpRequest, post: str) -> HttpResponse:
    """Let the secretariat enter the last day of a post."""
    organisation = organisation_of(request.subject)
    require(may_keep_register(request.subject, organisation))
    page = members.ending_page(request.subject, organisation.pk, post)
    form = EndPostForm(request.POST) if request.method == "POST" else EndPostForm()
    if form.is_bound and form.is_valid():
        try:
            until, key = form.cleaned_data["until"], form.cleaned_data["key"]
            actions.end_post(organisation.pk, post, until, by=request.subject, key=key)
            return redirect("person", page.person_id)
        except Unfit as error:
            form.add_error(error.field, str(error))
        except Stale as error:
            form.add_error(None, str(error))
    values = {"form": form, "page": page, "key": uuid4()}
    return render(request, "register/end.html", values, status=422 if form.errors else 200)


# Entering


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """What the secretariat enters on a page of its own: its form, the act, and where the reader goes on."""

    form: type[forms.RegisterForm]
    do: Callable[[str, Any, Subject, UUID], object]
    place: str = "register"


def _in_register(at: int) -> Callable[[str, Any, Subject, UUID], object]:
    """Return how one organ, partner or term is entered."""

    def do(organisation_id: str, form: Any, by: Subject, key: UUID) -> object:
        lists: list[list[Any]] = [[], [], []]
        lists[at] = [form.entry]
        return actions.enter_register(organisation_id, *lists, by=by, key=key)

    return do


def _one(action: Callable[..., object]) -> Callable[[str, Any, Subject, UUID], object]:
    """Return how one entry goes into an action that takes many."""
    return lambda organisation_id, form, by, key: action(organisation_id, [form.entry], by=by, key=key)


def _post(organisation_id: str, form: Any, by: Subject, key: UUID) -> object:
    return actions.enter_post(organisation_id, form.cleaned_data["person"], form.entry, by=by, key=key)


ENTRIES: Mapping[str, RegisterEntry] = {
    "member": RegisterEntry(forms.MemberForm, _one(actions.enter_states)),
    "organ": RegisterEntry(forms.OrganForm, _in_register(0)),
    "partner": RegisterEntry(PartnerForm, _in_register(1), "partner"),
    "agreement": RegisterEntry(AgreementForm, _one(actions.enter_agreements), "partner"),
    "contact": RegisterEntry(ContactForm, _one(actions.enter_contacts), "partner"),
    "joint": RegisterEntry(JointForm, _one(actions.enter_joint), "partner"),
    "term": RegisterEntry(forms.TermForm, _in_register(2)),
    "status": RegisterEntry(forms.StateForm, _one(actions.enter_states)),
    "act": RegisterEntry(forms.ActForm, _one(actions.enter_acts)),
    "person": RegisterEntry(forms.PersonForm, _one(actions.enter_people), "people"),
    "post": RegisterEntry(forms.PostForm, _post, "people"),
    "power": RegisterEntry(forms.PowerForm, _one(actions.enter_powers), "people"),
    "name": RegisterEntry(NameForm, _one(actions.enter_names)),
    "clock": RegisterEntry(ClockForm, _one(actions.enter_clocks)),
    "rule": RegisterEntry(ProvisionForm, _one(actions.enter_provisions), "rules"),
    "fact": RegisterEntry(ParticularForm, _one(actions.enter_particulars)),
}


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, what: str) -> HttpResponse:
    """Let the secretariat enter one thing of the register."""
    if what not in ENTRIES:
        raise NotVisible
    organisation, entry = organisation_of(request.subject), ENTRIES[what]
    require(may_keep_register(request.subject, organisation))
    form = _form(request, organisation.pk, entry)
    if form.is_bound and form.is_valid():
        try:
            entry.do(organisation.pk, form, request.subject, form.cleaned_data["key"])
            return _onwards(entry, form)
        except Unfit as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except Stale as error:
            form.add_error(None, str(error))
    values = {"form": form, "what": what, "key": uuid4()}
    return render(request, "register/enter.html", values, status=422 if form.errors else 200)


def _onwards(entry: RegisterEntry, form: Any) -> HttpResponse:
    """Return the way to the page that shows what was entered."""
    if entry.place == "partner":
        return redirect("partner", form.cleaned_data.get("partner") or form.cleaned_data["code"])
    return redirect(entry.place)


def _form(request: HttpRequest, organisation_id: str, entry: RegisterEntry) -> forms.RegisterForm:
    council = organisation_page(request.subject, organisation_id)
    found = members.people_page(request.subject, organisation_id, on=LATEST)
    places = joint_places(request.subject, organisation_id) if entry.form is JointForm else {}
    choices: dict[str, Any] = {
        "partners": members.partner_choices(request.subject, organisation_id),
        "places": [(of, place.name) for of, place in places.items()],
        "documents": names_for(request.subject, organisation_id) if entry.form is AgreementForm else (),
        "members": [(line.code, str(line.name)) for line in council.members],
        "organs": [(line.key, str(line.name)) for line in council.every_organ],
        "people": [(line.registered, str(line.name)) for line in found],
        "named": members.nameable(request.subject, organisation_id) + _areas(request, organisation_id),
    }
    if request.method == "POST":
        return entry.form(request.POST, **choices)
    return entry.form(initial=_initial(request, organisation_id, entry), **choices)


def _areas(request: HttpRequest, organisation_id: str) -> list[tuple[str, str]]:
    """Return the areas of cooperation that can be called something in another language, as (of, words)."""
    return [(f"{WORDS}{name}", name) for _key, name in area_choices(request.subject, organisation_id)]


def _initial(request: HttpRequest, organisation_id: str, entry: RegisterEntry) -> dict[str, Any]:
    """Return what a form begins with: what its address names, and of a partner that is changed all that is entered."""
    given = {name: request.GET.get(name, "") for name in ("person", "member", "organ", "of", "partner")}
    known = members.entered_partner(request.subject, organisation_id, given["partner"])
    if entry.form is not PartnerForm or known is None:
        return given
    plain = {name: getattr(known, name) for name in ("code", "name", "kind", "structures", "rests_on")}
    return {**plain, "belongs": known.parent, **known.basis.columns()}


def home_id(request: HttpRequest) -> str:
    """Return the id of the organisation whose register the reader sees. Raises NotVisible."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    return organisation.pk


def asked(request: HttpRequest) -> str:
    """Return what an address keeps of the day that was asked for, "" where none was."""
    day = shown_on(request)
    return f"?on={day.isoformat()}" if day else ""


def shown_on(request: HttpRequest) -> date | None:
    """Return the day that was asked for."""
    form = forms.ShownDayForm(request.GET)
    form.is_valid()
    return form.cleaned_data.get("on")


def register_sentence(council: OrganisationPage) -> str:
    """Return the sentence with which the register opens."""
    count = len(council.members)
    words = ngettext("%(count)s member.", "%(count)s members in the council’s own order.", count)
    rows = _("Each row says where it was read and how well it is known; what no source states is left open.")
    return f"{words % {'count': capfirst(spelled(count))}} {rows}"
