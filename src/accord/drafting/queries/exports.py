"""
A text as a file holds it: what this subject may see, and not one name more.

The rolling text in Word, the clean text, the own tracked changes and the notation are all written from one
:class:`Export`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import NotVisible, Subject
from accord.drafting.models import Text
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.rows import current, text_row, version_of
from accord.engine import text as engine
from accord.engine.text.model import map_choices
from accord.formats.documents import write_text
from accord.formats.paper.tracked import remarks_of
from accord.formats.word.clean import write_clean
from accord.formats.word.rolling import write_rolling
from accord.formats.word.tracked import write_tracked

FORMATS = (".odt", ".html", ".pdf", ".xml")
"""Formats of the rolling text besides Word and the notation, by the suffix of the file."""
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9.]+")


@dataclass(frozen=True, slots=True)
class Export:
    """
    One version of a text, as the subject sees it.

    Attributes:
        body: the text; for who sees no holders, without any code, reservation or note.
        me: the subject's delegation, or "".
        stem: how a file is called: the symbol alone, never words of the text.
        head: symbol, version and time in one line.
    """

    title: str
    body: engine.Text
    me: str
    stem: str
    head: str

    def rolling(self) -> bytes:
        """Return the rolling text as a Word file: brackets as text, holders, status, a legend."""
        return write_rolling(self.body, title=self.title, head=self.head)

    def clean(self, *, own: bool = False) -> bytes:
        """
        Return the wording alone as a Word file, to read or to work on.

        Args:
            own: as the subject's own delegation has it; else as the base has it. Where a choice is open, the head of
                every page says so.

        Raises:
            NotVisible: ``own`` of somebody who acts for no delegation of this text.
        """
        if own and not self.me:
            raise NotVisible
        wording = engine.project(self.body, self.me if own else None)
        state = _("as %s has it") % self.me if own else _open_words(self.body)
        return write_clean(wording, sample=self.body.sample, head=f"{self.head} · {state}")

    def tracked(self) -> bytes:
        """
        Return what the subject's own delegation changes in the base as a Word file, to accept or reject.

        Raises:
            NotVisible: the subject acts for no delegation of this text.
        """
        if not self.me:
            raise NotVisible
        base, own = engine.project(self.body, None), engine.project(self.body, self.me)
        head = f"{self.head} · {_('as %s has it') % self.me}"
        remarks = remarks_of(self.body, self.me)
        return write_tracked(base, own, author=self.me, sample=self.body.sample, head=head, remarks=remarks)

    def rolling_in(self, suffix: str) -> bytes:
        """
        Return the rolling text in another format, one of :data:`FORMATS`.

        Raises:
            NotVisible: there is no such format; engine.TextError: it cannot be written here, and the message says why.
        """
        if suffix not in FORMATS:
            raise NotVisible
        return write_text(self.body, suffix)

    def notation(self) -> bytes:
        """Return the text in notation, as ``accord project`` and ``accord inspect`` read it."""
        return write_text(self.body, ".txt")


def export_of(by: Subject, text_id: str, number: int | None = None) -> Export:
    """
    Return a version of a text for export; None is the current one.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or it has no such version.
    """
    text = text_row(by, text_id)
    version = version_of(text, number) if number else current(text)
    lens = lens_of(by, text, version.body)
    at = formats.date_format(version.at.astimezone(UTC), "j E Y, H:i")
    named = _("%(symbol)s, version %(number)d, %(at)s UTC")
    return Export(
        title=text.title,
        body=version.body if lens.shows_holders else without_names(version.body),
        me=lens.me,
        stem=stem_of(text),
        head=named % {"symbol": text.symbol or _("No symbol"), "number": version.number, "at": at},
    )


def stem_of(text: Text) -> str:
    """Return the symbol as a file name holds it; "text" where there is none."""
    return _NOT_PLAIN.sub("-", text.symbol).strip("-.") or "text"


def without_names(body: engine.Text) -> engine.Text:
    """Return ``body`` with all its wording and alternatives, and nothing that says whose they are."""
    return replace(
        body,
        blocks=tuple(
            replace(
                block,
                inlines=map_choices(block.inlines, _nameless),
                status=replace(block.status, pending=()),
                notes=(),
                moves=(),
                numbers=(),
            )
            for block in body.blocks
        ),
        delegations=(),
        base="",
        groups=(),
        envelopes=tuple(pair for pair in body.envelopes if not pair[0]),
    )


def _nameless(choice: engine.Choice) -> engine.Choice:
    return replace(choice, alternatives=tuple(replace(each, holders=()) for each in choice.alternatives))


def _open_words(body: engine.Text) -> str:
    count = sum(1 for _each in engine.choices(body))
    if not count:
        return _("no choice is open")
    return ngettext(
        "%d choice is open: the base’s wording stands there",
        "%d choices are open: the base’s wording stands there",
        count,
    ) % count
