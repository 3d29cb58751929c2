"""How the way of a paper is drawn."""

import pytest

from accord.meetings.ways import way_cells


def drawn(passages: list[str]) -> str:
    """Return the marks with the lines between them: "-" solid, "." dotted, " " none."""
    cells = way_cells(passages, [f"Station {number}" for number in range(len(passages))])
    signs = {"solid": "-", "dotted": ".", "": " "}
    return "".join(f"{signs[cell.before]}{cell.mark or '_'}{signs[cell.after]}" for cell in cells)


@pytest.mark.parametrize(
    ("passages", "line"),
    [
        (["passed", "passed"], " agreed--agreed "),
        (["passed", "not stated", "completed"], " agreed..unknown..adopted "),
        (["passed", "forwarded", "expected"], " agreed--adref..unknown "),
        (["passed", "completed", ""], " agreed--adopted  _ "),
        (["passed", "", "completed"], " agreed  _  adopted "),
        ([], ""),
    ],
)
def test_way_is_drawn_solid_where_it_is_known(passages: list[str], line: str) -> None:
    assert drawn(passages) == line


def test_way_cell_carries_station_and_passage_in_words() -> None:
    (cell,) = way_cells(["not stated"], ["Second organ"])

    assert (cell.label, cell.passage) == ("Second organ", "not-stated")
    assert cell.word == "some drafts passed here, which is not stated"
