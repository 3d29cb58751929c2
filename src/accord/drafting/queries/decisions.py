"""What stands between a text and its adoption, and who sits at the table."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accord.drafting.models import Text
from accord.engine import text as engine
from accord.engine.rules import Seat


def hindrance_to_council(body: engine.Text) -> str:
    """Return "" where nothing in the text is open, else what is, as a sentence."""
    if not body.blocks:
        return _("No paragraph is left in this text.")
    numbers = [standing.choice.id for standing in engine.choices(body)]
    if numbers:
        return _("Open choices: %s.") % ", ".join(numbers)
    reserved = sorted({note.holder for block in body.blocks for note in block.notes if note.kind == "reserve"})
    if reserved:
        return _("Reservations stand: %s.") % ", ".join(reserved)
    return ""


def seats_of(text: Text, body: engine.Text) -> tuple[Seat, ...]:
    """Return every delegation of the text with its seat and whether it objects to the adoption."""
    present = dict(text.roll.values_list("code", "present"))
    objecting = set(text.objections.filter(closing=None).values_list("code", flat=True))
    return tuple(Seat(code, present.get(code, False), code in objecting) for code in body.delegations)
