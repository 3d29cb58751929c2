"""
A person at a page without scripts: follows links by their words, fills the fields that the page shows, presses buttons.

Nothing is sent that the page does not offer: a link, button or field that is not there fails with what there is.
Words are the English ones of the programme; a person who reads Russian presses what they are called in Russian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.utils.translation import gettext, override
from lxml import html

Fields = Mapping[str, Any]
"""What a person types: by the name of the field a text, True for a ticked box, a list for several, a file."""

BUTTONS = ".//button | .//input[@type='submit']"


class Walker:
    """
    Somebody with cookies and a language of their own.

    Attributes:
        page: the parsed page that the person sees; address: where it is; words: all its words in one line.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.client = Client(HTTP_ACCEPT_LANGUAGE=language)
        self.address = "/"
        self.page: Any = None

    # seeing

    def called(self, words: str, **values: object) -> str:
        """Return what the programme says for these words in this person's language, with values put in."""
        with override(self.language):
            return gettext(words) % values if values else gettext(words)

    @property
    def words(self) -> str:
        """All words of the page in one line."""
        return one_line(self.page)

    @property
    def wrong(self) -> str:
        """What the page says is wrong, for somebody who reads why a step failed."""
        found = self.page.xpath("//*[@role='alert'] | //*[contains(@class, 'error')]")
        return " ".join(map(one_line, found))[:600] or self.words[:600]

    def sees(self, *words: str) -> Walker:
        """Hold that each of these stands on the page, as it is typed here or as the programme says it."""
        missing = [each for each in words if each not in self.words and self.called(each) not in self.words]
        assert not missing, f"{self.address} says nothing of {missing}: {one_line(self.page.xpath('//main')[0])}"
        return self

    # going

    def go(self, address: str) -> Walker:
        """Open an address."""
        return self._arrive(self.client.get(address, follow=True), address)

    def follow(self, words: str, *, of: str = "", **values: object) -> Walker:
        """Follow the first link of these words; of several of these words the one that names what it is of."""
        name = f"{self.called(words, **values)} {of}".strip()
        found = [link for link in self.page.iter("a") if one_line(link) == name]
        assert found, f"{self.address} has no link “{name}”; there are {links(self.page)}"
        return self.go(urljoin(self.address, found[0].get("href")))

    def follow_part(self, words: str) -> Walker:
        """Follow the first link of the page itself that holds these words."""
        found = [link for link in self.page.xpath("//main//a") if self.called(words) in one_line(link)]
        assert found, f"{self.address} has no link with “{words}”; there are {links(self.page)}"
        return self.go(urljoin(self.address, found[0].get("href")))

    def follow_in(self, code: str, words: str) -> Walker:
        """Follow the link of these words in the row of a member."""
        rows = [each for each in self.page.iter("tr") if code in codes(each)]
        found = [link for row in rows for link in row.iter("a") if one_line(link).startswith(self.called(words))]
        assert found, f"{self.address} has no link “{self.called(words)}” in a row of {code}"
        return self.go(urljoin(self.address, found[0].get("href")))

    def row(self, code: str) -> str:
        """Return the words of the rows of a member."""
        return " ".join(one_line(each) for each in self.page.iter("tr") if code in codes(each))

    def option(self, name: str, words: str) -> str:
        """Return what is sent for the choice that holds these words in a list of this name."""
        found = [each for each in self.page.xpath(f"//select[@name='{name}']/option") if words in one_line(each)]
        assert found, f"{self.address} offers no “{words}” for {name}"
        return value_of(found[0])

    def press(
        self, words: str, fields: Fields | None = None, *, of: str = "", comes_back: bool = False, **named: object
    ) -> Walker:
        """
        Fill the form that has a button of these words, and press the button.

        Args:
            of: what the button names behind its words, where several are called alike.
            comes_back: the form comes back with what is wrong in it.
        """
        form, button = self._form(f"{self.called(words, **named)} {of}".strip(), fields or {})
        values = sent(form)
        values.update({name: [each] for name, each in (fields or {}).items() if not isinstance(each, list)})
        values.update({name: each for name, each in (fields or {}).items() if isinstance(each, list)})
        if button.get("name"):
            values[button.get("name")] = [button.get("value", "")]
        address = urljoin(self.address, form.get("action") or "")
        if form.get("method", "get").lower() == "get":
            answer = self.client.get(address, values, follow=True)
        else:
            answer = self.client.post(address, values, follow=True)
        self._arrive(answer, address, 422 if comes_back else 200)
        return self

    def _form(self, name: str, fields: Fields) -> tuple[Any, Any]:
        """Return the form, and its button of this name, that can take what is typed."""
        all_forms = [(form, button) for form in self.page.iter("form") for button in form.xpath(BUTTONS)]
        found = [(form, button) for form, button in all_forms if one_line(button) == name]
        there = sorted({one_line(button) for _form, button in all_forms})
        assert found, f"{self.address} has no button “{name}”; there are {there}"
        fit = [(form, button) for form, button in found if all(offers(form, *each) for each in fields.items())]
        missing = [each for each in fields.items() if not offers(found[0][0], *each)]
        assert fit, f"{self.address}, form of “{name}”: no field for {missing}; there are {offered(found[0][0])}"
        return fit[0][0], next(button for form, button in reversed(fit) if form is fit[0][0])

    def _arrive(self, answer: Any, address: str, status: int = 200) -> Walker:
        steps = getattr(answer, "redirect_chain", [])
        self.address = urlsplit(urljoin(address, steps[-1][0])).path if steps else address
        self.answer = answer
        if "html" in answer.headers.get("Content-Type", ""):
            self.page = html.fromstring(answer.content)
        assert answer.status_code == status, f"{self.address} answers {answer.status_code}: {self.wrong}"
        return self


def one_line(element: Any) -> str:
    """Return all words of an element in one line."""
    return " ".join("".join(element.itertext()).replace("\u00a0", " ").replace("\u202f", " ").split())


def links(page: Any) -> list[str]:
    """Return the words of all links of a page."""
    return sorted({one_line(link) for link in page.iter("a")})


def codes(row: Any) -> list[str]:
    """Return the codes that stand in a row."""
    return [one_line(each) for each in row.xpath(".//*[contains(@class, 'code')]")]


def controls(form: Any) -> list[Any]:
    """Return the fields of a form that a browser would send."""
    found = form.xpath(".//input[@name] | .//select[@name] | .//textarea[@name]")
    return [each for each in found if each.get("type") != "submit" and each.get("disabled") is None]


def sent(form: Any) -> dict[str, list[Any]]:
    """Return what the form sends as it stands on the page, by the name of the field."""
    values: dict[str, list[Any]] = {}
    for each in controls(form):
        values.setdefault(each.get("name"), []).extend(standing(each))
    return {name: found for name, found in values.items() if found and name != "csrfmiddlewaretoken"}


def standing(control: Any) -> list[str]:
    """Return what one field sends as it stands."""
    if control.tag == "textarea":
        return [re.sub(r"^\n", "", control.text or "")]
    if control.tag == "select":
        chosen = [each for each in control.iter("option") if each.get("selected") is not None]
        first = [] if control.get("multiple") is not None else list(control.iter("option"))[:1]
        return [value_of(each) for each in chosen or first]
    if control.get("type") in ("checkbox", "radio"):
        return [control.get("value", "on")] if control.get("checked") is not None else []
    return [] if control.get("type") == "file" else [control.get("value", "")]


def value_of(option: Any) -> str:
    """Return what an option of a list sends."""
    value = option.get("value")
    return one_line(option) if value is None else str(value)


def offers(form: Any, name: str, value: Any) -> bool:
    """Whether the form has a field of this name that takes the value."""
    values = value if isinstance(value, list) else [value]
    return all(any(takes(each, one) for each in controls(form) if each.get("name") == name) for one in values)


def takes(control: Any, value: Any) -> bool:
    """Whether one field takes the value: lists and boxes only what they offer, hidden ones what the page put there."""
    if control.tag == "select":
        return value in [value_of(each) for each in control.iter("option")]
    if control.get("type") in ("checkbox", "radio"):
        return bool(value == control.get("value", "on"))
    return control.get("type") != "hidden"


def offered(form: Any) -> dict[str, Any]:
    """Return the fields of a form with what they offer, for somebody who reads why a step failed."""
    found: dict[str, Any] = {}
    for each in controls(form):
        if each.tag == "select":
            found[each.get("name")] = {value_of(one): one_line(one) for one in each.iter("option")}
        elif each.get("type") in ("checkbox", "radio"):
            found.setdefault(each.get("name"), []).append(each.get("value", "on"))
        elif each.get("type") != "hidden":
            found[each.get("name")] = each.tag
    return found
