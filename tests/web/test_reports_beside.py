"""Two reports of one event beside one another: what they tell differently is shown with both wordings, and decided."""

from __future__ import annotations

import pytest
from django.test import Client

from accord.inbox.models import Item, StoredReport
from tests import factories
from tests.factories import Council
from tests.inbox import reports
from tests.web.test_stored_reports import form_of, shown

pytestmark = pytest.mark.django_db
LATER = reports.REPORT.replace("3 June 2030", "5 June 2030")


@pytest.fixture
def both(client: Client, council: Council) -> tuple[StoredReport, StoredReport]:
    """Return two reports of one meeting that differ in its day, with the secretariat signed in."""
    reports.known(council)
    factories.sign_in(client, council.secretariat)
    return reports.stored(council), reports.stored(council, LATER, "Ministers met")


def doubt(report: StoredReport, kind: str = "date-conflict") -> Item:
    return next(
        each
        for each in reports.items(report, "discrepancies")
        if (each.data["kind"], each.data["basis"]) == (kind, "other_report")
    )


def test_what_another_report_tells_otherwise_is_shown_with_its_words_and_leads_there(
    client: Client, both: tuple[StoredReport, StoredReport]
) -> None:
    first, second = both
    there = doubt(second).data["others"][0]
    assert first.text[there["start"] : there["end"]] == there["quote"]
    for path in (f"/reports/{second.pk}/", f"/reports/{second.pk}/{doubt(second).mark}/"):
        page = shown(client, path)
        assert "beside another report" in page
        assert f'<a href="/reports/{first.pk}/" dir="auto">Example Agency, Ministers meet</a>' in page
        assert there["quote"] in page


def test_the_report_that_was_there_before_says_that_it_can_be_compared_now(
    client: Client, council: Council, both: tuple[StoredReport, StoredReport]
) -> None:
    first, second = both
    assert "was stored since this one was read" in shown(client, f"/reports/{first.pk}/")
    assert "was stored since this one was read" not in shown(client, f"/reports/{second.pk}/")
    reports.again(first, council.secretariat)
    page = shown(client, f"/reports/{first.pk}/")
    assert "was stored since this one was read" not in page
    assert f'<a href="/reports/{second.pk}/" dir="auto">Example Agency, Ministers met</a>' in page


def test_a_decision_on_what_two_reports_tell_differently_stays_when_it_is_read_again(
    client: Client, council: Council, both: tuple[StoredReport, StoredReport]
) -> None:
    _first, second = both
    path = f"/reports/{second.pk}/{doubt(second).mark}/"
    sent = {**form_of(shown(client, path), "settle"), "decision": "corrected", "to": "2030-06-03", "note": "As invited"}
    assert client.post(f"{path}settle/", sent).status_code == 302
    reports.again(second, council.secretariat)
    page = shown(client, f"/reports/{second.pk}/")
    assert 'Corrected: <span dir="auto">2030-06-03 – As invited</span>' in page


def test_an_item_that_is_read_no_longer_is_not_decided_and_says_so(
    client: Client, council: Council, both: tuple[StoredReport, StoredReport]
) -> None:
    _first, second = both
    item = doubt(second)
    form = form_of(shown(client, f"/reports/{second.pk}/{item.mark}/"), "settle")
    Item.objects.filter(pk=item.pk).delete()
    answer = client.post(f"/reports/{second.pk}/{item.mark}/settle/", {**form, "decision": "kept"})
    assert answer.status_code == 422
    assert "no longer read of the report" in answer.content.decode()
    assert not Item.objects.filter(report=second, decision="kept").exists()


def test_a_meeting_that_entered_meanwhile_is_told_and_not_doubled(
    client: Client, council: Council, both: tuple[StoredReport, StoredReport]
) -> None:
    first, second = both
    paths = [f"/reports/{each.pk}/{reports.items(each, 'meetings')[0].mark}/" for each in (first, second)]
    forms = [form_of(shown(client, path), "take") for path in paths]
    assert client.post(f"{paths[0]}take/", forms[0]).status_code == 302
    answer = client.post(f"{paths[1]}take/", {**forms[1], "day": "2030-06-03"})
    assert answer.status_code == 422
    assert "in the register already" in answer.content.decode()
