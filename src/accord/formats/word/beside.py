"""What stands beside a document's wording: its styles and lists, its notes, its comments, its page heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from accord.formats.paper.roles import roles_of
from accord.formats.word.elements import W14, W15, W, is_on, style_of, value_of
from accord.formats.word.numbering import Numbering, read_numbering
from accord.formats.word.opening import Package


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as the file has it; ``answers`` is the id of the one that it answers, "" for none."""

    author: str
    date: str
    element: etree._Element
    answers: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """
    What a document's own part points to.

    Attributes:
        package: where it lies. hidden, struck: ids of the styles that hide text, and that strike it through.
        roles: what the styles of a rolling text that Accord wrote mean, by their ids.
        numbering: its lists. notes: pairs of "footnote" or "endnote" and id → the note. remarks: comments by id.
    """

    package: Package
    hidden: frozenset[str]
    struck: frozenset[str]
    roles: Mapping[str, str]
    numbering: Numbering
    notes: Mapping[tuple[str, str], etree._Element]
    remarks: Mapping[str, Remark]

    def pages(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield "header" or "footer" with each page head and foot."""
        for kind in ("header", "footer"):
            for root in self.package.related(kind):
                yield kind, root


def beside(package: Package) -> Beside:
    """Return what stands beside the wording of a package's document."""
    styles = {
        str(each.get(W + "styleId")): each for root in package.related("styles") for each in root.iter(W + "style")
    }
    chains = {name: list(_chain(name, styles)) for name in styles}
    return Beside(
        package=package,
        hidden=frozenset(name for name, chain in chains.items() if any(is_on(each, "vanish") for each in chain)),
        struck=frozenset(name for name, chain in chains.items() if any(is_on(each, "strike") for each in chain)),
        roles=roles_of((name, value_of(each, "name")) for name, each in styles.items()),
        numbering=read_numbering(package.related("numbering"), chains),
        notes=dict(_notes(package)),
        remarks=_remarks(package),
    )


_LONGEST_CHAIN = 20
"""Styles based on one another; Word itself stops at 11."""


def _chain(name: str, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """Yield a style and those it is based on, each once."""
    seen: set[str] = set()
    while name in styles and name not in seen and len(seen) < _LONGEST_CHAIN:
        seen.add(name)
        yield styles[name]
        name = style_of(styles[name], "basedOn")


def _notes(package: Package) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    """Yield footnotes and endnotes; the lines that part them are none."""
    for kind in ("footnote", "endnote"):
        for root in package.related(f"{kind}s"):
            for note in root.iterchildren(W + kind):
                if note.get(W + "type") in {None, "normal"}:
                    yield (kind, str(note.get(W + "id"))), note


def _remarks(package: Package) -> dict[str, Remark]:
    found = {str(each.get(W + "id")): each for root in package.related("comments") for each in root}
    threads = {
        str(each.get(W15 + "paraId")): (str(each.get(W15 + "paraIdParent", "")), each.get(W15 + "done") == "1")
        for root in package.related("commentsExtended")
        for each in root
    }
    by_paragraph = {
        str(paragraph.get(W14 + "paraId")): key
        for key, element in found.items()
        for paragraph in element.iter(W + "p")
        if paragraph.get(W14 + "paraId")
    }
    return {key: _remark(element, threads, by_paragraph) for key, element in found.items()}


def _remark(element: etree._Element, threads: Mapping[str, tuple[str, bool]], ids: Mapping[str, str]) -> Remark:
    names = [str(each.get(W14 + "paraId", "")) for each in element.iter(W + "p")]
    parent, resolved = next((threads[name] for name in reversed(names) if name in threads), ("", False))
    author, date = str(element.get(W + "author", "")), str(element.get(W + "date", ""))
    return Remark(author, date, element, ids.get(parent, ""), resolved)


def texts_in(package: Package, relation: str) -> str:
    """Return what stands in a chart or diagram that the document names by the id of a relationship."""
    root = package.related_by_id(relation)
    if root is None:
        return ""
    return " ".join(each.text for each in root.iter("{*}t", "{*}v") if each.text and each.text.strip())
