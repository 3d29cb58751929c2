"""Where what was done together with a partner has a page of its own: only pages that the reader can see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.access import Subject
from accord.documents.queries import names_for
from accord.meetings.queries import meeting_names
from accord.programme.queries import activity_list, operation_list


@dataclass(frozen=True, slots=True)
class Place:
    """A page to which something that was done together can lead."""

    name: str
    address: str


def joint_places(by: Subject, organisation_id: str, on: date | None = None) -> dict[str, Place]:
    """Return every such page of this reader, by what a row stores of it (accord.members.models.Joint)."""
    found = {
        f"activity {line.series_key}/{line.key}": Place(
            line.title, reverse("activity", args=[line.series_key, line.key])
        )
        for line in activity_list(by, organisation_id, on)
    }
    for one in operation_list(by, organisation_id):
        found[f"operation {one.key}"] = Place(_("operation %s") % one.name, reverse("operation", args=[one.key]))
    for pk, title in meeting_names(by, organisation_id, on).items():
        found[f"meeting {pk}"] = Place(title, reverse("meeting", args=[pk]))
    for pk, title in names_for(by, organisation_id):
        found[f"document {pk}"] = Place(title, reverse("document", args=[pk]))
    return found
