"""The days on which the secretariat is closed, or works, otherwise than its country does."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from accord.access import NotVisible, Subject, require
from accord.access.queries import council_audience
from accord.calendar import access
from accord.calendar.models import OwnDay
from accord.engine.text.naming import plain_name
from accord.members import queries
from accord.members.models import Organisation
from accord.record import acts as record


def _organisation(pk: str) -> Organisation:
    return Organisation.objects.get(pk=pk)


@record.action(answers=_organisation)
def settle_day(organisation_id: str, day: date, *, works: bool, name: str = "", by: Subject, key: UUID) -> Organisation:
    """Settle that the secretariat is closed on a day, or works on it. Raises TextError: the name cannot be used."""
    with record.act("settled a day of the secretariat", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_settle_days(by, organisation))
        words = plain_name(name, longest=120) if name.strip() else ""
        OwnDay.objects.update_or_create(organisation=organisation, day=day, defaults={"works": works, "name": words})
        _write(act, organisation, {"day": day.isoformat(), "works": works, "name": words})
        return organisation


@record.action(answers=_organisation)
def drop_day(organisation_id: str, day_id: str, *, by: Subject, key: UUID) -> Organisation:
    """Let the calendar of the country hold on that day again. Raises NotVisible: nothing is settled there."""
    with record.act("dropped a day of the secretariat", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_settle_days(by, organisation))
        row = OwnDay.objects.filter(organisation=organisation, pk=day_id).first()
        if row is None:
            raise NotVisible
        row.delete()
        _write(act, organisation, {"day": row.day.isoformat()})
        return organisation


def _write(act: record.Act, organisation: Organisation, data: dict[str, object]) -> None:
    audience = council_audience(organisation.pk)
    stream = f"calendar:{organisation.pk}:{audience.pk}"
    act.entry(organisation_id=organisation.pk, stream=stream, audience=audience, data=data, answer=organisation.pk)
