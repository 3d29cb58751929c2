"""A measure is corrected: the old wording stays with the reason, and earlier days keep what stood there then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accord.access import NotVisible, Refused, Subject
from accord.commitments import actions, queries
from accord.commitments.models import Correction, Measure
from accord.commitments.values import CorrectionEntry
from accord.members.basis import Basis
from accord.members.changes import Change
from accord.members.errors import Unfit
from accord.record.models import Entry
from tests import factories
from tests.commitments import following
from tests.commitments.following import AFTER, DUE, SPRING
from tests.factories import Council, key
from tests.web.test_access_matrix import visitor

LATER = date(2024, 9, 30)


def correct(
    council: Council,
    row: Measure,
    *,
    by: Subject | None = None,
    since: date | None = None,
    reason: str = "Slip.",
    **new: Any,
) -> Measure:
    """Correct a measure; what is not named stays."""
    entry = replace(queries.measure_entry(council.secretariat, row.pk), **new)
    return actions.correct_measure(
        row.pk, CorrectionEntry(entry, reason, since), by=by or council.secretariat, key=key()
    )


def page(council: Council, row: Measure, on: date = AFTER) -> Any:
    return queries.one_page(council.public, row.pk, on)


def test_what_stood_before_stays_with_the_reason(council: Council) -> None:
    row = following.measure_of(council, indicator="Courses", target=Decimal(12), unit="courses")
    correct(council, row, words="Hold ten courses", target=Decimal(10), owner="The registrar")

    seen = page(council, row, SPRING)
    assert (seen.line.words, seen.line.owners, str(seen.line.owner)) == ("Hold ten courses", (), "The registrar")
    (before,) = seen.corrections
    assert (before.reason, before.actor, before.since) == ("Slip.", council.secretariat.name, None)
    assert before.changes == (
        Change("Measure", "Hold twelve courses", "Hold ten courses"),
        Change("Whose", "Aland Example", "The registrar"),
        Change("Indicator", "Courses: target 12 courses", "Courses: target 10 courses"),
    )
    entry = Entry.objects.get(verb="corrected a measure")
    assert (entry.data["before"], entry.data["what"]) == ("Hold twelve courses", "Hold ten courses")


def test_earlier_days_keep_what_stood_there_when_it_was_changed(council: Council) -> None:
    row = following.measure_of(council)
    correct(council, row, due=LATER, since=AFTER)
    correct(council, row, due=None, when="later", since=date(2024, 8, 1))

    stands = [(line.due, line.status) for line in (page(council, row, day).line for day in (DUE, AFTER, LATER))]
    assert stands == [(DUE, "planned"), (LATER, "planned"), (None, "planned")]
    assert [len(page(council, row, day).corrections) for day in (DUE, AFTER, LATER)] == [0, 1, 2]
    (first,) = page(council, row, AFTER).corrections
    assert first.changes == (Change("When", "1 January to 30 June 2024", "1 January to 30 September 2024"),)


def test_old_last_day_is_overdue_on_the_day_before_the_change(council: Council) -> None:
    row = following.measure_of(council)
    correct(council, row, due=LATER, since=date(2024, 7, 10))

    assert [page(council, row, date(2024, 7, day)).line.status for day in (9, 10)] == ["overdue", "planned"]
    listed = queries.followed_page(council.public, council.organisation.pk, date(2024, 7, 9)).lines
    assert [line.due for line in listed] == [DUE]


def test_mistake_found_after_a_change_of_plan_is_put_right_on_earlier_days_too(council: Council) -> None:
    row = following.measure_of(council, words="Hold twelve curses")
    correct(council, row, due=LATER, since=date(2024, 7, 10), reason="Put off.")
    correct(council, row, words="Hold twelve courses", owner="member XBB")

    early, late = (page(council, row, date(2024, 7, day)) for day in (9, 10))
    assert (early.line.words, early.line.owners, early.line.due, early.line.status) == (
        "Hold twelve courses",
        ("XBB",),
        DUE,
        "overdue",
    )
    assert (late.line.words, late.line.owners, late.line.due) == ("Hold twelve courses", ("XBB",), LATER)
    assert [len(each.corrections) for each in (early, late)] == [1, 2]
    assert Correction.objects.earliest("at").words == "Hold twelve curses"


def test_correction_of_what_the_new_plan_alone_says_leaves_the_old_plan(council: Council) -> None:
    row = following.measure_of(council, indicator="Courses", target=Decimal(12), unit="curses")
    correct(council, row, target=Decimal(10), due=None, owner="", since=AFTER, reason="Changed.")
    correct(council, row, target=None, unit="", due=LATER, owner="The registrar")

    old, new = page(council, row, DUE).line, page(council, row, AFTER).line
    assert (old.owners, str(old.owner), old.due, old.indicator) == (("XAA",), "", DUE, "Courses: target 12 curses")
    assert (new.owners, str(new.owner), new.due, new.indicator) == ((), "The registrar", LATER, "Courses")


def test_unit_is_put_right_beside_an_older_target(council: Council) -> None:
    row = following.measure_of(council, indicator="Courses", target=Decimal(12), unit="curses")
    correct(council, row, target=Decimal(10), since=AFTER, reason="Changed.")
    correct(council, row, unit="courses")

    indicators = [page(council, row, day).line.indicator for day in (DUE, AFTER)]
    assert indicators == ["Courses: target 12 courses", "Courses: target 10 courses"]


def test_correction_of_the_basis_alone_is_told(council: Council) -> None:
    row = following.measure_of(council)
    correct(council, row, basis=Basis(standing="inference", why="From the plan."))
    (before,) = page(council, row).corrections
    assert (before.changes, before.written) == (
        (Change("Standing and source", "stated, the secretariat", "inferred, the secretariat, From the plan."),),
        Measure.objects.get().at,
    )


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ({}, "Nothing was changed"),
        ({"words": " "}, "name"),
        ({"due": date(2023, 1, 1)}, "comes before the first"),
        ({"target": Decimal(3)}, "A target needs its unit"),
        ({"owner": "member XZZ"}, "not in the register"),
        ({"words": "Other", "reason": ""}, "name"),
        ({"words": "Other", "since": date(2099, 1, 1)}, "not there yet"),
        ({"words": "Other", "since": SPRING}, "later than 1 March 2024"),
    ],
)
def test_correction_that_cannot_be_is_refused_in_words(council: Council, new: dict[str, Any], reason: str) -> None:
    row = following.measure_of(council, known=SPRING)
    with pytest.raises(Unfit, match=reason):
        correct(council, row, **new)
    assert not Correction.objects.exists()
    assert Measure.objects.get().words == "Hold twelve courses"


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("secretariat", None),
        ("chair", None),
        ("xaa-delegate", Refused),
        ("partner", Refused),
        ("stranger", Refused),
    ],
)
def test_office_alone_corrects(council: Council, who: str, answer: type[Exception] | None) -> None:
    row = following.measure_of(council)
    other = factories.council("Other Council", public=False, prefix="other-")
    cast = {**council.everybody, "stranger": other.secretariat}
    if answer:
        with pytest.raises(answer):
            correct(council, row, by=cast[who], words="Other")
    else:
        correct(council, row, by=cast[who], words="Other")
    assert Correction.objects.exists() is (answer is None)


def test_hidden_measure_cannot_be_corrected(council: Council) -> None:
    hidden = following.measure_of(factories.council("Other Council", public=False, prefix="other-"))
    with pytest.raises(NotVisible):
        correct(council, hidden, words="Other")


def test_measure_is_corrected_on_its_page_and_shows_its_history(council: Council) -> None:
    row = following.measure_of(council, indicator="Courses", target=Decimal(12), unit="courses")
    office, address = visitor(council.secretariat), f"/commitments/{row.pk}/correct/"
    form = office.get(address).content.decode()
    for known in ('value="Hold twelve courses"', 'value="2024-06-30"', 'value="12"', 'value="member XAA" selected'):
        assert known in form
    values = {"key": str(key()), "standing": "stated", "words": "Hold ten courses", "owner": "member XAA"}
    wrong = office.post(address, values)
    assert (wrong.status_code, 'value="Hold ten courses"' in wrong.content.decode()) == (422, True)

    done = office.post(address, {**values, "reason": "Two were counted twice."})

    assert done.status_code == 302
    shown = Client().get(f"/commitments/{row.pk}/?on={AFTER}").content.decode()
    for words in ("Hold ten courses", "What stood before", "Hold twelve courses", "Two were counted twice."):
        assert words in shown
    assert "corrects the measure “Hold twelve courses”: Two were counted twice." in (
        office.get("/record/").content.decode()
    )


def test_lists_ask_as_many_queries_for_many_corrections(council: Council, django_assert_max_num_queries: Any) -> None:
    row = following.measure_of(council)
    with django_assert_max_num_queries(60) as one:
        queries.followed_page(council.secretariat, council.organisation.pk, AFTER)
    for number in range(3):
        correct(council, row, words=f"Measure {number}", owner=f"member X{'ABC'[number] * 2}")
    with django_assert_max_num_queries(len(one)):
        assert queries.followed_page(council.secretariat, council.organisation.pk, AFTER).total == 1
