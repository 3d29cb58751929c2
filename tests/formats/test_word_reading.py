"""Word files read as a reader would see them; what is beside the wording or unseen is a finding."""

import pytest

from accord.engine.text.findings import Finding
from accord.formats.values import Comment, Document, Label
from tests.formats.packages import R, W, docx, paragraph, paragraphs, parts, read, relations, zipped

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
KEPT = '<w:t xml:space="preserve">'


def found(data: bytes) -> list[tuple[str, str, int]]:
    return [(finding.code, finding.severity, finding.offset) for finding in read(data).findings]


def messages(data: bytes) -> list[str]:
    return [finding.message for finding in read(data).findings]


def test_word_paragraphs_are_parted_by_one_blank_line() -> None:
    assert read(docx(paragraph("One.") + "<w:p/>" + paragraph("Two."))) == Document("One.\n\nTwo.\n")
    assert read(docx("")) == Document("")


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>{}'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inside", "wording"),
    [
        (f"<w:r>{KEPT}a </w:t></w:r><w:r><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r>", "ab"),
        ("<w:r><w:t>a\n b</w:t></w:r>", "a  b"),
        (f"<w:r>{KEPT}\u00a0a\u2003</w:t></w:r>", "\u00a0a\u2003"),
        ("<w:r><w:t>\u00a0a\u00a0</w:t></w:r>", "\u00a0a\u00a0"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"),
        ('<w:r><w:br w:type="page"/><w:t>a</w:t><w:br w:type="column"/></w:r>', "a"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>er</w:t></w:r>", "co\u2011oper"),
        ("<w:r><w:t>a</w:t></w:r><w:hyperlink><w:r><w:t>b</w:t></w:r></w:hyperlink>", "ab"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a"),
        ("<w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag><w:bookmarkStart/><w:proofErr/>", "a"),
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>June</w:t></w:r></w:fldSimple>', "June"),
        (FIELD.format(" PAGE ", "", "7"), "7"),
        (FIELD.format(" IF ", FIELD.format(" PAGE ", "", "8") + "<w:r><w:t>=1</w:t></w:r>", "7"), "7"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "7"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:t>never ended</w:t></w:r>', "never ended"),
        ("<w:r><w:t>[a] \\ % &amp; é</w:t></w:r>", "[a] \\ % & é"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
    ],
)
def test_word_runs_are_read_in_the_order_of_the_document(inside: str, wording: str) -> None:
    assert read(docx(f"<w:p>{inside}</w:p>")).text == f"{wording}\n"


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:ddList><w:result w:val='1'/><w:listEntry w:val='Yes'/><w:listEntry w:val='No'/></w:ddList>", "No"),
    ],
)
def test_word_form_fields_say_what_they_show(data: str, shown: str) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert read(docx(f"<w:p>{begin}{end}<w:r><w:t>.</w:t></w:r></w:p>")).text == f"{shown}.\n"


def test_word_cells_of_a_table_are_paragraphs_and_the_table_is_told() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = (
        f"<w:tbl><w:tblPr/>{row.format(paragraph('a'), paragraph('b'))}{row.format(paragraph('c'), '<w:p/>')}</w:tbl>"
    )
    data = docx(paragraph("1") + table + paragraph("2"))
    assert read(data).text == "1\n\na\n\nb\n\nc\n\n2\n"
    assert found(data) == [("D017", "info", 3)]
    assert "2 × 2" in messages(data)[0]


def test_word_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('box')}</w:txbxContent>"
    shape = (
        '<mc:AlternateContent><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    shape += f' Requires="wps"><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert read(docx(f"<w:p><w:r><w:t>a</w:t>{shape}{old}<w:t>b</w:t></w:r></w:p>")) == Document("ab\n\nbox\n")


def test_word_form_of_content_that_no_word_of_today_knows_is_passed_over() -> None:
    choice = '<mc:Choice xmlns:x="urn:x" Requires="x"><w:t>newer</w:t></mc:Choice>'
    both = f"<mc:AlternateContent>{choice}<mc:Fallback><w:t>older</w:t></mc:Fallback></mc:AlternateContent>"
    assert read(docx(f"<w:p><w:r>{both}</w:r></w:p>")) == Document("older\n")
    alone = docx(f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>")
    assert [each.code for each in read(alone).findings] == ["D008"]


def test_word_strict_document_is_read_like_any_other() -> None:
    strict = {
        name: part.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, part in parts(paragraph("Strictly.")).items()
    }
    assert "purl" in strict["word/document.xml"]
    assert read(zipped(strict)) == Document("Strictly.\n")


def test_word_names_of_parts_are_the_same_in_small_and_capital_letters() -> None:
    files = parts(paragraph("a"))
    files["word/Document.xml"] = files.pop("word/document.xml")
    assert read(zipped(files)) == Document("a\n")


def test_word_whose_document_is_called_otherwise_is_read() -> None:
    files = parts(paragraph("a"))
    files = {name.replace("document.xml", "document2.xml"): part for name, part in files.items()}
    files["_rels/.rels"] = relations(("officeDocument", "/word/document2.xml", False))
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace("document.xml", "document2.xml")
    assert read(zipped(files)) == Document("a\n")


# What is left out is a finding, with its place


@pytest.mark.parametrize(
    ("inside", "text", "finding"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "x", ("D001", "warning", 5)),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r>', "x", None),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>x</w:t></w:r>", "x", ("D002", "warning", 5)),
        ('<w:r><w:rPr><w:dstrike w:val="true"/></w:rPr><w:t>x</w:t></w:r>', "x", ("D002", "warning", 5)),
        ('<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>x</w:t></w:r>', "x", None),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>', "•", ("D003", "info", 5)),
        ('<w:r><w:sym w:font="Odd" w:char="F0B7"/></w:r>', "\uf0b7", ("D003", "warning", 5)),
        ('<w:r><w:sym w:font="Odd" w:char="D800"/></w:r>', "\ufffd", ("D003", "warning", 5)),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>J</w:t></w:r>', "J", ("D003", "warning", 6)),
        ("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "E=mc", ("D006", "warning", 5)),
        ("<w:r><w:drawing><wp:inline/></w:drawing></w:r>", "", ("D007", "info", 5)),
        ("<w:strange><w:r><w:t>x</w:t></w:r></w:strange>", "", ("D008", "warning", 5)),
        ("<w:r><w:delText>x</w:delText></w:r>", "", ("D008", "warning", 5)),
        ("<w:r><w:dayLong/></w:r>", "", ("D008", "warning", 5)),
    ],
)
def test_word_what_is_unseen_or_unusual_is_a_finding(
    inside: str, text: str, finding: tuple[str, str, int] | None
) -> None:
    data = docx(f"{paragraph('One')}<w:p>{inside}</w:p>")
    assert read(data).text == ("One\n\n" + text + "\n" if text else "One\n")
    assert found(data) == ([(finding[0], finding[1], min(finding[2], len(read(data).text)))] if finding else [])


def test_word_formula_is_written_so_that_its_parts_stay_apart() -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    fraction = f"<m:f><m:fPr/>{part('num', 'a+b')}{part('den', 'c')}</m:f>"
    power = f"<m:sSup>{part('e', 'x')}{part('sup', '10')}</m:sSup>"
    root = f"<m:rad><m:radPr/><m:deg/>{part('e', 'y')}</m:rad>"
    group = f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>{part("e", "p")}{part("e", "q")}</m:d>'
    data = docx(f"<w:p><m:oMathPara><m:oMath>{fraction}{power}{root}{group}</m:oMath></m:oMathPara></w:p>")
    assert read(data).text == "(a+b)/cx^(10)√(y)[p|q]\n"


def test_word_text_hidden_by_a_style_is_a_finding() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = '<w:p><w:r><w:rPr><w:rStyle w:val="B"/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r></w:p>'
    body += paragraph("z", '<w:pPr><w:pStyle w:val="B"/></w:pPr>')
    data = docx(body, ("styles", "styles.xml", False), styles=styles)
    assert read(data).text == "xy\n\nz\n"
    assert found(data) == [("D001", "warning", 0), ("D001", "warning", 4)]


def test_word_hidden_text_in_several_runs_is_told_once() -> None:
    run = f"<w:r><w:rPr><w:vanish/></w:rPr>{KEPT}{{}}</w:t></w:r>"
    data = docx(f"<w:p>{run.format('not ')}{run.format('this')}<w:r><w:t>.</w:t></w:r></w:p>")
    assert messages(data) == ['Hidden text, which no reader sees, was read as wording: "not this".']


def test_word_notes_are_findings_at_their_place_in_full() -> None:
    long = "A note that says a great deal. " * 20
    footnotes = (
        f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph(long)}</w:footnote></w:footnotes>'
    )
    note = '<w:footnoteReference w:id="2"/>'
    body = f"<w:p><w:r><w:t>abc</w:t>{note}<w:t>def</w:t>{note}</w:r></w:p>"
    data = docx(body, ("footnotes", "footnotes.xml", False), footnotes=footnotes)
    assert read(data).text == "abcdef\n"
    assert found(data) == [("D004", "warning", 3), ("D004", "warning", 6)]
    assert messages(data) == [
        f'A footnote was left out: "{long.strip()}".',
        "A footnote is referred to again: it was left out.",
    ]


def comments(*each: tuple[str, str, str]) -> str:
    """Return a part of (author, wording, id of its paragraph), numbered from 1."""
    inside = "".join(
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2024-06-21T09:00:00Z">'
        f'<w:p w14:paraId="{mark}"><w:r><w:annotationRef/><w:t>{wording}</w:t></w:r></w:p></w:comment>'
        for number, (author, wording, mark) in enumerate(each, 1)
    )
    return f"<w:comments {W} {W14}>{inside}</w:comments>"


def test_word_comments_say_who_what_on_which_words_and_in_answer_to_whom() -> None:
    part = comments(("Ann", "Not so.", "0A"), ("Ben", "It is.", "0B"), ("", "Nowhere.", "0C"))
    threads = (
        f'<w15:commentsEx {W15}><w15:commentEx w15:paraId="0A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:commentsEx>'
    )
    marks = '<w:commentRange{0} w:id="1"/><w:commentRange{0} w:id="2"/>'
    at = '<w:r><w:commentReference w:id="{}"/></w:r>'
    body = (
        f"<w:p><w:r><w:t>abc</w:t></w:r>{marks.format('Start')}<w:r>{KEPT}d </w:t></w:r>"
        '<w:del w:author="Ann"><w:r><w:delText>gone</w:delText></w:r></w:del>'
        f"<w:r><w:t>f</w:t></w:r>{marks.format('End')}{at.format(1)}{at.format(2)}</w:p>"
    )
    related = [("comments", "comments.xml", False), ("commentsExtended", "commentsExtended.xml", False)]
    document = read(docx(body, *related, comments=part, commentsExtended=threads))
    date = "2024-06-21T09:00:00Z"
    assert document.text == "abcd f\n"
    assert document.comments == (
        Comment("Ann", "Not so.", "d gonef", 1, 4, date, resolved=True),
        Comment("Ben", "It is.", "d gonef", 1, 4, date, answers=1),
        Comment("", "Nowhere.", "", 2, 1, date),
    )
    told = [each.message for each in document.findings if each.code == "D005"]
    assert told == [
        'A comment by Ann on "d gonef", marked as done, was left out: "Not so.".',
        'A comment by Ben on "d gonef" (an answer) was left out: "It is.".',
        'A comment by nobody named was left out: "Nowhere.".',
    ]


def test_word_page_heads_and_formatting_are_information() -> None:
    header = f"<w:hdr {W}>{paragraph('Page of a draft')}</w:hdr>"
    body = "<w:p><w:r><w:rPr><w:b/><w:rPrChange/></w:rPr><w:t>b</w:t></w:r></w:p>"
    data = docx(body, ("header", "header1.xml", False), header1=header)
    assert read(data).text == "b\n"
    assert found(data) == [("D010", "info", 0), ("D012", "info", 0)]
    assert messages(data)[0] == 'A page header was left out: "Page of a draft".'


SAYS = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (PAGE_FIELD + SAYS.format(" / 12"), []),
        ('<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>3</w:t></w:r></w:fldSimple>', []),
        (PAGE_FIELD + SAYS.format(" of the draft"), ['A page footer was left out: "3 of the draft".']),
        (SAYS.format("2024/15"), ['A page footer was left out: "2024/15".']),
        (SAYS.format(" "), []),
    ],
)
def test_word_number_of_the_page_is_no_finding(inside: str, told: list[str]) -> None:
    footer = f"<w:ftr {W}><w:p>{inside}</w:p></w:ftr>"
    assert messages(docx(paragraph("a"), ("footer", "footer1.xml", False), footer1=footer)) == told


def test_word_watermark_in_a_page_head_is_told() -> None:
    shape = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="DRAFT"/></v:shape></w:pict>'
    header = f"<w:hdr {W}><w:p><w:r>{shape}</w:r></w:p></w:hdr>"
    data = docx(paragraph("a"), ("header", "header1.xml", False), header1=header)
    assert any("DRAFT" in each for each in messages(data))


def test_word_chart_is_told_with_what_is_written_in_it() -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><a:t>Costs</a:t></c:title>'
        "<c:v>12</c:v></c:chart></c:chartSpace>"
    )
    drawn = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="r0"/>'
    body = f'<w:p><w:r><w:drawing xmlns:r="{R}"><wp:inline>{drawn}</wp:inline></w:drawing></w:r></w:p>'
    data = docx(body, ("chart", "chart1.xml", False), chart1=chart)
    assert messages(data) == ['A chart or diagram was left out, in which is written "Costs 12".']


def test_word_reader_does_not_follow_hyperlinks() -> None:
    assert read(docx(paragraph("a"), ("hyperlink", "http://x.example/", True))) == Document("a\n")


# Formatting that may mean something


def coloured(wording: str, properties: str) -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{wording}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("properties", "way"),
    [
        ('<w:color w:val="FF0000"/>', "red"),
        ('<w:color w:val="0070c0"/>', "blue"),
        ('<w:color w:val="00B050"/>', "green"),
        ('<w:highlight w:val="yellow"/>', "highlighted yellow"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', "highlighted yellow"),
    ],
)
def test_word_wording_in_a_colour_is_told_and_kept(properties: str, way: str) -> None:
    data = docx(paragraph("Plain and long enough.") + coloured("Shown", properties))
    assert read(data).text == "Plain and long enough.\n\nShown\n"
    assert found(data) == [("D014", "info", 24)]
    assert f"1 × wording is {way}" in messages(data)[0]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:color w:val="auto"/>',
        '<w:color w:val="000000"/>',
        '<w:color w:val="595959"/>',
        '<w:highlight w:val="none"/>',
    ],
)
def test_word_black_and_grey_mean_nothing(properties: str) -> None:
    assert found(docx(paragraph("Plain and long enough.") + coloured("Shown", properties))) == []


@pytest.mark.parametrize(
    ("legend", "properties"),
    [
        ("Red with underline: added text.", '<w:u w:val="single"/>'),
        ("Proposed additions are shown in bold.", "<w:b/>"),
        ("Strikethrough = deleted text", "<w:strike/>"),
        ("Новый текст выделен красным цветом.", '<w:color w:val="FF0000"/>'),
        ("Зачёркнутый текст означает исключение.", "<w:strike/>"),
        ("Le texte ajouté est souligné : en rouge.", '<w:u w:val="single"/>'),
        ("Text highlighted in yellow is new.", '<w:highlight w:val="yellow"/>'),
    ],
)
def test_word_legend_that_gives_formatting_a_meaning_is_quoted(legend: str, properties: str) -> None:
    data = docx(paragraph("A text.") + paragraph(legend) + coloured("so shown", properties) + paragraph("End. " * 9))
    told = [each for each in read(data).findings if each.code == "D015"]
    assert [each.offset for each in told] == [9]
    assert told[0].severity == "warning"
    assert f'"{legend}"' in told[0].message
    assert "so shown" in read(data).text


@pytest.mark.parametrize(
    ("wording", "properties"),
    [
        ("The Parties agreed on a green economy for new States.", '<w:color w:val="FF0000"/>'),
        ("Strikethrough = deleted text", ""),
        ("They are bold.", "<w:b/>"),
    ],
)
def test_word_no_legend_is_seen_where_there_is_none(wording: str, properties: str) -> None:
    data = docx(paragraph(wording) + coloured("shown", properties) + paragraph("End. " * 9))
    assert "D015" not in [each.code for each in read(data).findings]


# Automatic numbers

LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
LIST = "".join(
    LEVEL.format(level, form, text)
    for level, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "(%2)"), ("upperRoman", "%1.%2.%3")])
)


def numbering(levels: str, more: str = "") -> str:
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    nums += '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    nums += "</w:lvlOverride></w:num>"
    return f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{more}{nums}</w:numbering>'


def item(wording: str, level: int, number: int = 1, more: str = "") -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(wording, f"<w:pPr>{place}{more}</w:pPr>")


def labels(body: str, part: str = numbering(LIST), styles: str = "") -> list[str]:
    related = [("numbering", "numbering.xml", False), ("styles", "styles.xml", False)]
    data = docx(body, *related, numbering=part, styles=styles or f"<w:styles {W}/>")
    return [each.wording for each in read(data).labels]


def test_word_automatic_numbers_are_told_but_are_no_wording() -> None:
    related = ("numbering", "numbering.xml", False)
    data = docx(paragraph("A") + item("b", 0) + item("c", 1) + item("d", 0), related, numbering=numbering(LIST))
    assert read(data).text == "A\n\nb\n\nc\n\nd\n"
    assert read(data).labels == (Label(3, "1."), Label(5, "(a)"), Label(7, "2."))
    assert found(data) == [("D011", "info", 0)]
    assert "(1. to 2.)" in messages(data)[0]


def test_word_deeper_levels_begin_again_and_show_the_higher_ones() -> None:
    body = item("a", 0) + item("b", 1) + item("c", 1) + item("d", 2) + item("e", 0) + item("f", 1) + item("g", 2)
    assert labels(body) == ["1.", "(a)", "(b)", "1.b.I", "2.", "(a)", "2.a.I"]


def test_word_list_goes_on_behind_other_paragraphs_and_starts_anew_where_that_is_said() -> None:
    body = item("a", 0) + paragraph("x") + item("b", 0) + item("c", 0, 2) + item("d", 0, 2) + item("e", 0)
    assert labels(body) == ["1.", "2.", "1.", "2.", "3."]


def test_word_paragraph_without_wording_still_counts_in_its_list() -> None:
    assert labels(item("a", 0) + item("", 0) + item("c", 0)) == ["1.", "3."]


def test_word_number_may_come_from_the_style_and_be_switched_off() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="H2"><w:basedOn w:val="H"/></w:style></w:styles>'
    )
    body = "".join(paragraph("a", f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>') for name in ("H", "H2"))
    body += paragraph("b", '<w:pPr><w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
    assert labels(body, styles=styles) == ["1.", "2."]


def test_word_bullets_are_read_by_their_font() -> None:
    bullet = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol"/>'
    )
    assert labels(item("a", 0), numbering(bullet + "</w:rPr></w:lvl>")) == ["•"]


@pytest.mark.parametrize(
    ("form", "fourth"),
    [
        ("decimal", "4"),
        ("decimalZero", "04"),
        ("lowerRoman", "iv"),
        ("upperLetter", "D"),
        ("russianLower", "г"),
        ("ordinal", "4th"),
        ("ordinalText", "Fourth"),
        ("cardinalText", "Four"),
        ("numberInDash", "- 4 -"),
        ("chineseCounting", "四"),
        ("decimalEnclosedCircle", "④"),
        ("arabicAbjad", "د"),
        ("unknown", "4"),
        ("none", ""),
    ],
)
def test_word_number_is_printed_in_its_form(form: str, fourth: str) -> None:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1)"/></w:lvl>'
    assert labels(item("a", 0), numbering(level)) == [f"{fourth})"]


def test_word_numbers_count_once_more_behind_the_last_letter() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl>'
    assert labels(item("a", 0) + item("b", 0), numbering(level)) == ["z", "aa"]


def test_word_finding_has_the_line_and_column_of_its_place() -> None:
    body = paragraph("One") + "<w:p><w:r><w:t>ab</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>c</w:t></w:r></w:p>"
    message = 'Hidden text, which no reader sees, was read as wording: "c".'
    expected = Finding("D001", "warning", 3, 3, 7, message, "Show it or delete it.")
    assert read(docx(body)).findings == (expected,)
    assert paragraphs(read(docx(body)).text) == ["One", "abc"]
