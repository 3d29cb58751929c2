"""Spreadsheets made to do harm are refused with a reason that helps, in bounded time; the control is read."""

import time

import pytest

from accord.formats.confined import SECONDS
from accord.formats.lists.reading import read_list
from accord.formats.textfile import UnreadableFile
from tests.formats.list_packages import MAIN, parts, xlsx
from tests.formats.packages import zipped

ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Harmless</t></is></c></row>'
SHEET = "xl/worksheets/sheet1.xml"


def laughs() -> str:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    words = '<row r="1"><c t="inlineStr"><is><t>&a9;</t></is></c></row>'
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><worksheet {MAIN}><sheetData>{words}</sheetData></worksheet>'


def with_part(name: str, part: str = "x") -> bytes:
    return zipped(parts(ROW) | {name: part})


def many_rows(count: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, count + 1))


MACROS = parts(ROW)["[Content_Types].xml"].replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")
HOSTILE = {
    "macros by type": (with_part("[Content_Types].xml", MACROS), "holds macros"),
    "macros by part": (with_part("xl/vbaProject.bin"), "holds macros"),
    "entities": (with_part(SHEET, laughs()), "document type definition|not sound XML"),
    "old": (b"\xd0\xcf\x11\xe0" + b"\0" * 500, "an .xls of an old Excel"),
    "path": (with_part("../../etc/passwd"), "path out of it"),
    "bomb": (with_part(SHEET, " " * 34_000_000), "too large"),
    "no zip": (b"PK\x03\x04 and nothing", "no .xlsx"),
    "a web page": (b"<html><table>", "is a web page"),
    "no workbook": (zipped({"[Content_Types].xml": "<x/>"}), "holds no workbook"),
    "damaged": (with_part(SHEET, "<worksheet>"), "not sound XML"),
    "no such words": (xlsx('<row r="1"><c t="s"><v>5</v></c></row>'), "not there"),
    "no number": (xlsx('<row r="1"><c><v>x</v></c></row>'), "is none"),
    "columns": (xlsx('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'), "more than 100 columns"),
    "rows": (xlsx(many_rows(100_001)), "more than 100000 rows"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_spreadsheet_is_refused_in_bounded_time(name: str) -> None:
    data, reason = HOSTILE[name]
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match=reason):
        read_list(data, "list.xlsx")
    assert time.monotonic() - start < SECONDS + 5


def test_control_is_read() -> None:
    assert [row.cells for row in read_list(xlsx(ROW), "list.xlsx").rows] == [("Harmless",)]


def test_what_a_file_points_to_is_told_and_not_opened() -> None:
    sheet = read_list(with_part("xl/externalLinks/externalLink1.xml"), "list.xlsx")
    assert [note.code for note in sheet.notes] == ["outside"]


@pytest.mark.parametrize("name", ["list.xlsm", "list.xls", "list.ods", "list"])
def test_other_files_are_sent_back_with_what_to_do(name: str) -> None:
    with pytest.raises(UnreadableFile, match="Save it as"):
        read_list(b"", name)


CSV_FILES = {
    "rows": (b"name,code\n" + b"a,b\n" * 1_000_000, "more than 100000 rows"),
    "one cell": (b"name,code\n" + b"a" * 10_000_000 + b",b\n", "row 2 has a cell with more than 131072 characters"),
    "one quoted cell": (b'name,code\n"' + b"a" * 10_000_000, "row 2 has a cell with more than"),
    "columns": (b"a," * 60_000, "more than 100 columns"),
    "zero bytes": (b"name,code\na\0b,c\n", "zero bytes"),
    "many words": ("имя ".encode("cp1251") * 2_000_000, "row 1 has a cell with more than"),
    "large": (b"a" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
}


@pytest.mark.parametrize("name", CSV_FILES)
def test_hostile_csv_is_refused_in_words_within_seconds(name: str) -> None:
    data, reason = CSV_FILES[name]
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match=reason):
        read_list(data, "list.csv")
    assert time.monotonic() - start < SECONDS


def test_csv_with_many_empty_rows_below_its_own_is_read() -> None:
    assert len(read_list(b"name,code\na,b\n" + b",\n" * 200_000, "list.csv").rows) == 2
