"""The stored report of the demonstration: a sample in every word, read, a few items decided, most of them waiting."""

from django.test import Client

from accord.commitments.models import Voiced
from accord.inbox.models import StoredReport
from accord.inbox.queries.awaiting import stored_reports_awaited
from accord.project.demo.people import People
from tests.project.conftest import PASSPHRASE


def test_a_sample_report_waits_for_the_secretariat_and_says_that_it_is_one(people: People) -> None:
    report = StoredReport.objects.get()
    assert report.sample
    assert report.title.startswith("Sample wording")
    assert "No agency published it." in report.text
    decided = {item.kind: item.decision for item in report.items.exclude(decision="")}
    assert decided == {"meetings": "same", "promises": "taken", "discrepancies": "corrected"}
    assert report.items.filter(decision="").count() > 2 * len(decided)
    assert [item.text for item in stored_reports_awaited(people.secretariat)] == [report.pk]
    assert not stored_reports_awaited(people.chair)


def test_it_holds_what_a_newcomer_is_to_see(people: People) -> None:
    items = [*StoredReport.objects.get().items.all()]
    doubts = {item.data["kind"] for item in items if item.kind == "discrepancies"}
    assert doubts >= {"wrong-weekday", "relative-date", "ambiguous-holder"}
    assert [item.data["name"] for item in items if item.kind == "people" and item.data["attendance"] == "absent"]
    assert [item for item in items if item.kind == "promises" and item.data["strength"] == "wish"]
    assert [item for item in items if item.kind == "positions" and item.data["holder"]["kind"] == "ambiguous"]
    assert Voiced.objects.get(source_name__startswith="Sample of Accord").sample


def test_its_pages_say_that_it_is_a_sample(people: People, client: Client) -> None:
    report = StoredReport.objects.get()
    item = report.items.order_by("order")[3]
    client.post("/sign-in/", {"username": "secretariat", "password": PASSPHRASE})
    for path in ("/reports/", f"/reports/{report.pk}/", f"/reports/{report.pk}/{item.mark}/"):
        assert 'class="sample"' in client.get(path).content.decode()
