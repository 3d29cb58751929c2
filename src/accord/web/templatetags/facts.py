"""On what a fact rests, in a page: the standing as a word, and behind it the source."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accord.members.basis import Basis
from accord.web.templatetags.names import told

register = template.Library()

OWN = Basis().source_name
"""Who says what a secretariat enters of its own council, as it is stored."""


@register.simple_tag(takes_context=True)
def basis(context: Mapping[str, Any], of: Basis, about: object = "") -> SafeString:
    """Return source and standing of one fact; ``about`` names the fact for those who hear the page."""
    heard = format_html('<span class="visually-hidden"> ({})</span>', told(context, about)) if about else ""
    why = format_html("{} ", told(context, of.why)) if of.why else ""
    shape = '<details class="source"><summary>{}{}</summary><p>{}{}{}</p></details>'
    return format_html(shape, _word(of), heard, why, _source(context, of), _date(of))


@register.simple_tag(takes_context=True)
def basis_cell(context: Mapping[str, Any], of: Basis, about: object = "") -> SafeString:
    """Return the same as the cell of a table."""
    stated = format_html('<span class="quiet">{} ·</span> ', _("stated")) if of.standing == "stated" else ""
    head = _("Standing and source")
    cell = '<td class="basis-cell"><span class="cell-head">{}</span>{}{}</td>'
    return format_html(cell, head, stated, basis(context, of, about))


def _word(of: Basis) -> str:
    return {"inference": _("inferred"), "unverified": _("unverified")}.get(of.standing, _("source"))


def _source(context: Mapping[str, Any], of: Basis) -> SafeString:
    name = told(context, _("the secretariat") if of.source_name in ("", OWN) else of.source_name)
    if not of.source_url.startswith(("https://", "http://")):
        return name
    return format_html('<a href="{}" rel="noreferrer external">{}</a>', of.source_url, name)


def _date(of: Basis) -> str:
    if of.source_date:
        return f", {of.source_date}"
    return ", " + _("no date on the page") if of.source_url else ""
