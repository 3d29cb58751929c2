"""The programme of a term: announced, its priorities and reports; each day shows what was known by then."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accord.access import PUBLIC, Refused, Subject
from accord.members import actions as members
from accord.members.errors import Unfit
from accord.members.values import OrganEntry
from accord.programme import actions, queries
from accord.programme.values import PriorityEntry, ProgrammeEntry, ReportEntry
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db

FIRST, SECOND = date(2031, 1, 1), date(2032, 1, 1)
ANNOUNCED = date(2030, 11, 1)
CAST = ("xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public")

Doing = Callable[[str, Subject], object]


def announce(pk: str, by: Subject) -> object:
    entry = ProgrammeEntry(FIRST, ANNOUNCED, place="Aland", speaker="the minister", procedure="Sent to all.")
    return actions.announce_programme(pk, entry, [PriorityEntry(1, "Clean the rivers")], by=by, key=key())


def add(pk: str, by: Subject) -> object:
    return actions.add_priority(pk, FIRST, PriorityEntry(2, "Meet more"), by=by, key=key())


def report(pk: str, by: Subject) -> object:
    reports = [
        ReportEntry(1, date(2031, 6, 1), "running", "One river is clean."),
        ReportEntry(0, date(2031, 12, 1), "done", "All was done."),
    ]
    return actions.report_progress(pk, reports, by=by, key=key())


@pytest.fixture
def presided(council: Council) -> Council:
    """Return a council with two terms of the chairmanship."""
    factories.term_of(council, "XAA", FIRST, ends=date(2031, 12, 31))
    factories.term_of(council, "XBB", SECOND)
    return council


@pytest.mark.parametrize("doing", [announce, add])
def test_programme_is_entered_by_the_secretariat_and_the_chair_alone(doing: Doing, presided: Council) -> None:
    pk = presided.organisation.pk
    if doing is add:
        announce(pk, presided.secretariat)
    before = Entry.objects.count()
    for who in CAST:
        with pytest.raises(Refused):
            doing(pk, presided.everybody[who])
    assert Entry.objects.count() == before
    for count, by in enumerate((presided.secretariat, presided.chair), start=1):
        doing(pk, by)
        assert Entry.objects.count() == before + count


def test_programme_that_the_chair_enters_rests_on_the_member_that_presides(presided: Council) -> None:
    pk = presided.organisation.pk
    announce(pk, presided.chair)
    add(pk, presided.chair)
    (programme,) = queries.programme_list(presided.chair, pk, on=FIRST)
    assert {programme.basis.source_name, *(line.basis.source_name for line in programme.priorities)} == {
        presided.organisation.members.get(code="XAA").name
    }


def test_each_day_shows_the_priorities_of_its_term_and_what_was_reported_by_then(presided: Council) -> None:
    pk, by = presided.organisation.pk, presided.secretariat
    announce(pk, by)
    add(pk, by)
    report(pk, by)
    actions.announce_programme(
        pk, ProgrammeEntry(SECOND, date(2031, 11, 1)), [PriorityEntry(1, "Clean the air")], by=by, key=key()
    )

    def names(day: date) -> list[str]:
        return [line.name for line in queries.priority_list(PUBLIC, pk, on=day)]

    assert (names(date(2030, 12, 1)), names(FIRST), names(SECOND)) == (
        [],
        ["Clean the rivers", "Meet more"],
        ["Clean the air"],
    )
    early, late = (queries.programme_list(PUBLIC, pk, on=day) for day in (date(2031, 7, 1), SECOND))
    assert [line.code for line in early] == ["XAA"]
    assert [line.code for line in late] == ["XBB", "XAA"]
    assert [each.fact for each in early[0].priorities[0].reports] == ["One river is clean."]
    assert (early[0].reports, [each.fact for each in late[1].reports]) == ((), ["All was done."])


def test_programme_is_replaced_and_of_a_known_term_and_organ(presided: Council) -> None:
    pk, by = presided.organisation.pk, presided.secretariat
    announce(pk, by)
    announce(pk, by)
    assert len(queries.programme_list(PUBLIC, pk, on=FIRST)) == 1
    with pytest.raises(Unfit, match="No term"):
        actions.announce_programme(pk, ProgrammeEntry(date(2040, 1, 1), ANNOUNCED), by=by, key=key())
    with pytest.raises(Unfit, match="not in the register"):
        actions.announce_programme(pk, ProgrammeEntry(FIRST, ANNOUNCED, organ="nowhere"), by=by, key=key())
    with pytest.raises(Unfit, match="no programme for that term"):
        actions.add_priority(pk, SECOND, PriorityEntry(1, "Air"), by=by, key=key())
    with pytest.raises(Unfit, match="no programme for that day"):
        actions.report_progress(pk, [ReportEntry(0, SECOND, "done", "All.")], by=by, key=key())
    with pytest.raises(Unfit, match="no priority 7"):
        actions.report_progress(pk, [ReportEntry(7, FIRST, "done", "All.")], by=by, key=key())


def test_programme_is_entered_and_read_on_pages(presided: Council, client: Client) -> None:
    by, pk = presided.secretariat, presided.organisation.pk
    members.enter_register(pk, [OrganEntry("water", "Water Group")], [], [], by=by, key=key())
    factories.sign_in(client, by)
    day = f"?on={SECOND.isoformat()}"
    sent = {
        "programme": {"term": "2031-01-01", "announced": "2030-11-01", "speaker": "the minister", "organ": "water"},
        "priority": {"term": "2031-01-01", "number": "1", "words": "Clean the rivers"},
        "report": {"term": "2031-01-01", "number": "1", "day": "2031-02-01", "state": "done", "fact": "It is clean."},
    }
    for what, values in sent.items():
        wrong = client.post(f"/chairmanship/enter/{what}/", {"key": str(key())})
        assert wrong.status_code == 422
        data = {"key": str(key()), "standing": "stated", **values}
        assert client.post(f"/chairmanship/enter/{what}/", data).status_code == 302
    page = Client().get(f"/chairmanship/{day}").content.decode()
    for words in ("the minister", "Water Group", "Clean the rivers", "It is clean."):
        assert words in page
