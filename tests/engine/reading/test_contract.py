"""The JSON of a report keeps its form (docs/reference/reading.md) on every report: places, values, ids, dates."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pycountry
import pytest

from accord.formats.registers import shipped_register
from tests.engine.reading.readings import with_register
from tests.engine.reading.test_properties import placed
from tests.shared import shared_path

REPORTS = sorted((Path(__file__).parent / "reports").glob("*/*.txt"))
BESIDE = ("start", "end", "quote", "status", "why")
KEYS = {
    "meetings": ("organ", "ordinal", "from", "to", "place", "country", "formats", "role"),
    "people": ("id", "name", "variants", "posts", "member", "attendance"),
    "documents": ("title", "kind", "action", "verb", "organ", "count"),
    "positions": ("holder", "speaker", "topic", "words"),
    "partners": ("id", "name", "parent", "kind"),
    "activities": ("series", "name", "year", "year_as_written", "when", "host", "place", "state"),
    "operations": ("id", "name", "phase", "figures"),
    "areas": ("id", "name"),
    "priorities": ("text", "area", "owner"),
    "promises": ("text", "by", "due", "strength"),
}
DISCREPANCY = ("kind", "severity", "start", "end", "quote", "why", "others", "expected", "basis")
VALUES = {
    ("meetings", "role"): {"main", "previous", "next", "side"},
    ("people", "attendance"): {"present", "absent", "mentioned"},
    ("documents", "action"): {"adopted", "discussed", "forwarded", "planned", "agreed", "not-agreed"},
    ("partners", "kind"): {"organisation", "structure", "state"},
    ("activities", "state"): {"planned", "held", "moved", "cancelled"},
    ("promises", "strength"): {"will", "intends", "wish", "proposed"},
    ("discrepancies", "severity"): {"error", "ambiguity", "note"},
    ("discrepancies", "basis"): {"report", "calendar", "arithmetic", "register", "other_report", "absence"},
    ("discrepancies", "kind"): {
        "wrong-year", "wrong-weekday", "past-as-future", "date-conflict", "count-mismatch", "number-conflict",
        "ordinal-conflict", "headline-body", "action-conflict", "name-variants", "post-mismatch", "rank-mismatch",
        "place-country", "attendance-conflict", "ambiguous-holder", "relative-date", "role-synonym", "title-variant",
        "plural", "unlisted", "missing",
    },
}  # fmt: skip
HOLDERS = {"national", "collective", "ambiguous"}
PRECISIONS = {"day", "month", "season", "year"}


def texts() -> Iterator[Any]:
    yield pytest.param(shared_path("reports", "kazinform-2024-06-21.txt"), id="kazinform")
    yield from (pytest.param(path, id=path.stem) for path in REPORTS)


@pytest.fixture(params=texts(), scope="module")
def report(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    text = request.param.read_text(encoding="utf-8")
    return text, with_register(text)


def items(found: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((name, each) for name, value in found.items() if isinstance(value, list) for each in value)


def test_document_keeps_its_form(report: tuple[str, dict[str, Any]]) -> None:
    _, found = report
    assert list(found) == ["about", "date", *KEYS, "discrepancies"]
    assert list(found["date"]) == ["value", *BESIDE]
    for name, each in items(found):
        assert set(each) == set(DISCREPANCY if name == "discrepancies" else (*KEYS[name], *BESIDE))
    assert found["about"] == "council" or list(items(found)) == []


def test_places_are_code_points_of_the_text(report: tuple[str, dict[str, Any]]) -> None:
    text, found = report
    assert [each for each in placed(found) if text[each["start"] : each["end"]] != each["quote"]] == []
    empty = [(name, each["kind"]) for name, each in items(found) if not each["quote"]]
    assert set(empty) <= {("discrepancies", "missing")}
    assert all(each["start"] == 0 == each["end"] for name, each in items(found) if not each["quote"])
    assert all(each["status"] in ("stated", "inferred") for each in placed(found) if "status" in each)
    assert all(each["why"] for _, each in items(found))


def test_values_are_from_their_lists(report: tuple[str, dict[str, Any]]) -> None:
    _, found = report
    for (name, key), allowed in VALUES.items():
        assert {each[key] for each in found[name]} <= allowed
    assert {each["holder"]["kind"] for each in found["positions"]} <= HOLDERS
    codes = [each["holder"]["code"] for each in found["positions"] if each["holder"]["kind"] == "national"]
    codes += [each["member"] for each in found["people"]] + [each["country"] for each in found["meetings"]]
    codes += [each["host"] for each in found["activities"]]
    assert [code for code in codes if code and pycountry.countries.get(alpha_3=code) is None] == []


def dates_of(found: dict[str, Any]) -> Iterator[Any]:
    yield found["date"]["value"]
    yield from (each[key] for each in found["meetings"] for key in ("from", "to"))
    yield from (each["when"] for each in found["activities"])
    yield from (each["due"] for each in found["promises"])


def test_dates_are_days_or_say_what_they_can_mean(report: tuple[str, dict[str, Any]]) -> None:
    for value in filter(None, dates_of(report[1])):
        if isinstance(value, str):
            assert date.fromisoformat(value).isoformat() == value
        else:
            assert list(value) == ["text", "from", "to", "precision", *BESIDE]
            assert date.fromisoformat(value["from"]) <= date.fromisoformat(value["to"])
            assert value["precision"] in PRECISIONS
            assert value["text"] == value["quote"]


def test_ids_are_those_of_the_register_or_none(report: tuple[str, dict[str, Any]]) -> None:
    _, found = report
    register = shipped_register()
    known = {
        "people": register.people, "partners": register.partners, "operations": register.operations,
        "areas": register.areas,
    }  # fmt: skip
    for name, own in known.items():
        assert {each["id"] for each in found[name]} <= {None, *(each.id for each in own)}
    assert {each["organ"]["id"] for each in found["meetings"]} <= {None, *(each.id for each in register.organs)}
    assert {each["series"]["id"] for each in found["activities"]} <= {None, *(each.id for each in register.series)}


def test_nobody_is_two_items_and_the_council_no_partner(report: tuple[str, dict[str, Any]]) -> None:
    _, found = report
    names = [each["name"] for each in found["people"]]
    assert len(names) == len(set(names))
    organs = " ".join(each["organ"]["name"] for each in found["meetings"] if each["role"] == "main")
    assert [each["name"] for each in found["partners"] if each["name"] in organs] == []
