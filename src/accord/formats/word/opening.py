"""
Open a .docx and see that it is what it claims, before any of its parts is read.

Entry count and unpacked size come first; then relationships and content types; nothing is ever written to disk and no
path in the package is used as one. Runs in the child process only.

Source: ISO/IEC 29500-2 (packages); docs/reference/command-line.md, "Word files".
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from accord.formats.xml import Refused, parsed

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one XML part; its tree takes about ten times as much."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HARMFUL_RELATIONS = {
    "oleObject": "holds an embedded object (OLE)",
    "package": "holds an embedded file",
    "control": "holds an ActiveX control",
    "vbaProject": "holds macros",
    "aFChunk": "holds another document (altChunk)",
    "attachedToolbars": "holds macros",
    "subDocument": "is made of other documents",
}
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship between parts: the last word of its type, and the part's name or the address that it points to."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an open .docx that has passed every check."""

    archive: zipfile.ZipFile
    names: frozenset[str]
    document: str

    def part(self, name: str) -> etree._Element | None:
        """Return the root of an XML part; None when the package has no such part."""
        return parsed(_bytes_of(self.archive, name), name) if name in self.names else None

    def related(self, kind: str) -> Iterator[etree._Element]:
        """Yield the roots of the parts that the document points to with relationships of this kind."""
        for relation in _relations(self.archive, self.names, self.document):
            root = self.part(relation.target) if relation.kind == kind and not relation.external else None
            if root is not None:
                yield root


def open_package(data: bytes) -> Package:
    """
    Return the package in ``data``.

    Raises:
        Refused: it is no .docx, or holds what a text to be negotiated has no use for.
    """
    if data.startswith(_OLD_OR_ENCRYPTED):
        raise Refused("is encrypted, or a .doc of an old Word. Save it as .docx without a password.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise Refused("is no .docx: it is not a sound ZIP archive.") from None
    names = _checked_names(archive)
    _check_types(archive, names)
    for name in sorted(names):
        if name.endswith(".rels"):
            _check_relations(archive, name)
    return Package(archive, names, _document(archive, names))


def _checked_names(archive: zipfile.ZipFile) -> frozenset[str]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Refused(f"has {len(entries)} entries; {MOST_ENTRIES} are the most that is read.")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused(f"unpacks to more than {MOST_UNPACKED // 1024 // 1024} MB.")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused("is encrypted.")
    names = [entry.filename.lower() for entry in entries]
    twice = next((name for name in names if names.count(name) > 1), "") if len(set(names)) < len(names) else ""
    if twice:
        raise Refused(f"has two parts of one name, {twice}.")
    return frozenset(entry.filename for entry in entries)


def _check_types(archive: zipfile.ZipFile, names: frozenset[str]) -> None:
    if "[Content_Types].xml" not in names:
        raise Refused("is no .docx: it does not say what its parts are.")
    types = parsed(_bytes_of(archive, "[Content_Types].xml"), "[Content_Types].xml")
    said = [str(each.get("ContentType", "")).lower() for each in types]
    if any("macroenabled" in each or "vbaproject" in each for each in said):
        raise Refused("holds macros.")
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Refused("holds macros.")
    if any(name.lower().startswith(("word/embeddings/", "word/activex/")) for name in names):
        raise Refused("holds an embedded object (OLE).")
    if sum(each.endswith("wordprocessingml.document.main+xml") for each in said) > 1:
        raise Refused("has two document parts.")


def _check_relations(archive: zipfile.ZipFile, name: str) -> None:
    for relation in _read_relations(archive, name):
        if relation.kind in _HARMFUL_RELATIONS:
            raise Refused(f"{_HARMFUL_RELATIONS[relation.kind]}.")
        if relation.external and relation.kind != "hyperlink":
            raise Refused(f"points to something outside itself ({relation.kind}).")


def _document(archive: zipfile.ZipFile, names: frozenset[str]) -> str:
    found = [each.target for each in _relations(archive, names, "") if each.kind == "officeDocument"]
    if len(found) > 1:
        raise Refused("has two document parts.")
    if not found or found[0] not in names:
        raise Refused("is no .docx: it has no document part.")
    return found[0]


def _relations(archive: zipfile.ZipFile, names: frozenset[str], part: str) -> list[Relation]:
    """Return the relationships of a part; those of the package itself for ""."""
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    return list(_read_relations(archive, name)) if name in names else []


def _read_relations(archive: zipfile.ZipFile, name: str) -> Iterator[Relation]:
    folder = posixpath.dirname(posixpath.dirname(name))
    for each in parsed(_bytes_of(archive, name), name).iter(_RELATION):
        target, external = str(each.get("Target", "")), str(each.get("TargetMode", "")).lower() == "external"
        inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield Relation(str(each.get("Type", "")).rpartition("/")[2], target if external else inside, external)


def _bytes_of(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            data = file.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise Refused(f"is damaged: {name} cannot be unpacked.") from error
    if len(data) > LARGEST_PART:
        raise Refused(f"is too large: {name} has more than {LARGEST_PART // 1024 // 1024} MB.")
    return data
