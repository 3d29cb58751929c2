"""The end of a clearance: one of the offered ends of working days is chosen without scripts, or a day is typed."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from accord.documents import queries
from accord.documents.models import Document
from tests import factories
from tests.documents import going
from tests.factories import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(council: Council, client: Client) -> Document:
    factories.sign_in(client, council.secretariat)
    return going.document_of(going.way_of(council), begun=date(2025, 1, 1))


def sent(document: Document, **values: object) -> dict[str, object]:
    return {"key": factories.key(), "to": ["clearance"], "day": "2025-01-02", **values}


def offered(page: str) -> list[str]:
    return re.findall(r'<input type="radio" id="id_offered_\d+" name="offered" value="([^"]+)"', page)


def due(council: Council) -> date | None:
    return queries.awaiting_documents(council.delegate("XAA"))[0].until


def test_offered_end_is_chosen_and_becomes_the_end(council: Council, client: Client, document: Document) -> None:
    ends = offered(client.get(f"/documents/{document.pk}/").content.decode())
    assert len(ends) == 3
    assert client.post(f"/documents/{document.pk}/send/", sent(document, offered=ends[1])).status_code == 302
    assert due(council) == date.fromisoformat(ends[1])


def test_own_day_is_typed_where_none_is_chosen(council: Council, client: Client, document: Document) -> None:
    typed = sent(document, offered="", due="2031-03-20")
    assert client.post(f"/documents/{document.pk}/send/", typed).status_code == 302
    assert due(council) == date(2031, 3, 20)


def test_two_ends_are_refused_in_words_and_both_are_kept(council: Council, client: Client, document: Document) -> None:
    end = offered(client.get(f"/documents/{document.pk}/").content.decode())[0]
    other = (date.fromisoformat(end) + timedelta(days=1)).isoformat()
    answer = client.post(f"/documents/{document.pk}/send/", sent(document, offered=end, due=other))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose an offered end or type a day, not both." in page
    assert f'value="{end}" checked' in page
    assert f'name="due" value="{other}"' in page
