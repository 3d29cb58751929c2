"""
No page of the demonstration holds words of another language than its reader's that do not say so.

Told by their script: two words in a row in Latin letters on a Russian page, a Cyrillic one on an English page, have to
stand in an element with a ``lang`` of their own. Codes, names of zones and of sign-ins, and what is written in
Latin letters in every language, are no such words.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

if TYPE_CHECKING:
    from accord.project.demo.people import People

FOREIGN = {
    "ru": re.compile(r"(?<![\w/.-])[A-Za-z][a-z’']+(?:,? [A-Za-z][a-z’']+)+(?![\w/-])"),
    "en": re.compile(r"[А-Яа-яЁё]+[а-яё]+"),
}
OF_EVERY_LANGUAGE = re.compile(r"ad referendum|ad ref\b|Akoma Ntoso|Accord|\b(?:en|ru|kk|zh)\b")
SILENT = ("script", "style", "svg", "code", "pre", "title", "textarea")
"""Elements without words of a reader's language, or that can hold no element: there a mixture cannot be marked."""

READ = {
    "ru": {"secretariat": 1, "": 2, "chair": 1, "kaz-delegate": 1, "arm-delegate": 1, "un-observer": 1},
    "en": {"secretariat": 1, "": 1},
}
"""How many pages of one kind of address are read by whom, by the reader's language; "" is the public."""


def unmarked(page: str, reader: str) -> Iterator[str]:
    """Yield the words of a page that are not in its reader's language and do not say in which they are."""
    return _unmarked(html.fromstring(page), "", reader)


def _unmarked(element: Any, around: str, reader: str) -> Iterator[str]:
    language = (element.get("lang") or around).partition("-")[0]
    mixed = element.tag == "option" and re.search(r"[А-Яа-яЁё]", element.text or "")
    if element.tag in SILENT:
        return
    if not mixed:
        yield from _found(element.text, language, reader)
    for child in element:
        if isinstance(child.tag, str):
            yield from _unmarked(child, language, reader)
        yield from _found(child.tail, language, reader)


def _found(words: str | None, language: str, reader: str) -> Iterator[str]:
    if words and language == reader:
        yield from FOREIGN[reader].findall(OF_EVERY_LANGUAGE.sub(" · ", " ".join(words.split())))


def pages(client: Client, of_each: int) -> Iterator[tuple[str, str]]:
    """Yield address and words of the pages that links lead to from the first one, of each address a few."""
    waiting, taken, counted = deque(["/"]), {"/"}, Counter[str]()
    while waiting:
        address = waiting.popleft()
        answer = client.get(address, follow=True)
        if "html" not in answer.headers.get("Content-Type", "") or answer.headers.get("Content-Disposition"):
            continue
        page = answer.content.decode()
        yield address, page
        for link in html.fromstring(page).xpath("//a/@href"):
            place = urlsplit(urljoin(address, link))
            whole = f"{place.path}?{place.query}" if place.query else place.path
            name = _name_of(place.path) if not place.netloc else ""
            if name and whole not in taken and counted[name] < of_each:
                counted[name] += 1
                taken.add(whole)
                waiting.append(whole)


def _name_of(path: str) -> str:
    try:
        name = resolve(path).url_name or ""
    except Resolver404:
        return ""
    return "" if name in ("language", "sign-out") else name


@pytest.mark.parametrize(
    ("page", "reader", "found"),
    [
        ('<html lang="ru"><p>Место: Minsk region</p>', "ru", ["Minsk region"]),
        ('<html lang="ru"><p>Место: <span lang="en">Minsk region</span></p>', "ru", []),
        ('<html lang="ru"><p><span lang="en">Minsk region</span>, Emergency Council</p>', "ru", ["Emergency Council"]),
        ('<html lang="ru"><p lang="en"><span lang="ru">Minsk region</span></p>', "ru", ["Minsk region"]),
        ('<html lang="ru"><option>Emergency Council</option>', "ru", ["Emergency Council"]),
        ('<html lang="ru"><p>ARM, L.4, Asia/Almaty, kaz-delegate, ad referendum</p>', "ru", []),
        ('<html lang="en"><p>The place: Минск</p>', "en", ["Минск"]),
        ('<html lang="en"><p>The place: <span lang="ru">Минск</span></p>', "en", []),
    ],
)
def test_words_that_do_not_say_their_language_are_found(page: str, reader: str, found: list[str]) -> None:
    assert list(unmarked(page, reader)) == found


@pytest.mark.parametrize("reader", ["ru", "en"])
def test_no_page_holds_words_of_another_language_unmarked(people: People, reader: str) -> None:
    found: dict[str, str] = {}
    for name, of_each in READ[reader].items():
        client = Client(headers={"accept-language": reader})
        if name:
            client.force_login(User.objects.get(username=name))
        read = list(pages(client, of_each))
        assert len(read) > 35, name
        for address, page in read:
            found.update(dict.fromkeys(unmarked(page, reader), f"{address}, read by {name or 'the public'}"))
    assert found == {}
