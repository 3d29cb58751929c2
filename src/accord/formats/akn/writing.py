"""
Write a rolling text as Akoma Ntoso 3.0.

Every block is a ``p`` (a heading a ``block``), every choice an ``inline`` with its alternatives, each of which but the
first says what it is ``alternativeTo``. Whoever knows nothing of that reads brackets with codes, as in every other
format: what only serves this reader stands in elements of its own, which :mod:`accord.formats.akn.reading` passes over.

Source: Akoma Ntoso Version 1.0 (OASIS Standard); docs/reference/formats.md, "Akoma Ntoso".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from accord.engine.text.labels import is_heading
from accord.engine.text.model import CHAIR, Alternative, Block, Choice, Inline, Move, Note, Numbering, Status, Text
from accord.engine.text.notation import NO_TEXT
from accord.engine.text.spacing import STAYS, outside
from accord.engine.text.splitting import BREAK
from accord.engine.text.storing import fingerprint
from accord.formats.akn.names import ACCORD, BLOCK, CHOICE, CONCEPT, NAMESPACE, ORGANISATION, OWN, A, id_of
from accord.formats.showing import NOT_XML, PARAGRAPH, SAMPLE, STANCES, legend, move_words

UNDATED = "0001-01-01"
"""The standard wants a date, and a rolling text has none: the same text gives the same bytes."""

UNKNOWN = "und"
"""A language that nobody has named, as the standard has it."""

CONCEPTS = {
    "agreed": "Agreed ad referendum",
    "reopened": "Reopened",
    "reserve": "Reservation",
    "note": "Remark",
}

_CONTROL = r"\x00-\x1f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(rf"(?<!\n)\n\n(?!\n)|\n|\r|{STAYS}|{NOT_XML.pattern}|\[[^\[\]{_CONTROL}]{{0,80}}\]")
_PLACEHOLDER = re.compile(
    r"\[(?:\s*|[Xx]{1,4}|20[Xx]{2}|[….\s]{1,8}|date|place|name|number|title|year|(?:to be|insert) [^\]]*"
    r"|дата|место|номер|название)\]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_URI = "/akn/xx/doc/0001-01-01/rolling-text"


def write_akn(text: Text, *, title: str = "Rolling text") -> bytes:
    """Return ``text`` as an Akoma Ntoso document; the same text gives the same bytes."""
    root = etree.Element(A + "akomaNtoso", nsmap={None: NAMESPACE, "accord": OWN})
    doc = _add(root, "doc", name="rolling-text")
    _meta(_add(doc, "meta"), text)
    preface = _add(doc, "preface")
    for name, line in _before(text, title):
        _say(_add(_add(preface, "p"), "inline", name=name), line)
    known = _language(text) != UNKNOWN
    language = {"{http://www.w3.org/XML/1998/namespace}lang": text.language} if known else {}
    body = _add(doc, "mainBody", **language)
    for block in text.blocks:
        _block(body, block, text)
    if not text.blocks:
        _add(body, "p")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _before(text: Text, title: str) -> Iterable[tuple[str, str]]:
    yield "title", title
    if text.sample:
        yield "sample", SAMPLE
    for line in legend(text):
        yield "legend", line


# What the standard wants to know, and what only Accord does


def _meta(meta: etree._Element, text: Text) -> None:
    identification = _add(meta, "identification", source=f"#{id_of(CONCEPT, 'accord')}")
    work = _frbr(identification, "Work", f"{_URI}/!main", _URI)
    _add(work, "FRBRcountry", value="xx")
    language = _language(text)
    expression = _frbr(identification, "Expression", f"{_URI}/{language}@/!main", f"{_URI}/{language}@")
    _add(expression, "FRBRlanguage", language=language)
    manifestation = _frbr(identification, "Manifestation", f"{_URI}/{language}@/!main.xml", f"{_URI}/{language}@.akn")
    _add(manifestation, "FRBRformat", value="application/akn+xml")
    _references(_add(meta, "references", source=f"#{id_of(CONCEPT, 'accord')}"), text)
    _facts(_add(meta, "proprietary", source=f"#{id_of(CONCEPT, 'accord')}"), text)


def _language(text: Text) -> str:
    return text.language if _LANGUAGE.fullmatch(text.language) else UNKNOWN


def _frbr(identification: etree._Element, level: str, this: str, uri: str) -> etree._Element:
    element = _add(identification, f"FRBR{level}")
    _add(element, "FRBRthis", value=this)
    _add(element, "FRBRuri", value=uri)
    _add(element, "FRBRdate", date=UNDATED, name="undated")
    _add(element, "FRBRauthor", href=f"#{id_of(CONCEPT, 'negotiators')}")
    return element


def _references(references: etree._Element, text: Text) -> None:
    codes = dict.fromkeys([*text.delegations, *([text.base] if text.base else [])])
    for code in codes:
        where = f"/akn/ontology/organization/{code}"
        _add(references, "TLCOrganization", eId=id_of(ORGANISATION, code), href=where, showAs=code)
    role = id_of(ORGANISATION, CHAIR)
    _add(references, "TLCRole", eId=role, href="/akn/ontology/role/chair", showAs="Chair")
    shown = {"accord": "Accord", "negotiators": "The delegations that negotiate this text", **CONCEPTS}
    for name, words in shown.items():
        where = f"/akn/ontology/concept/{name}"
        _add(references, "TLCConcept", eId=id_of(CONCEPT, name), href=where, showAs=words)


def _facts(proprietary: etree._Element, text: Text) -> None:
    facts = etree.SubElement(proprietary, ACCORD + "text", {"numbered": str(text.numbered)})
    facts.set("fingerprint", fingerprint(text))
    if text.base:
        facts.set("base", text.base)
    if text.language:
        facts.set("language", text.language)
    if text.sample:
        facts.set("sample", "true")
    for code in text.delegations:
        etree.SubElement(facts, ACCORD + "delegation", {"code": code})
    for name, members in text.groups:
        etree.SubElement(facts, ACCORD + "group", {"name": name, "members": " ".join(members)})
    for code, marks in text.envelopes:
        etree.SubElement(facts, ACCORD + "encoding", {"code": code, "marks": " ".join(marks)})


# The wording


def _block(body: etree._Element, block: Block, text: Text) -> None:
    name = id_of(BLOCK, block.id)
    element = _add(body, "block", name="heading", eId=name) if is_heading(block) else _add(body, "p", eId=name)
    _inlines(element, outside(block.inlines))
    for move in block.moves:
        _move(element, move, text)
    for number in block.numbers:
        _number(element, number)
    _status(element, block.status)
    for note in block.notes:
        _note(element, note)


def _inlines(parent: etree._Element, inlines: Sequence[Inline]) -> None:
    for item in inlines:
        if isinstance(item, str):
            _say(parent, item)
        else:
            _choice(parent, item)


def _choice(parent: etree._Element, choice: Choice) -> None:
    name = id_of(CHOICE, choice.id)
    element = _add(parent, "inline", name="bracket", eId=name)
    for index, alternative in enumerate(choice.alternatives):
        if index:
            _mark(element, " ")
        to = {"alternativeTo": f"#{name}__alt_0"} if index else {}
        _alternative(_add(element, "inline", name="alternative", eId=f"{name}__alt_{index}", **to), alternative)


def _alternative(element: etree._Element, alternative: Alternative) -> None:
    _mark(element, "[")
    if alternative.holders:
        element.set("refersTo", " ".join(_organisation(code) for code in alternative.holders))
        _mark(element, f"{', '.join(alternative.holders)}: ")
    if alternative.is_null:
        _say(_add(element, "inline", name="no-text"), NO_TEXT)
    _inlines(element, alternative.inlines)
    _mark(element, "]")


def _move(parent: etree._Element, move: Move, text: Text) -> None:
    """Say where some have this block; a reference leads to the block behind which it is."""
    holders = " ".join(_organisation(code) for code in move.holders)
    element = _add(parent, "inline", name="move", refersTo=holders)
    words = f" [{move_words(move, text)}]"
    if move.after:
        _say(_add(element, "ref", href=f"#{id_of(BLOCK, move.after)}"), words)
    else:
        _say(element, words)


def _number(parent: etree._Element, number: Numbering) -> None:
    """Say how some number this block, each of its numbers as an inline of its own."""
    holders = " ".join(_organisation(code) for code in number.holders)
    element = _add(parent, "inline", name="number", refersTo=holders)
    _mark(element, f" [{', '.join(number.holders)}: numbered")
    for label in number.labels:
        _mark(element, " ")
        _say(_add(element, "inline", name="label"), label)
    _mark(element, "]")


def _status(parent: etree._Element, status: Status) -> None:
    if status == Status():
        return
    element = _add(parent, "inline", name="status", refersTo=f"#{id_of(CONCEPT, status.state)}")
    _say(element, f" [{CONCEPTS[status.state].lower()}")
    if status.forum:
        _say(element, " in ")
        _say(_add(element, "inline", name="forum"), status.forum)
    for index, code in enumerate(status.pending):
        _say(element, ", " if index else "; pending ")
        _say(_add(element, "organization", refersTo=_organisation(code)), code)
    _say(element, "]")


def _note(parent: etree._Element, note: Note) -> None:
    """Put a reservation as an opinion that neither agrees nor dissents, a remark as an author's note."""
    concept, holder = f"#{id_of(CONCEPT, note.kind)}", _organisation(note.holder)
    if note.kind == "reserve":
        element = _add(parent, "opinion", type="null", by=holder, refersTo=concept)
    else:
        element = _add(_add(parent, "authorialNote", refersTo=f"{concept} {holder}"), "p")
    _say(element, f" [{note.holder} {STANCES[note.kind]}: ")
    _say(_add(element, "inline", name="wording"), note.wording)
    _say(element, "]")


def _organisation(code: str) -> str:
    return f"#{id_of(ORGANISATION, code)}"


def _mark(parent: etree._Element, wording: str) -> None:
    """Put what is no wording, for a reader who sees only characters."""
    _say(_add(parent, "inline", name="mark"), wording)


def _say(parent: etree._Element, wording: str) -> None:
    """Put wording: line ends and placeholders as the standard has them, what XML cannot hold as markers."""
    at = 0
    for found in _SPECIAL.finditer(wording):
        if len(found[0]) > 1 and found[0] != BREAK and not _PLACEHOLDER.fullmatch(found[0]):
            continue
        _append(parent, wording[at : found.start()])
        _special(parent, found[0])
        at = found.end()
    _append(parent, wording[at:])


def _special(parent: etree._Element, special: str) -> None:
    if special == BREAK:
        _append(_add(parent, "inline", name="mark"), PARAGRAPH)
        _add(parent, "eol")
        _add(parent, "eol")
    elif special == "\n":
        _add(parent, "eol")
    elif special == STAYS:
        _append(_add(parent, "inline", name="stays"), " ")
    elif len(special) > 1:
        _append(_add(parent, "placeholder", originalText=special), special)
    else:
        _add(parent, "marker", name=f"U+{ord(special):04X}")


def _append(parent: etree._Element, characters: str) -> None:
    if not characters:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + characters
    else:
        parent.text = (parent.text or "") + characters


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, A + tag, attributes)
