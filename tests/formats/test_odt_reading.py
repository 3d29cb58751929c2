"""OpenDocument texts read as a reader would see them; what is beside the wording or unseen is a finding."""

import json

import pytest

from accord.engine.text import Text
from accord.formats.documents import read_document
from accord.formats.odt.writing import write_clean, write_rolling, write_tracked
from accord.formats.values import Comment, Document, Label, Revision, authors_of
from accord.formats.word.rolling import write_rolling as write_word
from tests.formats import packages, samples
from tests.formats.odt_packages import content, end, odt, p, parts, point, read, region, start, tracked
from tests.formats.packages import paragraphs, zipped
from tests.formats.test_word_tracked import CASES as WRITTEN
from tests.formats.test_word_tracked import generated
from tests.shared import shared_path


def messages(data: bytes) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in read(data).findings]


# Wording


def test_odt_paragraphs_are_parted_by_one_blank_line() -> None:
    assert read(odt(p("One.") + "<text:p/>" + p("Two."))) == Document("One.\n\nTwo.\n")
    assert read(odt("")) == Document("")


@pytest.mark.parametrize(
    ("inside", "wording"),
    [
        ('a<text:s/>b<text:s text:c="3"/>c', "a b   c"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a <text:span>b</text:span> <text:a>c</text:a>", "a b c"),
        ("  a \n\t b  ", "a b "),
        ("\n  a\n  <text:span>b</text:span>\n  ", "a b"),
        ("a <text:span> b</text:span>", "a b"),
        ("a<text:s/> b", "a  b"),
        ("a<text:soft-page-break/>b<text:bookmark/>c", "abc"),
        ("<text:number>1.</text:number>a", "a"),
        ("on <text:date>21 June</text:date>, page <text:page-number>3</text:page-number>", "on 21 June, page 3"),
        ("see <text:bookmark-ref>Article 2</text:bookmark-ref>", "see Article 2"),
        ("<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>", "東京"),
        ("<text:meta>a</text:meta><loext:content-control>b</loext:content-control>", "ab"),
        ("a<!-- x -->b<?x y?>c", "abc"),
        ('<field:fieldmark field:type="x"><field:param field:value="true"/></field:fieldmark> yes', "☒ yes"),
        ('a<text:s text:c="9999999999"/>b', "a b"),
    ],
)
def test_odt_wording_is_what_a_reader_sees(inside: str, wording: str) -> None:
    assert read(odt(p(inside))).text == f"{wording}\n"


def test_odt_sections_indexes_and_groups_are_read_in_order() -> None:
    body = (
        f'<text:section text:name="s">{p("a")}</text:section>'
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>no"
        f"</text:index-title-template></text:table-of-content-source><text:index-body>{p('b')}</text:index-body>"
        f"</text:table-of-content><draw:g><draw:rect>{p('c')}</draw:rect></draw:g>{p('d')}"
    )
    assert paragraphs(read(odt(body)).text) == ["a", "b", "c", "d"]


def test_odt_table_is_read_row_by_row() -> None:
    cell = "<table:table-cell>{}</table:table-cell>".format
    row = "<table:table-row>{}</table:table-row>".format
    head = f"<table:table-header-rows>{row(cell(p('a')) + cell(p('b')))}</table:table-header-rows>"
    data = odt(p("x") + f"<table:table>{head}{row(cell(p('c')) + cell(''))}</table:table>" + p("y"))
    assert paragraphs(read(data).text) == ["x", "a", "b", "c", "y"]
    assert messages(data) == [("D017", "A table of 2 × 2 was read row by row, each cell as paragraphs of its own.")]


def test_odt_text_box_stands_behind_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('box')}</draw:text-box></draw:frame>"
    assert paragraphs(read(odt(p("a", box, "b") + p("c"))).text) == ["ab", "box", "c"]


# Beside the wording


def test_odt_notes_are_told_where_they_stand() -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body>'
        "</text:note>"
    )
    data = odt(p("a", note.format("footnote", p("Why.")), "b", note.format("endnote", p("End."))))
    assert read(data).text == "ab\n"
    assert messages(data) == [
        ("D004", 'A footnote was left out: "Why.".'),
        ("D004", 'An endnote was left out: "End.".'),
    ]


def test_odt_comments_have_author_place_and_what_they_are_about() -> None:
    said = "<dc:creator>{}</dc:creator><dc:date>2024-06-21T09:00:00</dc:date><text:p>{}</text:p>"
    body = p("One") + p(
        f'a <office:annotation office:name="n" loext:resolved="true">{said.format("Ann", "Which?")}',
        '</office:annotation>big thing<office:annotation-end office:name="n"/> b',
        f'<office:annotation loext:parent-name="n">{said.format("Ben", "This.")}</office:annotation>',
    )
    date = "2024-06-21T09:00:00"
    assert read(odt(body)).comments == (
        Comment("Ann", "Which?", "big thing", 3, 3, date, resolved=True),
        Comment("Ben", "This.", "", 3, 14, date, answers=1),
    )
    assert messages(odt(body)) == [
        ("D005", 'A comment by Ann on "big thing", marked as done, was left out: "Which?".'),
        ("D005", 'A comment by Ben (an answer) was left out: "This.".'),
    ]


def test_odt_hidden_and_struck_wording_is_told() -> None:
    automatic = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
        '</style:style><style:style style:name="P" style:family="paragraph" style:parent-style-name="Secret"/>'
    )
    styles = (
        '<office:styles><style:style style:name="Secret" style:family="paragraph"><style:text-properties '
        'text:display="none"/></style:style></office:styles>'
    )
    spans = 'a<text:span text:style-name="H">b</text:span><text:span text:style-name="S">c</text:span>d'
    field = '<text:hidden-text text:is-hidden="true" text:string-value="e"/>'
    section = f'<text:section text:display="none">{p("f")}</text:section>'
    data = odt(p(spans, field) + p("g", style="P") + section, automatic, styles)
    assert read(data).text == "abcde\n\ng\n\nf\n"
    told = [(each.code, each.offset) for each in read(data).findings]
    assert told == [("D001", 1), ("D002", 2), ("D001", 4), ("D001", 7), ("D001", 10)]


def test_odt_colours_by_hand_and_the_legend_that_explains_them_are_told() -> None:
    automatic = (
        '<style:style style:name="R" style:family="text" style:parent-style-name="Blue"><style:text-properties '
        'fo:color="#ff0000" style:text-underline-style="solid"/></style:style>'
    )
    styles = (
        '<office:styles><style:style style:name="Blue" style:family="text"><style:text-properties '
        'fo:background-color="#0000ff"/></style:style></office:styles>'
    )
    red = '<text:span text:style-name="R">new words</text:span>'
    body = p("Red with underline: added text.") + p(
        "The Parties shall ", red, " <text:a>", red, "</text:a>", " meet. " * 40
    )
    found = messages(odt(body, automatic, styles))
    assert found[0][0] == "D015"
    assert "1 × underlined, 1 × red" in found[0][1].replace("10 ×", "1 ×").replace("9 ×", "1 ×")
    assert [code for code, _ in found] == ["D015", "D014"]


def test_odt_page_heads_are_told_and_page_numbers_alone_are_not() -> None:
    page = (
        "<office:master-styles><style:master-page><style:header>{}</style:header><style:footer>{}</style:footer>"
        "</style:master-page></office:master-styles>"
    )
    number = p("<text:page-number>1</text:page-number> / <text:page-count>2</text:page-count>")
    assert messages(odt(p("a"), styles=page.format(p("Draft 3"), number))) == [
        ("D010", 'A page header was left out: "Draft 3".')
    ]


def test_odt_comment_in_a_page_head_is_told() -> None:
    remark = "<office:annotation><dc:creator>Ann</dc:creator><text:p>Why?</text:p></office:annotation>"
    page = "<office:master-styles><style:master-page><style:header>{}</style:header></style:master-page>"
    data = odt(p("a"), styles=page.format(p("Draft", remark)) + "</office:master-styles>")
    assert read(data).comments == (Comment("Ann", "Why?", "", 2),)  # behind the text


def test_odt_pictures_charts_and_formulas_are_told() -> None:
    picture = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A map</svg:desc></draw:frame>'
    chart = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./x"/></draw:frame>'
    formula = '<draw:frame><draw:object xlink:href="./Object 2"/></draw:frame>'
    data = odt(
        p("a", picture, chart, "b ", formula),
        **{
            "Object 1": content("")
            .replace("office:text>", "office:chart>")
            .replace("</office:chart>", f"{p('Costs')}</office:chart>"),
            "Object 2": '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>x</mi><mo>=</mo><mfrac>'
            "<mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><msup><mi>b</mi><mn>2</mn></msup></mfrac></mrow>"
            "<annotation>x = {a + 1} over b^2</annotation></semantics></math>",
        },
    )
    assert read(data).text == "ab x=(a+1)/(b^2)\n"
    assert messages(data) == [
        ("D007", 'A picture was left out, described as "A map".'),
        ("D007", 'A chart or diagram was left out, in which is written "Costs".'),
        ("D006", 'A formula was read as plain characters: "x=(a+1)/(b^2)".'),
    ]


def test_odt_what_is_not_known_is_told_with_its_wording() -> None:
    data = odt(p("a", '<x:y xmlns:x="urn:x">lost</x:y>') + '<draw:control draw:control="c"/>')
    assert messages(data) == [("D008", 'What stands in "{urn:x}y" was left out: "lost".')]
    form = '<office:forms><form:form><form:text form:id="c" form:current-value="typed"/></form:form></office:forms>'
    data = odt(form + p("a", '<draw:control draw:control="c"/>'))
    assert messages(data) == [("D008", 'A field of a form was left out: "typed".')]
    data = odt(f"<text:section>astray{p('a')}too</text:section>")
    assert messages(data) == [("D008", 'Wording that stands in no paragraph was left out: "astray too".')]
    unknown = p('<x:y xmlns:x="urn:x">lost</x:y>')
    data = odt(tracked(region("1", (DEL, "Ann", unknown))) + p("a", point("1")))
    assert ("D008", 'What stands in "{urn:x}y" was left out: "lost".') in messages(data)


# Automatic numbers

LEVELS = "".join(
    f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" style:num-suffix="{suffix}"{more}/>'
    for level, form, suffix, more in ((1, "1", ".", ""), (2, "a", ")", ""), (3, "I", "", ' text:display-levels="3"'))
)


def listing(*items: str, style: str = "L", more: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named}{more}>{''.join(items)}</text:list>"


def item(*inside: str, more: str = "") -> str:
    return f"<text:list-item{more}>{''.join(inside)}</text:list-item>"


def labels(body: str, levels: str = LEVELS, styles: str = "") -> list[str]:
    data = odt(body, f'<text:list-style style:name="L">{levels}</text:list-style>', styles)
    return [each.wording for each in read(data).labels]


def test_odt_automatic_numbers_are_told_but_are_no_wording() -> None:
    data = odt(
        p("A") + listing(item(p("b")), item(p("c"), p("c2"))),
        f'<text:list-style style:name="L">{LEVELS}</text:list-style>',
    )
    assert read(data).text == "A\n\nb\n\nc\n\nc2\n"
    assert read(data).labels == (Label(3, "1."), Label(5, "2."))
    assert [code for code, _ in messages(data)] == ["D011"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            listing(
                item(p("a"), listing(item(p("b"), listing(item(p("c")), style="")), item(p("d")), style="")),
                item(p("e")),
            ),
            ["1.", "a)", "1.a.I", "b)", "2."],
        ),
        (listing(item(p("a"))) + listing(item(p("b"))), ["1.", "1."]),
        (listing(item(p("a"))) + p("x") + listing(item(p("b")), more=' text:continue-numbering="true"'), ["1.", "2."]),
        (
            listing(item(p("a")), more=' xml:id="i"')
            + listing(item(p("x")))
            + listing(item(p("b")), more=' text:continue-list="i"'),
            ["1.", "1.", "2."],
        ),
        (listing(item(p("a")), item(p("b"), more=' text:start-value="7"'), item(p("c"))), ["1.", "7.", "8."]),
        (listing(f"<text:list-header>{p('h')}</text:list-header>", item(p("a"))), ["1."]),
        (listing(item(p("a")), item("<text:p/>"), item(p("c"))), ["1.", "3."]),
        (
            '<text:numbered-paragraph text:list-id="n" text:style-name="L" text:level="2">'
            + p("a")
            + "</text:numbered-paragraph>",
            ["a)"],
        ),
    ],
)
def test_odt_lists_are_counted_as_a_reader_sees_them(body: str, expected: list[str]) -> None:
    assert labels(body) == expected


def test_odt_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        '</text:outline-style><style:style style:name="None" style:family="paragraph" style:list-style-name=""/>'
        "</office:styles>"
    )
    h = '<text:h text:outline-level="{}"{}>{}</text:h>'.format
    body = h(1, "", "a") + h(2, "", "b") + h(2, ' text:is-list-header="true"', "x") + h(2, "", "c")
    body += h(1, ' text:style-name="None"', "y") + h(1, "", "d") + h(2, "", "e")
    assert labels(body, styles=outline) == ["I.", "I.1", "I.2", "II.", "II.1"]


@pytest.mark.parametrize(
    ("level", "label"),
    [
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>', "•"),
        (
            '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"><style:text-properties '
            'style:font-name="Symbol"/></text:list-level-style-bullet>',
            "•",
        ),
        ('<text:list-level-style-image text:level="1"/>', "•"),
        ('<text:list-level-style-number text:level="1" style:num-format="А, Б, .., Аа, Аб, ... (ru)"/>', "А"),
        ('<text:list-level-style-number text:level="1" style:num-format="i" text:start-value="4"/>', "iv"),
        (
            '<text:list-level-style-number text:level="1" style:num-format="1" loext:num-list-format="Art. %1%:"/>',
            "Art. 1:",
        ),
        ('<text:list-level-style-number text:level="1" style:num-format="new"/>', "1"),
    ],
)
def test_odt_label_is_printed_in_its_form(level: str, label: str) -> None:
    assert labels(listing(item(p("a"))), level) == [label]


def test_odt_list_without_a_style_takes_that_of_its_paragraphs() -> None:
    data = odt(
        listing(item(p("a", style="P")), style=""),
        f'<text:list-style style:name="L">{LEVELS}</text:list-style>'
        '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>',
    )
    assert read(data).labels == (Label(1, "1."),)


# Tracked changes

INS, DEL = "insertion", "deletion"


def grid(*cells: str) -> str:
    """Return a table of one row."""
    row = "".join(f"<table:table-cell>{each}</table:table-cell>" for each in cells)
    return f"<table:table><table:table-row>{row}</table:table-row></table:table>"


CHANGES: dict[str, tuple[str, list[str], list[str]]] = {
    "words": (
        tracked(region("1", (DEL, "Ann", p("b"))), region("2", (INS, "Ben", "")))
        + p("a ", point("1"), start("2"), "c", end("2"), " d"),
        ["a c d"],
        ["a b d"],
    ),
    "a paragraph put in": (
        tracked(region("1", (INS, "Ann", ""))) + p("a", start("1")) + p("b", end("1")) + p("c"),
        ["a", "b", "c"],
        ["a", "c"],
    ),
    "a first paragraph put in": (
        tracked(region("1", (INS, "Ann", ""))) + p(start("1"), "a") + p(end("1"), "b"),
        ["a", "b"],
        ["b"],
    ),
    "a paragraph taken out": (
        tracked(region("1", (DEL, "Ann", "<text:p/>" + p("b")))) + p("a", point("1")) + p("c"),
        ["a", "c"],
        ["a", "b", "c"],
    ),
    "two paragraphs joined": (
        tracked(region("1", (DEL, "Ann", "<text:p/><text:p/>"))) + p("a ", point("1"), "b"),
        ["a b"],
        ["a ", "b"],
    ),
    "taken out between tables": (
        tracked(region("1", (DEL, "Ann", p("b") + p("c")))) + p("a") + point("1")
        + grid(p("d")),
        ["a", "d"],
        ["a", "b", "c", "d"],
    ),
    "a list and a table taken out": (
        tracked(
            region(
                "1",
                (
                    DEL,
                    "Ann",
                    f"<text:p/>{listing(item(p('b')), item(p('c')))}{grid(p('d'))}<text:p/>",
                ),
            )
        )
        + p("a", point("1")) + p("e"),
        ["a", "e"],
        ["a", "b", "c", "d", "e"],
    ),
    "taken out inside what another put in": (
        tracked(region("1", (INS, "Ann", "")), region("2", (DEL, "Ben", p("c")), (INS, "Ann", "")))
        + p("a", start("1"), "b", end("1"), point("2"), "d"),
        ["abd"],
        ["ad"],
    ),
    "taken out between the marks of what another put in": (
        tracked(region("1", (INS, "Ann", "")), region("2", (DEL, "Ben", p("c"))))
        + p("a", start("1"), "b", point("2"), "x", end("1"), "d"),
        ["abxd"],
        ["ad"],
    ),
    "put in across cells": (
        tracked(region("1", (INS, "Ann", "")))
        + grid(p("a", start("1"), "b"), p("c", end("1"), "d")),
        ["ab", "cd"],
        ["a", "d"],
    ),
    "a table put in": (
        tracked(region("1", (INS, "Ann", ""))) + p("a", start("1"), "b") + grid(p("c")) + p("d", end("1"), "e"),
        ["ab", "c", "de"],
        ["ae"],
    ),
    "marks that overlap": (
        tracked(region("1", (INS, "Ann", "")), region("2", (INS, "Ben", "")))
        + p("a", start("1"), "b", start("2"), "c", end("1"), "d", end("2"), "e"),
        ["abcde"],
        ["ae"],
    ),
    "a deletion that holds itself": (
        tracked(region("1", (DEL, "Ann", p("b", point("1"))))) + p("a", point("1")),
        ["a"],
        ["ab"],
    ),
    "a change that is not in the list": (p("a", start("9"), "b", end("9"), point("8")), ["ab"], []),
    "in a text box": (
        tracked(region("1", (INS, "Ann", "")))
        + p("a", f"<draw:frame><draw:text-box>{p(start('1'), 'x', end('1'), 'y')}</draw:text-box></draw:frame>"),
        ["a", "xy"],
        ["a", "y"],
    ),
    "a space at the edge": (
        tracked(region("1", (DEL, "Ann", p("<text:s/>b")))) + p("a", point("1"), " c"),
        ["a c"],
        ["a b c"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES)
def test_odt_text_is_all_accepted_and_base_all_rejected(case: str) -> None:
    body, after, before = CHANGES[case]
    document = read(odt(body))
    assert (paragraphs(document.text), paragraphs(document.base)) == (after, before)


def test_odt_revisions_say_who_changed_what_where_and_when() -> None:
    document = read(odt(CHANGES["words"][0]))
    date = "2024-06-21T09:00:00"
    assert document.revisions == (
        Revision("Ann", "deleted", "b", 1, 3, date),
        Revision("Ben", "inserted", "c", 1, 3, date),
    )
    assert authors_of(document) == ("Ann", "Ben")
    assert [each.message for each in document.findings] == [
        "Tracked changes by Ann (1), Ben (1): the text is read with all of them accepted."
    ]


def test_odt_change_of_formatting_alone_is_told_and_is_no_revision() -> None:
    body = tracked(region("1", ("format-change", "Ann", ""))) + p("a", start("1"), "b", end("1"))
    assert (read(odt(body)).base, [code for code, _ in messages(odt(body))]) == (None, ["D012"])


def test_odt_numbers_are_counted_for_text_and_base() -> None:
    lists = f'<text:list-style style:name="L">{LEVELS}</text:list-style>'
    put_in = tracked(region("1", (INS, "Ann", ""))) + listing(
        item(p("a", start("1"))), item(p("b")), item(p("c", end("1"))), item(p("d"))
    )
    document = read(odt(put_in, lists))
    assert [each.wording for each in document.labels] == ["1.", "2.", "3.", "4."]
    assert document.base_labels == (Label(1, "1."), Label(3, "2."))
    taken_out = tracked(region("1", (DEL, "Ann", "<text:p/>" + listing(item(p("b")), item(p("c"))))))
    document = read(odt(taken_out + listing(item(p("a", point("1"))), item(p("d"))), lists))
    assert [each.wording for each in document.labels] == ["1.", "2."]
    assert [each.wording for each in document.base_labels] == ["1.", "2.", "3.", "4."]


def test_odt_notes_are_told_after_and_before_their_changes() -> None:
    note = '<text:note text:note-class="footnote"><text:note-body>{}</text:note-body></text:note>'
    regions = tracked(
        region("1", (DEL, "Ben", p("rule"))), region("2", (INS, "Ben", "")), region("3", (INS, "Ann", ""))
    )
    changed = note.format(p("Old ", point("1"), start("2"), "law", end("2")))
    body = regions + p("a", changed, start("3"), note.format(p("New.")), end("3"))
    assert [message for code, message in messages(odt(body)) if code == "D004"] == [
        'A footnote was left out: "Old law" (before the tracked changes "Old rule").',
        'A footnote that a tracked change puts in was left out: "New.".',
    ]
    assert [each.wording for each in read(odt(body)).revisions] == ["rule", "law"]


# Files of other programs, and those written here


@pytest.mark.parametrize("stem", ["01-words-one-author", "03-paragraphs-kk", "08-chinese", "10-nested-format-hidden"])
def test_odt_file_of_another_program_is_read_after_and_before_its_changes(stem: str) -> None:
    expected = json.loads(shared_path("word", "expected.json").read_text(encoding="utf-8"))[f"{stem}.odt"]
    document = read_document(shared_path("word", f"{stem}.odt").read_bytes(), f"{stem}.odt")
    assert paragraphs(document.text) == expected["accept"]["paragraphs"]
    assert paragraphs(document.base) == expected["reject"]["paragraphs"]


def test_odt_tracked_changes_written_here_are_read_back_exactly() -> None:
    for base, wording in [*WRITTEN.values(), *generated()]:
        document = read(write_tracked(base, wording, author="XAA"))
        assert document.text == read(write_clean(wording)).text
        assert document.base in {None, read(write_clean(base)).text}
        assert (document.base is None) == (document.text == read(write_clean(base)).text)


@pytest.mark.parametrize("text", [samples.rolling(), samples.hostile()])
def test_odt_rolling_text_is_read_back_as_the_word_file_is(text: Text) -> None:
    assert read(write_rolling(text)).text == packages.read(write_word(text)).text


def test_odt_answer_of_the_child_is_that_of_this_process() -> None:
    data = odt(CHANGES["a list and a table taken out"][0])
    assert read_document(data, "x.odt") == read(data)
    assert read_document(zipped(parts(p("a"))), "x.ODT") == Document("a\n")
