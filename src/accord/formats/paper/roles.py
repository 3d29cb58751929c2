"""
What the styles of a written rolling text mean, by the names that people see: by these a file is read back.

Word and LibreOffice keep them when a file is edited and saved; other programs may not.

Source: docs/how-to/word.md, "The rolling text, edited by hand".
"""

from __future__ import annotations

from collections.abc import Iterable

PARAGRAPHS = {
    "Title": "title",
    "Sample Mark": "sample",
    "Legend": "legend",
    "Position Note": "note",
    "Annex Heading": "annex",
    "Table Text": "table",
}
"""Paragraphs that stand around the wording; those of any other style are wording."""

RUNS = {
    "Base Alternative": "first",
    "Alternative": "other",
    "Choice Bracket": "opening",
    "Bracket": "bracket",
    "Holder": "holder",
    "No Text": "none",
    "Status Mark": "status",
    "Reopened Mark": "reopened",
    "Computed Label": "label",
    "Paragraph Break Mark": "mark",
    "Kept Space": "kept",
    "Wording Bracket": "letter",
}
"""Runs by their look, as in :mod:`accord.formats.paper.values`; those of any other style are plain."""

_SIGNS = frozenset({"Legend", "Position Note", "Choice Bracket", "Computed Label"})


def roles_of(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """
    Return what the styles of a document mean, by their ids; nothing for one that is no written rolling text.

    Args:
        names: pairs of a style's id and its name.
    """
    known = {name: each for each, name in names}
    if not known.keys() >= _SIGNS:
        return {}
    return {each: role for name, role in (PARAGRAPHS | RUNS).items() if (each := known.get(name))}
