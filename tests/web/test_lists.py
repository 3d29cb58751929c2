"""The pages of lists: look, leave out, enter, take out; nothing is entered unseen, nothing that was typed is lost."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from accord.formats.lists.packing import write_xlsx
from accord.members import actions as members
from accord.members.models import Organ, Partner
from accord.members.values import PersonEntry, PostEntry
from accord.web.forms import lists as forms
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db

ADDRESS = "/lists/partners/enter/"
ROWS = "code,name\nXPA,First Partner\nXPB,Second Partner\nwrong,Third Partner\n"


@pytest.fixture
def council() -> Council:
    return factories.council()


@pytest.fixture
def office(client: Client, council: Council) -> Client:
    return factories.sign_in(client, council.secretariat)


def post(client: Client, **values: object) -> HttpResponse:
    return client.post(ADDRESS, {"key": key(), **values})


def hidden(response: HttpResponse) -> dict[str, str]:
    """Return what the page keeps of the list that was shown."""
    found = dict(re.findall(r'name="(shown|kept)" value="([^"]*)"', response.content.decode()))
    assert set(found) == {"shown", "kept"}
    return found


def test_list_is_shown_then_entered_without_the_rows_left_out(office: Client) -> None:
    shown = post(office, rows=ROWS, step="preview")
    page = shown.content.decode()
    assert shown.status_code == 200
    assert "2 rows are new, 1 is wrong and stays out." in page
    assert "Row 4" in page
    assert escape("Column “Code”:") in page
    assert not Partner.objects.filter(code="XPA").exists()
    done = post(office, **hidden(shown), step="confirm", offered=["2", "3"], take=["3"])
    assert (done.status_code, done.headers["Location"]) == (302, "/lists/?entered=partners")
    assert set(Partner.objects.values_list("code", flat=True)) == {"XPP", "XPB"}
    assert "The list “Partners” is entered." in office.get("/lists/?entered=partners").content.decode()


def test_spreadsheet_is_read_and_rows_are_left_out_by_their_numbers(office: Client) -> None:
    data = write_xlsx([["Code", "Name"], ["XPA", "First"], ["XPB", "Second"], ["XPC", "Third"]], "Partners")
    shown = post(office, file=SimpleUploadedFile("partners.xlsx", data))
    wrong = post(office, **hidden(shown), step="confirm", leave_out="two")
    assert wrong.status_code == 422
    assert "Write the numbers of rows as 7, 12-20." in wrong.content.decode()
    assert post(office, **hidden(shown), step="confirm", leave_out="2-3").status_code == 302
    assert set(Partner.objects.values_list("code", flat=True)) == {"XPP", "XPC"}


def test_what_changed_meanwhile_is_shown_again(office: Client, council: Council) -> None:
    shown = hidden(post(office, rows="code,name\nXPA,First\n"))
    Partner.objects.create(organisation=council.organisation, code="XPA", name="Known")
    again = post(office, **shown, step="confirm")
    assert again.status_code == 422
    assert "The register has changed since this list was looked at." in again.content.decode()
    assert "<del" in again.content.decode()
    assert Partner.objects.get(code="XPA").name == "Known"


def test_what_the_page_keeps_cannot_be_another_list(office: Client) -> None:
    shown = hidden(post(office, rows="code,name\nXPA,First\n"))
    forged = post(office, **{**shown, "kept": shown["kept"][:-3] + "abc"}, step="confirm")
    assert forged.status_code == 422
    assert "Choose the file again" in forged.content.decode()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("list.xls", b"x", "is not one of .csv, .tsv, .txt, .xlsx"),
        ("list.xlsm", b"x", "holds macros"),
        ("list.csv", b"", "The file is empty."),
        ("list.csv", b"name\nFirst\n", "“Code” is missing"),
    ],
)
def test_file_that_cannot_be_read_says_why(office: Client, name: str, data: bytes, words: str) -> None:
    response = post(office, file=SimpleUploadedFile(name, data))
    assert response.status_code == 422
    assert words in response.content.decode()


def test_no_list_and_too_long_a_list_are_told(office: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "There is no list yet" in post(office).content.decode()
    monkeypatch.setattr(forms, "MOST_ENTERED", 1)
    page = post(office, rows=ROWS).content.decode()
    assert "at most 1 are entered at once" in page
    assert "Third Partner" in page


def test_organs_of_one_file_are_refused_together(office: Client) -> None:
    rows = "key,name,organ above it\nexperts,Experts,water\nwater,Council on Water,\n"
    shown = hidden(office.post("/lists/organs/enter/", {"key": key(), "rows": rows}))
    values = {"key": key(), **shown, "step": "confirm", "offered": ["2", "3"], "take": ["2"]}
    refused = office.post("/lists/organs/enter/", values)
    assert refused.status_code == 422
    assert "The organ above “experts” is not among the organs." in refused.content.decode()
    assert not Organ.objects.exists()


def test_lists_go_out_as_files_that_are_saved(client: Client, council: Council) -> None:
    response = client.get("/lists/members.csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="members.csv"'
    assert response.content.decode("utf-8-sig").splitlines()[1].startswith("XAA,Aland Example")
    assert client.get("/lists/members.xlsx?on=nonsense").content[:2] == b"PK"
    assert client.get("/lists/people/empty.csv").content.decode("utf-8-sig").splitlines()[1].startswith("#")


def test_number_of_queries_does_not_grow_with_the_list(office: Client, council: Council) -> None:
    counts = []
    for size in (1, 2, 4):
        people = [PersonEntry(f"Known {n}", (PostEntry("Envoy", member="XBB"),)) for n in range(size)]
        members.enter_people(council.organisation.pk, people, by=council.secretariat, key=key())
        text = "name,post,of the member\n" + "".join(f"Person {n},Minister,XAA\n" for n in range(size))
        with CaptureQueriesContext(connection) as counted:
            office.post("/lists/people/enter/", {"key": key(), "rows": text})
            office.get("/lists/people.csv")
        counts.append(len(counted))
    assert counts[1] == counts[2]
