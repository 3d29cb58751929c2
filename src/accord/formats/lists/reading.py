"""
Read a list of any format that Accord reads, by the suffix of its name.

Source: docs/reference/lists.md, "Files".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accord.engine.said import say
from accord.formats.documents import suffix_of
from accord.formats.lists.csvs import read_csv
from accord.formats.lists.values import Sheet
from accord.formats.textfile import UnreadableFile

MOST_BYTES = 20 * 1024 * 1024


def read_list(data: bytes, name: str) -> Sheet:
    """
    Return the rows of a list; ``name`` gives the format and stands in messages.

    Raises:
        UnreadableFile: the suffix is not one that Accord reads, or the bytes are not what it claims.
    """
    suffix = suffix_of(name)
    if suffix == ".xlsm":
        raise UnreadableFile(name, say("holds macros. Save it as .xlsx."))
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableFile(name, say("is not one of {known}. Save it as one of them.", known=", ".join(_READERS)))
    if len(data) > MOST_BYTES:
        raise UnreadableFile(name, say("is larger than {most} MB.", most=MOST_BYTES // 1024 // 1024))
    return reader(data, name)


def _read_xlsx(data: bytes, name: str) -> Sheet:
    from accord.formats.child import read_xlsx  # noqa: PLC0415 -- CSV files need no XML

    return read_xlsx(data, name)


_READERS: Mapping[str, Callable[[bytes, str], Sheet]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".txt": read_csv,
    ".xlsx": _read_xlsx,
}
SUFFIXES = tuple(_READERS)
