"""Pages of what is followed: who sees what, entering, the implementation report, areas as a tree."""

from __future__ import annotations

import io
import re
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pytest
from django.test import Client

from accord.commitments import queries
from accord.commitments.models import Commitment, Measure
from accord.commitments.printing import sheet_of
from accord.formats.sheets import pdf_of, word_of
from accord.programme import actions as programme
from accord.programme.values import AreaEntry, BelongingEntry, ReportEntry, ServiceEntry
from tests import factories
from tests.commitments import following
from tests.commitments.following import AFTER, BEGUN, DUE, SPRING, WORDS
from tests.documents import going
from tests.factories import Council
from tests.programme import running
from tests.publishing import negotiating

ON = f"?on={AFTER.isoformat()}"


def shown(client: Client, address: str) -> str:
    """Return the page, which is there."""
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def sent(client: Client, address: str, **values: Any) -> Any:
    """Send a form."""
    return client.post(address, {"key": str(factories.key()), "standing": "stated", **values})


def bare(response: Any, pk: str = "a" * 16) -> bytes:
    """Return a page without its token, and as if this id were another."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", response.content.replace(pk.encode(), b"a" * 16))


@pytest.fixture
def office(council: Council, client: Client) -> Client:
    """Return the client of the secretariat."""
    return factories.sign_in(client, council.secretariat)


# Entering


def test_measure_is_entered_on_its_page_and_shown(council: Council, office: Client) -> None:
    priority = following.priority_of(council)
    values = {"priority": priority.handle, "words": "Hold twelve courses", "owner": "member XAA", "due": "2024-06-30"}
    response = sent(office, "/commitments/plan/", **values, indicator="Courses", target="12", unit="courses")

    row = Measure.objects.get()
    assert response.status_code == 302
    page = shown(office, response.headers["Location"])
    assert "Hold twelve courses" in page
    assert "Courses: target 12 courses" in page
    assert row.due == DUE


def test_priority_is_chosen_by_its_handle_and_by_no_number_of_its_row(council: Council, office: Client) -> None:
    priority = following.priority_of(council)
    assert f'<option value="{priority.handle}">' in shown(office, "/commitments/plan/")
    assert sent(office, "/commitments/plan/", priority=priority.pk, words="Hold courses").status_code == 422
    assert not Measure.objects.exists()


def test_measure_that_cannot_be_loses_nothing_that_was_typed(council: Council, office: Client) -> None:
    priority = following.priority_of(council)
    response = sent(office, "/commitments/plan/", priority=priority.handle, words="Hold courses", target="12")

    page = response.content.decode()
    assert response.status_code == 422
    assert "A target needs its unit, and a unit its target." in page
    assert 'value="Hold courses"' in page
    assert 'value="12"' in page
    assert not Measure.objects.exists()


def test_words_of_the_adopted_text_are_marked(council: Council, office: Client) -> None:
    adoption = negotiating.plainly_adopted(council)
    block = following.block_of(adoption)
    page = shown(office, f"/commitments/mark/?adoption={adoption.pk}&block={block}")
    assert "2. Decide to publish the report of every meeting;</textarea>" in page
    values = {"adoption": adoption.pk, "block": block, "bound": ["XBB", "XCC"]}
    wrong = sent(office, "/commitments/mark/", **values, words="publish reports")
    right = sent(office, "/commitments/mark/", **values, words=WORDS)

    assert wrong.status_code == 422
    assert "These words do not stand in this paragraph" in wrong.content.decode()
    assert "publish reports</textarea>" in wrong.content.decode()
    assert f"<mark>{WORDS}</mark>" in shown(office, right.headers["Location"])
    assert Commitment.objects.get().bound == ["XBB", "XCC"]


def test_owner_reports_with_evidence(council: Council, client: Client) -> None:
    row = following.measure_of(council)
    meeting = factories.meeting_of(council, day=SPRING)
    client = factories.sign_in(client, council.delegate("XAA"))
    values = {"day": "2024-03-01", "state": "running", "fact": "Five courses were held."}
    response = sent(
        client, f"/commitments/{row.pk}/report/{ON}", **values, meeting=meeting.pk, figure="5", unit="courses"
    )

    page = shown(client, response.headers["Location"])
    for words in ("Five courses were held.", "5 courses", "First meeting", "entered by XAA"):
        assert words in page


# Who sees what


def test_stranger_sees_what_is_not_there_and_what_is_hidden_alike(council: Council, client: Client) -> None:
    other = factories.council("Other Council", public=False, prefix="other-")
    hidden = following.measure_of(other)
    bound = following.commitment_of(council)
    client = factories.sign_in(client, council.partner)

    missing = client.get("/commitments/aaaaaaaaaaaaaaaa/")
    assert missing.status_code == 404
    for pk in (hidden.pk, bound.pk):
        response = client.get(f"/commitments/{pk}/")
        assert (response.status_code, bare(response, pk)) == (404, bare(missing))
    assert client.get(f"/commitments/{following.measure_of(council).pk}/{ON}").status_code == 200


def test_public_lists_are_the_same_bytes_with_and_without_a_commitment(council: Council, client: Client) -> None:
    following.measure_of(council)
    adoption = negotiating.plainly_adopted(council)
    addresses = ("/commitments/", "/commitments/implementation/", "/areas/", "/areas/water/")
    before = [client.get(address + ON).content for address in addresses]
    following.commitment_of(council, adoption, area="water")

    assert [client.get(address + ON).content for address in addresses] == before
    inside = factories.sign_in(Client(), council.delegate("XAA"))
    assert WORDS in shown(inside, "/commitments/?on=2030-01-01")


def test_list_shows_what_is_asked_for(council: Council, client: Client) -> None:
    first = following.measure_of(council)
    following.measure_of(council, priority=first.priority.handle, words="Count the wells", owner="member XBB", due=None)

    assert "Count the wells" not in shown(client, f"/commitments/{ON}&status=overdue")
    assert "Hold twelve courses" in shown(client, f"/commitments/{ON}&status=overdue")
    assert "Hold twelve courses" not in shown(client, f"/commitments/{ON}&code=XBB")
    assert "Nothing fits what is asked for." in shown(client, f"/commitments/{ON}&status=done")


def test_report_and_areas_ask_as_many_queries_for_many_measures(
    council: Council, django_assert_max_num_queries: Any
) -> None:
    first, pk = following.measure_of(council), council.organisation.pk
    for number in range(4):
        row = following.measure_of(council, priority=first.priority.handle, words=f"Measure {number}")
        following.report(council.secretariat, row, "running", SPRING)
    with django_assert_max_num_queries(40):
        assert len(queries.implementation_page(council.secretariat, pk, AFTER).courses[0].planned) == 5
        assert queries.areas_page(council.secretariat, pk, AFTER).rows[0].counts["measure"] == 5


# The implementation report


def test_report_says_what_was_planned_reported_overdue_and_not_known(council: Council) -> None:
    row = following.measure_of(council, indicator="Courses", target=Decimal(12), unit="courses")
    following.priority_of(council, 2, "Meet more")
    following.report(council.secretariat, row, "running", SPRING)
    told = ReportEntry(2, date(2024, 2, 1), "planned", "A meeting is planned.", term=BEGUN)
    programme.report_progress(council.organisation.pk, [told], by=council.secretariat, key=factories.key())

    page = queries.implementation_page(council.public, council.organisation.pk, AFTER)
    first, second = page.courses
    assert page.sentence == "2 priorities; something is reported of 2 of them; overdue 1."
    assert [line.words for line in first.overdue] == ["Hold twelve courses"]
    assert first.unknown == ("Nothing later than 1 March 2024 is reported.", "No report gives a figure.")
    assert second.unknown[0].startswith("No measure of it is entered")
    assert [report.fact for report in second.reports] == ["A meeting is planned."]
    early = queries.implementation_page(council.public, council.organisation.pk, BEGUN)
    assert early.courses[0].unknown == ("Nothing is reported of it by this day.",)
    assert early.courses[0].overdue == ()


def test_activities_and_operations_stand_under_the_priority_they_serve(council: Council) -> None:
    running.operations_of(running.activities_of(council))
    following.Priority.objects.all().delete()
    factories.term_of(council, "XAA", BEGUN, ends=date(2031, 12, 31))
    entry = following.ProgrammeEntry(BEGUN, date(2023, 12, 1))
    pk, by = council.organisation.pk, council.secretariat
    programme.announce_programme(
        pk, entry, [following.PriorityEntry(1, "Clean the rivers")], by=by, key=factories.key()
    )
    served = ServiceEntry(1, series="Field Day", edition="2030", term=BEGUN, known=date(2030, 5, 2))
    programme.tie_to_priorities(pk, [served], by=by, key=factories.key())

    def services(day: date) -> list[str]:
        page = queries.implementation_page(council.public, pk, day)
        return [line.title for line in page.courses[0].services]

    assert services(date(2030, 5, 1)) == []
    assert services(date(2030, 5, 2)) == ["Field Day 2030"]


@pytest.mark.parametrize("write", [word_of, pdf_of])
def test_same_page_makes_the_same_file(council: Council, write: Any) -> None:
    following.report(council.secretariat, following.measure_of(council), "running", SPRING)
    page = queries.implementation_page(council.public, council.organisation.pk, AFTER)

    assert write(sheet_of(page)) == write(sheet_of(page))


def test_word_file_says_what_the_page_says(council: Council, client: Client) -> None:
    following.measure_of(council, sample=True)
    response = client.get(f"/commitments/implementation.docx{ON}")
    written = docx.Document(io.BytesIO(response.content))
    words = "\n".join(p.text for p in written.paragraphs)
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]

    assert "What is not known" in words
    assert "Nothing is reported of it by this day." in words
    assert any("Hold twelve courses" in cell for cell in cells)
    assert any("overdue" in cell for cell in cells)


# Areas


def test_area_page_holds_what_belongs_to_it_and_to_what_is_below(council: Council, client: Client) -> None:
    following.measure_of(council)
    factories.in_office(council, "Clara Example", member="XAA", organ="wells")
    pk, by = council.organisation.pk, council.secretariat
    programme.enter_area(pk, AreaEntry("nature", "Nature", parent=""), by=by, key=factories.key())
    programme.enter_area(pk, AreaEntry("water", "Clear water", parent="nature"), by=by, key=factories.key())
    programme.tie_to_area(pk, BelongingEntry("water", "organ", "wells"), by=by, key=factories.key())

    page = shown(client, f"/areas/nature/{ON}")
    for words in ("Clean the rivers", "Hold twelve courses", "Wells", "Clear water"):
        assert words in page
    tree = queries.areas_page(council.public, pk, AFTER)
    assert [(row.key, row.depth, row.counts["measure"]) for row in tree.rows] == [("nature", 0, 1), ("water", 1, 1)]


def test_area_is_entered_moved_and_refused_on_its_page(council: Council, office: Client) -> None:
    following.priority_of(council)
    assert sent(office, "/areas/enter/area/", name="Nature").status_code == 302
    moved = sent(office, "/areas/enter/area/", area="water", name="Clear water", parent="nature")
    wrong = sent(office, "/areas/enter/area/", area="nature", name="Nature", parent="water")

    assert moved.status_code == 302
    assert wrong.status_code == 422
    assert "“Nature” would be a part of itself." in wrong.content.decode()
    assert 'value="nature" selected' in shown(office, "/areas/enter/area/?area=water")


def test_hidden_document_does_not_count_in_its_area(council: Council, client: Client) -> None:
    following.priority_of(council)
    before = client.get(f"/areas/water/{ON}").content
    document = following_document(council)
    entry = BelongingEntry("water", "document", document)
    programme.tie_to_area(council.organisation.pk, entry, by=council.secretariat, key=factories.key())

    assert client.get(f"/areas/water/{ON}").content == before
    assert "Course book" in shown(factories.sign_in(client, council.delegate("XAA")), f"/areas/water/{ON}")


def following_document(council: Council) -> str:
    """Return a document that the council alone sees."""
    going.way_of(council)
    return going.document_of(council, "Course book", begun=SPRING).pk


def test_adopted_text_lists_its_commitments_for_those_admitted(council: Council, client: Client) -> None:
    adoption = negotiating.released(council, negotiating.plainly_adopted(council)).adoption
    before = client.get(f"/adopted/{adoption.pk}/").content
    row = following.commitment_of(council, adoption)

    assert client.get(f"/adopted/{adoption.pk}/").content == before
    inside = shown(factories.sign_in(client, council.delegate("XAA")), f"/adopted/{adoption.pk}/")
    assert f"/commitments/{row.pk}/" in inside
    assert "/commitments/mark/" not in inside
    assert "/commitments/mark/" in shown(factories.sign_in(client, council.chair), f"/adopted/{adoption.pk}/")


def test_priority_is_reported_on_with_the_same_evidence(council: Council, office: Client) -> None:
    priority = following.priority_of(council)
    meeting = factories.meeting_of(council, day=SPRING)
    told = {"term": "2024-01-01", "number": 1, "day": "2024-03-01", "fact": "Five courses were held."}
    wrong = sent(office, "/chairmanship/enter/report/", **told, state="dropped")
    right = sent(
        office, "/chairmanship/enter/report/", **told, state="running", meeting=meeting.pk, figure="5", unit="courses"
    )

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "Name the decision by which it was dropped" in wrong.content.decode()
    page = shown(office, f"/commitments/implementation/{ON}")
    for words in ("Five courses were held.", "5 courses", "First meeting"):
        assert words in page
    changed = {"term": "2024-01-01", "number": 1, "words": "Clean all rivers", "area": "water"}
    assert sent(office, "/chairmanship/enter/priority/", **changed).status_code == 302
    priority.refresh_from_db()
    assert (priority.name, priority.area.key) == ("Clean all rivers", "water")
