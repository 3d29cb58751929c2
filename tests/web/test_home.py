"""The public home: of a council, and of an installation in which none is public."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests import factories
from tests.factories import Council
from tests.publishing import negotiating

MOST_BYTES = 100_000


class Needs(HTMLParser):
    """The addresses of what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one address."""
        values = dict(attrs)
        if tag in ("link", "script", "img", "use"):
            self.found.add((values.get("href") or values.get("src") or "").split("#")[0])


def weight(page: bytes) -> int:
    """Return the bytes of a page and of all that it loads."""
    needs = Needs()
    needs.feed(page.decode())
    files = [finders.find(address.removeprefix("/static/")) for address in needs.found]
    assert all(files)
    return len(page) + sum(Path(str(file)).stat().st_size for file in files)


def test_home_with_all_it_loads_stays_light(council: Council) -> None:
    for number in range(8):
        factories.meeting_of(council, f"Meeting {number}", day=date(2031, 5, number + 1))

    page = Client().get("/").content

    assert 0 < weight(page) <= MOST_BYTES


@pytest.mark.django_db
@pytest.mark.parametrize(("founding", "offered"), [(True, True), (False, False)])
def test_home_without_a_public_council_says_how_to_begin(founding: bool, offered: bool, settings: Any) -> None:
    settings.FOUNDING = founding

    page = Client().get("/").content.decode()

    assert "No council is public here yet" in page
    assert ('href="/begin/"' in page) == offered


@pytest.mark.django_db
def test_home_of_a_private_council_is_for_its_own_alone() -> None:
    council = factories.council(public=False)

    assert "Example Council" not in Client().get("/").content.decode()
    assert "Example Council" in factories.sign_in(Client(), council.delegate("XAA")).get("/").content.decode()


def test_home_lists_to_the_public_what_was_released(council: Council) -> None:
    negotiating.plainly_adopted(council, title="Sealed statement")
    negotiating.released(council, negotiating.plainly_adopted(council, title="Released statement"))

    public = Client().get("/").content.decode()
    own = factories.sign_in(Client(), council.delegate("XAA")).get("/").content.decode()

    assert ("Released statement" in public, "Sealed statement" in public) == (True, False)
    assert ("Released statement" in own, "Sealed statement" in own, "not released" in own) == (True, True, True)


def test_home_title_names_the_council_to_the_public_alone(council: Council) -> None:
    """A page for somebody signed in holds no user text in its title, where histories and windows show it."""
    public = Client().get("/").content.decode()
    own = factories.sign_in(Client(), council.delegate("XAA")).get("/").content.decode()

    assert "<title>The Council · Accord</title>" in public
    assert "<title>Council · Accord</title>" in own
