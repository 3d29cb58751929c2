"""
What the facts say of areas, priorities, activities, operations, positions and partners is reached within two clicks.

Two clicks from the page where one would look, and beside each stand its source and whether it is stated, inferred or
unverified. Organs, people, meetings, documents and rules: tests/project/test_facts_whole.py.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from django.test import Client

from accord.project.demo.council import facts_of_the_demonstration
from accord.project.demo.people import People
from tests.shared import shared_path

LATER = "2026-02-01"
"""A day on which everything of the facts is known."""

WORDS = {"source": "stated", "inferred": "inference", "unverified": "unverified"}
"""How a page says the standing of a fact."""

BASIS = re.compile(
    r'<details class="source"><summary>(?P<word>[^<]+)<span class="visually-hidden"> \((?P<about>.*?)\)</span>'
    r"</summary><p>(?P<source>.*?)</p></details>",
    re.DOTALL,
)
TAG = re.compile(r"<[^>]+>")
LINK = re.compile(r'<a [^>]*?href="([^"#]+)')


class Found:
    """What a reader finds from a page, within two clicks: by what each is of, the standings and sources beside it."""

    def __init__(self, start: str, below: str) -> None:
        self.standings: dict[str, set[str]] = defaultdict(set)
        self.sources: dict[str, str] = defaultdict(str)
        for page in near(Client(), start, below):
            for found in BASIS.finditer(page):
                about = html.unescape(TAG.sub("", found["about"]))
                self.standings[about].add(WORDS[found["word"].strip()])
                self.sources[about] += html.unescape(TAG.sub("", found["source"]))

    def lacks(self, facts: dict[str, list[Any]]) -> list[str]:
        """Return the names beside which no standing and no source of the facts of this name stands."""
        return [name for name, those in facts.items() if not any(self._shows(name, fact) for fact in those)]

    def _shows(self, name: str, fact: Any) -> bool:
        return fact.standing in self.standings[name] and fact.source.name in self.sources[name]


def near(client: Client, start: str, below: str, clicks: int = 2) -> Iterator[str]:
    """Yield the page at ``start`` and those that its links lead to, where their address is as ``below`` says."""
    known, edge = {start}, [start]
    for click in range(clicks + 1):
        following: list[str] = []
        for address in edge:
            answer = client.get(address)
            assert answer.status_code == 200, address
            page = answer.content.decode()
            yield page
            links = (html.unescape(link) for link in LINK.findall(page)) if click < clicks else ()
            following += [link for link in links if re.match(below, link)]
        edge = [link for link in dict.fromkeys(following) if link not in known]
        known |= set(edge)


def named(facts: list[Any], name: Any) -> dict[str, list[Any]]:
    """Return facts by the name that the pages give them."""
    found: dict[str, list[Any]] = defaultdict(list)
    for fact in facts:
        found[name(fact)].append(fact)
    return found


WHERE = {
    "areas": ("/areas/", r"/areas/[\w-]+/", lambda fact: fact["name"]),
    "priorities": ("/chairmanship/", r"/chairmanship/$", lambda fact: fact["name"]),
    "series": ("/activities/", r"/activities/[\w-]+/", lambda fact: fact["name"]),
    "activities": ("/activities/", r"/activities/[\w-]+/", lambda fact: f"{fact['series']} {fact['edition']}"),
    "operations": ("/operations/", r"/operations/[\w-]+/", lambda fact: fact["name"]),
    "phases": ("/operations/", r"/operations/[\w-]+/", lambda fact: fact["name"]),
    "results": ("/operations/", r"/operations/[\w-]+/", lambda fact: fact["what"]),
    "situations": ("/register/", r"/register/partners/\w+/", lambda fact: fact["name"]),
    "partners": ("/register/", r"/register/partners/\w+/", lambda fact: fact["name"]),
    "partner_structures": ("/register/", r"/register/partners/\w+/", lambda fact: fact["name"]),
    "partner_agreements": ("/register/", r"/register/partners/\w+/", lambda fact: fact["title"]),
}
"""By the key of the facts: the page where one would look, the addresses below it, and what a page calls one."""


def test_each_is_reached_within_two_clicks_with_its_source_and_standing(people: People) -> None:
    facts = facts_of_the_demonstration()
    pages: dict[tuple[str, str], Found] = {}
    lacking = {}
    for key, (start, below, name) in WHERE.items():
        if (start, below) not in pages:
            pages[start, below] = Found(f"{start}?on={LATER}", below)
        those = [*facts[key], *(facts["turns"] if key == "activities" else [])]
        lacking[key] = pages[start, below].lacks(named(those, name))
    assert lacking == {key: [] for key in WHERE}


def test_each_position_is_reached_from_the_list_with_its_source_and_standing(people: People) -> None:
    found = Found(f"/positions/?on={LATER}", r"/positions/\w+/")
    facts = facts_of_the_demonstration()["positions"]
    assert found.lacks(named(facts, lambda fact: fact["words"])) == []


def test_a_fact_that_no_page_shows_is_told(people: People) -> None:
    fact = facts_of_the_demonstration()["areas"][0]
    found = Found("/areas/", "$")
    assert found.lacks({"Growing of tea": [fact], fact["name"]: [fact]}) == ["Growing of tea"]
    found.standings[fact["name"]] = {"unverified"}
    assert found.lacks({fact["name"]: [fact]}) == [fact["name"]]


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """Return the shared facts."""
    read: dict[str, Any] = yaml.safe_load(shared_path("facts", "csto-2024.yaml").read_text(encoding="utf-8"))
    return read


def test_every_series_edition_operation_and_phase_of_the_shared_facts_is_among_them(told: dict[str, Any]) -> None:
    facts = facts_of_the_demonstration()
    names = {one["id"]: one["name"] for one in told["exercise_series"]}
    assert set(names.values()) <= {fact["name"] for fact in facts["series"]}
    there = {(fact["series"], fact["edition"]) for fact in facts["activities"]}
    for one in told["exercises"]:
        held = one.get("series", ()) if "none found" not in str(one.get("outcome")) else ()
        assert {(names[key], str(one["year"])) for key in held} <= there, one["id"]
    assert {one["name"] for one in told["operations"]} <= {fact["name"] for fact in facts["operations"]}
    begins = {fact.get("begins") for fact in facts["phases"]}
    assert {each["from"] for one in told["operations"] for each in one.get("phases", ())} <= begins
