"""The assessments of a situation side by side as a printed paper. Pure: a page in, a sheet out."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.formats.sheets import Grid, Heading, Part, Prose, Sheet
from accord.positions.pages.drawing import Cell, SidePage, SideRow


def sheet_of(page: SidePage) -> Sheet:
    """Return the assessments as of a day, in the language of the reader; the same page, the same sheet."""
    return Sheet(
        title=_("Assessments side by side"),
        subtitle=f"{page.name}, {date_format(page.day, 'j E Y')}",
        language=get_language() or "en",
        notes=tuple(_notes(page)),
        parts=tuple(_parts(page)),
    )


def _notes(page: SidePage) -> Iterator[str]:
    yield _("For the chair and the secretariat: it holds what members released to them.")
    yield _("Who has said nothing has neither consented nor objected.")
    if page.kept:
        yield _("What is marked “not to the whole council” is not for other members.")


def _parts(page: SidePage) -> Iterator[Part]:
    yield Prose(page.sentence)
    if page.rows:
        yield Heading(_("What is shared, and what is not"))
        head = (_("Question"), _("What each says"), _("How it stands"))
        yield Grid(head, tuple(map(_row, page.rows)), (4, 5, 3))
    if page.paragraphs:
        yield Heading(_("What the text will say"))
        yield Prose(_("It is drawn up from what the whole council reads, and names no member."), quiet=True)
        for paragraph in page.paragraphs:
            yield Prose(paragraph)


def _row(row: SideRow) -> tuple[str, str, str]:
    return row.wording, "\n".join(map(_said, row.cells)), "\n".join(_stands(row))


def _said(cell: Cell) -> str:
    said = ": ".join(filter(None, (f"{cell.code} {cell.label}", cell.words)))
    return f"{said} ({_('not to the whole council')})" if cell.kept else said


def _stands(row: SideRow) -> Iterator[str]:
    """Yield how a question stands, who stands apart, and who has said nothing."""
    words = {"shared": _("shared by all"), "differ": _("not shared"), "unsaid": _("not all have spoken")}
    yield words[row.state]
    if row.apart:
        yield _("apart: %s") % ", ".join(row.apart)
    if row.silent:
        yield _("nothing said: %s") % ", ".join(row.silent)
