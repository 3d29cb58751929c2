"""Signing in: how often a password may be guessed, and that nobody can keep a delegation out by guessing."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from accord.access.actions.guesses import MOST, WITHIN
from accord.access.models import Guesses
from accord.record import clock
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db
NAME = "xaa-delegate"
WRONG = "a guess"


def tried(client: Client, password: str = WRONG, name: str = NAME) -> int:
    """Send the form; return the status: 302 where it signs in."""
    return client.post("/sign-in/", {"username": name, "password": password}).status_code


def guessed(name: str = NAME) -> None:
    """Guess, each time from a new browser, until no guess is looked at."""
    for _ in range(MOST):
        assert tried(Client(), name=name) == 200


def test_right_password_after_too_many_wrong_ones_is_not_looked_at(council: Council, noon: datetime) -> None:
    guessed()

    answer = Client().post("/sign-in/", {"username": NAME, "password": factories.PASSWORD})

    assert answer.status_code == 200
    assert "Too many wrong passwords. Try again after 13:00 UTC, or from a browser" in answer.content.decode()
    assert factories.PASSWORD not in answer.content.decode()
    assert tried(Client(), factories.PASSWORD, "xbb-delegate") == 302


def test_one_guess_fewer_keeps_nobody_out(council: Council, noon: datetime) -> None:
    for _ in range(MOST - 1):
        tried(Client())

    assert tried(Client(), factories.PASSWORD) == 302


def test_hour_later_the_password_is_looked_at_again(council: Council, noon: datetime) -> None:
    guessed()

    with clock.frozen(noon + WITHIN - timedelta(seconds=1)):
        assert tried(Client(), factories.PASSWORD) == 200
    with clock.frozen(noon + WITHIN):
        assert tried(Client(), factories.PASSWORD) == 302
    assert Guesses.objects.count() == 1


def test_browser_that_signed_in_before_is_not_kept_out_by_guesses_from_elsewhere(
    council: Council, noon: datetime
) -> None:
    own = Client()
    assert tried(own, factories.PASSWORD) == 302
    own.post("/sign-out/")

    guessed()

    assert tried(Client(), factories.PASSWORD) == 200
    assert tried(own, factories.PASSWORD) == 302


def test_known_browser_has_no_more_guesses_than_others_and_none_for_another_name(
    council: Council, noon: datetime
) -> None:
    own = Client()
    tried(own, factories.PASSWORD)
    own.post("/sign-out/")
    guessed("xbb-delegate")

    assert tried(own, factories.PASSWORD, "xbb-delegate") == 200
    for _ in range(MOST):
        tried(own)
    assert tried(own, factories.PASSWORD) == 200


@pytest.mark.parametrize("cookie", ["", "x", "e30:1w:x", "W10:1wmvyx:forged"])
def test_cookie_that_nobody_signed_counts_as_none(cookie: str, council: Council, noon: datetime) -> None:
    guessed()
    forger = Client()
    forger.cookies["accord-known"] = cookie

    assert tried(forger, factories.PASSWORD) == 200


def test_signing_in_oneself_gives_no_guesses_back(council: Council, noon: datetime) -> None:
    for _ in range(MOST - 1):
        tried(Client())
    assert tried(Client(), factories.PASSWORD) == 302

    assert tried(Client()) == 200
    assert tried(Client(), factories.PASSWORD) == 200


def test_name_that_does_not_exist_is_answered_like_one_that_does(council: Council, noon: datetime) -> None:
    def words(name: str) -> list[str]:
        pages = [Client().post("/sign-in/", {"username": name, "password": WRONG}) for _ in range(MOST + 1)]
        return [page.content.decode().partition('role="alert"')[2].partition("</div>")[0] for page in pages]

    assert words("nobody-at-all") == words(NAME)
    assert "Too many" in words(NAME)[0]


def test_form_without_a_password_counts_nothing(council: Council) -> None:
    assert tried(Client(), "") == 200
    assert Guesses.objects.count() == 0
