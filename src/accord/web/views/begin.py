"""Beginning: a council of one's own, a text with its zero draft."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from accord.access import NotVisible, Subject, require
from accord.documents.founding import enter_template
from accord.drafting import actions as drafting
from accord.drafting.access import may_begin
from accord.drafting.queries.beginning import Parted, parted
from accord.drafting.queries.recovery import document_hash
from accord.engine import text as engine
from accord.formats.organisations import Template
from accord.meetings.queries import audience_of, meeting_list
from accord.members import actions as members
from accord.members.access import may_found
from accord.members.errors import Unfit
from accord.members.firsts import new_sign_ins, tag_of
from accord.members.passphrases import stored
from accord.members.queries import organisation_of, subject_of
from accord.members.templates import templates
from accord.members.values import Founding
from accord.record.errors import Stale
from accord.web.forms.begin import BeginForm, BeginTextForm

FOUNDER = Subject(name="founder")
"""Who founds a council, for its record: somebody who acts for no council yet."""


# A council


@require_http_methods(["GET", "HEAD", "POST"])
def council(request: HttpRequest) -> HttpResponse:
    """Let anybody begin a council, where this installation allows it; else there is no such address."""
    if not settings.FOUNDING:
        raise NotVisible
    require(may_found(request.subject))
    if request.method != "POST":
        return _council_page(request, BeginForm.from_template(request.GET.get("template", "")))
    form = BeginForm.sent(request.POST)
    if not form.is_valid() or not form.confirmed:
        return _council_page(request, form)
    try:
        return _begun(request, form.founding, form.chosen, form.cleaned_data["key"])
    except (Unfit, Stale) as error:
        form.add_error(None, str(error))
    return _council_page(request, form)


def _council_page(request: HttpRequest, form: BeginForm) -> HttpResponse:
    shown = form.is_bound and not form.errors
    values = {"form": form, "shown": shown, "key": uuid4(), "templates": templates().values()}
    return render(request, "begin/council.html", values, status=422 if form.errors else 200)


@sensitive_variables()
def _begun(request: HttpRequest, founding: Founding, template: Template | None, key: UUID) -> HttpResponse:
    """Begin the council, sign its founder in as secretariat, and show the passphrases: now, and never again."""
    made = new_sign_ins(founding, tag_of(key))
    passphrases = {one.sign_in.name: stored(one.passphrase) for one in made}
    sign_ins = tuple(one.sign_in for one in made)
    organisation = members.begin_council(founding, sign_ins=sign_ins, password=passphrases, by=FOUNDER, key=key)
    user = authenticate(request, username=made[0].sign_in.name, password=made[0].passphrase)
    if user is not None:
        login(request, user)
        request.subject = subject_of(user)  # type: ignore[attr-defined]
        if template:
            enter_template(organisation.pk, template, founding, by=request.subject, key=key)  # type: ignore[attr-defined]
    values = {"name": founding.name, "made": made if user else (), "address": request.build_absolute_uri("/")}
    answer = render(request, "begin/begun.html", values)
    answer["Cache-Control"] = "no-store"
    return answer


# A text


@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest) -> HttpResponse:
    """Let the secretariat begin a text: read the zero draft, show how it will be parted, and begin with one confirm."""
    require(may_begin(request.subject))
    known = meeting_list(request.subject, organisation_of(request.subject).pk).lines
    if request.method != "POST":
        return _text_page(request, BeginTextForm(meetings=known, initial=_asked(request)), ())
    form = BeginTextForm(request.POST, request.FILES, meetings=known)
    blocks: tuple[Parted, ...] = ()
    if form.is_valid():
        try:
            if form.confirms(document_hash(form.document)):
                return redirect("text", _started(request.subject, form.cleaned_data, form.document))
            blocks = parted(request.subject, form.document)
        except (engine.TextError, Stale) as error:
            form.add_error("wording", str(error))
        except NotVisible:
            form.add_error("meeting", _("This meeting has no such sitting to which you are admitted."))
    return _text_page(request, form, blocks)


def _started(by: Subject, values: dict[str, Any], document: str) -> str:
    """Begin the text; return its id."""
    meeting_id = values["meeting"]
    return drafting.start_text(
        by=by,
        title=values["title"],
        document=document,
        sample=values["sample"],
        meeting=meeting_id,
        audience="" if values["audience"] == "council" else audience_of(by, meeting_id, values["audience"]),
        key=values["key"],
    ).pk


def _text_page(request: HttpRequest, form: BeginTextForm, blocks: tuple[Parted, ...]) -> HttpResponse:
    shown = bool(blocks) and not form.errors
    values = {
        "form": form,
        "sent": form.is_bound,
        "blocks": blocks if shown else (),
        "shown": document_hash(form.document) if shown else "",
        "key": uuid4(),
    }
    return render(request, "begin/text.html", values, status=422 if form.errors else 200)


def _asked(request: HttpRequest) -> dict[str, str]:
    return {"meeting": request.GET.get("meeting", "")[:16]}
