"""Storing a report with what was read of it, and reading it again. Nothing enters the register by either."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.inbox.access import may_keep_reports
from accord.inbox.actions.entering import enter, report_by_id
from accord.inbox.items import ReadItem, items_of
from accord.inbox.models import Item, StoredReport
from accord.inbox.queries.reading import read
from accord.inbox.queries.rows import visible_reports
from accord.inbox.values import ReportEntry
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.members.queries import visible_organisations
from accord.members.tongues import tag_of
from accord.record import acts as record


@record.action(answers=report_by_id)
def store_report(organisation_id: str, entry: ReportEntry, *, by: Subject, key: UUID) -> StoredReport:
    """
    Store a report as it was read, with all that was read of it.

    Raises:
        Unfit: no publisher or title, or the same words are stored already; TooLong; Refused; NotVisible.
    """
    organisation = _own(by, organisation_id)
    columns = _columns(entry)
    document = read(by, organisation, entry.text, day=entry.day)
    with record.act("stored a report", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_keep_reports(by, organisation))
        _refuse_known(organisation, columns["sha256"])
        report = StoredReport.objects.create(
            organisation=organisation, stored_at=act.at, stored_by=by.name, read_at=act.at, **columns, **_told(document)
        )
        found = [*items_of(document)]
        Item.objects.bulk_create(_item(report, order, each) for order, each in enumerate(found))
        enter(act, report, {"items": len(found)})
        return report


@record.action(answers=report_by_id)
def read_again(report_id: str, *, by: Subject, key: UUID) -> StoredReport:
    """
    Read a stored report with what the register says now. What was decided stays; what nobody decided is as read now.

    Raises:
        NotVisible.
    """
    before = visible_reports(by).filter(pk=report_id).select_related("organisation").first()
    if before is None:
        raise NotVisible
    document = read(by, before.organisation, before.text, day=before.day, of=before.pk)
    with record.act("read a report again", by=by, key=key) as act:
        report = act.lock(visible_reports(by), report_id)
        found = [*items_of(document)]
        _replace(report, found)
        for name, value in {**_told(document), "read_at": act.at}.items():
            setattr(report, name, value)
        report.save()
        enter(act, report, {"items": len(found)})
        return report


def _own(by: Subject, organisation_id: str) -> Organisation:
    found = visible_organisations(by).filter(pk=organisation_id).first()
    if found is None:
        raise NotVisible
    require(may_keep_reports(by, found))
    return found


def _columns(entry: ReportEntry) -> dict[str, Any]:
    if not entry.text.strip():
        raise Unfit("words", _("The report has no words."))
    return {
        "publisher": checks.name("publisher", entry.publisher, longest=120),
        "title": checks.name("title", entry.title, longest=300),
        "url": checks.address("url", entry.url),
        "day": entry.day,
        "language": tag_of(entry.language),
        "text": entry.text,
        "sha256": hashlib.sha256(entry.text.encode()).hexdigest(),
        "file_sha256": entry.file_sha256,
        "sample": entry.sample,
    }


def _refuse_known(organisation: Organisation, sha256: str) -> None:
    known = StoredReport.objects.filter(organisation=organisation, sha256=sha256).first()
    if known is not None:
        told = {"publisher": known.publisher, "title": known.title}
        raise Unfit("words", _("These words are stored already: %(publisher)s, “%(title)s”.") % told)


def _told(document: dict[str, Any]) -> dict[str, Any]:
    """Return what a report says of itself, as columns."""
    value = document["date"]["value"]
    return {"about": document["about"], "read_day": date.fromisoformat(value) if value else None}


def _item(report: StoredReport, order: int, each: ReadItem) -> Item:
    return Item(report=report, kind=each.kind, order=order, mark=each.mark, data=dict(each.data))


def _replace(report: StoredReport, found: list[ReadItem]) -> None:
    """Store items as they are read now: known ones keep what was decided, undecided ones that are gone go."""
    known = {item.mark: item for item in report.items.all()}
    new = []
    for order, each in enumerate(found):
        item = known.pop(each.mark, None)
        if item is None:
            new.append(_item(report, order, each))
        else:
            item.data, item.order, item.gone = dict(each.data), order, False
            item.save(update_fields=["data", "order", "gone"])
    Item.objects.bulk_create(new)
    left = [item.pk for item in known.values()]
    report.items.filter(pk__in=left, decision="").delete()
    report.items.filter(pk__in=left).update(gone=True)
