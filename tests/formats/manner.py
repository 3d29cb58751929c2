"""
Documents in the manner of Word: its parts, its ids of editing sessions, its marks of spelling, its ways to track.

Built by hand from what Word 365 writes, so that the reader meets what it will meet; all wording is invented.
"""

from itertools import count

from tests.formats.packages import zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": W,
        "r": OFFICE,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    }.items()
)
PARTS = {
    "document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable",
    "webSettings": "webSettings", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments",
    "commentsExtended": "commentsExtended", "numbering": "numbering", "header1": "header", "footer1": "footer",
}  # fmt: skip
KINDS = {"header1": "header", "footer1": "footer"}
SESSION = 'w:rsidR="00A77B3E" w:rsidRDefault="00C51D9A"'
LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_numbers = count(1)


def word(body: str, **more: str) -> bytes:
    """Return a .docx with this body; ``more`` is what stands inside further parts of it, by their names."""
    given = {
        "document": f"<w:body>{body}<w:sectPr {SESSION}><w:pgSz w:w='11906' w:h='16838'/></w:sectPr></w:body>",
        "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        "settings": '<w:zoom w:percent="100"/><w:trackRevisions/><w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids>',
        "fontTable": '<w:font w:name="Calibri"/>',
        "webSettings": "<w:optimizeForBrowser/>",
        **more,
    }
    return zipped({
        "[Content_Types].xml": HEAD + _types(given),
        "_rels/.rels": HEAD + _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": HEAD
        + _relations({
            f"rId{at}": (KINDS.get(name, name), f"{name}.xml") for at, name in enumerate(given) if name != "document"
        }),
        **{f"word/{name}.xml": f"{HEAD}{_part(name, inside)}" for name, inside in given.items()},
    })  # fmt: skip


def _part(name: str, inside: str) -> str:
    roots = {"fontTable": "fonts", "header1": "hdr", "footer1": "ftr"}
    prefix, root = ("w15", "commentsEx") if name == "commentsExtended" else ("w", roots.get(name, name))
    return f'<{prefix}:{root} {NAMESPACES} mc:Ignorable="w14 w15 w16cid">{inside}</{prefix}:{root}>'


def _types(given: dict[str, str]) -> str:
    each = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{PARTS[name]}+xml"/>' for name in given
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{default}{xml}{each}</Types>'


def _relations(given: dict[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{_office(kind)}/{kind}" Target="{target}"/>'
        for name, (kind, target) in given.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _office(kind: str) -> str:
    return "http://schemas.microsoft.com/office/2011/relationships" if kind == "commentsExtended" else OFFICE


# Inside a paragraph


def by(author: str, date: str = "2024-06-12T09:02:00Z") -> str:
    """Return the attributes of a tracked change, with a number of its own."""
    return f'w:id="{next(_numbers)}" w:author="{author}" w:date="{date}"'


def r(wording: str, text: str = "t") -> str:
    """Return runs as Word cuts wording: one for each few words, spelling marked as wrong somewhere in it."""
    words = wording.split(" ")
    cut = len(words) // 2
    halves = [" ".join(words[:cut]) + (" " if cut else ""), " ".join(words[cut:])]
    spelt = '<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>'
    runs = [
        f'<w:r w:rsidRPr="00B54C2D"><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
        f'<w:{text} xml:space="preserve">{half}</w:{text}></w:r>'
        for half in halves
        if half
    ]
    return runs[0] if len(runs) == 1 else runs[0] + spelt[0] + runs[1] + spelt[1] if runs else ""


def ins(wording: str, author: str) -> str:
    """Return wording put in."""
    return f"<w:ins {by(author)}>{r(wording)}</w:ins>"


def gone(wording: str, author: str) -> str:
    """Return wording taken out."""
    return f"<w:del {by(author)}>{r(wording, 'delText')}</w:del>"


def p(*inside: str, mark: str = "", author: str = "", properties: str = "") -> str:
    """Return a paragraph; ``mark`` is what was done to its end ("ins", "del", "moveFrom", "moveTo")."""
    end = f"<w:rPr><w:{mark} {by(author)}/></w:rPr>" if mark else ""
    return f"<w:p {SESSION}><w:pPr>{properties}{end}</w:pPr>{''.join(inside)}</w:p>"


def moved(wording: str, author: str, name: str) -> tuple[str, str]:
    """Return a whole paragraph where it was and where it is now, as Word marks a move."""
    halves = []
    for half in ("moveFrom", "moveTo"):
        number = next(_numbers)
        start = (
            f'<w:{half}RangeStart w:id="{number}" w:author="{author}" w:date="2024-06-12T09:02:00Z" w:name="{name}"/>'
        )
        end = f'<w:{half}RangeEnd w:id="{number}"/>'
        halves.append(p(f"{start}<w:{half} {by(author)}>{r(wording)}</w:{half}>", mark=half, author=author) + end)
    return halves[0], halves[1]
