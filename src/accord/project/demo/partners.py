"""What there is with partners: agreements as they are reported, and what was done together, tied to its meeting."""

from __future__ import annotations

from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts
from accord.meetings.models import Meeting
from accord.members import actions as members
from accord.members.models import Organisation
from accord.members.values import AgreementEntry, JointEntry
from accord.project.demo.register import basis_of, entries


def enter_partners(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter agreements and what was done together; the meetings of the cycle are entered before."""
    agreements = entries(AgreementEntry, facts["partner_agreements"])
    members.enter_agreements(organisation.pk, agreements, by=by, key=uuid4())
    meetings = dict(Meeting.objects.filter(organisation=organisation).values_list("title", "pk"))
    joint = [
        JointEntry(
            partner,
            **fact.pick("kind", "title", "role", "organ", "day", "until", "when", "known"),
            of=_place(fact, meetings),
            basis=basis_of(fact),
        )
        for fact in facts["partner_joint"]
        for partner in fact["partners"]
    ]
    members.enter_joint(organisation.pk, joint, by=by, key=uuid4())


def _place(fact: Fact, meetings: dict[str, str]) -> str:
    return f"meeting {meetings[fact['title']]}" if fact.get("meeting") else str(fact.get("of", ""))
