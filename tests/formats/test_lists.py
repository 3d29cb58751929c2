"""Lists as CSV and spreadsheets: what programs write is read, what is written is read back, by others too."""

import csv
import io
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.formats.lists import csvs
from accord.formats.lists.csvs import write_csv
from accord.formats.lists.formats import NoDay, day_words, shows
from accord.formats.lists.packing import write_xlsx
from accord.formats.lists.reading import read_list
from accord.formats.lists.values import Note, Row, column_letters
from accord.formats.textfile import UnreadableFile
from tests.formats.list_packages import xlsx

TABLE = "code;name\r\nXAA;Аланд\r\nXBB;Берген Example\r\n"


def rows_of(data: bytes, name: str = "list.csv") -> list[tuple[str, ...]]:
    return [row.cells for row in read_list(data, name).rows]


# CSV


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_csv_is_read_in_the_encodings_that_programs_write(encoding: str) -> None:
    assert rows_of(TABLE.encode(encoding)) == [("code", "name"), ("XAA", "Аланд"), ("XBB", "Берген Example")]


@pytest.mark.parametrize("words", ["Österreich;Zürich", "Côte d’Ivoire;Réunion", "Curaçao;Åland"])
def test_western_csv_is_not_taken_for_cyrillic(words: str) -> None:
    sheet = read_list(words.encode("cp1252"), "list.csv")
    assert sheet.rows == (Row(1, tuple(words.split(";"))),)
    assert sheet.notes == (Note("encoding", ("cp1252",)),)


@pytest.mark.parametrize("parting", [",", ";", "\t", "|"])
def test_csv_is_parted_by_what_parts_its_head(parting: str) -> None:
    lines = [("code", "name", "note"), ("XAA", "Aland", "a; b, c"), ("XBB", "Bergen", "")]
    text = "\n".join(parting.join(f'"{cell}"' for cell in line) for line in lines)
    assert rows_of(text.encode()) == lines


def test_csv_says_itself_what_parts_it() -> None:
    sheet = read_list(b"sep=;\ncode;a,b,c\n", "list.csv")
    assert sheet.rows == (Row(2, ("code", "a,b,c")),)


def test_rows_keep_the_number_that_a_spreadsheet_shows() -> None:
    sheet = read_list(b'code,note\n\n"XAA","one\nline, and another"\n,\nXBB,x\n', "list.csv")
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("code", "note")),
        (3, ("XAA", "one\nline, and another")),
        (5, ("XBB", "x")),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'a,b\n"open,1\n', "row 2 cannot be read"),
        (b"code,name\n1,\0\0 and more words\n", "zero bytes"),
        (b"\xff\xfea", "no encoding"),
        (("x," * 101).encode(), "more than 100 columns"),
    ],
)
def test_csv_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_list(data, "list.csv")


def test_too_many_rows_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csvs, "MOST_ROWS", 2)
    with pytest.raises(UnreadableFile, match="more than 2 rows"):
        read_list(b"a,b\n1,2\n3,4\n", "list.csv")


@pytest.mark.parametrize("words", ["=1+1", "+7 701", "-5", "@home", "'=1", "''@x", "'plain"])
def test_what_looks_like_a_formula_is_made_safe_and_read_back(words: str) -> None:
    data = write_csv([["head"], [words]])
    assert not any(line.startswith(tuple("=+-@")) for line in data.decode("utf-8-sig").splitlines())
    assert rows_of(data) == [("head",), (words,)]


@pytest.mark.parametrize("opened_with", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "words", ["x;=1+1;y", "a\nb\n=1+1", "a\t=1+1", "a|@SUM(1)", "a;\t=1", "\t=1", "\r=1", "a;＝1", "a;'=1", "plain;'x"]
)
def test_no_program_finds_a_formula_whatever_parts_its_cells(words: str, opened_with: str) -> None:
    data = write_csv([["head", "other"], [words, "end"]])
    shown = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=opened_with)]
    assert not [cell for row in shown for cell in row if cell.startswith(tuple("=+-@＝"))]
    assert rows_of(data)[1] == (words, "end")


def test_formula_within_a_cell_would_be_found_without_care() -> None:
    assert [*csv.reader(["x;=1+1;y,end"], delimiter=";")] == [["x", "=1+1", "y,end"]]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "=HYPERLINK(1)"])
def test_words_of_a_spreadsheet_are_never_a_formula(words: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([["head"], [words]], "list")))
    cell = book.worksheets[0]["A2"]
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert str(cell.value).endswith(words.strip())


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8))
def test_csv_reads_back_what_was_written(lines: list[tuple[str, str, str]]) -> None:
    head = ("one", "two", "three")
    known = [tuple(cell.strip(" \u00a0") for cell in line) for line in lines]
    assert rows_of(write_csv([head, *known])) == [head, *(line for line in known if any(line))]


# Spreadsheets


def test_spreadsheet_reads_back_what_was_written() -> None:
    lines = [["code", "day", "number"], ["=1+1", date(2024, 6, 21), 7], [" a\nb <&> ", date(1899, 1, 2), 0]]
    data = write_xlsx(lines, "Members")
    assert data == write_xlsx(lines, "Members")
    sheet = read_list(data, "list.xlsx")
    assert sheet.name == "Members"
    assert [row.cells for row in sheet.rows] == [
        ("code", "day", "number"),
        ("=1+1", "2024-06-21", "7"),
        ("a\nb <&>", "1899-01-02", "0"),
    ]


def test_others_read_the_spreadsheet_with_its_days_and_its_head_in_view() -> None:
    data = write_xlsx([["code", "since"], ["=1+1", date(2024, 6, 21)]], "Mem/bers")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert sheet.title == "Mem bers"
    assert sheet.freeze_panes == "A2"
    assert sheet["B2"].value == datetime(2024, 6, 21)
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s") or sheet["A2"].data_type == "inlineStr"


def test_spreadsheet_of_another_program_is_read_with_what_has_to_be_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["name", "since", "at", "begins", "number", "yes"])
    sheet.append(["Аланд", date(2012, 2, 3), datetime(2012, 2, 3, 10, 30), time(9, 5), 1.5, True])
    sheet.append(["=1+1", "03.02.2012", None, None, 12.0, False])
    sheet.merge_cells("C3:D3")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["E"].hidden = True
    book.create_sheet("Second").append(["x"])
    book.create_sheet("Third").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    found = read_list(out.getvalue(), "list.xlsx")
    assert found.rows == (
        Row(1, ("name", "since", "at", "begins", "number", "yes")),
        Row(2, ("Аланд", "2012-02-03", "2012-02-03T10:30", "09:05", "1.5", "yes")),
        Row(3, ("", "03.02.2012", "", "", "12", "no"), ((0, "formula"),)),
    )
    assert found.notes == (
        Note("sheets", ("Sheet", "Second")),
        Note("hidden sheets", ("Third",)),
        Note("hidden rows", ("2",)),
        Note("hidden columns", ("E",)),
        Note("merged", ("C3:D3",)),
    )


def test_last_value_of_a_formula_is_taken_and_told() -> None:
    cells = '<row r="1"><c r="B1" t="str"><f>A1</f><v>now</v></c><c r="C1" t="e"><v>#REF!</v></c></row>'
    found = read_list(xlsx(cells), "list.xlsx")
    assert found.rows == (Row(1, ("", "now", ""), ((2, "error"),)),)
    assert found.notes == (Note("formulas", ("B1",)),)


def test_days_from_1904_are_days() -> None:
    cells = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>9999999</v></c></row>'
    found = read_list(xlsx(cells, book='<workbookPr date1904="1"/>'), "list.xlsx")
    assert found.rows == (Row(1, ("1904-01-01", ""), ((1, "day"),)),)


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (45464.5, "2024-06-21T12:00")]
)
def test_days_from_1900_step_over_the_day_that_never_was(number: float, words: str) -> None:
    assert day_words(number, from_1904=False) == words
    with pytest.raises(NoDay):
        day_words(60, from_1904=False)


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [("dd.mm.yyyy", "day"), ('[$-419]d mmmm yyyy "г."', "day"), ("[h]:mm", "hour"), ("0.00", ""), ('0 "days"', "")],
)
def test_number_formats_show_days_hours_or_numbers(pattern: str, kind: str) -> None:
    assert shows(164, pattern) == kind


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [column_letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
