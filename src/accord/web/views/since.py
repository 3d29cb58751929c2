"""What touches or awaits the person who reads: in one text since it last looked, and over all texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.access import Subject
from accord.documents.queries import around_with_papers
from accord.drafting import actions
from accord.drafting.queries.names import text_names
from accord.drafting.queries.rows import number_of
from accord.drafting.queries.since import since_page
from accord.members.queries import organisation_of, shown_day
from accord.notices.actions import look
from accord.notices.pages import Change
from accord.notices.queries import work_page
from accord.web.entries import RecordLine, record_lines
from accord.web.forms.compare import ReadForm


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A thing that changed: its name and address, "" for none; its latest entries, and how many there are in all."""

    about: str
    address: str
    lines: tuple[RecordLine, ...]
    count: int


@require_safe
def since(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show what touched the subject's wording since it last looked. Reading moves no mark."""
    return render(request, "drafting/since.html", {"page": since_page(request.subject, text_id)})


@require_POST
def read(request: HttpRequest, text_id: str) -> HttpResponse:
    """Move the mark to the version that the page showed: what came after it is still unread."""
    number_of(request.subject, text_id)
    form = ReadForm(request.POST)
    if not form.is_valid():
        raise SuspiciousOperation("the form names no version")
    actions.look(text_id, by=request.subject, number=form.cleaned_data["number"])
    return HttpResponseRedirect(reverse("since", args=[text_id]))


@require_safe
def awaits(request: HttpRequest) -> HttpResponse:
    """Show what awaits this subject in all rooms, what changed since it was here, and the meeting at hand."""
    by = request.subject
    organisation = organisation_of(by)
    at_hand, following = around_with_papers(by, organisation.pk, shown_day(organisation))
    work = work_page(by)
    values = {"work": work, "page": work.awaits, "changes": _changes(by, work.changes)}
    return render(request, "drafting/awaits.html", {**values, "at_hand": at_hand, "following": following})


def _changes(by: Subject, changes: tuple[Change, ...]) -> list[ChangedLine]:
    """Return each thing that changed with its latest entries as sentences."""
    lines = iter(record_lines(by, tuple(line for change in changes for line in change.lines), text_names(by)))
    told = [(tuple(next(lines) for _line in change.lines), change.count) for change in changes]
    return [ChangedLine(each[0].about, each[0].address, each, count) for each, count in told]


@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """Store that the person has seen what changed, up to the moment that the page showed."""
    try:
        look(datetime.fromisoformat(request.POST.get("at", "")), by=request.subject)
    except ValueError as error:
        raise SuspiciousOperation("the form names no moment that was shown") from error
    return HttpResponseRedirect(reverse("awaits"))
