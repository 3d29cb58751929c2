"""The rules: what the organisation's own rules say, and the decision rules by which questions are decided here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from accord.decisions.rulebook import rule_lines
from accord.decisions.rulebook import rule_page as deciding_page
from accord.members import queries as members
from accord.members.pages import ProvisionLine
from accord.web.views.register import home_id, shown_on

PLACES = {
    "deciding": "questions",
    "chair": "chairmanship",
    "office": "people",
    "meetings": "meetings",
    "papers": "meetings",
    "status": "register",
}
"""Where one meets what a rule is about, by its matter."""


@require_safe
def rule_list(request: HttpRequest) -> HttpResponse:
    """Show the rules of the organisation, and those by which it can decide."""
    organisation_id = home_id(request)
    provisions = members.provision_list(request.subject, organisation_id)
    values = {
        "provisions": provisions,
        "deciding": rule_lines(request.subject, organisation_id, shown_on(request)),
        "sentence": rules_sentence(provisions),
        "keeps": members.keeps_register(request.subject, organisation_id),
    }
    return render(request, "rules/list.html", values)


@require_safe
def rule(request: HttpRequest, key: str) -> HttpResponse:
    """Show one rule of the organisation."""
    organisation_id = home_id(request)
    line = members.provision_page(request.subject, organisation_id, key)
    deciding = rule_lines(request.subject, organisation_id) if line.decides else ()
    values = {
        "line": line,
        "place": PLACES[line.matter],
        "decides": next((each for each in deciding if each.id == line.decides), None),
    }
    return render(request, "rules/rule.html", values)


@require_safe
def deciding(request: HttpRequest, rule_id: str) -> HttpResponse:
    """Show a decision rule with the questions that were put under it."""
    organisation_id = home_id(request)
    page = deciding_page(request.subject, organisation_id, rule_id, shown_on(request))
    carried = members.provision_list(request.subject, organisation_id, decides=rule_id)
    return render(request, "rules/deciding.html", {"page": page, "provisions": carried})


def rules_sentence(provisions: tuple[ProvisionLine, ...]) -> str:
    """Return the sentence with which the list opens."""
    if not provisions:
        return _("No rule of the organisation is entered yet; these are the rules by which it can decide here.")
    count, open_ = len(provisions), sum(1 for each in provisions if each.basis.standing == "unverified")
    first = ngettext("%(count)d rule of the organisation.", "%(count)d rules of the organisation.", count)
    words = first % {"count": count}
    if open_:
        last = ngettext("The wording of %(count)d is not verified.", "The wording of %(count)d is not verified.", open_)
        words = f"{words} {last % {'count': open_}}"
    return words
