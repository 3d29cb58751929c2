"""
A corpus of .docx files made to do harm or merely odd, each with what becomes of it.

A case is a function that makes the bytes, and either a pattern of the refusal or the text that is read.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.formats.packages import MAIN, PACKAGE, R, W, document, docx, paragraph, parts, relations, zipped

TEXT = "Harmless.\n"
BODY = paragraph("Harmless.")
SOUND = parts(BODY)
AGAIN = "Harmless.\n\nHarmless.\n"


@dataclass(frozen=True)
class Refused:
    """The file is refused for a reason that fits this pattern."""

    reason: str


@dataclass(frozen=True)
class Read:
    """The file is read, and has this text."""

    text: str = TEXT


@dataclass(frozen=True)
class Either:
    """The file is refused for a reason that fits this pattern, or it is read and has this text: both are right."""

    reason: str
    text: str


Verdict = Refused | Read | Either
DAMAGED = Refused("is damaged")
NO_ZIP = Refused("not a sound ZIP")
DEEP = Refused("is damaged|nested too deeply")
OUTSIDE = Refused("points to something outside itself")


def with_part(name: str, part: str | bytes = "x") -> bytes:
    return zipped(SOUND | {name: part})


def with_document(part: str | bytes) -> bytes:
    return with_part("word/document.xml", part)


def linked(kind: str, target: str, *, external: bool = False) -> bytes:
    return docx(BODY, (kind, target, external))


def typed(defaults: str = "", **overrides: str) -> bytes:
    each = "".join(f'<Override PartName="/word/{name}" ContentType="{said}"/>' for name, said in overrides.items())
    return with_part("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{defaults}{each}</Types>')


def main_type(said: str) -> bytes:
    return typed(**{"document.xml": said})


def related(name: str, part: str, body: str = BODY) -> bytes:
    return docx(body, (name, f"{name}.xml", False), **{name: part})


# Archives


def stored(files: Iterable[tuple[str, str | bytes]], how: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", how) as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in files:
            archive.writestr(name, content)
        archive.comment = comment
    return out.getvalue()


def changed(data: bytes, old: bytes, new: bytes, count: int = -1) -> bytes:
    assert old in data
    assert len(old) == len(new)
    return data.replace(old, new, count)


def wrong_sum(name: str) -> bytes:
    data = bytearray(zipped(SOUND | {"word/media/image1.png": b"\x89PNG"}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        entry = archive.getinfo(name)
    return bytes(data).replace(struct.pack("<I", entry.CRC), struct.pack("<I", entry.CRC ^ 1))


def unknown_method() -> bytes:
    data = bytearray(zipped(SOUND))
    for signature, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(signature)
        while at >= 0:
            data[at + place : at + place + 2] = struct.pack("<H", 99)
            at = data.find(signature, at + 4)
    return bytes(data)


def lying_bzip() -> bytes:
    huge = document(paragraph("a" * 60_000_000))
    data = stored((SOUND | {"word/document.xml": huge}).items(), zipfile.ZIP_BZIP2)
    return changed(data, struct.pack("<I", len(huge)), struct.pack("<I", 10))


def overlapping() -> bytes:
    """Many entries that share the bytes of one: a bomb that no count of bytes in the file shows."""
    data = stored([*SOUND.items(), ("big.bin", b"\0" * 2_000_000)])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    directory = data[start : data.rfind(b"PK\x05\x06")]
    entry = directory[directory.rfind(b"PK\x01\x02") :]
    copies = b"".join(changed(entry, b"big.bin", b"b%06d" % n) for n in range(500))
    count, size = len(SOUND) + 501, len(directory) + len(copies)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, start, 0)
    return data[:start] + directory + copies + end


def inner_zip(depth: int) -> bytes:
    data = b"x"
    for _ in range(depth):
        data = stored([("inner.zip", data)])
    return data


def streamed() -> bytes:
    """As programs write that do not know sizes beforehand: Google Docs, and anything that writes to a pipe."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.data += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[type-var]
        for name, content in SOUND.items():
            archive.writestr(name, content)
    return bytes(pipe.data)


ARCHIVES: dict[str, tuple[Callable[[], bytes], Verdict]] = {
    "2,001 entries": (lambda: zipped([(f"{n}", "") for n in range(2_001)]), Refused("has 2001 entries")),
    "a bomb that lies, by bzip2": (lying_bzip, Refused("is damaged|is too large")),
    "entries that share their bytes": (overlapping, Refused("unpacks to more than 200 MB|is damaged")),
    "archives in archives": (lambda: with_part("word/media/a.zip", inner_zip(20)), Read()),
    "cut off at its head": (lambda: zipped(SOUND)[:200], NO_ZIP),
    "cut off before its directory": (lambda: zipped(SOUND)[:-400], NO_ZIP),
    "a wrong sum of the document": (lambda: wrong_sum("word/document.xml"), DAMAGED),
    "a wrong sum of a picture": (lambda: wrong_sum("word/media/image1.png"), Read()),
    "an unknown way to pack": (unknown_method, DAMAGED),
    "a path out of it": (lambda: with_part("../../evil"), Refused("a path out of it")),
    "a path out of it, later": (lambda: with_part("word/../../evil"), Refused("a path out of it")),
    "an absolute path": (lambda: with_part("/etc/passwd"), Refused("a path out of it")),
    "a path with backslashes": (lambda: with_part("word\\..\\evil"), Refused("a path out of it")),
    "a path of a drive": (lambda: with_part("C:evil"), Refused("a path out of it")),
    "a name that ends early": (
        lambda: changed(with_part("word/evil_x"), b"evil_x", b"evil\0x"), Refused("a path out of it"),
    ),
    "one name twice, letter by letter": (
        lambda: stored([*SOUND.items(), ("word/document.xml", document(BODY))]), Refused("two parts of one name"),
    ),
    "a name of 60,000 characters": (lambda: with_part("n" * 60_000), Read()),
    "a program in front": (lambda: b"MZ" + zipped(SOUND), NO_ZIP),
    "a comment of 60,000 bytes": (lambda: stored(SOUND.items(), comment=b"c" * 60_000), Read()),
    "an empty archive": (lambda: b"PK\x05\x06" + b"\0" * 18, NO_ZIP),
    "folders as entries": (lambda: stored([("word/", ""), *SOUND.items()]), Read()),
    "nothing packed": (lambda: stored(SOUND.items(), zipfile.ZIP_STORED), Read()),
    "written to a pipe": (streamed, Read()),
    "rubbish behind its head": (lambda: b"PK\x03\x04" + b"\xff" * 5_000, NO_ZIP),
    "encrypted by Word": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        Refused("is encrypted. Save it as .docx without a password"),
    ),
    "RTF": (lambda: b"{\\rtf1 x}", Refused("is RTF")),
    "a PDF": (lambda: b"%PDF-1.7", Refused("is a PDF")),
    "plain XML": (lambda: document(BODY).encode(), Refused("not a sound ZIP|is plain XML")),
    "a web page": (lambda: b"<html><body>x", Refused("is a web page")),
}  # fmt: skip


# XML


def laughs(depth: int, width: int) -> str:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * width}">' for n in range(depth))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>{document(paragraph(f"&a{depth};"))}'


def encoded(name: str, said: str = "") -> bytes:
    return with_document(
        f'<?xml version="1.0" encoding="{said or name}"?>{document(paragraph("Жarmless."))}'.encode(name)
    )


ENTITY = Refused("document type definition|is damaged")
INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
SAYS = "<w:r><w:t>Harmless.</w:t></w:r>"
ATTRIBUTES = " ".join(f'a{n}="1"' for n in range(100_000))
NAMES = " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(20_000))
XML: dict[str, tuple[Callable[[], bytes], Verdict]] = {
    "entities of one size": (lambda: with_document(laughs(1, 100_000)), ENTITY),
    "an entity of a parameter": (
        lambda: with_document(f'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.example/y"> %p;]>{document(BODY)}'), ENTITY,
    ),
    "a definition in the types": (
        lambda: with_part("[Content_Types].xml", f"<!DOCTYPE x []>{SOUND['[Content_Types].xml']}"), ENTITY,
    ),
    "a definition in the styles": (lambda: related("styles", f"<!DOCTYPE x []><w:styles {W}/>"), ENTITY),
    "a definition behind a long comment": (
        lambda: with_document(f"<!-- {'x' * 1_000_000} --><!DOCTYPE x []>{document(BODY)}"), ENTITY,
    ),
    "100,000 elements inside one another": (lambda: docx("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), DEEP),
    "elements that are never closed": (lambda: with_document(f"<w:document {W}><w:body>" + "<w:p>" * 200_000), DEEP),
    "an attribute of 15 MB": (
        lambda: docx(f'<w:p w:rsidR="{"A" * 15_000_000}"><w:r><w:t>Harmless.</w:t></w:r></w:p>'),
        Either("is damaged", TEXT),
    ),
    "100,000 attributes": (
        lambda: docx(f"<w:p {ATTRIBUTES}>{SAYS}</w:p>"),
        Either("is damaged|took more", TEXT),
    ),
    "20,000 namespaces": (lambda: docx(f"<w:p {NAMES}>{SAYS}</w:p>"), Either("damaged", TEXT)),
    "an inclusion": (lambda: docx(BODY + INCLUDE), Read()),
    "a style sheet to load": (
        lambda: with_document(f'<?xml-stylesheet href="http://x.example/y"?>{document(BODY)}'), Read(),
    ),
    "a processing instruction amid wording": (lambda: docx(paragraph("Harm<?x y?>less.")), Read()),
    "a comment amid wording": (lambda: docx(paragraph("Harm<!-- x -->less.")), Read()),
    "wording as CDATA": (lambda: docx(paragraph("<![CDATA[Harmless.]]>")), Read()),
    "UTF-16": (lambda: encoded("utf-16"), Read("Жarmless.\n")),
    "UTF-8 with a byte order mark": (lambda: encoded("utf-8-sig", "utf-8"), Read("Жarmless.\n")),
    "Windows-1251": (lambda: encoded("cp1251", "windows-1251"), Either("is damaged", "Жarmless.\n")),
    "KOI8-R": (lambda: encoded("koi8-r", "KOI8-R"), Either("is damaged", "Жarmless.\n")),
    "UTF-7": (lambda: encoded("utf-7", "utf-7"), Either("is damaged", "Жarmless.\n")),
    "UTF-32": (lambda: encoded("utf-32"), Either("is damaged", "Жarmless.\n")),
    "an encoding that there is not": (lambda: encoded("utf-8", "klingon"), Either("is damaged", "Жarmless.\n")),
    "bytes that are no UTF-8": (lambda: with_document(document(BODY).encode().replace(b"rm", b"\xff\xfe")), DAMAGED),
    "a control character by number": (lambda: docx(paragraph("Harm&#1;less.")), DAMAGED),
    "half a surrogate pair by number": (lambda: docx(paragraph("Harm&#xD800;less.")), DAMAGED),
    "no namespace": (lambda: with_document("<document><body/></document>"), Refused("is no Word document")),
    "another namespace": (
        lambda: with_document('<w:document xmlns:w="urn:x"><w:body/></w:document>'), Refused("is no Word document"),
    ),
    "an empty part": (lambda: with_document(""), DAMAGED),
    "a part of zeros": (lambda: with_document(b"\0" * 10_000), DAMAGED),
}  # fmt: skip


# Parts and what they point to


MACRO = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
PARTS: dict[str, tuple[Callable[[], bytes], Verdict]] = {
    "no types": (
        lambda: zipped({key: part for key, part in SOUND.items() if key != "[Content_Types].xml"}),
        Refused("does not say what its parts are"),
    ),
    "no relationships": (
        lambda: zipped({key: part for key, part in SOUND.items() if key != "_rels/.rels"}), Refused("no document part"),
    ),
    "the document is not there": (
        lambda: zipped({key: part for key, part in SOUND.items() if key != "word/document.xml"}),
        Refused("no document part"),
    ),
    "the document is outside": (
        lambda: with_part("_rels/.rels", relations(("officeDocument", "http://x.example/d.xml", True))), OUTSIDE,
    ),
    "the document is above": (
        lambda: with_part("_rels/.rels", relations(("officeDocument", "../../document.xml", False))),
        Refused("no document part"),
    ),
    "the document is a picture": (lambda: main_type("image/png"), Refused("calls its document image/png")),
    "the document is a spreadsheet": (
        lambda: main_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        Refused("is a spreadsheet"),
    ),
    "the document is a presentation": (
        lambda: main_type("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        Refused("is a presentation"),
    ),
    "a template with macros": (lambda: main_type(MACRO), Refused("holds macros")),
    "macros by the suffix of a part": (
        lambda: typed('<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
                      **{"document.xml": MAIN}),
        Refused("holds macros"),
    ),
    "macros by relationship": (lambda: linked("vbaProject", "x.bin"), Refused("holds macros")),
    "toolbars": (lambda: linked("attachedToolbars", "x.bin"), Refused("holds macros")),
    "an embedded file": (lambda: linked("package", "embeddings/x.xlsx"), Refused("embedded file")),
    "an object that is linked": (lambda: linked("oleObject", "file:///c:/x.xlsx", external=True), Refused("OLE")),
    "a control by its part": (lambda: with_part("word/activeX/activeX1.xml"), Refused("OLE|ActiveX")),
    "a web page as a part": (lambda: linked("aFChunk", "afchunk.mht"), Refused("altChunk")),
    "a master document": (lambda: linked("subDocument", "chapter.docx", external=True), Refused("other documents")),
    "a frame": (lambda: linked("frame", "http://x.example/", external=True), OUTSIDE),
    "data for letters": (lambda: linked("mailMergeSource", "file:///c:/people.mdb", external=True), OUTSIDE),
    "a picture on a server in the house": (
        lambda: linked("image", "\\\\server\\share\\x.png", external=True), OUTSIDE,
    ),
    "a style sheet outside": (lambda: linked("styles", "http://x.example/styles.xml", external=True), OUTSIDE),
    "a relationship of a header": (
        lambda: with_part("word/_rels/header1.xml.rels", relations(("image", "http://x.example/p", True))), OUTSIDE,
    ),
    "a link that is a program": (lambda: linked("hyperlink", "javascript:alert(1)", external=True), Read()),
    "10,000 relationships": (
        lambda: docx(BODY, *[("hyperlink", f"http://x.example/{n}", True) for n in range(10_000)]), Read(),
    ),
    "parts that point at each other": (
        lambda: zipped(SOUND | {
            "word/_rels/a.xml.rels": relations(("x", "b.xml", False)), "word/a.xml": "<a/>",
            "word/_rels/b.xml.rels": relations(("x", "a.xml", False)), "word/b.xml": "<b/>",
        }),
        Read(),
    ),
}  # fmt: skip


# What a sound package may hold


def field(instruction: str, result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instr = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"<w:p>{char('begin')}{instr}{char('separate')}<w:r><w:t>{result}</w:t></w:r>{char('end')}</w:p>"


def styled(*based: tuple[str, str]) -> str:
    each = "".join(
        f'<w:style w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in based
    )
    return f"<w:styles {W}>{each}</w:styles>"


def listed(abstract: str, number: str = "") -> str:
    return f"<w:numbering {W}>{abstract}<w:num w:numId='1'><w:abstractNumId w:val='1'/>{number}</w:num></w:numbering>"


def in_list(level: str, number: str = "1") -> str:
    return paragraph(
        "Harmless.", f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    )


def nested(inner: str, around: str, times: int) -> str:
    start, end = around.split("|")
    return start * times + inner + end * times


BOX = "<w:p><w:r><w:pict><w:txbxContent>|</w:txbxContent></w:pict></w:r></w:p>"
BOUND = "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>|</w:sdtContent></w:sdt>"
PUT_IN = '<w:ins w:author="A">|</w:ins>'
CHANGES = '<w:ins w:id="-7" w:author="{}"><w:r><w:t>a</w:t></w:r></w:ins>'
BOLD = " ".join(["bold"] * 110)
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
CONTENT: dict[str, tuple[Callable[[], bytes], Verdict]] = {
    "styles in a circle": (
        lambda: related("styles", styled(("a", "b"), ("b", "a"), ("c", "c")),
                        paragraph("Harmless.", '<w:pPr><w:pStyle w:val="a"/></w:pPr>')),
        Read(),
    ),
    "5,000 styles in a row": (
        lambda: related("styles", styled(*((f"s{n}", f"s{n + 1}") for n in range(5_000)))), Read(),
    ),
    "lists in a circle": (
        lambda: related("numbering", listed(
            '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="x"/></w:abstractNum>'
            '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="x"/><w:styleLink w:val="x"/></w:abstractNum>'
        ), in_list("0")),
        Read(),
    ),
    "levels and numbers of lists that are none": (
        lambda: related("numbering", listed(
            '<w:abstractNum w:abstractNumId="1">' + LEVEL.format("-3", "9" * 40, "upperRoman", "%1" * 100)
            + LEVEL.format("9" * 30, "-5", "x", "%0%9%10") + "</w:abstractNum>",
            "<w:lvlOverride w:ilvl='x'><w:startOverride w:val='1e9'/></w:lvlOverride>",
        ), in_list("99999999999999999999") + in_list("-1", "-1")),
        Read(AGAIN),
    ),
    "long Roman numbers": (
        lambda: related("numbering", listed(
            f'<w:abstractNum w:abstractNumId="1">{LEVEL.format(0, 32_000, "upperRoman", "%1" * 9)}</w:abstractNum>'
        ), in_list("0") * 2_000),
        Either("more than", "\n\n".join(["Harmless."] * 2_000) + "\n"),
    ),
    "ids that are negative": (
        lambda: docx(f'<w:p><w:commentRangeStart w:id="-1"/>{SAYS}<w:commentRangeEnd w:id="-1"/><w:r>'
                     '<w:footnoteReference w:id="-9"/><w:commentReference w:id="99999999999999999999"/></w:r></w:p>'),
        Read(),
    ),
    "comments that answer each other": (
        lambda: docx(BODY, ("comments", "comments.xml", False), ("commentsExtended", "ex.xml", False),
            comments=f'<w:comments {W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
            + "".join(f'<w:comment w:id="{n}"><w:p w14:paraId="{n}"/></w:comment>' for n in (1, 2)) + "</w:comments>",
            ex='<w15:x xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
            '<w15:c w15:paraId="1" w15:paraIdParent="2"/><w15:c w15:paraId="2" w15:paraIdParent="1"/></w15:x>'),
        Read(),
    ),
    "a footnote that refers to itself": (
        lambda: related("footnotes", f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>x</w:t>'
                        '<w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>',
                        '<w:p><w:r><w:t>Harmless.</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'),
        Read(),
    ),
    "a field that starts a program": (lambda: docx(field('DDEAUTO c:\\\\cmd.exe "/k calc"', "Harmless.")), Read()),
    "a field that includes a file": (lambda: docx(field("INCLUDETEXT /etc/passwd", "Harmless.")), Read()),
    "50,000 fields that never end": (
        lambda: docx(BODY + "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 50_000 + "</w:p>"), Read(),
    ),
    "tables in tables": (
        lambda: docx(nested(BODY, "<w:tbl><w:tr><w:tc>|</w:tc></w:tr></w:tbl>", 70)), Read(),
    ),
    "a row of 50,000 cells": (
        lambda: docx(f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 50_000}<w:tc>{BODY}</w:tc></w:tr></w:tbl>"), Read(),
    ),
    "boxes in boxes": (lambda: docx(nested(BODY, BOX, 40)), Read()),
    "controls in controls, tied to data": (
        lambda: docx(nested(paragraph("a" * 500_000), BOUND, 80)), Read("a" * 500_000 + "\n"),
    ),
    "200 changes inside one another": (
        lambda: docx(f"<w:p>{nested(SAYS, PUT_IN, 200)}</w:p>"),
        Read(),
    ),
    "20,000 authors": (
        lambda: docx(f"<w:p>{''.join(CHANGES.format(n) for n in range(20_000))}</w:p>"), Read("a" * 20_000 + "\n"),
    ),
    "moves without an end": (
        lambda: docx('<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveToRangeEnd w:id="9"/>'
                     '<w:moveTo w:author="A"><w:r><w:t>Harmless.</w:t></w:r></w:moveTo></w:p>'),
        Read(),
    ),
    "a million paragraphs without wording": (lambda: docx("<w:p/>" * 1_000_000), Either("512 MB|took more", "")),
    "100,000 paragraphs": (lambda: docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100_000),
                           Either("512 MB|took more|more than", "\n\n".join("a" * 100_000) + "\n")),
    "a paragraph of 20 MB": (
        lambda: docx(paragraph("a" * 9_000_000) + paragraph("b" * 9_000_000)),
        Either("damaged|512 MB|took more", "a" * 9_000_000 + "\n\n" + "b" * 9_000_000 + "\n"),
    ),
    "30,000 comments": (
        lambda: related("comments", f"<w:comments {W}>" + "".join(
            f'<w:comment w:id="{n}" w:author="A"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment>' for n in range(30_000)
        ) + "</w:comments>"),
        Either("512 MB|took more|more than", TEXT),
    ),
    "50,000 pictures": (
        lambda: docx(f"{BODY}<w:p>" + "<w:r><w:drawing/></w:r>" * 50_000 + "</w:p>"), Either("512 MB|took more", TEXT),
    ),
    "symbols that are no characters": (
        lambda: docx('<w:p><w:r><w:t>Harm</w:t><w:sym w:font="x" w:char="D800"/><w:sym w:char="110000"/>'
                     '<w:sym w:char="-1"/><w:t>less.</w:t></w:r></w:p>'),
        Read("Harm\ufffd\ufffd\ufffdless.\n"),
    ),
    "fonts, colours and shades that are none": (
        lambda: docx('<w:p><w:r><w:rPr><w:rFonts w:ascii=""/><w:color w:val="GGGGGG"/><w:shd w:fill="1234567890"/>'
                     '<w:highlight w:val=""/><w:sz w:val="-1"/></w:rPr><w:t>Harmless.</w:t></w:r></w:p>'),
        Read(),
    ),
    "a legend made to be slow": (
        lambda: docx(f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{BOLD}</w:t></w:r></w:p>" * 300),
        Read("\n\n".join([BOLD] * 300) + "\n"),
    ),
    "forms of forms": (
        lambda: docx(nested("", '<mc:AlternateContent><mc:Choice Requires="x">|</mc:Choice></mc:AlternateContent>', 80)
                     + BODY),
        Read(),
    ),
}  # fmt: skip

CORPUS = ARCHIVES | XML | PARTS | CONTENT
assert len(CORPUS) == len(ARCHIVES) + len(XML) + len(PARTS) + len(CONTENT)
assert R  # the namespace of relationships, which some cases name
