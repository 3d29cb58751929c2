"""Proposed meetings await the chair and the secretariat, a hand-over the member that presides next."""

from datetime import date

import pytest
from django.test import Client

from accord.members import actions
from accord.notices.queries.working import asked_of
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db


def asked(council: Council) -> dict[str, list[str]]:
    """Return at which places something awaits whom."""
    found = {who: [item.place for item in asked_of(by)] for who, by in council.everybody.items() if who != "public"}
    return {who: places for who, places in found.items() if places}


def test_proposed_meeting_awaits_those_who_convene(council: Council) -> None:
    meeting = factories.proposed_by(council, "XAA")
    assert asked(council) == {"chair": ["meeting"], "secretariat": ["meeting"]}
    page = factories.sign_in(Client(), council.chair).get("/awaits/").content.decode()
    assert f"/meetings/{meeting.pk}/" in page


def test_hand_over_awaits_the_member_that_presides_next(council: Council) -> None:
    factories.term_of(council, "XAA", date(2020, 1, 1), ends=date(2099, 12, 31))
    factories.term_of(council, "XBB", date(2100, 1, 1))
    assert asked(council) == {}
    begins = date(2100, 1, 1)
    actions.hand_over(council.organisation.pk, begins, begins, by=council.chair, key=key())
    assert asked(council) == {"xbb-delegate": ["handover"]}
    page = factories.sign_in(Client(), council.delegate("XBB")).get("/awaits/").content.decode()
    assert "/chairmanship/handover/" in page
    actions.take_over(council.organisation.pk, begins, by=council.delegate("XBB"), key=key())
    assert asked(council) == {}
