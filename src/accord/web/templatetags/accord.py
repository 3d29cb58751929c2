"""The few tags that every page uses: status marks and the codes of delegations."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import Form
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

MARKS = frozenset({
    "open", "adref", "agreed", "adopted", "reserved", "reopened", "compromise", "unknown", "uncovered", "forwarded",
    "lock", "menu", "brand",
})  # fmt: skip
COLOURED_DELEGATIONS = 8  # UI.md, section 4: beyond eight every bar is plain, and only "mine" keeps a colour
COLOURS = 6


@register.simple_tag
def problems(form: Form) -> list[tuple[str, str]]:
    """
    Return what is wrong with a form, in the order of its fields: (name of the field or "", words).

    A reason begins with how its field is called, so that it can be understood away from it. Fields without a label of
    their own have reasons that say it themselves.
    """
    found: list[tuple[str, str]] = []
    for name, errors in form.errors.items():
        field = form.fields.get(name)
        label = (
            str(field.label).rstrip(":?") if field is not None and field.label and not field.widget.is_hidden else ""
        )
        place = name if field is not None and name != "key" else ""
        found += [(place, f"{label}: {error}" if label and place else str(error)) for error in errors]
    return found


@register.simple_tag
def mark(name: str) -> SafeString:
    """Return the mark ``name`` of the sprite, hidden from screen readers: the word beside it carries the meaning."""
    if name not in MARKS:
        raise template.TemplateSyntaxError(f"marks.svg has no mark {name!r}")
    sprite = static("accord/marks.svg")
    return format_html('<svg class="mark" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>', sprite, name)


@register.simple_tag
def status(name: str, word: str) -> SafeString:
    """Return mark and word of a status; neither stands without the other."""
    return format_html('<span class="status status-{}">{} {}</span>', name, mark(name), word)


@register.simple_tag(takes_context=True)
def code(context: Mapping[str, Any], holder: str) -> SafeString:
    """Return the code of a delegation with its bar, filled when it is the reader's own; its name is the title."""
    delegations: Mapping[str, str] = context.get("delegations") or {}
    subject = context.get("subject")
    classes = holder_classes(holder, tuple(delegations), subject.delegation if subject else "")
    if holder not in delegations:
        return format_html('<span class="{}">{}</span>', classes, holder)
    return format_html('<abbr class="{}" title="{}">{}</abbr>', classes, delegations[holder], holder)


def holder_classes(holder: str, order: tuple[str, ...], mine: str) -> str:
    """Return the CSS classes of a code: its place in the council's own order, and whether it is the reader's own."""
    if holder == "CHAIR":
        return "code chair"
    if holder and holder == mine:
        return "code mine"
    if holder in order and len(order) <= COLOURED_DELEGATIONS:
        return f"code d{order.index(holder) % COLOURS + 1}"
    return "code"
