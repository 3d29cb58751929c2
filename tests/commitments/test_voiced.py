"""Proposals voiced in a meeting: who sees them, their place in the record, and what becomes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from accord.access import NotVisible, Refused
from accord.commitments import queries
from accord.commitments.models import Outcome, Voiced
from accord.meetings.models import AgendaItem, Meeting
from accord.members.errors import Unfit
from tests import factories
from tests.commitments import following
from tests.commitments.following import AFTER, BEGUN, SPRING
from tests.documents import going
from tests.factories import Council


@pytest.fixture
def meeting(council: Council) -> Meeting:
    """Return a meeting of March 2024 with a narrow and an extended sitting."""
    return factories.meeting_of(council, day=SPRING)


def one(council: Council, row: Voiced, on: date = AFTER) -> Any:
    """Return the line of a proposal."""
    return queries.voiced_one(council.secretariat, row.pk, on)[0]


def test_proposal_has_who_words_and_place(council: Council, meeting: Meeting) -> None:
    row = following.voiced_in(council, meeting, sitting="extended")

    found = one(council, row)
    assert (found.code, found.day, found.where, found.fate) == ("XAA", SPRING, "Extended", "open")
    assert found.meeting == (meeting.pk, "First meeting")


def test_who_may_be_no_member(council: Council, meeting: Meeting) -> None:
    found = one(council, following.voiced_in(council, meeting, who="The Secretary General"))

    assert (found.code, found.who) == ("", "The Secretary General")


def test_what_was_voiced_in_a_narrow_sitting_is_for_those_admitted(council: Council, meeting: Meeting) -> None:
    narrow = following.voiced_in(council, meeting, sitting="narrow")
    open_ = following.voiced_in(council, meeting, words="Meet in autumn.")

    for who in (council.public, council.partner):
        with pytest.raises(NotVisible):
            queries.voiced_one(who, narrow.pk, AFTER)
        assert [line.id for line in queries.voiced_page(who, council.organisation.pk, AFTER).lines] == [open_.pk]
    assert queries.voiced_one(council.delegate("XBB"), narrow.pk, AFTER)[0].words == narrow.words


def test_public_pages_are_the_same_with_and_without_a_narrow_proposal(
    council: Council, meeting: Meeting, client: Client
) -> None:
    addresses = ("/proposals/?on=2024-07-01", f"/meetings/{meeting.pk}/?on=2024-07-01", "/register/members/XAA/")
    before = [client.get(address).content for address in addresses]
    following.voiced_in(council, meeting, sitting="narrow")

    assert [client.get(address).content for address in addresses] == before
    following.voiced_in(council, meeting, words="Meet in autumn.")
    assert all("Meet in autumn." in client.get(address).content.decode() for address in addresses)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"who": " "}, "Say who voiced it"),
        ({"words": " "}, "Say what was proposed"),
        ({"sitting": "plenary"}, "nothing of that kind"),
        ({"item": 99_999}, "nothing of that kind"),
        ({"statement": "aaaaaaaaaaaaaaaa"}, "nothing of that kind"),
        ({"day": date(2099, 1, 1)}, "not there yet"),
    ],
)
def test_proposal_that_cannot_be_is_refused_in_words(
    council: Council, meeting: Meeting, values: dict[str, object], reason: str
) -> None:
    with pytest.raises(Unfit, match=reason):
        following.voiced_in(council, meeting, **values)
    assert not Voiced.objects.exists()


@pytest.mark.parametrize("who", ["xaa-delegate", "partner", "public"])
def test_office_alone_registers(council: Council, meeting: Meeting, who: str) -> None:
    with pytest.raises(Refused):
        following.voiced_in(council, meeting, council.everybody[who])
    row = following.voiced_in(council, meeting, council.chair)
    with pytest.raises(Refused):
        following.became(council, row, "dropped", by=council.everybody[who], words="Withdrawn.")
    assert not Outcome.objects.exists()


def test_it_is_followed_into_a_paper(council: Council, meeting: Meeting) -> None:
    going.way_of(council)
    row, document = following.voiced_in(council, meeting), going.document_of(council, "Course book")
    following.became(council, row, "taken", AFTER, document=document.pk)

    assert one(council, row, SPRING).fate == "open"
    found = one(council, row)
    assert (found.fate, found.outcomes[0].paper) == ("taken", ("document", document.pk, "Course book"))
    seen = queries.voiced_one(council.public, row.pk, AFTER)[0]
    assert seen.outcomes[0].paper is None


def test_it_is_merged_with_another_or_not_pursued(council: Council, meeting: Meeting) -> None:
    first, second = (
        following.voiced_in(council, meeting),
        following.voiced_in(council, meeting, words="Meet in autumn."),
    )
    following.became(council, first, "merged", other=second.pk)
    following.became(council, second, "dropped", words="Withdrawn by its author.")

    assert one(council, first).outcomes[0].paper == ("proposal", second.pk, "Meet in autumn.")
    assert one(council, second).outcomes[0].words == "Withdrawn by its author."


@pytest.mark.parametrize(
    ("fate", "values", "reason"),
    [
        ("dropped", {}, "Say why it is not pursued"),
        ("taken", {}, "Name the paper"),
        ("taken", {"document": "aaaaaaaaaaaaaaaa"}, "nothing of that name"),
        ("merged", {}, "Name the other proposal"),
        ("open", {"other": "aaaaaaaaaaaaaaaa"}, "Name the other proposal"),
        ("open", {"day": BEGUN}, "when it was voiced"),
    ],
)
def test_outcome_that_cannot_be_is_refused_in_words(
    council: Council, meeting: Meeting, fate: str, values: dict[str, Any], reason: str
) -> None:
    row = following.voiced_in(council, meeting)
    with pytest.raises(Unfit, match=reason):
        following.became(council, row, fate, **values)
    assert not Outcome.objects.exists()


def test_proposal_is_registered_and_followed_on_its_pages(council: Council, meeting: Meeting, client: Client) -> None:
    client = factories.sign_in(client, council.secretariat)
    form = {"key": str(factories.key()), "standing": "stated", "meeting": meeting.pk, "code": "XBB"}
    wrong = client.post("/proposals/enter/", {**form, "words": "", "who": "kept words"})
    right = client.post("/proposals/enter/", {**form, "words": "Meet in autumn.", "sitting": "extended"})
    row = Voiced.objects.get()
    told = {"key": str(factories.key()), "standing": "stated", "day": "2024-07-01", "fate": "dropped"}
    became = client.post(f"/proposals/{row.pk}/outcome/", {**told, "words": "Withdrawn."})

    assert (wrong.status_code, right.status_code, became.status_code) == (422, 302, 302)
    assert "kept words" in wrong.content.decode()
    page = client.get(became.headers["Location"]).content.decode()
    assert "Meet in autumn." in page
    assert "Withdrawn." in page
    assert not AgendaItem.objects.exists()
