"""
Foreign XML without what harms: no document type definition, no entities, no network.

Source: docs/reference/formats.md, "Files made to do harm".
"""

from __future__ import annotations

from lxml import etree


class Refused(Exception):
    """The file is not read; the message is the reason, as a clause that follows the file's name."""


def parsed(data: bytes, name: str) -> etree._Element:
    """Return the root of an XML document; refuse one with a DTD, without loading or expanding anything."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refused(f"is damaged: {name} is not sound XML ({error.msg}).") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(f"holds a document type definition, in {name}.")
    return root
