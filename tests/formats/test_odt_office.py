"""Word files that LibreOffice saves as .odt say the same afterwards, all changes accepted and all rejected."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from accord.formats.documents import read_document
from accord.formats.odt import reading
from accord.formats.odt.writing import write_rolling
from accord.formats.values import Document
from accord.formats.word.rolling import write_rolling as write_word
from accord.formats.word.tracked import write_tracked
from tests.formats import odt_packages, office, packages, samples
from tests.formats.packages import docx
from tests.formats.test_word_revisions import CASES, GOOGLE, LIBRE, WORD, foreign
from tests.formats.test_word_tracked import CASES as WRITTEN
from tests.formats.test_word_tracked import generated
from tests.shared import shared_path

pytestmark = pytest.mark.office

TEMPLATES = Path("/usr/lib/libreoffice/share/template/common/wizard")
TODAY = {date.today().strftime("%B"), date.today().strftime("%A")}
"""What LibreOffice puts in place of a date that a file has."""
EDITED = 25
"""Documents that LibreOffice edits."""
LOST = {
    *("taken out around put in", "an end put in by one and taken out by another", "in a formula"),
    "in a formula, one inside another",
    *("a row put in and one taken out", "a cell put in and one taken out", "a field that is put in"),
    *("a text box that is put in", "changes in a text box"),
}
"""What LibreOffice 7.4 itself makes something else of when it reads it."""


def both(document: Document) -> tuple[str, str]:
    return document.text, document.text if document.base is None else document.base


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, bytes]]:
    """Return Word files by name, each with what LibreOffice saves it as."""
    folder = tmp_path_factory.mktemp("office")
    files = {f"case {number}": docx(body) for number, (body, *_) in enumerate(kept().values())}
    files |= {f"program {number}": docx(body) for number, body in enumerate((WORD, GOOGLE, LIBRE))}
    tracked = enumerate([*WRITTEN.values(), *generated()[:10]])
    files |= {f"written {number}": write_tracked(base, own, author="XAA") for number, (base, own) in tracked}
    files["rolling"] = write_word(samples.rolling())
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    saved = office.converted([folder / f"{name}.docx" for name in files], ".odt", folder)
    return {name: (data, path.read_bytes()) for (name, data), path in zip(files.items(), saved, strict=True)}


def kept() -> dict[str, tuple[str, list[str], list[str]]]:
    return {name: case for name, case in CASES.items() if name not in LOST}


def test_odt_by_libreoffice_says_what_the_word_file_said(pairs: dict[str, tuple[bytes, bytes]]) -> None:
    wrong = [
        name
        for name, (word, saved) in pairs.items()
        if name != "rolling" and both(packages.read(word)) != both(odt_packages.read(saved))
    ]
    assert (wrong, len(pairs)) == ([], len(pairs))
    assert len(pairs) > 40


def test_odt_by_libreoffice_of_the_rolling_text_says_the_same(pairs: dict[str, tuple[bytes, bytes]]) -> None:
    word, saved = pairs["rolling"]
    assert packages.read(word).text == odt_packages.read(saved).text


def test_odt_by_libreoffice_of_foreign_files_says_the_same(tmp_path: Path) -> None:
    files = sorted(shared_path("word").glob("*.docx"))
    for file, saved in zip(files, office.converted(files, ".odt", tmp_path), strict=True):
        word, odt = foreign(file.stem)[0], odt_packages.read(saved.read_bytes())
        assert both(word) == both(odt)
        assert (word.labels, word.base_labels) == (odt.labels, odt.base_labels)
        assert {each.author for each in word.revisions} == {each.author for each in odt.revisions}
        assert [(each.author, each.wording, each.about) for each in word.comments] == [
            (each.author, each.wording, each.about) for each in odt.comments
        ]


def test_odt_edited_by_three_people_in_libreoffice_is_read_as_libreoffice_reads_it(tmp_path: Path) -> None:
    script = Path(office.__file__).with_name("office_edits.py")
    given = json.dumps([str(tmp_path), EDITED])
    command = [str(office.python()), str(script)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=office.SECONDS, check=True)
    wrong, authors = [], []
    for number, meant in enumerate(json.loads(done.stdout)):
        document = odt_packages.read((tmp_path / f"{number}.odt").read_bytes())
        if list(both(document)) != [laid_out(each) for each in meant]:
            wrong.append(number)
        authors += [each.author for each in document.revisions]
    assert wrong == []
    assert set(authors) == {"Ann", "Ben", "Cay"}
    assert len(authors) > EDITED


def laid_out(paragraphs: list[str]) -> str:
    return "".join(f"{each}\n\n" for each in paragraphs)[:-1]


def test_odt_templates_that_come_with_libreoffice_lose_no_word(tmp_path: Path) -> None:
    found = sorted(TEMPLATES.rglob("*.ott"))[::3]
    if not found:
        pytest.skip(f"there are no templates in {TEMPLATES}")
    files = [Path(shutil.copy(each, tmp_path / f"{number}.odt")) for number, each in enumerate(found)]
    for file, plain in zip(files, office.converted(files, ".txt", tmp_path), strict=True):
        document = read_document(file.read_bytes(), file.name)
        said = "".join([document.text, *(each.message for each in document.findings)]).split()
        words = [each for each in plain.read_text(encoding="utf-8-sig").split() if each.isalpha() and each not in TODAY]
        assert [each for each in words if each not in "".join(said)] == []


def test_odt_written_here_says_the_same_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    file = tmp_path / "rolling.odt"
    file.write_bytes(write_rolling(samples.rolling()))
    (saved,) = office.converted([file], ".odt", tmp_path / "again")
    assert reading.read(saved.read_bytes())["text"] == reading.read(file.read_bytes())["text"]
