"""What of the record a subject can see."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import Subject
from accord.access.queries import visible_audiences
from accord.record.models import Entry


def visible_entries(by: Subject) -> QuerySet[Entry]:
    """Entries whose audience admits ``by``, oldest first."""
    return Entry.objects.filter(audience__in=visible_audiences(by))
