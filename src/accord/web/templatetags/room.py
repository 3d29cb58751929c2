"""
Tags of the text room: wording with its choices, a delegation's code, and the key of an act.

Wording is rendered here and not by templates: every space in it counts, and a page has hundreds of pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accord.drafting.pages import Holder, Open, Option, Words

register = template.Library()

EMPTY = SafeString()


@register.simple_tag(takes_context=True)
def wording(context: Mapping[str, Any], inlines: Iterable[Words | Open]) -> SafeString:
    """Return wording in the apparatus form: alternatives in place, holders before the words; the page's links kept."""
    return _wording(inlines, _link(context["page"]))


@register.simple_tag(takes_context=True)
def gaps(context: Mapping[str, Any], inlines: Iterable[Words | Open]) -> SafeString:
    """Return wording in the ledger form: a numbered gap for each choice."""
    link = _link(context["page"])
    return _joined(_gap(item, link) if isinstance(item, Open) else conditional_escape(item.text) for item in inlines)


@register.simple_tag
def holder(one: Holder) -> SafeString:
    """Return the code of a delegation with its name as title, for lists and panels."""
    return format_html('<abbr class="{}" title="{}">{}</abbr>', classes(one), one.name, one.code)


@register.simple_tag
def act_key() -> str:
    """Return a new idempotency key: one a form, so that sending it twice does nothing twice."""
    return str(uuid4())


@register.filter
def percent(share: float) -> str:
    """Return a share from 0 to 1 as whole per cents, for instance "47%"; never 0% where something is left."""
    whole = round(share * 100)
    return "<1%" if not whole and share else f"{whole}%"


@register.filter
def ended(sentence: str) -> str:
    """Return a sentence with its full stop, where it does not end as a question."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def classes(one: Holder) -> str:
    """Return the CSS classes of a code."""
    return "code" if one.tone == "edge" else f"code {one.tone}"


def _link(page: Any) -> str:
    """Return the address of the room up to the number of a choice."""
    return f"{reverse('text', args=[page.id])}?{getattr(page, 'keep', '')}choice="


def _joined(pieces: Iterable[str]) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _wording(inlines: Iterable[Words | Open], link: str) -> SafeString:
    return _joined(_choice(item, link) if isinstance(item, Open) else _words(item, link) for item in inlines)


def _words(item: Words, link: str) -> str:
    if not item.mark:
        return conditional_escape(item.text)
    number = _number(item.number, link) if item.number else EMPTY
    if item.mark == "wanted":
        return format_html('{}<span class="wanted" aria-hidden="true">‸</span>', number)
    return format_html('{}<span class="in-dispute">{}</span>', number, item.text) if item.text else number


def _number(number: str, link: str) -> SafeString:
    return format_html('<sup><a class="number-link" hx-boost="true" href="{}{}">{}</a></sup>', link, number, number)


def _gap(choice: Open, link: str) -> SafeString:
    return format_html('<a class="gap" hx-boost="true" href="{}{}">[{}]</a>', link, choice.number, choice.number)


def _choice(choice: Open, link: str) -> SafeString:
    marks = {"selected": choice.selected, "stacked": choice.stacked, "closing": choice.closing}
    return format_html(
        '<span class="{}" id="c{}" role="group" aria-label="{}" data-choice="{}">'
        '<a class="choice-number" hx-boost="true" href="{}{}" aria-label="{}">{}</a>{}</span>',
        " ".join(["choice", *(name for name, so in marks.items() if so)]),
        choice.number,
        choice.spoken,
        choice.number,
        link,
        choice.number,
        _("Choice %s") % choice.number,
        choice.number,
        format_html_join(" ", "{}", ((_alternative(option, choice.null, link),) for option in choice.options)),
    )


def _alternative(option: Option, null: Option | None, link: str) -> SafeString:
    marks = {"mine": option.is_mine, "of-chair": option.is_chair}
    return format_html(
        '<span class="{}"><span class="holders"><b class="bracket">[</b>{}{}</span>{}{}<b class="bracket">]</b></span>',
        " ".join(["alternative", *(name for name, so in marks.items() if so)]),
        format_html_join("", "{} ", ((_inline_holder(one),) for one in option.holders)),
        format_html('<span class="more">+{}</span> ', option.more) if option.more else EMPTY,
        _said(option, link),
        _null(null) if null else EMPTY,
    )


def _said(option: Option, link: str) -> SafeString:
    if option.is_null:
        return format_html('<i class="no-text">{}</i>', _("no text"))
    return format_html('<span class="words">{}</span>', _wording(option.inlines, link))


def _null(null: Option) -> SafeString:
    return format_html(
        ' <span class="null"><span class="null-bar" aria-hidden="true">|</span> '
        '<span class="null-words">{}</span>{}{}</span>',
        _("no text"),
        format_html_join("", " {}", ((_inline_holder(one),) for one in null.holders)),
        f" +{null.more}" if null.more else "",
    )


def _inline_holder(one: Holder) -> SafeString:
    """Return a code inside a sentence; its name is said by the choice that it stands in."""
    return format_html('<bdi class="{}">{}</bdi>', classes(one), one.code)
