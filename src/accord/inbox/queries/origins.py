"""From which stored reports a row of the register comes, for the secretariat whose they are."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import Subject
from accord.inbox.choices import Decision
from accord.inbox.models import Item
from accord.inbox.pages import OriginLine
from accord.inbox.queries.rows import visible_report_items


def origins_of(by: Subject, row: str) -> tuple[OriginLine, ...]:
    """
    Return where stored reports say a row, the newest report first.

    Args:
        row: "<kind> <key>", as accord.inbox.queries.links names it.

    Returns:
        The items that became it or were found to be it; for anybody but the secretariat nothing, and no query.
    """
    return _lines(visible_report_items(by).filter(row=row))


def origins_under(by: Subject, beginning: str) -> tuple[OriginLine, ...]:
    """Return the same for every row whose name begins so, "seat <id of a meeting>/" or "priority "."""
    return _lines(visible_report_items(by).filter(row__startswith=beginning))


def _lines(items: QuerySet[Item]) -> tuple[OriginLine, ...]:
    items = items.filter(decision__in=(Decision.TAKEN, Decision.SAME))
    named = items.order_by("-report__day", "-report__stored_at", "order").select_related("report").defer("report__text")
    return tuple(
        OriginLine(
            label=each.label,
            report=each.report_id,
            item=each.mark,
            words=f"{each.report.publisher}: {each.report.title}",
            language=each.report.language,
            quote=" ".join(each.data["quote"].split()),
        )
        for each in named
    )
