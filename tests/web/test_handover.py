"""The hand-over note holds what its reader may see, on the page and as a file."""

import io
from datetime import UTC, date, datetime

import docx
import pytest
from django.test import Client

from accord.decisions import actions as decisions
from accord.drafting import actions as drafting
from accord.meetings.actions import propose_next
from accord.meetings.minuting import NextEntry
from accord.record import clock
from tests import factories
from tests.decisions import putting
from tests.factories import Council
from tests.publishing import negotiating

pytestmark = pytest.mark.django_db
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


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


def test_next_meeting_that_is_announced_is_ahead_until_it_is_convened(council: Council, client: Client) -> None:
    meeting = factories.meeting_of(council, day=date(2026, 1, 5))
    propose_next(meeting.pk, NextEntry(when="in the autumn"), by=council.chair, key=factories.key())
    factories.sign_in(client, council.chair)
    pages = ("/chairmanship/handover/", "/calendar/?view=list")
    named, told = "Next meeting after “First meeting”", "announced, not convened: in the autumn"
    shown = [client.get(page).content.decode() for page in pages]
    assert [named in page and "in the autumn" in page for page in shown] == [True, True]
    assert told in shown[0]
    factories.meeting_of(council, "Second meeting", day=date(2099, 9, 1))
    assert [named in client.get(page).content.decode() for page in pages] == [False, False]


def test_texts_and_questions_stand_as_on_the_day_that_is_shown(council: Council, client: Client) -> None:
    text = question = None
    for day in (1, 3, 5):
        with clock.frozen(NOON.replace(day=day)):
            if day == 1:
                text, question = factories.text_of(council, absent=("XDD",)), putting.put(council)
            elif day == 3:
                negotiating.act(text, drafting.put_to_council, council.chair)
                putting.say(council, question, "XAA", "no_objection")
            else:
                negotiating.act(text, decisions.adopt_text, council.chair)

    with clock.frozen(NOON.replace(day=9)):
        factories.sign_in(client, council.chair)
        shown = {day: client.get(f"/chairmanship/handover/?on=2031-05-0{day}").content.decode() for day in (1, 3, 5)}
        before = client.get("/chairmanship/handover/?on=2031-04-30").content.decode()
        texts = {day: client.get(f"/texts/?on=2031-05-0{day}").content.decode() for day in (1, 3, 5)}
        asked = {day: client.get(f"/decisions/?on=2031-05-0{day}").content.decode() for day in (1, 3)}
        assert "No text is before the council yet." in client.get("/texts/?on=2031-04-30").content.decode()

    title, spoken = text.title, [f"{count} of 4 members have spoken" for count in (0, 1)]
    assert [title in shown[day] for day in shown] == [True, True, False]
    assert ["before the council" in shown[day] for day in shown] == [False, True, False]
    assert [[words in shown[day] for words in spoken] for day in shown] == [[True, False], [False, True], [False, True]]
    assert ["before the council." in texts[day] for day in texts] == [False, True, False]
    assert "Adopted and sealed." in texts[5]
    assert [[words in asked[day] for words in spoken] for day in asked] == [[True, False], [False, True]]
    assert "No text is under negotiation." in before
    assert "No question is open." in before
    assert ["as they do now" in page for page in (*shown.values(), before)] == [False] * 4


def test_note_as_a_word_file_says_the_same(council: Council, client: Client) -> None:
    factories.meeting_of(council, "Meeting to come", day=date(2099, 1, 1))
    factories.sign_in(client, council.secretariat)

    answer = client.get("/chairmanship/handover/note.docx")

    document = docx.Document(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Meeting to come" in cells
    assert any("Hand-over note" in each.text for each in document.paragraphs)
