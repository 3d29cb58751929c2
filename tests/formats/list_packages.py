"""Small .xlsx packages, sound and otherwise, built part by part."""

from accord.formats.lists.packing import _PARTS
from tests.formats.packages import zipped

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def parts(rows: str, *, after: str = "", book: str = "", before: str = "") -> dict[str, str]:
    """Return the parts of a workbook with one sheet; ``book`` stands before its list of sheets."""
    sheets = '<sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets>'
    return {
        **_PARTS,
        "xl/workbook.xml": f"<workbook {MAIN} {LINKS}>{book}{sheets}</workbook>",
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>",
    }


def xlsx(rows: str, **more: str) -> bytes:
    return zipped(parts(rows, **more))
