"""OpenDocument files made to do harm are refused with a reason that helps, in bounded time; the control is read."""

import time
from collections.abc import Callable

import pytest

from accord.formats.confined import SECONDS
from accord.formats.documents import read_document
from accord.formats.textfile import UnreadableFile
from accord.formats.values import Document
from tests.formats.odt_packages import MANIFEST, content, odt, p, parts
from tests.formats.packages import docx, paragraph, zipped

BODY = p("Harmless.")
SOUND = parts(BODY)
LARGE = 34_000_000


def with_part(name: str, part: str = "x") -> bytes:
    return zipped(SOUND | {name: part})


def typed(mimetype: str) -> bytes:
    return zipped(SOUND | {"mimetype": mimetype})


def without(name: str) -> bytes:
    return zipped({key: part for key, part in SOUND.items() if key != name})


def laughs() -> str:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>{content(p("&a9;"))}'


def image(address: str) -> bytes:
    return odt(p(f'<draw:frame><draw:image xlink:href="{address}"/></draw:frame>'))


def framed(inside: str, **objects: str) -> bytes:
    return odt(p(f"<draw:frame>{inside}</draw:frame>"), **objects)


def protected() -> bytes:
    entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    return zipped(SOUND | {"META-INF/manifest.xml": MANIFEST.format(entry), "content.xml": b"\x07\x99" * 500})


TYPE = "application/vnd.oasis.opendocument."
OUTSIDE = "points to something outside itself"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (lambda: zipped(SOUND | {"Pictures/a": b"\0" * (201 * 1024 * 1024)}), "unpacks to more than 200 MB"),
    "70,000 entries": (lambda: zipped([(f"{n}", "") for n in range(70_000)]), "has 70000 entries"),
    "large part": (lambda: zipped(SOUND | {"content.xml": content(p("a" * LARGE))}), "is too large"),
    "entities": (lambda: zipped(SOUND | {"content.xml": laughs()}), "document type definition|is damaged"),
    "external entity": (
        lambda: zipped(SOUND | {"content.xml": f'<!DOCTYPE x SYSTEM "file:///etc/passwd">{content(BODY)}'}),
        "document type definition, in content.xml",
    ),
    "DTD in styles": (lambda: zipped(SOUND | {"styles.xml": "<!DOCTYPE x []><x/>"}), "document type definition"),
    "DTD in the manifest": (
        lambda: zipped(SOUND | {"META-INF/manifest.xml": f"<!DOCTYPE x []>{MANIFEST.format('')}"}),
        "document type definition",
    ),
    "password": (protected, r"is encrypted\. Save it as \.odt without a password"),
    "macros": (lambda: with_part("Basic/Standard/Module1.xml"), r"holds macros\. Delete them in LibreOffice"),
    "scripts": (lambda: with_part("Scripts/python/a.py"), "holds macros"),
    "script element": (lambda: odt(p("<text:script>x</text:script>")), "holds macros"),
    "picture on the web": (lambda: image("http://x.example/a.png"), rf"{OUTSIDE} \(draw:image\)\. Embed the linked"),
    "picture on a share": (lambda: image("//x.example/a.png"), OUTSIDE),
    "picture in a folder": (lambda: image("../../etc/passwd"), OUTSIDE),
    "picture in a file": (lambda: image("file:///etc/passwd"), OUTSIDE),
    "picture in Windows": (lambda: image(r"\\x\y"), OUTSIDE),
    "linked section": (
        lambda: odt('<text:section><text:section-source xlink:href="file:///b.odt"/></text:section>'),
        rf"{OUTSIDE} \(text:section-source\)\. Put the wording",
    ),
    "DDE": (lambda: odt("<text:section><office:dde-source/></text:section>"), "DDE"),
    "OLE": (lambda: framed('<draw:object-ole xlink:href="./Object 1"/>'), "OLE"),
    "plug-in": (lambda: framed("<draw:plugin/>"), "plug-in"),
    "floating frame": (lambda: framed('<draw:floating-frame xlink:href="http://x.example"/>'), "floating frame"),
    "object without content": (lambda: framed('<draw:object xlink:href="./Object 1"/>'), "embedded document"),
    "embedded text": (
        lambda: framed('<draw:object xlink:href="./Object 1"/>', **{"Object 1": content(BODY)}),
        "embedded document",
    ),
    "object outside": (lambda: framed('<draw:object xlink:href="../x"/>'), OUTSIDE),
    "deep nesting": (lambda: odt("<text:section>" * 5_000 + "</text:section>" * 5_000), "is damaged|nested too deeply"),
    "no content": (lambda: without("content.xml"), r"is no \.odt: it has no content\.xml"),
    "another content": (lambda: zipped(SOUND | {"content.xml": "<html/>"}), "its content is no text document"),
    "two texts": (
        lambda: zipped(SOUND | {"content.xml": content("").replace("<office:text>", "<office:text/><office:text>")}),
        "its content is no text document",
    ),
    "broken XML": (lambda: zipped(SOUND | {"content.xml": content("<text:p>")}), "is damaged: content.xml"),
    "no kind": (lambda: without("mimetype"), "calls itself nothing"),
    "another kind": (lambda: typed("text/plain"), "calls itself text/plain"),
    "spreadsheet": (lambda: typed(f"{TYPE}spreadsheet"), "is a spreadsheet, no text"),
    "master document": (lambda: typed(f"{TYPE}text-master"), "is made of other documents"),
    "Word": (lambda: docx(paragraph("a")), "a file of Microsoft Office. Give it the name of its kind"),
    "flat": (lambda: content(BODY).encode(), "no sound ZIP|not a sound ZIP"),
    "flat with a declaration": (
        lambda: b'<?xml version="1.0"?>' + content(BODY).encode(),
        r"is plain XML, no packed \.odt\. Open it in LibreOffice and save it as \.odt",
    ),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"Save it as \.odt without a password"),
    "no zip": (lambda: b"Hello", r"is no \.odt: it is not a sound ZIP"),
    "empty": (lambda: b"", "not a sound ZIP"),
    "half a file": (lambda: zipped(SOUND)[:-200], "not a sound ZIP"),
    "one name twice": (lambda: zipped([*SOUND.items(), ("CONTENT.xml", content(BODY))]), "two parts of one name"),
    "path out": (lambda: with_part("../content.xml"), "a path out of it"),
    "changes that open and never close": (
        lambda: odt(
            "<text:tracked-changes>"
            + "".join(
                f'<text:changed-region text:id="c{n}"><text:insertion><office:change-info><dc:creator>{n}</dc:creator>'
                "</office:change-info></text:insertion></text:changed-region>"
                for n in range(50_000)
            )
            + "</text:tracked-changes>"
            + p("".join(f'<text:change-start text:change-id="c{n}"/>a' for n in range(50_000)))
        ),
        "took more than|needs more than",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_odt_hostile_file_is_refused_with_a_reason(case: str) -> None:
    build, reason = HOSTILE[case]
    data = build()
    start = time.perf_counter()
    with pytest.raises(UnreadableFile, match=rf"x\.odt: .*({reason})"):
        read_document(data, "x.odt")
    assert time.perf_counter() - start < SECONDS + 1


HARMLESS: dict[str, Callable[[], bytes]] = {
    "control": lambda: zipped(SOUND),
    "kind in the manifest": lambda: zipped(
        {key: part for key, part in SOUND.items() if key != "mimetype"}
        | {
            "META-INF/manifest.xml": MANIFEST.format(
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}text"/>'
            )
        }
    ),
    "events that run something of the program's own": lambda: odt(
        '<office:event-listeners><script:event-listener xlink:href="vnd.sun.star.script:Template.Main"/>'
        f"</office:event-listeners>{BODY}"
    ),
    "a manifest of OpenOffice 2": lambda: zipped(
        SOUND
        | {
            "META-INF/manifest.xml": '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE manifest:manifest PUBLIC '
            '"-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">\n<manifest:manifest>'
            '<manifest:file-entry manifest:media-type="text/xml"/></manifest:manifest>'
        }
    ),
    "no styles": lambda: without("styles.xml"),
    "no manifest": lambda: without("META-INF/manifest.xml"),
    "UTF-16": lambda: zipped(SOUND | {"content.xml": content(BODY).encode("utf-16")}),
    "a template": lambda: typed(f"{TYPE}text-template"),
    "an empty library of macros": lambda: with_part("Basic/Standard/script-lb.xml"),
    "a link": lambda: odt(p('<text:a xlink:href="https://x.example/">Harmless.</text:a>')),
    "styles that go in a circle": lambda: odt(
        p("Harmless.", style="A"),
        '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>',
    ),
    "an id twice, and numbers that are none": lambda: odt(
        '<text:list xml:id="1" text:continue-list="1"><text:list-item text:start-value="-1"><text:p xml:id="1">'
        "Harmless.</text:p></text:list-item></text:list>",
    ),
    "many empty paragraphs": lambda: odt("<text:p/>" * 200_000 + BODY),
}


@pytest.mark.parametrize("case", HARMLESS)
def test_odt_odd_file_that_does_no_harm_is_read(case: str) -> None:
    document = read_document(HARMLESS[case](), "x.odt")
    assert document == Document("Harmless.\n", document.findings)
