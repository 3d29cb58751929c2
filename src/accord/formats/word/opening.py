"""
Open a .docx and see that it is what it claims, before any of its parts is read.

Entry count and unpacked size come first; then relationships and content types; nothing is ever written to disk and no
path in the package is used as one. Runs in the child process only.

Source: ISO/IEC 29500-2 (packages); docs/reference/command-line.md, "Word files".
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from accord.engine.said import say
from accord.formats.archive import Kind, bytes_of, open_archive, shortened
from accord.formats.xml import Refused, parsed

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", "officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", "wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", "officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", "drawingml/2006/"),
)
"""Namespaces of a Strict document, and the end of those that everybody else writes; the elements are the same."""
_HARMFUL_RELATIONS = {
    "oleobject": say("holds an embedded object (OLE). Delete it in Word, or put a picture in its place"),
    "package": say("holds an embedded file. Delete it in Word, or put a picture in its place"),
    "control": say("holds an ActiveX control. Delete it in Word"),
    "vbaproject": say("holds macros. Save it as .docx in Word"),
    "afchunk": say("holds another document (altChunk). Open it in Word and save it again"),
    "attachedtoolbars": say("holds macros. Save it as .docx in Word"),
    "subdocument": say("is made of other documents. Put their wording into one in Word"),
}
_OUTSIDE = {
    "attachedtemplate": say(
        "Detach the template in Word (Developer, Document Template), or save it as .docx elsewhere"
    ),
    "image": say("Embed the linked picture in Word (Info, Edit Links to Files, Break Link)"),
}
_OTHER_TYPES = {
    "spreadsheetml": say("is a spreadsheet, no Word document"),
    "presentationml": say("is a presentation, no Word document"),
    "ms-word.document.macroenabled": say("holds macros. Save it as .docx in Word"),
    "ms-word.template.macroenabled": say("holds macros. Save it as .docx in Word"),
}
_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_KIND = Kind(".docx", "Word")


@dataclass(frozen=True, slots=True)
class Relation:
    """
    A relationship between parts.

    Attributes:
        kind: the last word of its type. target: the part's name, or the address that it points to.
    """

    kind: str
    target: str
    external: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an open .docx that has passed every check; ``names`` are by their form in small letters."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]
    document: str
    relations: tuple[Relation, ...] = ()

    def part(self, name: str) -> etree._Element | None:
        """Return the root of an XML part; None when the package has no such part."""
        written = self.names.get(name.lower())
        return parsed(_ordinary(bytes_of(self.archive, written)), written) if written else None

    def related(self, kind: str) -> Iterator[etree._Element]:
        """Yield the roots of the parts that the document points to with relationships of this kind, each once."""
        for target in dict.fromkeys(each.target for each in self.relations if each.kind == kind and not each.external):
            root = self.part(target)
            if root is not None:
                yield root

    def related_by_id(self, name: str) -> etree._Element | None:
        """Return the root of the part that a relationship of the document points to; None without one."""
        for each in self.relations:
            if each.id == name and not each.external:
                return self.part(each.target)
        return None


def open_package(data: bytes) -> Package:
    """
    Return the package in ``data``.

    Raises:
        Refused: it is no .docx, or holds what a text to be negotiated has no use for.
    """
    archive, names = open_archive(data, _KIND)
    if names.get("mimetype") and "[content_types].xml" not in names:
        raise Refused(
            say("is no .docx but another kind of document, such as OpenDocument. Give it the name of its kind.")
        )
    _check_parts(names)
    types = _types(archive, names)
    for name in sorted(names.values()):
        if name.lower().endswith(".rels"):
            _check_relations(archive, name)
    document = _document(archive, names)
    _check_main(types, document)
    return Package(archive, names, document, tuple(_relations(archive, names, document)))


def _check_parts(names: Mapping[str, str]) -> None:
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Refused(say("holds macros. Save it as .docx in Word."))
    if any("/embeddings/" in name or "/activex/" in name for name in names):
        raise Refused(say("holds an embedded object (OLE). Delete it in Word, or put a picture in its place."))


def _types(archive: zipfile.ZipFile, names: Mapping[str, str]) -> dict[str, str]:
    """Return the content type by part ("/word/document.xml") and by suffix ("xml"), all in small letters."""
    if "[content_types].xml" not in names:
        raise Refused(say("is no .docx: it does not say what its parts are."))
    types: dict[str, str] = {}
    mains = 0
    for each in parsed(bytes_of(archive, names["[content_types].xml"]), "[Content_Types].xml"):
        said = str(each.get("ContentType", "")).lower()
        if "macroenabled" in said or "vbaproject" in said:
            raise Refused(say("holds macros. Save it as .docx in Word."))
        mains += said.endswith(_MAIN) and each.get("PartName") is not None
        types[str(each.get("PartName") or each.get("Extension") or "").lower()] = said
    if mains > 1:
        raise Refused(say("has two document parts."))
    return types


def _check_main(types: Mapping[str, str], document: str) -> None:
    suffix = posixpath.splitext(document)[1].lstrip(".").lower()
    said = types.get("/" + document.lower()) or types.get(suffix, "")
    if said.endswith(_MAIN):
        return
    other = next((reason for word, reason in _OTHER_TYPES.items() if word in said), "")
    raise Refused(
        say("{what}.", what=other)
        if other
        else say("is no .docx: it calls its document {said}.", said=shortened(said) or say("nothing"))
    )


def _check_relations(archive: zipfile.ZipFile, name: str) -> None:
    for relation in _read_relations(archive, name):
        kind = relation.kind.lower()
        if kind in _HARMFUL_RELATIONS:
            raise Refused(say("{what}.", what=_HARMFUL_RELATIONS[kind]))
        if relation.external and kind != "hyperlink":
            fix = _OUTSIDE.get(kind, say("Open it in Word and break the link"))
            raise Refused(
                say("points to something outside itself ({kind}). {fix}.", kind=shortened(relation.kind), fix=fix)
            )


def _document(archive: zipfile.ZipFile, names: Mapping[str, str]) -> str:
    found = [each.target for each in _relations(archive, names, "") if each.kind == "officeDocument"]
    if len(found) > 1:
        raise Refused(say("has two document parts."))
    if not found or found[0].lower() not in names:
        raise Refused(say("is no .docx: it has no document part."))
    return found[0]


def _relations(archive: zipfile.ZipFile, names: Mapping[str, str], part: str) -> list[Relation]:
    """Return the relationships of a part; those of the package itself for ""."""
    folder, file = posixpath.split(part)
    name = names.get(posixpath.join(folder, "_rels", f"{file}.rels").lower())
    return list(_read_relations(archive, name)) if name else []


def _read_relations(archive: zipfile.ZipFile, name: str) -> Iterator[Relation]:
    folder = posixpath.dirname(posixpath.dirname(name))
    for each in parsed(bytes_of(archive, name), name).iter(_RELATION):
        target, external = str(each.get("Target", "")), str(each.get("TargetMode", "")).lower() == "external"
        inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        kind = str(each.get("Type", "")).rpartition("/")[2]
        yield Relation(kind, target if external else inside, external, str(each.get("Id", "")))


def _ordinary(data: bytes) -> bytes:
    """Return a part with the namespaces of a Strict document as everybody else writes them."""
    if b"purl.oclc.org" in data:
        for strict, ordinary in _STRICT:
            data = data.replace(strict, f"http://schemas.openxmlformats.org/{ordinary}".encode())
    return data
