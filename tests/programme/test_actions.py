"""What is done with the programme: the same cast for each action, the answer and what is then stored."""

from collections.abc import Callable
from datetime import date

import pytest

from accord.access import NotVisible, Refused, Subject
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.programme import actions, queries
from accord.programme.pages import ProgrammePage
from accord.programme.values import ActivityEntry, AreaEntry, OperationEntry, PriorityEntry, ReportEntry, SeriesEntry
from accord.record.models import Entry
from tests import factories
from tests.factories import Council

Doing = Callable[[str, Subject], object]
INFERRED = Basis("A Newspaper", "https://example.org/1", "2031-01-02", "inference", "Concluded from the subject.")


def set_priorities(organisation: str, by: Subject) -> object:
    areas = [AreaEntry("water", "Clear water"), AreaEntry("air", "Clear air")]
    first = PriorityEntry(1, "Clean the rivers", "water", date(2031, 1, 1), INFERRED)
    priorities = [first, PriorityEntry(2, "Meet more")]
    return actions.set_priorities(organisation, areas, priorities, by=by, key=factories.key())


def report_progress(organisation: str, by: Subject) -> object:
    reports = [ReportEntry(1, date(2031, 2, 1), "running", "The chair reports work on one river.", INFERRED)]
    return actions.report_progress(organisation, reports, by=by, key=factories.key())


def enter_activities(organisation: str, by: Subject) -> object:
    activities = [
        ActivityEntry("Field Day", "2032", "planned", area="water", host="XBB"),
        ActivityEntry("Field Day", "2031", "held", begins=date(2031, 3, 1), participants=("XAA", "XBB")),
    ]
    return actions.enter_activities(organisation, activities, by=by, key=factories.key())


def enter_operations(organisation: str, by: Subject) -> object:
    operations = [OperationEntry("Spring", "keep springs clean", "water", since=2029)]
    return actions.enter_operations(organisation, operations, by=by, key=factories.key())


ALL = (set_priorities, report_progress, enter_activities, enter_operations)


def shown(council: Council, by: Subject | None = None) -> ProgrammePage:
    return queries.programme_page(by or council.public, council.organisation.pk, date(2031, 12, 31))


@pytest.fixture
def begun(council: Council) -> Council:
    """Return the council with its priorities entered."""
    set_priorities(council.organisation.pk, council.secretariat)
    return council


@pytest.mark.parametrize("doing", ALL[1:])
def test_action_is_for_the_secretariat_alone(doing: Doing, begun: Council) -> None:
    cast = {**begun.everybody, "stranger": stranger()}
    before = Entry.objects.count()

    for who in sorted(set(cast) - {"secretariat"}):
        with pytest.raises(Refused):
            doing(begun.organisation.pk, cast[who])
    assert Entry.objects.count() == before

    doing(begun.organisation.pk, cast["secretariat"])
    assert Entry.objects.count() == before + 1


def test_set_priorities_is_for_the_secretariat_alone(council: Council) -> None:
    cast = {**council.everybody, "stranger": stranger()}

    for who in sorted(set(cast) - {"secretariat"}):
        with pytest.raises(Refused):
            set_priorities(council.organisation.pk, cast[who])

    assert shown(council).priorities == ()


@pytest.mark.parametrize("doing", ALL)
def test_programme_of_a_private_council_is_not_there_for_others(doing: Doing, council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")

    for who in (council.secretariat, council.public):
        with pytest.raises(NotVisible):
            doing(other.organisation.pk, who)


def test_priorities_are_shown_with_their_reports_and_sources(begun: Council) -> None:
    report_progress(begun.organisation.pk, begun.secretariat)

    first, second = shown(begun).priorities

    assert (first.number, first.name, first.area) == (1, "Clean the rivers", "Clear water")
    assert first.announced == date(2031, 1, 1)
    assert first.basis == INFERRED
    assert [(line.state, line.mark, line.basis) for line in first.reports] == [("reported running", "adref", INFERRED)]
    assert (second.name, second.area, second.reports, second.basis) == ("Meet more", "", (), Basis())


def test_activities_held_come_before_those_planned(begun: Council) -> None:
    enter_activities(begun.organisation.pk, begun.secretariat)

    held, planned = shown(begun).activities

    assert (held.edition, held.state, held.participants, held.host) == ("2031", "held", ("XAA", "XBB"), "")
    assert (planned.edition, planned.state, planned.participants, planned.host) == ("2032", "planned", (), "XBB")


def test_operations_are_shown_as_programmes(begun: Council) -> None:
    enter_operations(begun.organisation.pk, begun.secretariat)

    (line,) = shown(begun).operations

    assert (line.name, line.purpose, line.area, line.since) == ("Spring", "keep springs clean", "Clear water", 2029)


IN_AREA: dict[str, Callable[[str, Subject, str], object]] = {
    "priority": lambda pk, by, area: actions.set_priorities(
        pk, [], [PriorityEntry(3, "Rest", area)], by=by, key=factories.key()
    ),
    "series": lambda pk, by, area: actions.enter_series(pk, [SeriesEntry("Dawn", area)], by=by, key=factories.key()),
    "edition": lambda pk, by, area: actions.enter_activities(
        pk, [ActivityEntry("Dawn", "2031", "planned", area)], by=by, key=factories.key()
    ),
    "operation": lambda pk, by, area: actions.enter_operations(
        pk, [OperationEntry("Dawn", "rise", area)], by=by, key=factories.key()
    ),
}


@pytest.mark.parametrize("what", sorted(IN_AREA))
def test_area_that_is_not_there_is_said_and_not_dropped(begun: Council, what: str) -> None:
    entries = Entry.objects.count()

    with pytest.raises(Unfit, match="“nowhere” is not in the register") as caught:
        IN_AREA[what](begun.organisation.pk, begun.secretariat, "nowhere")
    assert (caught.value.field, Entry.objects.count()) == ("area", entries)

    IN_AREA[what](begun.organisation.pk, begun.secretariat, "water")
    assert Entry.objects.count() == entries + 1


def test_programme_of_a_private_council_is_shown_to_its_own(council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    set_priorities(other.organisation.pk, other.secretariat)

    assert len(shown(other, other.delegate("XAA")).priorities) == 2
    assert shown(other, council.secretariat) == ProgrammePage((), (), (), ())
    assert shown(other, council.public) == ProgrammePage((), (), (), ())


def stranger() -> Subject:
    """Return the secretariat of another council."""
    return factories.council("Third Council", (("XAA", "Alpha"),), public=False, prefix="third-").secretariat
