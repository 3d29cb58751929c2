"""From which stored reports a row of the register comes, for the secretariat whose they are."""

from __future__ import annotations

from accord.access import Subject
from accord.inbox.choices import Decision
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
    items = visible_report_items(by).filter(row=row, decision__in=(Decision.TAKEN, Decision.SAME))
    named = items.order_by("-report__day", "-report__stored_at", "order").select_related("report").defer("report__text")
    return tuple(
        OriginLine(each.report_id, each.pk, f"{each.report.publisher}: {each.report.title}", each.report.language)
        for each in named
    )
