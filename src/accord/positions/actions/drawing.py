"""Opening a text that is drawn up from what the members said of a situation."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.drafting.access import may_begin
from accord.drafting.actions.checks import one_line
from accord.drafting.actions.texts import TITLE_LENGTH, Opening, begun, text_by_id
from accord.drafting.models import Text
from accord.engine import text as engine
from accord.engine.text.wording import negotiated
from accord.members.errors import Unfit
from accord.members.queries import members_of
from accord.positions.access import may_draw_up
from accord.positions.actions.situations import locked
from accord.positions.drawing import text_of
from accord.positions.models import DrawnUp
from accord.positions.queries.drawing import found_by_all
from accord.record import acts as record


@record.action(answers=text_by_id)
def draw_up(situation_id: str, day: date, *, title: str, sample: bool, by: Subject, key: UUID) -> Text:
    """
    Open a text on what of a situation is shared and what is not, from what the whole council reads by a day.

    What was told to the chair and the secretariat alone stays out of it. From then on it is agreed like any text; it
    names its situation, and the situation names it.

    Raises:
        Unfit: the day is still to come, or no question was put by it.
    """
    heading = one_line(title, longest=TITLE_LENGTH)
    with record.act("began", by=by, key=key) as act:
        situation = locked(act, situation_id)
        require(may_draw_up(by, situation.organisation_id))
        require(may_begin(by))
        if day > act.at.date():
            raise Unfit("on", _("This day is still to come."))
        found = found_by_all(by, situation, day)
        if not found:
            raise Unfit("on", _("No question was put on it by this day."))
        roster = [member.code for member in members_of(situation.organisation)]
        wording = negotiated(text_of(situation.name, day, found)) + "\n"
        body = engine.compile_text(wording, {}, delegations=roster, sample=sample)
        text = begun(act, situation.organisation, body, Opening(heading, _("Zero draft")), by=by)
        DrawnUp.objects.create(situation=situation, text=text, day=day, at=act.at)
        return text
