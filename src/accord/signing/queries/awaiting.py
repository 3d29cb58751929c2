"""What awaits a delegation of signing: answers to what was handed to its member, signatures that are still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _

from accord.access import NotVisible, Role, Subject
from accord.drafting.pages.awaiting import Item
from accord.members.queries import organisation_of, shown_day
from accord.signing.pages import WaitLine
from accord.signing.queries.gathering import Whole
from accord.signing.queries.lists import seen, waits
from accord.signing.wording import day_words, state_of


def awaiting_answers(by: Subject) -> tuple[Item, ...]:
    """
    Return what awaits the delegation of ``by``, none for anybody else.

    That is what was handed to its member, the earliest first; then what is open for signature until a day and not
    signed by it.
    """
    if by.role != Role.DELEGATE:
        return ()
    try:
        organisation = organisation_of(by)
    except NotVisible:
        return ()
    shown = shown_day(organisation)
    wholes = seen(by, organisation, shown)
    found = [wait for whole in wholes for wait in waits(by, whole) if wait.mine]
    handed = [_handed(wait) for wait in sorted(found, key=lambda wait: (wait.since, wait.instrument))]
    return (*handed, *(item for whole in wholes for item in _unsigned(whole, by.delegation, shown)))


def _handed(wait: WaitLine) -> Item:
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


def _unsigned(whole: Whole, code: str, shown: date) -> Iterator[Item]:
    """Yield a signature that the member has not given and still can, where it ends on a day."""
    signing = whole.signing
    if signing is None or signing.until is None or code not in whole.unsigned:
        return
    if state_of(signing.until, whole.unsigned, shown) != "open":
        return
    yield Item(
        text=whole.row.pk,
        symbol="",
        sample=whole.row.sample,
        since=datetime.combine(signing.day, time(), UTC),
        what=_("Sign “%s”, or leave it unsigned") % whole.title,
        why=_("It is open for signature in %s.") % signing.place,
        if_nothing=_("it stays unsigned; what was adopted is not changed by that."),
        place="instrument",
        act=_("Read it"),
        until=datetime.combine(signing.until + timedelta(days=1), time(), UTC),
    )
