"""What is followed is found by its words, by those who see it."""

from __future__ import annotations

from datetime import date

import pytest

from accord.access import Subject
from accord.search.actions import catch_up
from accord.search.queries import search_page
from tests import factories
from tests.commitments import following
from tests.commitments.following import SPRING
from tests.factories import Council


def found(council: Council, by: Subject, query: str) -> list[tuple[str, str]]:
    """Return place and id of each hit."""
    catch_up()
    page = search_page(by, council.organisation.pk, query)
    return [(hit.place, hit.key) for group in page.groups for hit in group.hits]


def test_measure_and_its_report_are_found_by_everybody(council: Council) -> None:
    row = following.measure_of(council, words="Hold twelve zebra courses")
    following.report(council.secretariat, row, "running", SPRING)

    assert found(council, council.public, "zebra") == [("followed", row.pk)]


def test_commitment_and_narrow_proposal_are_found_by_those_admitted(council: Council) -> None:
    row = following.commitment_of(council, binds="The zebra office")
    meeting = factories.meeting_of(council, day=SPRING)
    voiced = following.voiced_in(council, meeting, sitting="narrow", words="Count the zebra.")

    assert set(found(council, council.delegate("XAA"), "zebra")) == {("followed", row.pk), ("proposal", voiced.pk)}
    assert found(council, council.public, "zebra") == []
    assert found(council, council.partner, "zebra") == []


@pytest.mark.django_db
def test_what_is_not_known_on_the_day_shown_is_not_found() -> None:
    council = factories.council(as_of=date(2024, 2, 1))
    following.measure_of(council, words="Hold twelve zebra courses", known=SPRING)
    known = following.measure_of(council, words="Draw a zebra", known=date(2024, 1, 5))

    assert found(council, council.public, "zebra") == [("followed", known.pk)]
