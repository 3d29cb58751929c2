"""Tracked changes in Word files: the text with all accepted, the base with all rejected, and who changed what."""

import json

import pytest

from accord.formats.documents import read_document
from accord.formats.values import Document, Label, Revision, authors_of
from tests.formats.packages import W, docx, paragraph, paragraphs, read
from tests.shared import shared_path

BY = 'w:id="1" w:author="{}" w:date="2024-06-21T09:00:00Z"'


def ins(wording: str, by: str = "Ann", name: str = "ins") -> str:
    return f"<w:{name} {BY.format(by)}>{run(wording)}</w:{name}>"


def gone(wording: str, by: str = "Ann", name: str = "del") -> str:
    text = "delText" if name == "del" else "t"
    return f"<w:{name} {BY.format(by)}>{run(wording, text)}</w:{name}>"


def run(wording: str, text: str = "t") -> str:
    return f'<w:r><w:{text} xml:space="preserve">{wording}</w:{text}></w:r>'


def p(*inside: str, mark: str = "", by: str = "Ann") -> str:
    """Return a paragraph; ``mark`` is the change of its end."""
    end = f"<w:pPr><w:rPr><w:{mark} {BY.format(by)}/></w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{end}{''.join(inside)}</w:p>"


def texts(body: str, **more: str) -> tuple[list[str], list[str]]:
    related = [(name, f"{name}.xml", False) for name in more]
    document = read(docx(body, *related, **more))
    return paragraphs(document.text), paragraphs(document.base)


def told(body: str) -> list[tuple[str, str, str]]:
    return [(each.author, each.kind, each.wording) for each in read(docx(body)).revisions]


CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "words": (p(run("a "), gone("b"), ins("c"), run(" d")), ["a c d"], ["a b d"]),
    "two authors side by side": (p(gone("x", "Ann"), ins("y", "Ben"), run("z")), ["yz"], ["xz"]),
    "a paragraph put in": (p(run("a")) + p(ins("b"), mark="ins") + p(run("c")), ["a", "b", "c"], ["a", "c"]),
    "a paragraph taken out": (p(run("a")) + p(gone("b"), mark="del") + p(run("c")), ["a", "c"], ["a", "b", "c"]),
    "a paragraph split": (p(run("a "), mark="ins") + p(run("b")), ["a ", "b"], ["a b"]),
    "two paragraphs joined": (p(run("a "), mark="del") + p(run("b")), ["a b"], ["a ", "b"]),
    "three paragraphs joined": (p(run("a"), mark="del") + p(run("b"), mark="del") + p(run("c")), ["abc"], [*"abc"]),
    "joined over an emptied paragraph": (
        p(run("a"), mark="del") + p(gone("b"), mark="del") + p(run("c")),
        ["ac"],
        ["a", "b", "c"],
    ),
    "the first paragraph taken out": (p(gone("a"), mark="del") + p(run("b")), ["b"], ["a", "b"]),
    "the last paragraph taken out": (p(run("a"), mark="del") + p(gone("b")), ["a"], ["a", "b"]),
    "everything taken out": (p(gone("a"), mark="del") + p(gone("b")), [], ["a", "b"]),
    "everything put in": (p(ins("a"), mark="ins") + p(ins("b")), ["a", "b"], []),
    "put in by one, taken out by another": (
        p(run("a"), f"<w:ins {BY.format('Ann')}>{run('b')}{gone('c', 'Ben')}</w:ins>", run("d")),
        ["abd"],
        ["ad"],
    ),
    "taken out around put in": (
        p(run("a"), f"<w:del {BY.format('Ben')}><w:ins {BY.format('Ann')}>{run('b', 'delText')}</w:ins></w:del>"),
        ["a"],
        ["a"],
    ),
    "an end put in by one and taken out by another": (
        f"<w:p><w:pPr><w:rPr><w:ins {BY.format('Ann')}/><w:del {BY.format('Ben')}/></w:rPr></w:pPr>{run('a')}</w:p>"
        + p(run("b")),
        ["ab"],
        ["ab"],
    ),
    "moved down": (
        f"<w:p><w:pPr><w:rPr><w:moveFrom {BY.format('Ann')}/></w:rPr></w:pPr>"
        f'<w:moveFromRangeStart w:id="1" w:name="m1" w:author="Ann"/>{gone("a", name="moveFrom")}'
        f'<w:moveFromRangeEnd w:id="1"/></w:p>{p(run("b"))}'
        f'<w:moveToRangeStart w:id="2" w:name="m1" w:author="Ann"/>{p(ins("a", name="moveTo"), mark="moveTo")}'
        f'<w:moveToRangeEnd w:id="2"/>{p(run("c"))}',
        ["b", "a", "c"],
        ["a", "b", "c"],
    ),
    "a row put in and one taken out": (
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr><w:tr><w:trPr><w:ins {}/></w:trPr><w:tc>{}</w:tc></w:tr>"
        "<w:tr><w:trPr><w:del {}/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>".format(
            p(run("a")), BY.format("Ann"), p(run("b")), BY.format("Ben"), p(run("c"))
        ),
        ["a", "b"],
        ["a", "c"],
    ),
    "a cell put in and one taken out": (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns {0}/></w:tcPr>{1}</w:tc><w:tc><w:tcPr><w:cellDel {0}/>"
        "</w:tcPr>{2}</w:tc>"
        "<w:tc>{3}</w:tc></w:tr></w:tbl>".format(BY.format("Ann"), p(run("a")), p(run("b")), p(run("c"))),
        ["a", "c"],
        ["b", "c"],
    ),
    "no paragraph goes on across a cell or a table": (
        p(run("a"), mark="del")
        + f"<w:tbl><w:tr><w:tc>{p(run('b'), mark='del')}</w:tc><w:tc>{p(run('c'))}</w:tc></w:tr></w:tbl>"
        + p(run("d")),
        ["a", "b", "c", "d"],
        ["a", "b", "c", "d"],
    ),
    "inside links, controls, tags and fields": (
        p(
            f"<w:hyperlink>{ins('a')}</w:hyperlink><w:sdt><w:sdtContent>{gone('b')}</w:sdtContent></w:sdt>",
            f"<w:ins {BY.format('Ann')}><w:smartTag>{run('c')}</w:smartTag></w:ins>",
            f'<w:fldSimple w:instr="X">{run("d")}{gone("e")}</w:fldSimple>',
        ),
        ["acd"],
        ["bde"],
    ),
    "a field that is put in": (
        p(
            run("a"),
            f'<w:ins {BY.format("Ann")}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
            f"<w:instrText>PAGE</w:instrText>"
            f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("7")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>',
        ),
        ["a7"],
        ["a"],
    ),
    "a tab and a line end": (
        p(run("a"), f"<w:ins {BY.format('Ann')}><w:r><w:tab/><w:t>b</w:t><w:br/></w:r></w:ins>", run("c")),
        ["a\tb\nc"],
        ["ac"],
    ),
    "a text box that is put in": (
        p(
            run("a"),
            f"<w:ins {BY.format('Ann')}><w:r><w:pict><w:txbxContent>{p(run('box'))}</w:txbxContent></w:pict>"
            f"</w:r></w:ins>",
        ),
        ["a", "box"],
        ["a"],
    ),
    "changes in a text box": (
        p(run("a"), f"<w:r><w:pict><w:txbxContent>{p(ins('x'), gone('y'))}</w:txbxContent></w:pict></w:r>"),
        ["a", "x"],
        ["a", "y"],
    ),
    "in a formula, one inside another": (
        p(
            "<m:oMath><w:ins {0}><m:r><m:t>a</m:t></m:r><w:ins {0}><m:r><m:t>b</m:t></m:r></w:ins>"
            "<m:r><m:t>c</m:t></m:r></w:ins></m:oMath>".format(BY.format("Ann"))
        ),
        ["abc"],
        [],
    ),
    "in a formula": (
        p(f"<m:oMath><m:r><m:t>a=</m:t></m:r><w:ins {BY.format('Ann')}><m:r><m:t>b</m:t></m:r></w:ins></m:oMath>"),
        ["a=b"],
        ["a="],
    ),
    "in a language from the right": (p(run("مرحبا "), gone("قديم"), ins("جديد")), ["مرحبا جديد"], ["مرحبا قديم"]),
}


@pytest.mark.parametrize("case", CASES)
def test_word_text_is_all_accepted_and_base_all_rejected(case: str) -> None:
    body, after, before = CASES[case]
    assert texts(body) == (after, before)


def test_word_file_without_tracked_changes_has_no_base() -> None:
    assert read(docx(paragraph("a"))).base is None
    formatting = (
        '<w:p><w:pPr><w:pPrChange w:author="Ann"/></w:pPr><w:r><w:rPr><w:rPrChange/></w:rPr><w:t>a</w:t></w:r></w:p>'
    )
    assert (read(docx(formatting)).base, read(docx(formatting)).revisions) == (None, ())


def test_word_revisions_say_who_changed_what_where_and_when() -> None:
    body = p(run("One")) + p(run("a "), gone("b", "Ann"), ins("c", "Ben"), run(" d"))
    date = "2024-06-21T09:00:00Z"
    document = read(docx(body))
    assert document.revisions == (
        Revision("Ann", "deleted", "b", 3, 3, date),
        Revision("Ben", "inserted", "c", 3, 3, date),
    )
    assert authors_of(document) == ("Ann", "Ben")
    (finding,) = document.findings
    assert (finding.code, finding.severity, finding.line) == ("D013", "info", 3)
    assert "Ann (1), Ben (1)" in finding.message


@pytest.mark.parametrize(
    ("body", "revisions"),
    [
        (p(ins("a "), ins("b"), run("c"), ins("d")), [("Ann", "inserted", "a b"), ("Ann", "inserted", "d")]),
        (p(ins("a", "Ann"), ins("b", "Ben")), [("Ann", "inserted", "a"), ("Ben", "inserted", "b")]),
        (p(ins("a"), mark="ins") + p(ins("b"), run("c")), [("Ann", "inserted", "a\n\nb")]),
        (p(run("a"), mark="del") + p(run("b")), [("Ann", "deleted", "\n\n")]),
        (CASES["moved down"][0], [("Ann", "moved", "a\n\n")]),
        (p(ins("a", name="moveTo"), run("b")), [("Ann", "inserted", "a")]),
        (p(gone("a", name="moveFrom"), run("b")), [("Ann", "deleted", "a")]),
        (
            CASES["put in by one, taken out by another"][0],
            [("Ann", "inserted", "bc"), ("Ben", "deleted", "c")],
        ),
        (CASES["a row put in and one taken out"][0], [("Ann", "inserted", "b\n\n"), ("Ben", "deleted", "c\n\n")]),
    ],
)
def test_word_neighbouring_changes_of_one_author_are_one_revision(body: str, revisions: list[tuple[str, ...]]) -> None:
    assert told(body) == revisions


def test_word_footnote_is_told_after_and_before_its_changes() -> None:
    footnotes = (
        f'<w:footnotes {W}><w:footnote w:id="2">{p(run("Old "), gone("rule", "Ben"), ins("law", "Ben"))}</w:footnote>'
        f'<w:footnote w:id="3">{p(run("New note"))}</w:footnote></w:footnotes>'
    )
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = p(run("a"), reference.format(2), run("b"), f"<w:ins {BY.format('Ann')}>{reference.format(3)}</w:ins>")
    document = read(docx(body, ("footnotes", "footnotes.xml", False), footnotes=footnotes))
    assert document.text == "ab\n"
    assert [each.message for each in document.findings if each.code == "D004"] == [
        'A footnote was left out: "Old law" (before the tracked changes "Old rule").',
        'A footnote that a tracked change puts in was left out: "New note".',
    ]
    assert [(each.author, each.kind, each.wording) for each in document.revisions] == [
        ("Ben", "deleted", "rule"),
        ("Ben", "inserted", "law"),
    ]


def test_word_hidden_text_that_is_taken_out_is_no_finding() -> None:
    hidden = f"<w:del {BY.format('Ann')}><w:r><w:rPr><w:vanish/></w:rPr><w:delText>x</w:delText></w:r></w:del>"
    assert [each.code for each in read(docx(p(run("a"), hidden))).findings] == ["D013"]


def test_word_numbers_are_counted_for_text_and_base() -> None:
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    new = f"<w:p><w:pPr>{place}<w:rPr><w:ins {BY.format('Ann')}/></w:rPr></w:pPr>{ins('b')}</w:p>"
    body = paragraph("a", f"<w:pPr>{place}</w:pPr>") + new + paragraph("c", f"<w:pPr>{place}</w:pPr>")
    lists = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )
    document = read(docx(body, ("numbering", "numbering.xml", False), numbering=lists))
    assert document.labels == (Label(1, "1."), Label(3, "2."), Label(5, "3."))
    assert document.base_labels == (Label(1, "1."), Label(3, "2."))


# As three programs write it


WORD = (
    '<w:p w:rsidR="00A1" w:rsidRDefault="00A1" w:rsidP="00B2"><w:pPr><w:pStyle w:val="Normal"/><w:rPr>'
    '<w:ins w:id="3" w:author="Ann" w:date="2024-06-21T09:00:00Z"/><w:lang w:val="en-GB"/></w:rPr></w:pPr>'
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellStart"/>'
    '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"><w:r w:rsidRPr="00C3"><w:t>Almaty'
    '</w:t></w:r></w:smartTag><w:proofErr w:type="spellEnd"/><w:r><w:rPr><w:rPrChange w:id="4" w:author="Ann"><w:rPr/>'
    '</w:rPrChange></w:rPr><w:t xml:space="preserve"> meets </w:t></w:r>'
    '<w:del w:id="5" w:author="Ann"><w:r w:rsidDel="00D4"><w:delText>once</w:delText></w:r></w:del>'
    '<w:ins w:id="6" w:author="Ann"><w:r w:rsidR="00D4"><w:t>twice</w:t></w:r></w:ins>'
    '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve"> a year.</w:t></w:r></w:p>'
    '<w:p><w:ins w:id="7" w:author="Ann"><w:r><w:t>It reports.</w:t></w:r></w:ins></w:p><w:sectPr/>'
)
GOOGLE = (
    '<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_3"/></w:sdtPr><w:sdtContent><w:p w:rsidR="00000000"><w:pPr><w:rPr>'
    '<w:ins w:author="Ann" w:id="1" w:date="2024-06-21T09:00:00Z"/></w:rPr></w:pPr><w:r><w:rPr>'
    '<w:rtl w:val="0"/></w:rPr>'
    '<w:t xml:space="preserve">Almaty meets </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr>'
    "<w:sdtContent>"
    '<w:del w:author="Ann" w:id="0"><w:r><w:rPr><w:rtl w:val="0"/></w:rPr>'
    '<w:delText xml:space="preserve">once</w:delText>'
    '</w:r></w:del></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:tag w:val="goog_rdk_1"/></w:sdtPr><w:sdtContent>'
    '<w:ins w:author="Ann" w:id="2"><w:r><w:t xml:space="preserve">twice</w:t></w:r></w:ins></w:sdtContent>'
    "</w:sdt><w:r>"
    '<w:t xml:space="preserve"> a year.</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="goog_rdk_2"/></w:sdtPr><w:sdtContent/>'
    '</w:sdt></w:p></w:sdtContent></w:sdt><w:p><w:pPr><w:rPr/></w:pPr><w:ins w:author="Ann" w:id="3"><w:r>'
    '<w:t xml:space="preserve">It reports.</w:t></w:r></w:ins></w:p>'
)
LIBRE = (
    '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:bidi w:val="0"/><w:rPr><w:ins w:id="0" w:author="Ann"></w:ins></w:rPr>'
    '</w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">Almaty meets </w:t></w:r>'
    '<w:del w:id="1" w:author="Ann"><w:r>'
    '<w:rPr></w:rPr><w:delText>once</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ann"><w:r><w:rPr></w:rPr>'
    '<w:t>twice</w:t></w:r></w:ins><w:r><w:rPr></w:rPr><w:t xml:space="preserve"> a year.</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:ins w:id="3" w:author="Ann"><w:r><w:t>It reports.</w:t>'
    "</w:r></w:ins>"
    "</w:p>"
)


@pytest.mark.parametrize("body", [WORD, GOOGLE, LIBRE], ids=["Word", "Google Docs", "LibreOffice"])
def test_word_same_changes_read_the_same_from_any_program(body: str) -> None:
    assert texts(body) == (["Almaty meets twice a year.", "It reports."], ["Almaty meets once a year."])
    assert told(body) == [
        ("Ann", "deleted", "once"),
        ("Ann", "inserted", "twice"),
        ("Ann", "inserted", "\n\nIt reports."),
    ]


# Files that another program wrote

FOREIGN = [
    "01-words-one-author",
    "02-two-authors-ru",
    "03-paragraphs-kk",
    "04-comments",
    "05-table",
    "06-footnotes",
    "07-arabic",
    "08-chinese",
    "09-numbering-hy",
    "10-nested-format-hidden",
]


def foreign(stem: str) -> tuple[Document, dict[str, dict[str, list[str]]]]:
    expected = json.loads(shared_path("word", "expected.json").read_text(encoding="utf-8"))[f"{stem}.docx"]
    return read_document(shared_path("word", f"{stem}.docx").read_bytes(), f"{stem}.docx"), expected


@pytest.mark.parametrize("stem", FOREIGN)
def test_word_file_of_another_program_is_read_after_and_before_its_changes(stem: str) -> None:
    document, expected = foreign(stem)
    assert paragraphs(document.text) == expected["accept"]["paragraphs"]
    assert paragraphs(document.base) == expected["reject"]["paragraphs"]
    for each in ("accept", "reject"):
        for note in expected[each].get("notes", []):
            assert any(f'"{note}"' in finding.message for finding in document.findings)


def test_word_authors_of_another_program_are_told() -> None:
    assert set(authors_of(foreign("02-two-authors-ru")[0])) == {"Казахстан", "Россия"}
    comments = foreign("04-comments")[0].comments
    assert [each.author for each in comments] == ["Kazakhstan", "Russia", "Belarus", "Kyrgyzstan"]
    assert comments[0].about == "once a year"


def test_word_answer_of_the_child_is_that_of_this_process() -> None:
    data = docx(CASES["moved down"][0])
    assert read_document(data, "x.docx") == read(data)
