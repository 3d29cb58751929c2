"""A bracketed text before it is imported: what was found in it, and the negotiation that it would be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.drafting.access import may_begin
from accord.drafting.importing import corrected, key_of, may_correct, of_nobody, table_of
from accord.engine import text as engine
from accord.engine.text.foreign.importing import import_negotiation
from accord.members.models import Organisation
from accord.members.queries import members_of, organisation_of

MOST_PARAGRAPHS = 3_000
"""How many paragraphs a text may have that is imported."""

SHOWN = 60
"""How many paragraphs are shown before it is imported."""


@dataclass(frozen=True, slots=True)
class Named:
    """A member that the brackets name, and how often."""

    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no member has: how often it stands, and whom it may mean ("" for nobody likely)."""

    name: str
    count: int
    likely: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """
    A finding.

    Attributes:
        key: by which its correction is accepted; "" where it has none.
    """

    code: str
    severity: str
    line: int
    column: int
    message: str
    fix: str
    key: str


@dataclass(frozen=True, slots=True)
class Stands:
    """A paragraph as it would stand: its label, its notation, and its status in the notation of a status."""

    label: str
    notation: str
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """
    What would be imported.

    Attributes:
        figures: name → number, of paragraphs, choices and so on, in the order in which they are shown.
        members: pairs of code and name, to map names onto.
        shown: the first paragraphs; ``more`` is how many follow.
        fingerprint: of the negotiation: what is confirmed is what was shown.
    """

    figures: Mapping[str, int]
    named: tuple[Named, ...]
    unknown: tuple[Unknown, ...]
    members: tuple[tuple[str, str], ...]
    findings: tuple[Noticed, ...]
    shown: tuple[Stands, ...]
    more: int
    fingerprint: str

    @property
    def needs_a_person(self) -> int:
        """How many findings need a person."""
        return sum(each.severity == "warning" for each in self.findings)


def imported_in(
    organisation: Organisation, source: str, aliases: Mapping[str, str], *, sample: bool
) -> engine.Imported:
    """
    Return the negotiation that ``source`` would be among the members of ``organisation``.

    Raises:
        engine.NothingToDo: it has no paragraph, or too many.
    """
    members = [(member.code, member.name) for member in members_of(organisation)]
    made = import_negotiation(source, table_of(members, aliases), sample=sample)
    if not made.text.blocks:
        raise engine.NothingToDo(_("There is no wording in it."))
    if len(made.text.blocks) > MOST_PARAGRAPHS:
        raise engine.NothingToDo(_("The text has more than %d paragraphs.") % MOST_PARAGRAPHS)
    return made


def preview_of(by: Subject, source: str, aliases: Mapping[str, str], *, sample: bool) -> Preview:
    """
    Return what would be imported; nothing is stored.

    Args:
        source: negotiated wording, its brackets as others wrote them.
        aliases: names in it → the code of the member that each stands for.

    Raises:
        Refused: ``by`` does not begin texts; engine.NothingToDo: it has no paragraph, or too many.
    """
    require(may_begin(by))
    organisation = organisation_of(by)
    made = imported_in(organisation, source, aliases, sample=sample)
    members = tuple((member.code, member.name) for member in members_of(organisation))
    return Preview(
        figures=_figures(made),
        named=tuple(_named(made, dict(members))),
        unknown=tuple(_unknown(made, table_of(members, aliases))),
        members=members,
        findings=tuple(map(_noticed, made.findings)),
        shown=tuple(_shown(made.text)),
        more=max(0, len(made.text.blocks) - SHOWN),
        fingerprint=engine.fingerprint(made.text),
    )


def corrected_source(by: Subject, source: str, aliases: Mapping[str, str], key: str) -> str:
    """Return ``source`` with the correction of one finding made. Raises as :func:`preview_of` does."""
    require(may_begin(by))
    return corrected(source, imported_in(organisation_of(by), source, aliases, sample=False), key)


def _figures(made: engine.Imported) -> dict[str, int]:
    measures = engine.measures(made.text)
    return {
        "blocks": measures.blocks,
        "agreed": measures.agreed,
        "choices": measures.choices,
        "nobody": of_nobody(made.text),
        "placeholders": len(made.inspection.placeholders),
        "reservations": measures.reservations,
    }


def _named(made: engine.Imported, names: Mapping[str, str]) -> Iterator[Named]:
    for code in made.text.delegations:
        if count := made.inspection.attributions.get(code, 0):
            yield Named(code, names[code], count)


def _unknown(made: engine.Imported, table: engine.Roster) -> Iterator[Unknown]:
    for name, count in sorted(made.unknown.items(), key=lambda each: -each[1]):
        likely = next(iter(table.like(name)), "")
        yield Unknown(name, count, table.code(likely))


def _noticed(finding: engine.Finding) -> Noticed:
    key = key_of(finding) if may_correct(finding) else ""
    where = (finding.line, finding.column)
    return Noticed(finding.code, finding.severity, *where, finding.message, finding.fix, key)


def _shown(text: engine.Text) -> Iterator[Stands]:
    labelled = zip(text.blocks[:SHOWN], engine.labels(text), strict=False)
    for block, label in labelled:
        yield Stands(label, engine.render_block(block), not label and engine.is_heading(block))
