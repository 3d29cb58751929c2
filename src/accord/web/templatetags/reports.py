"""What an item of a report is or became, as a link to its page; and from there back to the report."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accord.inbox.pages import RowLink
from accord.inbox.queries.origins import origins_of

register = template.Library()

KINDS = {"followed": "measure"}
"""What a row is called for an item, where its page has another name."""


@register.simple_tag
def row_link(row: RowLink) -> SafeString:
    """Return the name of a row, linked to its page where it has one."""
    if not row.place:
        return format_html('<span dir="auto">{}</span>', row.words)
    path = reverse(row.place, args=row.key) + (f"#{row.anchor}" if row.anchor else "")
    return format_html('<a href="{}" dir="auto">{}</a>', path, row.words)


@register.inclusion_tag("reports/_origins.html", takes_context=True)
def from_reports(context: dict[str, Any]) -> dict[str, Any]:
    """Show the secretariat which stored reports say what this page is of, by its address; nobody else sees anything."""
    at = context["request"].resolver_match
    row = f"{KINDS.get(at.url_name, at.url_name)} {'/'.join(map(str, at.kwargs.values()))}"
    return {"origins": origins_of(context["subject"], row)}
