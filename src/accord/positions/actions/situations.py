"""What is done with situations and positions. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from accord.access import NotVisible, Subject, require
from accord.access.models import Audience
from accord.access.queries import council_audience, public_audience
from accord.engine.text.naming import plain_name
from accord.members.models import Organisation
from accord.members.queries import visible_organisations
from accord.positions import queries
from accord.positions.access import may_assess, may_enter_situations, may_put_points, may_set_showing
from accord.positions.models import Assessment, Showing, Situation, SituationPoint
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


@record.action(answers=_organisation)
def put_point(situation_id: int, wording: str, *, by: Subject, key: UUID) -> Organisation:
    """Put a point on which the members assess a situation."""
    with record.act("put a point on", by=by, key=key) as act:
        situation = act.lock(queries.visible_situations(by).select_related("organisation"), situation_id)
        require(may_put_points(by, situation.organisation_id))
        council = council_audience(situation.organisation_id)
        words = plain_name(wording, longest=300)
        SituationPoint.objects.create(situation=situation, audience=council, wording=words, at=act.at)
        _write_situation(act, situation, council, point=words)
        return situation.organisation


@record.action(answers=_organisation)
def assess(situation_id: int, said: Mapping[str, str], *, by: Subject, key: UUID) -> Organisation:
    """
    Say what the own member says of points of a situation; what it said of them before is replaced.

    Args:
        said: id of a point → a value of ``Assessment.Said``.

    Raises:
        NotVisible: one of them is no point of this situation.
    """
    with record.act("assessed", by=by, key=key) as act:
        situation = act.lock(queries.visible_situations(by).select_related("organisation"), situation_id)
        require(may_assess(by, situation.organisation_id))
        points = {row.pk: row for row in queries.visible_points(by).filter(situation=situation)}
        for point, word in said.items():
            if point not in points:
                raise NotVisible
            values = {"said": Assessment.Said(word), "at": act.at}
            Assessment.objects.update_or_create(point=points[point], code=by.delegation, defaults=values)
        _write_situation(act, situation, council_audience(situation.organisation_id), points=len(said))
        return situation.organisation


def _write_situation(act: record.Act, situation: Situation, council: Audience, **data: object) -> None:
    act.entry(
        organisation_id=situation.organisation_id,
        stream=f"situation:{situation.pk}:{council.pk}",
        audience=council,
        data={"what": situation.name, **data},
        answer=situation.organisation_id,
    )
