"""
Who presides after whom: the rotation of the chairmanship by the organisation's rule. Pure: no database, no clock.

Terms that were decided stand as they are; after the last of them the rule goes on. Where a term departs from the rule,
its decision is named, and the rotation goes on behind the member that presided.

Source: docs/reference/register.md, "Rotation".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Turn:
    """
    A term that the rule gives.

    Attributes:
        ends: the last day; None where a session ends it whose day is not known. begins: likewise.
    """

    code: str
    begins: date | None
    ends: date | None


def turns(order: Sequence[str], *, last: str, ends: date | None, rule: str, count: int) -> tuple[Turn, ...]:
    """
    Return the next terms after the last one that was decided.

    Args:
        order: codes of those that preside, in the order of the rotation.
        last: who presides last by decision; the rotation goes on behind it. Where it is not in ``order`` any more, it
            begins at the first.
        ends: last day of that term. rule: "year" | "half" | "session".
        count: how many terms.

    Returns:
        ``count`` terms, none where ``order`` is empty or there is no rule.
    """
    if not order or not rule:
        return ()
    start = order.index(last) + 1 if last in order else 0
    codes = [order[(start + step) % len(order)] for step in range(count)]
    spans = _spans(ends, rule, count)
    return tuple(Turn(code, begins, until) for code, (begins, until) in zip(codes, spans, strict=True))


def _spans(ends: date | None, rule: str, count: int) -> list[tuple[date | None, date | None]]:
    if ends is None or rule == "session":
        return [(None, None)] * count
    spans, begins = [], ends + timedelta(days=1)
    for _step in range(count):
        until = _last_day(begins, rule)
        spans.append((begins, until))
        begins = until + timedelta(days=1)
    return spans


def _last_day(begins: date, rule: str) -> date:
    """Return the last day of the calendar year or half-year in which a term begins."""
    if rule == "half" and begins.month <= 6:
        return date(begins.year, 6, 30)
    return date(begins.year, 12, 31)
