"""What the acts on an organisation share: their entry in the record, and who sees it."""

from __future__ import annotations

from typing import Any

from accord.access.models import Audience
from accord.access.queries import council_audience, public_audience
from accord.members.models import Organisation
from accord.record import acts as record


def organisation_by_id(pk: str) -> Organisation:
    """Load the answer of an act on an organisation."""
    return Organisation.objects.get(pk=pk)


def enter(
    act: record.Act, organisation: Organisation, audience: Audience, data: dict[str, Any], *, answer: str
) -> None:
    """Write the entry of an act in the organisation's stream of this audience."""
    stream = f"register:{organisation.pk}:{audience.pk}"
    act.entry(organisation_id=organisation.pk, stream=stream, audience=audience, data=data, answer=answer)


def everybody(organisation: Organisation) -> Audience:
    """Return who sees the register: the public, or the council alone."""
    return public_audience(organisation.pk) if organisation.public else council_audience(organisation.pk)
