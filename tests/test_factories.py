import pytest
from django.test import Client

from accord.drafting.models import Proposal
from accord.drafting.queries.rows import visible_texts
from accord.engine import text as engine
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db


def test_text_is_seen_by_members_and_by_nobody_else(council: Council) -> None:
    text = factories.text_of(council, absent=("XDD",))
    seeing = {name for name, subject in council.everybody.items() if text in visible_texts(subject)}
    assert seeing == {*council.everybody} - {"public", "partner"}
    assert list(text.roll.filter(present=False).values_list("code", flat=True)) == ["XDD"]


def test_proposals_open_a_choice(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    factories.propose(text, council.expert, "the report", "a report", stage="private")
    assert factories.choices(text) == ("1",)
    assert [row.stage for row in Proposal.objects.order_by("at")] == ["tabled", "private"]
    assert engine.project(factories.now(text).body, "XAA").count("twice a year") == 1


def test_two_councils_stand_side_by_side(council: Council, client: Client) -> None:
    other = factories.council("Other Council", prefix="other-")
    assert factories.text_of(council) not in visible_texts(other.delegate("XAA"))
    factories.sign_in(client, other.chair)
    assert client.session["_auth_user_id"] == str(other.chair.person_id)


def test_meeting_has_both_sittings(council: Council) -> None:
    meeting = factories.meeting_of(council)
    assert [sitting.format for sitting in meeting.sittings.all()] == ["narrow", "extended"]
