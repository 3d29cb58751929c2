"""The way that an organisation has set for its documents, and what can be chosen when one is brought in."""

from __future__ import annotations

from accord.access import NotVisible, Subject, require
from accord.documents.access import may_set_way
from accord.documents.choices import StepKind
from accord.documents.models import Numbering, Way, WayStep
from accord.documents.pages import WayLine, WayPage
from accord.documents.telling import called
from accord.engine.passage import Pattern
from accord.members.models import Organisation
from accord.members.queries import visible_organisations


def current_way(organisation_id: str) -> Way | None:
    """Return the way that documents of an organisation take now; None where it has set none."""
    return Way.objects.filter(organisation=organisation_id).order_by("-number").first()


def numbering_of(organisation_id: str) -> Pattern:
    """Return the pattern of an organisation's symbols."""
    row = Numbering.objects.filter(organisation=organisation_id).first()
    return Pattern(row.series, row.revision, row.addendum, row.corrigendum) if row else Pattern()


def final_steps(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return the steps at which a document can be completed, the last first: key and name."""
    if not visible_organisations(by).filter(pk=organisation_id).exists():
        raise NotVisible
    way = current_way(organisation_id)
    rows = WayStep.objects.filter(way=way).order_by("-order") if way else ()
    return tuple((row.key, called(row.label, row.names)) for row in rows)


def choices_for(by: Subject, organisation_id: str) -> tuple[tuple[str, str], ...]:
    """Return the steps of the current way in their order: key and name."""
    return tuple(reversed(final_steps(by, organisation_id)))


def way_page(by: Subject, organisation: Organisation) -> WayPage:
    """Return the way for who sets it. Raises Refused for others."""
    require(may_set_way(by, organisation))
    way, pattern = current_way(organisation.pk), numbering_of(organisation.pk)
    rows = WayStep.objects.filter(way=way).order_by("order") if way else ()
    return WayPage(
        number=way.number if way else 0,
        steps=tuple(_line(row, organisation.language) for row in rows),
        series=pattern.series,
        revision=pattern.revision,
        addendum=pattern.addendum,
        corrigendum=pattern.corrigendum,
    )


def _line(row: WayStep, language: str) -> WayLine:
    kind = str(StepKind(row.kind).label)
    local = row.names.get(language, "") if language else ""
    return WayLine(row.key, row.label, row.kind, kind, row.organ, local, row.optional, row.parallel)
