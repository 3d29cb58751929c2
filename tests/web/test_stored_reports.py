"""Pages of stored reports: storing, deciding item by item, what is wrong in words; others see nothing of it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from accord.inbox import actions
from accord.inbox.models import StoredReport
from accord.inbox.values import Taking
from accord.meetings.models import Meeting
from accord.meetings.values import Convocation
from accord.members.models import Person
from accord.members.values import PartnerEntry
from accord.positions.models import Position
from accord.positions.values import PositionEntry, Whose
from accord.programme.models import Activity
from accord.programme.values import ActivityEntry, AreaEntry, OperationEntry
from tests import factories
from tests.factories import Council
from tests.inbox import reports

pytestmark = pytest.mark.django_db
DAY = date(2030, 6, 3)
SOURCE = {"publisher": "Example Agency", "title": "Ministers meet", "language": "en"}


def sent(client: Client, **data: object) -> tuple[int, str]:
    answer = client.post("/reports/store/", {"key": factories.key(), **SOURCE, **data})
    return answer.status_code, answer.content.decode()


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def form_of(page: str, verb: str) -> dict[str, object]:
    """Return what the form of a verb carries as the page shows it."""
    (form,) = re.findall(rf'<form[^>]*/{verb}/">(.*?)</form>', page, re.DOTALL)
    inputs = r'<input(?: type="(?:hidden|date|number)")?[^>]*? name="(\w+)"[^>]*? value="([^"]*)"'
    values: dict[str, object] = dict(re.findall(inputs, form))
    values |= dict.fromkeys(re.findall(r'<input type="checkbox"[^>]* name="(\w+)" checked', form), "on")
    for name, value in re.findall(r'name="(\w+)" value="(\w+)" checked', form):
        values[name] = [value]
    values |= dict(re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>(.*?)</textarea>', form, re.DOTALL))
    for name, options in re.findall(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options) or re.search(
            r'<option value="([^"]*)"', options
        )
        values[name] = chosen[1] if chosen else ""
    return {name: value for name, value in values.items() if name != "csrfmiddlewaretoken"}


def test_a_report_is_stored_and_its_page_holds_the_words_and_what_they_say(client: Client, council: Council) -> None:
    factories.sign_in(client, council.secretariat)
    status, _page = sent(client, words=reports.REPORT)
    assert status == 302
    report = StoredReport.objects.get()
    page = shown(client, f"/reports/{report.pk}/")
    assert "Straight line" in page
    assert report.sha256 in page
    assert page.count("Not in the register: new.") > 3
    assert "Ministers meet" in shown(client, "/reports/")


def test_an_item_enters_by_the_form_as_it_was_filled(client: Client, council: Council) -> None:
    reports.known(council)
    report = reports.stored(council)
    factories.sign_in(client, council.secretariat)
    for kind in ("meetings", "people", "activities", "positions"):
        item = reports.items(report, kind)[0]
        path = f"/reports/{report.pk}/{item.mark}/"
        answer = client.post(f"{path}take/", form_of(shown(client, path), "take"))
        assert answer.status_code == 302, answer.content.decode()
        assert "Entered." in shown(client, path)
    meeting = Meeting.objects.get(organisation=council.organisation)
    assert (meeting.day, meeting.city, meeting.country) == (report.read_day, "Bishkek", "Kyrgyzstan")
    assert Person.objects.get(name="Anna Brook").posts.count() == 1
    assert Activity.objects.get().edition == "2030"
    position = Position.objects.get()
    assert (position.kind, position.meeting) == ("ambiguous", meeting)
    assert f"/meetings/{meeting.pk}/" in shown(client, f"/reports/{report.pk}/")


def test_the_page_of_what_was_entered_leads_the_secretariat_back_to_the_report(
    client: Client, council: Council
) -> None:
    reports.known(council)
    report = reports.stored(council)
    by, key = council.secretariat, factories.key
    entered = {
        "meetings": Convocation("Council of Foreign Ministers", organ="cfm", day=DAY),
        "partners": PartnerEntry("UN", "United Nations"),
        "activities": ActivityEntry("Clear Spring", "2030", "planned"),
        "areas": AreaEntry("", "Countering terrorism"),
        "operations": OperationEntry("Heron", "Clean wells"),
        "positions": PositionEntry(Whose("collective"), "Dialogue is the only way", topic="dialogue"),
    }
    items = {kind: reports.items(report, kind)[0] for kind in (*entered, "people")}
    for kind, entry in entered.items():
        actions.take(items[kind].pk, Taking(entry), by=by, key=key())
    anna = Person.objects.get(name="Anna Brook")
    actions.match(items["people"].pk, f"person {anna.pk}", by=by, key=key())
    for kind, item in items.items():
        back = f"/reports/{report.pk}/{item.mark}/"
        factories.sign_in(client, by)
        (place,) = {*re.findall(r'<dd><a href="(/[^"]+)"', shown(client, back))}
        assert (kind, f'href="{back}"' in shown(client, f"{place}?on=2030-06-03")) == (kind, True)
        factories.sign_in(client, council.chair)
        assert "stored reports" not in shown(client, f"{place}?on=2030-06-03")


def test_what_is_wrong_comes_back_with_what_was_typed(client: Client, council: Council) -> None:
    reports.known(council)
    report = reports.stored(council)
    factories.sign_in(client, council.secretariat)
    item = reports.items(report, "meetings")[0]
    path = f"/reports/{report.pk}/{item.mark}/"
    values = form_of(shown(client, path), "take")
    answer = client.post(f"{path}take/", {**values, "standing": "inference", "why": "", "city": "Osh"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "What is not stated by a source needs the reason." in page
    assert 'value="Osh"' in page
    assert not Meeting.objects.filter(organisation=council.organisation).exists()


def test_a_doubt_is_decided_on_its_page(client: Client, council: Council) -> None:
    report = reports.stored(council)
    factories.sign_in(client, council.secretariat)
    doubt = reports.items(report, "discrepancies")[0]
    path = f"/reports/{report.pk}/{doubt.mark}/"
    answer = client.post(f"{path}settle/", {"key": factories.key(), "decision": "corrected", "to": "", "note": "x"})
    assert answer.status_code == 422
    assert "Say what it is corrected to." in answer.content.decode()
    answer = client.post(f"{path}settle/", {"key": factories.key(), "decision": "kept", "note": "As published"})
    assert answer.status_code == 302
    assert "As published" in shown(client, f"/reports/{report.pk}/")


def test_a_decision_on_what_is_no_longer_read_is_taken_back_and_the_report_stands_there(
    client: Client, council: Council
) -> None:
    report = reports.stored(council)
    factories.sign_in(client, council.secretariat)
    one, gone = reports.items(report, "documents")
    report.items.filter(pk__in=(one.pk, gone.pk)).update(decision="left")
    report.items.filter(pk=gone.pk).update(gone=True)
    for item, place in ((one, f"/reports/{report.pk}/{one.mark}/"), (gone, f"/reports/{report.pk}/")):
        answer = client.post(f"/reports/{report.pk}/{item.mark}/reopen/", {"key": factories.key()})
        assert (answer.status_code, answer["Location"]) == (302, place)
        shown(client, place)
    assert [(item.pk, item.decision) for item in reports.items(report, "documents")] == [(one.pk, "")]


def test_a_report_about_something_else_says_so_and_invents_nothing(client: Client, council: Council) -> None:
    factories.sign_in(client, council.secretariat)
    assert sent(client, words=reports.OTHER)[0] == 302
    page = shown(client, f"/reports/{StoredReport.objects.get().pk}/")
    assert "nothing was read from it" in page
    assert "draft-1" not in page


def test_others_see_nothing_of_a_stored_report(client: Client, council: Council) -> None:
    """Twin worlds: with a stored report and without one, what others get is the same byte for byte."""
    people = [council.chair, council.delegate("XAA"), council.partner, council.public]
    paths = ("/register/", "/record/", "/search/?q=Bishkek", "/reports/aaaaaaaaaaaaaaaa/")

    def everything() -> list[bytes]:
        found = []
        for person in people:
            factories.sign_in(client, person)
            for path in paths:
                body = client.get(path).content
                found.append(re.sub(rb'(csrfmiddlewaretoken" value=|nonce-)[^>]*', b"", body))
        return found

    before = everything()
    report = reports.stored(council)
    assert everything() == before
    factories.sign_in(client, council.chair)
    missing = client.get("/reports/aaaaaaaaaaaaaaaa/")
    hidden = client.get(f"/reports/{report.pk}/")
    assert (hidden.status_code, len(hidden.content)) == (404, len(missing.content))
    factories.sign_in(client, council.secretariat)
    assert "Ministers meet" in shown(client, "/record/")
