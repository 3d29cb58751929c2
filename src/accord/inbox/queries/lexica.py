"""
What is known of words, with the names of the council that reads: so that a council that no lexicon knows is found in a
report, and its members too, whatever they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from accord.engine.reading import Lexica, Lexicon
from accord.engine.reading import lexicon as values
from accord.engine.reading.tokens import cut
from accord.formats.lexica import lexicon
from accord.inbox.stems import phrases_of
from accord.members.models import Member, Organisation
from accord.members.queries.naming import every_name


def own_id(organisation: Organisation) -> str:
    """Return the lexicon's id of the organisation where it has one, else the organisation's own."""
    known = _known(organisation)
    return known.id if known else f"own-{organisation.pk}"


def lexica_of(organisation: Organisation) -> Lexica:
    """Return the lexica with the names of this organisation and of its members."""
    names = every_name(organisation.pk)
    members = {row.code: row.name for row in Member.objects.filter(organisation=organisation)}
    own = None if _known(organisation) else _own(organisation, names, members)
    built: dict[str, Lexicon] = {}

    def found(language: str) -> Lexicon:
        if language not in built:
            built[language] = _with(lexicon(language), own, members, names)
        return built[language]

    return found


def _known(organisation: Organisation) -> values.Organisation | None:
    """Return the organisation of the lexicon that is called as this one, or as it is called for short."""
    for words in (organisation.name, organisation.short_name):
        if words:
            tokens = cut(words).tokens
            hit = lexicon("en").organisation_table.at(tokens, 0, len(tokens)) if tokens else None
            if hit and hit.last == len(tokens) and hit.value.parent is None:
                return hit.value
    return None


def _own(organisation: Organisation, names: dict[str, list[str]], members: Iterable[str]) -> values.Organisation:
    called = [organisation.name, *names["organisation"]]
    short = [words for words in (organisation.short_name, *names["short"]) if words]
    plain = dict.fromkeys(("en", "ru"), organisation.name)
    brief = dict.fromkeys(("en", "ru"), organisation.short_name or organisation.name)
    return values.Organisation(own_id(organisation), plain, brief, phrases_of([*called, *short]), frozenset(members))


def _with(
    base: Lexicon, own: values.Organisation | None, members: dict[str, str], names: dict[str, list[str]]
) -> Lexicon:
    countries = dict(base.countries)
    for code, name in members.items():
        phrases = phrases_of([name, *names[f"member {code}"], code])
        countries[code] = [*countries.get(code, ()), *phrases]
    organisations = base.organisations if own is None else (own, *base.organisations)
    return replace(base, organisations=organisations, countries=countries)
