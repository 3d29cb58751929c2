"""What an item of a report is or became, as a link to its page; and from there back to the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accord.inbox.pages import RowLink
from accord.inbox.queries.origins import origins_of, origins_under
from accord.web.templatetags.names import told

register = template.Library()

KINDS = {"followed": "measure"}
"""What a row is called for an item, where its page has another name."""


@register.filter
def of(values: dict[str, Any], name: str) -> Any:
    """Return one of several values by its name, "" where there is none."""
    return values.get(name, "")


@register.simple_tag(takes_context=True)
def row_link(context: Mapping[str, Any], row: RowLink) -> SafeString:
    """Return the name of a row, linked to its page where it has one."""
    if not row.place:
        return format_html('<span dir="auto">{}</span>', told(context, row.words))
    path = reverse(row.place, args=row.key) + (f"#{row.anchor}" if row.anchor else "")
    return format_html('<a href="{}" dir="auto">{}</a>', path, told(context, row.words))


@register.inclusion_tag("reports/_origins.html", takes_context=True)
def from_reports(context: dict[str, Any]) -> dict[str, Any]:
    """Show the secretariat which stored reports say what this page is of, by its address; nobody else sees anything."""
    at, by = context["request"].resolver_match, context["subject"]
    key = "/".join(map(str, at.kwargs.values()))
    seats = origins_under(by, f"seat {key}/") if at.url_name == "meeting" else ()
    return {"origins": (*origins_of(by, f"{KINDS.get(at.url_name, at.url_name)} {key}"), *seats), "named": bool(seats)}


@register.inclusion_tag("reports/_origins.html", takes_context=True)
def priorities_from_reports(context: dict[str, Any]) -> dict[str, Any]:
    """Show the secretariat which stored reports say the priorities, which have no page of their own."""
    return {"origins": origins_under(context["subject"], "priority "), "named": True}
