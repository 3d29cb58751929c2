"""What the engine says stands on a Russian page in Russian, and on an English one in English."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db

FINDING = {"en": "1 × tab became a space.", "ru": "1 × знак табуляции заменён пробелом."}
REFUSED = {
    "en": "XAA already has this wording.",
    "ru": "У XAA уже стоит эта формулировка.",
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_findings_of_a_document_are_said_in_the_language_of_the_page(
    council: Council, client: Client, language: str
) -> None:
    factories.sign_in(client, council.secretariat)
    sent = {"title": "Air", "wording": "1. Clean\tair;\n", "audience": "council", "key": factories.key()}
    page = client.post("/texts/begin/", sent, headers={"Accept-Language": language}).content.decode()
    assert FINDING[language] in page


@pytest.mark.parametrize("language", ["en", "ru"])
def test_refused_act_is_said_in_the_language_of_the_page(council: Council, client: Client, language: str) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    text = factories.text_of(council)
    sent = {
        "block": factories.block(text, "Agree to meet"),
        "wording": "1. Agree to meet once a year;",
        "stage": "tabled",
        "seen": factories.seen(text),
    }
    address, spoken = f"/texts/{text.pk}/acts/propose/", {"Accept-Language": language}
    client.post(address, {**sent, "key": factories.key()}, headers=spoken)
    sent["seen"] = factories.seen(text)
    page = client.post(address, {**sent, "key": factories.key()}, headers=spoken).content.decode()
    assert REFUSED[language] in page
