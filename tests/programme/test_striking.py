"""Wrong entries of the programme are struck with the reason: shown as current nowhere, kept, and entered anew."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from accord.access import PUBLIC, NotVisible, Refused
from accord.commitments.queries import area_page, implementation_page
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.programme import actions, queries
from accord.programme.models import STANDS, Belonging, Phase, Relation, Result, Service, Taking, Turn
from accord.programme.values import BelongingEntry, ServiceEntry, TakingEntry
from accord.record.models import Entry
from accord.search.actions import catch_up
from accord.search.queries import search_page
from tests import factories
from tests.commitments import following
from tests.documents import going
from tests.factories import Council, key
from tests.programme.running import EARLY, LATE, activities_of, moved, operations_of, phase, result, tied
from tests.web.test_access_matrix import visitor

DAY = date(2031, 12, 31)
TABLES = {
    "turn": Turn,
    "tie": Relation,
    "taking": Taking,
    "phase": Phase,
    "result": Result,
    "service": Service,
    "belonging": Belonging,
}


@pytest.fixture
def running(council: Council) -> Council:
    """A council with activities and operations; Spring serves a priority, and an organ belongs to an area."""
    following.priority_of(operations_of(activities_of(council)))
    factories.in_office(council, "Clara Example", member="XAA", organ="wells")
    pk, by = council.organisation.pk, council.secretariat
    actions.tie_to_priorities(pk, [serving()], by=by, key=key())
    actions.tie_to_area(pk, BelongingEntry("water", "organ", "wells"), by=by, key=key())
    return council


def serving() -> ServiceEntry:
    return ServiceEntry(1, operation="Spring", term=following.BEGUN)


def strike(council: Council, kind: str, why: str = "A slip of the pen.", **wanted: object) -> Organisation:
    """Strike the one entry of this kind."""
    row = TABLES[kind]._default_manager.get(**wanted)
    return actions.strike_entry(council.organisation.pk, kind, row.handle, why, by=council.secretariat, key=key())


def shown(council: Council) -> dict[str, object]:
    """Return, by the kind of entry, what the pages show of it as current."""
    pk = council.organisation.pk
    edition = queries.activity_page(PUBLIC, pk, "field-day", "2031", DAY)
    spring = queries.operation_page(PUBLIC, pk, "spring", DAY)
    area = area_page(PUBLIC, pk, "water", DAY)
    return {
        "turn": edition.line.host,
        "tie": [tie.title for tie in edition.ties],
        "taking": spring.line.members,
        "phase": [one.name for one in spring.line.phases],
        "result": [one.what for one in spring.line.results],
        "service": [one.name for one in spring.serves],
        "belonging": [str(thing.title) for label, things in area.groups if label == "Organs" for thing in things],
    }


STANDING = {
    "turn": "XCC",
    "tie": ["Night Walk 2031"],
    "taking": ("XAA",),
    "phase": ["Spring-1", "Spring-2"],
    "result": ["litter gathered"],
    "service": ["Clean the rivers"],
    "belonging": ["Wells"],
}
STRUCK = {
    "turn": "XBB",
    "tie": [],
    "taking": (),
    "phase": ["Spring-1"],
    "result": [],
    "service": [],
    "belonging": [],
}
WHICH: dict[str, dict[str, object]] = {"phase": {"name": "Spring-2"}}
ANEW: dict[str, Callable[[Council], object]] = {
    "turn": lambda one: actions.enter_turns(one.organisation.pk, [moved()], by=one.secretariat, key=key()),
    "tie": lambda one: actions.tie_activities(one.organisation.pk, [tied()], by=one.secretariat, key=key()),
    "taking": lambda one: actions.enter_takings(
        one.organisation.pk, [TakingEntry("Spring", ("XAA",), LATE)], by=one.secretariat, key=key()
    ),
    "phase": lambda one: actions.enter_phases(
        one.organisation.pk, [phase(name="Spring-2", known=LATE)], by=one.secretariat, key=key()
    ),
    "result": lambda one: actions.enter_results(one.organisation.pk, [result()], by=one.secretariat, key=key()),
    "service": lambda one: actions.tie_to_priorities(one.organisation.pk, [serving()], by=one.secretariat, key=key()),
    "belonging": lambda one: actions.tie_to_area(
        one.organisation.pk, BelongingEntry("water", "organ", "wells"), by=one.secretariat, key=key()
    ),
}


@pytest.mark.parametrize("kind", TABLES)
def test_struck_entry_is_shown_no_more_and_kept_with_its_reason(running: Council, kind: str) -> None:
    assert shown(running) == STANDING
    strike(running, kind, **WHICH.get(kind, {}))

    assert shown(running) == {**STANDING, kind: STRUCK[kind]}
    row = TABLES[kind]._default_manager.exclude(**STANDS).get()
    assert row.struck_why == "A slip of the pen."
    entry = Entry.objects.get(verb="struck an entry of")
    assert (entry.data["struck"], entry.data["reason"]) == (kind, row.struck_why)


@pytest.mark.parametrize("kind", TABLES)
def test_struck_entry_stands_again_when_it_is_entered_once_more(running: Council, kind: str) -> None:
    strike(running, kind, **WHICH.get(kind, {}))
    ANEW[kind](running)

    assert shown(running) == STANDING
    assert not TABLES[kind]._default_manager.exclude(**STANDS).exists()


def test_implementation_report_names_no_struck_service(running: Council) -> None:
    (course,) = implementation_page(PUBLIC, running.organisation.pk, LATE.replace(year=2024)).courses
    assert [line.title for line in course.services] == ["Spring"]
    strike(running, "service")

    (course,) = implementation_page(PUBLIC, running.organisation.pk, LATE.replace(year=2024)).courses
    assert course.services == ()


def test_search_finds_no_struck_result(running: Council) -> None:
    early = result(what="reeds planted", known=date(2024, 5, 1))
    actions.enter_results(running.organisation.pk, [early], by=running.secretariat, key=key())
    catch_up()
    assert search_page(PUBLIC, running.organisation.pk, "reeds").groups
    strike(running, "result", what="reeds planted")
    catch_up()

    assert not search_page(PUBLIC, running.organisation.pk, "reeds").groups


def test_phase_with_results_is_not_struck_before_them(running: Council) -> None:
    with pytest.raises(Unfit, match="Strike or correct them first"):
        strike(running, "phase", name="Spring-1")
    strike(running, "result")
    strike(running, "phase", name="Spring-1")

    assert shown(running)["phase"] == ["Spring-2"]


def test_result_is_entered_under_no_struck_phase(running: Council) -> None:
    strike(running, "phase", name="Spring-2")
    entry = result(phase="Spring-2", figure=Decimal(3))
    with pytest.raises(Unfit, match="is no phase of this operation"):
        actions.enter_results(running.organisation.pk, [entry], by=running.secretariat, key=key())


def test_what_is_struck_cannot_be_struck_again_and_needs_a_reason(running: Council) -> None:
    with pytest.raises(Unfit):
        strike(running, "taking", why=" ")
    strike(running, "taking")
    with pytest.raises(NotVisible):
        strike(running, "taking")
    with pytest.raises(NotVisible):
        actions.strike_entry(running.organisation.pk, "wish", "a" * 16, "No.", by=running.secretariat, key=key())


@pytest.mark.parametrize(
    ("who", "answer"),
    [("secretariat", None), ("chair", Refused), ("xaa-delegate", Refused), ("partner", Refused), ("other", NotVisible)],
)
def test_secretariat_of_the_council_alone_strikes(running: Council, who: str, answer: type[Exception] | None) -> None:
    other = factories.council("Other Council", public=False, prefix="other-")
    cast = {**running.everybody, "other": other.secretariat}
    home = other if who == "other" else running
    taking = Taking.objects.get()
    if answer:
        with pytest.raises(answer):
            actions.strike_entry(home.organisation.pk, "taking", taking.handle, "Wrong.", by=cast[who], key=key())
    else:
        actions.strike_entry(home.organisation.pk, "taking", taking.handle, "Wrong.", by=cast[who], key=key())
    assert Taking.objects.filter(**STANDS).exists() is (answer is not None)


def test_record_names_no_document_that_belonged_to_an_area(running: Council) -> None:
    """The record is read by everybody who sees the register; a document may not be."""
    going.way_of(running)
    paper = going.document_of(running, "Quiet paper")
    entry = BelongingEntry("water", "document", paper.pk)
    actions.tie_to_area(running.organisation.pk, entry, by=running.secretariat, key=key())
    strike(running, "belonging", document=paper.pk)

    assert "Quiet" not in str([each.data for each in Entry.objects.filter(verb="struck an entry of")])


# Pages


def test_entry_is_struck_on_its_page_and_listed_there_for_who_enters(running: Council) -> None:
    office, reader = visitor(running.secretariat), Client()
    place, on = f"/programme/strike/taking/{Taking.objects.get().handle}/", f"?on={DAY}"
    assert place + on in office.get(f"/operations/spring/{on}").content.decode()
    assert "/programme/strike/" not in reader.get(f"/operations/spring/{on}").content.decode()
    empty = office.post(place + on, {"key": str(key()), "why": ""})
    assert (empty.status_code, "Say why it is struck." in empty.content.decode()) == (422, True)

    done = office.post(place + on, {"key": str(key()), "why": "The source names XBB."})

    page = office.get(done.headers["Location"]).content.decode()
    assert done.headers["Location"] == f"/operations/spring/{on}"
    assert "The source names XBB." in page
    assert "The source names XBB." not in reader.get(f"/operations/spring/{on}").content.decode()
    assert "strikes an entry of “Spring” (participation: XAA): The source names XBB." in (
        office.get("/record/").content.decode()
    )


@pytest.mark.parametrize(
    ("address", "about", "page"),
    [
        ("/activities/enter/service/", {"of_series": "Field Day", "of_edition": "2031"}, "/activities/field-day/2031/"),
        ("/operations/enter/service/", {"of_operation": "Spring"}, "/operations/spring/"),
    ],
)
def test_priority_that_it_serves_is_said_on_a_page_and_untied(
    running: Council, address: str, about: dict[str, str], page: str
) -> None:
    following.priority_of(running, 2, "Clean the air")
    office = visitor(running.secretariat)
    form = office.get(f"{address}?on={DAY}").content.decode()
    assert 'value="2 2024-01-01"' in form
    values = {"key": str(key()), "standing": "stated", "priority": "2 2024-01-01", "known": str(EARLY), **about}
    sent = office.post(f"{address}?on={DAY}", values)

    assert sent.status_code == 302
    assert "2. <span" in office.get(f"{page}?on={DAY}").content.decode()
    strike(running, "service", priority__number=2)
    assert "Clean the air" not in Client().get(f"{page}?on={DAY}").content.decode()
