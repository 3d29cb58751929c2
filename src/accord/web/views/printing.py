"""Printed papers of a meeting, as PDF and as Word."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accord.access import NotVisible
from accord.formats.sheets import pdf_of, word_of
from accord.formats.typesetting import Unwritable
from accord.meetings.printing import sheet_of
from accord.web.views.files import WORD, attachment

WRITERS = {"pdf": (pdf_of, "application/pdf"), "docx": (word_of, WORD)}


@require_safe
def meeting_print(request: HttpRequest, meeting_id: str, paper: str, kind: str) -> HttpResponse:
    """Hand out a printed paper of a meeting; a PDF that cannot be set here says what is missing."""
    if kind not in WRITERS:
        raise NotVisible
    write, media = WRITERS[kind]
    sheet = sheet_of(request.subject, meeting_id, paper)
    try:
        data = write(sheet)
    except Unwritable as error:
        values = {"reason": str(error), "meeting_id": meeting_id, "paper": paper}
        return render(request, "meetings/unprinted.html", values, status=503)
    return attachment(data, f"{paper}-{meeting_id}.{kind}", media)
