"""Pictures in a page: drawn as SVG, with classes alone."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from accord.formats.pictures import Picture, mark_of, svg_of

register = template.Library()


@register.simple_tag
def picture(drawn: Picture) -> SafeString:
    """Return a picture; every word in it is escaped where it is written."""
    return mark_safe(svg_of(drawn))  # noqa: S308


@register.simple_tag
def picture_mark(kind: str) -> SafeString:
    """Return a mark alone, for a legend."""
    return mark_safe(mark_of(kind))  # noqa: S308
