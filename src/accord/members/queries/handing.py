"""How the hand-over of the chairmanship stands."""

from __future__ import annotations

from accord.access import Allow, Subject
from accord.members.access import may_hand_over, may_take_over
from accord.members.models import Handover, Organisation
from accord.members.pages import HandoverLine, TermLine


def handover_to(by: Subject, organisation: Organisation, term: TermLine | None) -> HandoverLine:
    """Return how the hand-over to a term stands for this reader; a term that is only computed is none."""
    if term is None or term.computed or term.begins is None:
        return HandoverLine(None)
    row = Handover.objects.filter(organisation=organisation, term__begins=term.begins).first()
    return HandoverLine(
        term=term,
        day=row.day if row else None,
        taken=bool(row and row.taken_by),
        gives=row is None and isinstance(may_hand_over(by, organisation), Allow),
        takes=bool(row and not row.taken_by) and isinstance(may_take_over(by, organisation, term.code), Allow),
    )
