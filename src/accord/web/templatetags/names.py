"""How things are called, in a page: in the reader's language where the register knows it, else marked with its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accord.members.pages import Called
from accord.members.queries.naming import reader_language
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


@register.simple_tag(takes_context=True)
def original(context: Mapping[str, Any], words: str, *, marked: bool = True) -> SafeString:
    """Return words as the register has them: where it is not kept in the reader's language, with its own named."""
    organisation = context.get("organisation")
    kept_in = organisation.names_in if organisation else ""
    language = kept_in if kept_in and kept_in != reader_language(kept_in) else ""
    if language and not marked:
        return format_html('<span dir="auto" lang="{}">{}</span>', language, words)
    return called(Called(words, language))


def _heard(words: str) -> SafeString:
    return format_html('<span class="visually-hidden"> ({})</span>', words)
