"""What of documents a subject sees, and where they are said to be."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from accord.access import NotVisible
from accord.documents import actions, queries
from accord.documents.models import Document
from accord.documents.pages import DocumentPage
from accord.documents.queries.lines import Wanted
from accord.documents.values import DocumentEntry, ReportEntry, StopEntry
from accord.meetings.queries import meeting_page
from tests import factories
from tests.documents import going
from tests.documents.going import DAY
from tests.factories import Council

LATER = date(2031, 12, 31)


def shown(council: Council, document: Document, who: str = "secretariat") -> DocumentPage:
    """Return the page as somebody sees it."""
    return queries.document_page(council.everybody[who], document.pk, on=None)


def at_board(council: Council) -> Document:
    """Return a document that stands at the board, on a day that the pages show."""
    council.organisation.as_of = LATER
    council.organisation.save()
    return going.cleared(going.way_of(council))


@pytest.mark.parametrize(
    ("who", "sees"),
    [("secretariat", True), ("chair", True), ("xbb-delegate", True), ("xaa-expert", True), ("partner", False),
     ("public", False)],
)  # fmt: skip
def test_document_of_the_council_is_there_for_the_council_alone(who: str, sees: bool, council: Council) -> None:
    document = going.document_of(going.way_of(council))
    listed = queries.document_list(council.everybody[who], council.organisation.pk, on=LATER)
    assert [line.id for line in listed.lines] == ([document.pk] if sees else [])
    if not sees:
        with pytest.raises(NotVisible):
            shown(council, document, who)


def test_open_document_is_public_and_its_clearance_is_not(council: Council) -> None:
    document = going.to_clearance(going.way_of(council), open=True)
    going.clear(document, council.delegate("XAA"), "objects", "Too dear.", tabled=True)
    council.organisation.as_of = LATER
    council.organisation.save()

    for who in ("public", "partner"):
        page = shown(council, document, who)
        assert (page.clearances, page.offers) == ((), frozenset())
        assert page.sentence == "It stands at National clearance since 1 March 2031. Next: The Board."
    assert [line.said for line in shown(council, document, "xbb-delegate").clearances] == [
        "objects", "asked", "asked", "asked"
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["comment", "objects"])
def test_remarks_are_read_by_delegation_chair_and_secretariat_until_they_are_tabled(
    said: str, council: Council
) -> None:
    document = going.to_clearance(going.way_of(council))
    council.organisation.as_of = LATER
    council.organisation.save()
    going.clear(document, council.delegate("XAA"), said, "Quiet words.")

    def read_by() -> dict[str, tuple[str, str]]:
        members = ("secretariat", "chair", "xaa-delegate", "xaa-expert", "xbb-delegate")
        first = {who: shown(council, document, who).clearances[0] for who in members}
        return {who: (line.said, line.words) for who, line in first.items()}

    own = (said, "Quiet words.")
    assert read_by() == {
        "secretariat": own, "chair": own, "xaa-delegate": own, "xaa-expert": own, "xbb-delegate": ("asked", "")
    }  # fmt: skip
    assert "XAA" in shown(council, document, "xbb-delegate").sentence.partition("not cleared")[0]
    actions.table_remarks(document.pk, by=council.delegate("XAA"), key=factories.key())
    assert set(read_by().values()) == {own}


def test_page_says_where_who_since_when_what_is_missing_and_what_comes_next(council: Council) -> None:
    document = going.to_clearance(going.way_of(council))
    council.organisation.as_of = LATER
    council.organisation.save()
    going.clear(document, council.delegate("XAA"))
    going.clear(document, council.delegate("XBB"), "objects", "Too dear.")
    assert shown(council, document).sentence == (
        "It stands at National clearance since 1 March 2031. XBB objects; XCC and XDD have not cleared it yet. "
        "Next: The Board."
    )


def test_page_of_an_earlier_day_shows_what_was_known_then(council: Council) -> None:
    document = at_board(council)
    going.send(document, council.chair, "board", "forwarded", day=date(2031, 4, 2))
    then = queries.document_page(council.secretariat, document.pk, on=date(2031, 4, 1))
    now = shown(council, document)
    assert then.sentence == "It stands at The Board since 1 March 2031. Next: The Assembly."
    assert now.sentence == "Approved and forwarded: The Board, 2 April 2031. Next: The Assembly."
    assert (then.offers, bool(now.offers)) == (frozenset(), True)
    assert [cell.passage for cell in then.cells] == ["", "passed", "here", "expected"]
    assert [cell.passage for cell in now.cells] == ["", "passed", "forwarded", "expected"]


def test_document_that_begins_later_is_not_listed_before(council: Council) -> None:
    going.document_of(going.way_of(council), begun=date(2031, 6, 1))
    listed = [
        queries.document_list(council.secretariat, council.organisation.pk, on=day).total
        for day in (date(2031, 5, 31), date(2031, 6, 1))
    ]
    assert listed == [0, 1]


def test_list_is_narrowed_by_organ_state_and_year(council: Council) -> None:
    document = at_board(council)
    waiting = going.document_of(council, "Waiting", begun=date(2030, 1, 1))
    actions.withdraw(
        going.document_of(council, "Gone").pk, day=DAY, words="No.", by=council.chair, key=factories.key()
    )

    def found(**wanted: str) -> list[str]:
        page = queries.document_list(
            council.secretariat, council.organisation.pk, on=LATER, wanted=Wanted(**wanted)
        )
        return sorted(line.title for line in page.lines)

    assert found() == ["Clean air", "Gone", "Waiting"]
    assert (found(organ="board"), found(state="ended"), found(year="2030")) == (["Clean air"], ["Gone"], ["Waiting"])
    assert found(state="going") == ["Clean air", "Waiting"]
    page = queries.document_list(council.secretariat, council.organisation.pk, on=LATER)
    assert page.sentence == "Three documents: two are on their way, one ended before."
    assert (page.organs, page.years) == ((("board", "The Board"),), ("2031", "2030"))
    assert document.pk != waiting.pk


def test_history_tells_reports_between_stops(council: Council) -> None:
    going.way_of(council)
    stops = (StopEntry("clearance", outcome="cleared"), StopEntry("board", DAY, DAY, "approved"))
    reports = (ReportEntry("Talks begin.", date(2029, 1, 1), "2029"), ReportEntry("They end.", date(2031, 5, 1)))
    entry = DocumentEntry("", stops=stops, reports=reports)
    actions.enter_documents(council.organisation.pk, [entry], by=council.secretariat, key=factories.key())
    page = queries.document_page(council.secretariat, Document.objects.get().pk, on=LATER)
    assert [(line.label or line.said, line.when) for line in page.history] == [
        ("Talks begin.", "2029"), ("National clearance", ""), ("The Board", "1 March 2031"), ("They end.", "1 May 2031")
    ]  # fmt: skip
    assert (page.line.title, page.sentence) == ("", "Approved: The Board, 1 March 2031. Next: The Assembly.")


def test_what_awaits_is_a_clearance_of_the_own_member_and_what_all_have_cleared(council: Council) -> None:
    going.document_of(going.way_of(council), "Not begun")
    document = going.send(
        going.document_of(council), council.secretariat, to="clearance", due=date(2031, 3, 20)
    )

    def waits_for(who: str) -> list[tuple[str, str]]:
        return [(each.name, each.what) for each in queries.awaiting_documents(council.everybody[who])]

    assert waits_for("xaa-delegate") == [("Clean air", "clear")]
    assert queries.awaiting_documents(council.delegate("XAA"))[0].until == date(2031, 3, 20)
    assert [waits_for(who) for who in ("xaa-expert", "secretariat", "partner", "public")] == [[], [], [], []]
    for delegate in council.delegates.values():
        going.clear(document, delegate)
    assert (waits_for("xaa-delegate"), waits_for("chair")) == ([], [("Clean air", "send")])


def test_tie_to_a_document_that_is_not_seen_is_not_shown(council: Council) -> None:
    hidden = going.document_of(going.way_of(council), "Hidden")
    seen = going.document_of(council, "Seen", open=True, replaces=hidden.pk)
    assert [tie.name for tie in shown(council, seen).ties] == ["Hidden"]
    assert shown(council, seen, "public").ties == ()


def test_text_of_a_document_is_named_to_who_sees_the_text(council: Council) -> None:
    document = going.document_of(going.way_of(council), open=True)
    text = factories.text_of(council)
    actions.link_text(document.pk, text.pk, by=council.chair, key=factories.key())
    assert shown(council, document).text.name == "L.1 Clear water"
    assert shown(council, document, "public").text is None


def papers(council: Council, count: int) -> str:
    """Return a meeting with this many documents before it."""
    meeting = factories.meeting_of(council)
    for number in range(count):
        document = going.cleared(council, f"Paper {number}", open=True)
        actions.lay_before(document.pk, meeting.pk, by=council.chair, key=factories.key())
    return meeting.pk


def test_meeting_shows_its_documents_and_counts_them_in_its_sentence(council: Council) -> None:
    going.way_of(council)
    meeting = factories.meeting_of(council, organ="assembly")
    for title, outcome in (("First", "adopted"), ("Second", "")):
        document = going.cleared(council, title, open=True)
        going.send(document, council.chair, "board", "forwarded", "assembly", day=DAY)
        if outcome:
            going.send(document, council.chair, "assembly", outcome, day=date(2031, 5, 4))
        actions.lay_before(document.pk, meeting.pk, by=council.chair, key=factories.key())

    page = queries.papers_page(council.public, meeting.pk, on=LATER)
    assert (page.head, [paper.outcome for paper in page.papers]) == (
        "Two papers and the way each has come", ["Adopted", "The Assembly"]
    )  # fmt: skip
    line = meeting_page(council.public, meeting.pk).line
    (told,) = queries.with_papers(council.public, [line], on=LATER)
    assert told.sentence == "Two papers were before them: one was completed."


@pytest.mark.parametrize("address", ["/documents/", "/meetings/", "/"])
def test_page_asks_as_often_for_three_documents_as_for_one(
    address: str, council: Council, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = factories.sign_in(Client(), council.secretariat)
    going.way_of(council)
    papers(council, 1)
    asked = queries_of(client, address)
    papers(council, 2)
    with django_assert_num_queries(asked):
        assert client.get(address).status_code == 200


def test_pages_of_a_document_and_a_meeting_ask_as_often_for_three_of_everything_as_for_one(
    council: Council, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = factories.sign_in(Client(), council.secretariat)
    going.way_of(council)
    one, three = papers(council, 1), papers(council, 3)
    asked = queries_of(client, f"/meetings/{one}/")
    with django_assert_num_queries(asked):
        assert client.get(f"/meetings/{three}/").status_code == 200
    document = going.to_clearance(council, "Last")
    asked = queries_of(client, f"/documents/{document.pk}/")
    going.to_clearance(council, "Another")
    with django_assert_num_queries(asked):
        assert client.get(f"/documents/{document.pk}/").status_code == 200


def queries_of(client: Client, address: str) -> int:
    """Return how often a page asks the database."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
