"""The bytes of a report: text, HTML, PDF; what is damaged, wrongly encoded or empty is refused in words that help."""

import pytest

from accord.formats.reports import kind_of, read_report_file
from accord.formats.textfile import UnreadableFile

RUSSIAN = """МИНСК, 11 апреля 2025 года. В Минске прошло заседание Совета министров иностранных дел СНГ.
Министры приняли заявление.
"""
PAGE = """<!DOCTYPE html><html><head><meta charset="{0}">
<meta property="article:published_time" content="2025-04-11T09:00:00Z"><script>var x = "<p>OSCE</p>";</script></head>
<body><nav>OSCE summit</nav><h1>Заседание СМИД</h1><article><p>Министры   приняли<br>заявление.</p>
<p>Подписан <b>план</b> работы, и больше об этом пока ничего не известно: ни числа документов, ни их названий сообщение
не содержит, а ссылки на другие сообщения стоят рядом с ним и к нему не относятся.</p><aside>Другое</aside></article>
<footer>Адрес</footer></body></html>"""


def refusal(data: bytes, name: str = "report.txt") -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_report_file(data, name)
    return refused.value.reason


def test_text_is_kept_as_it_is() -> None:
    data = ("\ufeff" + RUSSIAN).replace("\n", "\r\n").encode()
    assert read_report_file(data, "report.txt") == (data.decode(), False)


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("cp1251", "it looks like Windows-1251"),
        ("koi8-r", "it looks like KOI8-R"),
        ("utf-16", "is UTF-16"),
        ("utf-16-le", "is UTF-16"),
    ],
)
def test_wrong_encoding_is_named(codec: str, words: str) -> None:
    reason = refusal(RUSSIAN.encode(codec))
    assert words in reason
    assert reason.endswith("Save the file as UTF-8.")


@pytest.mark.parametrize("codec", ["cp1251", "latin-1"])
def test_broken_letters_are_seen(codec: str) -> None:
    assert "wrong encoding" in refusal(RUSSIAN.encode().decode(codec, "replace").encode())


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "report.txt", "is empty"),
        (b" \n ", "report.txt", "is empty"),
        (b"12 34", "report.txt", "no words"),
        (b"hello", "report.pdf", "does not begin with %PDF"),
        (b"%PDF-1.7 nothing more", "report.pdf", "is a damaged PDF"),
        (b"PK\x03\x04", "report.docx", "office program"),
        (b"<html></html>", "report.html", "no words"),
        (b"<html><body>" + b"<p>word word word</p>" * 500_000, "report.html", "more than 500,000 characters of text"),
        (b"<div>" * 2_000_000, "report.html", "no words"),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, name: str, words: str) -> None:
    assert words in refusal(data, name)


@pytest.mark.parametrize("codec", ["utf-8", "windows-1251", "koi8-r"])
def test_article_of_a_page_with_its_date_and_headline(codec: str) -> None:
    text, extracted = read_report_file(PAGE.format(codec).encode(codec), "page.html")
    assert extracted
    assert text.split("\n\n")[:4] == ["date 2025-04-11", "Заседание СМИД", "Министры приняли", "заявление."]
    assert "OSCE" not in text
    assert "Другое" not in text
    assert text.split("\n\n")[4].startswith("Подписан план работы")


def test_page_of_ten_megabytes_gives_its_article() -> None:
    menu = '<nav><a href="#">one more</a></nav>' * 290_000
    page = PAGE.format("utf-8").replace("<nav>OSCE summit</nav>", menu).encode("utf-8")
    assert len(page) > 10_000_000
    text, _ = read_report_file(page, "report.html")
    assert text.splitlines()[:3] == ["date 2025-04-11", "", "Заседание СМИД"]
    assert "one more" not in text


def test_page_in_another_encoding_than_it_says_is_refused() -> None:
    assert "not in the encoding that it declares (utf-8" in refusal(PAGE.format("utf-8").encode("cp1251"), "page.html")


def test_kind_is_seen_from_the_bytes_before_the_name() -> None:
    files = (b"<!DOCTYPE html>", b"%PDF-1.4", b"words")
    assert [kind_of(data, "a.txt") for data in files] == ["html", "pdf", "text"]


def test_pdf_gives_its_paragraphs_and_a_scan_is_refused() -> None:
    typst = pytest.importorskip("typst")
    made = typst.compile(
        b"Council adopts a statement\n\nThe Council met. It adopted a statement on trade and transport."
    )
    paragraphs = ["Council adopts a statement", "The Council met. It adopted a statement on trade and transport."]
    assert read_report_file(made, "report.pdf") == ("\n\n".join(paragraphs), True)
    assert "scanned pages" in refusal(typst.compile(b"#rect(width: 9cm, height: 9cm, fill: red)"), "scan.pdf")
