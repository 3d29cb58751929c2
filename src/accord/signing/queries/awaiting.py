"""What was handed to the subject's own member and waits for its answer, for the page "awaits me"."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject
from accord.drafting.pages.awaiting import Item
from accord.members.queries import organisation_of, shown_day
from accord.signing.pages import WaitLine
from accord.signing.queries.lists import seen, waits
from accord.signing.wording import day_words


def awaiting_answers(by: Subject) -> tuple[Item, ...]:
    """Return the decisions that were handed to the member of this delegation, the earliest first; none for others."""
    if by.role != Role.DELEGATE:
        return ()
    try:
        organisation = organisation_of(by)
    except NotVisible:
        return ()
    wholes = seen(by, organisation, shown_day(organisation))
    found = [wait for whole in wholes for wait in waits(by, whole) if wait.mine]
    return tuple(_item(wait) for wait in sorted(found, key=lambda wait: (wait.since, wait.instrument)))


def _item(wait: WaitLine) -> Item:
    return Item(
        text=wait.instrument,
        symbol="",
        sample=wait.sample,
        since=datetime.combine(wait.since, time(), UTC),
        what=_("Answer whether your state joins “%s”") % wait.title,
        why=_("It was handed to your state on %s.") % day_words(wait.since),
        if_nothing=_("it keeps waiting: absence is neither consent nor objection."),
        place="instrument",
        act=_("Read and answer"),
    )
