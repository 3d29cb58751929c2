"""The pages of signing and taking part: what they say to whom, and what wrong input is answered with."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accord.formats.sheets import Grid, pdf_of, word_of
from accord.members.models import Organisation
from accord.signing import actions
from accord.signing.models import Instrument, Stance
from accord.signing.printing import sheet_of
from tests import factories
from tests.factories import Council
from tests.publishing import negotiating
from tests.signing import signings
from tests.signing.signings import LATER

pytestmark = pytest.mark.django_db


def read(client: Client, by: object, name: str, *arguments: str) -> str:
    """Return a page as this person sees it."""
    return factories.sign_in(client, by).get(reverse(name, args=arguments)).content.decode()  # type: ignore[arg-type]


def test_adopted_text_shows_who_takes_part_to_the_council_and_to_the_public_once_it_is_known(
    council: Council, client: Client
) -> None:
    adoption = negotiating.plainly_adopted(council)
    negotiating.released(council, adoption)
    day = adoption.at.date()
    signings.opened(council, adoption.pk, day)
    signings.sign(council, adoption.pk, "XBB", day)
    assert "Minister of XBB" in read(client, council.delegate("XAA"), "adopted-text", adoption.pk)
    assert "Who takes part" not in read(client, council.public, "adopted-text", adoption.pk)
    actions.make_known(adoption.pk, by=council.chair, key=factories.key())
    page = read(client, council.public, "adopted-text", adoption.pk)
    assert "Minister of XBB" in page
    assert reverse("instrument", args=[adoption.pk]) not in page


def test_known_is_not_shown_before_the_text_is_released(council: Council, client: Client) -> None:
    adoption = negotiating.plainly_adopted(council)
    actions.make_known(adoption.pk, by=council.chair, key=factories.key())
    response = factories.sign_in(client, council.public).get(reverse("adopted-text", args=[adoption.pk]))
    assert response.status_code == 404


def test_member_answers_on_its_page_and_wrong_words_stay_in_the_form(council: Council, client: Client) -> None:
    row = signings.entered(council)
    signings.stand(council, row.pk, "XDD", "waits", LATER)
    factories.sign_in(client, council.delegate("XDD"))
    address = reverse("signing-act", args=[row.pk, "answer"])
    fields = {"key": str(factories.key()), "kind": "joined", "day": "2024-05-03"}
    refused = client.post(address, {**fields, "words": "turned \u202e round"})
    assert refused.status_code == 422
    assert "turned" in refused.content.decode()
    early = client.post(address, {**fields, "day": "2024-05-01", "words": "We join."})
    assert (early.status_code, "An entry of 2 May 2024 is there already." in early.content.decode()) == (422, True)
    assert client.post(address, {**fields, "words": "We join."}).status_code == 302
    assert Stance.objects.get(kind="joined").words == "We join."


def test_entry_of_a_decision_asks_for_the_language_of_its_other_title(council: Council, client: Client) -> None:
    factories.sign_in(client, council.secretariat)
    fields = {"key": str(factories.key()), "name": "On wells", "kind": "decision", "day": "2024-03-01"}
    fields |= {"standing": "stated", "other": "О колодцах"}
    for tongue, message in (("", "in which language"), ("no tag!", "language")):
        answer = client.post(reverse("signing-enter"), {**fields, "tongue": tongue})
        assert (answer.status_code, message in answer.content.decode()) == (422, True)
    assert client.post(reverse("signing-enter"), {**fields, "tongue": "ru"}).status_code == 302
    assert Instrument.objects.count() == 1


def test_number_that_is_none_comes_back_as_it_was_typed(council: Council, client: Client) -> None:
    row = signings.entered(council)
    factories.sign_in(client, council.secretariat)
    fields = {"key": str(factories.key()), "languages": "en", "number": "two", "depositary": "", "standing": "stated"}
    answer = client.post(reverse("signing-act", args=[row.pk, "original"]), fields)
    (drawn,) = re.findall('<input id="id_number"[^>]*>', answer.content.decode())
    assert answer.status_code == 422
    assert ('inputmode="numeric"' in drawn, 'value="two"' in drawn, "type=" in drawn) == (True, True, False)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_list_of_signatures_is_printed_with_who_signed_late(council: Council, kind: str) -> None:
    row = signings.signed(council)
    signings.sign(council, row.pk, "XBB", LATER, reservation="Without the second annex.")
    sheet = sheet_of(signings.page(council.chair, row.pk))
    grid = next(part for part in sheet.parts if isinstance(part, Grid))
    assert grid.rows == (
        ("Aland Example (XAA)", "Minister of XAA\nMinister", "1 March 2024"),
        (
            "Bergen Example (XBB)",
            "Minister of XBB\nMinister\nReservation: Without the second annex.",
            "2 May 2024\nsigned later",
        ),
    )
    assert sheet.sample == ""
    data = {"docx": word_of, "pdf": pdf_of}[kind](sheet)
    assert data.startswith({"docx": b"PK", "pdf": b"%PDF"}[kind])


def test_day_that_was_asked_for_is_kept_on_the_way_to_an_entry_and_back(council: Council, client: Client) -> None:
    Organisation.objects.filter(pk=council.organisation.pk).update(as_of=date(2024, 4, 1))
    row = signings.entered(council, "Resolution on rivers", LATER)
    factories.sign_in(client, council.secretariat)
    day = "?on=2024-06-01"
    instrument, stand = reverse("instrument", args=[row.pk]), reverse("signing-act", args=[row.pk, "stand"])
    assert client.get(instrument).status_code == 404
    assert f'href="{instrument}{day}"' in client.get(reverse("signing") + day).content.decode()
    assert f'href="{stand}{day}"' in client.get(instrument + day).content.decode()
    assert f'action="{stand}{day}"' in client.get(stand + day).content.decode()
    fields = {"key": str(factories.key()), "member": "XAA", "kind": "absent", "day": "2024-05-02", "standing": "stated"}
    answer = client.post(stand + day, fields)
    assert (answer.status_code, answer.headers["Location"]) == (302, instrument + day)
