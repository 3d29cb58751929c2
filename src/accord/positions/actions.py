"""What is done with situations. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from accord.access import Subject, require
from accord.access.queries import council_audience, public_audience
from accord.members.models import Organisation
from accord.members.queries import visible_organisations
from accord.positions.access import may_enter_situations
from accord.positions.models import Situation
from accord.positions.pages import SituationLine
from accord.record import acts as record


def _organisation(pk: str) -> Organisation:
    return Organisation.objects.get(pk=pk)


@record.action(answers=_organisation)
def enter_situations(
    organisation_id: str, situations: Sequence[SituationLine], *, by: Subject, key: UUID
) -> Organisation:
    """Enter what is reported of situations. The words are of the one who enters them, never a member's position."""
    with record.act("entered situations", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_enter_situations(by, organisation))
        everybody = public_audience(organisation.pk) if organisation.public else council_audience(organisation.pk)
        Situation.objects.bulk_create(
            Situation(
                organisation=organisation,
                audience=everybody,
                name=one.name,
                sitting=one.sitting,
                gist=one.gist,
                **one.basis.columns(),
            )
            for one in situations
        )
        names = [one.name for one in situations]
        stream = f"register:{organisation.pk}:{everybody.pk}"
        act.entry(
            organisation_id=organisation.pk,
            stream=stream,
            audience=everybody,
            data={"names": names},
            answer=organisation.pk,
        )
        return organisation
