"""The list of signatures as a printed paper, with how each member stands. Pure: a page in, a sheet out."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.formats.sheets import Facts, Grid, Heading, Part, Prose, Sheet
from accord.signing.pages import InstrumentPage, SignatureLine, TakingLine
from accord.signing.wording import day_words


def sheet_of(page: InstrumentPage) -> Sheet:
    """Return the printed list of an instrument, in the language of the page."""
    notes = (_("As of %s.") % day_words(page.shown), _("Absence is neither consent nor objection."))
    return Sheet(
        title=str(page.title),
        subtitle=_("Signatures and taking part"),
        language=get_language() or "en",
        sample=_("Sample: nobody’s real decision") if page.sample else "",
        notes=notes,
        parts=tuple(_parts(page)),
    )


def _parts(page: InstrumentPage) -> Iterator[Part]:
    yield Facts(tuple(_facts(page)))
    if page.signing:
        yield Heading(_("Signatures"))
        yield Prose(page.signing.sentence)
        if page.signing.signatures:
            head = (_("Member"), _("Signed by"), _("Day and place"))
            yield Grid(head, tuple(_signature(row) for row in page.signing.signatures), (2, 4, 3))
    yield Heading(_("Who takes part"))
    head = (_("Member"), _("How a member stands"), _("Since"))
    yield Grid(head, tuple(_standing(row) for row in page.taking), (2, 4, 2))
    if page.copies:
        yield Heading(_("Certified copies"))
        yield Grid((_("Sent to"), _("Sent on")), tuple((copy.to, day_words(copy.day)) for copy in page.copies), (3, 2))


def _facts(page: InstrumentPage) -> Iterator[tuple[str, str]]:
    yield _("Day"), ", ".join(filter(None, [day_words(page.day), page.place]))
    if page.organ:
        yield _("Organ"), page.organ
    if page.original:
        yield _("Authentic languages"), ", ".join(page.original.languages)
        yield _("Copies of the original"), str(page.original.number)
        yield _("Depositary"), page.original.depositary
    if page.basis:
        yield _("Source"), page.basis.source_name


def _signature(row: SignatureLine) -> tuple[str, str, str]:
    who = "\n".join(filter(None, [row.person, row.post, _with(row)]))
    when = ", ".join(filter(None, [day_words(row.day), row.place]))
    return f"{row.name} ({row.code})", who, f"{when}\n{_('signed later')}" if row.late else when


def _with(row: SignatureLine) -> str:
    told = ((_("Reservation"), row.reservation), (_("Special opinion"), row.opinion))
    return "\n".join(f"{kind}: {words}" for kind, words in told if words)


def _standing(row: TakingLine) -> tuple[str, str, str]:
    told = [row.label, row.words, *(f"{word.kind}: {word.words}" for word in row.attached)]
    return f"{row.name} ({row.code})", "\n".join(filter(None, told)), day_words(row.day) if row.day else ""
