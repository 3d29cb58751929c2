"""What other rooms say to await somebody: invitations, documents, decisions that were handed over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from accord.access import Subject
from accord.meetings import actions as meetings
from accord.meetings.agenda import ItemWish
from accord.members import actions as members
from accord.members.values import ClockEntry
from accord.notices.queries import asked_of
from accord.record import clock
from tests import factories
from tests.documents import going
from tests.factories import Council, key
from tests.meetings import inviting
from tests.signing import signings

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)


def whats(by: Subject) -> list[str]:
    return [item.what for item in asked_of(by)]


def reached(client: Client, by: Subject) -> None:
    """Open every link of the page of this person."""
    factories.sign_in(client, by)
    shown = client.get("/awaits/")
    assert shown.status_code == 200
    for item in shown.context["page"].now + shown.context["page"].later:
        address = f"/{item.place}s/{item.text}/" if item.place != "instrument" else f"/signing/{item.text}/"
        assert f'href="{address}' in shown.content.decode()
        assert client.get(address).status_code == 200


def test_invitation_awaits_the_members_then_the_sending_then_the_guest(client: Client, council: Council) -> None:
    made = inviting.invite(council, inviting.meeting_of(council))
    (asked,) = whats(council.delegate("XAA"))
    assert asked.startswith("Invite Example Partner to ")
    reached(client, council.delegate("XAA"))
    assert whats(council.partner) == []
    inviting.actions.withdraw_invitation(made.pk, "Not now.", by=council.secretariat, key=key())
    inviting.sent(council, inviting.meeting_of(council))
    (answer,) = whats(council.partner)
    assert answer.startswith("Answer the invitation to ")
    assert whats(council.delegate("XAA")) == []
    reached(client, council.partner)


def test_clearance_awaits_a_member_to_the_end_of_its_last_day_at_the_secretariat(
    client: Client, council: Council
) -> None:
    going.way_of(council)
    members.enter_clocks(
        council.organisation.pk, [ClockEntry("", "Asia/Almaty", country="KAZ")], by=council.secretariat, key=key()
    )
    document = going.document_of(council)
    going.send(document, council.secretariat, to="clearance", due=date(2031, 3, 14))
    (item,) = asked_of(council.delegate("XAA"))
    assert item.what == "Clear “Clean air”, or say what stands against it"
    assert item.until == datetime(2031, 3, 14, 18, 59, tzinfo=UTC)
    reached(client, council.delegate("XAA"))
    going.clear(document, council.delegate("XAA"))
    assert whats(council.delegate("XAA")) == []
    assert len(whats(council.delegate("XBB"))) == 1


def test_document_that_every_member_cleared_awaits_whoever_sends_it_on(council: Council) -> None:
    going.way_of(council)
    document = going.to_clearance(council)
    assert "Send “Clean air” on" not in whats(council.secretariat)
    for delegate in council.delegates.values():
        going.clear(document, delegate)
    assert "Send “Clean air” on" in whats(council.secretariat)
    assert whats(council.delegate("XAA")) == []


def test_decision_handed_to_a_member_awaits_it_until_it_answers(client: Client, council: Council) -> None:
    row = signings.entered(council)
    signings.stand(council, row.pk, "XDD", "waits", day=signings.LATER)
    assert whats(council.delegate("XDD")) == ["Answer whether your state joins “Resolution on wells”"]
    reached(client, council.delegate("XDD"))
    signings.answer(council.delegate("XDD"), row.pk, "joined")
    assert whats(council.delegate("XDD")) == []


def test_proposal_for_an_agenda_awaits_the_secretariat(client: Client, council: Council) -> None:
    meeting = factories.meeting_of(council)
    for title in ("Rivers", "Lakes"):
        meetings.propose_item(meeting.pk, ItemWish("add", title=title), by=council.delegate("XAA"), key=key())
    assert whats(council.secretariat) == ["Answer 2 proposals for the agenda of “First meeting”"]
    assert (whats(council.chair), whats(council.delegate("XAA"))) == ([], [])
    factories.sign_in(client, council.secretariat)
    assert f'href="/meetings/{meeting.pk}/agenda/"' in client.get("/awaits/").content.decode()


def test_record_awaits_correction_then_its_answer_then_approval(client: Client, council: Council) -> None:
    meeting = factories.meeting_of(council, zone="Asia/Almaty", day=date(2031, 2, 28))
    with clock.frozen(NOON):
        minutes = meetings.draw_up(meeting.pk, by=council.secretariat, key=key())
        assert whats(council.delegate("XAA")) == []
        meetings.circulate_minutes(minutes.pk, date(2031, 3, 9), by=council.secretariat, key=key())
        (item,) = asked_of(council.delegate("XAA"))
        assert item.what == "Read the record of “First meeting”, or ask for a correction"
        assert item.until == datetime(2031, 3, 9, 18, 59, tzinfo=UTC)
        assert (len(whats(council.chair)), whats(council.secretariat), whats(council.partner)) == (1, [], [])
        asked = meetings.ask_correction(minutes.pk, "It was noon.", by=council.delegate("XAA"), key=key())
        assert whats(council.delegate("XAA")) == []
        assert whats(council.secretariat) == ["Answer 1 correction of the record of “First meeting”"]
        meetings.answer_correction(asked.pk, taken=False, answer="It was eleven.", by=council.secretariat, key=key())
        assert whats(council.secretariat) == []
        factories.sign_in(client, council.delegate("XBB"))
        assert f'href="/meetings/{meeting.pk}/record/"' in client.get("/awaits/").content.decode()
    with clock.frozen(datetime(2031, 3, 9, 19, 0, tzinfo=UTC)):
        assert whats(council.secretariat) == ["Approve the record of “First meeting”"]
        assert whats(council.delegate("XBB")) == []


@pytest.mark.parametrize("name", ["secretariat", "chair", "xaa-delegate", "partner"])
def test_deadline_stands_in_the_calendar_of_those_who_see_its_thing(
    client: Client, council: Council, name: str
) -> None:
    going.way_of(council)
    document = going.document_of(council)
    going.send(document, council.secretariat, to="clearance", due=date(2031, 3, 14))
    row = signings.entered(council)
    signings.opened(council, row.pk, until=date(2031, 3, 20))
    factories.sign_in(client, council.everybody[name])
    with clock.frozen(NOON):
        shown = client.get("/calendar/?view=month&on=2031-03-01").content.decode()
        public = Client().get("/calendar/?view=month&on=2031-03-01").content.decode()
        feed = Client().get("/calendar/calendar.ics").content.decode()
    inside = name != "partner"
    assert ("Clearance ends: Clean air" in shown, "Signing ends: Resolution on wells" in shown) == (inside, inside)
    assert "ends:" not in public
    assert "20310314" not in feed
