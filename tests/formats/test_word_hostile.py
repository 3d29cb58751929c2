"""Files made to do harm are refused with a reason, in bounded time and memory; the control is read."""

import io
import re
import struct
import subprocess
import sys
import time
import zipfile

import pytest

from accord.formats import child
from accord.formats.documents import Document, UnreadableFile, read_document
from tests.formats.packages import MAIN, PACKAGE, document, docx, paragraph, parts, relations, zipped

BODY = paragraph("Harmless.")
SOUND = parts(BODY)


def with_relation(kind: str, *, external: bool = False) -> bytes:
    return docx(BODY, (kind, "http://x.example/y" if external else "y.bin", external))


def with_part(name: str) -> bytes:
    return zipped(SOUND | {name: "x"})


def bomb() -> bytes:
    return zipped(SOUND | {"word/media/zeros.bin": b"\0" * (201 * 1024 * 1024)})


def bomb_that_lies() -> bytes:
    """A document part that unpacks to far more than the directory says."""
    data = bytearray(zipped(SOUND | {"word/document.xml": document(paragraph("a" * 50_000_000))}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        entry = archive.getinfo("word/document.xml")
    size, small = struct.pack("<I", entry.file_size), struct.pack("<I", 10)
    return bytes(data).replace(size, small)


def encrypted() -> bytes:
    data = bytearray(zipped(SOUND))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def laughs() -> str:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>{document(paragraph("&a9;"))}'


def typed(*types: str) -> bytes:
    overrides = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{each}"/>' for n, each in enumerate(types))
    return zipped(SOUND | {"[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{overrides}</Types>'})


LARGE = 34_000_000
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"

HOSTILE = {
    "zip bomb": (bomb, "unpacks to more than 200 MB"),
    "zip bomb that lies": (bomb_that_lies, "is damaged|is too large"),
    "70,000 entries": (lambda: zipped([(f"{n}", "") for n in range(70_000)]), "has 70000 entries"),
    "large part": (
        lambda: zipped(SOUND | {"word/document.xml": document(paragraph("a" * LARGE))}),
        "is too large",
    ),
    "entities": (lambda: zipped(SOUND | {"word/document.xml": laughs()}), "document type definition|is damaged"),
    "external entity": (
        lambda: zipped(SOUND | {"word/document.xml": f'<!DOCTYPE x SYSTEM "file:///etc/passwd">{document(BODY)}'}),
        "document type definition",
    ),
    "DTD in UTF-16": (
        lambda: zipped(SOUND | {"word/document.xml": f"<!DOCTYPE x []>{document(BODY)}".encode("utf-16")}),
        "document type definition",
    ),
    "DTD in relationships": (
        lambda: zipped(SOUND | {"word/_rels/document.xml.rels": f"<!DOCTYPE x []>{relations()}"}),
        "document type definition",
    ),
    "attached template": (lambda: with_relation("attachedTemplate", external=True), "outside itself"),
    "linked picture": (lambda: with_relation("image", external=True), "outside itself"),
    "OLE": (lambda: with_relation("oleObject"), "OLE"),
    "embedded file": (lambda: with_part("word/embeddings/a.bin"), "OLE"),
    "ActiveX": (lambda: with_relation("control"), "ActiveX"),
    "altChunk": (lambda: with_relation("aFChunk"), "altChunk"),
    "altChunk element": (lambda: docx("<w:altChunk/>"), "altChunk"),
    "macros by part": (lambda: with_part("word/vbaProject.bin"), "macros"),
    "macros by type": (lambda: typed(MACROS), "macros"),
    "encrypted entries": (encrypted, "is encrypted"),
    "encrypted package": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is encrypted"),
    "two document parts": (
        lambda: zipped(SOUND | {"_rels/.rels": relations(*[("officeDocument", "word/document.xml", False)] * 2)}),
        "two document parts",
    ),
    "two document types": (lambda: typed(MAIN, MAIN), "two document parts"),
    "one name twice": (
        lambda: zipped([*SOUND.items(), ("WORD/document.xml", document(BODY))]),
        "two parts of one name",
    ),
    "deep nesting": (lambda: docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "is damaged|nested too deeply"),
    "no zip": (lambda: b"Hello", "not a sound ZIP"),
    "empty": (lambda: b"", "not a sound ZIP"),
    "half a file": (lambda: zipped(SOUND)[:-200], "not a sound ZIP"),
    "no document": (lambda: zipped({"[Content_Types].xml": SOUND["[Content_Types].xml"]}), "no document part"),
    "broken XML": (lambda: zipped(SOUND | {"word/document.xml": "<w:document"}), "is damaged"),
    "other document": (lambda: zipped(SOUND | {"word/document.xml": "<html/>"}), "no Word document"),
}


def test_word_control_is_read() -> None:
    assert read_document(zipped(SOUND), "x.docx") == Document("Harmless.\n")


@pytest.mark.parametrize("case", HOSTILE)
def test_word_hostile_file_is_refused_with_a_reason(case: str) -> None:
    build, reason = HOSTILE[case]
    data = build()
    start = time.perf_counter()
    with pytest.raises(UnreadableFile, match=rf"x\.docx: .*({reason})"):
        read_document(data, "x.docx")
    assert time.perf_counter() - start < child.SECONDS + 1


MEASURED = """
import resource, sys
from accord.formats.documents import read_document
from accord.formats.textfile import UnreadableFile
try:
    read_document(sys.stdin.buffer.read(), "x.docx")
except UnreadableFile as error:
    print(error.reason)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Reads a file in a process of its own, so that no other child of the tests is measured with it."""


def test_word_child_stays_within_its_memory() -> None:
    data = docx("<w:p/>" * 5_000_000)
    done = subprocess.run([sys.executable, "-c", MEASURED], input=data, capture_output=True, check=True)
    reason, most = done.stdout.decode().splitlines()
    assert re.search(r"512 MB|took more|damaged", reason)
    assert int(most) < child.MEMORY // 1024


def test_word_file_larger_than_the_limit_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "LARGEST", 10)
    with pytest.raises(UnreadableFile, match="is larger than"):
        child.read_word(zipped(SOUND), "x.docx")


def test_word_child_can_neither_connect_nor_write_nor_start_programs() -> None:
    tries = (
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "open('/tmp/accord-child-test', 'w').write('x' * 10_000)",
        "import os; os.remove('/tmp/accord-child-test')",
    )
    for each in tries:
        code = f"from accord.formats.confined import confine; confine(); {each}"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.returncode != 0
        assert "PermissionError" in done.stderr or "OSError" in done.stderr or done.returncode == -25
