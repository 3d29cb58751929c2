"""What waits to be decided, and finding stored reports: for the secretariat alone."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.inbox.queries.awaiting import stored_reports_awaited
from accord.inbox.queries.page import reports_page
from tests import factories
from tests.factories import Council
from tests.inbox import reports

pytestmark = pytest.mark.django_db


def test_a_report_awaits_the_secretariat_until_all_is_decided(council: Council) -> None:
    assert stored_reports_awaited(council.secretariat) == ()
    report = reports.stored(council)
    (waiting,) = stored_reports_awaited(council.secretariat)
    assert (waiting.text, waiting.place) == (report.pk, "report")
    for person in council.everybody.values():
        if person is not council.secretariat:
            assert stored_reports_awaited(person) == ()
    report.items.update(decision="left")
    assert stored_reports_awaited(council.secretariat) == ()


def test_the_words_of_a_report_are_found_by_the_secretariat_alone(client: Client, council: Council) -> None:
    report = reports.stored(council)
    for person in council.everybody.values():
        factories.sign_in(client, person)
        page = client.get("/search/?q=dialogue").content.decode()
        assert (f"/reports/{report.pk}/" in page) == (person is council.secretariat)


def test_three_reports_are_listed_with_as_many_queries_as_one(council: Council) -> None:
    counts = []
    for number in range(3):
        reports.stored(council, f"{reports.REPORT}Line {number}.\n", f"Report {number}")
        with CaptureQueriesContext(connection) as asked:
            page = reports_page(council.secretariat, council.organisation)
        counts.append(len(asked))
        assert len(page.lines) == number + 1
    assert len(set(counts)) == 1
