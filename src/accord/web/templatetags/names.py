"""How things are called, in a page: in the reader's language where the register knows it, else marked with its own."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accord.members.pages import Called
from accord.members.tongues import language_name

register = template.Library()


@register.simple_tag
def called(name: Called | str) -> SafeString:
    """Return a name; one that is not in the reader’s language carries its own, as attribute and as a small mark."""
    language = getattr(name, "language", "")
    if not language:
        return format_html('<span dir="auto">{}</span>', name)
    told = _("in %(language)s") % {"language": language_name(language)}
    mark = format_html('<small class="tongue"><bdi aria-hidden="true">{}</bdi>{}</small>', language, _heard(told))
    return format_html('<span dir="auto" lang="{}">{}</span>{}', language, name, mark)


def _heard(words: str) -> SafeString:
    return format_html('<span class="visually-hidden"> ({})</span>', words)
