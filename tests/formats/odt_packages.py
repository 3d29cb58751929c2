"""Small .odt packages, sound and otherwise, built part by part."""

from accord.formats.answers import document_of
from accord.formats.odt import reading
from accord.formats.odt.packing import MIME_TYPE
from accord.formats.values import Document
from tests.formats.packages import zipped

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    [
        *(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "style", "text", "table", "script", "form")),
        f'xmlns:draw="{OASIS}:drawing:1.0" xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{OASIS}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:math="http://www.w3.org/1998/Math/MathML"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
        'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
    ]
)
MANIFEST = f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0">{{}}</manifest:manifest>'


def content(body: str, automatic: str = "") -> str:
    return (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def parts(body: str, automatic: str = "", styles: str = "") -> dict[str, str | bytes]:
    """Return the parts of a sound package with this body."""
    return {
        "mimetype": MIME_TYPE,
        "content.xml": content(body, automatic),
        "styles.xml": f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>",
        "META-INF/manifest.xml": MANIFEST.format(""),
    }


def odt(body: str, automatic: str = "", styles: str = "", **more: str) -> bytes:
    """Return an .odt; ``more`` are objects in it by name, with the content of each."""
    return zipped(parts(body, automatic, styles) | {f"{name}/content.xml": part for name, part in more.items()})


def read(data: bytes) -> Document:
    """Read an .odt in this process, so that many cases are quick; the child does the same."""
    return document_of(reading.read(data))


def p(*inside: str, style: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{''.join(inside)}</text:p>"


def region(key: str, *kinds: tuple[str, str, str]) -> str:
    """Return a tracked change; each kind is "insertion" | "deletion" | "format-change", its author and its content."""
    who = "<office:change-info><dc:creator>{}</dc:creator><dc:date>2024-06-21T09:00:00</dc:date></office:change-info>"
    inside = "".join(f"<text:{kind}>{who.format(author)}{taken}</text:{kind}>" for kind, author, taken in kinds)
    return f'<text:changed-region xml:id="{key}" text:id="{key}">{inside}</text:changed-region>'


def tracked(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def start(key: str) -> str:
    return f'<text:change-start text:change-id="{key}"/>'


def end(key: str) -> str:
    return f'<text:change-end text:change-id="{key}"/>'


def point(key: str) -> str:
    return f'<text:change text:change-id="{key}"/>'
