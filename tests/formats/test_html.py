"""The rolling text as one HTML file: everything that a reader needs, nothing that a browser obeys."""

import base64
import hashlib
import re

import pytest
from lxml import html

from accord.engine import text as engine
from accord.formats.documents import write_text
from accord.formats.html import write_html
from accord.formats.showing import SAMPLE, legend
from tests.formats.samples import HOSTILE, hostile, rolling


def page(text: engine.Text, **options: str) -> html.HtmlElement:
    return html.document_fromstring(write_html(text, **options))


def blocks(text: engine.Text) -> list[html.HtmlElement]:
    return page(text).xpath('//main/*[contains(@class, "block")]')


def test_html_shows_every_block_with_its_brackets_holders_and_status() -> None:
    assert [each.text_content() for each in blocks(rolling())] == [
        "Joint statement on mutual assistance",
        "The Ministers, [XAA: recalling their statement of last year,] met in an invented town,",
        "[Guided] [XBB, XCC: Inspired] by [the Charter] [XDD: their Charter [XAA: and [date]]],"
        " [agreed ad referendum in plenary; pending XBB]",
        "1. The Parties [shall] [XAA, XBB: should] exchange data once a year, and may publish\na joint report.",
        "2. They [publish] [XAA: no text] the report [reopened]",
        "[XBB: 3. They shall inform the public of [it] [XCC: their work].]",
        "تتبادل الأطراف البيانات [مرة] [XAA: مرتين] في السنة.",
        "Тараптар жылына [CHAIR: екі] рет деректер алмасады.",
    ]


def test_html_shows_notes_behind_their_block() -> None:
    notes = page(rolling()).xpath('//*[@id="b4"]/following-sibling::*[@class="note"]')
    assert [each.text_content() for each in notes] == [
        "XCC reserves its position: on the whole of it",
        "XDD notes: will follow consensus",
    ]


def test_html_says_how_to_read_it_and_that_a_sample_is_one() -> None:
    text = rolling()
    shown = page(text, title="Draft", head="L.4, version 3").xpath("//header")[0]
    assert [each.text_content() for each in shown.xpath(".//h1|.//p")] == [SAMPLE, "Draft", "L.4, version 3"]
    assert [each.text_content() for each in shown.xpath(".//li")] == list(legend(text))
    assert f'@top-center {{ content: "{SAMPLE}"' in write_html(text).decode()
    plain = write_html(engine.compile_text("One.\n", {})).decode()
    assert SAMPLE not in plain


def test_html_names_holders_to_programs_too() -> None:
    alternatives = page(rolling()).xpath('//*[@id="b4"]//*[@class="alternative"]')
    assert [each.get("data-by") for each in alternatives] == [None, "XAA XBB"]


def test_html_gives_language_and_direction_of_the_wording() -> None:
    assert page(rolling()).xpath("//main/@lang") == ["en"]
    assert page(engine.compile_text("Бір.\n", {})).xpath("//main/@lang") == [""]
    assert [each.get("dir") for each in blocks(rolling())] == ["ltr"] * 6 + ["rtl", "ltr"]


def test_html_prints_labels_beside_the_wording_and_none_twice() -> None:
    assert [each.get("data-label") for each in blocks(rolling())] == [
        None, None, "PP1", None, None, "2. bis", "OP3", "OP4",
    ]  # fmt: skip


def test_html_hostile_wording_is_shown_and_never_obeyed() -> None:
    text = hostile()
    data = write_html(text, title=HOSTILE, head=HOSTILE).decode()
    tree = html.document_fromstring(data)
    assert tree.xpath("//script|//b|//comment()|//@onclick|//@style|//@src|//@href|//link|//img") == []
    assert tree.xpath("//h1")[0].text_content() == HOSTILE
    assert blocks(text)[0].text_content() == f"{HOSTILE} [agreed ad referendum in {text.blocks[0].status.forum}]"
    assert "reserves its position: " + HOSTILE in tree.xpath('//*[@class="note"]')[0].text_content()


def test_html_leaves_out_what_html_cannot_hold() -> None:
    assert blocks(engine.compile_text("a\x0bb\ufffec\n", {}))[0].text_content() == "abc"


def test_html_needs_nothing_else_and_lets_nothing_else_in() -> None:
    data = write_text(rolling(), ".html").decode()
    style = re.findall("<style>(.*?)</style>", data, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in data
    assert "url(" not in data
    assert "://" not in data


@pytest.mark.parametrize("sample", [False, True])
def test_html_is_the_same_bytes_for_the_same_text(sample: bool) -> None:
    text = engine.compile_text("One.\n", {"XAA": "Two.\n"}, sample=sample)
    assert write_html(text) == write_html(text)


def test_html_has_the_table_of_delegations() -> None:
    rows = [[cell.text_content() for cell in row] for row in page(rolling()).xpath("//footer//tr")]
    assert rows[0] == ["Delegation", "Groups", "Holds wording in", "Reserves or notes at"]
    assert rows[1] == ["XAA", "The group", "“The Ministers, met in an invented town,”, PP1, 1, 2, OP3", ""]
    assert [row[0] for row in rows[1:]] == ["XAA", "XBB", "XCC", "XDD"]
    assert page(engine.compile_text("One.\n", {})).xpath("//table") == []
