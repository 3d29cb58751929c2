"""What is done with situations and positions. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from accord.access import Subject, require
from accord.access.queries import council_audience, public_audience
from accord.members.models import Organisation
from accord.members.queries import visible_organisations
from accord.positions.access import may_enter_situations, may_set_showing
from accord.positions.models import Showing, Situation
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


@record.action(answers=_organisation)
def set_showing(organisation_id: str, circle: str, *, by: Subject, key: UUID) -> Organisation:
    """Set who sees how near the members are: "council" or "office" (see ``models.Showing``)."""
    with record.act("set who sees the alignment", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_set_showing(by, organisation))
        chosen = Showing.Circle(circle)
        Showing.objects.update_or_create(organisation=organisation, defaults={"circle": chosen})
        council = council_audience(organisation.pk)
        act.entry(
            organisation_id=organisation.pk,
            stream=f"alignment:{organisation.pk}:{council.pk}",
            audience=council,
            data={"circle": chosen.value},
            answer=organisation.pk,
        )
        return organisation
