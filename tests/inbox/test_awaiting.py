"""What waits to be decided, and finding stored reports: for the secretariat alone."""

from __future__ import annotations

import pytest
from django.test import Client

from accord.inbox.queries.awaiting import stored_reports_awaited
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
