"""The only doors to what is followed: what this subject can see, and nothing else."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KT

from accord.access import Subject
from accord.access.queries import visible_audiences
from accord.commitments.models import Commitment, Measure, Voiced
from accord.members.queries import visible_organisations
from accord.programme.queries.visible import known_by
from accord.record.models import Entry
from accord.record.queries import visible_entries


def visible_measures(by: Subject, on: date | None = None) -> QuerySet[Measure]:
    """Measures of organisations that ``by`` can see, known by a day."""
    rows = Measure.objects.filter(known_by(on), organisation__in=visible_organisations(by))
    return rows.select_related("organisation", "member", "organ", "area", "priority__area")


def visible_commitments(by: Subject, on: date | None = None) -> QuerySet[Commitment]:
    """Commitments in texts to which ``by`` was admitted, or that are released to ``by``, known by a day."""
    seen = Q(audience__in=visible_audiences(by)) | Q(adoption__in=released_adoptions(by))
    rows = Commitment.objects.filter(seen, known_by(on))
    return rows.select_related("organisation", "area", "priority__area", "adoption__text")


def released_adoptions(by: Subject) -> QuerySet[Entry, str]:
    """Ids of the adopted texts whose release stands in the record of ``by``: a release is an entry for the public."""
    released = visible_entries(by).filter(verb="released")
    return released.annotate(adoption=KT("data__adoption")).order_by().values_list("adoption", flat=True)


def visible_voiced(by: Subject, on: date | None = None) -> QuerySet[Voiced]:
    """Proposals voiced in what ``by`` was admitted to, by a day."""
    rows = Voiced.objects.filter(audience__in=visible_audiences(by))
    rows = rows.filter(day__lte=on) if on else rows
    return rows.select_related("organisation", "meeting", "sitting", "item", "statement")
