"""What can be chosen when an item is entered: members, organs, people, meetings and so on, by their keys."""

from __future__ import annotations

from dataclasses import dataclass

from accord.access import Subject
from accord.documents.queries.ways import current_way
from accord.documents.telling import called
from accord.inbox.pages import RowLink
from accord.inbox.queries.links import SAME, row_links
from accord.meetings.queries.rows import admitted_sittings
from accord.meetings.wording import sitting_name
from accord.members.models import ChairmanshipTerm, Member, Organ, Organisation, Partner
from accord.positions.models import Situation
from accord.programme.models import Area

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """
    What can be chosen of an organisation, each as key and words.

    Attributes:
        same: rows that the item can be, "<kind> <key>". steps: of the way of documents; ``of_organ`` the step of each.
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
    same: Choices


def choosing(by: Subject, organisation: Organisation, kind: str, meeting: str = "") -> Choosing:
    """Return what can be chosen for an item of this kind, of a report about a meeting of this id, "" for none known."""
    rows = {"organisation": organisation}
    way = current_way(organisation.pk)
    steps = [*way.steps.all()] if way else []
    sittings = admitted_sittings(by).filter(meeting=meeting)
    terms = ChairmanshipTerm.objects.filter(**rows).select_related("member")
    return Choosing(
        members=tuple(Member.objects.filter(**rows).values_list("code", "name")),
        organs=tuple(Organ.objects.filter(**rows).values_list("key", "name")),
        people=_keys(row_links(by, organisation, "people")),
        meetings=_keys(row_links(by, organisation, "meetings")),
        documents=_keys(row_links(by, organisation, "documents")),
        partners=tuple(Partner.objects.filter(**rows).values_list("code", "name")),
        areas=tuple(Area.objects.filter(**rows).values_list("key", "name")),
        priorities=_keys(row_links(by, organisation, "priorities")),
        terms=tuple((term.begins.isoformat(), f"{term.begins.isoformat()}, {term.member.name}") for term in terms),
        situations=tuple((name, name) for name in Situation.objects.filter(**rows).values_list("name", flat=True)),
        steps=tuple((step.key, called(step.label, step.names)) for step in steps),
        sittings=tuple((row.code, sitting_name(row.code)) for row in sittings),
        of_organ={step.organ: step.key for step in steps if step.organ},
        same=tuple((ref, link.words) for ref, link in row_links(by, organisation, *SAME.get(kind, ())).items()),
    )


def _keys(links: dict[str, RowLink]) -> Choices:
    return tuple((ref.partition(" ")[2], link.words) for ref, link in links.items())
