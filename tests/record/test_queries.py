"""What of the record a subject sees."""

import itertools
import math

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.meetings import actions as meetings
from accord.record import queries
from tests import factories
from tests.factories import Council


def verbs(council: Council, who: str, **asked: object) -> list[str]:
    """Return the verbs that somebody finds, newest first."""
    page = queries.record_page(council.everybody[who], council.organisation.pk, **asked)  # type: ignore[arg-type]
    return [line.verb for line in page.lines]


@pytest.fixture
def busy(council: Council) -> Council:
    """Return the council after a meeting with a note in its narrow sitting, and a text with a private draft."""
    meeting = factories.meeting_of(council)
    words = {"title": "Assessment", "wording": "One.", "sample": True}
    meetings.table_note(meeting.pk, "narrow", by=council.chair, key=factories.key(), **words)
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year", stage="private")
    return council


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("xaa-delegate", {"founded", "convened", "tabled", "began", "drafted"}),
        ("xaa-expert", {"founded", "convened", "tabled", "began", "drafted"}),
        ("xbb-delegate", {"founded", "convened", "tabled", "began"}),
        ("chair", {"founded", "convened", "tabled", "began"}),
        ("secretariat", {"founded", "convened", "tabled", "began"}),
        ("partner", {"founded", "convened"}),
        ("public", {"founded", "convened"}),
    ],
)
def test_record_page_shows_what_the_reader_may_see(who: str, sees: set[str], busy: Council) -> None:
    everything = {"founded", "convened", "tabled", "began", "drafted"}

    assert set(verbs(busy, who)) & everything == sees


def test_record_page_is_newest_first_and_counts_what_is_seen(busy: Council) -> None:
    page = queries.record_page(busy.delegate("XBB"), busy.organisation.pk)

    moments = [line.at for line in page.lines]
    assert moments == sorted(moments, reverse=True)
    assert (page.total, page.number, page.pages) == (len(page.lines), 1, 1)


def test_record_page_of_one_text_has_its_entries_alone(busy: Council) -> None:
    text = factories.text_of(busy, title="Another")

    assert verbs(busy, "xbb-delegate", text=text.pk) == ["began"]
    assert verbs(busy, "partner", text=text.pk) == []
    assert verbs(busy, "xbb-delegate", text="a" * 16) == []


def test_record_page_beyond_its_length_is_shown_in_pages(busy: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = verbs(busy, "chair")
    monkeypatch.setattr(queries, "PAGE_LENGTH", 3)

    parts = [verbs(busy, "chair", number=number) for number in range(1, math.ceil(len(whole) / 3) + 1)]

    assert list(itertools.chain(*parts)) == whole
    assert max(map(len, parts)) == 3


def test_record_asks_as_often_for_many_entries_as_for_few(council: Council) -> None:
    client = factories.sign_in(Client(), council.delegate("XAA"))
    asked = []
    for _count in range(2):
        factories.text_of(council)
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/record/").status_code == 200
        asked.append(len(captured))
        factories.text_of(council)
        factories.meeting_of(council)

    assert asked[0] == asked[1]
