"""Small .docx packages, sound and otherwise, built part by part."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from accord.formats.answers import document_of
from accord.formats.values import Document
from accord.formats.word import reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXTERNAL = ' TargetMode="External"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def relations(*each: tuple[str, str, bool]) -> str:
    """Return a .rels part of (kind, target, external)."""
    lines = (
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"{EXTERNAL if external else ""}/>'
        for number, (kind, target, external) in enumerate(each)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def document(body: str) -> str:
    return f"<w:document {W} {DRAWING}><w:body>{body}</w:body></w:document>"


def paragraph(wording: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{wording}</w:t></w:r></w:p>"


def parts(body: str, *related: tuple[str, str, bool]) -> dict[str, str]:
    """Return the parts of a sound package with this body."""
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
        ),
        "_rels/.rels": relations(("officeDocument", "word/document.xml", False)),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relations(*related),
    }


def zipped(files: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, *related: tuple[str, str, bool], **more: str) -> bytes:
    """Return a .docx; ``more`` are parts of the word folder by name ("comments" → word/comments.xml)."""
    return zipped(parts(body, *related) | {f"word/{name}.xml": part for name, part in more.items()})


def read(data: bytes) -> Document:
    """Read a .docx in this process, so that many cases are quick; the child does the same."""
    return document_of(reading.read(data))


def paragraphs(text: str | None) -> list[str]:
    """Return the paragraphs of a text that was read."""
    return (text or "").removesuffix("\n").split("\n\n") if text else []
