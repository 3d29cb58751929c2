"""The rolling text as a PDF: tagged, from bundled fonts where they suffice, and never with a box for a letter."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from accord.engine import text as engine
from accord.formats.pdf import Unlettered, Unwritable, write_pdf
from accord.formats.showing import SAMPLE
from tests.engine.text.strategies import SENTENCES
from tests.formats.samples import HOSTILE, hostile, rolling

typst = pytest.importorskip("typst", reason="needs the extra pdf: pip install 'accord[pdf]'")
needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext: apt install poppler-utils")
BUNDLED = ("en", "ru", "kk", "fr", "es")


def of(wording: str, **options: object) -> engine.Text:
    return engine.compile_text(f"{wording}\n", {}, **options)  # type: ignore[arg-type]


def words_of(data: bytes, tmp_path: Path) -> str:
    """Return all characters of a PDF, its lines joined."""
    (tmp_path / "x.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", tmp_path / "x.pdf", "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_pdf_is_one_and_tagged_for_accessibility() -> None:
    data = write_pdf(rolling())
    assert data.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in data
    assert b"pdfuaid:part" in data


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs pdfinfo: apt install poppler-utils")
def test_pdf_has_paragraphs_and_headings_as_such_in_its_tags(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(write_pdf(rolling()))
    command = ["pdfinfo", "-struct-text", tmp_path / "x.pdf"]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.decode().splitlines()
    assert lines[lines.index('    "The Ministers, "') - 1].strip() == "P (block)"
    assert any(line.startswith('  H2 "Joint statement') for line in lines)
    assert not any(line.startswith("  Span") for line in lines)


def test_pdf_says_nothing_of_when_it_was_written() -> None:
    data = write_pdf(rolling())
    assert b"/CreationDate" not in data
    assert b"ModDate" not in data


@needs_pdftotext
def test_pdf_shows_brackets_holders_status_notes_legend_and_sample(tmp_path: Path) -> None:
    words = words_of(write_pdf(rolling(), title="Draft"), tmp_path)
    for said in (
        SAMPLE,
        "Draft",
        "[Guided] [XBB, XCC: Inspired] by [the Charter] [XDD: their Charter [XAA: and [date]]],",
        "[agreed ad referendum in plenary; pending XBB]",
        "2. They [publish] [XAA: no text] the report [reopened]",
        "XCC reserves its position: on the whole of it",
        "Delegations: XAA, XBB, XCC, XDD.",
    ):
        assert said in words


@needs_pdftotext
def test_pdf_hostile_wording_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    words = words_of(write_pdf(hostile(), title=HOSTILE), tmp_path)
    assert words.count(HOSTILE) >= 5


@pytest.mark.parametrize(
    "wording",
    ['#panic("x")', "\\", '"', '\\"; #panic()', "[", "]", "$", "`", "//", "*_~@<x>", "= x", "\\u{41}", "a\tb"],
)
def test_pdf_wording_is_never_a_command_of_typst(wording: str) -> None:
    text = of(f"One {wording} two\nlines.", language='en"); #panic(')
    assert write_pdf(text, title=wording).startswith(b"%PDF")


@pytest.mark.parametrize("language", BUNDLED)
def test_pdf_of_latin_and_cyrillic_is_drawn_from_bundled_fonts(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def compile_and_note(source: bytes, **options: object) -> bytes:
        asked.append(options["ignore_system_fonts"])
        return original(source, **options)

    original = typst.compile
    monkeypatch.setattr(typst, "compile", compile_and_note)
    data = write_pdf(of(SENTENCES[language], language=language))
    assert asked == [True]
    assert b"LibertinusSerif" in data


@pytest.mark.parametrize("language", ["ar", "hy"])
def test_pdf_of_arabic_and_armenian_is_drawn(language: str) -> None:
    assert write_pdf(of(SENTENCES[language], language=language)).startswith(b"%PDF")


@needs_pdftotext
def test_pdf_says_in_english_around_an_arabic_text_from_left_to_right(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(write_pdf(of(SENTENCES["ar"], language="ar", sample=True)))
    command = ["pdftotext", "-bbox", tmp_path / "x.pdf", "-"]
    boxes = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    starts = {word: float(at) for at, word in re.findall(r'xMin="([\d.]+)".*>(\w+\.?)</word>', boxes)}
    assert starts["Sample"] < 80 < starts["one."]  # points from the left edge; the margin has 71
    assert starts["Wording"] < 85


@needs_pdftotext
def test_pdf_has_the_table_of_delegations(tmp_path: Path) -> None:
    words = words_of(write_pdf(rolling()), tmp_path)  # column by column
    held = "“The Ministers, met in an invented town,”, PP1, 1, 2, OP3 PP1, 1, 2. bis PP1, 2. bis PP1"
    assert f"Holds wording in {held}" in words
    assert "Holds wording in" not in words_of(write_pdf(engine.compile_text("One.\n", {})), tmp_path)


def test_pdf_refuses_and_names_a_letter_that_no_font_has() -> None:
    with pytest.raises(Unlettered, match=re.escape("No font here can draw “\u0378” (U+0378 without a name)")):
        write_pdf(of("One \u0378 two."))


def test_pdf_takes_fonts_from_the_folder_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_without_system(source: bytes, **options: object) -> bytes:
        return original(source, **options | {"ignore_system_fonts": True})

    thai = Path("/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf")
    if not thai.exists():
        pytest.skip("needs Noto: apt install fonts-noto-core")
    original = typst.compile
    monkeypatch.setattr(typst, "compile", compile_without_system)
    with pytest.raises(Unlettered, match="ACCORD_FONTS"):
        write_pdf(of("มนุษย์ทั้งหลาย", language="th"))
    shutil.copy(thai, tmp_path)
    monkeypatch.setenv("ACCORD_FONTS", str(tmp_path))
    assert b"NotoSansThai" in write_pdf(of("มนุษย์ทั้งหลาย", language="th"))


def test_pdf_refuses_a_folder_of_fonts_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_FONTS", str(tmp_path / "none"))
    with pytest.raises(Unwritable, match=r"ACCORD_FONTS names .* no such folder"):
        write_pdf(of("يولد جميع الناس", language="ar"))


def test_pdf_without_its_extra_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(Unwritable, match=re.escape("pip install 'accord[pdf]'")):
        write_pdf(rolling())
