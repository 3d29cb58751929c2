"""What stands beside a document's wording: its styles, its footnotes and endnotes, its comments, its page heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from accord.formats.word.elements import W, is_on, style_of, wording_of
from accord.formats.word.opening import Package


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote in the margin."""

    author: str
    wording: str


@dataclass(frozen=True, slots=True)
class Beside:
    """
    What a document's own part points to.

    Attributes:
        hidden, numbered: ids of the styles that hide text, and that number paragraphs.
        footnotes, endnotes: wording by id. comments: by id.
        pages: pairs of "header" or "footer" and its wording, each once.
    """

    hidden: frozenset[str]
    numbered: frozenset[str]
    footnotes: dict[str, str]
    endnotes: dict[str, str]
    comments: dict[str, Comment]
    pages: tuple[tuple[str, str], ...]

    def is_numbered(self, properties: etree._Element) -> bool:
        """Whether a paragraph with these properties gets an automatic number or bullet."""
        number = properties.find(f"{W}numPr/{W}numId")
        if number is not None:
            return number.get(W + "val") != "0"
        return style_of(properties, "pStyle") in self.numbered


def beside(package: Package) -> Beside:
    """Return what stands beside the wording of a package's document."""
    styles = {
        str(each.get(W + "styleId")): each for root in package.related("styles") for each in root.iter(W + "style")
    }
    chains = {name: list(_chain(name, styles)) for name in styles}
    pages = [(kind, wording_of(root)) for kind in ("header", "footer") for root in package.related(kind)]
    return Beside(
        hidden=frozenset(name for name, chain in chains.items() if any(is_on(each, "vanish") for each in chain)),
        numbered=frozenset(name for name, chain in chains.items() if any(map(_numbers, chain))),
        footnotes=_notes(package, "footnotes"),
        endnotes=_notes(package, "endnotes"),
        comments=_comments(package),
        pages=tuple(dict.fromkeys((kind, wording) for kind, wording in pages if wording)),
    )


def _chain(name: str, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """Yield a style and those it is based on, each once."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        name = style_of(styles[name], "basedOn")


def _numbers(style: etree._Element) -> bool:
    return next(style.iter(W + "numPr"), None) is not None


def _notes(package: Package, kind: str) -> dict[str, str]:
    """Return the wording of footnotes or endnotes by their ids; the lines that part them have none."""
    notes = (note for root in package.related(kind) for note in root if note.get(W + "type") is None)
    return {str(note.get(W + "id")): wording_of(note) for note in notes}


def _comments(package: Package) -> dict[str, Comment]:
    comments = (each for root in package.related("comments") for each in root)
    return {str(each.get(W + "id")): Comment(str(each.get(W + "author", "")), wording_of(each)) for each in comments}
