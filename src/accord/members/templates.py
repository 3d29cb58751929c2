"""A council that is founded from a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accord.formats.organisations import Template, templates
from accord.members.basis import Basis
from accord.members.values import ClockEntry, Founding, OrganEntry, ProvisionEntry, TermEntry

__all__ = ["clocks_of", "founding_of", "from_template", "rules_of", "templates", "terms_of"]


def founding_of(template: Template) -> Founding:
    """Return a council as a template has it, each fact with the template's own standing."""
    source = "" if template.standing == "stated" else "template"
    basis = Basis(source_name=source or Basis().source_name, standing=template.standing, why=template.why)
    plain = Founding(template.name, tuple((each.code, each.name) for each in template.members))
    return from_template(replace(plain, short_name=template.short_name, basis=basis), template)


def clocks_of(template: Template, founding: Founding) -> tuple[ClockEntry, ...]:
    """Return in which zones the secretariat and those of the template's members work that the council has."""
    codes = {code for code, _name in founding.members}
    seat = ClockEntry("", template.seat.zone, template.seat.city, template.seat.country)
    known = (each for each in template.members if each.zone and each.code in codes)
    return (seat, *(ClockEntry(each.code, each.zone, each.city) for each in known))


def rules_of(template: Template) -> tuple[ProvisionEntry, ...]:
    """Return what the template knows of the organisation's rules on its chairmanship."""
    return tuple(
        ProvisionEntry(
            each.key, each.title, each.words, each.article, matter="chair", basis=_basis(template, each.basis)
        )
        for each in template.rules
    )


def terms_of(template: Template, founding: Founding) -> tuple[TermEntry, ...]:
    """Return the terms of those of the template's members that the council has."""
    codes = {code for code, _name in founding.members}
    return tuple(
        TermEntry(each.member, each.begins, each.ends, each.exception, basis=_basis(template, each.basis))
        for each in template.terms
        if each.member in codes
    )


def _basis(template: Template, own: Mapping[str, str] | None = None) -> Basis:
    """Return on what a fact of a template rests: a source of its own, else that of all of it."""
    if own:
        return Basis(**own)
    return Basis(standing=template.standing, why=template.why) if template.why else Basis()


def from_template(founding: Founding, template: Template) -> Founding:
    """Return a council with its own name and members, and the template's rule, rotation, organs and names."""
    codes = {code for code, _name in founding.members}
    local = {each.code: {template.language: each.local} for each in template.members if each.local}
    basis = _basis(template)
    return replace(
        founding,
        council=template.council,
        rule=template.rule,
        language=template.language,
        names_in="en",
        rotation=template.rotation,
        member_names={code: names for code, names in local.items() if code in codes},
        organs=tuple(
            OrganEntry(each.key, each.name, level=each.level, parent=each.parent, kind=each.kind, basis=basis)
            for each in template.organs
        ),
        basis=basis,
    )
