"""Papers as PDF and as Word: how each page hands out its sheet, and the papers of a meeting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accord.access import NotVisible
from accord.formats.sheets import Sheet, pdf_of, word_of
from accord.formats.typesetting import Unwritable
from accord.meetings.printing import sheet_of
from accord.web.views.files import WORD, attachment
from accord.web.views.register import asked

WRITERS = {"pdf": (pdf_of, "application/pdf"), "docx": (word_of, WORD)}


def on_paper(request: HttpRequest, sheet: Sheet, kind: str, name: str, back: str) -> HttpResponse:
    """
    Hand out a sheet as a file; a PDF that cannot be set here says what is missing, and leads to Word and back.

    Args:
        kind: "pdf" | "docx". name: of the file, without its ending. back: address of the page whose sheet it is.
    """
    if kind not in WRITERS:
        raise NotVisible
    write, media = WRITERS[kind]
    try:
        return attachment(write(sheet), f"{name}.{kind}", media)
    except Unwritable as error:
        word = _same_as_word(request) + asked(request)
        values = {"reason": str(error), "word": word, "back": back + asked(request)}
        return render(request, "shell/unprinted.html", values, status=503)


def _same_as_word(request: HttpRequest) -> str:
    here = request.resolver_match
    assert here is not None  # noqa: S101 -- a view is reached by an address
    return reverse(here.view_name, kwargs={**here.kwargs, "kind": "docx"})


@require_safe
def meeting_print(request: HttpRequest, meeting_id: str, paper: str, kind: str) -> HttpResponse:
    """Hand out a printed paper of a meeting."""
    sheet = sheet_of(request.subject, meeting_id, paper)
    return on_paper(request, sheet, kind, f"{paper}-{meeting_id}", reverse("meeting", args=[meeting_id]))
