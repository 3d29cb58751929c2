"""Documents as Word and Google Docs write them: everything that a reader of them sees is wording or a finding."""

from __future__ import annotations

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.manner import by, gone, ins, moved, p, r, word
from tests.formats.packages import document as wrapped
from tests.formats.packages import parts, read, zipped

FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">'
    '<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> One abstained.</w:t></w:r></w:p></w:footnote>'
)
COMMENT = '<w:comment w:id="4" w:author="Cay" w:initials="C"><w:p><w:r><w:annotationRef/></w:r>{}</w:p></w:comment>'
NOTE = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
ABOUT = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "x" </w:instrText></w:r>'
LINK = (
    f"{CHAR.format('begin')}{INSTRUCTION}{CHAR.format('separate')}<w:r><w:t>the archive</w:t></w:r>{CHAR.format('end')}"
)
SHAPE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
CONTROL = '<w:sdt><w:sdtPr><w:alias w:val="Date"/><w:id w:val="7"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
TAG = '<w:smartTag w:uri="x"><w:smartTagPr><w:attr w:name="a" w:val="b"/></w:smartTagPr>{}</w:smartTag>'
MARKS = (
    "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:ptab/><w:t>d</w:t><w:softHyphen/>"
    "<w:t>e</w:t></w:r>"
)
TURNED = '<w:dir w:val="rtl"><w:bdo w:val="rtl"><w:r><w:rPr><w:rtl/></w:rPr><w:t>السنة</w:t></w:r></w:bdo></w:dir>'
RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>nián</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>年</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r>"
)
FORMULA = "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
TICK = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'
NUMBERS = count()
OLD, NEW = moved("They publish the report.", "Ann", "move1")
BODY = "".join([
    p(r("Statement of "), TAG.format(r("the lake towns")), properties='<w:pStyle w:val="Title"/>'),
    p(r("The Parties "), gone("shall", "Ann"), ins("should", "Ann"), r(" meet "), CONTROL.format(r("in June")), NOTE,
      r(".")),
    NEW,
    p(f"<w:ins {by('Ann')}>{r('In every ')}{gone('third', 'Ben')}</w:ins>", ins("second", "Ben"),
      f"<w:ins {by('Ann')}>{r(' year.')}</w:ins>", mark="ins", author="Ann"),
    OLD,
    p(ABOUT.format(r("A secretariat keeps ")), LINK, r(".")),
    p(r("Beside it:"), SHAPE.format(p(r("a box")))),
    p(MARKS), p(TURNED), p(RUBY), p(FORMULA), TICK,
])  # fmt: skip


def test_document_in_the_manner_of_word_is_read_whole() -> None:
    document = read(word(BODY, footnotes=FOOTNOTES, comments=COMMENT.format(r("Who pays?"))))
    assert document.text.split("\n\n") == [
        "Statement of the lake towns",
        "The Parties should meet in June.",
        "They publish the report.",
        "In every second year.",
        "A secretariat keeps the archive.",
        "Beside it:",
        "a box",
        "a\u2011b\nc\tde",
        "السنة",
        "年",
        "(a+b)/2",
        "✓\n",
    ]
    assert str(document.base).split("\n\n")[1:4] == [
        "The Parties shall meet in June.",
        "They publish the report.",
        "A secretariat keeps the archive.",
    ]
    assert [(each.author, each.kind, each.wording) for each in document.revisions] == [
        ("Ann", "deleted", "shall"),
        ("Ann", "inserted", "should"),
        ("Ann", "moved", "They publish the report.\n\n"),
        ("Ann", "inserted", "In every third"),
        ("Ben", "deleted", "third"),
        ("Ben", "inserted", "second"),
        ("Ann", "inserted", " year.\n\n"),
    ]
    assert [(each.code, each.line) for each in document.findings] == [
        ("D013", 3),
        ("D004", 3),
        ("D005", 9),
        ("D009", 20),
        ("D006", 22),
        ("D003", 24),
    ]


def suggested(inside: str) -> str:
    """Return a suggestion as Google Docs exports it: in a control of its own."""
    tag = f'<w:tag w:val="goog_rdk_{next(NUMBERS)}"/>'
    return f"<w:sdt><w:sdtPr>{tag}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def said(wording: str, text: str = "t") -> str:
    """Return a run as Google Docs exports it: sized by hand, in no editing session."""
    how = '<w:rPr><w:rtl w:val="0"/><w:sz w:val="22"/></w:rPr>'
    return f'<w:r>{how}<w:{text} xml:space="preserve">{wording}</w:{text}></w:r>'


def change(name: str, author: str, inside: str) -> str:
    """Return a suggestion to put in or take out."""
    return suggested(f"<w:{name} {by(author)}>{inside}</w:{name}>")


def test_document_in_the_manner_of_google_docs_is_read_whole() -> None:
    mark = f"<w:pPr><w:rPr><w:ins {by('Ann')}/></w:rPr></w:pPr>"
    words = change("ins", "Ann", said("should")) + change("del", "Ann", said("shall", "delText"))
    body = f"<w:p>{said('The Parties ')}{words}{said(' meet.')}</w:p>"
    body += suggested(f"<w:p>{mark}{change('ins', 'Ben', said('New.'))}</w:p>") + f"<w:p>{said('End.')}</w:p>"
    document = read(word(body))
    assert document.text == "The Parties should meet.\n\nNew.\n\nEnd.\n"
    assert document.base == "The Parties shall meet.\n\nEnd.\n"
    assert [each.code for each in document.findings] == ["D013"]


# Whatever stands around wording, it is not lost in silence


BOUND = "<w:sdtPr><w:dataBinding/></w:sdtPr>"
CELL = "<w:tc><w:p>{}</w:p></w:tc>"
INLINE = (
    *(f"<w:{name}>{{}}</w:{name}>" for name in ("smartTag", "hyperlink", "customXml", "moveFrom", "foo")),
    *(f'<w:{name} w:author="A">{{}}</w:{name}>' for name in ("ins", "moveTo", "fldSimple")),
    *(f'<w:{name} w:val="rtl">{{}}</w:{name}>' for name in ("dir", "bdo")),
    *(f"<w:sdt>{properties}<w:sdtContent>{{}}</w:sdtContent></w:sdt>" for properties in ("", BOUND)),
    '<x:foo xmlns:x="urn:x">{}</x:foo>',
    "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase/></w:ruby></w:r>",
    "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}',
    "<m:oMath><m:r>{}</m:r></m:oMath>",
    '<w:r><mc:AlternateContent><mc:Choice Requires="zz">{}</mc:Choice></mc:AlternateContent></w:r>',
    "<w:r><mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>",
    "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
    "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>",
)
BLOCK = (
    "{}",
    "<w:p>{}</w:p>",
    "<w:sdt><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
    "<w:foo><w:p>{}</w:p></w:foo>",
    "<w:customXml><w:p>{}</w:p></w:customXml>",
    '<w:p><w:pPr><w:rPr><w:del w:author="C"/></w:rPr></w:pPr>{}</w:p>',
    f"<w:tbl><w:tr>{CELL}</w:tr></w:tbl>",
    f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{CELL}</w:tr></w:tbl>",
    f"<w:tbl><w:tr><w:sdt><w:sdtContent>{CELL}</w:sdtContent></w:sdt></w:tr></w:tbl>",
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a body and the words in it, each in elements of a few kinds around one another."""
    body, words = "", []
    for number in range(draw(st.integers(1, 4))):
        inside = f"<w:r><w:t>word{number}.</w:t></w:r>"
        for around in draw(st.lists(st.sampled_from(INLINE), max_size=4)):
            inside = around.format(inside)
        body += draw(st.sampled_from(BLOCK)).format(inside)
        words.append(f"word{number}.")
    return body, words


@settings(max_examples=300, deadline=None)
@given(bodies())
def test_no_word_is_lost_in_silence(made: tuple[str, list[str]]) -> None:
    body, words = made
    document = read(zipped(parts("") | {"word/document.xml": wrapped(body)}))
    told = [document.text, str(document.base)]
    told += [each.message for each in document.findings] + [each.wording for each in document.revisions]
    assert [each for each in words if each not in " ".join(told)] == []
