"""What awaits a delegation of what is followed: its own measures and commitments near their last day, or past it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject
from accord.commitments.pages import FollowedLine
from accord.commitments.queries.lines import commitments_on, measures_on
from accord.commitments.standing import ENDED
from accord.commitments.wording import day_words
from accord.drafting.pages.awaiting import Item
from accord.members.queries import organisation_of, shown_day

NEAR = timedelta(days=30)
"""How long before its last day something awaits its delegation."""


def reports_awaited(by: Subject) -> tuple[Item, ...]:
    """Return the measures and commitments of the member of ``by`` that are due soon or overdue; none for others."""
    if by.role != Role.DELEGATE:
        return ()
    try:
        organisation = organisation_of(by)
    except NotVisible:
        return ()
    day = shown_day(organisation)
    every = (*measures_on(by, organisation.pk, day), *commitments_on(by, organisation.pk, day))
    near = [line for line in every if line.mine and line.due and line.due - NEAR <= day and line.status not in ENDED]
    return tuple(_item(line) for line in sorted(near, key=lambda line: (line.due, line.words)))


def _item(line: FollowedLine) -> Item:
    late = line.status == "overdue"
    day = day_words(line.due) if line.due else ""
    return Item(
        text=line.id,
        symbol="",
        sample=line.sample,
        since=None,
        what=_("Report what became of “%s”") % line.words,
        why=(_("It was due on %s, and no report says that it is done.") if late else _("It is due on %s.")) % day,
        if_nothing=_("it stays overdue.") if late else _("it is overdue from the next day on."),
        place="followed",
        act=_("Read and report"),
        until=None if late or not line.due else datetime.combine(line.due + timedelta(days=1), time(), UTC),
    )
