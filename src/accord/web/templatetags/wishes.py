"""Words of a chair's help: what a step asks, and a package as one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from django import forms, template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.positions.pages.wishes import PackageRow, WishRow, WordingRow

register = template.Library()


@register.simple_tag
def step_words(kind: str) -> str:
    """Return what a step asks of a delegation, behind its code."""
    return {
        "yields": _("would yield: it has said that it can live with it"),
        "asked": _("would have to yield: it has not said whether it can"),
        "objects": _("would have to take its objection back"),
    }[kind]


@register.simple_tag
def said_word(word: str) -> str:
    """Return what delegations said of a wording, behind their codes."""
    return {
        "holds": _("hold it in the text"),
        "prefers": _("prefer it"),
        "lives": _("can live with it"),
        "objects": _("object to it"),
    }[word]


@register.simple_tag
def package_words(package: PackageRow) -> str:
    """Return a package as one sentence: if these yield on those choices, all of them close."""
    parts = [
        _("%(name)s yields on %(choices)s") % {"name": trade.holder.name, "choices": listed(trade.choices)}
        for trade in package.trades
    ]
    closed = listed([each.choice for each in package.settled])
    ending = ngettext("choice %s closes", "choices %s close", len(package.settled)) % closed
    return _("If %(moves)s, %(ending)s.") % {"moves": listed(parts), "ending": ending}


def listed(parts: Iterable[str]) -> str:
    """Return parts with commas and one "and"."""
    *before, last = parts
    return _("%(before)s and %(last)s") % {"before": ", ".join(before), "last": last} if before else last


@register.simple_tag
def said_options(
    words: Iterable[tuple[str, str]], row: WordingRow, choice: str, form: forms.Form | None
) -> SafeString:
    """Return the options of what is said of a wording; what was sent stands where the form comes back."""
    chosen = form.data.get(f"said-{choice}-{row.place}", "") if form else row.said
    return _options([(value, str(label)) for value, label in words], chosen)


@register.simple_tag
def weight_options(row: WishRow, form: forms.Form | None) -> SafeString:
    """Return the options of a weight, 1 to 5."""
    chosen = form.data.get(f"weight-{row.choice}", "") if form else str(row.weight)
    return _options([(each, each) for each in "12345"], chosen)


def _options(pairs: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    rows = ((value, SafeString(" selected") if value == chosen else "", label) for value, label in pairs)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


@register.filter
def fraction(share: Fraction) -> str:
    """Return a share as it stands in an address, "3/5"."""
    return str(share)


@register.filter
def share_words(share: str) -> str:
    """Return a share as whole per cents."""
    return as_cents(Fraction(share))


@register.filter
def as_cents(share: Fraction) -> str:
    """Return a share as whole per cents, never less than it is."""
    return f"{-(-100 * share.numerator // share.denominator)}%"
