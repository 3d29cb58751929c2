"""What belongs to an area without saying so itself, and what serves a priority."""

from __future__ import annotations

from django.db import models

from accord.documents.models import Document
from accord.members.models import Organ, Partner, Sourced
from accord.positions.models import Situation
from accord.programme.models.activities import Activity
from accord.programme.models.operations import Operation
from accord.programme.models.priorities import Area, Priority
from accord.programme.models.striking import Strikable


def exactly_one(*names: str) -> models.Q:
    """Return that exactly one of these columns is filled."""
    found = models.Q()
    for name in names:
        found |= models.Q(**{f"{other}__isnull": other != name for other in names})
    return found


class Belonging(Sourced, Strikable):
    """That an organ, a partner, a document or a situation belongs to an area; exactly one of them."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="belongings")
    organ = models.ForeignKey(Organ, models.CASCADE, null=True, related_name="+")
    partner = models.ForeignKey(Partner, models.CASCADE, null=True, related_name="+")
    document = models.ForeignKey(Document, models.CASCADE, null=True, related_name="+")
    situation = models.ForeignKey(Situation, models.CASCADE, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("organ", "partner", "document", "situation"), name="one_thing_belongs_to_an_area"
            ),
            models.UniqueConstraint(fields=["area", "organ"], name="an_organ_belongs_to_an_area_once"),
            models.UniqueConstraint(fields=["area", "partner"], name="a_partner_belongs_to_an_area_once"),
            models.UniqueConstraint(fields=["area", "document"], name="a_document_belongs_to_an_area_once"),
            models.UniqueConstraint(fields=["area", "situation"], name="a_situation_belongs_to_an_area_once"),
        ]


class Service(Sourced, Strikable):
    """That an edition of a joint activity, or an operation, serves a priority; exactly one of them."""

    priority = models.ForeignKey(Priority, models.CASCADE, related_name="services")
    activity = models.ForeignKey(Activity, models.CASCADE, null=True, related_name="services")
    operation = models.ForeignKey(Operation, models.CASCADE, null=True, related_name="services")
    known = models.DateField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=exactly_one("activity", "operation"), name="one_thing_serves_a_priority"),
            models.UniqueConstraint(fields=["priority", "activity"], name="an_activity_serves_a_priority_once"),
            models.UniqueConstraint(fields=["priority", "operation"], name="an_operation_serves_a_priority_once"),
        ]
