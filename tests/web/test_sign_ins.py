"""Sign-ins after the founding: given, renewed, closed; what is taken away is gone with the next request."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.test import Client

from accord.calendar import actions as calendar
from accord.members.models import Mandate
from tests import factories
from tests.factories import Council

pytestmark = pytest.mark.django_db
PLACE = "/register/sign-ins/"
SHOWN = re.compile(r'class="passphrase">([a-z-]+)<')


@pytest.fixture
def office(client: Client, council: Council) -> Client:
    return factories.sign_in(client, council.secretariat)


def done(office: Client, verb: str, name: str, key: UUID | None = None) -> object:
    return office.post(f"{PLACE}{verb}/", {"key": str(key or factories.key()), "name": name})


def passphrase(answer: object) -> str:
    """Return the passphrase that a page shows."""
    (found,) = SHOWN.findall(answer.content.decode())  # type: ignore[attr-defined]
    return found


def signs_in(name: str, password: str) -> bool:
    return Client().post("/sign-in/", {"username": name, "password": password}).status_code == 302


def test_closed_sign_in_is_nobody_with_the_next_request(office: Client, council: Council) -> None:
    delegate = factories.sign_in(Client(), council.delegate("XAA"))
    feed = f"/calendar/{calendar.new_address(by=council.delegate('XAA'))}.ics"
    assert delegate.get("/awaits/").status_code == Client().get(feed).status_code == 200

    assert done(office, "close", "xaa-delegate").status_code == 302  # type: ignore[attr-defined]

    assert delegate.get("/awaits/")["Location"] == "/sign-in/?next=/awaits/"
    assert Client().get(feed).status_code == 404
    assert not signs_in("xaa-delegate", factories.PASSWORD)
    assert signs_in("xbb-delegate", factories.PASSWORD)
    done(office, "open", "xaa-delegate")
    assert signs_in("xaa-delegate", factories.PASSWORD)


def test_new_passphrase_is_shown_once_and_ends_what_was_signed_in(office: Client, council: Council) -> None:
    delegate, key = factories.sign_in(Client(), council.delegate("XAA")), factories.key()

    first, again = done(office, "renew", "xaa-delegate", key), done(office, "renew", "xaa-delegate", key)

    assert signs_in("xaa-delegate", passphrase(first))
    assert not signs_in("xaa-delegate", factories.PASSWORD)
    assert delegate.get("/awaits/").status_code == 302
    assert first["Cache-Control"] == "no-store"  # type: ignore[index]
    assert "was shown then" in again.content.decode()  # type: ignore[attr-defined]
    assert not SHOWN.findall(again.content.decode())  # type: ignore[attr-defined]


def test_page_that_was_left_and_come_back_to_acts_on_another_sign_in(office: Client) -> None:
    keys = re.findall(r'name="key" value="([^"]+)"', office.get(PLACE).content.decode())
    first, other, *_others = keys
    assert len({*keys}) == len(keys)

    passphrase(done(office, "renew", "xaa-delegate", UUID(first)))
    again = done(office, "close", "xbb-delegate", UUID(first))

    assert again.status_code == 422  # type: ignore[attr-defined]
    assert "This page was sent once already" in again.content.decode()  # type: ignore[attr-defined]
    assert signs_in("xbb-delegate", factories.PASSWORD)
    assert done(office, "close", "xbb-delegate", UUID(other)).status_code == 302  # type: ignore[attr-defined]
    assert not signs_in("xbb-delegate", factories.PASSWORD)


def test_secretariat_renews_its_own_and_stays_but_does_not_close_it(office: Client) -> None:
    made = passphrase(done(office, "renew", "secretariat"))

    refused = done(office, "close", "secretariat")

    assert signs_in("secretariat", made)
    assert refused.status_code == 422  # type: ignore[attr-defined]
    assert "This is your own sign-in" in refused.content.decode()  # type: ignore[attr-defined]
    assert office.get("/awaits/").status_code == 200


@pytest.mark.parametrize(
    ("whom", "role", "code", "tables"),
    [
        ("delegate XBB", "delegate", "XBB", True),
        ("drafts XBB", "delegate", "XBB", False),
        ("partner XPP", "partner", "XPP", False),
        ("secretariat", "secretariat", "", False),
    ],
)
def test_sign_in_is_given(whom: str, role: str, code: str, tables: bool, office: Client) -> None:
    answer = office.post(PLACE, {"key": str(factories.key()), "whom": whom, "name": "new-one"})

    assert signs_in("new-one", passphrase(answer))
    row = Mandate.objects.get(user__username="new-one")
    assert (row.role, row.delegation, row.may_table) == (role, code, tables)


@pytest.mark.parametrize(
    "wrong",
    [
        {"whom": "delegate XZZ"},
        {"whom": "staff"},
        {"whom": "public"},
        {"name": "xaa-delegate"},
        {"name": "A b"},
        {"name": ""},
    ],
)
def test_sign_in_that_cannot_be_given_is_refused_in_words(wrong: dict[str, str], office: Client) -> None:
    before = Mandate.objects.count()

    answer = office.post(PLACE, {"key": str(factories.key()), "whom": "delegate XBB", "name": "new-one", **wrong})

    assert answer.status_code == 422
    assert 'class="error-summary"' in answer.content.decode()
    assert Mandate.objects.count() == before


@pytest.mark.parametrize("verb", ["renew", "close", "open"])
def test_sign_in_of_another_council_is_none(verb: str, office: Client) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")

    foreign, missing = done(office, verb, "other-xaa-delegate"), done(office, verb, "nobody")

    assert foreign.status_code == missing.status_code == 404  # type: ignore[attr-defined]
    assert signs_in("other-xaa-delegate", factories.PASSWORD)
    assert "other-" not in office.get(PLACE).content.decode()
    assert other.organisation.public is False


def test_nobody_but_the_secretariat_has_the_page(council: Council, client: Client) -> None:
    for name, who in sorted(council.everybody.items(), key=lambda pair: pair[0] == "secretariat"):
        visitor = factories.sign_in(client, who)
        seen, acted = visitor.get(PLACE).status_code, done(visitor, "close", "xcc-delegate").status_code  # type: ignore[attr-defined]
        expected = {"secretariat": (200, 302), "public": (302, 302)}.get(name, (403, 403))
        assert (name, seen, acted) == (name, *expected)
