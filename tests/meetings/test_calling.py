"""A meeting that a member proposes: seen by the council alone, then convened or declined with the reason."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accord.access import PUBLIC, NotVisible, Refused, Subject
from accord.meetings import actions as meetings
from accord.meetings import queries
from accord.meetings.actions import calling
from accord.meetings.models import Meeting
from accord.meetings.values import CircumstanceEntry, Convocation
from accord.members.errors import Unfit
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db

CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public", "stranger")
DAY = date(2031, 9, 1)

Doing = Callable[[Council, Meeting, Subject], object]


def propose(council: Council, _meeting: Meeting, by: Subject) -> object:
    return calling.propose(council.organisation.pk, Convocation("Talks", day=DAY), by=by, key=key())


def enter(council: Council, _meeting: Meeting, by: Subject) -> object:
    talks = Convocation("Talks", day=DAY, proposed_by="XBB")
    return calling.enter_proposal(council.organisation.pk, talks, by=by, key=key())


def convene(_council: Council, meeting: Meeting, by: Subject) -> object:
    return calling.convene_proposed(meeting.pk, by=by, key=key())


def decline(_council: Council, meeting: Meeting, by: Subject) -> object:
    return calling.decline_proposed(meeting.pk, "No hall.", by=by, key=key())


D, R, N = "done", "refused", "not visible"


@pytest.mark.parametrize(
    ("doing", "answers"),  # in the order of CAST
    [
        (propose, (R, R, D, D, R, R, R, R)),
        (enter, (D, D, R, R, R, R, R, R)),
        (convene, (D, D, R, R, R, N, N, N)),
        (decline, (D, D, R, R, R, N, N, N)),
    ],
)
def test_action_is_done_for_its_cast_and_leaves_one_entry(
    doing: Doing, answers: tuple[str, ...], council: Council
) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    cast = {**council.everybody, "stranger": other.delegate("XAA")}
    for who, answer in zip(CAST, answers, strict=True):
        meeting = factories.proposed_by(council, "XAA", f"For {who}")
        before = Entry.objects.count()
        try:
            doing(council, meeting, cast[who])
            found = D
        except Refused:
            found = R
        except NotVisible:
            found = N
        assert (who, found, Entry.objects.count() - before) == (who, answer, int(answer == D))


def test_proposal_by_letter_is_entered_for_the_member_that_made_it(council: Council) -> None:
    talks = Convocation("Talks", day=DAY, proposed_by="XBB")
    meeting = calling.enter_proposal(council.organisation.pk, talks, by=council.secretariat, key=key())
    assert (meeting.state, meeting.proposed_by) == ("proposed", "XBB")
    assert not queries.visible_meetings(PUBLIC).exists()
    with pytest.raises(Unfit, match="“XZZ” is not in the register"):
        calling.enter_proposal(
            council.organisation.pk, Convocation("Talks", day=DAY, proposed_by="XZZ"), by=council.chair, key=key()
        )


def test_proposal_is_the_councils_alone_until_it_is_convened(council: Council) -> None:
    meeting = factories.proposed_by(council, "XAA")
    assert (meeting.state, meeting.proposed_by) == ("proposed", "XAA")
    seen = {who for who, by in council.everybody.items() if queries.visible_meetings(by).filter(pk=meeting.pk)}
    assert seen == {"secretariat", "chair", "xaa-expert", *(f"{code.lower()}-delegate" for code in council.delegates)}
    assert queries.meetings_around(council.chair, council.organisation.pk, date(2031, 1, 1)) == (None, None)

    calling.convene_proposed(meeting.pk, by=council.chair, key=key())

    assert queries.visible_meetings(PUBLIC).get().state == "convened"
    with pytest.raises(Refused, match="not proposed any more"):
        calling.decline_proposed(meeting.pk, "Late.", by=council.chair, key=key())


def test_declined_meeting_keeps_its_reason_and_is_not_moved(council: Council) -> None:
    meeting = factories.proposed_by(council, "XAA")
    with pytest.raises(Unfit, match="why"):
        calling.decline_proposed(meeting.pk, " ", by=council.secretariat, key=key())
    calling.decline_proposed(meeting.pk, "No hall.", by=council.secretariat, key=key())
    page = factories.sign_in(Client(), council.delegate("XBB")).get(f"/meetings/{meeting.pk}/").content.decode()
    assert "No hall." in page
    with pytest.raises(Refused, match="not convened"):
        meetings.cancel(meeting.pk, "Why.", by=council.chair, key=key())


def test_meeting_is_proposed_and_answered_on_pages(council: Council, client: Client) -> None:
    factories.sign_in(client, council.delegate("XBB"))
    assert "/meetings/propose/" in client.get("/meetings/").content.decode()
    sent = {"key": str(key()), "title": "Talks", "day": "2031-09-01", "zone": "UTC", "sittings": ["extended"]}
    place = client.post("/meetings/propose/", sent).headers["Location"]
    assert "settle" not in client.get(place).content.decode()
    chair = factories.sign_in(Client(), council.chair)
    assert f"{place}settle/convene/" in chair.get(place).content.decode()
    assert chair.post(f"{place}settle/decline/", {"key": str(key()), "why": ""}).status_code == 422
    assert chair.post(f"{place}settle/convene/", {"key": str(key())}).status_code == 302
    assert Client().get(place).status_code == 200


def test_meeting_shows_on_the_days_on_which_it_is_known(council: Council) -> None:
    pk = council.organisation.pk
    june, july, august = (date(2031, month, 1) for month in (6, 7, 8))
    meeting = factories.meeting_of(council, "Session", day=july, shown_from=june, shown_until=july)
    told = [CircumstanceEntry("Afterwards", "It is told.", shown_from=july)]
    meetings.set_agenda(meeting.pk, (), told, by=council.secretariat, key=key())

    def shown(day: date) -> int:
        return queries.meeting_list(PUBLIC, pk, on=day).total

    assert [shown(day) for day in (date(2031, 5, 1), june, july, august)] == [0, 1, 1, 0]
    facts = [[one.fact for one in queries.meeting_page(PUBLIC, meeting.pk, on=day).facts] for day in (june, july)]
    assert facts == [[], ["It is told."]]
    with pytest.raises(NotVisible):
        queries.meeting_page(PUBLIC, meeting.pk, on=august)
