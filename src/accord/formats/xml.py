"""
Foreign XML without what harms: no document type definition, no entities, no network.

Source: docs/reference/formats.md, "Files made to do harm".
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from accord.engine.said import say

_CHUNK = 4096
"""Bytes that are looked at in one go for where the first element begins."""


class Refused(Exception):
    """The file is not read; the message is the reason, as a clause that follows the file's name."""


def parsed(data: bytes, name: str) -> etree._Element:
    """Return the root of an XML document; refuse one with a DTD, without loading or expanding anything."""
    try:
        if _has_definition(data):
            raise Refused(say("holds a document type definition, in {name}.", name=name))
        # Ids that are given twice are no harm; a parser that takes none would load a DTD, so that comes first.
        return etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise Refused(say("is damaged: {name} is not sound XML ({msg}).", name=name, msg=error.msg)) from None


def streamed(data: bytes, name: str, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """
    Yield the elements of these tags, each whole and then forgotten, so that a long part takes little memory.

    Raises:
        Refused: there is a DTD, or it is not sound XML.
    """
    try:
        if _has_definition(data):
            raise Refused(say("holds a document type definition, in {name}.", name=name))
        safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
        for _event, element in etree.iterparse(BytesIO(data), ("end",), tag=tags, **safe):
            yield element
            element.clear()
            while (before := element.getprevious()) is not None and (above := element.getparent()) is not None:
                above.remove(before)
    except etree.XMLSyntaxError as error:
        raise Refused(say("is damaged: {name} is not sound XML ({msg}).", name=name, msg=error.msg)) from None


def _has_definition(data: bytes) -> bool:
    """Whether a document type definition stands before the first element."""
    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True, load_dtd=False)
    for at in range(0, len(data), _CHUNK):
        parser.feed(data[at : at + _CHUNK])
        for _event, root in parser.read_events():
            return isinstance(root, etree._Element) and root.getroottree().docinfo.internalDTD is not None
    return False


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,  # wording goes on behind one
        collect_ids=False,
    )
