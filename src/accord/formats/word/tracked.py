"""One delegation's text as a Word file with tracked changes. Source: docs/reference/formats.md, "Tracked changes"."""

from __future__ import annotations

from collections.abc import Sequence

from accord.formats.paper.tracked import Remark, tracked_paper
from accord.formats.word.packing import pack


def write_tracked(
    base: str, wording: str, *, author: str, sample: bool = False, head: str = "", remarks: Sequence[Remark] = ()
) -> bytes:
    """
    Return a .docx that gives ``wording`` when all its changes are accepted and ``base`` when all are rejected.

    Equal means the same paragraphs and characters; blank lines between paragraphs are the document's own.

    Args:
        author: the delegation's code, who made every change. When it made them the file does not say.
        sample: the wording is a sample; every page says so at its head.
        remarks: what the delegation says of its paragraphs; each is a comment on one.
    """
    return pack(tracked_paper(base, wording, author=author, sample=sample, head=head, remarks=remarks))
