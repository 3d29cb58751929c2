"""Joint activities: series, editions as they stood on a day, what became of them, and who may enter it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from accord.access import PUBLIC, NotVisible, Refused, Subject
from accord.members.errors import Unfit
from accord.members.values import NameEntry
from accord.programme import actions, queries
from accord.programme.pages import ActivityPage, Wanted
from accord.programme.values import ActivityEntry, SeriesEntry, TurnEntry
from accord.record.models import Entry
from accord.search.actions import catch_up
from accord.search.queries import search_page
from tests import factories
from tests.factories import Council, key
from tests.programme.running import EARLY, LATE, activities_of, moved, tied

BEFORE, AFTER = date(2031, 5, 31), date(2031, 12, 31)
Doing = Callable[[str, Subject], object]


@pytest.fixture
def running(council: Council) -> Council:
    return activities_of(council)


def edition(council: Council, on: date, name: str = "field-day", year: str = "2031") -> ActivityPage:
    return queries.activity_page(PUBLIC, council.organisation.pk, name, year, on)


def test_edition_is_shown_as_it_stood_on_the_day(running: Council) -> None:
    before, after = edition(running, BEFORE), edition(running, AFTER)

    assert (before.line.host, before.line.status, before.line.moves) == ("XBB", "planned", ())
    assert before.sentence == "Planned: autumn 2031, Bergen Example."
    assert (after.line.host, after.line.status) == ("XCC", "moved")
    assert after.sentence == (
        "Moved from Bergen Example to Celle Example. It is planned: autumn 2031, Celle Example. Bergen declined."
    )
    assert [turn.known for turn in after.turns] == [None, LATE]


def test_edition_is_not_there_before_it_is_known(running: Council) -> None:
    day_before = date(2031, 1, 31)

    with pytest.raises(NotVisible):
        edition(running, day_before, "night-walk")
    assert edition(running, EARLY, "night-walk").line.days == ""
    assert queries.activities_page(PUBLIC, running.organisation.pk, day_before).total == 2
    assert queries.activities_page(PUBLIC, running.organisation.pk, EARLY).total == 3


def test_tie_is_read_from_both_ends_once_it_is_known(running: Council) -> None:
    first, second = edition(running, AFTER, "night-walk"), edition(running, AFTER)

    assert [(tie.label, tie.title) for tie in first.ties] == [("part of", "Field Day 2031")]
    assert [(tie.label, tie.title) for tie in second.ties] == [("has as a part", "Night Walk 2031")]
    assert edition(running, date(2031, 1, 31)).ties == ()


def test_overview_is_by_year_and_host(running: Council) -> None:
    page = queries.activities_page(PUBLIC, running.organisation.pk, AFTER)

    hosted = {row.year: {host: [line.title for line in cell] for host, cell in row.hosted if cell} for row in page.rows}
    assert hosted == {2031: {"XCC": ["Field Day 2031"], "": ["Night Walk 2031"]}, 2030: {"XAA": ["Field Day 2030"]}}
    assert page.sentence == "3 editions are known by this day, of 2 series: held 1, planned 1, moved 1."


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (Wanted(), ["Field Day 2030", "Field Day 2031", "Night Walk 2031"]),
        (Wanted(series="night-walk"), ["Night Walk 2031"]),
        (Wanted(host="XAA"), ["Field Day 2030"]),
        (Wanted(year=2031, status="moved"), ["Field Day 2031"]),
        (Wanted(series="nothing-like-it"), []),
    ],
)
def test_overview_shows_what_is_asked_for(running: Council, wanted: Wanted, titles: list[str]) -> None:
    page = queries.activities_page(PUBLIC, running.organisation.pk, AFTER, wanted)

    assert [line.title for line in page.lines] == titles


def test_series_has_its_names_and_spellings(running: Council) -> None:
    by, pk = running.secretariat, running.organisation.pk
    actions.enter_name(pk, NameEntry("series field-day", "de", "Tag im Felde"), by=by, key=key())
    actions.enter_name(pk, NameEntry("series field-day", "de", "Tag auf dem Felde"), by=by, key=key())
    actions.enter_name(pk, NameEntry("series field-day", "", "Field-Day"), by=by, key=key())

    page = queries.series_page(PUBLIC, pk, "field-day", AFTER)

    assert dict(page.line.name.also) == {"de": "Tag auf dem Felde", "ru": "День в поле"}
    assert set(page.line.name.aliases) == {"Fieldday", "Field-Day"}
    assert [line.edition for line in page.editions] == ["2031", "2030"]


def test_series_is_changed_by_its_key_and_keeps_its_address(running: Council) -> None:
    by, pk = running.secretariat, running.organisation.pk
    actions.enter_series(pk, [SeriesEntry("Field Days", key="field-day", first=2030)], by=by, key=key())

    page = queries.series_page(PUBLIC, pk, "field-day", AFTER)

    assert (page.line.registered, page.line.first, len(page.editions)) == ("Field Days", 2030, 2)


def test_edition_entered_again_corrects_how_it_stands_last(running: Council) -> None:
    by, pk = running.secretariat, running.organisation.pk
    again = ActivityEntry("Field Day", "2031", "moved", host="XDD", place="Delft Example", when="autumn 2031")
    actions.enter_activities(pk, [again], by=by, key=key())

    assert edition(running, AFTER).line.host == "XDD"
    assert edition(running, BEFORE).line.host == "XBB"


WRONG = {
    "state": replace(moved(), state="dreamt"),
    "ends": replace(moved(), ends=date(2031, 1, 1)),
    "reason": replace(moved(), state="cancelled", reason=""),
    "host": replace(moved(), host="XZZ"),
    "participants": replace(moved(), participants=("XZZ",)),
    "absent": replace(moved(), participants=("XAA",), absent=("XAA",)),
    "edition": replace(moved(), edition="1999"),
}


@pytest.mark.parametrize("field", sorted(WRONG))
def test_turn_that_cannot_be_so_is_refused_in_words_and_changes_nothing(running: Council, field: str) -> None:
    before, entries = edition(running, AFTER), Entry.objects.count()

    with pytest.raises(Unfit) as caught:
        actions.enter_turns(running.organisation.pk, [WRONG[field]], by=running.secretariat, key=key())

    assert caught.value.field == field
    assert str(caught.value)
    assert (edition(running, AFTER), Entry.objects.count()) == (before, entries)


def test_what_is_moved_has_another_host_place_or_day(running: Council) -> None:
    same = TurnEntry("Field Day", "2031", LATE, "moved", "XBB", "Bergen Example", when="autumn 2031")

    with pytest.raises(Unfit, match="another host"):
        actions.enter_turns(running.organisation.pk, [same], by=running.secretariat, key=key())


def test_turn_before_the_edition_was_known_is_refused(running: Council) -> None:
    early = TurnEntry("Night Walk", "2031", date(2031, 1, 1), "held")

    with pytest.raises(Unfit, match="2031-02-01"):
        actions.enter_turns(running.organisation.pk, [early], by=running.secretariat, key=key())


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (replace(tied(), kind="cousin"), "kind"),
        (tied(other_series="Night Walk"), "other"),
        (tied(other_series="", other=""), "other"),
        (tied(other="1999"), "edition"),
    ],
)
def test_tie_that_cannot_be_so_is_refused(running: Council, entry: object, field: str) -> None:
    with pytest.raises(Unfit) as caught:
        actions.tie_activities(running.organisation.pk, [entry], by=running.secretariat, key=key())  # type: ignore[list-item]

    assert caught.value.field == field


def test_two_series_do_not_share_a_name(running: Council) -> None:
    entry = SeriesEntry("Night Walk", key="field-day")

    with pytest.raises(Unfit, match="Another series"):
        actions.enter_series(running.organisation.pk, [entry], by=running.secretariat, key=key())


def test_name_of_what_is_not_there_is_refused(running: Council) -> None:
    with pytest.raises(Unfit, match="not in the register"):
        actions.enter_name(
            running.organisation.pk, NameEntry("series missing", "", "Nothing"), by=running.secretariat, key=key()
        )


DOING: dict[str, Doing] = {
    "series": lambda pk, by: actions.enter_series(pk, [SeriesEntry("Dawn")], by=by, key=key()),
    "turn": lambda pk, by: actions.enter_turns(pk, [moved(host="XDD")], by=by, key=key()),
    "tie": lambda pk, by: actions.tie_activities(pk, [tied(other="2030")], by=by, key=key()),
    "name": lambda pk, by: actions.enter_name(pk, NameEntry("series field-day", "", "FD"), by=by, key=key()),
}


@pytest.mark.parametrize("what", sorted(DOING))
def test_entering_is_for_the_secretariat_alone(running: Council, what: str) -> None:
    stranger = factories.council("Third Council", (("XAA", "Alpha"),), public=False, prefix="third-").secretariat
    cast, before = {**running.everybody, "stranger": stranger}, Entry.objects.count()

    for who in sorted(set(cast) - {"secretariat"}):
        with pytest.raises(Refused):
            DOING[what](running.organisation.pk, cast[who])
    assert Entry.objects.count() == before

    DOING[what](running.organisation.pk, running.secretariat)
    assert Entry.objects.count() == before + 1


def test_same_key_enters_once(running: Council) -> None:
    once = key()
    for _time in range(2):
        actions.enter_series(running.organisation.pk, [SeriesEntry("Dawn")], by=running.secretariat, key=once)

    names = [line.registered for line in queries.series_list(PUBLIC, running.organisation.pk)]
    assert names == ["Dawn", "Field Day", "Night Walk"]


def test_private_council_keeps_its_activities(council: Council) -> None:
    other = factories.council(
        "Other Council", (("XAA", "Alpha"), ("XBB", "Beta"), ("XCC", "Gamma")), public=False, prefix="other-"
    )
    activities_of(other)

    for who in (council.secretariat, PUBLIC):
        with pytest.raises(NotVisible):
            queries.activity_page(who, other.organisation.pk, "field-day", "2031", AFTER)
        with pytest.raises(NotVisible):
            queries.series_page(who, other.organisation.pk, "field-day", AFTER)
        assert queries.activity_list(who, other.organisation.pk, AFTER) == ()
    assert len(queries.activity_list(other.delegate("XAA"), other.organisation.pk, AFTER)) == 3


@pytest.mark.parametrize("words", ["Fieldday", "День в поле", "exercise"])
def test_search_finds_series_and_editions(running: Council, words: str) -> None:
    catch_up()

    page = search_page(PUBLIC, running.organisation.pk, words)

    assert {hit.key for group in page.groups for hit in group.hits} == {"field-day"}
