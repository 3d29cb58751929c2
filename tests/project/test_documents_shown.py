"""The documents of the demonstration: the nine drafts and the border programme as they went, each with its source."""

from datetime import date

import yaml

from accord.access import PUBLIC
from accord.documents.models import Document
from accord.documents.queries import awaiting_documents, document_list, document_page, papers_page
from accord.meetings.models import Meeting
from accord.members.models import Organisation
from accord.project.demo import documents
from accord.project.demo.people import People
from tests.shared import shared_path

THEN, SESSION = date(2024, 6, 21), date(2024, 11, 28)


def border_programme() -> Document:
    return Document.objects.get(title__contains="Tajik-Afghan border")


def test_nine_drafts_have_come_their_way_as_reported(people: People) -> None:
    meeting = Meeting.objects.get(day=THEN, kind="regular", organ__key="cmfa")
    page = papers_page(PUBLIC, meeting.pk)
    assert [paper.number for paper in page.papers] == list(range(1, 10))
    assert [paper.number for paper in page.papers if not paper.title] == [6, 7]
    assert [paper.outcome for paper in page.papers] == [
        *["Adopted"] * 4, "Signed", *["Approved"] * 2, *["Approved and forwarded"] * 2
    ]  # fmt: skip
    ways = {tuple(cell.passage for cell in paper.way) for paper in page.papers}
    common = ("passed", "passed", "not-stated", "not-stated")
    assert ways == {
        ("", *common, "completed", ""), ("forwarded", *common, "forwarded", "expected"),
        ("", *common, "forwarded", "expected"),
    }  # fmt: skip


def test_border_programme_is_shown_as_it_stood_on_each_day(people: People) -> None:
    told = {
        day: document_page(PUBLIC, border_programme().pk, on=day).sentence
        for day in (date(2024, 2, 28), date(2024, 3, 20), THEN, SESSION)
    }
    assert told == {
        date(2024, 2, 28): "It stands at Experts since 27 February 2024. Next: National clearance.",
        date(2024, 3, 20): "Approved: Permanent Council, submitted March 2024. Next: Foreign Ministers.",
        THEN: "Approved and forwarded: Foreign Ministers, 21 June 2024. Next: Heads of state.",
        SESSION: "Approved: Heads of state, 28 November 2024.",
    }
    history = document_page(PUBLIC, border_programme().pk, on=date(2025, 6, 1)).history
    assert (history[0].when, history[-1].when) == ("2013", "2025")
    assert all(line.basis.source_name and (line.basis.standing == "stated" or line.basis.why) for line in history)


def test_what_came_later_is_not_shown_before(people: People) -> None:
    organisation = Organisation.objects.get()
    then, later = (document_list(PUBLIC, organisation.pk, on=day) for day in (THEN, SESSION))
    assert {line.title for line in later.lines} - {line.title for line in then.lines} >= {
        "Declaration of the Collective Security Council",
        "Protocol to the agreement on transport of military contingents",
    }
    assert not any("28 November" in line.where or line.since == SESSION for line in then.lines)


def test_every_document_of_the_shared_facts_is_there(people: People) -> None:
    facts = yaml.safe_load(shared_path("facts", "csto-2024.yaml").read_text(encoding="utf-8"))
    titles = {each["title"] for each in facts["meeting"]["documents"]["items"] if each["title"]}
    known = set(Document.objects.values_list("title", flat=True))
    assert {title for title in titles if title not in known} == set()
    session = {each["title"] for each in facts["csc_2024-11-28"]["documents_known"]}
    borders = "Target interstate programme on strengthening the Tajik-Afghan border"
    assert session - known == {borders}, "the border programme stands under the title of its draft"


def test_sample_waits_for_those_that_have_not_cleared_it(people: People) -> None:
    assert Document.objects.get(title=documents.SAMPLE).sample
    waits = {code: awaiting_documents(people.delegate(code)) for code in ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")}
    assert [code for code, each in waits.items() if each] == ["ARM", "KGZ", "TJK"]
    assert waits["KGZ"][0].until == documents.DUE
