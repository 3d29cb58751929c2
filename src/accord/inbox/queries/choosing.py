"""What can be chosen when an item is entered: members, organs, people, meetings and so on, by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accord.access import Subject
from accord.documents.queries.ways import current_way
from accord.documents.telling import called
from accord.inbox.pages import RowLink
from accord.inbox.queries.links import SAME, row_links
from accord.meetings.queries.rows import admitted_sittings
from accord.meetings.wording import sitting_name
from accord.members.models import ChairmanshipTerm, Member, Organ, Organisation, Partner
from accord.members.queries.naming import reader_names
from accord.positions.models import Situation

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """
    What can be chosen of an organisation, each as key and words.

    Attributes:
        same: rows that the item can be, "<kind> <key>". steps: of the way of documents; ``of_organ`` the step of each.
        of_partner: codes of partners, by code and by name, in small letters.
        sittings: of the meeting that the report is about, by their codes.
    """

    members: Choices
    organs: Choices
    people: Choices
    meetings: Choices
    documents: Choices
    partners: Choices
    areas: Choices
    priorities: Choices
    terms: Choices
    situations: Choices
    steps: Choices
    sittings: Choices
    of_organ: dict[str, str]
    of_partner: dict[str, str]
    same: Choices


def choosing(by: Subject, organisation: Organisation, kind: str, meeting: str = "") -> Choosing:
    """Return what can be chosen for an item of this kind, of a report about a meeting of this id, "" for none known."""
    rows = {"organisation": organisation}
    way, names = current_way(organisation.pk), reader_names(organisation)

    def links(*kinds: str) -> dict[str, RowLink]:
        return row_links(by, organisation, *kinds, names=names)

    steps = [*way.steps.all()] if way else []
    sittings = admitted_sittings(by).filter(meeting=meeting)
    partners = [*Partner.objects.filter(**rows).values_list("code", "name")]
    terms = ChairmanshipTerm.objects.filter(**rows).select_related("member")
    return Choosing(
        members=_named("member", Member.objects.filter(**rows).values_list("code", "name"), names),
        organs=_named("organ", Organ.objects.filter(**rows).values_list("key", "name"), names),
        people=_keys(links("people")),
        meetings=_keys(links("meetings")),
        documents=_keys(links("documents")),
        partners=_named("partner", partners, names),
        areas=_keys(links("areas")),
        priorities=_keys(links("priorities")),
        terms=tuple((term.begins.isoformat(), _term(term, names)) for term in terms),
        situations=tuple((name, name) for name in Situation.objects.filter(**rows).values_list("name", flat=True)),
        steps=tuple((step.key, called(step.label, step.names)) for step in steps),
        sittings=tuple((row.code, sitting_name(row.code)) for row in sittings),
        of_partner={words.casefold(): code for code, name in partners for words in (code, name)},
        of_organ={step.organ: step.key for step in steps if step.organ},
        same=tuple((ref, link.words) for ref, link in links(*SAME.get(kind, ())).items()),
    )


def _named(kind: str, rows: Iterable[tuple[str, str]], names: Mapping[str, str]) -> Choices:
    return tuple((key, names.get(f"{kind} {key}", name)) for key, name in rows)


def _term(term: ChairmanshipTerm, names: Mapping[str, str]) -> str:
    return f"{term.begins.isoformat()}, {names.get(f'member {term.member.code}', term.member.name)}"


def _keys(links: dict[str, RowLink]) -> Choices:
    return tuple((ref.partition(" ")[2], link.words) for ref, link in links.items())
