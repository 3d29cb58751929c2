"""A person at a browser, who sees nothing but the pages, presses what has a name, and notices every fault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.palette import with_palette

COMES_BACK = "status of 422"
"""What the browser says of a form that comes back with its reason: no fault of the page."""
PATIENCE = 30_000
"""Milliseconds within which anything has happened, however busy the machine is."""
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
UNTOUCHED = "data-not-replaced"

expect.set_options(timeout=PATIENCE)


class Person:
    """
    One browser context: a person with cookies of their own.

    Attributes:
        faults: errors and warnings of the console, errors of the page, answers of the server from 500 on.
        pressed: names of the buttons and links that were pressed, for the test of the tutorial.
    """

    def __init__(self, browser: Browser, address: str, name: str, **context: Any) -> None:
        self.name = name
        self.scripts = context.get("java_script_enabled", True)
        self.context = browser.new_context(base_url=address, **{**DESK, **context})
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.pressed: set[str] = set()
        self.expected = [COMES_BACK]
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self._fault(f"page error: {error}"))
        self.page.on("response", lambda each: each.status >= 500 and self._fault(f"{each.status}: {each.url}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(each in message.text for each in self.expected):
            self._fault(f"{message.type}: {message.text}")

    def _fault(self, words: str) -> None:
        self.faults.append(f"{self.name} at {self.page.url}: {words}")

    # going somewhere

    def go(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(path)

    def sign_in(self, passphrase: str) -> None:
        """Sign in under this person's name."""
        self.go("/sign-in/")
        self.page.get_by_label("Name of the sign-in").fill(self.name)
        self.page.get_by_label("Password").fill(passphrase)
        self.press("Sign in", within="main")

    # pressing

    def named(self, name: str, within: str = "body") -> Locator:
        """Return the buttons and links of exactly this name."""
        place = self.page.locator(within)
        return place.get_by_role("button", name=name, exact=True).or_(place.get_by_role("link", name=name, exact=True))

    def press(self, name: str, within: str = "main", first: bool = False) -> None:
        """Press the one button or link of this name and wait until the page that follows is there."""
        self.pressed.add(name)
        target = self.named(name, within)
        with self.replaced():
            (target.first if first else target).click()

    def press_in_vain(self, name: str, within: str = "main") -> None:
        """Press a button of the room that the server refuses (403): the room stays, and a notice says why."""
        refusal = ["status of 403", "Response Status Error Code 403"]
        self.expected += refusal
        self.pressed.add(name)
        self.named(name, within).click()
        expect(self.page.locator("#notices [role=alert]")).to_be_visible()
        self.expected = [each for each in self.expected if each not in refusal]

    @contextmanager
    def replaced(self) -> Iterator[None]:
        """Wait until what is done in the block has replaced the page, or the room where it is an act in the room."""
        if not self.scripts:
            with self.page.expect_navigation():
                yield
            return
        self.page.evaluate(
            "mark => (document.getElementById('room') || document.documentElement).setAttribute(mark, '')", UNTOUCHED
        )
        yield
        try:
            self.page.wait_for_selector(f"[{UNTOUCHED}]", state="detached")
        except PlaywrightTimeout as error:
            said = self.page.locator(".live-notice").all_inner_texts()
            focus = self.page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
            raise AssertionError(f"{self.name}: nothing followed; notices {said}, focus on {focus}") from error
        self.page.wait_for_load_state()

    def fill(self, label: str, words: str) -> None:
        """Type into the field of this label, in place of what stands there."""
        self.page.get_by_label(label, exact=True).fill(words)

    # the room

    def open_choice(self, number: int | str) -> None:
        """Follow the number of a choice in the text."""
        with self.replaced():
            self.page.locator(f".wording .choice-number:text-is('{number}')").first.click()
        expect(self.panel.get_by_role("heading", name=f"Choice {number}", exact=True)).to_be_visible()

    def open_paragraph(self, label: str) -> None:
        """Follow the label of a paragraph."""
        with self.replaced():
            self.page.locator(".block .label").get_by_role("link", name=label, exact=True).click()
        expect(self.panel.locator("#panel-title")).to_have_text("Title" if label == "Title" else f"Paragraph {label}")

    @property
    def panel(self) -> Locator:
        """The panel of the room."""
        return self.page.locator("#panel")

    def paragraph(self, label: str) -> Locator:
        """Return a paragraph of the text by its label."""
        labelled = self.page.locator(".label").get_by_role("link", name=label, exact=True)
        return self.page.locator(".block", has=labelled)

    def number_in(self, label: str, words: str) -> str:
        """Return the number of the choice in this paragraph that holds these words."""
        choice = self.paragraph(label).locator(".choice", has_text=words)
        return choice.last.get_attribute("data-choice") or ""

    def open_numbers(self) -> list[str]:
        """Return the numbers of all open choices, in the order of the text."""
        return [each.get_attribute("data-choice") or "" for each in self.page.locator(".column .choice").all()]

    # seeing

    def sees(self, label: str, words: str) -> None:
        """Wait until the paragraph reads like this, brackets and codes included; nothing is reloaded."""
        expect(self.paragraph(label).locator(".body > .wording")).to_have_text(words, use_inner_text=True)

    def picture(self, folder: Path | None, name: str, height: int = 0) -> None:
        """Take a picture of what is on the screen, or of a screen of this height, where pictures are wanted."""
        if folder:
            size = self.page.viewport_size or DESK["viewport"]
            self.page.set_viewport_size({**size, "height": height or size["height"]})
            self.page.mouse.move(0, 0)
            if height:
                self.page.evaluate("scrollTo(0, 0)")
            taken = self.page.screenshot(animations="disabled", caret="initial")
            self.page.set_viewport_size(size)
            (folder / f"{name}.png").write_bytes(with_palette(taken))
