"""Every page of the demonstration, for every role: axe finds nothing, nothing is cut off, everything can be hit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.person import PHONE, Person

pytestmark = pytest.mark.browser

RULES = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""What axe looks for: all it knows, and targets of 24 pixels."""
WIDE, NARROW, NARROWEST = ({"width": width, "height": 900} for width in (1280, 390, 320))
"""The narrowest is what a screen of 1280 pixels has at 400 per cent; 200 per cent is 640."""
Look = tuple[dict[str, int], str]
TWO_LOOKS: tuple[Look, ...] = ((WIDE, "light"), (NARROW, "dark"))
FOUR_LOOKS: tuple[Look, ...] = tuple((size, scheme) for size in (WIDE, NARROW) for scheme in ("light", "dark"))

EVERYBODY = (
    "/", "/register/", "/meetings/", "/calendar/", "/documents/", "/adopted/", "/signing/", "/chairmanship/",
    "/rules/", "/rules/consensus/", "/rules/deciding/consensus/", "/lists/", "/search/?q=border", "/nowhere/",
)  # fmt: skip
PUBLIC = (
    *EVERYBODY, "/sign-in/", "/begin/", "/activities/?on=2025-12-31", "/activities/skala/", "/activities/skala/2024/",
    "/operations/", "/operations/kanal/?on=2025-12-31", "/glance/?on=2024-12-15",
    "/areas/", "/areas/military/", "/commitments/", "/commitments/implementation/?on=2024-12-01", "/proposals/",
    "/positions/",
)  # fmt: skip
HERE = (
    "/awaits/",
    "/texts/",
    "/record/",
    "/notices/",
    "/chairmanship/handover/",
    "/meetings/propose/",
    "/situations/",
)
SIGNED_IN = (*EVERYBODY, *HERE)
SECRETARIAT = (
    "/texts/begin/", "/texts/import/", "/meetings/begin/", "/signing/enter/", "/documents/begin/", "/documents/way/",
    "/calendar/working-days/", "/lists/members/enter/", "/reports/read/", "/register/staff/",
    "/reports/", "/reports/store/",
    "/activities/enter/turn/?series=skala&edition=2024", "/operations/enter/result/?operation=kanal",
    "/commitments/plan/", "/areas/enter/area/?area=drugs", "/positions/enter/",
)  # fmt: skip
OF_A_MEETING = r"/meetings/\w+/(agenda|speakers|record|participants|invitations|credentials)/"
VIEWS = ("", "?view=ledger", "?view=mine", "?view=clean", "?version=1")
ACTS = {
    "delegate": ("propose", "insert", "bracket", "delete", "reserve", "note"),
    "chair": ("agree", "reopen", "agree-clear", "compromise"),
    "secretariat": ("revision",),
}
AROUND = ("languages/", "since/", "compare/?old=1", "decision/", "upload/", "alignment/", "convergence/")

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
TOO_SMALL = """least => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, a')]
  .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest('.visually-hidden, .skip'))
  .filter(each => !each.matches('.visually-hidden, .choice-number') && getComputedStyle(each).display !== 'inline')
  .map(each => [each, (each.matches('input[type=checkbox], input[type=radio]') && each.closest('.choice-row') || each)])
  .map(([each, hit]) => [each, hit.getBoundingClientRect()])
  .filter(([each, hit]) => hit.width && (hit.height < least - 0.5 || hit.width < least - 0.5))
  .map(([each, hit]) => `${each.tagName} ${each.className} “${(each.innerText || each.name || '').trim()}” `
    + `${Math.round(hit.width)} × ${Math.round(hit.height)}`)"""


@pytest.fixture(scope="module")
def before(running, filled):
    """Return the running demonstration as it opens."""
    return running(filled)


@pytest.fixture(scope="module")
def after(running, adopted):
    """Return the running demonstration after the text was adopted and released."""
    return running(adopted)


def linked(person: Person, page: str, pattern: str) -> list[str]:
    """Return the addresses on a page that match, each once."""
    person.go(page)
    found = person.page.locator("main a").evaluate_all("all => all.map(each => each.href)")
    paths = [address.removeprefix(person.page.url.partition("/")[0] + "//") for address in found]
    paths = ["/" + path.partition("/")[2] for path in paths]
    return list(dict.fromkeys(path for path in paths if re.fullmatch(pattern, path)))


def pages(person: Person) -> Iterator[str]:
    """Return every page that this person reaches before the text is adopted."""
    yield from PUBLIC if person.name == "public" else SIGNED_IN
    yield from SECRETARIAT if person.name == "secretariat" else ()
    yield from linked(person, "/signing/", r"/signing/\w{16}/")
    yield from situations(person)
    yield from linked(person, "/documents/", r"/documents/\w{16}/")[:4]
    meetings = linked(person, "/meetings/", r"/meetings/\w+/")
    yield from meetings
    for meeting in meetings:
        yield from linked(person, meeting, r"/notes/\w+/")
    yield from around_meeting(person)
    if person.name != "public":
        (text,) = linked(person, "/texts/", r"/texts/\w{16}/")
        yield from (f"{text}{view}" for view in VIEWS)
        yield from (f"{text}{around}" for around in AROUND)


def situations(person: Person) -> Iterator[str]:
    """Return the pages of a situation that is reported, and of the one on which questions were put."""
    found = linked(person, "/register/", r"/situations/\w{16}/")
    yield found[1]
    if person.name != "public":
        yield found[-1]
    if person.name == "secretariat":
        yield f"{found[-1]}together/"


def around_meeting(person: Person) -> Iterator[str]:
    """Return the pages around the two meetings of which most is known."""
    for name in ("Meeting of the Council, Almaty", "Sample meeting of the Working Group on Afghanistan"):
        person.go("/meetings/")
        found = person.page.locator("main").get_by_role("link", name=name, exact=True)
        if found.count():
            yield from linked(person, found.first.evaluate("each => each.href"), OF_A_MEETING)


def own_pages(person: Person) -> Iterator[str]:
    """Return the pages on which the secretariat has something that a delegation has not."""
    (text,) = linked(person, "/texts/", r"/texts/\w{16}/")
    yield from ("/awaits/", "/texts/", text, f"{text}decision/", *SECRETARIAT)
    yield from linked(person, "/documents/", r"/documents/\w{16}/")[:2]
    yield from situations(person)
    yield from around_meeting(person)


def panels(person: Person) -> Iterator[str]:
    """Return the addresses at which the room shows something else in its panel."""
    (text,) = linked(person, "/texts/", r"/texts/\w{16}/")
    yield from (f"{text}?choice={number}" for number in (1, 7, 8, 999))
    yield from (f"{text}?block={block}" for block in ("b1", "b2", "b5", "b13"))
    for act in ACTS.get(person.name.rpartition("-")[2], ()):
        yield f"{text}?choice=8&block=b2&act={act}"


def pages_after(person: Person) -> Iterator[str]:
    """Return the pages that the adoption has changed."""
    yield from ("/", "/adopted/")
    for adopted in linked(person, "/adopted/", r"/adopted/\w+/"):
        yield adopted
        yield from linked(person, adopted, r".*\?words=.*")[:3]
        if person.name in {"secretariat", "chair"}:
            yield f"{adopted}prepare/?kind=text"
    if person.name != "public":
        for text in linked(person, "/texts/", r"/texts/\w{16}/"):
            yield from (text, f"{text}decision/", f"{text}compare/?old=1")


def violations(page, within: str | None = None) -> list[str]:
    """Return what axe finds, a line for each place."""
    found = Axe().run(page, context=within, options=RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:160]} {why(node)}" for each in found for node in each["nodes"]]


def why(node: dict) -> str:
    return " | ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])[:200]


def faults_of(person: Person, address: str, looks: Iterable[Look], within: str | None = None) -> Iterator[str]:
    """Return everything that is wrong with a page, or with one part of it."""
    page = person.page
    page.set_viewport_size(WIDE)
    person.go(address)
    for size, scheme in looks:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        yield from (f"{size['width']}, {scheme}: {each}" for each in violations(page, within))
    for size in (NARROW, NARROWEST):
        page.set_viewport_size(size)
        beyond = page.evaluate(SIDEWAYS)
        if beyond > 0:
            yield f"{size['width']}: {beyond} pixels beyond the edge"


def all_faults(
    person: Person, addresses: Iterable[str], within: str | None = None, looks: Iterable[Look] = TWO_LOOKS
) -> dict[str, list[str]]:
    """Return address → what is wrong there, for the addresses with something wrong."""
    person.expected += ["status of 403", "status of 404"]
    found = {address: list(faults_of(person, address, looks, within)) for address in dict.fromkeys(addresses)}
    return {address: faults for address, faults in found.items() if faults}


def too_small(person: Person, addresses: Iterable[str]) -> dict[str, list[str]]:
    """Return address → what a finger would miss there."""
    person.expected += ["status of 403", "status of 404"]
    found = {}
    for address in dict.fromkeys(addresses):
        person.go(address)
        found[address] = person.page.evaluate(TOO_SMALL, 44)
    return {address: small for address, small in found.items() if small}


@pytest.mark.parametrize("role", ["public", "secretariat", "kgz-delegate"])
def test_axe_finds_nothing(before, people, role: str) -> None:
    person = people(before, role)
    assert all_faults(person, own_pages(person) if role == "secretariat" else pages(person)) == {}


@pytest.mark.parametrize("role", ["chair", "kgz-delegate"])
def test_axe_finds_nothing_in_a_panel(before, people, role: str) -> None:
    person = people(before, role)
    assert all_faults(person, panels(person), "#panel") == {}


@pytest.mark.parametrize("role", ["public", "chair"])
def test_axe_finds_nothing_after_the_adoption(after, people, role: str) -> None:
    person = people(after, role)
    assert all_faults(person, pages_after(person)) == {}


@pytest.mark.long
@pytest.mark.parametrize("role", ["public", "secretariat", "chair", "kgz-delegate", "arm-delegate", "un-observer"])
def test_axe_finds_nothing_for_anybody_in_any_look(before, people, role: str) -> None:
    person = people(before, role)
    addresses = [*pages(person), *(panels(person) if role != "public" else ())]
    assert all_faults(person, addresses, looks=FOUR_LOOKS) == {}


@pytest.mark.long
@pytest.mark.parametrize("role", ["public", "secretariat", "chair", "kgz-delegate", "un-observer"])
def test_axe_finds_nothing_for_anybody_after_the_adoption(after, people, role: str) -> None:
    person = people(after, role)
    assert all_faults(person, pages_after(person), looks=FOUR_LOOKS) == {}


@pytest.mark.parametrize("role", ["public", "kgz-delegate"])
def test_fingers_hit_what_they_aim_at(before, people, role: str) -> None:
    person = people(before, role, **PHONE)
    addresses = [*pages(person), *(panels(person) if role != "public" else ())]
    assert too_small(person, addresses) == {}
