"""Who sees how near the members of an organisation are."""

from __future__ import annotations

from accord.access import Allow, Subject
from accord.positions.access import may_see_alignment
from accord.positions.models import Showing


def circle_of(organisation_id: str) -> str:
    """Return to whom an organisation shows it: "council" where it has set nothing."""
    found = Showing.objects.filter(organisation=organisation_id).values_list("circle", flat=True).first()
    return found or Showing.Circle.COUNCIL.value


def sees_alignment(by: Subject) -> bool:
    """Whether ``by`` sees how near the members of its own organisation are."""
    own = by.organisation_id
    return bool(own) and isinstance(may_see_alignment(by, own or "", circle_of(own or "")), Allow)
