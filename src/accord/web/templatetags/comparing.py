"""The tag of a comparison: one side of a paragraph in its runs. Every space counts, so that no template renders it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from accord.drafting.pages import Holder
from accord.drafting.pages.comparing import Piece
from accord.web.templatetags.names import tongue
from accord.web.templatetags.room import classes

register = template.Library()

RIGHT = SafeString('<b class="bracket">]</b>')


@register.simple_tag
def pieces(runs: Iterable[Piece]) -> SafeString:
    """Return wording with its choices; what only one side has stands in ins or del."""
    return format_html_join("", "{}", ((_piece(run),) for run in runs))


@register.simple_tag(takes_context=True)
def tongue_of(context: Mapping[str, Any], runs: Iterable[Piece]) -> SafeString:
    """Return the attribute of an element that holds wording in another language than the reader's, else nothing."""
    return tongue(context, " ".join(run.text for run in runs if run.kind == "words"))


def _piece(run: Piece) -> str:
    if run.kind == "number":
        return format_html('<sup class="choice-number">{}</sup>', run.text)
    if run.kind == "left":
        holders = format_html_join("", "{} ", ((_holder(one, mark),) for one, mark in run.holders))
        return format_html('<span class="opening"><b class="bracket">[</b>{}</span>', holders)
    if run.kind == "right":
        return RIGHT
    text = format_html('<i class="no-text">{}</i>', run.text) if run.kind == "null" else conditional_escape(run.text)
    return _marked(text, run.mark)


def _holder(one: Holder, mark: str) -> str:
    return _marked(format_html('<bdi class="{}">{}</bdi>', classes(one), one.code), mark)


def _marked(text: str, mark: str) -> str:
    if not mark:
        return text
    return format_html("<ins>{}</ins>" if mark == "added" else "<del>{}</del>", text)
