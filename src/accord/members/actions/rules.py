"""Entering what the organisation's own rules say, particulars of it, and names in further languages."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from accord.access import Subject, require
from accord.formats.rules import shipped
from accord.members import access, checks, queries
from accord.members.actions.entering import call, enter, everybody, organisation_by_id
from accord.members.choices import Matter, Use
from accord.members.errors import Unfit
from accord.members.models import Member, Name, Organ, Organisation, Particular, Partner, Person, Provision
from accord.members.values import NameEntry, ParticularEntry, ProvisionEntry
from accord.record import acts as record


@record.action(answers=organisation_by_id)
def enter_provisions(
    organisation_id: str, provisions: Sequence[ProvisionEntry], *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter rules of the organisation; each takes the place of one entered with the same key.

    Raises:
        Unfit: a title cannot be used, no words, no such matter or decision rule.
    """
    with record.act("entered rules", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        known = Provision.objects.filter(organisation=organisation).count()
        for order, entry in enumerate(provisions, known):
            _enter_provision(organisation, order, entry)
        enter(act, organisation, everybody(organisation), {"rules": len(provisions)}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def enter_particulars(
    organisation_id: str, particulars: Sequence[ParticularEntry], *, by: Subject, key: UUID
) -> Organisation:
    """Enter short facts about the organisation; each takes the place of one of the same label. Raises Unfit."""
    with record.act("entered particulars", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        known = Particular.objects.filter(organisation=organisation).count()
        for order, entry in enumerate(particulars, known):
            values = {"words": checks.name("words", entry.words, longest=500), **entry.basis.columns()}
            label = checks.name("label", entry.label, longest=60)
            Particular.objects.update_or_create(
                organisation=organisation,
                label=label,
                defaults=values,
                create_defaults={**values, "order": order},
            )
        enter(act, organisation, everybody(organisation), {"facts": len(particulars)}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def enter_names(organisation_id: str, names: Sequence[NameEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter how things of the register are called in another language; one of the same language is replaced.

    Raises:
        Unfit: nothing in the register is called so, or the words cannot be used.
    """
    with record.act("entered names", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_keep_register(by, organisation))
        for entry in names:
            if not _names_something(organisation, entry.of):
                raise Unfit("of", _("“%s” is not in the register.") % entry.of)
            Name.objects.filter(organisation=organisation, of=entry.of, language=entry.language, use=Use.NAME).delete()
            call(organisation, entry.of, {entry.language: entry.words})
        enter(act, organisation, everybody(organisation), {"count": len(names)}, answer=organisation.pk)
        return organisation


def _enter_provision(organisation: Organisation, order: int, entry: ProvisionEntry) -> None:
    if entry.matter not in Matter.values:
        raise Unfit("matter", _("“%s” is nothing that a rule is about here.") % entry.matter)
    if entry.decides and entry.decides not in shipped():
        raise Unfit("decides", _("There is no rule of this name."))
    values = {
        "title": checks.name("title", entry.title, longest=160),
        "words": checks.name("words", entry.words, longest=1000),
        **{name: getattr(entry, name) for name in ("article", "earlier", "support", "matter", "decides")},
        **entry.basis.columns(),
    }
    Provision.objects.update_or_create(
        organisation=organisation, key=entry.key, defaults=values, create_defaults={**values, "order": order}
    )
    call(organisation, f"rule {entry.key}", entry.names)


TABLES: dict[str, tuple[type[Model], str]] = {
    "member": (Member, "code"),
    "organ": (Organ, "key"),
    "partner": (Partner, "code"),
    "person": (Person, "pk"),
    "rule": (Provision, "key"),
}
"""Where what a name is of stands, by the first word of it; the rest is the value of this column."""


def _names_something(organisation: Organisation, of: str) -> bool:
    kind, _space, which = of.partition(" ")
    if kind not in TABLES:
        return of in ("organisation", "short", "council") or (kind in ("title", "words") and which != "")
    table, column = TABLES[kind]
    return table._default_manager.filter(organisation=organisation, **{column: which}).exists()
