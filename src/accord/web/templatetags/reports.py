"""What an item of a report is or became, as a link to its page."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accord.inbox.pages import RowLink

register = template.Library()


@register.simple_tag
def row_link(row: RowLink) -> SafeString:
    """Return the name of a row, linked to its page where it has one."""
    if not row.place:
        return format_html('<span dir="auto">{}</span>', row.words)
    path = reverse(row.place, args=row.key) + (f"#{row.anchor}" if row.anchor else "")
    return format_html('<a href="{}" dir="auto">{}</a>', path, row.words)
