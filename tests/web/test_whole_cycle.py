"""
The whole cycle of a council that a template begins: from its organs to the hand-over, through the pages alone.

Nobody here knows an address: everything is reached by links, buttons and fields that the pages show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from accord.record import clock
from tests.web.walking import Walker, one_line

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Case:
    """
    One council and its reader's language.

    Attributes:
        template: its title on the page. presides, follows: who presides in 2026, and in 2027.
        without, absent: a delegation that brings no credentials, and one whose seat stays empty.
        first, second: delegations that propose; organ: the key of the organ that meets; said: words that are typed.
    """

    language: str
    template: str
    presides: str
    follows: str
    first: str
    second: str
    without: str
    absent: str
    organ: str
    said: dict[str, str]


ENGLISH = {
    "group": "Working Group on Rivers (sample)", "person": "Ana Sample", "post": "Minister (sample)",
    "priority": "Clear water (sample)", "talks": "Consultations on rivers (sample)",
    "meeting": "First sample meeting", "item": "Shared rivers (sample)", "opening": "Opening (sample)",
    "text": "Statement on shared rivers (sample)", "once": "once a year", "twice": "twice a year",
    "often": "four times a year", "bureau": "Rivers Bureau (sample)", "other": "Lakes Bureau (sample)",
    "speech": "We thank the hosts (sample).", "hall": "Town Hall", "keeper": "Secretariat (sample)", "search": "sample",
    "zero": "Statement on shared rivers\n\nThe members of the council,\n\n1. Agree to measure rivers once a year;\n",
}  # fmt: skip
RUSSIAN = {
    "group": "Рабочая группа по рекам (образец)", "person": "Анна Образцова", "post": "Министр (образец)",
    "priority": "Чистая вода (образец)", "talks": "Консультации по рекам (образец)",
    "meeting": "Первое заседание (образец)", "item": "Общие реки (образец)", "opening": "Открытие (образец)",
    "text": "Заявление об общих реках (образец)", "once": "раз в год", "twice": "дважды в год",
    "often": "четырежды в год", "bureau": "Бюро рек (образец)", "other": "Бюро озёр (образец)",
    "speech": "Благодарим хозяев (образец).", "hall": "Ратуша", "keeper": "Секретариат (образец)", "search": "образец",
    "zero": "Заявление об общих реках\n\nЧлены совета,\n\n1. Соглашаются измерять реки раз в год;\n",
}  # fmt: skip
CASES = [
    Case("en", "Regional association (as ASEAN)", "PHL", "SGP", "IDN", "VNM", "THA", "MMR", "acc", ENGLISH),
    Case("ru", "Association of municipalities (a sample)", "XAA", "XBB", "XBB", "XCC", "XDD", "XEE", "board", RUSSIAN),
]


@dataclass
class Council:
    """
    The council on its way through a cycle.

    Attributes:
        signs: name and passphrase of each sign-in, by the code of the delegation, "secretariat" or "chair".
        codes: of the delegations.
        people: whoever has signed in. pages: addresses to which somebody comes back, by what they show.
    """

    case: Case
    signs: dict[str, tuple[str, str]] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    people: dict[str, Walker] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, words: str) -> str:
        return self.case.said[words]

    def who(self, name: str) -> Walker:
        """Return somebody at a page of their own, signed in with what the page of sign-ins showed."""
        if name not in self.people:
            username, passphrase = self.signs[name]
            person = Walker(self.case.language).go("/").follow("Sign in")
            self.people[name] = person.press("Sign in", {"username": username, "password": passphrase})
        return self.people[name]

    @property
    def office(self) -> Walker:
        """The secretariat."""
        return self.who("secretariat")

    @property
    def chair(self) -> Walker:
        """Whoever presides."""
        return self.who("chair")

    def at(self, name: str, page: str) -> Walker:
        """Let somebody open a page that was kept."""
        return self.who(name).go(self.pages[page])


@pytest.fixture
def open_house(settings: Any) -> None:
    """Let anybody begin a council here."""
    settings.FOUNDING = True


@pytest.mark.usefixtures("open_house")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.language)
def test_council_of_a_template_goes_through_a_whole_cycle(case: Case) -> None:
    council = Council(case)
    for day, steps in CYCLE.items():
        with clock.frozen(datetime.fromisoformat(day).replace(tzinfo=UTC)):
            for step in steps:
                step(council)


# The council


def begins(council: Council) -> None:
    founder = Walker(council.case.language).go("/").follow("Begin a council")
    founder.follow(council.case.template).press("Show the list").press("Begin the council")
    for row in founder.page.xpath("//table[contains(@class, 'sign-ins')]//tbody/tr"):
        name, passphrase = (one_line(row.xpath(f".//*[@class='{kind}']")[0]) for kind in ("sign-in-name", "passphrase"))
        council.signs[name.rpartition("-")[2].upper()] = (name, passphrase)
    for role in ("secretariat", "chair"):
        council.signs[role] = council.signs.pop(role.upper())
    council.codes = list(council.signs)[:-2]
    assert {council.case.absent, council.case.first} < set(council.codes)


def enters_organs_and_people(council: Council) -> None:
    office = council.office.follow("Register")
    office.follow("An organ").press("Enter it", {"short": "rivers", "name": council["group"], "kind": "group"})
    office.sees(council["group"])
    office.follow("A person").press("Enter it", {"name": council["person"]}).follow(council["person"])
    office.follow("Enter a post").press("Enter it", {"words": council["post"], "member": council.case.presides})
    office.sees(council["post"])


def gives_sign_ins(council: Council) -> None:
    office = council.office
    for code, name in (("RIV", "bureau"), ("LAK", "other")):
        office.follow("Register").follow("A partner")
        office.press("Enter it", {"code": code, "name": council[name], "kind": "organisation"})
    for whom, name in ((f"drafts {council.case.first}", "EXPERT"), ("partner RIV", "RIV")):
        office.follow("Register").follow("Sign-ins").press("Give the sign-in", {"whom": whom, "name": name.lower()})
        council.signs[name] = (name.lower(), one_line(office.page.xpath("//*[@class='passphrase']")[0]))


def settles_the_chairmanship(council: Council) -> None:
    office = council.office.follow("Register").follow("Chairmanship").sees("by the rotation, not decided")
    office.follow("A term of the chairmanship")
    office.press("Enter it", {"member": council.case.follows, "begins": "2027-01-01", "ends": "2027-12-31"})


def announces_priorities(council: Council) -> None:
    chair = council.chair.follow("Register").follow("Chairmanship")
    chair.follow("A programme of priorities").press("Enter it", {"term": "2026-01-01", "announced": "2026-11-02"})
    chair.follow("A priority").press("Enter it", {"term": "2026-01-01", "number": "1", "words": council["priority"]})
    council.office.follow("Register").follow("Chairmanship").sees(council["priority"])


# A meeting


def proposes_talks(council: Council) -> None:
    member = council.who(council.case.second).follow("Meetings").follow("Propose a meeting")
    talks = {"title": council["talks"], "day": "2026-11-20", "kind": "consultations", "organ": council.case.organ}
    member.press("Propose the meeting", {**talks, "sample": "on"})
    member.sees("Proposed, not convened.")
    council.chair.follow("Awaits me").follow_part(council["talks"]).press("Convene the meeting")
    assert one_line(member.go(member.address).page.xpath("//h1")[0]).startswith(council["talks"])


def enters_a_proposal_by_letter(council: Council) -> None:
    office = council.office.follow("Meetings").follow("Convene a meeting")
    office.press("Convene the meeting", {**meeting(council), "proposed_by": council.case.first})
    council.pages["meeting"] = office.address
    office.press("Convene the meeting")


def meeting(council: Council) -> dict[str, Any]:
    """Return what is typed for the meeting of the cycle."""
    hours = {"narrow_begins": "09:00", "narrow_ends": "12:00", "extended_begins": "14:00", "extended_ends": "17:00"}
    told = {"title": council["meeting"], "day": "2026-12-14", "city": council["hall"], "sample": "on"}
    return {**hours, **told, "zone": "Asia/Jakarta", "organ": council.case.organ}


def draws_up_the_agenda(council: Council) -> None:
    item = {"title": council["item"], "rapporteur": council.case.first, "minutes": "40", "sitting": "extended"}
    council.at(council.case.first, "meeting").follow("Agenda").press("Propose it", item)
    office = council.at("secretariat", "meeting").follow("Agenda").press("Take it up")
    office.press("Add it", {"title": council["opening"], "minutes": "10", "sitting": "extended"})
    office.press("Put it there", {"place": "1"}, of=council["opening"])
    office.press("Clear the provisional agenda")


def begins_the_text(council: Council) -> None:
    office = council.office.follow("Texts").follow("Begin a text")
    place = council.pages["meeting"].split("/")[2]
    zero = {"title": council["text"], "meeting": place, "wording": council["zero"], "sample": "on"}
    office.press("Show the paragraphs", zero).press("Begin the text")
    council.pages["text"] = office.address
    office.go(council.pages["meeting"]).follow("Agenda").follow("Change or take off", of=council["item"])
    office.press("Name it", {"text": council.pages["text"].split("/")[2]}).sees(council["text"])


def invites(council: Council) -> None:
    case = council.case
    member = council.at(case.second, "meeting").follow("Invitations")
    part = member.option("part", council["item"])
    offered = member.page.xpath("//input[@name='offered']")[0].get("value")
    member.press("Propose it", {"part": part, "partner": "RIV", "way": "silence", "offered": offered})
    council.pages["silence"] = member.address
    office = council.at("secretariat", "meeting").follow("Invitations")
    office.press("Propose it", {"part": part, "partner": "LAK", "way": "express"})
    council.pages["express"] = office.address
    for code in council.codes:
        council.at(code, "express").press("We consent")


def sends_invitations(council: Council) -> None:
    for page in ("silence", "express"):
        council.at("chair", page).press("Send the invitation")
    council.who("RIV").follow("Awaits me").follow_part(council["meeting"]).press("Accept")
    council.at("secretariat", "express").press("Accept")


def checks_credentials(council: Council) -> None:
    office = council.at("secretariat", "meeting").follow("Received and checked")
    office.follow("This meeting needs credentials").press("Enter it", {"needed": "yes"})
    for code in council.codes:
        if code not in (council.case.without, council.case.absent):
            office.follow_in(code, "Enter them").press("Enter it", {"form": "letter"})
            office.follow_in(code, "Check them").press("Enter it", {"accepted": "yes"})


def registers(council: Council) -> None:
    member = council.at(council.case.presides, "meeting").follow("Participants")
    member.press("Register somebody", {"person": member.option("person", council["person"])})
    partner = council.at("RIV", "silence").follow("Register who comes")
    partner.press("Register somebody", {"name": "Bo Sample"})


def sits(council: Council) -> None:
    for sitting in ("Narrow", "Extended"):
        office = council.at("secretariat", "meeting").follow("Participants")
        office.follow("enter who sat", of=office.called(sitting))
        office.press("Enter it", {f"presence-{council.case.absent}": "empty"})
    office.sees(council.case.absent)
    chair = council.at("chair", "meeting").follow("Agenda")
    chair.press("Enter that it was adopted")
    assert chair.called("Enter that it was adopted") not in chair.words


def speaks(council: Council) -> None:
    case = council.case
    office = council.at("secretariat", "meeting").follow("Speakers and statements")
    item = office.option("item", council["item"])
    office.press("Open the list", {"sitting": "extended", "item": item, "limit": "5"})
    for code in (case.first, case.second):
        council.at(code, "meeting").follow("Speakers and statements").press("Ask for the floor")
    council.at("chair", "meeting").follow("Speakers and statements").press("Give the floor", of=case.first)
    member = council.at(case.first, "meeting").follow("Speakers and statements")
    member.press("Enter the statement", {"wording": council["speech"], "sitting": "extended", "sample": "on"})


# A text and its decision


def negotiates(council: Council) -> None:
    case, paragraph = council.case, council["zero"].strip().rpartition("\n\n")[2]
    for code, words in ((case.first, "twice"), (case.second, "often")):
        member = council.at(code, "text").follow("1.").follow("Propose wording")
        member.press("Table it", {"wording": paragraph.replace(council["once"], council[words])})
    council.at(case.second, "text").follow("1").press("Support %(letter)s", letter="b")
    chair = council.at("chair", "text").follow("1").press("Propose to close on %(letter)s", letter="b")
    chair.follow("Close choice %(number)s …", number="1").press("Close the choice")
    chair.go(council.pages["text"]).follow("Agree all clear paragraphs …")
    chair.press("Mark agreed ad referendum", {"forum": council["hall"]})
    office = council.at("secretariat", "text").follow("Issue a revision …").press("Issue it", {"label": "Rev.1"})
    office.sees(council["twice"])


def adopts(council: Council) -> None:
    office = council.at("secretariat", "text").follow("Roll and decision")
    office.press("Record the roll", {"present": [code for code in council.codes if code != council.case.absent]})
    chair = (
        council.at("chair", "text").follow("Put to the council").press("Put %(symbol)s to the council", symbol="L.1")
    )
    chair.follow("Adopt and seal %(symbol)s", symbol="L.1").press("Adopt and seal %(symbol)s", symbol="L.1")
    chair.sees("Adopted and sealed.")
    assert chair.called("sits without accepted credentials") in chair.row(council.case.without)
    assert chair.called("seat empty") in chair.row(council.case.absent)
    council.pages["signing"] = chair.follow("Signing and taking part").address


# What follows


def signs(council: Council) -> None:
    case = council.case
    office = council.at("secretariat", "signing").follow("Open it for signature")
    office.press("Enter it", {"place": council["hall"], "day": "2026-12-14"})
    signature = {"member": case.first, "person": council["person"], "day": "2026-12-14"}
    office.follow("Enter a signature").press("Enter it", signature)
    office.follow_in(case.absent, "Hand it over").press("Enter it")
    office.sees("handed over; waits for its answer")


def answers_late(council: Council) -> None:
    case = council.case
    member = council.who(case.absent).follow("Awaits me").follow_part(council["text"])
    member.follow("Answer for your state").press("Answer", {"kind": "joined", "day": "2026-12-21"})
    assert member.called("joined later") in member.row(case.absent)
    office = council.at("secretariat", "signing").follow("Enter a signature")
    late = {"member": case.second, "person": council["person"], "day": "2026-12-20"}
    office.press("Enter it", {**late, "reservation": council["speech"]})
    assert council["speech"] in office.row(case.second)


def keeps_the_original(council: Council) -> None:
    office = council.at("secretariat", "signing").follow("Enter the original")
    office.press("Enter it", {"languages": council.case.language, "number": "1", "depositary": council["keeper"]})
    office.follow("Enter a copy that was sent").press("Enter it", {"to": council.case.first})
    office.sees(council["keeper"])


def keeps_the_record(council: Council) -> None:
    office = council.at("secretariat", "meeting").follow("Record of the meeting")
    office.press("Draw up the record", {"sample": "on"}).sees(council["text"])
    office.press("Circulate it for correction", {"until": "2026-12-23"})
    member = council.at(council.case.second, "meeting").follow("Record of the meeting")
    member.press("Ask for it", {"wording": council["twice"]})
    office.go(office.address).press("Taken up").press("Approve the record", {"public": "on"})


def publishes(council: Council) -> None:
    office = council.office.follow("Awaits me").follow_part(council["text"])
    office.follow("Prepare the sample for release").press("Prepare the sample for release")
    chair = council.chair.follow("Awaits me").follow_part(council["text"])
    chair.follow("Release the sample").press("Release the sample")
    council.pages["released"] = chair.address


def goes_on(council: Council) -> None:
    office = council.at("secretariat", "meeting").follow("Record of the meeting")
    office.press("Enter it", {"day": "2027-06-20", "place": council["hall"]})
    office.go(council.pages["meeting"]).sees(council["hall"])


def hands_over(council: Council) -> None:
    chair = council.chair.follow("Register").follow("Chairmanship").follow("Hand-over")
    chair.press("Hand over", {"day": "2026-12-28"})
    taker = council.who(council.case.follows).follow("Register").follow("Chairmanship").follow("Hand-over")
    taker.press("Confirm that it is taken over")


def is_found(council: Council) -> None:
    member = council.who(council.case.absent).follow("Calendar").press("Make my address")
    feed = member.client.get(one_line(member.page.xpath("//*[@class='address']")[0])).content.decode()
    assert "20261214" in feed
    assert council["meeting"] not in feed
    member.go("/search/").press("Find", {"q": council["search"]}).sees(council["text"], council["meeting"])


CYCLE = {
    "2026-11-02 09:00": [begins, enters_organs_and_people, gives_sign_ins, settles_the_chairmanship],
    "2026-11-03 09:00": [announces_priorities, proposes_talks, enters_a_proposal_by_letter],
    "2026-11-16 09:00": [draws_up_the_agenda, begins_the_text, invites],
    "2026-12-07 09:00": [sends_invitations, checks_credentials, registers],
    "2026-12-14 07:00": [sits, speaks, negotiates, adopts, signs],
    "2026-12-21 09:00": [answers_late, keeps_the_original, keeps_the_record, publishes],
    "2026-12-28 09:00": [goes_on, hands_over, is_found],
}
