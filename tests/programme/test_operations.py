"""Joint operations as programmes: who takes part, phases, published results, and who may enter them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from accord.access import PUBLIC, NotVisible, Refused, Subject
from accord.members.errors import Unfit
from accord.programme import actions, queries
from accord.programme.pages import OperationLine
from accord.programme.values import OperationEntry, PriorityEntry, ServiceEntry, TakingEntry
from accord.record.models import Entry
from accord.search.actions import catch_up
from accord.search.queries import search_page
from tests import factories
from tests.factories import Council, key
from tests.programme.running import EARLY, LATE, operations_of, phase, result
from tests.web.test_access_matrix import visitor

Doing = Callable[[str, Subject], object]


@pytest.fixture
def running(council: Council) -> Council:
    return operations_of(council)


def spring(council: Council, on: date = LATE) -> OperationLine:
    return queries.operation_page(PUBLIC, council.organisation.pk, "spring", on).line


def test_operation_is_shown_with_what_is_known_by_the_day(running: Council) -> None:
    before, after = spring(running, date(2031, 1, 31)), spring(running)

    assert ([one.name for one in before.phases], before.members, before.results) == (["Spring-1"], (), ())
    assert ([one.name for one in after.phases], after.members) == (["Spring-1", "Spring-2"], ("XAA",))
    assert [(one.phase, one.what, one.told) for one in after.results] == [
        ("Spring-1", "litter gathered", "more than 1,250.5 kg")
    ]


def test_page_says_what_is_not_known(council: Council) -> None:
    entry = OperationEntry("Bare", "keep quiet")
    actions.enter_operations(council.organisation.pk, [entry], by=council.secretariat, key=key())

    page = queries.operation_page(PUBLIC, council.organisation.pk, "bare", LATE)

    told = "Keep quiet. No phase of it is known by this day. No published result is known by this day."
    assert page.sentence == told


def test_operation_is_called_by_its_spellings(running: Council) -> None:
    called = spring(running).called

    assert (called.also, called.aliases) == ((("ru", "Родник"),), ("Springs",))
    catch_up()
    hits = [hit for group in search_page(PUBLIC, running.organisation.pk, "Springs").groups for hit in group.hits]
    assert {(hit.place, hit.key) for hit in hits} == {("operation", "spring")}


def test_what_is_entered_again_is_corrected(running: Council) -> None:
    by, pk = running.secretariat, running.organisation.pk
    actions.enter_phases(pk, [phase(place="Aland Example")], by=by, key=key())
    actions.enter_results(pk, [result(figure=Decimal(3), exactness="exact", unit="t")], by=by, key=key())
    actions.enter_operations(pk, [OperationEntry("Spring tide", "keep all clean", key="spring")], by=by, key=key())

    line = spring(running)

    assert (line.name, line.purpose, line.phases[0].place) == ("Spring tide", "keep all clean", "Aland Example")
    assert [one.told for one in line.results] == ["3 t"]


WRONG: dict[str, Doing] = {
    "state": lambda pk, by: actions.enter_phases(pk, [phase(state="dreamt")], by=by, key=key()),
    "ends": lambda pk, by: actions.enter_phases(pk, [phase(ends=date(2030, 1, 1))], by=by, key=key()),
    "participants": lambda pk, by: actions.enter_phases(pk, [phase(participants=("XZZ",))], by=by, key=key()),
    "phase": lambda pk, by: actions.enter_results(pk, [result(phase="Autumn")], by=by, key=key()),
    "figure": lambda pk, by: actions.enter_results(pk, [result(figure=Decimal(-1))], by=by, key=key()),
    "exactness": lambda pk, by: actions.enter_results(pk, [result(exactness="rather")], by=by, key=key()),
    "operation": lambda pk, by: actions.enter_phases(pk, [replace(phase(), operation="None")], by=by, key=key()),
    "members": lambda pk, by: actions.enter_takings(pk, [TakingEntry("Spring", ())], by=by, key=key()),
    "organ": lambda pk, by: actions.enter_operations(pk, [OperationEntry("A", "b", organ="no")], by=by, key=key()),
    "name": lambda pk, by: actions.enter_operations(pk, [OperationEntry("", "b")], by=by, key=key()),
}


@pytest.mark.parametrize("field", sorted(WRONG))
def test_what_cannot_be_so_is_refused_in_words_and_changes_nothing(running: Council, field: str) -> None:
    before, entries = spring(running), Entry.objects.count()

    with pytest.raises(Unfit) as caught:
        WRONG[field](running.organisation.pk, running.secretariat)

    assert caught.value.field == field
    assert str(caught.value)
    assert (spring(running), Entry.objects.count()) == (before, entries)


DOING: dict[str, Doing] = {
    "operation": lambda pk, by: actions.enter_operations(pk, [OperationEntry("Autumn", "a")], by=by, key=key()),
    "members": lambda pk, by: actions.enter_takings(pk, [TakingEntry("Spring", ("XBB",))], by=by, key=key()),
    "phase": lambda pk, by: actions.enter_phases(pk, [phase(name="Spring-3")], by=by, key=key()),
    "result": lambda pk, by: actions.enter_results(pk, [result(known=LATE)], by=by, key=key()),
}


@pytest.mark.parametrize("what", sorted(DOING))
def test_entering_is_for_the_secretariat_alone(running: Council, what: str) -> None:
    before = Entry.objects.count()

    for who in sorted(set(running.everybody) - {"secretariat"}):
        with pytest.raises(Refused):
            DOING[what](running.organisation.pk, running.everybody[who])
    assert Entry.objects.count() == before

    DOING[what](running.organisation.pk, running.secretariat)
    assert Entry.objects.count() == before + 1


def test_private_council_keeps_its_operations(council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"), ("XBB", "Beta")), public=False, prefix="other-")
    addresses = ("/operations/", "/operations/spring/")
    without = [Client().get(address).content for address in addresses]

    operations_of(other)

    assert [Client().get(address).content for address in addresses] == without
    with pytest.raises(NotVisible):
        queries.operation_page(council.secretariat, other.organisation.pk, "spring", LATE)
    assert queries.operation_page(other.delegate("XAA"), other.organisation.pk, "spring", LATE).line.name == "Spring"


def test_secretariat_enters_an_operation_on_its_pages(council: Council) -> None:
    client = visitor(council.secretariat)

    def post(part: str, **values: object) -> object:
        return client.post(f"/operations/enter/{part}/", {"key": str(key()), "standing": "stated", **values})

    about = {"of_operation": "Dawn"}
    made = post("operation", name="Dawn", purpose="wake early")
    assert made.headers["Location"] == "/operations/dawn/"  # type: ignore[attr-defined]
    post("phase", **about, name="Dawn-1", state="held", begins="2001-05-01", ends="2001-05-02")
    post("members", **about, members=["XAA"])
    post("name", **about, of_key="dawn", language="ru", words="Рассвет")
    counted = {**about, "what": "sleepers woken", "phase": "Dawn-1", "exactness": "about", "known": "2001-05-03"}
    wrong = post("result", **counted, figure="many")
    assert wrong.status_code == 422  # type: ignore[attr-defined]
    assert 'value="sleepers woken"' in wrong.content.decode()  # type: ignore[attr-defined]
    post("result", **counted, figure="40")
    page = client.get("/operations/dawn/").content.decode()
    for words in ("Dawn-1", "about 40", "Рассвет", "1 to 2 May 2001", "They are not added up"):
        assert words in page


def test_phase_and_result_are_brought_to_be_corrected(running: Council) -> None:
    many = result(what="pebbles counted", figure=Decimal(143000), exactness="about", unit="")
    actions.enter_results(running.organisation.pk, [many], by=running.secretariat, key=key())
    client, line = visitor(running.secretariat), spring(running)
    asked = f"?operation=spring&on={LATE.isoformat()}"

    phase_form = client.get(f"/operations/enter/phase/{asked}&phase={line.phases[0].id}").content.decode()
    result_form = client.get(f"/operations/enter/result/{asked}&result={line.results[0].id}").content.decode()
    nothing = client.get(f"/operations/enter/result/{asked}&result=0").content.decode()

    assert 'value="Spring-1"' in phase_form
    assert 'value="2030-04-05"' in phase_form
    assert 'value="1250.5"' in result_form
    assert '<option value="Spring-1" selected>' in result_form
    assert 'value="1250.5"' not in nothing
    assert {one.told: one.figure for one in line.results} == {
        "more than 1,250.5 kg": "1250.5",
        "about 143,000": "143000",
    }


def test_priorities_that_it_serves_are_shown_from_their_day_on(running: Council) -> None:
    pk, by = running.organisation.pk, running.secretariat
    priority = PriorityEntry(1, "Clean the rivers")
    actions.set_priorities(pk, [], [priority], by=by, key=key())
    actions.tie_to_priorities(pk, [ServiceEntry(1, operation="Spring", known=LATE)], by=by, key=key())

    def serves(day: date) -> list[str]:
        return [one.name for one in queries.operation_page(PUBLIC, pk, "spring", day).serves]

    assert (serves(EARLY), serves(LATE)) == ([], ["Clean the rivers"])
    assert "Priorities that it serves" in Client().get(f"/operations/spring/?on={LATE.isoformat()}").content.decode()


@pytest.mark.parametrize("day", [EARLY, LATE])
def test_pages_show_the_day(running: Council, day: date) -> None:
    page = Client().get(f"/operations/spring/?on={day.isoformat()}").content.decode()

    assert ("Spring-2" in page) == (day == LATE)
    assert "more than 1,250.5 kg" in page
