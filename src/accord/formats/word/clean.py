"""The clean text as a Word file: the wording alone, paragraph by paragraph, without brackets or names."""

from __future__ import annotations

from accord.formats.paper.clean import clean_paper
from accord.formats.word.packing import pack


def write_clean(wording: str, *, sample: bool = False, title: str = "", head: str = "") -> bytes:
    """
    Return ``wording`` as a .docx; its paragraphs are what blank lines part.

    Args:
        sample: the wording is a sample; every page says so at its head.
        title: stands above the wording, where it has none of its own.
        head: a line for the head of every page, which is no part of the wording when the file is read again.
    """
    return pack(clean_paper(wording, sample=sample, title=title, head=head))
