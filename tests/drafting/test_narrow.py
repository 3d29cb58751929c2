"""
Twin worlds: one scenario with and one without a text of a narrow sitting. Who is not admitted cannot tell them apart.

The worlds are two councils side by side that do the same at the same time; one negotiates a narrow text besides.
Ids are random, so they are compared by the order in which they appear; the clock is that of the scenario.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from accord.access import NotVisible, Subject
from accord.access.queries import audience_of
from accord.access.subjects import Role, seat
from accord.decisions import actions as decisions
from accord.drafting import actions
from accord.drafting.models import Text
from accord.drafting.pages import Asked
from accord.drafting.queries.awaiting import awaits_page
from accord.drafting.queries.comparing import compare_page
from accord.drafting.queries.desks import desks_of
from accord.drafting.queries.lists import text_list, texts_of
from accord.drafting.queries.names import text_names
from accord.drafting.queries.news import news_of
from accord.drafting.queries.room import text_page
from accord.drafting.queries.rows import (
    number_of,
    text_row,
    visible_adoptions,
    visible_closings,
    visible_proposals,
    visible_texts,
)
from accord.meetings.models import Meeting
from accord.meetings.queries import visible_meetings
from accord.record import clock
from accord.record.queries import record_page, visible_entries
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.usefixtures("noon")

OUTSIDERS = ("XCC", "XDD", "partner", "public", "stranger")
CANARY = "wholly unheard of"
ID = re.compile(r"\b[abcdefghijkmnpqrstuvwxyz2-9]{16}\b|\bdrafts='[0-9a-f]{1,8}'|\bperson_id=\d+")
"""What is random or counted over the whole installation: ids, the mark of one's own drafts, sign-ins."""


def world(prefix: str, narrow: str) -> tuple[Council, Meeting]:
    """
    Let a council work for a day.

    Args:
        narrow: "no": no narrow text; "yes": one, for XAA and XBB; "leaking": the same text, before the whole council.
    """
    council = factories.council("Example Council", prefix=prefix)
    meeting = factories.meeting_of(council)
    with _minute(1):
        first = factories.text_of(council, meeting=meeting.pk)
    with _minute(2):
        factories.propose(first, council.delegate("XAA"), "once a year", "twice a year")
    with _minute(3):
        if narrow != "no":
            _narrow(council, meeting, audience=_audience(council) if narrow == "yes" else "")
    with _minute(4):
        factories.propose(first, council.delegate("XBB"), "every meeting", "each meeting")
    with _minute(5):
        factories.propose(first, council.delegate("XCC"), "once a year", "at need", stage="private")
    with _minute(6):
        factories.propose(first, council.delegate("XDD"), "once a year", "each year", stage="chair")
    with _minute(7):
        second = factories.text_of(council, meeting=meeting.pk, title="Another text")
    with _minute(8):
        actions.put_to_council(second.pk, by=council.chair, seen=factories.seen(second), key=uuid4())
    with _minute(9):
        decisions.adopt_text(second.pk, by=council.chair, seen=factories.seen(second), key=uuid4())
    return council, meeting


def _minute(minute: int) -> AbstractContextManager[None]:
    return clock.frozen(datetime(2031, 5, 4, 12, minute, tzinfo=UTC))


def _audience(council: Council) -> str:
    organisation = council.organisation.pk
    seats = [seat(organisation, Role.DELEGATE, code) for code in ("XAA", "XBB")]
    seats += [seat(organisation, role) for role in (Role.CHAIR, Role.SECRETARIAT)]
    return audience_of(organisation, "narrow", seats).pk


def _narrow(council: Council, meeting: Meeting, audience: str) -> None:
    """Negotiate a text to its adoption: proposals, private ones, a closing, an objection, agreement."""
    text = factories.text_of(council, meeting=meeting.pk, audience=audience, title=f"{CANARY} title")
    factories.propose(text, council.delegate("XAA"), "once a year", f"{CANARY} a year")
    factories.propose(text, council.delegate("XBB"), "every meeting", "no meeting", stage="private")
    factories.propose(text, council.delegate("XBB"), "every meeting", f"{CANARY} meeting", stage="chair")
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice="1", alternative=1, seen=factories.seen(text), key=uuid4()
    )
    actions.object_to(text.pk, by=council.delegate("XBB"), closing=closing.pk, key=uuid4())
    actions.withdraw_objection(text.pk, by=council.delegate("XBB"), closing=closing.pk, key=uuid4())
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=uuid4())
    actions.agree_clear(text.pk, by=council.chair, forum=CANARY, seen=factories.seen(text), key=uuid4())
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())
    decisions.adopt_text(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())


def seen_by(by: Subject, council: Council, meeting: Meeting) -> str:
    """Return all that the queries say to somebody, as text in which ids stand in the order of their appearance."""
    return _renamed("\n".join(map(repr, _answers(by, council, meeting))))


def _answers(by: Subject, council: Council, meeting: Meeting) -> Iterator[object]:
    yield text_list(by), texts_of(by, meeting.pk), text_names(by)
    yield record_page(by, council.organisation.pk)
    for rows in (
        visible_texts,
        visible_proposals,
        visible_closings,
        visible_adoptions,
        visible_meetings,
        visible_entries,
    ):
        yield rows.__name__, rows(by).count()
    own = visible_entries(by).filter(organisation_id=council.organisation.pk)
    yield [(each.verb, each.stream, each.number) for each in own.order_by("at", "verb", "number")]
    if by.role == Role.DELEGATE:
        yield desks_of(by), awaits_page(by)
    for text in (
        Text.objects.filter(organisation=council.organisation).exclude(title__contains=CANARY).order_by("title")
    ):
        try:
            yield text_row(by, text.pk).symbol, number_of(by, text.pk)
        except NotVisible:
            yield "nothing"
            continue
        yield text_page(by, text.pk, Asked()), compare_page(by, text.pk), news_of(by, text.pk, 1)


def _renamed(told: str) -> str:
    names: dict[str, str] = {}
    named = ID.sub(lambda match: names.setdefault(match[0], f"id{len(names)}"), told)
    return re.sub(r"\b(one|two)-", "", named)


def _person(council: Council, name: str, stranger: Subject) -> Subject:
    known = {**council.delegates, "partner": council.partner, "public": council.public, "stranger": stranger}
    return known.get(name) or council.everybody[name]


@pytest.fixture
def stranger(db: None) -> Subject:
    return factories.council("Other Council", [("XAA", "Another Example")], prefix="other-").delegate("XAA")


def test_who_is_not_admitted_cannot_tell_that_there_is_a_narrow_text(stranger: Subject) -> None:
    one, two = world("one-", "no"), world("two-", "yes")
    for name in OUTSIDERS:
        without, with_it = (seen_by(_person(each[0], name, stranger), *each) for each in (one, two))
        assert CANARY not in with_it
        assert with_it == without, name


@pytest.mark.parametrize("narrow", ["yes", "leaking"])
def test_who_is_admitted_can_tell(stranger: Subject, narrow: str) -> None:
    """The positive control: the same comparison sees the text where it may be seen, and where it leaks."""
    one, two = world("one-", "no"), world("two-", narrow)
    told = {"yes": ("XAA", "XBB", "chair", "secretariat"), "leaking": ("XCC", "XDD")}[narrow]
    for name in told:
        without, with_it = (seen_by(_named(each[0], name), *each) for each in (one, two))
        assert CANARY in with_it, name
        assert with_it != without


def _named(council: Council, name: str) -> Subject:
    return {**council.delegates, "chair": council.chair, "secretariat": council.secretariat}[name]


def test_private_drafts_move_no_number_and_no_entry_that_others_see(stranger: Subject) -> None:
    council = factories.council("Example Council")
    meeting = factories.meeting_of(council)
    text = factories.text_of(council, meeting=meeting.pk)
    others = [*(council.delegate(code) for code in ("XBB", "XCC")), council.chair, council.secretariat, stranger]
    before = [seen_by(by, council, meeting) for by in others]
    draft = factories.propose(text, council.delegate("XAA"), "once a year", "twice a year", stage="private")
    factories.propose(text, council.expert, "every meeting", "each meeting", stage="private")
    actions.drop(draft.pk, by=council.delegate("XAA"), key=uuid4())
    assert [seen_by(by, council, meeting) for by in others] == before
    shown = factories.propose(text, council.delegate("XAA"), "once a year", "twice a year", stage="chair")
    after = [seen_by(by, council, meeting) for by in others]
    assert [one == two for one, two in zip(before, after, strict=True)] == [True, True, False, False, True]
    assert factories.now(text).number == 1
    actions.table(shown.pk, by=council.delegate("XAA"), key=uuid4())
    assert factories.now(text).number == 2
