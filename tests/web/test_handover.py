"""The hand-over note holds what its reader may see, on the page and as a file."""

import io
from datetime import date

import docx
import pytest
from django.test import Client

from tests import factories
from tests.decisions import putting
from tests.factories import Council

pytestmark = pytest.mark.django_db


def test_note_gathers_what_is_under_way_from_what_its_reader_sees(council: Council) -> None:
    factories.text_of(council, title="Clear water")
    putting.put(council)
    factories.meeting_of(council, "Meeting to come", day=date(2099, 1, 1))
    factories.proposed_by(council, "XAA", "Proposed talks", day=date(2099, 2, 1))

    own = factories.sign_in(Client(), council.chair).get("/chairmanship/handover/").content.decode()
    guest = factories.sign_in(Client(), council.partner).get("/chairmanship/handover/").content.decode()

    for words in ("Clear water", "Meeting to come", "Proposed talks"):
        assert words in own
    assert [words for words in ("Clear water", "Meeting to come", "Proposed talks") if words in guest] == [
        "Meeting to come"
    ]
    assert "No text is under negotiation." in guest


def test_note_as_a_word_file_says_the_same(council: Council, client: Client) -> None:
    factories.meeting_of(council, "Meeting to come", day=date(2099, 1, 1))
    factories.sign_in(client, council.secretariat)

    answer = client.get("/chairmanship/handover/note.docx")

    document = docx.Document(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Meeting to come" in cells
    assert any("Hand-over note" in each.text for each in document.paragraphs)
