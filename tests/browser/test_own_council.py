"""A council of one's own: from its name to the check line, by four delegations' files."""

import re
import zipfile

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.person import Person
from tests.browser.tutorial import quoted

pytestmark = pytest.mark.browser

MEMBERS = "XAA Aland Example\nXBB Beland Example\nXCC Celand Example\nXDD Deland Example"
HEADING = "Statement on clear water"
ZERO = (
    HEADING,
    "Recognising that clear water is needed by all,",
    "Agree to measure the water of shared rivers once a year;",
    "Agree to tell one another what was measured;",
    "Invite partners to take part.",
)


def words(path, text: str):
    path.write_text(text, encoding="utf-8")
    return path


def word_file(path, paragraphs):
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(path)
    return path


def versions(folder):
    """Return the file of each delegation: text, Markdown and Word, their edits touching, agreeing and apart."""
    parts = list(ZERO)
    aland = [each.replace("once a year", "twice a year") for each in parts]
    beland = [each.replace("once a year", "twice a year").replace("tell", "inform") for each in parts]
    celand = [each.replace("once a year", "each month") for each in parts[:4]]
    deland = [*parts[:2], "Welcoming what was measured so far,", *parts[2:]]
    return {
        "XAA": words(folder / "aland.txt", "\n\n".join(aland) + "\n"),
        "XBB": word_file(folder / "beland.docx", beland),
        "XCC": words(folder / "celand.md", "\n\n".join(celand) + "\n"),
        "XDD": word_file(folder / "deland.docx", deland),
    }


def test_four_delegations_files_become_one_text(running, filled, people, pictures, tmp_path) -> None:
    demo = running(filled)
    secretariat = people(demo)
    sign_ins = begins(secretariat)
    address = begins_text(secretariat, word_file(tmp_path / "zero.docx", ZERO))
    pressed = set()
    for code, path in versions(tmp_path).items():
        pressed |= hands_in(people, demo, sign_ins[code], address, path).pressed
    secretariat.go(address)
    line = secretariat.page.locator(".check")
    expect(line).to_contain_text("4 of 4 versions recovered exactly")
    expect(secretariat.paragraph("OP1")).to_contain_text(
        "[once a year] [XAA XBB twice a year] [XCC each month]", use_inner_text=True
    )
    secretariat.picture(pictures, "compile")
    rolling = taken(secretariat, "Rolling text in Word, with brackets")
    assert "[XAA, XBB: twice a year]" in rolling
    assert quoted(8, 8) - pressed - secretariat.pressed == set()


def begins(secretariat: Person) -> dict[str, tuple[str, str]]:
    """Begin the council; return the sign-in of each delegation by its code."""
    secretariat.go("/")
    secretariat.press("Begin a council of your own")
    secretariat.fill("Name of the council", "Council of Example States")
    secretariat.page.get_by_label("Members, one a line").fill(MEMBERS)
    secretariat.press("Show the list")
    secretariat.press("Begin the council")
    rows = secretariat.page.locator(".sign-ins tbody tr")
    expect(rows).to_have_count(6)
    made = {}
    for row in rows.all():
        code = row.locator(".code")
        if code.count():
            name, passphrase = row.locator(".sign-in-name").inner_text(), row.locator(".passphrase").inner_text()
            made[code.inner_text()] = (name, passphrase)
    return made


def begins_text(secretariat: Person, path) -> str:
    """Begin a text from a Word file; return its address."""
    secretariat.press("Begin a text")
    secretariat.fill("Title", HEADING)
    secretariat.page.get_by_label("A file").set_input_files(path)
    secretariat.page.get_by_label("Sample wording", exact=False).check()
    secretariat.press("Show the paragraphs")
    expect(secretariat.page.locator(".parted li")).to_have_count(len(ZERO))
    secretariat.press("Begin the text")
    return secretariat.page.url


def hands_in(people, demo, sign_in: tuple[str, str], address: str, path) -> Person:
    """Let a delegation hand in its file, and look at it before."""
    delegate: Person = people(demo)
    delegate.name, passphrase = sign_in
    delegate.sign_in(passphrase)
    delegate.go(address)
    delegate.press("Hand in your version")
    delegate.page.get_by_label("A file").set_input_files(path)
    delegate.press("Show how it will stand")
    expect(delegate.page.get_by_role("heading", name="How it will stand in the text")).to_be_visible()
    delegate.press("Hand in this version")
    line = delegate.page.get_by_role("status").locator(".check-line")
    expect(line).to_have_text(re.compile(r"(\d) of \1 versions? recovered exactly"))
    return delegate


def taken(person: Person, name: str) -> str:
    """Download a Word file; return its words."""
    person.pressed.add(name)
    with person.page.expect_download() as download:
        person.named(name).click()
    path = download.value.path()
    assert zipfile.is_zipfile(path)
    return "\n".join(each.text for each in docx.Document(str(path)).paragraphs)
