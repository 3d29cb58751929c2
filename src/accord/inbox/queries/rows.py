"""The only doors to stored reports: the secretariat's own."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import Role, Subject
from accord.inbox.models import Item, StoredReport


def visible_reports(by: Subject) -> QuerySet[StoredReport]:
    """Reports that ``by`` can see: those of its organisation, for its secretariat; none for anybody else."""
    if by.role != Role.SECRETARIAT or not by.organisation_id:
        return StoredReport.objects.none()
    return StoredReport.objects.filter(organisation=by.organisation_id)


def visible_report_items(by: Subject) -> QuerySet[Item]:
    """Items of the reports that ``by`` can see."""
    return Item.objects.filter(report__in=visible_reports(by))
