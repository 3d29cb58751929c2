"""The rolling text as a Word file. Source: docs/reference/formats.md, "What every rolling text shows"."""

from __future__ import annotations

from accord.engine.text.model import Text
from accord.formats.paper.rolling import rolling_paper
from accord.formats.word.packing import pack


def write_rolling(text: Text, *, title: str = "Rolling text", head: str = "") -> bytes:
    """
    Return ``text`` as a .docx; the same text gives the same bytes.

    Args:
        head: a line for the head of every page; a sample says there that it is one as well.
    """
    return pack(rolling_paper(text, title=title, head=head))
