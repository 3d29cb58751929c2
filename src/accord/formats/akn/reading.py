"""
Read the Akoma Ntoso that Accord writes: exactly, or not at all. Runs in the child process only.

Source: docs/reference/formats.md, "Akoma Ntoso".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from accord.engine.said import say
from accord.engine.text.errors import TextError
from accord.engine.text.model import Alternative, Block, Choice, Inline, Move, Note, Numbering, Status, Text, joined
from accord.engine.text.notation import render
from accord.engine.text.parsing import parse
from accord.engine.text.spacing import STAYS, inside
from accord.engine.text.storing import dump, fingerprint
from accord.formats.akn.names import ACCORD, BLOCK, CHOICE, CONCEPT, NAMESPACE, ORGANISATION, A, name_of
from accord.formats.xml import Refused, parsed

_PASSED_OVER = frozenset({"mark", "move", "no-text", "number", "status"})
_FOREIGN = say("is Akoma Ntoso without the facts that Accord writes: another program made it, or they were taken out.")
_CHANGED = say("has been changed since Accord wrote it, be it white space alone. Use the file as it was written.")


def read(data: bytes) -> dict[str, object]:
    """
    Return ``{"text": dump}`` of the rolling text.

    Raises:
        Refused: it is no sound XML, no Akoma Ntoso, not written by Accord, or has been changed since.
    """
    root = parsed(data, "it")
    if root.tag != A + "akomaNtoso":
        raise Refused(say("is no Akoma Ntoso 3.0 ({namespace}).", namespace=NAMESPACE))
    facts = next(root.iter(ACCORD + "text"), None)
    body = next(root.iter(A + "mainBody"), None)
    if facts is None or body is None:
        raise Refused(_FOREIGN)
    try:
        text = _text(facts, body)
        whole = fingerprint(text) == facts.get("fingerprint") and render(parse(render(text))) == render(text)
    except (ValueError, KeyError, TextError) as error:
        raise Refused(_CHANGED) from error
    if not whole:
        raise Refused(_CHANGED)
    return {"text": dump(text)}


def _text(facts: etree._Element, body: etree._Element) -> Text:
    return Text(
        blocks=tuple(_block(each) for each in _elements(body) if each.get("eId")),
        delegations=tuple(each.attrib["code"] for each in facts.iter(ACCORD + "delegation")),
        base=facts.get("base", ""),
        groups=tuple((each.attrib["name"], _words(each, "members")) for each in facts.iter(ACCORD + "group")),
        sample=facts.get("sample") == "true",
        language=facts.get("language", ""),
        envelopes=tuple((each.attrib["code"], _words(each, "marks")) for each in facts.iter(ACCORD + "encoding")),
        numbered=int(facts.attrib["numbered"]),
    )


def _block(element: etree._Element) -> Block:
    block = Block(name_of(BLOCK, element.attrib["eId"]), inside(_inlines(element)))
    notes, moves, numbers = [], [], []
    for child in _elements(element):
        if child.get("name") == "status":
            block = replace(block, status=_status(child))
        elif child.get("name") == "move":
            moves.append(_move(child))
        elif child.get("name") == "number":
            labels = (_wording(each) for each in _elements(child) if each.get("name") == "label")
            numbers.append(Numbering(_codes(child), tuple(labels)))
        elif child.tag in {A + "opinion", A + "authorialNote"}:
            notes.append(_note(child))
    return replace(block, notes=tuple(notes), moves=tuple(moves), numbers=tuple(numbers))


def _status(element: etree._Element) -> Status:
    forum = next((_wording(each) for each in _elements(element) if each.get("name") == "forum"), "")
    pending = tuple(_codes(each)[0] for each in _elements(element) if each.tag == A + "organization")
    return Status(name_of(CONCEPT, element.attrib["refersTo"]), forum, pending)


def _move(element: etree._Element) -> Move:
    after = next((name_of(BLOCK, each.attrib["href"]) for each in element.iter(A + "ref")), "")
    return Move(_codes(element), after)


def _note(element: etree._Element) -> Note:
    kind, *holders = _words(element, "refersTo")
    holder = element.get("by") or holders[0]
    wording = next(_wording(each) for each in element.iter(A + "inline") if each.get("name") == "wording")
    return Note(name_of(CONCEPT, kind), name_of(ORGANISATION, holder), wording)


def _inlines(element: etree._Element) -> tuple[Inline, ...]:
    return joined(*_pieces(element))


def _pieces(element: etree._Element) -> Iterator[Inline]:
    """Yield the wording and the choices in an element, in the order of the document."""
    yield element.text or ""
    for child in _elements(element):
        name = child.get("name", "")
        if child.tag == A + "eol":
            yield "\n"
        elif child.tag == A + "marker":
            yield chr(int(name.removeprefix("U+"), 16))
        elif child.tag == A + "placeholder":
            yield _wording(child)
        elif name == "stays":
            yield STAYS
        elif name == "bracket":
            yield _choice(child)
        elif child.tag not in {A + "opinion", A + "authorialNote"} and name not in _PASSED_OVER:
            raise ValueError(child.tag)
        yield child.tail or ""


def _choice(element: etree._Element) -> Choice:
    alternatives = (each for each in _elements(element) if each.get("name") == "alternative")
    return Choice(name_of(CHOICE, element.attrib["eId"]), tuple(map(_alternative, alternatives)))


def _alternative(element: etree._Element) -> Alternative:
    return Alternative(_codes(element), _inlines(element))


def _wording(element: etree._Element) -> str:
    return "".join(piece for piece in _pieces(element) if isinstance(piece, str))


def _codes(element: etree._Element) -> tuple[str, ...]:
    return tuple(name_of(ORGANISATION, reference) for reference in _words(element, "refersTo"))


def _words(element: etree._Element, name: str) -> tuple[str, ...]:
    return tuple(element.get(name, "").split())


def _elements(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the children that are elements; an entity is none."""
    for child in element:
        if not isinstance(child.tag, str):
            raise ValueError("no element")
        yield child
