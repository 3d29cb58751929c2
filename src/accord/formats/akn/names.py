"""
The names that writing and reading share: namespaces, and ids from codes and numbers and back.

Source: Akoma Ntoso Version 1.0 Part 2 (schema 3.0), OASIS Standard; docs/reference/formats.md, "Akoma Ntoso".
"""

from __future__ import annotations

from urllib.parse import quote, unquote

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:accord:rolling-text:1"
"""Of the facts in ``proprietary`` that the standard has no place for."""

A = f"{{{NAMESPACE}}}"
ACCORD = f"{{{OWN}}}"

ORGANISATION, CONCEPT, BLOCK, CHOICE = "org_", "concept_", "block_", "choice_"
"""What the eId of each kind begins with, so that no two kinds ever share one."""


def id_of(kind: str, name: str) -> str:
    """Return the eId of a thing of this kind: its name, percent-encoded."""
    return kind + quote(name, safe="")


def name_of(kind: str, reference: str) -> str:
    """Return the name in an eId or in a reference to one; raise ``ValueError`` where it is of another kind."""
    identifier = reference.removeprefix("#")
    if not identifier.startswith(kind):
        raise ValueError(reference)
    return unquote(identifier.removeprefix(kind))
