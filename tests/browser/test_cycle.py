"""The whole cycle, from the zero draft to the public page: three people at three browsers, and the public."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.person import Person
from tests.browser.tutorial import quoted

pytestmark = pytest.mark.browser

TITLE = "Secure use of information technology (sample wording)"
PLENARY = "plenary of deputies"
UNRELOADED = "this page was never loaded again"


@pytest.fixture
def table(running, filled, people):
    """Return who sits at the table: two delegations and the chair, each in the room, in that order."""
    demo = running(filled)
    return [in_the_room(people(demo, name)) for name in ("kgz-delegate", "tjk-delegate", "chair")], demo


def in_the_room(person: Person) -> Person:
    """Let a person walk from the first page to the text, and mark the page: it is not loaded again."""
    person.press("Awaits me", within=".menu-wide")
    person.press("Texts", within=".menu-wide")
    person.press(TITLE)
    person.page.evaluate("words => { window.mark = words; }", UNRELOADED)
    return person


def is_unreloaded(person: Person) -> bool:
    return person.page.evaluate("window.mark") == UNRELOADED


def test_a_text_goes_from_zero_draft_to_the_public(table, people, pictures) -> None:
    (kgz, tjk, chair), demo = table
    public = people(demo)
    looks_around(public, pictures)
    opens_a_choice(kgz, pictures)
    proposes(kgz, tjk, chair, pictures)
    changes_paragraphs(kgz, tjk)
    takes_positions(kgz, tjk)
    reserves_and_notes(kgz, tjk)
    closes_over_no_objection(kgz, tjk, chair, pictures)
    finds_a_compromise(kgz, tjk, chair)
    agrees_and_reopens(kgz, chair)
    assert all(map(is_unreloaded, (kgz, tjk, chair)))
    room = kgz.page.url.partition("?")[0]
    for delegation in (kgz, tjk):
        delegation.go("/awaits/")
    closes_the_rest(chair, people(demo, "rus-delegate"))
    for delegation in (kgz, tjk):
        delegation.go(room)
    compares(kgz, pictures)
    adopts(kgz, tjk, chair, pictures)
    secretariat = people(demo, "secretariat")
    releases(secretariat, chair, public, pictures)
    asks_where_words_come_from(kgz, public, pictures)
    everybody = (kgz, tjk, chair, secretariat, public)
    assert quoted(1, 7) - set().union(*(each.pressed for each in everybody)) == set()


def looks_around(public: Person, pictures) -> None:
    public.go("/")
    expect(public.page.locator("main")).to_contain_text("No adopted text is released yet.")
    public.picture(pictures, "home")
    public.press("The meeting", first=True)
    expect(public.page.locator("main")).to_contain_text("Wording not held", ignore_case=True)
    public.picture(pictures, "meeting", height=1400)


def opens_a_choice(kgz: Person, pictures) -> None:
    kgz.press("Choice 8 waits for your answer.")
    expect(kgz.panel).to_contain_text("Chair’s compromise")
    kgz.picture(pictures, "room", height=1120)


def proposes(kgz: Person, tjk: Person, chair: Person, pictures) -> None:
    kgz.open_paragraph("PP2")
    kgz.press("Propose wording", within="#panel")
    field = kgz.page.get_by_label("Your wording for PP2")
    field.fill(field.input_value().replace("does not stop at", "crosses"))
    ahead = kgz.page.locator("#ahead .wording")
    expect(ahead).to_contain_text("KGZ crosses", use_inner_text=True)
    kgz.picture(pictures, "propose")
    kgz.press("Keep it in the delegation", within="#panel")
    expect(kgz.paragraph("PP2")).to_contain_text("Draft of your delegation, seen by nobody else")

    kgz.press("Show it to the chair", within=".block:has-text('crosses')")
    expect(chair.paragraph("PP2")).to_contain_text("Shown to the chair, not tabled")
    expect(chair.paragraph("PP2")).to_contain_text("crosses")
    expect(tjk.paragraph("PP2")).not_to_contain_text("crosses")

    kgz.press("Table it", within=".block:has-text('crosses')")
    expect(tjk.paragraph("PP2")).to_contain_text("KGZ crosses", use_inner_text=True)
    expect(tjk.page.locator("#notices .live-notice").last).to_contain_text("KGZ")


def changes_paragraphs(kgz: Person, tjk: Person) -> None:
    kgz.open_paragraph("OP3")
    kgz.press("Insert a paragraph after it", within="#panel")
    kgz.fill("A paragraph after OP3", "Invite them to meet once a year;")
    expect(kgz.page.locator("#ahead .wording")).to_contain_text("Invite them to meet")
    kgz.press("Table it", within="#panel")
    expect(tjk.paragraph("OP3 bis")).to_contain_text("KGZ Invite them to meet once a year;", use_inner_text=True)

    tjk.open_paragraph("OP8")
    tjk.press("Delete the paragraph", within="#panel")
    tjk.press("Table it", within="#panel")
    expect(kgz.paragraph("OP8")).to_contain_text("no text TJK", use_inner_text=True)

    kgz.open_paragraph("OP2")
    kgz.press("Cannot accept some words", within="#panel")
    kgz.fill("The words that cannot be accepted", "serious")
    expect(kgz.page.locator("#ahead .wording")).to_contain_text("[serious | no text KGZ]", use_inner_text=True)
    kgz.press("Table it", within="#panel")
    expect(tjk.paragraph("OP2")).to_contain_text("[serious | no text KGZ]", use_inner_text=True)


def takes_positions(kgz: Person, tjk: Person) -> None:
    kgz.open_choice(kgz.number_in("OP2", "each other"))
    kgz.press("Support b", within="#panel")
    expect(tjk.paragraph("OP2")).to_contain_text("[KGZ RUS each other]", use_inner_text=True)

    tjk.open_choice(tjk.number_in("OP5", "check"))
    tjk.press("Retain a", within="#panel")
    expect(kgz.paragraph("OP5")).to_contain_text("[TJK examine]", use_inner_text=True)

    tjk.open_choice(tjk.number_in("OP2", "serious"))
    tjk.press("Cannot accept a", within="#panel")
    expect(kgz.paragraph("OP2")).to_contain_text("[serious | no text KGZ TJK]", use_inner_text=True)

    tjk.open_choice(tjk.number_in("OP8", "Decide"))
    tjk.press("Withdraw b", within="#panel")
    expect(kgz.paragraph("OP8").locator(".status")).to_have_text("clear")
    expect(kgz.page.locator("#notices .live-notice")).to_have_count(1)
    for deed in ("TJK withdraws", "TJK cannot accept"):
        expect(kgz.page.locator("#notices .live-notice")).to_contain_text(deed)


def reserves_and_notes(kgz: Person, tjk: Person) -> None:
    tjk.open_paragraph("OP8")
    tjk.press("Reserve", within="#panel")
    tjk.fill("What is reserved, and until when", "pending instructions")
    tjk.press("Reserve", within="#panel")
    expect(kgz.paragraph("OP8")).to_contain_text("TJK reserves its position: pending instructions")

    tjk.open_paragraph("OP8")
    tjk.press("Lift the reservation", within="#panel")
    expect(kgz.paragraph("OP8")).not_to_contain_text("reserves its position")

    kgz.open_paragraph("PP1")
    kgz.press("Note", within="#panel")
    kgz.fill("The note", "Medicine is understood to include care.")
    kgz.press("Note it", within="#panel")
    expect(tjk.paragraph("PP1")).to_contain_text("KGZ notes: Medicine is understood to include care.")


def closes_over_no_objection(kgz: Person, tjk: Person, chair: Person, pictures) -> None:
    number = chair.number_in("PP2", "ignores")
    chair.open_choice(number)
    chair.press("Propose to close on b", within="#panel")
    for delegation in (kgz, tjk):
        delegation.open_choice(number)
        expect(delegation.panel).to_contain_text("The chair proposes to close")
    chair.press("Ask “any objection?”", within="#panel")
    chair.press(f"Close choice {number} …", within="#panel")
    for delegation in (kgz, tjk):
        expect(delegation.panel).to_contain_text("The chair asks: any objection?")
    kgz.picture(pictures, "objection")
    for delegation in (kgz, tjk):
        delegation.press("Object to closing", within="#panel")
    chair.press_in_vain("Close the choice", within="#panel")
    expect(chair.page.locator("#notices [role=alert]")).to_contain_text("Nothing closes over an objection.")
    chair.open_choice(number)
    expect(chair.named("Close", "#panel .act-box")).to_be_disabled()

    for delegation in (kgz, tjk):
        delegation.press("Withdraw the objection", within="#panel")
    expect(chair.named(f"Close choice {number} …", "#panel")).to_be_visible()
    chair.press(f"Close choice {number} …", within="#panel")
    chair.press("Close the choice", within="#panel")
    for delegation in (kgz, tjk):
        expect(delegation.paragraph("PP2").locator(".body > .wording")).to_have_text(
            "Noting that its misuse ignores borders,"
        )


def finds_a_compromise(kgz: Person, tjk: Person, chair: Person) -> None:
    number = chair.number_in("OP3", "ways to train")
    chair.open_choice(number)
    chair.press("Write a compromise", within="#panel")
    chair.fill(f"Wording in place of choice {number}", "ways of training")
    chair.press("Put the compromise", within="#panel")
    for delegation in (kgz, tjk):
        expect(delegation.paragraph("OP3")).to_contain_text("[CHAIR ways of training]", use_inner_text=True)
    tjk.open_choice(number)
    tjk.press("Accept the compromise", within="#panel")
    expect(chair.paragraph("OP3")).to_contain_text("TJK CHAIR ways of training", use_inner_text=True)
    close(chair, number, "Propose to close on the compromise")
    expect(kgz.paragraph("OP3")).to_contain_text("share ways of training specialists;")


def agrees_and_reopens(kgz: Person, chair: Person) -> None:
    chair.open_paragraph("OP3")
    chair.press("Agree ad referendum …", within="#panel")
    chair.fill("Where it is agreed", PLENARY)
    chair.page.get_by_label("Armenia", exact=True).check()
    chair.press("Mark agreed ad referendum", within="#panel")
    expect(kgz.paragraph("OP3")).to_contain_text(f"Agreed ad referendum in {PLENARY}; awaited: ARM")
    chair.press("Reopen …", within="#panel")
    chair.press("Reopen the paragraph", within="#panel")
    expect(kgz.paragraph("OP3").locator(".status")).to_have_text("reopened")


def close(chair: Person, number: str, on: str) -> None:
    """Let the chair propose to close, ask where somebody holds other wording, and close."""
    chair.open_choice(number)
    chair.press(on, within="#panel")
    ask = chair.named("Ask “any objection?”", "#panel")
    if ask.count():
        chair.press("Ask “any objection?”", within="#panel")
    chair.press(f"Close choice {number} …", within="#panel")
    chair.press("Close the choice", within="#panel")


def closes_the_rest(chair: Person, rus: Person) -> None:
    while numbers := chair.open_numbers():
        number = numbers[0]
        chair.open_choice(number)
        last = chair.panel.get_by_role("button", name=re.compile("^Propose to close on")).last.inner_text()
        close(chair, number, last)
        expect(chair.page.locator(f"#c{number.replace('.', '-')}")).to_have_count(0)
    in_the_room(rus)
    rus.open_paragraph(rus.page.locator(".block.reserved .label").inner_text())
    rus.press("Lift the reservation", within="#panel")
    chair.go(chair.page.url.partition("?")[0])
    chair.press("Agree all clear paragraphs …", within="#panel")
    chair.fill("Where it is agreed", PLENARY)
    chair.press("Mark agreed ad referendum", within="#panel")
    expect(chair.page.locator(".summary")).to_contain_text("Nothing is open.")


def compares(kgz: Person, pictures) -> None:
    kgz.press("Since you last looked", within="#panel")
    expect(kgz.page.get_by_role("heading", level=1)).to_have_text("Since you last looked")
    kgz.page.go_back()
    kgz.press("Compare", within=".against")
    expect(kgz.page.get_by_role("heading", level=1)).to_be_visible()
    expect(kgz.page.locator(".figures")).to_be_visible()
    kgz.picture(pictures, "compare")


def adopts(kgz: Person, tjk: Person, chair: Person, pictures) -> None:
    chair.press("The text can be put to the council.")
    chair.press("Put L.1 to the council")
    expect(tjk.page.locator(".summary")).to_contain_text("The text is before the council.")
    chair.picture(pictures, "decision")
    chair.press("Adopt and seal L.1")
    expect(chair.page.locator(".sentence")).to_contain_text("Armenia (neither consent nor objection recorded)")
    chair.press("Adopt and seal L.1")
    expect(tjk.page.locator(".summary")).to_contain_text("Adopted and sealed")


def releases(secretariat: Person, chair: Person, public: Person, pictures) -> None:
    chair.press("The adopted text, and where each word comes from")
    secretariat.go(chair.page.url)
    release(secretariat, chair, "Prepare the sample for release", "Release the sample")
    public.go("/")
    public.press(TITLE)
    expect(public.page.locator(".adopted-head")).to_contain_text("Sample wording: nobody’s text")
    public.picture(pictures, "adopted")
    chosen = where_from(public, "ways of training")
    expect(chosen).not_to_contain_text("Tajikistan")
    release(secretariat, chair, "Prepare the history for release", "Release the history")


def release(secretariat: Person, chair: Person, prepare: str, let_go: str) -> None:
    """Let one prepare and another release, each asked once more."""
    for person, name in ((secretariat, prepare), (chair, let_go)):
        person.page.reload()
        person.press(name)
        expect(person.page.get_by_role("heading", level=1)).to_have_text(f"{name}?")
        person.press(name)


def where_from(person: Person, words: str) -> Locator:
    """Choose words of the adopted text; return what the page says of them."""
    person.pressed.add(words)
    person.page.locator(".adopted-wording").get_by_role("link", name=words).click()
    region = person.page.get_by_role("region", name="Where these words come from")
    expect(region.get_by_role("blockquote")).to_contain_text(words)
    return region


def asks_where_words_come_from(kgz: Person, public: Person, pictures) -> None:
    public.page.reload()
    for person in (public, kgz):
        person.go(public.page.url)
        region = where_from(person, "ways of training")
        for said in ("By the chair, as a compromise", "Tajikistan supported it", "Closed", "Adopted"):
            expect(region).to_contain_text(said)
    region = where_from(public, "ignores")
    withdrawn = [f"{name} withdraws its objection" for name in ("Kyrgyzstan", "Tajikistan")]
    for said in ("By Belarus", *withdrawn, "no objection stood"):
        expect(region).to_contain_text(said)
    region.evaluate("each => each.parentElement.scrollIntoView()")
    public.picture(pictures, "provenance")
