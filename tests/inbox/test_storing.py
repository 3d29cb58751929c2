"""Storing reports and reading them again: who may, what is kept, and that nothing enters the register by it."""

from __future__ import annotations

from datetime import date

import pytest

from accord.access import NotVisible, Refused
from accord.inbox import actions
from accord.inbox.models import Item, StoredReport
from accord.inbox.queries.lexica import own_id
from accord.inbox.queries.register import register_of
from accord.inbox.stems import phrases_of
from accord.inbox.values import ReportEntry
from accord.meetings.models import Meeting
from accord.members.errors import Unfit
from accord.members.models import Organisation, Person
from accord.record.models import Entry
from tests import factories
from tests.factories import Council
from tests.inbox import reports

pytestmark = pytest.mark.django_db
ENTRY = ReportEntry("Example Agency", "Ministers meet", reports.REPORT)


def test_the_secretariat_stores_a_report_and_nobody_else_does(council: Council) -> None:
    for name, person in council.everybody.items():
        before = StoredReport.objects.count()
        if name == "secretariat":
            continue
        with pytest.raises((Refused, NotVisible)):
            actions.store_report(council.organisation.pk, ENTRY, by=person, key=factories.key())
        assert StoredReport.objects.count() == before
    stored = actions.store_report(council.organisation.pk, ENTRY, by=council.secretariat, key=factories.key())
    assert stored.text == reports.REPORT
    assert stored.read_day == date(2030, 6, 3)


def test_what_is_read_has_its_words_and_enters_nothing(council: Council) -> None:
    people, meetings = Person.objects.count(), Meeting.objects.count()
    report = reports.stored(council)
    assert {item.kind for item in report.items.all()} >= {"meetings", "people", "documents", "positions"}
    for item in report.items.all():
        assert item.data["quote"] == report.text[item.data["start"] : item.data["end"]]
        assert item.decision == ""
    assert (Person.objects.count(), Meeting.objects.count()) == (people, meetings)


def test_it_is_read_with_the_whole_register(council: Council) -> None:
    reports.known(council)
    report = reports.stored(council)
    (anna,) = [item for item in reports.items(report, "people") if item.data["name"] == "Anna Brook"]
    assert anna.data["id"] == Person.objects.get(name="Anna Brook").pk
    assert anna.data["member"] == "XAA"
    assert reports.items(report, "meetings")[0].data["organ"]["id"] == "cfm"


def test_posts_are_those_of_the_day_of_the_report(council: Council) -> None:
    reports.known(council)
    before, after = (
        register_of(council.secretariat, council.organisation, day) for day in (date(2027, 1, 1), date(2030, 1, 1))
    )
    assert before.people[0].more == {}
    assert after.people[0].more == {"member": "XAA", "posts": "Minister of Foreign Affairs"}


def test_the_record_tells_the_secretariat_alone(council: Council) -> None:
    report = reports.stored(council)
    entry = Entry.objects.get(verb="stored a report")
    assert entry.data["what"] == report.title
    assert {seat.token for seat in entry.audience.seats.all()} == {f"{council.organisation.pk}:secretariat"}


def test_the_same_words_are_not_stored_twice_and_a_retry_stores_once(council: Council) -> None:
    reports.stored(council)
    with pytest.raises(Unfit, match="stored already"):
        reports.stored(council, title="Once more")
    key = factories.key()
    other = ReportEntry("Example Agency", "Another", reports.REPORT + "It ended late.\n")
    first, second = (
        actions.store_report(council.organisation.pk, other, by=council.secretariat, key=key) for _ in range(2)
    )
    assert first.pk == second.pk


def test_a_report_about_something_else_is_kept_with_nothing_read(council: Council) -> None:
    report = reports.stored(council, reports.OTHER)
    assert report.about == "other"
    assert not Item.objects.filter(report=report).exists()


def test_read_again_it_keeps_what_was_decided_and_follows_the_register(council: Council) -> None:
    report = reports.stored(council)
    (anna,) = [item for item in reports.items(report, "people") if item.data["name"] == "Anna Brook"]
    assert anna.data["id"] is None
    Item.objects.filter(pk=anna.pk).update(decision="left", note="Named in passing")
    reports.known(council)
    reports.again(report, council.secretariat)
    anna.refresh_from_db()
    assert anna.data["id"] == Person.objects.get(name="Anna Brook").pk
    assert (anna.decision, anna.note) == ("left", "Named in passing")


def test_nobody_else_has_it_read_again(council: Council) -> None:
    report = reports.stored(council)
    for name, person in council.everybody.items():
        if name != "secretariat":
            with pytest.raises(NotVisible):
                reports.again(report, person)
    reports.again(report, council.secretariat)


def test_the_day_that_came_with_a_report_dates_words_that_give_none(council: Council) -> None:
    words = reports.REPORT.replace("Bishkek, 3 June 2030. ", "")
    report = reports.stored(council, words, day=date(2030, 6, 3))
    assert report.read_day == date(2030, 6, 3)
    assert reports.items(report, "meetings")[0].data["from"]["from"] == "2030-06-03"


def test_reports_of_one_event_are_compared(council: Council) -> None:
    reports.known(council)
    reports.stored(council)
    told = reports.REPORT.replace("3 June 2030", "5 June 2030")
    other = reports.stored(council, told, "Another agency")
    bases = {item.data["basis"] for item in reports.items(other, "discrepancies")}
    assert "other_report" in bases


def test_a_known_organisation_has_the_lexicons_id(council: Council) -> None:
    assert own_id(council.organisation).startswith("own-")
    assert own_id(Organisation(name="Shanghai Cooperation Organisation")) == "sco"


def test_names_in_russian_are_found_in_every_case() -> None:
    assert phrases_of(["Постоянный совет", "Совет министров", "СМИД", "Water* | Council", "—"]) == (
        "Постоянн* совет*",
        "Совет* министров*",
        "СМИД",
        "Water Council",
    )
