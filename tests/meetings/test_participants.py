"""Who takes part: registration, precedence, attendance by sitting with its quorum, staff that is admitted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from accord.access import NotVisible, Refused, Role, Subject
from accord.formats.sheets import Grid
from accord.meetings import actions, queries
from accord.meetings.models import Meeting, Participant, Seat
from accord.meetings.printing import sheet_of
from accord.meetings.queries import participants
from accord.meetings.quorum import quorum_rule, quorum_sentence
from accord.meetings.registration import AttendingEntry, ParticipantEntry, StaffEntry
from accord.members import actions as members
from accord.members.errors import Unfit
from accord.members.values import ProvisionEntry
from accord.record import clock
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key
from tests.meetings.inviting import invite, item_of, meeting_of, sent
from tests.meetings.test_invitations import CAST, D, N, R, cast_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.fixture
def private(db: None) -> Council:
    return factories.council(public=False)


def register(
    meeting: Meeting, by: Subject, side: str = "member-XAA", name: str = "Ada Example", **more: Any
) -> Meeting:
    return actions.register(meeting.pk, [ParticipantEntry(side, name, **more)], by=by, key=key())


def attending(meeting: Meeting, by: Subject, code: str = "extended", **presence: str) -> Meeting:
    rows = [AttendingEntry(member, *said.split(" by ")) for member, said in presence.items()]
    return actions.set_attending(meeting.pk, code, rows, by=by, key=key())


def interpreter(council: Council, name: str = "interpreter") -> Subject:
    return factories.person(council.organisation, name, Role.STAFF, by=council.secretariat)


DOINGS = {
    "register": lambda meeting, by: register(meeting, by, name=by.name or "Nobody"),
    "precedence": lambda meeting, by: actions.set_precedence(meeting.pk, "council", by=by, key=key()),
    "attending": lambda meeting, by: attending(meeting, by, XAA="present", XBB="represented by XAA"),
    "staff": lambda meeting, by: actions.admit_staff(
        meeting.pk, "narrow", [StaffEntry("interpreter", "interpreter")], by=by, key=key()
    ),
}


@pytest.mark.parametrize(
    ("doing", "answers"),  # in the order of CAST
    [
        ("register", (D, R, D, R, D, R, R, R, R)),
        ("precedence", (D, D, R, R, R, R, R, R, R)),
        ("attending", (D, R, R, R, R, R, R, R, R)),
        ("staff", (D, R, R, R, R, R, R, R, R)),
    ],
)
def test_act_on_who_takes_part_is_done_for_its_cast_and_leaves_one_entry(
    doing: str, answers: tuple[str, ...], council: Council
) -> None:
    cast, meeting = cast_of(council), factories.meeting_of(council)
    found = []
    for who in CAST:
        before = Entry.objects.count()
        try:
            DOINGS[doing](meeting, cast[who])
            found.append(D)
        except Refused:
            found.append(R)
        except NotVisible:
            found.append(N)
        assert Entry.objects.count() - before == (found[-1] == D)
    assert dict(zip(CAST, found, strict=True)) == dict(zip(CAST, answers, strict=True))


def test_list_stands_in_the_order_of_precedence_and_within_a_delegation_by_rank(council: Council) -> None:
    meeting = factories.meeting_of(council, chair="XCC", host="XBB")
    for name, rank in (("Zoe Expert", "expert"), ("Ann Head", "head"), ("Bo Adviser", "adviser")):
        register(meeting, council.delegate("XAA"), name=name, rank=rank, post="Delegate")
    register(meeting, council.secretariat, "secretariat", "Sam Secretary")
    found = {}
    for precedence in ("council", "chair", "host"):
        actions.set_precedence(meeting.pk, precedence, by=council.chair, key=key())
        page = queries.participants_page(council.delegate("XDD"), meeting.pk)
        found[precedence] = [each.code for each in page.delegations if each.code]
    assert found == {
        "council": ["XAA", "XBB", "XCC", "XDD"],
        "chair": ["XCC", "XAA", "XBB", "XDD"],
        "host": ["XBB", "XAA", "XCC", "XDD"],
    }
    first = next(each for each in page.delegations if each.code == "XAA")
    assert [person.name for person in first.people] == ["Ann Head", "Bo Adviser", "Zoe Expert"]
    assert page.delegations[-1].side == "secretariat"
    assert page.sentence == "4 people are registered."


def test_person_of_the_register_comes_with_name_and_post(council: Council) -> None:
    official = factories.in_office(council, "Clara Example", member="XAA", organ="water")
    meeting = factories.meeting_of(council)
    register(meeting, council.secretariat, name="", person=official.pk)
    row = Participant.objects.get()
    assert (row.name, row.person, bool(row.post)) == ("Clara Example", official, True)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": "ada example"}, "Ada Example is registered already: Aland Example"),
        ({"name": "Bo Other", "rank": "head"}, "Ada Example is the head already"),
        ({"name": " "}, "Give a name"),
        ({"name": "Bo Other", "rank": "guru"}, "no way of taking part"),
        ({"name": "Bo Other", "person": "aaaaaaaaaaaaaaaa"}, "not in the register"),
        ({"name": "Bo Other", "side": "member-XZZ"}, "neither a member nor invited"),
        ({"name": "Bo Other", "side": "partner-XPP"}, "neither a member nor invited"),
        ({"name": "Bo Other", "side": "guest-nobody"}, "neither a member nor invited"),
        ({"name": "Bo\u202eOther"}, "cannot be seen"),
    ],
)
def test_registration_that_cannot_be_is_refused_in_words_and_leaves_nothing(
    values: dict[str, str], words: str, council: Council
) -> None:
    meeting = factories.meeting_of(council)
    register(meeting, council.delegate("XAA"), rank="head")
    before = Entry.objects.count()
    entries = [ParticipantEntry("member-XBB", "Cy Third"), ParticipantEntry(**{"side": "member-XAA", **values})]
    with pytest.raises(Unfit, match=words):
        actions.register(meeting.pk, entries, by=council.secretariat, key=key())
    assert (Participant.objects.count(), Entry.objects.count()) == (1, before)


def test_struck_participant_is_off_the_list_and_others_people_stay(council: Council) -> None:
    meeting = factories.meeting_of(council)
    register(meeting, council.delegate("XAA"))
    row = Participant.objects.get()
    with pytest.raises(Refused):
        actions.strike(row.pk, by=council.delegate("XBB"), key=key())
    with pytest.raises(NotVisible):
        actions.strike(row.pk, by=council.partner, key=key())
    actions.strike(row.pk, by=council.delegate("XAA"), key=key())
    assert not Participant.objects.exists()


def test_partner_registers_its_own_people_once_it_is_invited(private: Council) -> None:
    meeting = meeting_of(private)
    with pytest.raises(NotVisible):
        register(meeting, private.partner, "partner-XPP", "Pat Partner")
    sent(private, meeting, part=item_of(meeting))
    register(meeting, private.delegate("XAA"))
    register(meeting, private.partner, "partner-XPP", "Pat Partner")
    with pytest.raises(Refused):
        register(meeting, private.partner, "member-XAA", "Pat Other")
    page = queries.participants_page(private.partner, meeting.pk)
    assert [person.name for each in page.delegations for person in each.people] == ["Pat Partner"]
    assert [side for side, _name in page.sides] == ["partner-XPP"]


def test_guest_of_a_sitting_sees_the_whole_list_and_the_public_none(council: Council) -> None:
    meeting = meeting_of(council)
    register(meeting, council.delegate("XAA"))
    for outsider in (council.partner, council.public, interpreter(council)):
        with pytest.raises(NotVisible):
            queries.participants_page(outsider, meeting.pk)
    sent(council, meeting, part="sitting-extended")
    page = queries.participants_page(council.partner, meeting.pk)
    assert [person.name for each in page.delegations for person in each.people] == ["Ada Example"]


def test_guest_by_name_has_its_own_people(council: Council) -> None:
    meeting = meeting_of(council)
    made = sent(council, meeting, partner="", guest="Water Institute")
    register(meeting, council.secretariat, f"guest-{made.pk}", "Gil Guest")
    page = queries.participants_page(council.chair, meeting.pk)
    assert [(each.name, len(each.people)) for each in page.delegations if each.people] == [("Water Institute", 1)]


def test_nobody_is_registered_for_a_cancelled_meeting(council: Council) -> None:
    meeting = factories.meeting_of(council)
    actions.cancel(meeting.pk, "No hall.", by=council.chair, key=key())
    with pytest.raises(Refused, match="cancelled"):
        register(meeting, council.delegate("XAA"))


def test_order_of_precedence_needs_who_comes_first(council: Council) -> None:
    meeting = factories.meeting_of(council)
    for precedence, words in (("host", "No host"), ("chair", "No presiding member"), ("age", "no order")):
        with pytest.raises(Unfit, match=words):
            actions.set_precedence(meeting.pk, precedence, by=council.chair, key=key())


# Attendance


def test_attendance_is_by_sitting_and_the_seats_of_the_meeting_follow(council: Council) -> None:
    meeting, by = factories.meeting_of(council), council.secretariat
    attending(meeting, by, "narrow", XAA="present", XBB="empty", XCC="empty")
    attending(meeting, by, "extended", XAA="present", XBB="present", XCC="empty", XDD="represented by XAA")
    first, second = queries.participants_page(council.chair, meeting.pk).sittings
    assert [(line.code, line.presence) for line in first.lines] == [
        ("XAA", "present"), ("XBB", "empty"), ("XCC", "empty"),
    ]  # fmt: skip
    assert first.quorum == "1 of 3 members are present. No rule on a quorum is known."
    assert [(line.code, line.by) for line in second.lines if line.by] == [("XDD", "XAA")]
    seats = dict(Seat.objects.filter(meeting=meeting).values_list("member__code", "attendance"))
    assert seats == {"XAA": "present", "XBB": "present", "XCC": "empty", "XDD": "present"}


@pytest.mark.parametrize(
    ("presence", "words"),
    [
        ({"XAA": "represented"}, "by a member that sits there itself"),
        ({"XAA": "represented by XAA"}, "by a member that sits there itself"),
        ({"XAA": "represented by XBB", "XBB": "empty"}, "by a member that sits there itself"),
        ({"XZZ": "present"}, "not in the register"),
        ({"XAA": "asleep"}, "not in the register"),
    ],
)
def test_attendance_that_cannot_be_is_refused_in_words(presence: dict[str, str], words: str, council: Council) -> None:
    meeting = factories.meeting_of(council)
    with pytest.raises(Unfit, match=words):
        attending(meeting, council.secretariat, **presence)
    twice = [AttendingEntry("XAA", "present"), AttendingEntry("XAA", "empty")]
    with pytest.raises(Unfit, match="twice"):
        actions.set_attending(meeting.pk, "narrow", twice, by=council.secretariat, key=key())


@pytest.mark.parametrize(
    ("rule", "present", "words"),
    [
        ("csto-consensus", 5, "5 of 6 members are present. No rule on a quorum is known."),
        ("no-such-rule", 5, "5 of 6 members are present. No rule on a quorum is known."),
        ("au-psc-substance", 4, "a quorum under the rule"),
        ("au-psc-substance", 3, "no quorum under the rule"),
    ],
)
def test_quorum_is_that_of_the_rules_of_the_organ(rule: str, present: int, words: str) -> None:
    codes = [f"X{letter}" for letter in "ABCDEF"]
    told = quorum_sentence(rule, members=codes, present=codes[:present], on=date(2024, 6, 21))
    assert words in told


def test_quorum_of_weights_is_not_computed() -> None:
    assert quorum_rule("imf-majority", date(2024, 6, 21)) is None
    told = quorum_sentence("imf-majority", members=["XA", "XB"], present=["XA"], on=date(2024, 6, 21))
    assert told == (
        "1 of 2 members are present. The rule “IMF, majority of votes cast” asks for a quorum by weight: "
        "it is not computed here, since attendance counts members alone."
    )


def test_quorum_that_is_known_in_words_alone_is_said_and_not_computed(council: Council) -> None:
    meeting, by = factories.meeting_of(council), council.secretariat
    rule = ProvisionEntry("quorum", "Enough members", "A meeting begins when enough members sit.")
    members.enter_provisions(council.organisation.pk, [rule], by=by, key=key())
    attending(meeting, by, "narrow", XAA="present", XBB="empty", XCC="empty")
    (first, _second) = queries.participants_page(council.chair, meeting.pk).sittings
    assert first.quorum == (
        "1 of 3 members are present. The rule on a quorum, “Enough members”, is known in words alone: "
        "whether this is a quorum is not computed here; read the rule."
    )


# Staff


def test_staff_sees_the_papers_of_its_sitting_from_admission_to_the_end_of_it(private: Council) -> None:
    meeting, staff = meeting_of(private), interpreter(private)
    words = {"title": "Quiet", "wording": "One.", "sample": True}
    note = actions.table_note(meeting.pk, "narrow", by=private.chair, key=key(), **words)
    assert not queries.visible_meetings(staff).exists()
    entry = StaffEntry("interpreter", "interpreter")
    actions.admit_staff(meeting.pk, "narrow", [entry], by=private.secretariat, key=key())
    assert queries.note_page(staff, note.pk).title == "Quiet"
    assert [block.form for block in queries.meeting_page(staff, meeting.pk).sittings] == ["narrow"]
    assert [line.does for line in queries.participants_page(staff, meeting.pk).staff["narrow"]] == ["interpreter"]
    actions.admit_staff(meeting.pk, "narrow", [], by=private.secretariat, key=key())
    assert not queries.visible_meetings(staff).exists()


def test_staff_and_guests_are_admitted_beside_one_another(private: Council) -> None:
    meeting, staff = meeting_of(private), interpreter(private)
    made = sent(private, meeting, part="sitting-narrow")
    entry = StaffEntry("interpreter", "notes")
    actions.admit_staff(meeting.pk, "narrow", [entry], by=private.secretariat, key=key())
    assert queries.admitted_sittings(private.partner).exists()
    actions.withdraw_invitation(made.pk, "No hall.", by=private.chair, key=key())
    assert (queries.admitted_sittings(private.partner).exists(), queries.admitted_sittings(staff).exists()) == (
        False,
        True,
    )


def test_only_sign_ins_of_the_staff_are_admitted_as_staff(council: Council) -> None:
    meeting = factories.meeting_of(council)
    interpreter(council)
    for entry, words in (
        (StaffEntry("xaa-delegate", "interpreter"), "no sign-in of the staff"),
        (StaffEntry("interpreter", "driver"), "no service"),
    ):
        with pytest.raises(Unfit, match=words):
            actions.admit_staff(meeting.pk, "narrow", [entry], by=council.secretariat, key=key())


def test_staff_tables_and_proposes_nothing_in_the_sitting_to_which_it_is_admitted(council: Council) -> None:
    meeting, staff = factories.meeting_of(council), interpreter(council)
    entry = StaffEntry("interpreter", "interpreter")
    actions.admit_staff(meeting.pk, "narrow", [entry], by=council.secretariat, key=key())
    words = {"title": "Quiet", "wording": "One.", "sample": True}
    with pytest.raises(Refused):
        actions.table_note(meeting.pk, "narrow", by=staff, key=key(), **words)
    with pytest.raises(Refused):
        invite(council, meeting, staff)


def test_many_people_are_listed_in_pages(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(participants, "PAGE_LENGTH", 2)
    meeting = meeting_of(council)
    for number, side in enumerate(("member-XAA", "member-XAA", "member-XAA", "member-XBB", "secretariat")):
        register(meeting, council.secretariat, side, f"A. Person {number}")

    def listed(number: int | None) -> list[tuple[str, int]]:
        page = queries.participants_page(council.chair, meeting.pk, number=number)
        assert page.sentence == "5 people are registered."
        return [(each.side, len(each.people)) for each in page.delegations]

    empty = [("member-XCC", 0), ("member-XDD", 0)]
    assert listed(1) == [("member-XAA", 2)]
    assert listed(2) == [("member-XAA", 1), ("member-XBB", 1), *empty]
    assert listed(3) == listed(4) == [("secretariat", 1)]
    assert listed(None) == [("member-XAA", 3), ("member-XBB", 1), *empty, ("secretariat", 1)]
    assert queries.participants_page(council.chair, meeting.pk, number=9).number == 3


def test_a_member_that_another_represented_is_not_printed_as_present(council: Council) -> None:
    meeting = meeting_of(council)
    attending(meeting, council.secretariat, "extended", XAA="present", XBB="represented by XAA", XCC="empty")
    parts = sheet_of(council.secretariat, meeting.pk, "participants").parts
    (grid,) = [part for part in parts if isinstance(part, Grid)]
    assert {row[0]: row[3] for row in grid.rows} == {"XAA": "present", "XBB": "represented by XAA", "XCC": "seat empty"}
    assert queries.spoken_for(council.secretariat, meeting.pk) == {"XBB": "XAA"}


def test_page_of_participants_stands_as_on_the_day_that_is_shown(council: Council, client: Client) -> None:
    meeting, by = meeting_of(council), council.secretariat
    for day, name in ((1, "Ada Example"), (2, "Ben Example"), (3, "Cid Example")):
        with clock.frozen(datetime(2031, 5, day, 9, tzinfo=UTC)):
            register(meeting, by, "member-XAA", name)
    gone = Participant.objects.get(name="Ben Example").pk
    with clock.frozen(datetime(2031, 5, 5, 9, tzinfo=UTC)):
        actions.strike(gone, by=by, key=key())
    with clock.frozen(datetime(2031, 5, 6, 9, tzinfo=UTC)):
        attending(meeting, by, "extended", XAA="present")
    with clock.frozen(datetime(2031, 5, 9, 9, tzinfo=UTC)):
        pages = [queries.participants_page(by, meeting.pk, date(2031, 5, day)) for day in (1, 3, 4, 6)]
        people = [[one.name for side in page.delegations for one in side.people] for page in pages]
        assert people == [["Ada Example"], *[["Ada Example", "Cid Example"]] * 3]
        assert [page.struck_since for page in pages] == [True, True, True, False]
        sat = [[line.code for sitting in page.sittings for line in sitting.lines] for page in pages]
        assert sat == [[], [], ["XAA"], ["XAA"]]  # the meeting is on the fourth
        told = [queries.taking_part(by, meeting.pk, date(2031, 5, day)) for day in (1, 4)]
        assert [(each.people, len(each.sittings)) for each in told] == [
            ("1 person is registered.", 0), ("2 people are registered.", 1)
        ]  # fmt: skip
        factories.sign_in(client, by)
        address = f"/meetings/{meeting.pk}/participants/"
        past, now = (client.get(address + on).content.decode() for on in ("?on=2031-05-01", ""))
        words = ("Cid Example", "Take off", "Register somebody", "enter who sat", "the record keeps no name of theirs")
        assert [[word in page for word in words] for page in (past, now)] == [
            [False, False, False, False, True], [True, True, True, True, False]
        ]  # fmt: skip


def test_guest_of_an_item_is_not_told_that_somebody_was_taken_off_a_list_that_it_does_not_see(private: Council) -> None:
    meeting = meeting_of(private)
    sent(private, meeting, part=item_of(meeting))
    register(meeting, private.secretariat)
    with clock.frozen(datetime(2031, 5, 5, 9, tzinfo=UTC)):
        actions.strike(Participant.objects.get().pk, by=private.secretariat, key=key())
    with clock.frozen(datetime(2031, 5, 9, 9, tzinfo=UTC)):
        readers = (private.secretariat, private.delegate("XBB"), private.partner)
        pages = [queries.participants_page(by, meeting.pk, date(2031, 5, 4)) for by in readers]
    assert [page.struck_since for page in pages] == [True, True, False]
