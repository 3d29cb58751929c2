"""What is found, on either database: one table of questions over one council."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.access import Subject
from accord.drafting import actions as drafting
from accord.meetings import actions as meetings
from accord.meetings.floor import StatementEntry
from accord.meetings.models import Meeting
from accord.search.actions import catch_up, rebuild
from accord.search.models import Passage
from accord.search.pages import Hit, SearchPage
from accord.search.queries import doubts, search_page
from tests import factories
from tests.documents import going
from tests.factories import Council

pytestmark = pytest.mark.django_db

NOTE = """\
Договорённости о коллективной безопасности подтверждены; объявления и объекты названы.

集体安全条约组织 外交部长理事会。 Հայաստանի Հանրապետությունը։ الأمن الجماعي للدول.

Les négociations élargies de l’organisation reprennent. O’Brien’s straße; cross-border waters; A/79/L.4.
"""

FOUND = [
    ("договоренность", True),
    ("ДОГОВОРЁННОСТЯМИ", True),
    ("безопасность коллективная", True),
    ("объявление", True),
    ("об'явление", True),
    ("обьект", False),
    ("объект", True),
    ("договорен*", True),
    ("оговорен*", False),
    ('"коллективной безопасности"', True),
    ('"безопасности коллективной"', False),
    ('"коллективная безопасность"', False),
    ("集体安全", True),
    ("安全条约", True),
    ("安全组织", False),
    ("长", True),
    ("国", False),
    ("Հանրապետության", True),
    ("الأمن", True),
    ("امن", True),
    ("negociation", True),
    ("NÉGOCIATIONS", True),
    ("organisation", True),
    ("obrien", True),
    ("strasse", True),
    ("cross-border water", True),
    ("border-cross", False),
    ("A/79/L.4", True),
    ("L.4", True),
    ("L.5", False),
    ("waters -negociations", False),
    ("waters -fire", True),
    ("waters -cross*", False),
    ('waters -"cross border"', False),
    ("wa\u202eters", True),
    ("waters\0", True),
    ("waters OR NEAR(", False),
    ('"waters', True),
    ("waters) AND (", False),
    ("*", False),
    ("-", False),
    ("' OR 1=1 --", False),
    ("exact : waters", False),
]
"""What is asked, and whether it finds the note."""


@pytest.fixture
def noted(council: Council) -> Council:
    """Return a council with one note, tabled in an extended sitting."""
    meeting = factories.meeting_of(council)
    values = {"title": "Remarks of the day", "wording": NOTE, "sample": True}
    meetings.table_note(meeting.pk, "extended", by=council.delegate("XAA"), key=factories.key(), **values)
    catch_up()
    return council


def ask(council: Council, by: Subject, query: str, **filters: object) -> SearchPage:
    """Return the answer of search."""
    catch_up()
    return search_page(by, council.organisation.pk, query, **filters)  # type: ignore[arg-type]


def hits(page: SearchPage) -> Iterator[Hit]:
    """Yield all hits of a page."""
    for group in page.groups:
        yield from group.hits


def said(hit: Hit) -> str:
    """Return the words of a hit with those found in angle brackets."""
    return "".join(f"<{piece.words}>" if piece.marked else piece.words for piece in hit.words)


def test_one_table_of_questions_on_either_database(noted: Council) -> None:
    by = noted.delegate("XBB")

    answers = {query: any(hit.place == "note" for hit in hits(ask(noted, by, query))) for query, _there in FOUND}

    assert answers == dict(FOUND)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("безопасность", "о коллективной <безопасности> подтверждены"),
        ('"коллективной безопасности"', "<коллективной безопасности>"),
        ("安全", "集体<安全>条约组织"),
        ("négoc*", "Les <négociations> élargies"),
        ("cross-border", "<cross-border> waters"),
    ],
)
def test_what_is_found_is_marked_where_it_stands(query: str, words: str, noted: Council) -> None:
    (hit,) = hits(ask(noted, noted.chair, query))

    assert words in said(hit)
    assert "".join(piece.words for piece in hit.title) == "Remarks of the day"


def test_paragraph_is_found_by_every_wording_on_the_table_and_by_no_holder(council: Council) -> None:
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    by = council.delegate("XBB")

    (hit,) = hits(ask(council, by, "twice"))

    assert said(hit) == "1. Agree to meet [once | <twice>] a year;"
    assert (hit.place, hit.key, hit.anchor) == ("text", text.pk, factories.block(text, "Agree to meet"))
    assert said(next(hits(ask(council, by, '"meet once a year"')))) == "1. Agree to meet [once | twice] a year;"
    assert [hit.place for hit in hits(ask(council, by, "XAA"))] == ["member"]


def test_words_that_are_gone_are_not_found(council: Council) -> None:
    text, by = factories.text_of(council), council.delegate("XAA")
    made = factories.propose(text, by, "once a year", "every spring", stage="private")
    assert [hit.label for hit in hits(ask(council, by, "spring"))] == ["not tabled yet"]

    drafting.drop(made.pk, by=by, key=factories.key())

    assert ask(council, by, "spring").groups == ()


def test_hits_of_one_kind_come_in_pages(council: Council) -> None:
    for number in range(23):
        factories.meeting_of(council, f"Meeting {number} on water")
    first, second = (ask(council, council.chair, "water", kind="meetings", number=number) for number in (1, 2))

    overview = ask(council, council.chair, "water")

    assert [(len(group.hits), group.more) for group in overview.groups] == [(5, True)]
    assert (len(list(hits(first))), first.further, len(list(hits(second))), second.further) == (20, True, 3, False)
    assert len({hit.key for page in (first, second) for hit in hits(page)}) == 23


def test_titles_come_first_then_the_newest(council: Council) -> None:
    meeting = factories.meeting_of(council, "Harvest")
    for title, words in (("About water", "x"), ("Remarks", "water"), ("Water", "y")):
        values = {"title": title, "wording": words, "sample": True}
        meetings.table_note(meeting.pk, "extended", by=council.delegate("XAA"), key=factories.key(), **values)

    found = ["".join(piece.words for piece in hit.title) for hit in hits(ask(council, council.chair, "water"))]

    assert found == ["About water", "Water", "Remarks"]


def test_filters_leave_what_they_name(noted: Council) -> None:
    factories.in_russian(factories.text_of(noted, title="Remarks"), noted)
    by = noted.chair

    assert {group.kind for group in ask(noted, by, "remarks").groups} == {"meetings", "texts"}
    assert {group.kind for group in ask(noted, by, "remarks", year=2031).groups} == {"meetings"}
    assert ask(noted, by, "remarks", language="ru").groups == ()
    assert ask(noted, by, "remarks", kind="nothing").groups != ()


def test_index_says_what_the_rooms_say(noted: Council) -> None:
    text = factories.text_of(noted)
    factories.propose(text, noted.delegate("XAA"), "once a year", "twice a year")
    catch_up()

    assert list(doubts()) == []


def test_check_says_that_the_index_lacks_something_and_drawing_it_anew_helps(noted: Council) -> None:
    Passage.objects.filter(title="Remarks of the day").delete()

    assert list(doubts()) == [
        "The index of search differs from the council in 1 places; `accord index` draws it anew."
    ]

    rebuild()

    assert list(doubts()) == []


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("", 200, "Everything that you can see is looked through."),
        ("-water", 200, "Say what to find"),
        ("unheard", 200, "Nothing that you can see has these words."),
        ("x" * 10_000, 422, "Ask for less at once: at most 400 characters and 24 words."),
        ("a b " * 20, 422, "Ask for less at once"),
        ('"<script>alert(1)</script>"', 200, "Nothing that you can see has these words."),
    ],
)
def test_page_answers_whatever_is_asked(query: str, status: int, sentence: str, council: Council) -> None:
    response = Client().get("/search/", {"q": query})

    page = response.content.decode()
    assert response.status_code == status
    assert sentence in page
    assert "<script>alert" not in page


def test_page_has_as_many_queries_for_three_hits_as_for_one(council: Council) -> None:
    counts = []
    for title in ("Water one", "Water two", "Water three"):
        factories.meeting_of(council, title)
        catch_up()
        with CaptureQueriesContext(connection) as captured:
            assert Client().get("/search/?q=water").content.count(b"<mark>Water</mark>") == len(counts) + 1
        counts.append(len(captured))

    assert len(set(counts)) == 1


def test_what_is_learnt_later_is_found_on_later_days(council: Council) -> None:
    factories.meeting_of(council, "Harvest", day=date(2031, 5, 4))
    factories.in_office(council, "Ada Harvest", member="XAA", organ="water")
    Meeting.objects.filter(title="Harvest").update(shown_from=date(2031, 5, 1))
    rebuild()
    organisation = council.organisation

    found = {}
    for day in (date(2031, 4, 30), date(2031, 5, 1)):
        organisation.as_of = day
        organisation.save()
        found[day.day] = [group.kind for group in ask(council, council.chair, "harvest").groups]

    assert found == {30: ["people"], 1: ["meetings", "people"]}


def test_statement_is_found_by_those_who_were_in_the_sitting(council: Council) -> None:
    meeting = factories.meeting_of(council)
    said = StatementEntry("Rivers have no borders.", name="Ada Example", sitting="narrow", sample=True)
    meetings.enter_statement(meeting.pk, said, by=council.secretariat, key=factories.key())

    assert [hit.label for hit in hits(ask(council, council.delegate("XBB"), "rivers"))] == ["statement made"]
    assert ask(council, council.partner, "rivers").groups == ()


def test_document_is_found_under_its_title(council: Council) -> None:
    made = going.document_of(going.way_of(council), "Programme on clear rivers", begun=date(2020, 5, 4))

    (hit,) = hits(ask(council, council.delegate("XBB"), "programme rivers"))

    assert (hit.place, hit.key) == ("document", made.pk)


def test_rules_are_found_on_their_pages(council: Council) -> None:
    factories.rule_of(council, "quorum", "More than half of the members are present.")

    own = {(hit.place, hit.key) for hit in hits(ask(council, council.public, "half present"))}
    deciding = [(hit.place, hit.key) for hit in hits(ask(council, council.public, "консенсус", kind="rules"))]

    assert own == {("rule", "quorum")}
    assert deciding == [("deciding-rule", "consensus")]
    assert b'href="/rules/deciding/consensus/"' in Client().get("/search/?q=consensus").content
