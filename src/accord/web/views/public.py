"""The public home of the council."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accord.access import Role, Subject
from accord.documents.queries import around_with_papers
from accord.meetings.pages import MeetingLine
from accord.members.pages import OrganisationPage
from accord.members.queries import home_organisation, organisation_page
from accord.members.tongues import spelled
from accord.programme.pages import PriorityLine
from accord.programme.queries import priority_list
from accord.publishing.pages import AdoptedLine
from accord.publishing.queries import adopted_list
from accord.record import clock

LATEST = 6
"""Adopted texts that the home lists; all stand on their own page."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the home shows on ``day``: the council, the meeting at hand, the next one, the chairmanship."""

    council: OrganisationPage
    day: date
    at_hand: MeetingLine | None
    following: MeetingLine | None
    priorities: tuple[PriorityLine, ...]
    adopted: tuple[AdoptedLine, ...]

    @property
    def name(self) -> str:
        """Name of the council, or of the organisation where the council has none of its own."""
        return self.council.council or self.council.name

    @property
    def sentence(self) -> str:
        """The sentence with which the home opens."""
        count = len(self.council.members)
        members = ngettext("%(count)s member decides here.", "%(count)s members decide here together.", count)
        holds = _("These pages hold what the council has released: its meetings, its programme and its adopted texts.")
        return f"{members % {'count': capfirst(spelled(count))}} {holds}"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the council, or how to begin one where there is none yet."""
    organisation = home_organisation(request.subject)
    page = home_page(request.subject, organisation.pk) if organisation else None
    begins = settings.FOUNDING and request.subject.role == Role.PUBLIC
    return render(request, "public/home.html", {"page": page, "begins": begins, "organisation": organisation})


def home_page(by: Subject, organisation_id: str) -> HomePage:
    """Return the home of an organisation as ``by`` sees it."""
    council = organisation_page(by, organisation_id, brief=True)
    day = council.as_of or clock.now().date()
    at_hand, following = around_with_papers(by, organisation_id, day)
    return HomePage(
        council=council,
        day=day,
        at_hand=at_hand,
        following=following,
        priorities=priority_list(by, organisation_id, reported=False),
        adopted=adopted_list(by, organisation_id)[:LATEST],
    )
