"""Credentials: who enters and checks them, and that without accepted ones a delegation sits but does not decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.test import Client

from accord.access import NotVisible, Refused, Subject
from accord.decisions import actions as decisions
from accord.decisions.models import Question, Ruling, Word
from accord.decisions.queries import apart_at, question_page
from accord.drafting import actions as drafting
from accord.drafting.models import Text
from accord.drafting.queries.deciding import decision_page
from accord.engine.rules import RulesError
from accord.meetings import actions
from accord.meetings.crediting import CheckEntry, CredentialEntry
from accord.meetings.models import Credential, Meeting
from accord.meetings.queries import credentials_awaited, credentials_page, without_credentials
from accord.members.errors import Unfit
from accord.publishing.queries.adopted import adopted_page
from accord.record import clock
from accord.record.models import Entry
from accord.signing.queries import instrument_page
from tests import factories
from tests.decisions import putting
from tests.factories import Council

pytestmark = pytest.mark.django_db
DAY = date(2024, 5, 3)
YES, NO, GONE = "done", "refused", "not there"
OFFICE = {
    "secretariat": YES, "chair": YES, "xaa-delegate": NO, "xbb-delegate": NO, "xaa-expert": NO, "partner": NO,
    "public": NO, "stranger": NO,
}  # fmt: skip


@pytest.fixture
def meeting(council: Council) -> Meeting:
    """Return a meeting that needs credentials; those of all but XDD are accepted."""
    row = factories.meeting_of(council)
    need(row.pk, council.secretariat)
    for code in ("XAA", "XBB", "XCC"):
        received(council, row, code)
        check(row.pk, council.secretariat, code)
    return row


def need(of: str, by: Subject, needed: bool = True) -> object:
    return actions.need_credentials(of, needed=needed, by=by, key=factories.key())


def receive(of: str, by: Subject, code: str = "XDD", day: date = DAY, form: str = "full_powers") -> object:
    entry = CredentialEntry(code, form, day, "Dora Example")
    return actions.receive_credentials(of, entry, by=by, key=factories.key())


def received(council: Council, meeting: Meeting, code: str = "XDD") -> None:
    receive(meeting.pk, council.secretariat, code)


def check(
    of: str, by: Subject, code: str = "XDD", *, accepted: bool = True, reason: str = "", day: date = DAY
) -> object:
    row = Credential.objects.filter(meeting=of, member__code=code).last()
    entry = CheckEntry(accepted, day, reason)
    return actions.check_credentials(of, row.pk if row else "missing", entry, by=by, key=factories.key())


def lift(of: str, by: Subject) -> object:
    return need(of, by, needed=False)


@pytest.mark.parametrize("doing", [receive, lift, check])
def test_action_answers_each_of_the_cast(
    doing: Callable[[str, Subject], object], council: Council, meeting: Meeting
) -> None:
    if doing is check:
        received(council, meeting)
    foreign = factories.council("Other Council", public=False, prefix="other-")
    cast = {**council.everybody, "stranger": foreign.delegate("XAA")}
    assert {who: outcome(doing, meeting.pk, cast[who]) for who in OFFICE} == OFFICE


def outcome(doing: Callable[[str, Subject], object], of: str, by: Subject) -> str:
    before, point = Entry.objects.count(), transaction.savepoint()
    try:
        doing(of, by)
        assert Entry.objects.count() == before + 1
    except Refused:
        return NO
    except NotVisible:
        return GONE
    finally:
        transaction.savepoint_rollback(point)
    return YES


def test_office_sees_the_table_a_delegation_its_own_and_others_nothing(council: Council, meeting: Meeting) -> None:
    whole = credentials_page(council.chair, meeting.pk)
    assert [(line.code, line.state) for line in whole.lines] == [
        ("XAA", "accepted"), ("XBB", "accepted"), ("XCC", "accepted"), ("XDD", ""),
    ]  # fmt: skip
    assert [line.code for line in credentials_page(council.delegate("XBB"), meeting.pk).lines] == ["XBB"]
    for by in (council.partner, council.public):
        with pytest.raises(NotVisible):
            credentials_page(by, meeting.pk)


def test_what_is_wrong_is_refused_in_words(council: Council, meeting: Meeting) -> None:
    office = council.secretariat
    for act, reason in (
        (lambda: need(meeting.pk, office), "so already"),
        (lambda: receive(meeting.pk, office, "XZZ"), "not in the register"),
        (lambda: receive(meeting.pk, office, "XAA"), "accepted already"),
        (lambda: receive(meeting.pk, office, day=date(9999, 1, 1)), "not there yet"),
        (lambda: receive(meeting.pk, office, form="stamp"), "no form of credentials"),
        (lambda: check(meeting.pk, office, "XAA"), "checked already"),
    ):
        with pytest.raises(Unfit, match=reason):
            act()
    received(council, meeting)
    for act, reason in (
        (lambda: check(meeting.pk, office, accepted=False), "why they are returned"),
        (lambda: check(meeting.pk, office, day=date(2024, 5, 2)), "received on 2024-05-03"),
    ):
        with pytest.raises(Unfit, match=reason):
            act()
    with pytest.raises(NotVisible):
        check(meeting.pk, office, "XZZ")


def test_returned_credentials_stay_and_new_ones_are_accepted(council: Council, meeting: Meeting) -> None:
    received(council, meeting)
    check(meeting.pk, council.chair, accepted=False, reason="Not signed.")
    assert without_credentials(meeting.pk) == {"XDD"}
    received(council, meeting)
    check(meeting.pk, council.chair)
    (line,) = credentials_page(council.delegate("XDD"), meeting.pk).lines
    assert (line.state, line.returned, line.checked_by) == ("accepted", 1, "chair")
    assert without_credentials(meeting.pk) == frozenset()


def test_nobody_lacks_credentials_where_none_are_needed(council: Council) -> None:
    assert without_credentials(factories.meeting_of(council).pk) == frozenset()
    assert without_credentials(None) == frozenset()


def question_of(council: Council, meeting: Meeting, way: str = "consensus", rule: str = "consensus") -> Question:
    asked = putting.putting(way, rule)
    return decisions.put(council.organisation.pk, asked, meeting_id=meeting.pk, by=council.chair, key=factories.key())


def test_word_of_a_delegation_without_credentials_is_refused(council: Council, meeting: Meeting) -> None:
    question = question_of(council, meeting)
    for position in ("no_objection", "objection"):
        with pytest.raises(Refused, match="not accepted yet"):
            putting.say(council, question, "XDD", position)
    with pytest.raises(RulesError, match="only be recorded as absent"):
        decisions.record_words(question.pk, {"XDD": "no_objection"}, by=council.chair, key=factories.key())
    page = question_page(council.delegate("XDD"), question.pk)
    assert "say" not in page.offers
    assert "not accepted yet" in page.reasons["say"]
    decisions.state(question.pk, "explanation", "We sit here.", by=council.delegate("XDD"), key=factories.key())


def test_outcome_does_not_count_it_as_present_and_says_so_for_good(council: Council, meeting: Meeting) -> None:
    question = question_of(council, meeting)
    for code in ("XAA", "XBB", "XCC"):
        putting.say(council, question, code, "no_objection")
    remark = "Sits without accepted credentials, and is not counted as present: XDD."
    assert remark in question_page(council.chair, question.pk).result.remarks
    decisions.close(question.pk, by=council.chair, key=factories.key())
    ruling = Ruling.objects.get(question=question)
    assert ruling.shown["sentence"]["en"] == "Adopted under consensus: no objection from 3 of 4 members."
    received(council, meeting)
    check(meeting.pk, council.chair)
    assert remark in question_page(council.chair, question.pk).result.remarks


def test_ballots_in_the_box_are_those_of_the_credentialed(council: Council, meeting: Meeting) -> None:
    question = question_of(council, meeting, "secret", "association-simple")
    with pytest.raises(RulesError, match="More ballots"):
        count(council.chair, question, 4)
    for teller in (council.chair, council.secretariat):
        count(teller, question, 3)
    assert question_page(council.chair, question.pk).result.tally == (("absent", 1), ("in favour", 3))


def count(teller: Subject, question: Question, in_favour: int) -> None:
    votes = {"in_favour": in_favour, "against": 0, "abstaining": 0, "invalid": 0}
    decisions.count(question.pk, **votes, by=teller, key=factories.key())


def before_council(council: Council, meeting: Meeting) -> Text:
    text = factories.text_of(council, meeting=meeting.pk)
    drafting.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    return text


def test_text_is_adopted_without_the_seat_that_lacks_credentials(council: Council, meeting: Meeting) -> None:
    text = before_council(council, meeting)
    with pytest.raises(Refused, match="not accepted yet"):
        decisions.object_to_adoption(text.pk, by=council.delegate("XDD"), key=factories.key())
    page = decision_page(council.delegate("XDD"), text.pk, without_credentials(meeting.pk))
    assert (page.may_object, page.seats[3].said) == (False, "sits without accepted credentials")
    adoption = decisions.adopt_text(
        text.pk, sentence=page.outcome.sentence, by=council.chair, seen=factories.seen(text), key=factories.key()
    )
    assert (adoption.outcome["present"], adoption.outcome["absent"]) == (["XAA", "XBB", "XCC"], [])
    assert ["care", "Sits without accepted credentials, and is not counted as present: XDD."] in (
        adoption.outcome["reasons"]
    )
    assert Word.objects.get(member="XDD").position == "not_participating"
    stands = instrument_page(council.chair, adoption.pk).taking[3]
    assert (stands.state, stands.label) == ("apart", "sat without accepted credentials; did not decide")
    assert adopted_page(council.delegate("XAA"), adoption.pk).stands[3] == ("Delft Example", "apart")


def test_empty_seat_without_credentials_is_absent_and_nothing_else(council: Council, meeting: Meeting) -> None:
    text = before_council(council, meeting)
    drafting.call_roll(text.pk, present=["XAA", "XBB", "XCC"], by=council.chair, key=factories.key())
    adoption = decisions.adopt_text(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())
    assert adoption.outcome["absent"] == ["XDD"]
    assert [seat for seat in adopted_page(council.chair, adoption.pk).stands if seat[0] == "Delft Example"] == [
        ("Delft Example", "absent")
    ]
    seat = decision_page(council.chair, text.pk, apart_at(council.chair, text.pk)).seats[3]
    assert (seat.present, seat.said) == (False, "")


def test_objection_raised_before_credentials_were_needed_stands(council: Council) -> None:
    meeting = factories.meeting_of(council)
    text = before_council(council, meeting)
    decisions.object_to_adoption(text.pk, by=council.delegate("XDD"), key=factories.key())
    need(meeting.pk, council.chair)
    with pytest.raises(Refused, match="Delft Example"):
        decisions.adopt_text(text.pk, by=council.chair, seen=factories.seen(text), key=factories.key())


def test_credentials_await_the_delegation_that_lacks_them_and_who_checks_them(
    council: Council, meeting: Meeting
) -> None:
    def awaited(by: Subject) -> list[tuple[str, str]]:
        return [(item.text, item.what) for item in credentials_awaited(by)]

    present = [(meeting.pk, "Present the credentials of your delegation for “First meeting”")]
    assert (awaited(council.delegate("XDD")), awaited(council.delegate("XAA"))) == (present, [])
    received(council, meeting)
    assert awaited(council.delegate("XDD")) == []
    assert awaited(council.secretariat) == [(meeting.pk, "Check the credentials received for “First meeting”")]
    check(meeting.pk, council.chair, accepted=False, reason="Not signed.")
    assert (awaited(council.delegate("XDD")), awaited(council.secretariat)) == (present, [])
    assert awaited(council.chair) == awaited(council.partner) == []


def test_page_stands_as_on_the_day_that_is_shown(council: Council, client: Client) -> None:
    row, office = factories.meeting_of(council), council.secretariat
    acts: dict[int, Callable[[], object]] = {
        1: lambda: need(row.pk, office),
        2: lambda: receive(row.pk, office, day=date(2031, 4, 2)),
        3: lambda: check(row.pk, office, accepted=False, reason="No signature.", day=date(2031, 4, 3)),
        4: lambda: receive(row.pk, office, day=date(2031, 4, 4)),
        5: lambda: check(row.pk, office, day=date(2031, 4, 5)),
    }
    for day, act in acts.items():
        with clock.frozen(datetime(2031, 4, day, 9, tzinfo=UTC)):
            act()
    with clock.frozen(datetime(2031, 4, 9, 9, tzinfo=UTC)):
        days = [date(2031, 3, 31), *(date(2031, 4, day) for day in (1, 2, 3, 4, 5))]
        pages = [credentials_page(council.chair, row.pk, day) for day in days]
        assert [(page.needed, page.lines[3].state, page.lines[3].returned) for page in pages] == [
            (False, "", 0), (True, "", 0), (True, "received", 0), (True, "returned", 0), (True, "received", 1),
            (True, "accepted", 1),
        ]  # fmt: skip
        assert pages[3].lines[3].reason == "No signature."
        factories.sign_in(client, office)
        past, now = (
            client.get(f"/meetings/{row.pk}/credentials/{day}").content.decode() for day in ("?on=2031-04-02", "")
        )
        assert ("?credential=" in past, 'name="on" value="2031-04-02"' in past) == (False, True)
        assert ("This meeting needs none" in past, "This meeting needs none" in now) == (False, True)
