"""The core of the cycle in other ways: by keyboard alone, without scripts, on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.person import PHONE, Person

pytestmark = pytest.mark.browser

TITLE = "Secure use of information technology (sample wording)"


# By keyboard.


class Typist(Person):
    """A person who has no mouse."""

    def tab_to(self, name: str, most: int = 150) -> None:
        """Go on by Tab until the focus is on this; it has to be seen there."""
        for _each in range(most):
            self.page.keyboard.press("Tab")
            found = self.page.evaluate(FOCUSED)
            assert found["ring"], f"focus is not seen on {found['name']}"
            if found["name"] == name:
                return
        raise AssertionError(f"no Tab leads to {name}")

    def enter(self, name: str) -> None:
        """Go to something by Tab and press Enter on it."""
        self.tab_to(name)
        with self.replaced():
            self.page.keyboard.press("Enter")

    def key(self, key: str) -> None:
        """Press a single key that leads elsewhere."""
        with self.replaced():
            self.page.keyboard.press(key)


FOCUSED = """() => {
  const at = document.activeElement;
  const label = at.labels && at.labels.length ? at.labels[0].innerText : '';
  const words = at.getAttribute('aria-label') || label || at.innerText || '';
  const name = at.matches('a, button, input, textarea, select, summary') ? words.trim().replace(/\\s+/g, ' ') : '';
  const style = getComputedStyle(at);
  const ring = at === document.body || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return {name, ring};
}"""


def seat_typist(people, demo, name: str) -> Typist:
    person = people(demo)
    person.__class__ = Typist
    person.name = name
    person.go("/")
    person.enter("Sign in")
    person.tab_to("Name of the sign-in")
    person.page.keyboard.type(name)
    person.page.keyboard.press("Tab")
    person.page.keyboard.type(demo.passphrase)
    with person.replaced():
        person.page.keyboard.press("Enter")
    person.enter("Texts")
    person.enter(TITLE)
    return person


def test_negotiating_by_keyboard_alone(running, filled, people) -> None:
    demo = running(filled)
    kgz, chair = seat_typist(people, demo, "kgz-delegate"), seat_typist(people, demo, "chair")

    kgz.key("m")
    expect(kgz.panel).to_contain_text("Chair’s compromise")
    expect(kgz.page.locator("#panel-title")).to_be_focused()
    number = kgz.page.locator("#panel-title").inner_text().removeprefix("Choice ")
    kgz.key("n")
    kgz.key("p")
    expect(kgz.page.locator("#panel-title")).to_have_text(f"Choice {number}")
    kgz.enter("Accept the compromise")
    kgz.key("Escape")
    expect(kgz.page.locator("#panel-title")).to_have_text("The text")

    kgz.enter("OP8")
    kgz.enter("Propose wording")
    field = kgz.page.get_by_label("Your wording for OP8")
    expect(field).to_be_focused()
    kgz.page.keyboard.press("Control+End")
    kgz.page.keyboard.press("Backspace")
    kgz.page.keyboard.type(" from now.")
    expect(kgz.page.locator("#ahead .wording")).to_contain_text("from now")
    kgz.enter("Table it")
    expect(kgz.paragraph("OP8")).to_contain_text("from now")

    chair.go(chair.page.url)
    chair.enter(f"Choice {number}")
    chair.enter("Propose to close on the compromise")
    chair.enter("Ask “any objection?”")
    kgz.go(kgz.page.url.partition("?")[0])
    kgz.enter(f"Choice {number}")
    kgz.key("o")
    expect(kgz.panel).to_contain_text("Your delegation objected to closing.")
    kgz.enter("Withdraw the objection")
    chair.go(chair.page.url)
    chair.enter(f"Close choice {number} …")
    chair.enter("Close the choice")
    expect(chair.paragraph("OP1").locator(".status")).to_have_text("clear")


# Without scripts.


def test_negotiating_without_scripts(running, filled, people) -> None:
    demo = running(filled)
    kgz, chair = (people(demo, name, java_script_enabled=False) for name in ("kgz-delegate", "chair"))
    for person in (kgz, chair):
        person.press("Texts", within=".menu-wide")
        person.press(TITLE)

    kgz.open_paragraph("OP8")
    kgz.press("Propose wording")
    field = kgz.page.get_by_label("Your wording for OP8")
    field.fill(field.input_value().replace("a meeting", "its meeting"))
    kgz.press("Look how it will stand")
    expect(kgz.page.locator("#ahead .wording")).to_contain_text("KGZ its", use_inner_text=True)
    kgz.press("Table it", within="#act-form")
    expect(kgz.paragraph("OP8")).to_contain_text("KGZ its", use_inner_text=True)

    number = kgz.number_in("OP1", "at any time")
    kgz.open_choice(number)
    kgz.press("Accept the compromise")
    chair.open_choice(number)
    for name in (
        "Propose to close on the compromise",
        "Ask “any objection?”",
        f"Close choice {number} …",
        "Close the choice",
    ):
        chair.press(name, within="#panel")
    expect(chair.paragraph("OP1").locator(".status")).to_have_text("clear")

    chair.open_paragraph("OP1")
    chair.press("Agree ad referendum …")
    chair.press("Mark agreed ad referendum")
    expect(chair.panel.locator(".error-summary")).to_contain_text("Say where it was agreed")
    chair.fill("Where it is agreed", "plenary of deputies")
    chair.press("Mark agreed ad referendum")
    expect(chair.paragraph("OP1")).to_contain_text("Agreed ad referendum in plenary of deputies")


# On a phone.


def test_answering_in_one_tap_on_a_phone(running, filled, people, pictures) -> None:
    kgz = people(running(filled), "kgz-delegate", **PHONE)
    kgz.go("/awaits/")
    kgz.page.locator("main a[href^='/texts/']").first.tap()
    expect(kgz.page.get_by_role("heading", name="Since you last looked")).to_be_visible()
    kgz.picture(pictures, "since-phone")
    answer = kgz.named("Accept the compromise", "main")
    place = answer.bounding_box()
    assert place["height"] >= 44
    with kgz.replaced():
        answer.tap()
    expect(answer).to_have_count(0)
    expect(kgz.page.locator("#choice-8, .touch").filter(has_text="Choice 8")).not_to_contain_text("If you do nothing")
    with kgz.replaced():
        kgz.named("Confirm for the capital", "main").tap()
    kgz.press("I have read this")
    expect(kgz.page.locator(".answer")).to_contain_text("Nothing")


# What is wrong comes back.


def test_refused_characters_come_back_with_their_place_and_nothing_is_lost(running, filled, people) -> None:
    kgz = people(running(filled), "kgz-delegate")
    kgz.press("Texts", within=".menu-wide")
    kgz.press(TITLE)
    kgz.open_paragraph("OP8")
    kgz.press("Propose wording", within="#panel")
    field = kgz.page.get_by_label("Your wording for OP8")
    field.fill("Decide to review\u202e it in two years.")
    kgz.press("Table it", within="#act-form")
    expect(kgz.panel.locator(".error-summary")).to_be_focused()
    expect(kgz.panel.locator(".error-summary")).to_contain_text("U+202E")
    kgz.press("Take it out", within="#panel")
    expect(field).to_have_value("Decide to review it in two years.")
    kgz.press("Table it", within="#act-form")
    expect(kgz.paragraph("OP8")).to_contain_text("KGZ it] in two years", use_inner_text=True)


# What comes while one is at work.


def at_choice(people, demo, name: str, number: int) -> Person:
    person = people(demo, name)
    person.press("Texts", within=".menu-wide")
    person.press(TITLE)
    person.open_choice(number)
    return person


def test_what_is_pressed_while_a_change_arrives_is_done_once_and_seen(running, filled, people) -> None:
    demo = running(filled)
    kgz, tjk = (at_choice(people, demo, name, 8) for name in ("kgz-delegate", "tjk-delegate"))
    waiting = []

    def hold(route) -> None:
        waiting.append(route)

    kgz.page.route("**/acts/support/", hold)
    kgz.named("Accept the compromise", "#panel").click()
    tjk.press("Support b", within="#panel")
    expect(kgz.page.locator("#notices .live-notice")).to_contain_text("TJK supports")
    waiting.pop().continue_()
    expect(kgz.paragraph("OP1")).to_contain_text("KGZ CHAIR at any time", use_inner_text=True)
    expect(kgz.page.locator(".room")).to_have_count(1)
    expect(kgz.page.locator(".masthead")).to_have_count(1)


def test_focus_stays_where_it_was_when_a_change_arrives(running, filled, people) -> None:
    demo = running(filled)
    kgz, tjk = (at_choice(people, demo, name, 8) for name in ("kgz-delegate", "tjk-delegate"))
    kgz.named("Support b", "#panel").focus()
    tjk.press("Support b", within="#panel")
    expect(kgz.panel).to_contain_text("BLR TJK")
    expect(kgz.named("Support b", "#panel")).to_be_focused()
