"""Documents on their way as things that await somebody."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.documents.pages import AwaitingDocument
from accord.documents.queries import awaiting_documents
from accord.drafting.pages.awaiting import Item
from accord.notices.days import end_of, zone_of_secretariat


def documents_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the documents that wait for the subject, in the order of their room."""
    found = awaiting_documents(by)
    zone = zone_of_secretariat(by) if any(each.until for each in found) else "UTC"
    return tuple(_item(each, zone) for each in found)


def _item(each: AwaitingDocument, zone: str) -> Item:
    clears = each.what == "clear"
    return Item(
        text=each.id,
        symbol=_("document"),
        sample=False,
        since=datetime.combine(each.since, time(), UTC) if each.since else None,
        what=(_("Clear “%s”, or say what stands against it") if clears else _("Send “%s” on")) % each.name,
        why=each.sentence,
        if_nothing=_("your member is shown as awaited.") if clears else _("the document stays where it is."),
        place="document",
        act=_("Read and answer") if clears else _("Open the document"),
        pressing=each.until is not None,
        until=end_of(each.until, zone) if each.until else None,
        zone=zone,
    )
