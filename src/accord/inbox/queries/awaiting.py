"""Stored reports of which something waits to be decided, for the secretariat."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Subject
from accord.drafting.pages.awaiting import Item
from accord.inbox.queries.rows import visible_reports


def stored_reports_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the reports with items that nobody has decided yet, the newest first; one query."""
    return tuple(_awaited(by))


def _awaited(by: Subject) -> Iterator[Item]:
    waits = Count("items", Q(items__decision="", items__gone=False))
    for row in visible_reports(by).annotate(waits=waits).filter(waits__gt=0).defer("text"):
        count = ngettext("%d item waits.", "%d items wait.", row.waits) % row.waits
        yield Item(
            text=row.pk,
            symbol=row.publisher,
            sample=False,
            since=row.stored_at,
            what=_("Decide what of “%s” enters the register.") % row.title,
            why=count,
            if_nothing=_("Nothing of it enters the register."),
            place="report",
            act=_("Decide it"),
        )
