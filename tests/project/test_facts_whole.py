"""Every organ, person, meeting, document, path and rule of the shared facts has its place, with source and standing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from django.test import Client

from accord.access import PUBLIC
from accord.meetings.models import Meeting
from accord.members.models import ChairmanshipTerm, Member, Organ, Partner, Person, Post, Provision
from accord.members.queries import people_page
from accord.positions.models import Position
from accord.programme.models import Priority
from accord.project.demo.people import People
from tests.shared import shared_path

CODES = {"AM": "ARM", "BY": "BLR", "KZ": "KAZ", "KG": "KGZ", "RU": "RUS", "TJ": "TJK"}
CODES |= {"UZ": "UZB", "AZ": "AZE", "GE": "GEO"}
LATER = "2026-02-01"
"""A day on which everything of the facts is known."""

SOURCE = re.compile(r'<details class="source"><summary>[^<]+<span class="visually-hidden"> \((.*?)\)</span>', re.DOTALL)
LINK = re.compile(r'<a [^>]*?href="([^"]+)"')


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """Return the shared facts."""
    found: dict[str, Any] = yaml.safe_load(shared_path("facts", "csto-2024.yaml").read_text(encoding="utf-8"))
    return found


class Reading:
    """What a reader finds from a page: within two clicks, and whether its source stands there."""

    def __init__(self) -> None:
        self.client = Client()
        self.seen: dict[str, str] = {}

    def page(self, address: str) -> str:
        """Return a page, its entities as characters."""
        if address not in self.seen:
            answer = self.client.get(address)
            self.seen[address] = html.unescape(answer.content.decode()) if answer.status_code == 200 else ""
        return self.seen[address]

    def near(self, start: str, below: str, clicks: int = 2) -> Iterator[str]:
        """Yield the page at ``start`` and those below an address that it leads to, at most so many clicks away."""
        known, edge = {start}, [start]
        for click in range(clicks + 1):
            following = []
            for address in edge:
                yield self.page(address)
                if click < clicks:
                    links = [self._whole(address, link) for link in LINK.findall(self.page(address))]
                    following += [link for link in links if re.match(below, link)]
            edge = [link for link in dict.fromkeys(following) if link not in known]
            known |= set(edge)

    def sourced(self, start: str, below: str, clicks: int = 2) -> set[str]:
        """Return the names beside which a source stands, on these pages."""
        return {name for page in self.near(start, below, clicks) for name in SOURCE.findall(page)}

    @staticmethod
    def _whole(address: str, link: str) -> str:
        plain = link.split("#", maxsplit=1)[0]
        return plain if plain.startswith("/") or not plain else f"{address.split('?', maxsplit=1)[0]}{plain}"


def plain(organs: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the organs of the shared facts, statutory and auxiliary."""
    return [*organs["statutory"], *organs["auxiliary"]]


def test_every_organ_member_person_and_rule_is_in_the_register(told: dict[str, Any], people: People) -> None:
    codes = {CODES[one["iso2"]] for one in [*told["members"], *told["former_members"]]}
    officials = {one["name"] for one in [*told["persons"], *told["secretaries_general"]]}
    officials |= {one["successor"]["name"] for one in told["persons"] if "successor" in one}

    assert codes <= set(Member.objects.values_list("code", flat=True))
    assert {one["id"] for one in plain(told["organs"])} <= set(Organ.objects.values_list("key", flat=True))
    assert officials <= set(Person.objects.values_list("name", flat=True))
    assert {one["id"] for one in told["rules"]} == set(Provision.objects.values_list("key", flat=True))
    partners = set(Partner.objects.values_list("code", flat=True))
    assert {one["id"].upper() for one in told["partner_organisations"]} <= partners
    for one in told["organs"]["founding_acts"]:
        assert Organ.objects.filter(key=one["organ"], acts__day=one["date"]).exists(), one


def test_every_term_and_every_secretary_general_is_there(told: dict[str, Any], people: People) -> None:
    order = [CODES[one["member"]] for one in told["chairmanship_history"]]
    assert list(ChairmanshipTerm.objects.order_by("begins").values_list("member__code", flat=True)) == order
    for one in told["secretaries_general"]:
        assert Post.objects.filter(person__name=one["name"], organ__key="secretariat", since__isnull=False).exists()


def test_every_meeting_of_the_year_and_of_the_working_group_is_there(told: dict[str, Any], people: People) -> None:
    for one in told["meeting_cycle_2024"]:
        organs = one.get("organs") or [one.get("organ", "sg")]
        assert Meeting.objects.filter(day=one["date"], organ__key=organs[0]).exists(), one["id"]
    for one in told["wg_afghanistan_meetings"]:
        found = Meeting.objects.filter(organ__key="wg-afg", title__startswith=f"{one['number']}", day=one["date"])
        assert found.exists(), one["number"]
    joint = Meeting.objects.get(day=date(2024, 11, 28), kind="joint")
    assert set(joint.organs.values_list("key", flat=True)) == {"cmd", "cssc"}


def test_every_priority_is_in_the_programme_with_its_announcement(told: dict[str, Any], people: People) -> None:
    announced = told["priorities_kz_2024"]["announced"]["date"]
    rows = Priority.objects.filter(programme__announced=announced, programme__organ__key="csc")
    assert rows.count() == len(told["priorities_kz_2024"]["items"])


def test_every_position_is_in_the_register_with_its_holder(told: dict[str, Any], people: People) -> None:
    """An ambiguous “we” is nobody's yet; what says that assessments were compared, or that none is known, is none."""
    for one in told["meeting"]["positions"]:
        if one["kind"] not in ("national", "agreed"):
            continue
        rows = Position.objects.filter(topic=one["topic"])
        ambiguous = "ambiguous" in one.get("why", "")
        holder = {"kind": "ambiguous"} if ambiguous else {"member__code": CODES.get(one["holder"])}
        assert rows.filter(**({"kind": "collective"} if one["holder"] == "collective" else holder)).exists(), one


def test_source_stands_beside_each_within_two_clicks_of_the_register(people: People) -> None:
    reading = Reading()
    sourced = reading.sourced(f"/register/?on={LATER}", r"/(register/people|chairmanship|rules)/\??[^/]*$")

    assert {row.name for row in Organ.objects.all()} <= sourced
    assert {row.name for row in Member.objects.all()} <= sourced
    assert {row.name for row in Person.objects.all()} <= sourced
    assert {row.name for row in Partner.objects.all()} <= sourced
    assert {row.title for row in Provision.objects.all()} <= sourced


def test_source_stands_beside_each_meeting_in_the_list_and_on_its_page(people: People) -> None:
    reading = Reading()
    start = f"/meetings/?on={LATER}"
    titles = {row.title for row in Meeting.objects.exclude(shown_until__isnull=False)}

    assert titles <= reading.sourced(start, "$")
    pages = [page for page in reading.near(start, r"/meetings/\w+/\?on=", 1) if "<h1>" in page]
    assert len(pages) >= len(titles)
    assert all('<details class="source">' in page for page in pages)


def test_every_document_of_the_day_has_its_place_and_its_path(told: dict[str, Any], people: People) -> None:
    reading = Reading()
    start = f"/documents/?on={LATER}"
    titles = {one["title"] for one in told["meeting"]["documents"]["items"] if one["title"]}
    border = next(one["title"] for one in told["meeting"]["documents"]["items"] if one["id"] == "d8")

    assert len(titles) == 7
    assert all(title in reading.page(start) for title in titles)
    pages = [page for page in reading.near(start, r"/documents/\w+/\?on=", 1) if "documents-table" not in page]
    for title in titles:
        (own,) = (page for page in pages if title in page.partition("</h1>")[0])
        assert '<details class="source">' in own
    (path,) = (page for page in pages if border in page.partition("</h1>")[0])
    for step in next(one["steps"] for one in told["meeting"]["document_paths"] if one["document"] == "d8"):
        assert str(step.get("date", step.get("date_from")))[:4] in path


def test_later_facts_show_on_later_days_and_not_before(people: People) -> None:
    reading = Reading()
    now, later = (reading.page(f"/{place}/{on}") for place, on in (("meetings", ""), ("meetings", f"?on={LATER}")))
    assert "Session of the Collective Security Council" not in now
    assert "Session of the Collective Security Council" in later
    assert "Meeting of the Council, Astana" in now
    assert "Meeting of the Council, Astana" not in later
    assert "Taalatbek Masadykov" not in reading.page("/register/people/")
    assert "Taalatbek Masadykov" in reading.page(f"/register/people/?on={LATER}")
    assert "About 60 events" not in reading.page("/chairmanship/")
    assert "About 60 events" in reading.page(f"/chairmanship/?on={LATER}")
    session = Meeting.objects.get(day=date(2024, 11, 28), organ__key="csc")
    assert reading.page(f"/meetings/{session.pk}/") == ""
    assert "At least" in reading.page(f"/meetings/{session.pk}/?on={LATER}").replace("at least", "At least")


def test_public_reads_the_people_of_the_day_alone(people: People) -> None:
    council = people.secretariat.organisation_id
    assert council is not None
    now = {line.registered for line in people_page(PUBLIC, council)}
    assert {"Sergei Aleinik", "Imangali Tasmagambetov"} <= now
    assert now & {"Maxim Ryzhenkov", "Taalatbek Masadykov"} == set()
