"""Tables in Markdown: what somebody makes of a row, and of a cell, stays inside it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine import text as engine
from accord.engine.text.projecting import wording_of

HEAD = "| No. | Activity | Month |\n|-----|----------|-------|\n"
ACTIVITIES = (
    "States shall act",
    "States shall report",
    "States should pay",
    "Joint exercise of experts",
    "Seminar for experts",
    "",
)
MONTHS = ("March 2026", "April 2026", "the autumn of 2026")

Row = tuple[str, str]


def table(rows: list[Row], *, numbered: bool = True) -> str:
    body = (f"| {number} | {each[0]} | {each[1]} |\n" for number, each in enumerate(rows, 1))
    plain = (f"| {each[0]} | {each[1]} |\n" for each in rows)
    return HEAD + "".join(body if numbered else plain)


ROWS = st.tuples(st.sampled_from(ACTIVITIES), st.sampled_from(MONTHS))


@st.composite
def edited(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    """The rows with some put in, taken out, replaced, or changed in a cell."""
    out = list(rows)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(out)))
        gone = draw(st.integers(0, 1))
        out[at : at + gone] = draw(st.lists(ROWS, max_size=2))
        if out and draw(st.booleans()):
            at = draw(st.integers(0, len(out) - 1))
            out[at] = (out[at][0], draw(st.sampled_from(MONTHS)))
    return out


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    rows, numbered = draw(st.lists(ROWS, max_size=5)), draw(st.booleans())
    versions = {code: table(draw(edited(rows)), numbered=numbered) for code in ("XAA", "XBB", "XCC")}
    return table(rows, numbered=numbered), versions


def is_whole(wording: str) -> bool:
    """Whether a wording stands in one cell, or is of whole rows, or of the whole table."""
    begins = wording.startswith(("\n", HEAD.partition("\n")[0]))
    return "\n" not in wording or (begins and wording.rstrip("\n")[-1:] in ("|", ""))


@settings(max_examples=150, deadline=None)
@given(tables())
def test_no_bracket_goes_from_one_row_into_the_next(made: tuple[str, dict[str, str]]) -> None:
    base, versions = made
    text = engine.compile_text(base, versions)
    assert all(engine.recovered(text, base, versions).values())
    assert engine.parse(engine.render(text)) == text
    for standing in engine.choices(text):
        for each in standing.choice.alternatives:
            for code in (None, *each.holders):
                assert is_whole(wording_of(each.inlines, code, {})), engine.render(text)


@pytest.mark.parametrize("numbers", ["{}", "{}."])
def test_rows_numbered_anew_raise_no_choice_but_the_one_put_in(numbers: str) -> None:
    def of(*activities: str) -> str:
        return HEAD + "".join(f"| {numbers.format(n)} | {each} | May |\n" for n, each in enumerate(activities, 1))

    base, versions = of("Act", "Report", "Pay"), {"XAA": of("Act", "Inspect", "Report", "Pay"), "XBB": of("Act", "Pay")}
    text = engine.compile_text(base, versions)
    assert [set(each.choice.holders) for each in engine.choices(text)] == [{"XAA"}, {"XBB"}]
    assert [each.holders for each in text.blocks[0].numbers] == [("XAA",), ("XBB",)]
    assert all(engine.recovered(text, base, versions).values())


def test_number_in_a_first_cell_that_counts_no_rows_is_wording() -> None:
    base = "| Seats | Organ |\n|---|---|\n| 1 | Council |\n| 2 | Committee |\n| 3 | Group |\n"
    text = engine.compile_text(base, {"XAA": base.replace("| 3 |", "| 5 |")})
    assert engine.render(text).endswith("| [3] [XAA: 5] | Group |\n")
    assert text.blocks[0].numbers == ()
