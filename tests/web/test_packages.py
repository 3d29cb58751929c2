"""The pages of a chair's help, as a browser meets them."""

import pytest
from django.test import Client

from accord.drafting.models import Text
from accord.engine.packages import solving
from accord.positions.models import Wish
from tests import factories
from tests.factories import Council


@pytest.fixture
def text(council: Council) -> Text:
    """Return a text with two open choices."""
    text = factories.text_of(council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    factories.propose(text, council.delegate("XBB"), "Invite partners", "Ask partners")
    return text


def send(client: Client, text: Text, **fields: str) -> int:
    """Say something on the page of wishes."""
    values = {"key": str(factories.key()), "seen": factories.seen(text), "for_chair": "on", **fields}
    return client.post(f"/texts/{text.pk}/wishes/", values).status_code


def words(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_delegations_say_it_and_the_chair_reads_one_sentence(client: Client, council: Council, text: Text) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    assert send(client, text, **{"said-2-0": "prefers", "said-2-1": "lives", "weight-2": "3"}) == 302
    factories.sign_in(client, council.delegate("XBB"))
    assert send(client, text, **{"said-1-0": "prefers", "said-1-1": "lives"}) == 302
    factories.sign_in(client, council.chair)
    html = words(client, f"/texts/{text.pk}/packages/")
    assert "If Aland Example yields on 2 and Bergen Example yields on 1, choices 1 and 2 close." in html
    assert "Proved: no balanced package settles more (gap 0)." in html


@pytest.mark.parametrize("fields", [{"said-1-0": "loves"}, {"weight-1": "9"}, {"seen": "0"}])
def test_what_cannot_be_said_comes_back_with_what_was_chosen(
    client: Client, council: Council, text: Text, fields: dict[str, str]
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    assert send(client, text, **{"said-2-1": "objects", **fields}) == 422
    assert not Wish.objects.exists()


def test_page_says_what_to_install_where_there_is_no_solver(
    client: Client, council: Council, text: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.sign_in(client, council.delegate("XAA"))
    send(client, text, **{"said-2-0": "prefers", "said-2-1": "lives"})
    factories.sign_in(client, council.delegate("XBB"))
    send(client, text, **{"said-1-0": "prefers", "said-1-1": "lives"})

    def missing(*_arguments: object) -> None:
        raise solving.SolverMissing

    monkeypatch.setattr("accord.engine.packages.searching.solve", missing)
    factories.sign_in(client, council.chair)
    html = words(client, f"/texts/{text.pk}/packages/")
    assert "pip install &#x27;accord[packages]&#x27;" in html
    assert "One step of one delegation" in html


def test_room_leads_each_to_its_page(client: Client, council: Council, text: Text) -> None:
    address = f"/texts/{text.pk}/"
    for name, own in (("xaa-delegate", "wishes"), ("chair", "packages"), ("secretariat", "")):
        factories.sign_in(client, council.everybody[name])
        html = words(client, address)
        shown = {page for page in ("wishes", "packages") if f"{address}{page}/" in html}
        assert shown == ({own} if own else set())
        assert f"{address}alignment/" in html


def test_a_text_with_hundreds_of_choices_is_said_page_by_page(client: Client, council: Council) -> None:
    document = "\n\n".join(f"{number}. They meet in year {number};" for number in range(1, 66)) + "\n"
    text = factories.text_of(council, document)
    for number in range(1, 66):
        factories.propose(text, council.delegate("XBB"), f"meet in year {number};", f"gather in year {number};")
    factories.sign_in(client, council.delegate("XAA"))
    first, second = (words(client, f"/texts/{text.pk}/wishes/?page={page}") for page in (1, 2))
    assert (first.count('class="wish"'), second.count('class="wish"')) == (60, 5)
    assert "65 choices are open" in first
    values = {"key": str(factories.key()), "seen": factories.seen(text), "said-65-1": "lives"}
    answer = client.post(f"/texts/{text.pk}/wishes/?page=2", values)
    assert answer["Location"] == f"/texts/{text.pk}/wishes/?page=2"
    assert Wish.objects.get().choice == "65"
