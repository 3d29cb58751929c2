"""Meetings: the list, one meeting, a paper tabled in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accord.access import Allow, NotVisible
from accord.drafting.queries.lists import texts_of
from accord.meetings import queries
from accord.meetings.access import may_convene
from accord.meetings.wording import meetings_sentence, papers_head
from accord.members.queries import home_organisation
from accord.web.forms.paging import page_of


@require_safe
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings of the council."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    page = queries.meeting_list(request.subject, organisation.pk, number=page_of(request.GET))
    convenes = isinstance(may_convene(request.subject, organisation), Allow)
    values = {
        "page": page,
        "sentence": meetings_sentence(page.total),
        "convenes": convenes,
        "organisation": organisation,
    }
    return render(request, "meetings/list.html", values)


@require_safe
def meeting(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show one meeting as the subject sees it, with the texts before it."""
    page = queries.meeting_page(request.subject, meeting_id)
    values = {
        "page": page,
        "papers_head": papers_head(len(page.papers)),
        "texts": texts_of(request.subject, meeting_id),
    }
    return render(request, "meetings/meeting.html", values)


@require_safe
def note(request: HttpRequest, note_id: str) -> HttpResponse:
    """Show a paper tabled in a sitting, to those admitted to it."""
    return render(request, "meetings/note.html", {"page": queries.note_page(request.subject, note_id)})
