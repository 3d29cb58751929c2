"""Tags of the text room: a delegation's code, and the key that keeps an act from being done twice."""

from __future__ import annotations

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accord.drafting.pages import Holder

register = template.Library()


@register.simple_tag
def holder(one: Holder) -> SafeString:
    """Return the code of a delegation with its name as title, for lists and panels."""
    return format_html('<abbr class="{}" title="{}">{}</abbr>', classes(one), one.name, one.code)


@register.simple_tag
def inline_holder(one: Holder) -> SafeString:
    """Return the code of a delegation inside a sentence; its name is said by the choice that it stands in."""
    return format_html('<bdi class="{}">{}</bdi>', classes(one), one.code)


@register.simple_tag
def act_key() -> str:
    """Return a new idempotency key: one a form, so that sending it twice does nothing twice."""
    return str(uuid4())


@register.filter
def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole per cents, for instance "47%"; never 0% where something is left."""
    whole = round(share * 100)
    return "<1%" if not whole and share else f"{whole}%"


def classes(one: Holder) -> str:
    """Return the CSS classes of a code."""
    return "code" if one.tone == "edge" else f"code {one.tone}"
