"""The canonical notation: what is read, what is refused and where, what is escaped."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine import text as engine
from accord.engine.text import Alternative, Block, Choice, Note, Status, Text
from accord.engine.text.compiling import numbered as with_numbers
from accord.engine.text.model import joined

HEAD = "%accord 1\n%base\n%delegations XAA, XBB\n"
CHOICE = Choice("1", (Alternative((), ("shall",)), Alternative(("XAA",), ("should",))))


def test_parse_reads_all_of_the_header() -> None:
    head = (
        "%accord 1\n%base XAA\n%delegations XAA, XBB\n%groups G2 = XAA, XBB; Friends of one = XAA\n%sample\n"
        "%language kk\n%encoding base bom crlf\n%encoding XBB plain\n"
    )
    text = engine.parse(head)
    assert text == Text(
        (),
        ("XAA", "XBB"),
        "XAA",
        (("G2", ("XAA", "XBB")), ("Friends of one", ("XAA",))),
        True,
        "kk",
        (("", ("bom", "crlf")), ("XBB", ())),
    )
    assert engine.render(text) == head


def test_parse_reads_status_and_notes() -> None:
    notation = (
        f"{HEAD}\nOne. [agreed ad ref in the plenary; pending XAA, XBB] [XAA reserve: see below]\n\n"
        "Two. [reopened] [XBB note: with a \\[bracket\\]] [XAA note: second]\n"
    )
    text = engine.parse(notation)
    assert text.blocks == (
        Block("b1", ("One.",), Status("agreed", "the plenary", ("XAA", "XBB")), (Note("reserve", "XAA", "see below"),)),
        Block(
            "b2",
            ("Two.",),
            Status("reopened"),
            (Note("note", "XBB", "with a [bracket]"), Note("note", "XAA", "second")),
        ),
    )
    assert engine.render(text) == notation


def test_parse_lone_bracket_has_no_text_beside_it() -> None:
    held, bare = engine.choices(engine.parse(f"{HEAD}\na [XAA: b] c [d] e\n"))
    assert held.choice.alternatives == (Alternative((), ()), Alternative(("XAA",), ("b ",)))
    assert bare.choice.alternatives == (Alternative((), ("d ",)), Alternative((), ()))


@pytest.mark.parametrize(
    ("notation", "line", "column", "message"),
    [
        ("", 1, 1, "begins with the line"),
        ("Dear all,\n", 1, 1, "begins with the line"),
        (HEAD + "\na", 5, 1, "last line end is missing"),
        ("%accord 1\n%colour red\n", 2, 1, "%colour is no header line"),
        ("%accord 1\n%delegations xaa\n", 2, 1, "codes are 2 to 12"),
        ("%accord 1\n%encoding XAA utf-16\n", 2, 1, "names no known difference"),
        (HEAD + "\na [b\n", 5, 3, "is not closed"),
        (HEAD + "\na\n\nb\nc] d\n", 8, 2, "closes nothing"),
        (HEAD + "\na \\q\n", 5, 3, "is no escape"),
        (HEAD + "\na [XAA, XCC: b]\n", 5, 4, "XCC is not among the %delegations"),
        (f"{HEAD}\n{'[' * 5_000}{']' * 5_000}\n", 5, 101, "brackets stand more than 100 deep in one another"),
    ],
)
def test_parse_says_where_it_is_no_notation(notation: str, line: int, column: int, message: str) -> None:
    with pytest.raises(engine.NotationError, match=message) as error:
        engine.parse(notation)
    assert (error.value.line, error.value.column) == (line, column)


@pytest.mark.parametrize(
    "wording",
    [
        "a [b] \\ c",
        "%base",
        "one\n%two",
        "XAA: no holder",
        "no text",
        "agreed ad ref",
        "reopened",
        "XAA reserve: nothing",
        " both ends ",
        "tab\tand\rreturn\fand feed",
        "two\n\n\nlines",
        "ends\n",
        "[XAA: b] [agreed ad ref]",
        "a\\|b\\s\\n\\z",
    ],
)
def test_render_escapes_wording_that_looks_like_notation(wording: str) -> None:
    bare = Text((Block("b1", (wording,)),), ("XAA", "XBB"))
    assert engine.parse(engine.render(bare)) == bare
    alternatives = (Alternative((), (wording,)), Alternative(("XAA",), (f"x{wording}",)), Alternative(("XBB",), ()))
    held = Text((Block("b1", ("a", Choice("1", alternatives), wording)),), ("XAA", "XBB"))
    assert engine.parse(engine.render(held)) == held


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        (("The Parties ", CHOICE, " act."), "The Parties [shall] [XAA: should] act."),
        ((CHOICE, CHOICE), "[shall] [XAA: should]\\|[shall] [XAA: should]"),
        ((CHOICE, " ", CHOICE), "[shall] [XAA: should] \\|[shall] [XAA: should]"),
        ((CHOICE, "  ", CHOICE), "[shall] [XAA: should]  [shall] [XAA: should]"),
        (
            (Choice("1", (Alternative((), ()), Alternative(("XAA",), ("not ",)))), "now"),
            "[XAA: not] now",
        ),
        (
            ("act", Choice("1", (Alternative((), (" now",)), Alternative(("XAA",), ()))), "."),
            "act [now] [XAA: no text].",
        ),
    ],
)
def test_render_puts_spaces_where_people_do(inlines: tuple[engine.Inline, ...], expected: str) -> None:
    text = Text((Block("b1", inlines),), ("XAA",))
    assert engine.render(text).split("\n\n")[1] == expected + "\n"
    again = engine.parse(engine.render(text)).blocks[0]
    assert engine.render_inlines(again.inlines) == engine.render_inlines(inlines)
    assert [engine.project_block(again, code) for code in (None, "XAA")] == [
        engine.project_block(text.blocks[0], code) for code in (None, "XAA")
    ]


WORDINGS = st.text("a .,[\\\n", min_size=1, max_size=3) | st.just("\n\n")


def contents(depth: int) -> st.SearchStrategy[tuple[engine.Inline, ...]]:
    """Inlines as the model has them: wordings joined, and choices inside alternatives, with spaces anywhere."""
    items = WORDINGS | chosen(depth) if depth else WORDINGS
    return st.lists(items, max_size=4).map(lambda each: joined(*each))


def chosen(depth: int) -> st.SearchStrategy[Choice]:
    wordings = st.lists(contents(depth - 1), min_size=2, max_size=3, unique=True)
    return wordings.map(lambda each: Choice("", tuple(map(Alternative, [(), ("XAA",), ("XBB",)], each))))


@settings(max_examples=300, deadline=None)
@given(st.lists(contents(2).filter(bool), max_size=2))
def test_render_and_parse_give_back_any_content(blocks: list[tuple[engine.Inline, ...]]) -> None:
    numbered = (Block(f"b{number}", inlines) for number, inlines in enumerate(blocks, 1))
    text = with_numbers(Text(tuple(numbered), ("XAA", "XBB")))
    assert engine.parse(engine.render(text)) == text
