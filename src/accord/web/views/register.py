"""The register: what the council is and what is reported of it, each row with its source."""

from __future__ import annotations

from django.contrib.humanize.templatetags.humanize import apnumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accord.access import NotVisible
from accord.members.pages import OrganisationPage
from accord.members.queries import home_organisation, organisation_page
from accord.positions.queries import situation_list
from accord.programme.queries import programme_page


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Show organs, members, programme, partners and situations."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    council = organisation_page(request.subject, organisation.pk)
    values = {
        "organisation": organisation,
        "council": council,
        "sentence": register_sentence(council),
        "programme": programme_page(request.subject, organisation.pk),
        "situations": situation_list(request.subject, organisation.pk),
    }
    return render(request, "register/register.html", values)


def register_sentence(council: OrganisationPage) -> str:
    """Return the sentence with which the register opens."""
    count = len(council.members)
    members = ngettext("%(count)s member.", "%(count)s members in the council’s own order.", count)
    rows = _("Each row says where it was read and how well it is known; what no source states is left open.")
    return f"{members % {'count': capfirst(apnumber(count))}} {rows}"
