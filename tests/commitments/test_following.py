"""Measures and commitments: who enters what, the very words, and how each stands on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from accord.access import NotVisible, Refused
from accord.commitments import queries
from accord.commitments.models import Commitment, Measure
from accord.commitments.pages import FollowedLine, OnePage
from accord.members.errors import Unfit
from accord.record import clock
from accord.record.models import Entry
from tests import factories
from tests.commitments import following
from tests.commitments.following import AFTER, BEGUN, DUE, LATE, SPRING, WORDS
from tests.documents import going
from tests.factories import Council
from tests.publishing import negotiating


def page(council: Council, row: Measure | Commitment, on: date) -> OnePage:
    return queries.one_page(council.secretariat, row.pk, on)


def line(council: Council, row: Measure | Commitment, on: date) -> FollowedLine:
    return page(council, row, on).line


# Measures


def test_measure_stands_under_its_priority_with_owner_period_and_target(council: Council) -> None:
    row = following.measure_of(council, indicator="Courses", target=Decimal(12), unit="courses")

    found = line(council, row, SPRING)
    assert (found.owners, found.due, found.priority, found.area) == (
        ("XAA",),
        DUE,
        (1, "Clean the rivers"),
        "Clear water",
    )
    assert found.indicator == "Courses: target 12 courses"
    assert found.status == "planned"


@pytest.mark.parametrize(
    ("owner", "codes", "told"), [("member XBB", ("XBB",), ""), ("The registrar", (), "The registrar"), ("", (), "")]
)
def test_owner_is_a_member_an_office_or_not_known(
    council: Council, owner: str, codes: tuple[str, ...], told: str
) -> None:
    found = line(council, following.measure_of(council, owner=owner), SPRING)

    assert (found.owners, str(found.owner)) == (codes, told)
    assert found.owned is bool(owner)


def test_organ_owns_a_measure(council: Council) -> None:
    factories.in_office(council, "Clara Example", member="XAA", organ="wells")

    assert str(line(council, following.measure_of(council, owner="organ wells"), SPRING).owner) == "Wells"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"owner": "member XZZ"}, "“XZZ” is not in the register"),
        ({"due": date(2023, 1, 1)}, "comes before the first"),
        ({"target": Decimal(3)}, "A target needs its unit"),
        ({"target": Decimal(3), "unit": "courses"}, "Say what the target counts"),
        ({"area": "nowhere"}, "“nowhere” is not in the register"),
        ({"priority": 99_999}, "no such priority"),
    ],
)
def test_measure_that_cannot_be_is_refused_in_words(council: Council, values: dict[str, object], reason: str) -> None:
    following.priority_of(council)
    with pytest.raises(Unfit, match=reason):
        following.measure_of(council, **values)
    assert not Measure.objects.exists()


@pytest.mark.parametrize(
    ("who", "answer"),
    [("secretariat", None), ("chair", None), ("xaa-delegate", Refused), ("partner", Refused), ("stranger", Refused)],
)
def test_office_alone_plans(council: Council, who: str, answer: type[Exception] | None) -> None:
    following.priority_of(council)
    other = factories.council("Other Council", public=False, prefix="other-")
    cast = {**council.everybody, "stranger": other.secretariat}
    priority = following.Priority.objects.get(number=1).handle
    if answer:
        with pytest.raises(answer):
            following.measure_of(council, cast[who], priority=priority)
    else:
        following.measure_of(council, cast[who], priority=priority)
    assert Measure.objects.exists() is (answer is None)


# How it stands


def test_it_is_overdue_the_day_after_its_last_day(council: Council) -> None:
    row = following.measure_of(council)
    following.report(council.secretariat, row, "running", SPRING)

    assert [line(council, row, day).status for day in (BEGUN, SPRING, DUE, AFTER)] == [
        "planned", "running", "running", "overdue"
    ]  # fmt: skip
    assert line(council, row, AFTER).said == "reported running"
    assert "Overdue: it was due on 30 June 2024" in page(council, row, AFTER).sentence


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_done_or_dropped_is_never_overdue(council: Council, state: str) -> None:
    row = following.measure_of(council)
    decision = {"decision": "Decision 3 of the council"} if state == "dropped" else {}
    following.report(council.secretariat, row, state, SPRING, **decision)

    assert line(council, row, AFTER).status == state


def test_page_of_an_earlier_day_knows_no_later_report(council: Council) -> None:
    row = following.measure_of(council, known=SPRING)
    following.report(council.secretariat, row, "done", DUE)

    assert line(council, row, SPRING).reports == ()
    assert len(line(council, row, DUE).reports) == 1
    with pytest.raises(NotVisible):
        page(council, row, BEGUN)


# Reports


def test_report_carries_its_evidence(council: Council) -> None:
    row = following.measure_of(council)
    meeting = factories.meeting_of(council, day=SPRING)
    going.way_of(council)
    document = going.document_of(council, "Course book", open=True, titles={"ru": "Книга курсов"})
    evidence = {"meeting": meeting.pk, "document": document.pk, "figure": Decimal("1250.50"), "unit": "courses"}
    following.report(council.secretariat, row, "running", SPRING, **evidence)

    (told,) = line(council, row, AFTER).reports
    assert told.meeting == (meeting.pk, "First meeting")
    assert told.document == (document.pk, "Course book")
    assert told.figure == "1,250.5 courses"
    with translation.override("ru"):
        assert line(council, row, AFTER).reports[0].document == (document.pk, "Книга курсов")


def test_evidence_that_a_reader_cannot_see_is_not_named(council: Council) -> None:
    row = following.measure_of(council)
    going.way_of(council)
    document = going.document_of(council, "Course book")
    following.report(council.secretariat, row, "running", SPRING, document=document.pk)

    (told,) = queries.one_page(council.public, row.pk, AFTER).line.reports
    assert told.document is None
    assert line(council, row, AFTER).reports[0].document == (document.pk, "Course book")


@pytest.mark.parametrize(
    ("state", "day", "evidence", "reason"),
    [
        ("dropped", SPRING, {}, "Name the decision"),
        ("done", SPRING, {"decision": "Decision 3"}, "Name the decision"),
        ("running", SPRING, {"figure": Decimal(5)}, "A figure needs its unit"),
        ("running", SPRING, {"meeting": "aaaaaaaaaaaaaaaa"}, "no such meeting"),
        ("running", SPRING, {"document": "aaaaaaaaaaaaaaaa"}, "no such document"),
        ("wish", SPRING, {}, "no state of what is followed"),
        ("running", date(2099, 1, 1), {}, "not there yet"),
    ],
)
def test_report_that_cannot_be_is_refused_in_words(
    council: Council, state: str, day: date, evidence: dict[str, object], reason: str
) -> None:
    row = following.measure_of(council)
    with pytest.raises(Unfit, match=reason):
        following.report(council.secretariat, row, state, day, **evidence)
    assert line(council, row, AFTER).reports == ()


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("secretariat", True), ("chair", True), ("xaa-delegate", True), ("xbb-delegate", False), ("xaa-expert", False),
        ("partner", False), ("public", False),
    ],
)  # fmt: skip
def test_owner_and_office_report(council: Council, who: str, may: bool) -> None:
    row = following.measure_of(council)
    if may:
        following.report(council.everybody[who], row, "running", SPRING)
    else:
        with pytest.raises(Refused):
            following.report(council.everybody[who], row, "running", SPRING)
    assert row.reports.exists() is may
    if who == "xaa-delegate":
        assert line(council, row, AFTER).reports[0].entered_by == "XAA"


# Commitments


def test_commitment_is_the_very_words_with_their_place(council: Council) -> None:
    row = following.commitment_of(council)

    place = line(council, row, LATE).place
    assert place is not None
    assert row.words == WORDS
    assert (place.before, place.after) == ("2. Decide to ", ";")
    assert row.end - row.start == len(WORDS)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"words": "publish a report of every meeting", "block": "?"}, "do not stand in this paragraph"),
        ({"words": "e", "block": "?"}, "more than once"),
        ({"words": "report", "start": 3, "block": "?"}, "do not stand in this paragraph"),
        ({"words": ""}, "the very words"),
        ({"block": "nowhere"}, "no such paragraph"),
        ({"bound": ()}, "who is bound"),
        ({"bound": ("XZZ",)}, "“XZZ” is not in the register"),
    ],
)
def test_words_that_do_not_stand_there_are_refused(council: Council, values: dict[str, object], reason: str) -> None:
    adoption = negotiating.plainly_adopted(council)
    known = {**values, "block": following.block_of(adoption)} if values.get("block") in (None, "?") else values
    with pytest.raises(Unfit, match=reason):
        following.commitment_of(council, adoption, **known)
    assert not Commitment.objects.exists()
    assert following.commitment_of(council, adoption).words == WORDS


def test_same_words_are_marked_once(council: Council) -> None:
    adoption = negotiating.plainly_adopted(council)
    following.commitment_of(council, adoption)
    with pytest.raises(Unfit, match="marked already"):
        following.commitment_of(council, adoption)


def test_commitment_exists_for_those_admitted_to_the_text(council: Council) -> None:
    row = following.commitment_of(council)

    assert queries.one_page(council.delegate("XAA"), row.pk, LATE).line.words == WORDS
    for who in (council.public, council.partner):
        with pytest.raises(NotVisible):
            queries.one_page(who, row.pk, LATE)
        assert queries.followed_page(who, council.organisation.pk, LATE).total == 0


def test_commitment_is_known_from_the_day_shown_when_it_was_marked(council: Council) -> None:
    row = following.commitment_of(council)

    assert row.known == min(row.adoption.at.date(), clock.now().date())


def test_sample_text_makes_sample_commitments(council: Council) -> None:
    row = following.commitment_of(council, negotiating.plainly_adopted(council, sample=True))

    assert row.sample
    assert not following.commitment_of(council, negotiating.plainly_adopted(council, title="Still water")).sample


def test_acts_stand_in_the_record(council: Council) -> None:
    measure, commitment = following.measure_of(council), following.commitment_of(council)
    following.report(council.secretariat, measure, "running", SPRING)
    following.report(council.delegate("XBB"), commitment, "running", clock.now().date())

    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"planned a measure", "marked a commitment", "reported on a measure", "reported on a commitment"} < verbs


# What awaits


@pytest.mark.django_db
def test_own_measure_near_its_last_day_awaits_its_delegation() -> None:
    council = factories.council(as_of=date(2024, 6, 15))
    row = following.measure_of(council)

    (item,) = queries.reports_awaited(council.delegate("XAA"))
    assert (item.text, item.place) == (row.pk, "followed")
    assert item.why == "It is due on 30 June 2024."
    assert queries.reports_awaited(council.delegate("XBB")) == ()
    assert queries.reports_awaited(council.secretariat) == ()


@pytest.mark.django_db
@pytest.mark.parametrize(("shown", "awaited"), [(date(2024, 5, 1), 0), (date(2024, 8, 1), 1)])
def test_overdue_awaits_and_what_is_far_does_not(shown: date, awaited: int) -> None:
    council = factories.council(as_of=shown)
    row = following.measure_of(council)

    assert len(queries.reports_awaited(council.delegate("XAA"))) == awaited
    following.report(council.delegate("XAA"), row, "done", date(2024, 5, 1))
    assert queries.reports_awaited(council.delegate("XAA")) == ()


def test_report_of_a_delegation_without_a_source_is_said_by_its_member(council: Council) -> None:
    row = following.measure_of(council)
    following.report(council.delegate("XAA"), row, "running", SPRING)
    following.report(council.secretariat, row, "done", DUE)

    told = [report.basis.source_name for report in line(council, row, AFTER).reports]
    assert told == ["Aland Example", "the secretariat"]
