"""Deciding the items of a report: each kind enters through its room, on the basis of the report; nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from accord.access import NotVisible, Subject
from accord.commitments.models import Measure
from accord.commitments.values import MeasureEntry
from accord.documents import actions as documents
from accord.documents.models import Document, Stop
from accord.documents.values import DocumentEntry, StepEntry, StopEntry
from accord.documents.values import ReportEntry as DocumentReport
from accord.inbox import actions
from accord.inbox.models import Item, StoredReport
from accord.inbox.queries.matching import known_rows, match_of
from accord.inbox.values import DocumentTaking, PersonTaking, PriorityTaking, Taking, Verdict
from accord.meetings.models import Meeting, Participant
from accord.meetings.values import Convocation
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.members.models import Organisation, Partner, Person
from accord.members.values import PartnerEntry, PersonEntry, PostEntry
from accord.positions.models import Position
from accord.positions.values import PositionEntry, Whose
from accord.programme.models import Activity, Area, Operation, Priority
from accord.programme.values import ActivityEntry, AreaEntry, OperationEntry, PriorityEntry
from accord.record.models import Entry
from tests import factories
from tests.factories import Council
from tests.inbox import reports

pytestmark = pytest.mark.django_db
DAY = date(2030, 6, 3)


@pytest.fixture
def report(council: Council) -> StoredReport:
    """Return the report of a council that knows its organ and its minister."""
    reports.known(council)
    return reports.stored(council, url="https://example.org/report")


def first(report: StoredReport, kind: str) -> Item:
    return reports.items(report, kind)[0]


def take(council: Council, item: Item, entry: Any, standing: str = "stated", why: str = "") -> Item:
    return actions.take(item.pk, Taking(entry, standing, why), by=council.secretariat, key=factories.key())


def convoked(**more: Any) -> Convocation:
    return Convocation("Council of Foreign Ministers", organ="cfm", day=DAY, city="Bishkek", **more)


def ways(council: Council) -> None:
    steps = [StepEntry("experts", "Experts", "experts"), StepEntry("cfm", "Ministers", organ="cfm")]
    documents.set_way(council.organisation.pk, steps, by=council.secretariat, key=factories.key())


def test_a_meeting_enters_with_the_report_as_its_source(council: Council, report: StoredReport) -> None:
    item = take(council, first(report, "meetings"), convoked())
    row = Meeting.objects.get(organisation=council.organisation)
    assert (item.decision, item.row, item.decided_by) == ("taken", f"meeting {row.pk}", "secretariat")
    assert Basis.of(row) == Basis(
        "Example Agency: Ministers meet", "https://example.org/report", "2030-06-03", "stated", ""
    )
    assert Entry.objects.get(verb="entered from a report").data["what"] == row.title


def test_what_is_inferred_says_why_or_is_not_entered(council: Council, report: StoredReport) -> None:
    item = first(report, "meetings")
    with pytest.raises(Unfit, match="needs the reason"):
        take(council, item, convoked(), "inference")
    assert not Meeting.objects.filter(organisation=council.organisation).exists()
    take(council, item, convoked(), "inference", "Counted from the day of the report.")
    assert Meeting.objects.get(organisation=council.organisation).why == "Counted from the day of the report."


def test_nothing_is_decided_twice_and_a_known_meeting_is_not_entered_again(
    council: Council, report: StoredReport
) -> None:
    main, following = reports.items(report, "meetings")
    take(council, main, convoked())
    with pytest.raises(Unfit, match="decided already"):
        take(council, main, convoked())
    with pytest.raises(Unfit, match="in the register already"):
        take(council, following, convoked())
    following.refresh_from_db()
    assert following.decision == ""


def test_a_known_person_gains_the_meeting_and_a_new_one_enters_with_a_post(
    council: Council, report: StoredReport
) -> None:
    take(council, first(report, "meetings"), convoked())
    meeting = Meeting.objects.get(organisation=council.organisation)
    anna = Person.objects.get(name="Anna Brook")
    take(council, first(report, "people"), PersonTaking(PersonEntry(""), anna.pk, None, meeting.pk))
    seat = Participant.objects.get(meeting=meeting)
    assert (seat.person, seat.member.code if seat.member else "", seat.post) == (
        anna, "XAA", "Minister of Foreign Affairs"
    )  # fmt: skip
    other = reports.stored(council, reports.REPORT.replace("Anna Brook", "Bela Stone"), "Another")
    post = PostEntry("Minister", member="XBB", seen=DAY)
    take(council, first(other, "people"), PersonTaking(PersonEntry("Bela Stone"), "", post))
    bela = Person.objects.get(name="Bela Stone")
    assert [(each.title, each.source_name) for each in bela.posts.all()] == [("Minister", "Example Agency: Another")]


def test_posts_that_cannot_be_held_together_are_refused_and_nothing_is_entered(
    council: Council, report: StoredReport
) -> None:
    anna = Person.objects.get(name="Anna Brook")
    post = PostEntry("Minister", member="XBB", since=DAY)
    with pytest.raises(Unfit, match="Nobody sits for two"):
        take(council, first(report, "people"), PersonTaking(PersonEntry(""), anna.pk, post))
    assert anna.posts.count() == 1


def test_discussed_is_not_adopted(council: Council, report: StoredReport) -> None:
    ways(council)
    adopted, discussed = reports.items(report, "documents")
    entry = DocumentEntry("Statement on clean rivers", "statement", open=True)
    done = replace(entry, stops=(StopEntry("cfm", until=DAY, outcome="adopted"),))
    take(council, adopted, DocumentTaking(done, DocumentReport("Adopted by the ministers", DAY)))
    draft = DocumentEntry("Programme on wells", "programme", open=True)
    take(council, discussed, DocumentTaking(draft, DocumentReport("Discussed by the ministers", DAY)))
    outcomes = {stop.document.title: stop.outcome for stop in Stop.objects.select_related("document")}
    assert outcomes == {"Statement on clean rivers": "adopted"}
    wells = Document.objects.get(title="Programme on wells")
    assert [(each.words, each.source_name) for each in wells.reports.all()] == [
        ("Discussed by the ministers", "Example Agency: Ministers meet")
    ]


def test_what_is_told_of_a_known_document_stands_with_it(council: Council, report: StoredReport) -> None:
    ways(council)
    adopted, discussed = reports.items(report, "documents")
    draft = DocumentEntry("Programme on wells", "programme")
    take(council, discussed, DocumentTaking(draft, DocumentReport("Discussed", DAY)))
    row = Document.objects.get()
    take(council, adopted, DocumentTaking(DocumentEntry(), DocumentReport("Spoken of again", DAY), row.pk))
    assert Document.objects.count() == 1
    assert {each.words for each in row.reports.all()} == {"Discussed", "Spoken of again"}


def test_the_record_names_a_document_to_those_alone_who_see_it(council: Council, report: StoredReport) -> None:
    Organisation.objects.filter(pk=council.organisation.pk).update(public=True)
    ways(council)
    adopted, discussed = reports.items(report, "documents")
    draft = DocumentEntry("Programme on wells", "programme")
    take(council, discussed, DocumentTaking(draft, DocumentReport("Discussed", DAY)))
    row = Document.objects.get()
    take(council, adopted, DocumentTaking(DocumentEntry(open=True), DocumentReport("Spoken of again", DAY), row.pk))
    take(council, first(report, "partners"), PartnerEntry("UN", "United Nations"))
    entries = Entry.objects.filter(verb="entered from a report").select_related("audience")
    told = sorted((entry.data["what"], entry.audience.name) for entry in entries)
    assert row.audience.name == "council"
    assert told == [("Programme on wells", "council")] * 2 + [("United Nations", "public")]


def test_partners_activities_areas_and_priorities_enter_their_rooms(council: Council, report: StoredReport) -> None:
    take(council, first(report, "partners"), PartnerEntry("UN", "United Nations"))
    take(council, first(report, "activities"), ActivityEntry("Clear Spring", "2030", "planned", host="XAA", known=DAY))
    take(council, first(report, "areas"), AreaEntry("", "Countering terrorism"))
    assert Partner.objects.get(code="UN").source_url == "https://example.org/report"
    assert Activity.objects.get().source_name == "Example Agency: Ministers meet"
    assert Area.objects.get().source_date == "2030-06-03"
    assert {item.row for item in report.items.filter(decision="taken")} == {
        "partner UN", "activity clear-spring/2030", "area countering-terrorism"
    }  # fmt: skip


def test_a_priority_enters_by_its_number_and_not_over_another(council: Council) -> None:
    words = reports.REPORT + "The priorities of the chairmanship include countering terrorism and drug trafficking.\n"
    report = reports.stored(council, words)
    one, *others = reports.items(report, "priorities")
    take(council, one, PriorityTaking(PriorityEntry(1, "Countering terrorism")))
    assert Priority.objects.get().name == "Countering terrorism"
    for other in others:
        with pytest.raises(Unfit, match="in the register already"):
            take(council, other, PriorityTaking(PriorityEntry(1, "Drugs")))


def test_an_operation_enters_and_a_promise_becomes_a_measure_of_a_priority(council: Council) -> None:
    words = (
        reports.REPORT + "Aland Example will continue taking efforts to ensure balanced development of the council.\n"
    )
    report = reports.stored(council, words)
    take(council, first(report, "operations"), OperationEntry("Heron", "Clean wells", aliases=("Herons",)))
    assert Operation.objects.get().source_name == "Example Agency: Ministers meet"
    promise = first(report, "promises")
    priority = Priority.objects.create(organisation=council.organisation, number=1, name="Wells")
    take(council, promise, MeasureEntry(priority.handle, promise.data["text"], owner="member XAA", known=DAY))
    row = Measure.objects.get()
    assert (row.priority, row.source_date) == (priority, "2030-06-03")


def test_we_stays_ambiguous_until_a_person_says_whose(council: Council, report: StoredReport) -> None:
    item = first(report, "positions")
    assert item.data["holder"]["kind"] == "ambiguous"
    entry = PositionEntry(
        Whose("ambiguous", candidates=("member XAA", "organisation")), item.data["words"], topic="dialogue", day=DAY
    )
    take(council, item, entry)
    row = Position.objects.get()
    assert (row.kind, row.member, row.candidates) == ("ambiguous", None, ["member XAA", "organisation"])


def test_an_item_can_be_one_that_is_known(council: Council, report: StoredReport) -> None:
    anna = Person.objects.get(name="Anna Brook")
    item = first(report, "people")
    with pytest.raises(Unfit, match="Choose what it is"):
        actions.match(item.pk, "person missing", by=council.secretariat, key=factories.key())
    item = actions.match(item.pk, f"person {anna.pk}", by=council.secretariat, key=factories.key())
    assert (item.decision, item.label) == ("same", "Anna Brook")
    assert Person.objects.count() == 1


def test_a_partner_is_known_by_its_name_and_by_its_code(council: Council) -> None:
    known = known_rows(council.secretariat, council.organisation)
    names = ("Example partner", "X P P", "Other")
    found = [match_of("partners", {"id": None, "name": name}, known) for name in names]
    assert found == ["partner XPP", "partner XPP", ""]


def test_doubts_are_decided_and_can_be_decided_anew(council: Council, report: StoredReport) -> None:
    (doubt,) = [each for each in reports.items(report, "discrepancies") if each.data["kind"] == "wrong-year"]
    key = factories.key
    with pytest.raises(Unfit, match="corrected to"):
        actions.settle(doubt.pk, Verdict("corrected"), by=council.secretariat, key=key())
    verdict = Verdict("corrected", "2030", "The programme of the year")
    doubt = actions.settle(doubt.pk, verdict, by=council.secretariat, key=key())
    assert (doubt.decision, doubt.label, doubt.note) == ("corrected", "2030", "The programme of the year")
    doubt = actions.reopen(doubt.pk, by=council.secretariat, key=key())
    assert (doubt.decision, doubt.label, doubt.decided_by) == ("", "", "")
    with pytest.raises(Unfit, match="Nothing is decided"):
        actions.reopen(doubt.pk, by=council.secretariat, key=key())
    with pytest.raises(Unfit, match="cannot be done"):
        actions.leave(doubt.pk, "", by=council.secretariat, key=key())


def test_what_was_entered_is_corrected_in_the_register_and_not_taken_back(
    council: Council, report: StoredReport
) -> None:
    item = take(council, first(report, "meetings"), convoked())
    with pytest.raises(Unfit, match="corrected on its own page"):
        actions.reopen(item.pk, by=council.secretariat, key=factories.key())


Doing = Callable[[Item, Subject], object]
DOING: dict[str, Doing] = {
    "take": lambda item, by: actions.take(item.pk, Taking(convoked()), by=by, key=factories.key()),
    "match": lambda item, by: actions.match(item.pk, "meeting x", by=by, key=factories.key()),
    "leave": lambda item, by: actions.leave(item.pk, "No", by=by, key=factories.key()),
    "keep": lambda item, by: actions.keep(item.pk, "Later", by=by, key=factories.key()),
    "settle": lambda item, by: actions.settle(item.pk, Verdict("kept"), by=by, key=factories.key()),
    "reopen": lambda item, by: actions.reopen(item.pk, by=by, key=factories.key()),
}


@pytest.mark.parametrize("name", DOING)
def test_the_secretariat_alone_decides(council: Council, report: StoredReport, name: str) -> None:
    item = first(report, "meetings")
    stranger = factories.council("Other Council", prefix="other-").secretariat
    for person in (*council.everybody.values(), stranger):
        if person is not council.secretariat:
            with pytest.raises(NotVisible):
                DOING[name](item, person)
    item.refresh_from_db()
    assert item.decision == ""
    if name in ("take", "leave", "keep"):
        DOING[name](item, council.secretariat)
        item.refresh_from_db()
        assert item.decision
