"""What stands beside an OpenDocument text's wording: its styles, its lists, its tracked changes, its page heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from accord.formats.odt.changes import Region, regions
from accord.formats.odt.lists import Lists, read_lists
from accord.formats.odt.looks import Looks, read_looks
from accord.formats.odt.names import DC, FORM, LOEXT, OFFICE, STYLE, XML_ID
from accord.formats.odt.opening import Package
from accord.formats.word.beside import Remark

_PAGES = {
    **dict.fromkeys(("header", "header-left", "header-first"), "header"),
    **dict.fromkeys(("footer", "footer-left", "footer-first"), "footer"),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """
    What a text is read with.

    Attributes:
        package: where it lies. looks: how its styles show wording. lists: what numbers its paragraphs.
        regions: its tracked changes by their ids. remarks: its comments by theirs. comments: the id of each comment.
        fields: what each field of a form shows, by its id.
    """

    package: Package
    looks: Looks
    lists: Lists
    regions: Mapping[str, Region]
    remarks: Mapping[str, Remark]
    comments: Mapping[etree._Element, str]
    fields: Mapping[str, str]

    def pages(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield "header" or "footer" with each page head and foot."""
        styles = self.package.styles
        for page in styles.iter(STYLE + "master-page") if styles is not None else ():
            for each in page.iterchildren(etree.Element):
                kind = _PAGES.get(str(each.tag).rpartition("}")[2])
                if kind and each.get(STYLE + "display") != "false":
                    yield kind, each


def beside(package: Package) -> Beside:
    """Return what stands beside the wording of a package's text."""
    parts = [each for each in (package.styles, package.content) if each is not None]
    found = {key: region for part in parts for key, region in regions(part).items()}
    comments = (each for part in parts for each in part.iter(OFFICE + "annotation"))
    named = {each: _name(each, number) for number, each in enumerate(comments)}
    remarks = {key: _remark(each) for each, key in named.items()}
    return Beside(package, read_looks(parts), read_lists(parts), found, remarks, named, dict(_fields(package.text)))


def _name(comment: etree._Element, number: int) -> str:
    """Return what a comment is known by; its end knows it by its name, and one without an end may have none."""
    return str(comment.get(OFFICE + "name") or f"#{number}")


def _remark(comment: etree._Element) -> Remark:
    author, date = (comment.findtext(DC + name) or "" for name in ("creator", "date"))
    answers, done = str(comment.get(LOEXT + "parent-name", "")), comment.get(LOEXT + "resolved") == "true"
    return Remark(author, date, comment, answers, done)


def _fields(text: etree._Element) -> Iterator[tuple[str, str]]:
    for forms in text.iterchildren(OFFICE + "forms"):
        for each in forms.iter(etree.Element):
            shown = (each.get(FORM + name) for name in ("current-value", "value", "label"))
            yield str(each.get(FORM + "id") or each.get(XML_ID) or ""), next(filter(None, shown), "")
