"""The tables of an organisation: who belongs to it and since when, its organs, people, chairmanship and mandates."""

from accord.members.models.basis import Sourced
from accord.members.models.clocks import Clock
from accord.members.models.handing import Handover
from accord.members.models.names import Name
from accord.members.models.organisation import (
    ChairmanshipTerm,
    Mandate,
    Member,
    MemberState,
    Organisation,
    Partner,
)
from accord.members.models.organs import FoundingAct, Organ
from accord.members.models.partners import Agreement, Contact, Joint
from accord.members.models.people import Person, Post, Power
from accord.members.models.rules import Particular, Provision

__all__ = [
    "Agreement",
    "ChairmanshipTerm",
    "Clock",
    "Contact",
    "FoundingAct",
    "Handover",
    "Joint",
    "Mandate",
    "Member",
    "MemberState",
    "Name",
    "Organ",
    "Organisation",
    "Particular",
    "Partner",
    "Person",
    "Post",
    "Power",
    "Provision",
    "Sourced",
]
