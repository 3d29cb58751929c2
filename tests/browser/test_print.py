"""What is printed: the adopted text and the room, on A4, with status and holders in words."""

import shutil
import subprocess

import pytest

from tests.browser.person import Person

pytestmark = pytest.mark.browser

MARK = "Sample wording. It is nobody’s text and can never be released as one."
TITLE = "Secure use of information technology (sample wording)"


def printed(person: Person, path) -> list[str]:
    """Print the page on A4; return the words of each sheet."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext: apt install poppler-utils")
    person.page.pdf(path=path, prefer_css_page_size=True)
    words = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return [" ".join(sheet.split()).replace(" ]", "]") for sheet in words.removesuffix("\f").split("\f")]


def test_adopted_text_prints_with_its_sample_mark_on_every_sheet(running, adopted, people, tmp_path) -> None:
    public = people(running(adopted))
    public.go("/")
    public.press(TITLE)
    sheets = printed(public, tmp_path / "adopted.pdf")
    assert [sheet for sheet in sheets if MARK not in sheet] == []
    whole = " ".join(sheets)
    rule = "“Consensus in the organs of the CSTO” (wording unverified)"
    assert f"Adopted under {rule}: no objection from 5 of 6 members." in whole
    assert "Armenia: absent; neither consent nor objection recorded" in whole
    assert "Fingerprint of the released text (SHA-256)" in whole
    assert "Take it away" not in whole
    assert "Sign in" not in whole


def test_room_prints_holders_with_a_colon_and_who_wants_no_text(running, filled, people, tmp_path) -> None:
    kgz = people(running(filled), "kgz-delegate")
    kgz.press("Texts", within=".menu-wide")
    kgz.press(TITLE)
    whole = " ".join(printed(kgz, tmp_path / "room.pdf"))
    assert "Sample wording and sample positions" in whole
    assert "[KAZ, KGZ: education, medicine and trade]" in whole
    assert "[continuously] [BLR: at all hours] [KAZ: round the clock] [KGZ: day and night]" in whole
    assert "[CHAIR: at any time]" in whole
    assert "[and in good time | no text: KAZ]" in whole
    assert "Draft of your delegation" not in whole
    assert "Take it with you" not in whole
    assert "waits for your answer" not in whole
