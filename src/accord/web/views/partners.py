"""Partners: the tree of them, and one with agreements, contacts, invitations and what was done together."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accord.documents.queries import names_for
from accord.meetings.queries import partner_invitations
from accord.members.pages import AgreementLine, JointLine
from accord.members.queries import partner_page, partners_page
from accord.web.joint import joint_places
from accord.web.views.register import asked, home_id, shown_on


@dataclass(frozen=True, slots=True)
class Done:
    """What was done together, and the address of its own page where the reader can see that; else ""."""

    line: JointLine
    address: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement, and the name of the document that holds its text where the reader can see that; else ""."""

    line: AgreementLine
    paper: str


@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """Show all partners as a tree."""
    page = partners_page(request.subject, home_id(request), on=shown_on(request))
    return render(request, "partners/list.html", {"page": page, "asked": asked(request)})


@require_safe
def partner(request: HttpRequest, code: str) -> HttpResponse:
    """Show a partner with its structures."""
    organisation_id, day = home_id(request), asked(request)
    page = partner_page(request.subject, organisation_id, code, on=shown_on(request))
    places = joint_places(request.subject, organisation_id, page.day) if any(line.of for line in page.joint) else {}
    papers = dict(names_for(request.subject, organisation_id)) if any(each.document for each in page.agreements) else {}
    values = {
        "page": page,
        "agreements": [Agreed(line, papers.get(line.document, "")) for line in page.agreements],
        "joint": [Done(line, places[line.of].address + day if line.of in places else "") for line in page.joint],
        "invitations": partner_invitations(request.subject, organisation_id, page.family, shown_on(request)),
        "asked": day,
    }
    return render(request, "partners/partner.html", values)
