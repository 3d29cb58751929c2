"""
What a Word document says, as a reader of it would see: its paragraphs in order, runs joined, one blank line between.

Table cells are paragraphs. What stands beside the wording (comments, notes, page heads) is a finding with its place, as
is wording that looks like none (hidden, struck); an element that this reader does not know is one too, if it holds
text. A document with tracked changes is refused: which of its texts is meant is for its author to say. Runs in the
child process only.

Source: docs/reference/command-line.md, "Word files".
"""

from __future__ import annotations

from dataclasses import asdict

from lxml import etree

from accord.engine.text.findings import Lines
from accord.formats.word.beside import beside
from accord.formats.word.elements import FORMAT_REVISIONS, REVISIONS, W
from accord.formats.word.opening import Package, Refused, open_package
from accord.formats.word.walking import Walk

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def read(data: bytes) -> dict[str, object]:
    """
    Return ``{"text", "findings"}`` of a .docx.

    Raises:
        Refused: it is no sound .docx, or has tracked changes.
    """
    package = open_package(data)
    root = _sound(package.part(package.document))
    _refuse_revisions(root, *_notes(package))
    walk = Walk(beside(package))
    walk.into(root)
    walk.close(formatting_changed=next(root.iter(*FORMAT_REVISIONS), None) is not None)
    text = "".join(f"{paragraph}\n\n" for paragraph in walk.paragraphs)[:-1]
    return {"text": text, "findings": [asdict(each) for each in walk.findings(Lines(text))]}


def _notes(package: Package) -> list[etree._Element]:
    return [root for kind in ("footnotes", "endnotes") for root in package.related(kind)]


def _sound(root: etree._Element | None) -> etree._Element:
    if root is not None and _STRICT in str(root.tag):
        raise Refused("is a Strict Open XML document. Save it as an ordinary .docx.")
    if root is None or root.tag != W + "document":
        raise Refused("is no .docx: its document part is no Word document.")
    if next(root.iter(W + "altChunk"), None) is not None:
        raise Refused("holds another document (altChunk).")
    return root


def _refuse_revisions(*roots: etree._Element) -> None:
    changes = [each for root in roots for each in root.iter(*REVISIONS)]
    if changes:
        authors = sorted({str(each.get(W + "author", "")) for each in changes} - {""})
        by = f" by {', '.join(authors)}" if authors else ""
        raise Refused(f"has tracked changes{by}. Accept or reject them in Word, then save it.")
