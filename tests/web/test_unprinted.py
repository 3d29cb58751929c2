"""A PDF that cannot be set here: each page says what is missing, and leads to the same as Word and back."""

from __future__ import annotations

import sys

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(council: Council) -> Client:
    return factories.sign_in(Client(), council.everybody["chair"])


def files(council: Council) -> dict[str, tuple[str, str]]:
    """Return the address of each PDF, and of the page that it belongs to."""
    meeting = factories.meeting_of(council).pk
    return {
        reverse("glance-file", args=["pdf"]): reverse("glance"),
        reverse("handover-file", args=["pdf"]): reverse("handover"),
        reverse("implementation-file", args=["pdf"]): reverse("implementation"),
        reverse("meeting-print", args=[meeting, "participants", "pdf"]): reverse("meeting", args=[meeting]),
    }


def test_pdf_that_cannot_be_set_leads_to_word_and_back(
    client: Client, council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address, page in files(council).items():
        assert client.get(address)["Content-Type"] == "application/pdf"
        with monkeypatch.context() as patched:
            patched.setitem(sys.modules, "typst", None)
            answer = client.get(address + "?on=2031-05-04")
        assert answer.status_code == 503
        main = html.fromstring(answer.content.decode()).get_element_by_id("main")
        assert "accord[pdf]" in main.text_content()
        back, word = main.xpath(".//a/@href")
        assert back == f"{page}?on=2031-05-04"
        assert word == address.replace(".pdf", ".docx") + "?on=2031-05-04"
        assert client.get(word).content.startswith(b"PK")
