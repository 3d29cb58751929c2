"""The report that started the project: what it says, and the nineteen things in it that a person has to settle."""

from typing import Any

import pytest
import yaml

from accord.formats.registers import read_register
from tests.engine.reading.readings import reading, with_register
from tests.shared import shared_path

KINDS = {
    "s01": ("wrong-year", "2004"),
    "s02": ("rank-mismatch", "Skala-2024 command and staff exercises"),
    "s03": ("headline-body", "narrow format"),
    "s04": ("ambiguous-holder", "We are confident that the only solution"),
    "s05": ("action-conflict", "discussed a number of joint statements"),
    "s06": ("action-conflict", "outlined the priorities"),
    "s07": ("name-variants", "Murat Nurtleu"),
    "s08": ("name-variants", "PROKSI"),
    "s09": ("count-mismatch", "As part of these activities"),
    "s10": ("plural", "working groups on Afghanistan"),
    "s11": ("action-conflict", "practice of inviting"),
    "s12": ("relative-date", "this fall"),
    "s13": ("missing", ""),
    "s14": ("place-country", "in its territory"),
    "s15": ("unlisted", "charter-based areas of cooperation"),
    "s16": ("title-variant", "Foreign Ministers Council"),
    "s17": ("post-mismatch", "Deputy Prime Minister-Minister of Foreign Affairs"),
    "s18": ("missing", ""),
    "s19": ("role-synonym", "presiding country"),
}
ALONE = ("s01", "s03", "s04", "s12", "s17", "s19")


@pytest.fixture(scope="module")
def text() -> str:
    return shared_path("reports", "kazinform-2024-06-21.txt").read_text(encoding="utf-8")


def shows(found: dict[str, Any], number: str) -> bool:
    kind, words = KINDS[number]
    return any(each["kind"] == kind and each["quote"].startswith(words) for each in found["discrepancies"])


def test_kinds_cover_the_list_of_the_facts() -> None:
    facts = yaml.safe_load(shared_path("facts", "csto-2024.yaml").read_text(encoding="utf-8"))
    assert {each["id"] for each in facts["seed_discrepancies"]} == set(KINDS)


@pytest.mark.parametrize("number", ALONE)
def test_shows_from_the_report_alone(text: str, number: str) -> None:
    assert shows(reading(text), number)


@pytest.mark.parametrize("number", KINDS)
def test_shows_with_the_shipped_register(text: str, number: str) -> None:
    assert shows(with_register(text), number)


@pytest.mark.parametrize("number", KINDS)
def test_shows_with_the_facts_file(text: str, number: str) -> None:
    register = read_register(shared_path("facts", "csto-2024.yaml"))
    assert shows(reading(text, register=register), number)


def test_silences_name_who_is_missing(text: str) -> None:
    silent = [each["expected"] for each in with_register(text)["discrepancies"] if each["end"] == 0]
    assert silent == [None, "KAZ, BLR, KGZ, RUS, TJK", "ARM", "Secretary General"]


def test_meeting(text: str) -> None:
    (found,) = with_register(text)["meetings"]
    assert found["organ"] == {"id": "cmfa", "name": "Council of Ministers of Foreign Affairs"}
    assert (found["place"], found["country"], found["formats"]) == ("Almaty", "KAZ", ["extended", "narrow"])
    assert (found["from"]["text"], found["from"]["from"], found["role"]) == ("today", "2024-06-21", "main")


def test_people_are_one_item_each(text: str) -> None:
    found = [(each["id"], each["name"], each["attendance"]) for each in with_register(text)["people"]]
    assert found == [("p-nurtleu", "Murat Nurtleu", "present"), (None, "Kassym-Jomart Tokayev", "mentioned")]


def test_statements_are_discussed_and_not_adopted(text: str) -> None:
    found = [(each["kind"], each["action"], each["organ"]) for each in with_register(text)["documents"]]
    assert found == [("statement", "discussed", "cmfa")] * 3


def test_we_is_left_to_a_person(text: str) -> None:
    holders = [each["holder"] for each in with_register(text)["positions"] if "1967" in each["words"]]
    assert holders == [{"kind": "ambiguous", "code": None, "candidates": ["KAZ", "CSTO"]}]


def test_partners_have_their_parents_and_the_council_is_none(text: str) -> None:
    found = [(each["name"], each["kind"], each["parent"]) for each in with_register(text)["partners"]]
    assert found == [
        ("United Nations", "organisation", None),
        ("Commonwealth of Independent States", "organisation", None),
        ("Shanghai Cooperation Organisation", "organisation", None),
        ("SCO RATS", "structure", "SCO"),
        ("CIS Anti-Terrorist Center", "structure", "CIS"),
    ]


def test_year_as_written_is_kept_beside_the_right_one(text: str) -> None:
    found = [
        (each["name"], each["year"], each["year_as_written"], each["host"])
        for each in with_register(text)["activities"]
    ]
    assert found == [("Indestructible Brotherhood-2024", 2024, 2004, "KAZ"), ("Skala-2024", 2024, 2024, "KAZ")]


def test_operations_and_priorities(text: str) -> None:
    found = with_register(text)
    assert [each["id"] for each in found["operations"]] == ["kanal", "nelegal", "proxy", "nayomnik"]
    assert [(each["area"], each["owner"]) for each in found["priorities"]] == [
        ("terrorism", "KAZ"), ("drugs", "KAZ"), ("information", "KAZ"),
    ]  # fmt: skip


def test_promises_have_their_strength(text: str) -> None:
    found = [(each["strength"], each["by"]) for each in with_register(text)["promises"]]
    assert found == [("will", None), ("will", "KAZ"), ("wish", "KAZ"), ("intends", "KAZ"), ("intends", "KAZ")]
