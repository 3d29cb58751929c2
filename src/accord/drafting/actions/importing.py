"""Importing a bracketed text: it becomes a text with its room, its choices as others wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.drafting.access import may_begin
from accord.drafting.actions.checks import one_line
from accord.drafting.actions.texts import TITLE_LENGTH, Opening, begun, text_by_id
from accord.drafting.errors import Stale
from accord.drafting.models import Text
from accord.drafting.queries.importing import imported_in
from accord.engine import text as engine
from accord.engine.text.wording import negotiated
from accord.members.queries import visible_organisations
from accord.record import acts as record


@record.action(answers=text_by_id)
def import_text(
    *,
    by: Subject,
    title: str,
    source: str,
    shown: str,
    key: UUID,
    aliases: Mapping[str, str],
    sample: bool = False,
    meeting: str = "",
    symbol: str = "",
    audience: str = "",
) -> Text:
    """
    Begin a text with what ``source``, a text that others bracketed, stands at.

    Args:
        source: refused where it holds characters that negotiated wording may not.
        shown: fingerprint of the negotiation that was shown before.
        aliases: names in it → the code of the member that each stands for.
        audience: id of the audience that is admitted; "" admits all delegations, the chair and the secretariat.

    Raises:
        WordingRefused: with every place; engine.TextError: title or symbol cannot be used, or it has no paragraph;
        Stale: it would become something else than was shown; NotVisible; Refused: not the secretariat.
    """
    heading = one_line(title, longest=TITLE_LENGTH)
    with record.act("began", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), by.organisation_id or "")
        require(may_begin(by))
        body = imported_in(organisation, negotiated(source), aliases, sample=sample).text
        if engine.fingerprint(body) != shown:
            raise Stale(_("What it becomes has changed since it was shown: look at it again."))
        opening = Opening(heading, _("Imported draft"), meeting, symbol, audience)
        return begun(act, organisation, body, opening, by=by, imported=True)
