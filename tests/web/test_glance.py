"""What is seen at a glance: four things told apart, nothing added up, and the same in the table."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from lxml import html

from accord.access import PUBLIC
from accord.formats.pictures import Line, Mark, Picture, Words
from accord.programme import actions, queries
from accord.programme.values import ActivityEntry, PriorityEntry, ReportEntry
from accord.web.glancing import HEAD, columns_of, glance, sheet_of
from tests import factories
from tests.factories import Council, key
from tests.programme.running import activities_of, operations_of

pytestmark = pytest.mark.django_db
DAY = date(2031, 12, 31)


@pytest.fixture
def running(council: Council) -> Council:
    return operations_of(activities_of(council))


def test_participation_tells_four_things_apart(running: Council) -> None:
    page = queries.participation_page(PUBLIC, running.organisation.pk, DAY)

    assert (page.years, page.held) == ((2030,), (1,))
    told = {
        row.member.code: tuple(len(part) for part in (one.hosts, one.takes, one.absent, one.silent))
        for row in page.rows
        for one in row.shares
    }
    assert told == {"XAA": (1, 1, 0, 0), "XBB": (0, 1, 0, 0), "XCC": (0, 0, 1, 0), "XDD": (0, 0, 0, 1)}


def test_years_of_which_nothing_is_known_stand_there_too(running: Council) -> None:
    more = [ActivityEntry("Night Walk", "2027", "held"), ActivityEntry("Night Walk", "first", "held")]
    actions.enter_activities(running.organisation.pk, more, by=running.secretariat, key=key())

    page = queries.participation_page(PUBLIC, running.organisation.pk, DAY)

    assert (page.years, page.held) == ((2027, 2028, 2029, 2030, None), (1, 0, 0, 1, 1))
    assert page.sentence == "3 editions were held by this day; of 2 of them no source names members."


def heads(picture: Picture | None) -> list[str]:
    """Return the heads of the columns of a picture."""
    assert picture is not None
    return [shape.words for shape in picture.shapes if isinstance(shape, Words) and shape.y == HEAD - 9]


def test_years_that_lie_far_apart_have_one_column_between_them(running: Council) -> None:
    more = [ActivityEntry("Night Walk", year, "held") for year in ("1996", "2026", "2028")]
    actions.enter_activities(running.organisation.pk, more, by=running.secretariat, key=key())

    activities, took_part = glance(PUBLIC, running.organisation.pk, DAY).sections[:2]

    assert heads(activities.picture) == ["1996", "1997–2025", "2026", "2027", "2028", "2029", "2030", "2031"]
    assert heads(took_part.picture) == ["1996", "1997–2025", "2026", "2027", "2028", "2029", "2030"]
    marks = [shape for shape in activities.picture.shapes if isinstance(shape, Mark)]  # type: ignore[union-attr]
    columns = columns_of({1996, 2026, 2028, 2030, 2031})
    drawn = {
        mark.told.split(":")[0]: next(each.year for each in columns if each.x <= mark.x < each.x + each.width)
        for mark in marks
    }
    assert drawn == {
        "Night Walk 1996": 1996,
        "Night Walk 2026": 2026,
        "Night Walk 2028": 2028,
        "Night Walk 2031": 2031,
        "Field Day 2030": 2030,
        "Field Day 2031": 2031,
    }


def test_edition_without_a_day_is_drawn_over_its_season_else_over_its_year(running: Council) -> None:
    of_another_year = ActivityEntry("Night Walk", "2029", "held", when="autumn 2031")
    actions.enter_activities(running.organisation.pk, [of_another_year], by=running.secretariat, key=key())

    picture = glance(PUBLIC, running.organisation.pk, DAY).sections[0].picture

    assert picture is not None
    (column,) = (each for each in columns_of({2029, 2030, 2031}) if each.year == 2031)
    spans = {(shape.x, shape.to_x) for shape in picture.shapes if isinstance(shape, Line) and shape.strong}
    wide = column.width - 16
    begins = column.x + 8
    assert (begins + 243 * wide // 365, begins + 333 * wide // 365) in spans
    assert (begins, begins + 364 * wide // 365) in spans
    assert len(spans) == 3
    assert ("line", "somewhere in this span: the day is not known") in picture.legend


@pytest.mark.parametrize(("begun", "length"), [(2029, 22), (1990, 13)])
def test_span_of_few_days_is_seen_beside_its_mark_and_stays_in_its_year(
    begun: int, length: int, running: Council
) -> None:
    years = range(begun, 2030)
    short = [ActivityEntry("Night Walk", str(year), "held", when=f"early August {year}") for year in years]
    actions.enter_activities(running.organisation.pk, short, by=running.secretariat, key=key())

    picture = glance(PUBLIC, running.organisation.pk, DAY).sections[0].picture

    assert picture is not None
    column = columns_of({*range(begun, 2032)})[0]
    first = min(
        (shape for shape in picture.shapes if isinstance(shape, Line) and shape.strong), key=lambda each: each.x
    )
    assert first.to_x - first.x == length
    assert column.x <= first.x < first.to_x <= column.x + column.width


def test_many_years_apart_stay_inside_the_picture() -> None:
    for years in ({1990 + 3 * each for each in range(12)}, {1990 + each for each in range(30)}, {1900}, {1900, 2099}):
        columns = columns_of(years, unknown=True)
        assert [column.x for column in columns] == sorted(column.x for column in columns)
        assert columns[-1].x + columns[-1].width <= 760
        assert {column.year for column in columns} >= years


def test_participation_leads_to_the_member_and_back(running: Council) -> None:
    page = html.fromstring(Client().get(f"/glance/?on={DAY.isoformat()}").content)
    (link,) = set(page.xpath("//a[contains(@href, 'XBB')]/@href"))
    assert link == f"/register/members/XBB/?on={DAY.isoformat()}#participation"

    member = html.fromstring(Client().get(link).content)

    (row,) = member.xpath("//section[@aria-labelledby='participation']//tbody/tr")
    assert [" ".join(cell.text_content().split()) for cell in row] == [
        "2030", "Hostsnone", "Takes partField Day 2030", "Takes no partnone", "Not statednone"
    ]  # fmt: skip
    assert row.xpath(".//a/@href") == [f"/activities/field-day/2030/?on={DAY.isoformat()}"]


def test_page_draws_what_its_tables_say(running: Council) -> None:
    tree = html.fromstring(Client().get(f"/glance/?on={DAY.isoformat()}").content)

    assert [each.get("id") for each in tree.findall(".//h2")] == ["timeline", "participation", "progress", "coverage"]
    pictures = tree.findall(".//svg[@class='picture']")
    assert [each.find("title").get("id") for each in pictures] == [
        "picture-timeline",
        "picture-participation",
        "picture-coverage",
    ]
    assert len(pictures[0].findall(".//g")) == len(tree.findall(".//section")[0].findall(".//tbody/tr")) == 3
    assert len(pictures[1].findall(".//g")) == 4
    assert not tree.xpath("//svg//@style")


def test_reports_of_priorities_are_drawn_on_their_days(running: Council) -> None:
    pk, by = running.organisation.pk, running.secretariat
    actions.set_priorities(pk, [], [PriorityEntry(1, "Clean the rivers"), PriorityEntry(2, "Rest")], by=by, key=key())
    states = ["wish", "planned", "running", "done"]
    reports = [ReportEntry(1, date(2031, 2 + place, 1), state, "Said.") for place, state in enumerate(states)]
    actions.report_progress(pk, reports, by=by, key=key())

    page = glance(PUBLIC, pk, DAY)

    drawn = page.sections[2].picture
    assert drawn is not None
    marks = [shape for shape in drawn.shapes if isinstance(shape, Mark)]
    assert [mark.kind for mark in marks] == ["wish", "empty", "half", "full"]
    assert [mark.x for mark in marks] == sorted(mark.x for mark in marks)
    words = [shape.words for shape in drawn.shapes if isinstance(shape, Words)]
    assert words[0] == "Jan"
    assert "nothing is reported of it" in words
    assert len(page.sections[2].table.rows) == 5
    assert Client().get(f"/glance/?on={DAY.isoformat()}").status_code == 200
    assert Client().get(f"/glance/glance.docx?on={DAY.isoformat()}").status_code == 200


def test_empty_council_is_told_so(council: Council) -> None:
    page = Client().get("/glance/").content.decode()

    assert "Nothing is entered yet that could be drawn." in page
    assert 'class="picture"' not in page


def test_paper_has_each_picture_with_its_table(running: Council) -> None:
    sheet = sheet_of(glance(PUBLIC, running.organisation.pk, DAY))

    kinds = [type(part).__name__ for part in sheet.parts]
    drawn = ["Heading", "Drawn", "Prose", "Grid"]
    assert kinds == [*drawn, *drawn, "Heading", "Prose", *drawn]
    response = Client().get("/glance/glance.docx")
    assert response.status_code == 200
    assert response["Content-Disposition"].endswith('.docx"')


def test_pages_of_a_stranger_are_the_same_bytes_in_both_worlds(council: Council) -> None:
    without = Client().get("/glance/").content

    activities_of(factories.council("Other Council", factories.MEMBERS, public=False, prefix="other-"))

    assert Client().get("/glance/").content == without
