"""Every string of the interface is there in Russian, and what is compiled is what is written."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from django.utils.dateformat import format as shown

from tests import factories
from tests.factories import Council
from tools.strings import LOCALE, collected

RUSSIAN = LOCALE / "ru" / "LC_MESSAGES" / "django.po"
needs_gettext = pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs GNU gettext (apt install gettext)")


def ids(text: str) -> set[str]:
    """Return what stands as msgid in a file of translations, lines joined."""
    return {re.sub(r'"\n"', "", found) for found in re.findall(r'^msgid (".*"(?:\n".*")*)', text, re.MULTILINE)}


@needs_gettext
def test_every_marked_string_is_in_the_file() -> None:
    missing = ids(collected("ru").decode()) - ids(RUSSIAN.read_text(encoding="utf-8"))
    assert missing == set(), "run tools/strings.py and translate what is new"


@needs_gettext
def test_every_string_is_translated_with_the_same_places(tmp_path: Path) -> None:
    made = tmp_path / "django.mo"
    command = ["msgfmt", "--check", "--check-format", "--statistics", "-o", made, RUSSIAN]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    assert "untranslated" not in said.stderr
    assert "fuzzy" not in said.stderr
    assert made.read_bytes() == RUSSIAN.with_suffix(".mo").read_bytes(), "run tools/strings.py"


@pytest.mark.django_db
def test_page_speaks_russian_to_whom_chose_it_and_english_to_others(council: Council, client: Client) -> None:
    factories.sign_in(client, council.chair)
    chosen = client.get("/language/ru/", headers={"Referer": "http://testserver/meetings/"})
    assert chosen["Location"] == "http://testserver/meetings/"
    page = client.get("/meetings/").content.decode()
    assert '<html lang="ru"' in page
    assert "Заседания" in page
    client.get("/language/en/")
    assert '<html lang="en"' in client.get("/meetings/").content.decode()


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
@pytest.mark.django_db
def test_language_leads_nowhere_else(client: Client, onward: str) -> None:
    assert client.get("/language/ru/", headers={"Referer": onward})["Location"] == "/"


def test_days_of_a_month_are_said_as_in_russian() -> None:
    with translation.override("ru"):
        assert shown(date(2024, 6, 21), "j E Y") == "21 июня 2024"
