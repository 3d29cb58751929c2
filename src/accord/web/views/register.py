"""The register: what the council is and what is reported of it, each row with its source."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.access import NotVisible
from accord.members.queries import home_organisation, organisation_page
from accord.positions.queries import situation_list
from accord.programme.queries import programme_page


def register(request: HttpRequest) -> HttpResponse:
    """Show organs, members, programme, partners and situations."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    values = {
        "council": organisation_page(request.subject, organisation.pk),
        "programme": programme_page(request.subject, organisation.pk),
        "situations": situation_list(request.subject, organisation.pk),
    }
    return render(request, "register/register.html", values)
