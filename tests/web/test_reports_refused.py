"""What is no report, on both pages that take one: clear words, what was typed stays, nothing is stored by halves."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accord.inbox.models import Item, StoredReport
from accord.record.models import Entry
from tests import factories
from tests.factories import Council
from tests.inbox import reports
from tests.web.test_stored_reports import SOURCE

pytestmark = pytest.mark.django_db


def packed() -> bytes:
    """Return a real zip archive with a text in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("report.txt", reports.REPORT)
    return file.getvalue()


def scanned() -> bytes:
    """Return a PDF of one page with a picture of no words."""
    typst = pytest.importorskip("typst")
    return bytes(typst.compile(b"#rect(width: 9cm, height: 9cm, fill: red)"))


BAD = {
    "Windows-1251": ("r.txt", lambda: reports.RUSSIAN.encode("cp1251"), "looks like Windows-1251"),
    "UTF-16": ("r.txt", lambda: reports.RUSSIAN.encode("utf-16"), "is UTF-16"),
    "broken twice": ("r.txt", lambda: reports.RUSSIAN.encode().decode("cp1251", "replace").encode(), "wrong encoding"),
    "empty": ("r.txt", lambda: b"", "is empty"),
    "a page without words": ("r.html", lambda: b"<html><body><img src=a></body></html>", "no words to read"),
    "a long page": (
        "r.html", lambda: b"<html><body>" + b"<p>word word word</p>" * 40_000 + b"</body></html>", "500,000"
    ),
    "10 MB": ("r.html", lambda: b"<html>" + b"x" * (10 * 1024 * 1024), "larger than 10 MB"),
    "no PDF": ("r.pdf", lambda: b"not a pdf at all", "not a PDF"),
    "a zip called PDF": ("r.pdf", packed, "not a PDF"),
    "a damaged PDF": ("r.pdf", lambda: b"%PDF-1.7 nothing more", "damaged PDF"),
    "scanned pages": ("r.pdf", scanned, "scanned pages"),
    "an office document": ("r.docx", lambda: b"PK\x03\x04 and more", "office program"),
}  # fmt: skip


@pytest.mark.parametrize("path", ["/reports/store/", "/reports/read/"])
@pytest.mark.parametrize("what", BAD)
def test_a_file_that_is_no_report_is_refused_in_words(client: Client, council: Council, what: str, path: str) -> None:
    name, made, says = BAD[what]
    factories.sign_in(client, council.secretariat)
    entries = Entry.objects.count()
    sent = {"key": factories.key(), **SOURCE, "file": SimpleUploadedFile(name, made())}
    answer = client.post(path, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert ('value="Ministers meet"' in page) == (path == "/reports/store/")
    assert (StoredReport.objects.count(), Item.objects.count(), Entry.objects.count()) == (0, 0, entries)


def test_a_report_without_publisher_or_with_a_day_that_is_none_is_not_stored(client: Client, council: Council) -> None:
    factories.sign_in(client, council.secretariat)
    sent = {"key": factories.key(), **SOURCE, "publisher": "", "day": "31.02.2030", "words": reports.REPORT}
    answer = client.post("/reports/store/", sent)
    assert answer.status_code == 422
    assert "The Council of Foreign Ministers of the Example Council" in answer.content.decode()
    assert not StoredReport.objects.exists()
