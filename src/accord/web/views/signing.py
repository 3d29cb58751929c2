"""Signing and taking part: the list, one instrument, and what is entered of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible, Refused, Subject, require
from accord.engine import text as engine
from accord.members.errors import Unfit
from accord.members.queries import home_organisation, organisation_of, organisation_page
from accord.record.errors import Stale
from accord.signing import actions, queries
from accord.signing.access import may_enter
from accord.signing.pages import InstrumentPage
from accord.signing.printing import sheet_of
from accord.web.forms import signing as forms
from accord.web.forms.register import RegisterForm
from accord.web.views.printing import on_paper
from accord.web.views.register import asked, shown_on


@dataclass(frozen=True, slots=True)
class SigningAct:
    """An act of an instrument as its page offers it: its form, the action, and a field for wrong words."""

    form: type[RegisterForm]
    do: Callable[..., object]
    field: str | None = None


def _known(of: str, _entry: None, *, by: Subject, key: UUID) -> object:
    return actions.make_known(of, by=by, key=key)


ACTS: Mapping[str, SigningAct] = {
    "open": SigningAct(forms.SigningForm, actions.open_signing, "place"),
    "sign": SigningAct(forms.SignatureForm, actions.sign, "person"),
    "stand": SigningAct(forms.StanceForm, actions.stand, "words"),
    "answer": SigningAct(forms.AnswerForm, actions.answer, "words"),
    "original": SigningAct(forms.OriginalForm, actions.set_original, "languages"),
    "copy": SigningAct(forms.CopyForm, actions.send_copy, "to"),
    "confirm": SigningAct(forms.ConfirmForm, actions.confirm),
    "known": SigningAct(forms.KnownForm, _known),
}


@require_safe
def signing_list(request: HttpRequest) -> HttpResponse:
    """Show what is open for signature, what waits for whom, and all that is entered."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    page = queries.signing_page(request.subject, organisation, shown_on(request))
    return render(request, "signing/list.html", {"page": page, "organisation": organisation, "asked": asked(request)})


@require_safe
def instrument(request: HttpRequest, instrument_id: str) -> HttpResponse:
    """Show how members stand to one instrument, who signed it, its original and copies."""
    page = queries.instrument_page(request.subject, instrument_id, shown_on(request))
    return render(request, "signing/instrument.html", {"page": page, "asked": asked(request)})


@require_safe
def printed(request: HttpRequest, instrument_id: str, kind: str) -> HttpResponse:
    """Hand out the list of signatures."""
    page = queries.instrument_page(request.subject, instrument_id, shown_on(request))
    back = reverse("instrument", args=[instrument_id])
    return on_paper(request, sheet_of(page), kind, f"signatures-{instrument_id}", back)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Let chair or secretariat enter a decision that is known by its title."""
    organisation = organisation_of(request.subject)
    require(may_enter(request.subject, organisation))
    council = organisation_page(request.subject, organisation.pk)
    organs = [(line.key, str(line.name)) for line in council.every_organ]
    data = request.POST if request.method == "POST" else None
    form = forms.InstrumentForm(data, organs=organs, initial={"day": council.day})
    if form.is_bound and form.is_valid():
        try:
            key = form.cleaned_data["key"]
            made = actions.enter_instrument(organisation.pk, form.entry, by=request.subject, key=key)
            return redirect("instrument", made.pk)
        except (Unfit, Stale, engine.TextError) as error:
            _refuse(form, error, "name")
    values = {"form": form, "key": uuid4()}
    return render(request, "signing/enter.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, instrument_id: str, verb: str) -> HttpResponse:
    """Ask for what one act needs, then do it."""
    if verb not in ACTS:
        raise NotVisible
    page = queries.instrument_page(request.subject, instrument_id, shown_on(request))
    form = _form(request, page, verb)
    if form.is_bound and form.is_valid():
        try:
            ACTS[verb].do(instrument_id, form.entry, by=request.subject, key=form.cleaned_data["key"])
            return HttpResponseRedirect(reverse("instrument", args=[instrument_id]) + asked(request))
        except (Unfit, Stale, engine.TextError) as error:
            _refuse(form, error, ACTS[verb].field)
    values = {"page": page, "form": form, "verb": verb, "key": uuid4(), "asked": asked(request)}
    return render(request, "signing/act.html", values, status=422 if form.errors else 200)


def _form(request: HttpRequest, page: InstrumentPage, verb: str) -> RegisterForm:
    """Return the form of an act. Raises Refused: the reader may not do it."""
    _require_offered(request, page, verb)
    options: dict[str, Any] = {"members": [(each.code, each.name) for each in page.taking]}
    if verb == "answer":
        options["own"] = request.subject.delegation
    if request.method == "POST":
        return ACTS[verb].form(request.POST, **options)
    return ACTS[verb].form(initial=_initial(request, page, verb), **options)


def _require_offered(request: HttpRequest, page: InstrumentPage, verb: str) -> None:
    if verb != "confirm":
        if verb not in page.offers:
            raise Refused(page.reasons[verb])
        return
    named = str((request.POST if request.method == "POST" else request.GET).get("signature", ""))
    row = next((each for each in page.signing.signatures if each.id == named), None) if page.signing else None
    if row is None:
        raise NotVisible
    if not row.confirms and row.confirmed is None:
        raise Refused(page.reasons.get("answer", ""))


def _initial(request: HttpRequest, page: InstrumentPage, verb: str) -> dict[str, Any]:
    """Return what stands in a form first: what is entered already, or what the link named."""
    named = {name: request.GET.get(name, "") for name in ("member", "kind", "signature")}
    known: dict[str, Any] = {"day": page.shown}
    if page.signing and verb in {"open", "sign"}:
        known |= {"place": page.signing.place}
    if page.signing and verb == "open":
        known |= {"day": page.signing.day, "until": page.signing.until}
    if page.original and verb == "original":
        known |= {"languages": ", ".join(page.original.tags), "number": page.original.number}
        known |= {"depositary": page.original.depositary}
    return {**known, **{name: value for name, value in named.items() if value}}


def _refuse(form: RegisterForm, error: Exception, words: str | None) -> None:
    """Put the reason of a refused act where it belongs in the form."""
    field = error.field if isinstance(error, Unfit) else words if isinstance(error, engine.TextError) else None
    form.add_error(field if field in form.fields else None, str(error))
