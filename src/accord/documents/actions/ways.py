"""Setting the way of documents and the pattern of their symbols."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.access.queries import council_audience
from accord.documents.access import may_set_way
from accord.documents.choices import StepKind
from accord.documents.models import Numbering, Way, WayStep
from accord.documents.queries.ways import current_way, numbering_of
from accord.documents.telling import symbol_words
from accord.documents.values import StepEntry
from accord.engine.passage import Pattern, SymbolError, check_pattern
from accord.members import checks
from accord.members.errors import Unfit
from accord.members.models import Organ, Organisation
from accord.members.queries import visible_organisations
from accord.record import acts as record

MOST = 20
"""Steps of a way."""


def _organisation(pk: str) -> Organisation:
    return Organisation.objects.get(pk=pk)


@record.action(answers=_organisation)
def set_way(
    organisation_id: str, steps: Sequence[StepEntry], pattern: Pattern | None = None, *, by: Subject, key: UUID
) -> Organisation:
    """
    Set the way that documents take from now on, and the pattern of symbols given from now on.

    Documents that are on their way keep theirs, and symbols that were given stay; without ``pattern`` it stays too.

    Raises:
        Unfit: no step, too many, two of one key, an unknown kind or organ, a pattern that gives no symbols; Refused;
        NotVisible.
    """
    with record.act("set the way of documents", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_set_way(by, organisation))
        _require_sound(organisation, steps)
        last = current_way(organisation.pk)
        way = Way.objects.create(organisation=organisation, number=last.number + 1 if last else 1)
        WayStep.objects.bulk_create(_step(way, order, entry) for order, entry in enumerate(steps))
        symbols = pattern or numbering_of(organisation.pk)
        _set_numbering(organisation, symbols)
        _write(act, organisation, names=[entry.label for entry in steps], what=symbols.series)
        return organisation


def _set_numbering(organisation: Organisation, pattern: Pattern) -> None:
    try:
        check_pattern(pattern)
    except SymbolError as error:
        raise Unfit("series", symbol_words(error)) from error
    values = {name: getattr(pattern, name) for name in ("series", "revision", "addendum", "corrigendum")}
    Numbering.objects.update_or_create(organisation=organisation, defaults=values)


def _step(way: Way, order: int, entry: StepEntry) -> WayStep:
    plain = {name: getattr(entry, name) for name in ("key", "kind", "organ", "optional", "parallel")}
    label = checks.name("label", entry.label, longest=80)
    names = {tag: checks.name("label", words, longest=80) for tag, words in entry.names.items() if words}
    return WayStep(way=way, order=order, label=label, names=names, **plain)


def _require_sound(organisation: Organisation, steps: Sequence[StepEntry]) -> None:
    if not 1 <= len(steps) <= MOST:
        raise Unfit("steps", _("A way has at least one step, and at most %d.") % MOST)
    keys = [entry.key for entry in steps]
    twice = next((entry.label for entry in steps if keys.count(entry.key) > 1), None)
    if twice is not None:
        raise Unfit("steps", _("“%s” stands twice on the way.") % twice)
    known = set(Organ.objects.filter(organisation=organisation).values_list("key", flat=True))
    for entry in steps:
        if entry.kind not in StepKind.values:
            raise Unfit("steps", _("“%s” has no known kind.") % entry.label)
        if entry.organ and entry.organ not in known:
            raise Unfit("steps", _("The register has no organ “%s”.") % entry.organ)


def _write(act: record.Act, organisation: Organisation, **data: object) -> None:
    council = council_audience(organisation.pk)
    stream = f"documents:{organisation.pk}:{council.pk}"
    act.entry(
        organisation_id=organisation.pk, stream=stream, audience=council, data=dict(data), answer=organisation.pk
    )
