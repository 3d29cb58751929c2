"""Pages of what a report tells of a meeting: proposals voiced and empty seats; and the way back from every row."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from accord.commitments.models import Measure, Voiced
from accord.documents import actions as documents
from accord.documents.values import StepEntry
from accord.inbox import actions
from accord.inbox.models import Item, StoredReport
from accord.inbox.values import PriorityTaking, Taking
from accord.meetings.models import Meeting, Seat
from accord.members.models import Name
from accord.programme.models import Priority, Series
from accord.programme.values import PriorityEntry
from tests import factories
from tests.factories import Council
from tests.inbox import reports
from tests.web.test_stored_reports import form_of, shown

pytestmark = pytest.mark.django_db
PLEDGED = (
    reports.TOLD
    + "Bergen Example will continue taking efforts to ensure balanced development of the council.\n"
    + "The priorities of the chairmanship include countering terrorism and drug trafficking.\n"
)


@pytest.fixture
def meeting(council: Council) -> Meeting:
    """Return the meeting of the report."""
    return reports.convened(council)


@pytest.fixture
def report(client: Client, council: Council, meeting: Meeting) -> StoredReport:
    """Return a report of that meeting, with the secretariat signed in."""
    factories.sign_in(client, council.secretariat)
    return reports.stored(council, PLEDGED)


def path_of(item: Item) -> str:
    return f"/reports/{item.report_id}/{item.mark}/"


def sent(client: Client, item: Item, verb: str, **more: object) -> tuple[int, str]:
    """Send the form of a verb as the page of the item fills it."""
    answer = client.post(f"{path_of(item)}{verb}/", {**form_of(shown(client, path_of(item)), verb), **more})
    return answer.status_code, answer.content.decode()


def absent(report: StoredReport) -> Item:
    return next(each for each in reports.items(report, "people") if each.data["attendance"] == "absent")


def promise(report: StoredReport, strength: str) -> Item:
    return next(each for each in reports.items(report, "promises") if each.data["strength"] == strength)


def test_what_is_proposed_is_offered_as_a_proposal_first_and_enters_as_it_was_filled(
    client: Client, report: StoredReport, meeting: Meeting
) -> None:
    item = promise(report, "proposed")
    page = shown(client, path_of(item))
    assert page.index("Register it as a proposal voiced") < page.index("Follow it as a measure")
    assert sent(client, item, "voice")[0] == 302
    row = Voiced.objects.get()
    assert (row.meeting, row.code, row.words) == (meeting, "XAA", " ".join(item.data["text"].split()))
    back = shown(client, f"/proposals/{row.pk}/?on=2024-06-03")
    assert f'href="{path_of(item)}"' in back
    assert "to set up a joint centre" in back


def test_what_is_promised_is_offered_as_a_measure_first_and_says_why_it_is_no_commitment(
    client: Client, council: Council, report: StoredReport
) -> None:
    priority = Priority.objects.create(organisation=council.organisation, number=1, name="Wells")
    item = promise(report, "will")
    page = shown(client, path_of(item))
    assert page.index("Follow it as a measure") < page.index("Register it as a proposal voiced")
    assert "It is no commitment" in page
    assert sent(client, item, "take")[0] == 422
    assert sent(client, item, "take", priority=priority.handle)[0] == 302
    back = shown(client, f"/commitments/{Measure.objects.get().pk}/?on=2024-06-03")
    assert f'href="{path_of(item)}"' in back


def test_a_proposal_that_nobody_voiced_comes_back_with_what_was_typed(client: Client, report: StoredReport) -> None:
    status, page = sent(client, promise(report, "proposed"), "voice", code="", who="", words="A centre")
    assert status == 422
    assert "Say who voiced it." in page
    assert "A centre</textarea>" in page
    assert not Voiced.objects.exists()


def test_an_empty_seat_enters_stands_on_the_page_of_the_meeting_and_is_taken_back(
    client: Client, report: StoredReport, meeting: Meeting
) -> None:
    item = absent(report)
    assert sent(client, item, "seat")[0] == 302
    assert [(seat.member.code, seat.attendance) for seat in Seat.objects.select_related("member") if seat.member] == [
        ("XBB", "empty")
    ]
    page = shown(client, f"/meetings/{meeting.pk}/?on=2024-06-03")
    assert "Attendance: 1 seat empty, of the others nothing is known" in page
    assert "Absence is neither consent nor objection" in page
    assert f'href="{path_of(item)}"' in page
    assert sent(client, item, "unseat")[0] == 302
    assert not Seat.objects.exists()
    assert "Enter that the seat was empty" in shown(client, path_of(item))


def test_an_item_that_somebody_decided_meanwhile_says_by_whom(
    client: Client, council: Council, report: StoredReport
) -> None:
    item = absent(report)
    form = form_of(shown(client, path_of(item)), "seat")
    actions.leave(item.pk, "Twice told", by=council.secretariat, key=factories.key())
    answer = client.post(f"{path_of(item)}seat/", form)
    assert answer.status_code == 422
    assert "It is decided already: left out, by secretariat." in answer.content.decode()
    assert not Seat.objects.exists()


def test_a_priority_and_a_document_lead_back_to_the_report_too(
    client: Client, council: Council, report: StoredReport
) -> None:
    steps = [StepEntry("experts", "Experts", "experts"), StepEntry("cfm", "Ministers", organ="cfm")]
    documents.set_way(council.organisation.pk, steps, by=council.secretariat, key=factories.key())
    one, document = reports.items(report, "priorities")[0], reports.items(report, "documents")[0]
    by, key = council.secretariat, factories.key
    actions.take(one.pk, Taking(PriorityTaking(PriorityEntry(1, "Countering terrorism"))), by=by, key=key())
    told = reports.told_document("Statement on clean rivers", date(2024, 6, 3))
    actions.take(document.pk, Taking(told), by=by, key=key())
    assert f'href="{path_of(one)}"' in shown(client, "/chairmanship/?on=2024-06-03")
    (place,) = {*re.findall(r'<dd><a href="(/[^"]+)"', shown(client, path_of(document)))}
    assert f'href="{path_of(document)}"' in shown(client, f"{place}?on=2024-06-03")
    factories.sign_in(client, council.chair)
    assert "stored reports" not in shown(client, "/chairmanship/?on=2024-06-03")


def test_rows_and_choices_are_called_in_the_readers_language(
    client: Client, council: Council, report: StoredReport, meeting: Meeting
) -> None:
    called = [("member XBB", "Берген Образцовый"), ("organ cfm", "Совет министров иностранных дел")]
    for of, words in called:
        Name.objects.create(organisation=council.organisation, of=of, language="ru", words=words, use="name")
    client.cookies["django_language"] = "ru"
    item = absent(report)
    assert ">Берген Образцовый</option>" in shown(client, path_of(item))
    assert "Совет министров иностранных дел</option>" in shown(client, path_of(reports.items(report, "meetings")[0]))
    sent(client, item, "seat")
    assert "место пустовало (Берген Образцовый)" in shown(client, path_of(item))


def test_an_official_of_no_member_is_entered_without_a_seat_at_the_meeting(
    client: Client, council: Council, meeting: Meeting
) -> None:
    factories.sign_in(client, council.secretariat)
    told = f"{reports.TOLD}Secretary General of the Example Council Dora Hill also took part in the meeting.\n"
    item = next(each for each in reports.items(reports.stored(council, told), "people") if "Hill" in each.data["name"])
    assert (item.data["attendance"], item.data["member"]) == ("present", None)
    assert sent(client, item, "take")[0] == 302
    assert not meeting.participants.exists()


def test_a_new_edition_of_a_known_series_is_offered_as_new_first(
    client: Client, council: Council, report: StoredReport
) -> None:
    item = reports.items(report, "activities")[0]
    series = Series.objects.create(organisation=council.organisation, key="clear-spring", name="Clear Spring")
    item.data["series"]["id"] = series.key
    item.save()
    page = shown(client, path_of(item))
    assert page.index("Enter it</h2>") < page.index("It is in the register already</h2>")
