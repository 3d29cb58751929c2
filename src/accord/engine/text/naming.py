"""
Which characters a name may hold: of a state, an organisation, an organ, a person at work. Stricter than wording.

A name is one line that a reader can tell from another: no control, format, bidirectional or invisible character, no
spaces but plain ones between its words, and at least one letter or number.

Source: docs/reference/inspect.md, "Characters"; TRUST D19 (docs/explanation/architecture.md).
"""

from __future__ import annotations

import re
from typing import NewType

from accord.engine.said import say
from accord.engine.text.errors import TextError
from accord.engine.text.wording import negotiated

PlainName = NewType("PlainName", str)
"""A name that has passed :func:`plain_name`: NFC, one line, single plain spaces, allowed characters only."""

LONGEST = 200
"""How many code points a name has at most."""

_SIGNS = re.compile(r"[\[\]{}<>|\\]")


class NameRefused(TextError):
    """The name cannot be used; the message says why."""


def plain_name(text: str, *, longest: int = LONGEST) -> PlainName:
    """
    Return ``text`` as a name: in NFC, with single plain spaces between its words.

    Args:
        longest: how many code points it may have.

    Raises:
        WordingRefused: some characters are not allowed; the places are those in ``text``.
        NameRefused: it is empty, without letter or number, too long, in several lines, or holds one of ``[]{}<>|\\``,
            which mean something in a negotiated text.
    """
    wording = negotiated(text).strip()
    name = " ".join(wording.split())
    for reason in _refusals(wording, name, longest):
        raise NameRefused(reason)
    return PlainName(name)


def _refusals(wording: str, name: str, longest: int) -> list[str]:
    if not name:
        return [say("The name is empty.")]
    if "\n" in wording:
        return [say("A name is one line.")]
    if len(name) > longest:
        return [
            say("The name has {count} characters; at most {longest} are possible.", count=len(name), longest=longest)
        ]
    if sign := _SIGNS.search(name):
        return [say("A name cannot hold “{sign}”.", sign=sign[0])]
    return [] if any(map(str.isalnum, name)) else [say("A name has at least one letter or number.")]
