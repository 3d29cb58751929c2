"""The public home of the council."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.access import Subject
from accord.meetings.pages import MeetingLine
from accord.meetings.queries import meeting_at_hand, next_meeting
from accord.members.pages import OrganisationPage
from accord.members.queries import home_organisation, organisation_page
from accord.programme.pages import PriorityLine
from accord.programme.queries import priority_list


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home shows: the council, the meeting at hand, the next one, the chairmanship."""

    council: OrganisationPage
    at_hand: MeetingLine | None
    following: MeetingLine | None
    priorities: tuple[PriorityLine, ...]


def home(request: HttpRequest) -> HttpResponse:
    """Show the council, or how to begin one where there is none yet."""
    organisation = home_organisation(request.subject)
    page = home_page(request.subject, organisation.pk) if organisation else None
    return render(request, "public/home.html", {"page": page})


def home_page(by: Subject, organisation_id: str) -> HomePage:
    """Return the home of an organisation as ``by`` sees it."""
    return HomePage(
        council=organisation_page(by, organisation_id),
        at_hand=meeting_at_hand(by, organisation_id),
        following=next_meeting(by, organisation_id),
        priorities=priority_list(by, organisation_id),
    )
