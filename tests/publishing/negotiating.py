"""A negotiation from its zero draft to the adopted text, for the tests of what comes after."""

from __future__ import annotations

from django.test import Client

from accord.decisions import actions as decisions
from accord.drafting import actions as drafting
from accord.drafting.models import Adoption, Text
from accord.publishing import actions, queries
from accord.publishing.models import Release
from tests import factories
from tests.factories import Council


def adopted(council: Council, *, sample: bool = False, title: str = "Clear water") -> Adoption:
    """
    Adopt a text: XAA proposed "twice a year", XBB supported it, XCC held "each month" and did not object when asked.

    The last paragraph carries a remark of XCC, and XBB lifted a reservation on it. XDD was absent.
    """
    text = factories.text_of(council, absent=("XDD",), sample=sample, title=title)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    factories.propose(text, council.delegate("XCC"), "once a year", "each month")
    (choice,) = factories.choices(text)
    act(text, drafting.support, council.delegate("XBB"), choice=choice, alternative=1)
    close(text, council, choice, 1)
    place = factories.block(text, "Invite partners")
    act(text, drafting.reserve, council.delegate("XBB"), block=place, wording="Until the capital has answered.")
    act(text, drafting.note, council.delegate("XCC"), block=place, wording="A remark kept among us.")
    act(text, drafting.lift, council.delegate("XBB"), block=place)
    act(text, drafting.agree_clear, council.chair, forum="the plenary", pending=["XBB"])
    return adopt(text, council)


def plainly_adopted(council: Council, *, sample: bool = False, title: str = "Clear water") -> Adoption:
    """Adopt a zero draft as it is."""
    return adopt(factories.text_of(council, absent=("XDD",), sample=sample, title=title), council)


def adopt(text: Text, council: Council) -> Adoption:
    """Put the text to the council and adopt it."""
    act(text, drafting.put_to_council, council.chair)
    return act(text, decisions.adopt_text, council.chair)


def close(text: Text, council: Council, choice: str, alternative: int) -> None:
    """Close a choice after asking "any objection?"."""
    closing = act(text, drafting.propose_closing, council.chair, choice=choice, alternative=alternative)
    drafting.ask(text.pk, by=council.chair, closing=closing.pk, key=factories.key())
    drafting.close(text.pk, by=council.chair, closing=closing.pk, key=factories.key())


def act(text, action, by, **values):
    """Do one act on the text as it stands now."""
    return action(text.pk, by=by, seen=factories.seen(text), key=factories.key(), **values)


def fingerprint(council: Council, adoption: Adoption, kind: str = "text") -> str:
    """Return the fingerprint that the page asks the secretariat to confirm."""
    return queries.confirm_page(council.secretariat, adoption.pk, "prepare", kind).fingerprint


def prepared(council: Council, adoption: Adoption, kind: str = "text") -> Release:
    """Let the secretariat prepare the release."""
    prepare = actions.prepare if kind == "text" else actions.prepare_history
    seen = fingerprint(council, adoption, kind)
    return prepare(adoption.pk, by=council.secretariat, seen=seen, key=factories.key())


def released(council: Council, adoption: Adoption, kind: str = "text") -> Release:
    """Let the secretariat prepare and the chair release."""
    row = prepared(council, adoption, kind)
    release = actions.release if kind == "text" else actions.release_history
    return release(adoption.pk, by=council.chair, seen=row.fingerprint, key=factories.key())


def body_of(client: Client, address: str, **values) -> str:
    """Return a page as the text of its bytes."""
    return client.get(address, values).content.decode()
