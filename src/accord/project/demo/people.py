"""The people of the demonstration: roles, never officials."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User

from accord.access import Subject
from accord.members.models import Organisation
from accord.members.queries import subject_of

FOUNDER = Subject(name="founder")
"""Who founds, before anybody has a mandate."""


@dataclass(frozen=True, slots=True)
class People:
    """The subjects of the demonstration by the name of their sign-in."""

    by_name: dict[str, Subject]

    @property
    def secretariat(self) -> Subject:
        """Who enters the register, the meetings and the papers."""
        return self.by_name["secretariat"]

    @property
    def chair(self) -> Subject:
        """Who presides."""
        return self.by_name["chair"]

    def delegate(self, code: str) -> Subject:
        """Who speaks for a member."""
        return self.by_name[f"{code.lower()}-delegate"]


def people_of(organisation: Organisation) -> People:
    """Return everybody who has a mandate in this organisation."""
    users = User.objects.filter(mandate__organisation=organisation).order_by("pk")
    return People({user.get_username(): subject_of(user) for user in users})
