"""
The words of a web page or a PDF: what the confined child does with a report.

Source: docs/reference/reading.md, "Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
import pypdf._codecs._codecs
import pypdf.filters  # with its tables: nothing can be imported once the doors are closed
from lxml import etree, html

from accord.engine.said import say
from accord.formats.xml import Refused

MOST_PAGES = 200
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "svg",
        "iframe",
        "template",
        "select",
        "option",
        "menu",
        "figure",
        "figcaption",
        "header",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "section",
        "article",
        "main",
        "blockquote",
        "br",
        "hr",
        "pre",
        "dl",
        "dt",
        "dd",
        "title",
        "body",
        "address",
        "time",
        "center",
    ]
)
_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "pubdate",
    "og:published_time",
    "dcterms.date",
    "publication_date",
)
_BODIES = ("//article", "//*[@itemprop='articleBody']", "//main", "//*[@role='main']")
_ISO = re.compile(r"^\s*(\d{4}-\d{2}-\d{2})")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.IGNORECASE)
_MOST_TEXT = 500_000
"""Characters of text, above the longest that is read."""
_FEWEST = 200
"""Characters that a part of a page must have to be taken for its article."""


def read_html(data: bytes) -> Any:
    """Return ``{"text": ...}`` of a web page: its date, headline and paragraphs, with blank lines between."""
    root = _parsed(data)
    lines = [_date(root), *_headline(root)]
    body = _body(root)
    paragraphs = list(_within(line for line in _lines(body) if line))
    if lines[1:] and lines[1] in paragraphs[:8]:
        paragraphs.remove(lines[1])
    return {"text": "\n\n".join(line for line in [*lines, *paragraphs] if line)}


def _within(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines up to what any report may have, so that a page of megabytes is refused and not read to its end."""
    length = 0
    for line in lines:
        length += len(line)
        if length > _MOST_TEXT:
            raise Refused(
                say("has more than {most:,} characters of text; a report has a few thousand.", most=_MOST_TEXT)
            )
        yield line


def read_pdf(data: bytes) -> Any:
    """Return ``{"text": ...}`` of a PDF, lines of a paragraph joined."""
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(say("is locked with a password."))
        if len(reader.pages) > MOST_PAGES:
            raise Refused(say("has more than {most} pages: it is no press report.", most=MOST_PAGES))
        pages = [page.extract_text() for page in reader.pages]
    except (MemoryError, RecursionError, Refused):
        raise
    except Exception as error:
        raise Refused(say("is a damaged PDF ({name}).", name=type(error).__name__)) from None
    return {"text": _joined("\n".join(pages))}


def _parsed(data: bytes) -> html.HtmlElement:
    """Return the page, decoded as it declares; UTF-8 where it declares nothing that is known."""
    declared = _CHARSET.search(data[:4096])
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else encoding)
    except LookupError:
        text = data.decode("utf-8", "replace")
    except UnicodeDecodeError as error:
        if declared and data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}") == 0:
            text = data.decode("utf-8")
        else:
            raise Refused(
                say(
                    "is not in the encoding that it declares ({encoding}; byte {start}). Save the page as UTF-8.",
                    encoding=encoding,
                    start=error.start,
                )
            ) from None
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Refused(say("is empty, or no page.")) from None


def _date(root: html.HtmlElement) -> str:
    """Return the day on which the page says it was published, as a line "date YYYY-MM-DD"; "" where it does not say."""
    for item in root.iter("meta"):
        name = (item.get("property") or item.get("name") or item.get("itemprop") or "").lower()
        found = _ISO.match(item.get("content") or "") if name in _DATES else None
        if found:
            return f"date {found[1]}"
    for item in root.iter("time"):
        found = _ISO.match(item.get("datetime") or "")
        if found:
            return f"date {found[1]}"
    return ""


def _headline(root: html.HtmlElement) -> list[str]:
    for item in root.iter("h1"):
        words = " ".join(item.text_content().split())
        if words:
            return [words]
    return []


def _body(root: html.HtmlElement) -> html.HtmlElement:
    """Return the part of the page that is the article: the largest that calls itself so, else the body."""
    for path in _BODIES:
        found = max(root.xpath(path), key=lambda each: len(each.text_content()), default=None)
        if found is not None and len(found.text_content()) >= _FEWEST:
            return found
    body = root.find("body")
    return root if body is None else body


def _lines(root: html.HtmlElement) -> Iterator[str]:
    """Yield the paragraphs of a page in order, white space as one blank, without what is no article."""
    words: list[str] = []
    for event, item in etree.iterwalk(root, events=("start", "end")):
        tag = item.tag if isinstance(item.tag, str) else ""
        if tag in _BLOCKS:
            yield " ".join("".join(words).split())
            words = []
        if any(each.tag in _SKIPPED for each in [item]) and item is not root:
            if event == "start":
                item.text = None
                for child in list(item):
                    item.remove(child)
                continue
            words.append(item.tail or "")
            continue
        if event == "start":
            words.append(item.text or "")
        elif item is not root:
            words.append(item.tail or "")
    yield " ".join("".join(words).split())


def _joined(text: str) -> str:
    """Return the text of pages with the lines of a paragraph joined, and words that a hyphen parts at a line's end."""
    text = re.sub(r"[\u00ad\u2010]\n(?=\w)", "", text.replace("\r\n", "\n").replace("\x00", ""))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    longest = max(map(len, lines))
    paragraphs: list[list[str]] = [[]]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        paragraphs[-1].append(line)
        if not line or (following[:1] and not following[0].islower() and _ends(line, longest)):
            paragraphs.append([])
    return "\n\n".join(" ".join(each).strip() for each in paragraphs if any(each))


def _ends(line: str, longest: int) -> bool:
    """Whether a line is the last of its paragraph: it ends a sentence, or is much shorter than the others."""
    return line.rstrip("”»\"'").endswith((".", "!", "?", ":", ";")) or len(line) < 0.7 * longest
