"""The page on which the secretariat imports a bracketed text."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accord.drafting.models import Text
from accord.drafting.queries.rows import current
from accord.engine import text as engine
from accord.formats.documents import write_text
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db

SOURCE = "1. The members [shall][should] meet on [date].\n\n[ZZZ: 2. They report.]\n"


@pytest.fixture
def secretariat(council: Council) -> Client:
    return factories.sign_in(Client(), council.secretariat)


def send(client: Client, **values: object) -> HttpResponse:
    form: dict[str, object] = {"title": "Clear water", "audience": "council", "key": str(uuid4()), "step": "preview"}
    return client.post(reverse("import-text"), form | values)


def confirm(client: Client, page: Any, **values: object) -> HttpResponse:
    kept = {"wording": page.context["form"].kept, "shown": page.context["found"].fingerprint}
    return send(client, step="confirm", **kept, **values)


def test_preview_shows_figures_names_and_paragraphs(secretariat: Client) -> None:
    page = send(secretariat, wording=SOURCE)
    shown = page.content.decode()
    assert page.status_code == 200
    assert "It becomes a text of 2 paragraphs with 2 choices." in shown
    assert "“ZZZ”, named 1 time, is" in shown
    assert "ZZZ is not in the table of delegations" in shown
    assert not Text.objects.exists()


def test_a_name_is_mapped_and_the_text_imported(secretariat: Client) -> None:
    mapped = {"name": "ZZZ", "code": "XCC", "more": "Berg = XBB\nnonsense"}
    page = send(secretariat, wording=SOURCE, **mapped)
    assert page.context["found"].unknown == ()
    kept = {"more": "ZZZ = XCC\nBerg = XBB"}
    answer = confirm(secretariat, page, **kept)
    text = Text.objects.get()
    assert answer["Location"] == reverse("text", args=[text.pk])
    assert engine.render_block(current(text).body.blocks[1]) == "[XCC: 2. They report.]"
    room = secretariat.get(answer["Location"]).content.decode()
    assert "should" in room


def test_a_file_is_read_and_confirmed_without_it(secretariat: Client) -> None:
    page = send(secretariat, file=SimpleUploadedFile("draft.txt", SOURCE.encode()))
    assert confirm(secretariat, page, origin=page.context["form"].kept_origin).status_code == 302


def test_a_rolling_word_file_is_read_as_its_notation(secretariat: Client) -> None:
    notation = "%accord 1\n%base\n%delegations XAA\n\n1. They [meet] [XAA: work]. [XAA number: 2.]\n"
    file = SimpleUploadedFile("rolling.docx", write_text(engine.parse(notation), ".docx"))
    page = send(secretariat, file=file)
    assert (page.status_code, page.context["form"].document) == (200, notation)


def test_a_correction_is_accepted(secretariat: Client) -> None:
    source = "1. The members meet] once a year.\n\n2. They report [often.\n"
    page = send(secretariat, wording=source)
    keys = {each.code: each.key for each in page.context["found"].findings if each.key}
    first = send(secretariat, wording=page.context["form"].kept, accept=keys["B001"])
    assert first.context["form"].kept == source.replace("]", "")
    (left,) = [each for each in first.context["found"].findings if each.code == "B002"]
    second = send(secretariat, wording=first.context["form"].kept, accept=left.key)
    assert second.context["form"].kept == "1. The members meet once a year.\n\n2. They report [often.]\n"
    assert second.context["found"].findings == ()
    assert not Text.objects.exists()


def test_accepting_what_is_not_there_changes_nothing(secretariat: Client) -> None:
    page = send(secretariat, wording=SOURCE, accept="B001-999999", step="confirm")
    assert page.context["form"].kept == SOURCE
    assert not Text.objects.exists()


def test_title_is_asked_for_and_the_preview_still_shown(secretariat: Client) -> None:
    page = send(secretariat, wording=SOURCE, title="")
    assert (page.status_code, page.context["found"].figures["blocks"]) == (422, 2)
    assert "The text needs a title." in page.content.decode()


def test_what_was_not_shown_is_shown_first(secretariat: Client) -> None:
    page = send(secretariat, wording=SOURCE, step="confirm", shown="0" * 64)
    assert page.status_code == 200
    assert page.context["found"] is not None
    assert not Text.objects.exists()


@pytest.mark.parametrize("source", ["", " \n \n", "They \u202emeet."])
def test_what_cannot_be_imported_is_said_and_kept(secretariat: Client, source: str) -> None:
    page = send(secretariat, wording=source)
    assert page.status_code == 422
    assert page.context["form"].kept == source


def test_texts_lead_the_secretariat_to_it(secretariat: Client, council: Council) -> None:
    link = f'href="{reverse("import-text")}"'
    assert link in secretariat.get(reverse("texts")).content.decode()
    delegate = factories.sign_in(Client(), council.delegate("XAA"))
    assert link not in delegate.get(reverse("texts")).content.decode()
