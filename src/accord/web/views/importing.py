"""A text that others bracketed: look at what it becomes, map names, accept corrections, import it."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accord.access import NotVisible, require
from accord.drafting import actions
from accord.drafting.access import may_begin
from accord.drafting.errors import Stale
from accord.drafting.queries.importing import Preview, corrected_source, preview_of
from accord.engine import text as engine
from accord.meetings.queries import audience_of, meeting_list
from accord.members.queries import organisation_of
from accord.web.forms.importing import ImportForm


@require_http_methods(["GET", "HEAD", "POST"])
def import_text(request: HttpRequest) -> HttpResponse:
    """Let the secretariat import a text: read it, show what it becomes, and begin with one confirm."""
    require(may_begin(request.subject))
    known = meeting_list(request.subject, organisation_of(request.subject).pk).lines
    if request.method != "POST":
        return _page(request, ImportForm(meetings=known), None)
    form = ImportForm(request.POST, request.FILES, meetings=known)
    found = None
    if _is_read(form):
        try:
            found = _looked_at(request, form)
            if not form.errors and form.confirms(found.fingerprint) and not form.accepts:
                return redirect("text", _imported(request, form, found))
        except (engine.TextError, Stale) as error:
            form.add_error("wording", str(error))
        except NotVisible:
            form.add_error("meeting", _("This meeting has no such sitting to which you are admitted."))
    return _page(request, form, found)


def _is_read(form: ImportForm) -> bool:
    """Whether there is a document to look at, also where its title is still missing."""
    form.is_valid()
    return bool(form.document) and not form.problems and not {"file", "wording"} & set(form.errors)


def _looked_at(request: HttpRequest, form: ImportForm) -> Preview:
    sample = form.cleaned_data["sample"]
    if form.accepts:
        form.settle(corrected_source(request.subject, form.document, form.aliases, form.accepts))
    return preview_of(request.subject, form.document, form.aliases, sample=sample)


def _imported(request: HttpRequest, form: ImportForm, found: Preview) -> str:
    """Import the text; return its id."""
    values, by = form.cleaned_data, request.subject
    return actions.import_text(
        by=by,
        title=values["title"],
        source=form.document,
        shown=found.fingerprint,
        aliases=form.aliases,
        sample=values["sample"],
        meeting=values["meeting"],
        audience="" if values["audience"] == "council" else audience_of(by, values["meeting"], values["audience"]),
        key=values["key"],
    ).pk


def _page(request: HttpRequest, form: ImportForm, found: Preview | None) -> HttpResponse:
    values = {"form": form, "sent": form.is_bound, "found": found, "key": uuid4()}
    return render(request, "drafting/import.html", values, status=422 if form.errors else 200)
