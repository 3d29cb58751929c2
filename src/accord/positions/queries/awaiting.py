"""What awaits a delegation of situations: questions on which it has said nothing yet."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import Allow, Subject
from accord.drafting.pages.awaiting import Item
from accord.positions.access import may_assess
from accord.positions.models import Assessment, SituationPoint
from accord.positions.queries.situations import visible_points
from accord.record import clock


def assessments_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the questions that are asked until a day and on which nothing stands that the delegation said."""
    if not by.organisation_id or not isinstance(may_assess(by, by.organisation_id), Allow):
        return ()
    said = Assessment.objects.filter(
        code=by.delegation, withdrawn=None, point__situation__organisation=by.organisation_id
    )
    asked = visible_points(by).filter(situation__organisation=by.organisation_id, until__gte=clock.now().date())
    rows = asked.exclude(pk__in=said.values("point")).select_related("situation").order_by("until", "at", "pk")
    return tuple(map(_item, rows))


def _item(point: SituationPoint) -> Item:
    until = point.until or clock.now().date()
    return Item(
        text=point.situation.handle,
        symbol="",
        sample=False,
        since=point.at,
        what=_("Say how you assess “%s”") % point.wording,
        why=_("Your assessment of %(name)s is asked until %(day)s.")
        % {"name": point.situation.name, "day": date_format(until, "j E Y")},
        if_nothing=_("nothing is said for your state: absence is neither consent nor objection."),
        place="situation",
        act=_("Read and answer"),
        until=datetime.combine(until + timedelta(days=1), time(), UTC),
    )
