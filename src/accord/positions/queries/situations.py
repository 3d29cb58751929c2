"""What of the situations a subject can see."""

from __future__ import annotations

from django.db.models import QuerySet

from accord.access import NotVisible, Subject
from accord.access.queries import visible_audiences
from accord.members.basis import Basis
from accord.positions.models import Situation, SituationPoint
from accord.positions.pages import SituationLine


def visible_situations(by: Subject) -> QuerySet[Situation]:
    """Situations whose audience admits ``by``."""
    return Situation.objects.filter(audience__in=visible_audiences(by))


def visible_points(by: Subject) -> QuerySet[SituationPoint]:
    """Points of situations whose audience admits ``by``, in the order in which they were put."""
    return SituationPoint.objects.filter(audience__in=visible_audiences(by), situation__in=visible_situations(by))


def situation_key(by: Subject, handle: str) -> int:
    """Return the key under which a situation that ``by`` sees is stored. Raises NotVisible."""
    pk = visible_situations(by).filter(handle=handle).values_list("pk", flat=True).first()
    if pk is None:
        raise NotVisible
    return pk


def situation_list(by: Subject, organisation_id: str) -> tuple[SituationLine, ...]:
    """Return the situations of an organisation, in the order of entry."""
    rows = visible_situations(by).filter(organisation=organisation_id)
    return tuple(map(line_of, rows))


def line_of(row: Situation) -> SituationLine:
    """Return a situation as it stands in a list."""
    return SituationLine(row.name, row.sitting, row.gist, Basis.of(row), row.handle)
