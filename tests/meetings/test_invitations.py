"""Inviting partners and guests: who may, what members say, what the guest then sees, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from accord.access import NotVisible, Refused, Role, Subject
from accord.meetings import actions, queries
from accord.meetings.awaiting import invitations_awaited
from accord.meetings.choices import Consent, Invited
from accord.meetings.consenting import standing
from accord.meetings.models import Invitation, Meeting, Sitting
from accord.meetings.queries.invitations import open_invitations
from accord.meetings.registration import InvitationEntry
from accord.members.errors import Unfit
from accord.record import clock
from accord.record.models import Entry
from accord.record.queries import visible_entries
from tests import factories
from tests.factories import Council, key
from tests.meetings.inviting import CODES, agreed, invite, item_of, meeting_of, sent

pytestmark = pytest.mark.django_db
CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "staff", "public", "stranger")
D, R, N = "done", "refused", "not there"
NOW = datetime(2031, 4, 1, 12, tzinfo=UTC)


@pytest.fixture
def private(db: None) -> Council:
    return factories.council(public=False)


def cast_of(council: Council) -> dict[str, Subject]:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    staff = factories.person(council.organisation, "interpreter", Role.STAFF, by=council.secretariat)
    return {**council.everybody, "staff": staff, "stranger": other.delegate("XAA")}


def in_state(council: Council, meeting: Meeting, state: str) -> Invitation:
    return {"proposed": invite, "agreed": agreed, "sent": sent}[state](council, meeting)


DOINGS = {
    "say": lambda pk, by: actions.say(pk, "consent", by=by, key=key()),
    "object": lambda pk, by: actions.say(pk, "objection", "Too early.", by=by, key=key()),
    "send": lambda pk, by: actions.send(pk, by=by, key=key()),
    "accept": lambda pk, by: actions.answer(pk, True, by=by, key=key()),
    "withdraw": lambda pk, by: actions.withdraw_invitation(pk, "No hall.", by=by, key=key()),
}


@pytest.mark.parametrize(
    ("doing", "state", "answers"),  # in the order of CAST
    [
        ("say", "proposed", (R, R, D, D, R, N, N, N, N)),
        ("object", "proposed", (R, R, D, D, D, N, N, N, N)),
        ("send", "agreed", (D, D, R, R, R, N, N, N, N)),
        ("send", "proposed", (R, R, R, R, R, N, N, N, N)),
        ("accept", "sent", (D, R, R, R, R, D, N, N, N)),
        ("withdraw", "sent", (D, D, R, R, R, R, N, N, N)),
        ("say", "sent", (R, R, R, R, R, R, N, N, N)),
    ],
)
def test_act_on_an_invitation_is_done_for_its_cast_and_leaves_one_entry(
    doing: str, state: str, answers: tuple[str, ...], council: Council
) -> None:
    cast = cast_of(council)
    found = []
    for who in CAST:
        made = in_state(council, meeting_of(council), state)
        before = Entry.objects.count()
        try:
            DOINGS[doing](made.pk, cast[who])
            found.append(D)
        except Refused:
            found.append(R)
        except NotVisible:
            found.append(N)
        assert Entry.objects.count() - before == (found[-1] == D)

    assert dict(zip(CAST, found, strict=True)) == dict(zip(CAST, answers, strict=True))


def test_members_the_chair_and_the_secretariat_propose_and_nobody_else(council: Council) -> None:
    found = {}
    for who, by in cast_of(council).items():
        try:
            invite(council, factories.meeting_of(council), by)
            found[who] = D
        except Refused:
            found[who] = R
    done = {"secretariat", "chair", "xaa-delegate", "xbb-delegate", "xcc-delegate", "xdd-delegate"}
    assert {who for who, answer in found.items() if answer == D} == done


def test_member_that_proposes_has_consented(council: Council) -> None:
    made = invite(council, meeting_of(council), council.delegate("XBB"))
    page = queries.invitation_page(council.chair, made.pk)
    assert ([said.code for said in page.consents], page.line.awaiting) == (["XBB"], ("XAA", "XCC", "XDD"))
    assert (page.proposed_by, page.line.basis.source_name) == ("XBB", "Bergen Example")


def test_express_consent_is_agreed_with_the_last_member_and_the_page_says_who_is_awaited(council: Council) -> None:
    made = invite(council, meeting_of(council))
    for code in CODES[:3]:
        actions.say(made.pk, "consent", by=council.delegate(code), key=key())
    assert "Awaiting XDD." in queries.invitation_page(council.delegate("XAA"), made.pk).line.sentence

    assert actions.say(made.pk, "consent", by=council.delegate("XDD"), key=key()).state == Invited.AGREED


def test_one_objection_refuses_and_stands(council: Council) -> None:
    made = invite(council, meeting_of(council))
    after = actions.say(made.pk, "objection", "Too early.", by=council.delegate("XCC"), key=key())
    assert after.state == Invited.REFUSED
    page = queries.invitation_page(council.chair, made.pk)
    assert [(said.code, said.reason) for said in page.objections] == [("XCC", "Too early.")]
    with pytest.raises(Refused, match="refused"):
        actions.send(made.pk, by=council.chair, key=key())


def test_invitations_stand_as_they_stood_at_the_end_of_a_day_that_is_over(council: Council, client: Client) -> None:
    meeting, acts = meeting_of(council), {}
    acts[1] = lambda: invite(council, meeting, by=council.delegate("XAA"))
    acts[2] = lambda: [actions.say(made.pk, "consent", by=council.delegate(code), key=key()) for code in CODES[1:]]
    acts[3] = lambda: actions.send(made.pk, by=council.chair, key=key())
    acts[4] = lambda: actions.answer(made.pk, True, by=council.partner, key=key())
    acts[5] = lambda: actions.withdraw_invitation(made.pk, "No hall.", by=council.chair, key=key())
    for day, act in acts.items():
        with clock.frozen(NOW.replace(day=day)):
            act()
            made = Invitation.objects.get()

    with clock.frozen(NOW.replace(day=9)):
        found = {who.role: _states(meeting, who) for who in (council.chair, council.delegate("XBB"))}
        council_sees = ["proposed", "agreed", "sent", "accepted", "withdrawn", "withdrawn"]
        assert list(found.values()) == [[[], *([each] for each in council_sees)]] * 2
        first = queries.invitations_page(council.chair, meeting.pk, date(2031, 4, 1)).lines[0]
        assert first.awaiting == ("XBB", "XCC", "XDD")
        assert [line.state for line in open_invitations(council.chair, date(2031, 4, 3))] == ["sent"]
        assert (open_invitations(council.chair), open_invitations(council.chair, date(2031, 4, 4))) == ((), ())
        factories.sign_in(client, council.chair)
        past = client.get(f"/meetings/{meeting.pk}/invitations/?on=2031-04-02").content.decode()
        assert "1 invitation is agreed, not yet sent." in past
        assert 'name="on" value="2031-04-02"' in past
        ahead = client.get(f"/register/partners/{council.partner.delegation}/?on=2031-03-31").content.decode()
        sent_then = client.get(f"/register/partners/{council.partner.delegation}/?on=2031-04-03").content.decode()
        assert ("stands-" in ahead, "stands-sent" in sent_then, "stands-withdrawn" in sent_then) == (False, True, False)
        one = f"/invitations/{made.pk}/"
        assert client.get(f"{one}?on=2031-03-31").status_code == 404
        proposed, now = (client.get(one + day).content.decode() for day in ("?on=2031-04-01", ""))
        assert ("Awaiting XBB, XCC, XDD." in proposed, "No hall." in proposed, 'value="consent"' in proposed) == (
            True, False, False
        )  # fmt: skip
        assert ("Awaiting XBB, XCC, XDD." in now, "No hall." in now) == (False, True)
        assert "No invitation stands." in client.get(f"/meetings/{meeting.pk}/invitations/").content.decode()


def test_partner_reads_of_its_invitation_since_it_was_sent(council: Council) -> None:
    meeting = meeting_of(council)
    with clock.frozen(NOW):
        made = agreed(council, meeting)
    with clock.frozen(NOW.replace(day=3)):
        actions.send(made.pk, by=council.chair, key=key())
    with clock.frozen(NOW.replace(day=9)):
        actions.answer(made.pk, False, "No time.", by=council.partner, key=key())
        assert _states(meeting, council.partner) == [[], [], [], ["sent"], ["sent"], ["sent"], ["declined"]]


def _states(meeting: Meeting, by: Subject) -> list[list[str]]:
    """Return how the invitations to a meeting stood on the last day of March, the first five of April, and stand."""
    days = [date(2031, 3, 31), *(date(2031, 4, day) for day in range(1, 6)), None]
    return [[line.state for line in queries.invitations_page(by, meeting.pk, day).lines] for day in days]


def test_silence_is_agreed_when_the_deadline_is_over_and_the_silent_consent_to_nothing(council: Council) -> None:
    meeting = meeting_of(council)
    with clock.frozen(NOW):
        made = invite(council, meeting, way="silence", deadline=NOW + timedelta(days=3))
        actions.say(made.pk, "consent", by=council.delegate("XAA"), key=key())
        with pytest.raises(Refused, match="not agreed yet"):
            actions.send(made.pk, by=council.chair, key=key())
    with clock.frozen(NOW + timedelta(days=3)):
        page = queries.invitation_page(council.chair, made.pk)
        assert (page.line.state, page.silent) == ("agreed", ("XBB", "XCC", "XDD"))
        with pytest.raises(Refused):
            actions.say(made.pk, "objection", by=council.delegate("XBB"), key=key())
        assert actions.send(made.pk, by=council.chair, key=key()).state == Invited.SENT


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"way": "express", "consents": ["XAA"]}, "proposed"),
        ({"way": "express", "consents": ["XAA", "XBB"]}, "agreed"),
        ({"way": "express", "consents": ["XAA", "XBB"], "objections": ["XAA"]}, "refused"),
        ({"way": "silence", "deadline": NOW + timedelta(seconds=1)}, "proposed"),
        ({"way": "silence", "deadline": NOW}, "agreed"),
        ({"way": "silence", "deadline": NOW, "objections": ["XBB"]}, "refused"),
        ({"way": "silence", "consents": ["XAA", "XBB"], "deadline": NOW + timedelta(days=1)}, "proposed"),
    ],
)
def test_standing_is_what_the_members_said(values: dict[str, Any], expected: str) -> None:
    known: dict[str, Any] = {"deadline": None, "consents": [], "objections": [], **values}
    way = known.pop("way")
    assert way in Consent.values
    assert standing("proposed", way, members=["XAA", "XBB"], now=NOW, **known) == expected
    assert standing("withdrawn", way, members=["XAA", "XBB"], now=NOW, **known) == "withdrawn"


# What the guest sees


@pytest.mark.parametrize("part", ["", "sitting-narrow", "sitting-extended", "item"])
def test_guest_sees_its_part_from_the_sending_to_the_withdrawal(part: str, private: Council) -> None:
    meeting = meeting_of(private)
    under = item_of(meeting).partition("-")[2]
    notes = {
        form: actions.table_note(
            meeting.pk, form, title=form, wording="One.", sample=True, by=private.chair, key=key()
        ).pk
        for form in ("narrow", "extended")
    }
    words = {"title": "under", "wording": "One.", "sample": True}
    notes["item"] = actions.table_note(meeting.pk, "extended", item=under, by=private.chair, key=key(), **words).pk
    sees = {
        "": {"extended", "item"},
        "sitting-narrow": {"narrow"},
        "sitting-extended": {"extended", "item"},
        "item": {"item"},
    }[part]

    made = agreed(private, meeting, part=item_of(meeting) if part == "item" else part)
    assert not queries.visible_meetings(private.partner).exists()
    actions.send(made.pk, by=private.chair, key=key())

    assert {name for name, pk in notes.items() if queries.visible_notes(private.partner).filter(pk=pk)} == sees
    assert queries.whole_meetings(private.partner).exists() == (part == "")
    assert not visible_entries(private.partner).exists()
    actions.withdraw_invitation(made.pk, "No hall.", by=private.chair, key=key())
    assert not queries.visible_meetings(private.partner).exists()
    assert not queries.visible_notes(private.partner).exists()


def test_who_declines_sees_no_more(private: Council) -> None:
    made = sent(private, meeting_of(private))
    assert actions.answer(made.pk, False, "No time.", by=private.partner, key=key()).state == Invited.DECLINED
    assert not queries.visible_meetings(private.partner).exists()
    assert queries.invitation_page(private.partner, made.pk).line.state == "declined"


def test_guest_is_shown_nothing_of_who_proposed_and_said_what(private: Council) -> None:
    meeting = meeting_of(private)
    made = sent(private, meeting, purpose="Quiet purpose", way="express")
    invite(private, meeting, partner="", guest="Another Guest")
    page = queries.invitation_page(private.partner, made.pk)
    assert (page.guest, page.consents, page.silent, page.purpose, page.proposed_by, page.way) == (
        True, (), (), "", "", "",
    )  # fmt: skip
    listed = queries.invitations_page(private.partner, meeting.pk)
    assert [line.whom for line in listed.lines] == ["Example Partner"]
    assert listed.refused


def test_what_the_guest_will_see_is_said_before_anybody_consents(private: Council) -> None:
    meeting = meeting_of(private)
    made = invite(private, meeting, part=item_of(meeting))
    sight = queries.invitation_page(private.delegate("XBB"), made.pk).sight
    assert sight.sees == (
        "the meeting’s title, place and day",
        "the item “Clear water” and the papers tabled under it, now and later",
    )
    assert "which delegation proposed which wording, and what members said of this invitation" in sight.sees_not
    parts = queries.invitations_page(private.delegate("XBB"), meeting.pk)
    assert set(parts.sights) == {key for key, _words in parts.parts}


def test_second_sitting_invitation_leaves_with_its_own_withdrawal_alone(private: Council) -> None:
    meeting = meeting_of(private)
    first, second = (sent(private, meeting, part=f"sitting-{form}") for form in ("narrow", "extended"))
    actions.withdraw_invitation(second.pk, "No hall.", by=private.chair, key=key())
    assert [row.format for row in queries.admitted_sittings(private.partner)] == ["narrow"]
    assert queries.visible_meetings(private.partner).exists()
    assert Invitation.objects.get(pk=first.pk).state == Invited.SENT


# What is refused


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"partner": ""}, "Say who is invited"),
        ({"partner": "XZZ"}, "not in the register"),
        ({"guest": "Somebody"}, "not both"),
        ({"way": "lottery"}, "no way of consent"),
        ({"way": "silence"}, "Give the day and the hour"),
        ({"way": "silence", "deadline": NOW - timedelta(days=1)}, "deadline is over"),
        ({"way": "silence", "deadline": NOW + timedelta(days=90)}, "after the meeting"),
    ],
)
def test_invitation_that_cannot_be_is_refused_in_words_and_leaves_nothing(
    values: dict[str, Any], words: str, council: Council
) -> None:
    meeting = meeting_of(council)
    before = Entry.objects.count()
    with clock.frozen(NOW), pytest.raises(Unfit, match=words):
        invite(council, meeting, **values)
    assert (Invitation.objects.count(), Entry.objects.count()) == (0, before)


def test_partner_that_is_invited_already_is_not_invited_to_the_same_or_a_part_of_it(council: Council) -> None:
    meeting = meeting_of(council)
    sent(council, meeting)
    for part in ("", "sitting-extended", item_of(meeting)):
        with pytest.raises(Unfit, match="is invited to the meeting already: sent"):
            invite(council, meeting, part=part)
    assert invite(council, meeting, part="sitting-narrow").sitting == Sitting.objects.get(
        meeting=meeting, format="narrow"
    )


def test_nobody_is_invited_to_a_meeting_that_is_cancelled_or_over(council: Council) -> None:
    meeting = meeting_of(council)
    made = agreed(council, meeting)
    actions.cancel(meeting.pk, "No hall.", by=council.chair, key=key())
    with pytest.raises(Refused, match="cancelled"):
        invite(council, meeting)
    with pytest.raises(Refused, match="cancelled"):
        actions.send(made.pk, by=council.chair, key=key())
    past = factories.meeting_of(council, "Past", day=date(2001, 1, 1))
    with pytest.raises(Unfit, match="is over"):
        invite(council, past)


def test_part_of_another_meeting_is_not_there(council: Council) -> None:
    other = meeting_of(council)
    with pytest.raises(NotVisible):
        invite(council, factories.meeting_of(council), part=item_of(other))
    for part in ("item-x", "sitting-nowhere", "hall-1"):
        with pytest.raises(NotVisible):
            invite(council, other, part=part)


def test_withdrawal_needs_its_reason_and_a_member_withdraws_its_own_proposal_before_it_is_sent(
    council: Council,
) -> None:
    made = invite(council, meeting_of(council), council.delegate("XAA"))
    with pytest.raises(Unfit, match="Say why"):
        actions.withdraw_invitation(made.pk, " ", by=council.chair, key=key())
    done = actions.withdraw_invitation(made.pk, "Later.", by=council.delegate("XAA"), key=key())
    assert done.state == Invited.WITHDRAWN


def test_guest_without_a_sign_in_is_answered_for_by_the_secretariat(council: Council) -> None:
    made = sent(council, meeting_of(council), partner="", guest="Water Institute")
    assert actions.answer(made.pk, True, by=council.secretariat, key=key()).state == Invited.ACCEPTED


def test_retry_of_a_proposal_makes_one(council: Council) -> None:
    meeting, known = meeting_of(council), key()
    entry = InvitationEntry(partner="XPP")
    made = [actions.invite(meeting.pk, entry, by=council.chair, key=known).pk for _attempt in range(2)]
    assert made[0] == made[1]


# What awaits whom


def test_invitation_awaits_those_who_can_do_something(council: Council) -> None:
    meeting = meeting_of(council)
    made = invite(council, meeting, council.delegate("XAA"))
    waits = {name: len(invitations_awaited(by)) for name, by in council.everybody.items()}
    assert {name for name, count in waits.items() if count} == {"xbb-delegate", "xcc-delegate", "xdd-delegate"}
    for code in CODES[1:]:
        actions.say(made.pk, "consent", by=council.delegate(code), key=key())
    waits = {name: len(invitations_awaited(by)) for name, by in council.everybody.items()}
    assert {name for name, count in waits.items() if count} == {"secretariat", "chair"}
    actions.send(made.pk, by=council.chair, key=key())
    waits = {name: len(invitations_awaited(by)) for name, by in council.everybody.items()}
    assert {name for name, count in waits.items() if count} == {"partner"}
