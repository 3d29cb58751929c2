"""The page that reads a report: its words with evidence, draft records, doubts; nothing is stored."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accord.record.models import Entry
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db

REPORT = """Ministers meet in Bishkek

Bishkek, 3 June 2030. The Council of Foreign Ministers of the Shanghai Cooperation Organisation met in Bishkek today.
The ministers adopted two statements. <b>The next meeting</b> will be held in Astana on Tuesday, 4 June 2031.
"""


def sent(client: Client, **data: object) -> str:
    answer = client.post("/reports/read/", data)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_words_are_read_and_shown_whole_with_their_evidence(client: Client, council: Council) -> None:
    factories.sign_in(client, council.secretariat)
    before = Entry.objects.count()
    shown = sent(client, words=REPORT)
    assert 'id="draft-1"' in shown
    assert "&lt;b&gt;The next meeting&lt;/b&gt;" in shown
    assert Entry.objects.count() == before


def test_a_file_is_read_as_its_words_are(client: Client, council: Council) -> None:
    factories.sign_in(client, council.secretariat)
    shown = sent(client, file=SimpleUploadedFile("report.txt", REPORT.encode()))
    assert 'id="draft-1"' in shown


def test_what_is_no_report_of_a_council_is_said_to_be_none(client: Client, council: Council) -> None:
    factories.sign_in(client, council.secretariat)
    shown = sent(client, words="The home team won its match by two goals.")
    assert "This is not a report about a council of states" in shown


@pytest.mark.parametrize("data", [b"\xcf\xf0\xe8\xe2\xe5\xf2", b""])
def test_a_file_that_cannot_be_read_comes_back_with_the_reason(client: Client, council: Council, data: bytes) -> None:
    factories.sign_in(client, council.secretariat)
    answer = client.post("/reports/read/", {"file": SimpleUploadedFile("report.txt", data)})
    assert answer.status_code == 422
    assert "The report was not read" in answer.content.decode()
