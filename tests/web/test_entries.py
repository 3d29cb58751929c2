"""Entries of the record as sentences."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from accord.record.models import Entry
from accord.record.pages import EntryLine
from accord.web.entries import entry_sentence
from tests import factories
from tests.factories import Council


def line(verb: str, data: dict[str, Any], **values: Any) -> EntryLine:
    """Return an entry of the register, by the secretariat."""
    known: dict[str, Any] = {
        "number": 1, "stream": "register:o:a", "actor": "secretariat", "verb": verb, "what": data.get("what", ""),
        "data": data, "on_behalf_of": "", "authority": "secretariat", "at": datetime(2031, 5, 4, tzinfo=UTC),
        "seen": "", "made": "",
    }  # fmt: skip
    return EntryLine(**{**known, **values})


@pytest.mark.parametrize(
    ("verb", "data", "sentence"),
    [
        ("founded", {"what": "Example", "members": ["XAA", "XBB"]}, "Secretariat founds “Example” with XAA, XBB"),
        (
            "gave a mandate to",
            {"what": "xaa-delegate", "role": "delegate", "delegation": "XAA"},
            "Secretariat gives a mandate to xaa-delegate: delegation XAA",
        ),
        (
            "entered the register",
            {"organs": 2, "partners": 1, "terms": 0},
            "Secretariat enters in the register: 2 organs, 1 partner",
        ),
        ("convened", {"what": "First"}, "Secretariat convenes “First”"),
        (
            "moved",
            {"what": "First", "from": "2031-05-04, Example City", "to": "autumn 2031", "reason": "Floods."},
            "Secretariat moves “First” from 4 May 2031, Example City to autumn 2031",
        ),
        (
            "circulated the record of",
            {"what": "First of 2031-05-04", "until": "2031-05-04"},
            "Secretariat circulates the record of “First of 2031-05-04” for correction until 4 May 2031",
        ),
        (
            "settled a day of the secretariat",
            {"day": "2031-02-30", "works": True},
            "Secretariat settles on 2031-02-30: the secretariat works",
        ),
        ("entered the agenda of", {"what": "First", "items": 7}, "Secretariat enters the agenda of “First”: items 7"),
        (
            "entered the attendance of",
            {"what": "First", "seats": 7},
            "Secretariat enters who sat at the table of “First”: seats 7",
        ),
        (
            "entered papers of",
            {"what": "First", "papers": 9},
            "Secretariat enters the papers of “First” and the way of each: papers 9",
        ),
        ("tabled", {"what": "Note", "in": "narrow"}, "Secretariat tables “Note” in the narrow sitting"),
        (
            "entered areas and priorities",
            {"areas": 7, "priorities": 6},
            "Secretariat enters in the programme: 7 areas, 6 priorities of the chairmanship",
        ),
        (
            "entered reported progress",
            {"reports": 6},
            "Secretariat enters what is reported of the priorities: reports 6",
        ),
        ("entered joint activities", {"activities": 2}, "Secretariat enters joint activities: editions 2"),
        ("entered joint operations", {"operations": 4}, "Secretariat enters joint operations: 4"),
        ("entered situations", {"names": ["River"]}, "Secretariat enters what is reported of River"),
    ],
)
def test_entry_is_a_sentence_with_the_actor_first(verb: str, data: dict[str, Any], sentence: str) -> None:
    assert entry_sentence(line(verb, data)) == sentence


def test_entry_of_a_delegation_begins_with_its_code() -> None:
    entry = line("tabled", {"what": "Note", "in": "extended"}, on_behalf_of="XAA", authority="delegate")

    assert entry_sentence(entry) == "XAA tables “Note” in the extended sitting"


def test_every_verb_that_the_council_records_has_a_sentence(council: Council) -> None:
    """No entry is shown by its stored verb alone: a sentence is made of it."""
    factories.propose(factories.text_of(council), council.delegate("XAA"), "once", "twice")
    factories.meeting_of(council)

    page = factories.sign_in(Client(), council.secretariat).get("/record/").content.decode()

    for entry in Entry.objects.all():
        assert f"{entry.actor} {entry.verb} " not in page
    for sentence in ("founder founds “Example Council” with XAA, XBB, XCC, XDD", "XAA proposes to read"):
        assert sentence in page


def test_record_page_links_to_the_text_and_names_the_version(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once", "twice")

    page = factories.sign_in(Client(), council.delegate("XBB")).get(f"/record/?text={text.pk}").content.decode()

    assert f'href="/texts/{text.pk}/"' in page
    assert "on version 1 (" in page
    assert "made version 2 (" in page
    assert f'<option value="{text.pk}" selected>' in page


@pytest.mark.parametrize("query", ["?text=../../x", "?page=0", "?page=x", "?text=%00", "?page=99999999999999999999"])
def test_record_reads_a_bad_filter_as_none(query: str, council: Council) -> None:
    assert factories.sign_in(Client(), council.secretariat).get(f"/record/{query}").status_code == 200


def test_days_in_a_sentence_stand_in_the_language_of_its_reader() -> None:
    with translation.override("ru"):
        told = entry_sentence(line("entered a decision", {"what": "Plan", "day": "2031-05-04"}))
    assert "4 мая 2031" in told
    assert "2031-05-04" not in told
