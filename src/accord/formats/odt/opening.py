"""
Open an .odt and see that it is what it claims, before any of its wording is read.

What the archive must be stands in :mod:`accord.formats.archive`; then come its kind, macros, and whatever points out of
it. No path in the package is used as one. Runs in the child process only.

Source: OpenDocument 1.3, part 2 (packages); docs/reference/formats.md, "Reading OpenDocument".
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from accord.engine.said import say
from accord.formats.archive import Kind, bytes_of, open_archive, shortened
from accord.formats.odt.names import HREF, MANIFEST, OFFICE, name_of
from accord.formats.xml import Refused, parsed

_KIND = Kind(".odt", "LibreOffice")
_TYPES = "application/vnd.oasis.opendocument."
_TEXTS = frozenset({f"{_TYPES}text", f"{_TYPES}text-template"})
_OLD = say("is of an old OpenOffice. Open it in LibreOffice and save it as .odt")
_OTHER_TYPES = {
    f"{_TYPES}text-master": say("is made of other documents. Put their wording into one in LibreOffice"),
    f"{_TYPES}spreadsheet": say("is a spreadsheet, no text"),
    f"{_TYPES}presentation": say("is a presentation, no text"),
    f"{_TYPES}graphics": say("is a drawing, no text"),
    **dict.fromkeys(("application/vnd.sun.xml.writer", "application/vnd.sun.xml.writer.template"), _OLD),
}
_INDEXES = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")
"""What LibreOffice may write of macros where there are none."""
_MACROS = say("holds macros. Delete them in LibreOffice (Tools, Macros), and save it again")
_HARMFUL = {
    "office:script": _MACROS,
    "office:dde-source": say("takes wording from another program (DDE). Break the link in LibreOffice (Edit, Links)"),
    "draw:object-ole": say("holds an embedded object (OLE). Delete it in LibreOffice, or put a picture in its place"),
    "draw:plugin": say("holds an embedded object (plug-in). Delete it in LibreOffice, or put a picture in its place"),
    "draw:applet": say("holds an embedded object (applet). Delete it in LibreOffice, or put a picture in its place"),
    "draw:floating-frame": say(
        "holds another document (floating frame). Delete it in LibreOffice, or put a picture in its place"
    ),
    "text:execute-macro": _MACROS,
    "text:script": _MACROS,
}
_HYPERLINKS = frozenset({"text:a", "draw:a", "form:form", "form:button", "form:image", "script:event-listener"})
"""What a program follows only when a person acts, or not at all: an event may name a macro of the program's own."""
_OUTSIDE = {
    "draw:image": say("Embed the linked picture in LibreOffice (Edit, Links to External Files, Break Link)"),
    "style:background-image": say("Embed the linked picture in LibreOffice"),
    "text:section-source": say("Put the wording of the linked section into this document (Format, Sections)"),
}
_OLD_MANIFEST = b'<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
_ROOT = f'<manifest:manifest xmlns:manifest="{MANIFEST.strip("{}")}">'.encode()
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an open .odt that has passed every check; ``styles`` is None where it has none of its own."""

    archive: zipfile.ZipFile
    names: Mapping[str, str]
    content: etree._Element
    styles: etree._Element | None

    @property
    def text(self) -> etree._Element:
        """The element that holds the wording."""
        return _text(self.content)

    def embedded(self, address: str) -> etree._Element | None:
        """Return the root of the content of an object in the package, such as "./Object 1"; None without one."""
        return _part(self.archive, self.names, posixpath.join(posixpath.normpath(address), "content.xml"))


def open_package(data: bytes) -> Package:
    """
    Return the package in ``data``.

    Raises:
        Refused: it is no .odt, or holds what a text to be negotiated has no use for.
    """
    archive, names = open_archive(data, _KIND)
    _check_kind(archive, names)
    _check_macros(names)
    content, styles = (_part(archive, names, f"{name}.xml") for name in ("content", "styles"))
    if content is None:
        raise Refused(say("is no .odt: it has no content.xml."))
    _text(content)
    for root in (content, styles):
        _check_elements(root)
    return Package(archive, names, content, styles)


def _part(archive: zipfile.ZipFile, names: Mapping[str, str], name: str) -> etree._Element | None:
    written = names.get(name.lower())
    return parsed(bytes_of(archive, written), shortened(written)) if written else None


def _text(content: etree._Element) -> etree._Element:
    bodies = content.findall(OFFICE + "body")
    texts = [each for body in bodies for each in body.iterchildren(OFFICE + "text")]
    if content.tag != OFFICE + "document-content" or len(bodies) != 1 or len(texts) != 1:
        raise Refused(say("is no .odt: its content is no text document."))
    return texts[0]


def _check_kind(archive: zipfile.ZipFile, names: Mapping[str, str]) -> None:
    if "[content_types].xml" in names and "mimetype" not in names:
        raise Refused(say("is no .odt but a file of Microsoft Office. Give it the name of its kind, such as .docx."))
    manifest = _manifest(archive, names)
    if manifest is not None and next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise Refused(say("is encrypted. Save it as .odt without a password."))
    said = _said_type(archive, names, manifest)
    if said in _OTHER_TYPES:
        raise Refused(say("{what}.", what=_OTHER_TYPES[said]))
    if said not in _TEXTS:
        raise Refused(say("is no .odt: it calls itself {said}.", said=shortened(said) or say("nothing")))


def _manifest(archive: zipfile.ZipFile, names: Mapping[str, str]) -> etree._Element | None:
    """Return the manifest; that of OpenOffice 2 and before names a DTD, which is known and never looked at."""
    written = names.get("meta-inf/manifest.xml")
    if written is None:
        return None
    data = bytes_of(archive, written)
    if _OLD_MANIFEST in data:
        data = data.replace(_OLD_MANIFEST, b"", 1).replace(b"<manifest:manifest>", _ROOT, 1)
    return parsed(data, shortened(written))


def _said_type(archive: zipfile.ZipFile, names: Mapping[str, str], manifest: etree._Element | None) -> str:
    """Return what the package says it is, in its first entry or else in its manifest."""
    if "mimetype" in names:
        return bytes_of(archive, names["mimetype"]).decode("ascii", "replace").strip()
    entries = manifest.iter(MANIFEST + "file-entry") if manifest is not None else ()
    whole = (str(each.get(MANIFEST + "media-type", "")) for each in entries if each.get(MANIFEST + "full-path") == "/")
    return next(whole, "")


def _check_macros(names: Mapping[str, str]) -> None:
    if any(name.startswith(("basic/", "dialogs/", "scripts/")) and not _is_index(name) for name in names):
        raise Refused(say("{what}.", what=_MACROS))


def _is_index(name: str) -> bool:
    return name.endswith(("/", *_INDEXES))


def _check_elements(root: etree._Element | None) -> None:
    """Refuse what runs, what other programs show, and whatever is loaded from outside."""
    for element in root.iter(etree.Element) if root is not None else ():
        name = name_of(element)
        if name in _HARMFUL and not (name == "office:script" and not len(element) and not element.text):
            raise Refused(say("{what}.", what=_HARMFUL[name]))
        address = element.get(HREF)
        if address and name not in _HYPERLINKS and _is_outside(address):
            fix = _OUTSIDE.get(name, say("Open it in LibreOffice and break the link"))
            raise Refused(
                say(
                    "points to something outside itself ({name}). {fix}.",
                    name=name or say("an element that is not known"),
                    fix=fix,
                )
            )


def _is_outside(address: str) -> bool:
    return not address.startswith("#") and (bool(_ADDRESS.match(address)) or ".." in address.split("/"))
