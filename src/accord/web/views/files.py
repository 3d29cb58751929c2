"""Files in and out of a text: rolling and clean text in Word, the notation, and a delegation's whole version."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accord.drafting import actions
from accord.drafting.errors import Stale
from accord.drafting.queries.exports import export_of
from accord.drafting.queries.recovery import document_hash
from accord.drafting.queries.uploading import (
    AgreedTouched,
    Standing,
    UploadPage,
    on_current_base,
    standing_of,
    upload_page,
    with_agreed_restored,
)
from accord.engine import text as engine
from accord.web.forms.files import ExportForm, UploadForm

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN = "text/plain; charset=utf-8"
KINDS = {
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "xml": "application/akn+xml",
}


@require_safe
def rolling_word(request: HttpRequest, text_id: str) -> HttpResponse:
    """Hand out the rolling text as a Word file."""
    asked = _asked(request)
    export = export_of(request.subject, text_id, asked["version"])
    return attachment(export.rolling(), f"{export.stem}-rolling.docx", WORD)


@require_safe
def rolling_in(request: HttpRequest, text_id: str, kind: str) -> HttpResponse:
    """Hand out the rolling text as OpenDocument, HTML, PDF or Akoma Ntoso; what cannot be written is said in words."""
    export = export_of(request.subject, text_id, _asked(request)["version"])
    try:
        return attachment(export.rolling_in(f".{kind}"), f"{export.stem}-rolling.{kind}", KINDS.get(kind, PLAIN))
    except engine.TextError as error:
        return HttpResponse(f"{error}\n", content_type=PLAIN, status=422)


@require_safe
def clean_word(request: HttpRequest, text_id: str) -> HttpResponse:
    """Hand out the clean text as a Word file, or with ``?own=1`` the text as the own delegation has it."""
    asked = _asked(request)
    export = export_of(request.subject, text_id, asked["version"])
    kind = "own" if asked["own"] else "clean"
    return attachment(export.clean(own=asked["own"]), f"{export.stem}-{kind}.docx", WORD)


@require_safe
def tracked_word(request: HttpRequest, text_id: str) -> HttpResponse:
    """Hand out the text as the own delegation has it, as tracked changes against the base, as a Word file."""
    export = export_of(request.subject, text_id, _asked(request)["version"])
    return attachment(export.tracked(), f"{export.stem}-tracked.docx", WORD)


@require_safe
def notation(request: HttpRequest, text_id: str) -> HttpResponse:
    """Hand out the text in notation."""
    export = export_of(request.subject, text_id, _asked(request)["version"])
    return attachment(export.notation(), f"{export.stem}.txt", PLAIN)


def attachment(data: bytes, name: str, kind: str) -> HttpResponse:
    """Return a file that is saved and never shown in place, kept by no cache; ``name`` holds no user text."""
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store", "Content-Security-Policy": "sandbox"}
    return HttpResponse(data, content_type=kind, headers=headers)


@dataclass(slots=True)
class Outcome:
    """
    What became of a sent form: how the version will stand, what has changed meanwhile, which places are agreed.

    ``carried`` is the version on the base of the text, where the file was written on another.
    """

    standing: Standing | None = None
    stale: tuple[str, ...] = ()
    agreed: AgreedTouched | None = None
    restored: bool = False
    carried: engine.Carried | None = None
    done: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, text_id: str) -> HttpResponse:
    """Let a delegation hand in its whole version: read it, show how it will stand, and table it with one confirm."""
    page = upload_page(request.subject, text_id)
    if request.method != "POST":
        return _shown(request, page, None, Outcome())
    form = UploadForm(request.POST, request.FILES)
    outcome = _handed_in(request, page, form) if form.is_valid() else Outcome()
    if outcome.done:
        return HttpResponseRedirect(reverse("upload", args=[text_id]) + "?handed-in=1")
    return _shown(request, page, form, outcome)


def _handed_in(request: HttpRequest, page: UploadPage, form: UploadForm) -> Outcome:
    """Hand in the version where it was shown and confirmed; else, or where that fails, show how it will stand."""
    outcome = Outcome(restored=form.wants == form.Step.RESTORE)
    try:
        if form.base is not None:
            outcome.carried = on_current_base(request.subject, page.id, form.base, form.document)
            if outcome.carried:
                form.settle(outcome.carried.wording)
        if outcome.restored:
            form.settle(with_agreed_restored(request.subject, page.id, form.document))
        if form.confirms(document_hash(form.document)):
            _hand_in(request, page, form, outcome)
        if not outcome.done:
            outcome.standing = standing_of(request.subject, page.id, form.document, form.left_out)
    except AgreedTouched as error:
        outcome.agreed = error
        form.add_error("wording", str(error))
    except engine.TextError as error:
        form.add_error("wording", str(error))
    return outcome


def _hand_in(request: HttpRequest, page: UploadPage, form: UploadForm, outcome: Outcome) -> None:
    sent = {name: form.cleaned_data[name] for name in ("seen", "key")}
    chosen = {"left_out": sorted(form.left_out), "shown": form.cleaned_data["stands"]}
    try:
        actions.submit_version(page.id, by=request.subject, document=form.document, **sent, **chosen)
        outcome.done = True
    except Stale as error:
        outcome.stale = error.changed
    except engine.AgreedBlock:
        outcome.done = False  # said with its places by what follows


def _shown(request: HttpRequest, page: UploadPage, form: UploadForm | None, outcome: Outcome) -> HttpResponse:
    values = {
        "page": page,
        "form": form or UploadForm(),
        "sent": form is not None,
        "outcome": outcome,
        "shown": document_hash(form.document) if form and outcome.standing else "",
        "key": uuid4(),
        "handed_in": "handed-in" in request.GET,
    }
    wrong = form is not None and (bool(form.errors) or bool(outcome.stale))
    return render(request, "files/upload.html", values, status=422 if wrong else 200)


def _asked(request: HttpRequest) -> dict[str, int | bool | None]:
    form = ExportForm(request.GET)
    form.is_valid()
    return {"version": form.cleaned_data.get("version"), "own": bool(form.cleaned_data.get("own"))}
