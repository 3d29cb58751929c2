"""
Pictures of alignment, drawn as SVG in the page: lines and dots with classes, no style, no script.

Colours come from the sheet, so the picture is light and dark with the page. Beside each stands the same in figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accord.positions.pages.alignment import Dot, Figure, MapPage
from accord.positions.pages.convergence import RoundRow
from accord.positions.placing import HEIGHT, WIDTH

register = template.Library()

COURSE = 640
"""Units across the picture of rounds."""

LINE = 14
"""Units between two codes at one dot."""


@register.filter
def cents(share: float | None) -> str:
    """Return a share from 0 to 1 as whole per cents without rounding up to all or down to nothing."""
    if share is None:
        return "–"
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "<1%"
    return ">99%" if whole == 100 and share < 1 else f"{whole}%"


@register.filter
def points(difference: float) -> str:
    """Return a difference of two shares in percentage points, with its sign."""
    return f"{100 * difference:+.0f}".replace("-", "−")


@register.filter
def decimals(value: float | None) -> str:
    """Return a figure with two decimals, a point between in every language; "–" for none."""
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


@register.filter
def one_decimal(value: float) -> str:
    """Return a figure with one decimal, a point between in every language."""
    return f"{value:.1f}"


@register.simple_tag
def range_bar(figure: Figure) -> SafeString:
    """Return value, bounds and interval on a line from 0 to 100 %."""
    parts = [_along("whole", 0, 1), _along("bounds", figure.lower, figure.upper)]
    parts += [_across("end", end, 7) for end in (figure.lower, figure.upper)]
    parts += [_along("interval", *figure.interval)] if figure.interval else []
    parts += [_across("value", figure.value, 12)] if figure.value is not None else []
    words = _("Similarity %(value)s, bounds %(lower)s to %(upper)s.") % {
        "value": cents(figure.value), "lower": cents(figure.lower), "upper": cents(figure.upper)
    }  # fmt: skip
    head = format_html('<svg class="range" viewBox="-2 0 604 28" role="img" aria-label="{}">', words)
    return head + format_html_join("", "{}", ((part,) for part in parts)) + SafeString("</svg>")


def _along(kind: str, low: float, high: float) -> SafeString:
    ends = f"{600 * low:.1f}", f"{600 * high:.1f}"
    return format_html('<line class="{}" x1="{}" x2="{}" y1="14" y2="14"/>', kind, *ends)


def _across(kind: str, share: float, reach: int) -> SafeString:
    line = '<line class="{0}" x1="{1}" x2="{1}" y1="{2}" y2="{3}"/>'
    return format_html(line, kind, f"{600 * share:.1f}", 14 - reach, 14 + reach)


@register.simple_tag
def course_lines(rounds: Sequence[RoundRow]) -> SafeString:
    """Return the share of wording that is open and of paragraphs that are agreed, round by round, with the figures."""
    words = _("Share of wording open and of paragraphs agreed in each round. The table below gives the figures.")
    head = format_html('<svg class="lines" viewBox="0 0 {} 190" role="img" aria-label="{}">', COURSE, words)
    open_ = _line("open", [each.open_share for each in rounds])
    agreed = _line("agreed", [each.agreed / each.blocks if each.blocks else 0.0 for each in rounds])
    names = format_html_join(
        "",
        '<text class="name" x="{}" y="184" text-anchor="middle">{}</text>',
        ((f"{_across_rounds(at, len(rounds)):.1f}", each.label or _("now")) for at, each in enumerate(rounds)),
    )
    return head + open_ + agreed + names + SafeString("</svg>")


def _line(kind: str, shares: Sequence[float]) -> SafeString:
    places = [(_across_rounds(at, len(shares)), 150 - 130 * share) for at, share in enumerate(shares)]
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    figures = format_html_join(
        "",
        '<circle class="{0}" cx="{1}" cy="{2}" r="3"/>'
        '<text class="{0}" x="{1}" y="{3}" text-anchor="middle">{4}</text>',
        (
            (kind, f"{x:.1f}", f"{y:.1f}", f"{y - 8:.1f}" if kind == "open" else f"{y + 16:.1f}", cents(share))
            for (x, y), share in zip(places, shares, strict=True)
        ),
    )
    return format_html('<polyline class="{}" points="{}"/>', kind, way) + figures


def _across_rounds(at: int, count: int) -> float:
    return 50 + (COURSE - 100) * (at / (count - 1) if count > 1 else 0.5)


@register.simple_tag
def likeness_map(drawn: MapPage) -> SafeString:
    """Return the map: a dot for each place, a ring for how far it moves, the codes beside it."""
    words = _("Map of the delegations: near is similar. The table beside it gives the places.")
    head = format_html('<svg class="likeness" viewBox="0 0 {} {}" role="img" aria-label="{}">', WIDTH, HEIGHT, words)
    cross = format_html(
        '<line class="axis" x1="0" x2="{0}" y1="{2}" y2="{2}"/><line class="axis" x1="{3}" x2="{3}" y1="0" y2="{1}"/>',
        WIDTH, HEIGHT, HEIGHT // 2, WIDTH // 2,
    )  # fmt: skip
    return head + cross + format_html_join("", "{}", ((_dot(dot),) for dot in drawn.dots)) + SafeString("</svg>")


def _dot(dot: Dot) -> SafeString:
    x, y = f"{dot.x:.1f}", f"{dot.y:.1f}"
    ring = format_html('<circle class="moves" cx="{}" cy="{}" r="{}"/>', x, y, f"{min(dot.moves, HEIGHT / 2):.1f}")
    here = format_html('<circle class="dot{}" cx="{}" cy="{}" r="5"/>', _mine(dot), x, y)
    rows = len(dot.holders)
    codes = format_html_join(
        "",
        '<text class="{}" x="{}" y="{}">{}</text>',
        (
            ("mine" if one.tone == "mine" else "", f"{dot.x + 10:.1f}", f"{_row(dot.y, place, rows):.1f}", one.code)
            for place, one in enumerate(dot.holders)
        ),
    )
    return ring + here + codes if dot.moves else here + codes


def _mine(dot: Dot) -> str:
    return " mine" if any(one.tone == "mine" for one in dot.holders) else ""


def _row(y: float, place: int, rows: int) -> float:
    """Return the base line of one code among those at a dot, which stand around it."""
    return y + 4 + (place - (rows - 1) / 2) * LINE
