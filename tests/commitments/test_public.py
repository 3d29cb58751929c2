"""What the public sees of commitments: the words of released texts, and the reports that were opened, never more."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from lxml import html

from accord.access import NotVisible
from accord.commitments import queries
from accord.commitments.models import Commitment
from accord.commitments.pages import FollowedLine
from accord.members.errors import Unfit
from accord.search.actions import catch_up
from accord.search.queries import search_page
from tests import factories
from tests.commitments import following
from tests.commitments.following import LATE, WORDS
from tests.documents import going
from tests.factories import Council
from tests.publishing import negotiating

ON = f"?on={LATE}"


def public_line(council: Council, row: Commitment, on: date = LATE) -> FollowedLine:
    return queries.one_page(council.public, row.pk, on).line


def today(row: Commitment) -> date:
    assert row.known
    return row.known


def test_public_sees_a_commitment_from_the_release_of_its_text_on(council: Council) -> None:
    row = following.commitment_of(council)
    with pytest.raises(NotVisible):
        public_line(council, row)
    negotiating.prepared(council, row.adoption)
    with pytest.raises(NotVisible):
        public_line(council, row)

    released = following.released_commitment(council)

    assert (public_line(council, released).words, public_line(council, released).owners) == (WORDS, ("XBB",))
    with pytest.raises(NotVisible):
        public_line(council, row)
    listed = queries.followed_page(council.public, council.organisation.pk, LATE).lines
    assert [line.id for line in listed] == [released.pk]


def test_report_that_is_not_opened_is_neither_shown_nor_told_by_the_state(council: Council) -> None:
    row = following.released_commitment(council)
    before = Client().get(f"/commitments/{row.pk}/{ON}").content
    following.report(council.delegate("XBB"), row, "done", today(row))

    line = public_line(council, row)
    assert (line.status, line.reports, line.whole) == ("untold", (), False)
    assert Client().get(f"/commitments/{row.pk}/{ON}").content == before
    assert "How it stands is not made known; it is due by 30 June 2024." in before.decode()
    inside = queries.one_page(council.delegate("XAA"), row.pk, LATE).line
    assert (inside.status, len(inside.reports), inside.whole) == ("done", 1, True)


def test_opened_report_is_shown_and_tells_how_it_stands(council: Council) -> None:
    row = following.released_commitment(council)
    going.way_of(council)
    paper = going.document_of(council, "Quiet paper")
    following.report(council.secretariat, row, "running", today(row), opened=True, document=paper.pk)
    following.report(council.secretariat, row, "done", today(row))

    line = public_line(council, row)
    assert (line.status, [report.fact for report in line.reports]) == ("running", ["It is running."])
    assert line.reports[0].document is None
    assert queries.one_page(council.secretariat, row.pk, LATE).line.status == "done"


def test_public_page_never_calls_a_commitment_overdue(council: Council) -> None:
    row = following.released_commitment(council)
    assert queries.one_page(council.secretariat, row.pk, LATE).line.status == "overdue"

    assert public_line(council, row).status == "untold"
    following.report(council.secretariat, row, "running", today(row), opened=True)
    assert public_line(council, row).status == "running"


def test_delegation_opens_no_report(council: Council) -> None:
    row = following.released_commitment(council)
    with pytest.raises(Unfit, match="made known"):
        following.report(council.delegate("XBB"), row, "done", today(row), opened=True)
    form = factories.sign_in(Client(), council.delegate("XBB")).get(f"/commitments/{row.pk}/report/")
    assert 'name="open"' not in form.content.decode()
    office = factories.sign_in(Client(), council.secretariat)
    assert 'name="open"' in office.get(f"/commitments/{row.pk}/report/").content.decode()
    values = {"key": str(factories.key()), "standing": "stated", "day": str(today(row)), "state": "running"}
    office.post(f"/commitments/{row.pk}/report/", {**values, "fact": "The report is out.", "open": "on"})
    assert [report.fact for report in public_line(council, row).reports] == ["The report is out."]


def test_public_pages_of_text_area_and_priority_show_the_same(council: Council) -> None:
    priority = following.priority_of(council)
    adoption = negotiating.plainly_adopted(council)
    row = following.commitment_of(council, adoption, priority=priority.handle)
    pages = (f"/areas/water/{ON}", f"/commitments/implementation/{ON}", f"/commitments/{ON}")
    for page in pages:
        assert WORDS not in Client().get(page).content.decode()
    negotiating.released(council, adoption)
    following.report(council.delegate("XBB"), row, "done", today(row))

    for page in (*pages, f"/adopted/{adoption.pk}/"):
        tree = html.fromstring(Client().get(page).content)
        for choice in tree.xpath("//select"):
            choice.clear()
        shown = " ".join(tree.text_content().split())
        assert (WORDS in shown, "It is done." in shown, "reported done" in shown) == (True, False, False), page
    assert (
        "Of commitments only those reports are shown that were made known." in Client().get(pages[1]).content.decode()
    )


def test_search_finds_for_the_public_what_is_open_alone(council: Council) -> None:
    adoption = negotiating.plainly_adopted(council)
    row = following.commitment_of(council, adoption, due=None)
    following.report(council.secretariat, row, "running", today(row), opened=True)
    following.report(council.secretariat, row, "done", today(row))

    def found(words: str) -> bool:
        catch_up()
        page = search_page(council.public, council.organisation.pk, words)
        return any(hit.key == row.pk for group in page.groups for hit in group.hits)

    assert not found("running")
    negotiating.released(council, adoption)
    assert (found("running"), found("done")) == (True, False)
