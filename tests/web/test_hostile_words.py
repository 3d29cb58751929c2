"""Words of attack, addresses that are programs, and things of another council: shown as words, refused, not found."""

from __future__ import annotations

import pytest
from django.test import Client

from accord.inbox import actions as inbox
from accord.inbox.models import StoredReport
from accord.inbox.values import ReportEntry
from accord.members import actions as members
from accord.members.errors import Unfit
from accord.members.models import Contact
from accord.members.values import ContactEntry
from accord.positions.models import Position, Settling
from accord.record.models import Entry
from tests import factories
from tests.factories import Council
from tests.inbox import reports
from tests.positions import reporting
from tests.web.test_csp import inline_of

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
ATTACKS = (
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "{{ 7|add:7 }}",
    "</title><style>*{}</style>",
)
"""Words that run, or change a page, where one of them is not escaped."""


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/"])
def test_page_of_a_report_and_of_an_office_links_to_the_web_alone(
    address: str, client: Client, council: Council
) -> None:
    pk, by = council.organisation.pk, council.secretariat
    entry = ReportEntry("Example Agency", "Ministers meet", reports.REPORT, url=address)
    with pytest.raises(Unfit, match="no address of a page"):
        inbox.store_report(pk, entry, by=by, key=factories.key())
    contact = ContactEntry("XPP", "Liaison office", "meetings", page=address)
    with pytest.raises(Unfit, match="no address of a page"):
        members.enter_contacts(pk, [contact], by=by, key=factories.key())
    values = {"key": factories.key(), "publisher": "Example Agency", "title": "Ministers", "language": "en"}
    answer = factories.sign_in(client, by).post("/reports/store/", {**values, "words": reports.REPORT, "url": address})
    assert answer.status_code == 422
    assert not StoredReport.objects.exists()
    assert not Contact.objects.exists()
    values["key"] = factories.key()
    good = {**values, "words": reports.REPORT, "url": "https://example.org/"}
    assert client.post("/reports/store/", good).status_code == 302


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_a_report_are_words_on_every_page(attack: str, client: Client, council: Council) -> None:
    text = reports.REPORT.replace("the only way is dialogue", f"the only way {attack} is dialogue")
    text = text.replace("Clear Spring 2029", f"Clear {attack} Spring 2029").replace("Heron", f"Heron {attack}")
    report = reports.stored(council, text + f"\n{attack}\n")
    factories.sign_in(client, council.secretariat)
    pages = [f"/reports/{report.pk}/", *(f"/reports/{report.pk}/{item.mark}/" for item in report.items.all())]
    plain = {address: client.get(address) for address in [*pages, "/reports/", "/search/?q=dialogue"]}

    assert {answer.status_code for answer in plain.values()} == {200}
    assert {address: found for address, answer in plain.items() if (found := inline_of(answer.content))} == {}
    assert not [address for address, answer in plain.items() if b"<svg/onload" in answer.content]
    assert "alert" not in attack or b"alert(1)" in plain[pages[0]].content


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_a_position_are_words_for_everybody(attack: str, client: Client, council: Council) -> None:
    pk = reporting.position_of(council, words="Wells are for everybody.").pk
    Position.objects.filter(pk=pk).update(words=attack, topic=attack, source_name=attack, source_url="javascript:x()")
    for address in ("/positions/", f"/positions/{pk}/"):
        page = client.get(address)
        assert page.status_code == 200
        assert inline_of(page.content) == []
        assert "<" not in attack or attack not in page.content.decode()
        assert b">14<" not in page.content


def test_things_of_another_organisation_are_no_choice(client: Client, council: Council) -> None:
    other = factories.council("Other Council", public=False, prefix="other-")
    theirs = factories.meeting_of(other).pk
    hidden, item = (report := reports.stored(other)).pk, report.items.all()[0].mark
    factories.meeting_of(council)
    own = reports.stored(council)
    mine = own.items.filter(kind="meetings")[0].mark
    situation = reporting.situation_of(other)
    position = reporting.position_of(other).pk
    known = Entry.objects.count()
    factories.sign_in(client, council.secretariat)
    told = {"whose": "member XAA", "words": "Wells are ours.", "topic": "Wells", "standing": "stated"}
    wanted = {
        "/positions/enter/": {**told, "meeting": theirs},
        f"/reports/{own.pk}/{mine}/same/": {"row": theirs},
        f"/reports/{own.pk}/{'0' * 64}/leave/": {},
        f"/reports/{hidden}/{item}/leave/": {},
        f"/reports/{hidden}/again/": {},
        f"/positions/{position}/settle/": {"whose": "member XAA", "why": "So."},
        f"/situations/{situation.handle}/point/": {"wording": "Wells are counted."},
    }
    answers = {
        place: client.post(place, {"key": factories.key(), **data}).status_code for place, data in wanted.items()
    }
    assert list(answers.values()) == [422, 422, 422, 404, 404, 404, 404]
    assert Entry.objects.count() == known
    assert client.post("/positions/enter/", {"key": factories.key(), **told}).status_code == 302


@pytest.mark.parametrize(
    "whose", ["nobody", "organ", "organ nowhere", "member XZZ", "organisation too", "Organisation"]
)
def test_position_of_nobody_known_is_never_taken_for_one_of_the_organisation(
    whose: str, client: Client, council: Council
) -> None:
    position = reporting.position_of(council)
    factories.sign_in(client, council.secretariat)
    place = f"/positions/{position.pk}/settle/"

    wrong = client.post(place, {"key": factories.key(), "whose": whose, "why": "So it says."})
    assert wrong.status_code == 422
    assert "So it says." in wrong.content.decode()
    assert not Settling.objects.exists()
    good = client.post(place, {"key": factories.key(), "whose": "organisation", "why": "So it says."})
    assert good.status_code == 302
