"""The register of the demonstration: organs, people, terms, rules and names, each fact with its source and standing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts
from accord.members import actions as members
from accord.members.basis import Basis
from accord.members.models import Organisation
from accord.members.values import (
    ActEntry,
    NameEntry,
    OrganEntry,
    ParticularEntry,
    PartnerEntry,
    PersonEntry,
    PostEntry,
    ProvisionEntry,
    StateEntry,
    TermEntry,
)

Entry = TypeVar("Entry")


def enter_register(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter organs, partners and terms of the chairmanship."""
    organs = [
        OrganEntry(
            **organ.pick("key", "name", "level", "parent", "role", "kind", "founded", "aliases"),
            names=_russian(organ),
            basis=basis_of(organ),
        )
        for organ in facts["organs"]
    ]
    partners = [
        PartnerEntry(
            **partner.pick("code", "name", "structures", "parent"),
            kind="structure" if partner.get("parent") else "organisation",
            rests_on=partner["basis"],
            names=_russian(partner),
            basis=basis_of(partner),
        )
        for partner in (*facts["partners"], *facts["partner_structures"])
    ]
    terms = [TermEntry(**term.values, basis=basis_of(term)) for term in facts["chairmanship"]]
    members.enter_register(organisation.pk, organs, partners, terms, by=by, key=uuid4())


def enter_over_time(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter what states were and are, the founding acts, and people in public office with their posts."""
    states = [StateEntry(**_without_russian(state), basis=basis_of(state)) for state in facts["states"]]
    members.enter_states(organisation.pk, states, by=by, key=uuid4())
    members.enter_acts(organisation.pk, _all(ActEntry, facts["acts"]), by=by, key=uuid4())
    people = [
        PersonEntry(
            **person.pick("name", "aliases"),
            names=_russian(person),
            posts=tuple(PostEntry(**post, basis=basis_of(person)) for post in person["posts"]),
            basis=basis_of(person),
        )
        for person in facts["people"]
    ]
    members.enter_people(organisation.pk, people, by=by, key=uuid4())


def enter_rules(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter what the organisation's rules say, particulars of it, and names that no other entry carries."""
    rules = [
        ProvisionEntry(**_without_russian(rule), names=_russian(rule), basis=basis_of(rule)) for rule in facts["rules"]
    ]
    members.enter_provisions(organisation.pk, rules, by=by, key=uuid4())
    members.enter_particulars(organisation.pk, _all(ParticularEntry, facts["particulars"]), by=by, key=uuid4())
    names = [NameEntry(f"title {title['title']}", "ru", title["ru"]) for title in facts["titles"]]
    names += [NameEntry(f"words {wording['words']}", "ru", wording["ru"]) for wording in facts["wordings"]]
    names += [NameEntry(f"member {state['member']}", "ru", state["ru"]) for state in facts["states"] if state.get("ru")]
    short = facts["organisation"]["short_names"]
    names += [NameEntry("short", language, words) for language, words in short.items()]
    members.enter_names(organisation.pk, names, by=by, key=uuid4())


def basis_of(fact: Fact) -> Basis:
    """Return on what a fact rests."""
    day = fact.source.date
    return Basis(
        source_name=fact.source.name,
        source_url=fact.source.url,
        source_date=day.isoformat() if isinstance(day, date) else "",
        standing=fact.standing,
        why=fact.why,
    )


def entries(kind: Callable[..., Entry], facts: Iterable[Fact]) -> list[Entry]:
    """Return an entry of this kind for each fact; values of the fact stand under the names of the entry."""
    return [kind(**fact.values, basis=basis_of(fact)) for fact in facts]


def _russian(fact: Fact) -> dict[str, str]:
    return {"ru": fact["ru"]} if fact.get("ru") else {}


def _without_russian(fact: Fact) -> dict[str, Any]:
    return {name: value for name, value in fact.values.items() if name != "ru"}


def _all(kind: Callable[..., Entry], facts: Iterable[Fact]) -> list[Entry]:
    return [kind(**fact.values, basis=basis_of(fact)) for fact in facts]
