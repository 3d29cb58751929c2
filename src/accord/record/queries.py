"""What of the record a subject can see."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet

from accord.access import Subject
from accord.access.queries import visible_audiences
from accord.record.models import Entry
from accord.record.pages import EntryLine, RecordPage

PAGE_LENGTH = 100


def visible_entries(by: Subject) -> QuerySet[Entry]:
    """Entries whose audience admits ``by``, oldest first."""
    return Entry.objects.filter(audience__in=visible_audiences(by))


def record_page(by: Subject, organisation_id: str, *, text: str = "", number: int = 1) -> RecordPage:
    """
    Return a page of the record of an organisation, newest entry first.

    Args:
        text: id of a text, to see its entries alone; "" for all.
        number: page, from 1; a number beyond the last shows the last.
    """
    rows = visible_entries(by).filter(organisation_id=organisation_id)
    if text:
        rows = rows.filter(stream__startswith=f"text:{text}:")
    paginator = Paginator(rows.order_by("-at", "stream", "-number"), PAGE_LENGTH)
    page = paginator.get_page(number)
    return RecordPage(tuple(entry_line(row) for row in page), paginator.count, page.number, paginator.num_pages)


def newest_entry() -> str:
    """Return the id of the entry that was written last, of whatever organisation; "" where there is none."""
    return Entry.objects.order_by("-at", "-pk").values_list("pk", flat=True).first() or ""


def entry_line(row: Entry) -> EntryLine:
    """Return an entry as it is shown."""
    return EntryLine(
        number=row.number,
        stream=row.stream,
        actor=row.actor,
        verb=row.verb,
        what=str(row.data.get("what", "")),
        data=row.data,
        on_behalf_of=row.on_behalf_of,
        authority=row.authority,
        at=row.at,
        seen=row.seen,
        made=row.made,
    )
