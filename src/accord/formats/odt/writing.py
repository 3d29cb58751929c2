"""The rolling text, the clean text and one delegation's tracked changes as OpenDocument texts."""

from __future__ import annotations

from collections.abc import Sequence

from accord.engine.text.model import Text
from accord.formats.odt.packing import pack
from accord.formats.paper.clean import clean_paper
from accord.formats.paper.rolling import rolling_paper
from accord.formats.paper.tracked import Remark, tracked_paper


def write_rolling(text: Text, *, title: str = "Rolling text", head: str = "") -> bytes:
    """Return ``text`` as an .odt; otherwise as :func:`accord.formats.word.rolling.write_rolling`."""
    return pack(rolling_paper(text, title=title, head=head))


def write_clean(wording: str, *, sample: bool = False, title: str = "", head: str = "") -> bytes:
    """Return ``wording`` as an .odt; otherwise as :func:`accord.formats.word.clean.write_clean`."""
    return pack(clean_paper(wording, sample=sample, title=title, head=head))


def write_tracked(
    base: str, wording: str, *, author: str, sample: bool = False, head: str = "", remarks: Sequence[Remark] = ()
) -> bytes:
    """Return the changes as an .odt; otherwise as :func:`accord.formats.word.tracked.write_tracked`."""
    return pack(tracked_paper(base, wording, author=author, sample=sample, head=head, remarks=remarks))
