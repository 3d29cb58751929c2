"""Meetings: the list, one meeting, a paper tabled in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.access import NotVisible
from accord.meetings import queries
from accord.members.queries import home_organisation


def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings of the council."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    lines = queries.meeting_list(request.subject, organisation.pk)
    return render(request, "meetings/list.html", {"meetings": lines})


def meeting(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Show one meeting as the subject sees it."""
    page = queries.meeting_page(request.subject, meeting_id)
    return render(request, "meetings/meeting.html", {"page": page})


def note(request: HttpRequest, note_id: str) -> HttpResponse:
    """Show a paper tabled in a sitting, to those admitted to it."""
    return render(request, "meetings/note.html", {"page": queries.note_page(request.subject, note_id)})
