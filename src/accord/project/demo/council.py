"""The facts of a council, entered by the actions that people use. Each fact keeps its source and standing."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files
from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts, read_facts
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting
from accord.meetings.values import (
    AgendaEntry,
    CircumstanceEntry,
    Convocation,
    SeatEntry,
)
from accord.members import actions as members
from accord.members.models import Organisation
from accord.members.passphrases import stored
from accord.members.values import Founding, SignIn
from accord.positions import actions as positions
from accord.positions.pages import SituationLine
from accord.project.demo.register import basis_of, entries


def facts_of_the_demonstration() -> Facts:
    """Return the facts that ship with Accord."""
    with as_file(files("accord").joinpath("data/facts/csto-2024.yaml")) as path:
        return read_facts(path)


def begin(facts: Facts, sign_ins: Sequence[SignIn], passphrase: str, *, by: Subject) -> Organisation:
    """Found the organisation with its members and their sign-ins, shown as of the day of the facts."""
    organs = {organ["key"]: organ["name"] for organ in facts["organs"]}
    own = facts["organisation"]
    founding = Founding(
        name=own["name"],
        short_name=own["short_name"],
        council=organs[facts["meeting"]["organ"]],
        rule=own["rule"],
        members=tuple((member["code"], member["name"]) for member in facts["members"]),
        as_of=facts.as_of,
        public=True,
        language=own["language"],
        rotation=own["rotation"],
        names_in="en",
        names=own["names"],
        member_names={member["code"]: {"ru": member["ru"]} for member in facts["members"]},
        basis=basis_of(facts["members"][0]),
    )
    password = {one.name: stored(passphrase) for one in sign_ins}
    return members.begin_council(founding, sign_ins=sign_ins, password=password, by=by, key=uuid4())


def invite(organisation: Organisation, partner: SignIn, passphrase: str, *, by: Subject) -> None:
    """Give a partner organisation its sign-in."""
    members.give_mandate(
        organisation.pk,
        name=partner.name,
        password=passphrase,
        role=partner.role,
        delegation=partner.delegation,
        by=by,
        key=uuid4(),
    )


def enter_situations(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter the situations, in the words of the facts; nobody's position."""
    positions.enter_situations(organisation.pk, entries(SituationLine, facts["situations"]), by=by, key=uuid4())


def convene(facts: Facts, organisation: Organisation, *, by: Subject) -> Meeting:
    """Convene the meeting of the facts, with agenda and attendance, and the next one as far as it is known."""
    fact = facts["meeting"]
    formats = tuple(sitting["format"] for sitting in fact["sittings"])
    meeting = meetings.convene(
        organisation.pk,
        Convocation(
            **fact.pick("organ", "title", "zone", "city", "country"),
            day=fact["date"],
            chair=fact["chair_member"],
            chair_name=fact["chair"],
            formats=formats,
            basis=basis_of(fact),
        ),
        by=by,
        key=uuid4(),
    )
    _enter_agenda(fact, meeting, by)
    meetings.set_attendance(meeting.pk, entries(SeatEntry, fact["seats"]), by=by, key=uuid4())
    _convene_next(fact["next"], fact, organisation, by)
    return meeting


def _enter_agenda(fact: Fact, meeting: Meeting, by: Subject) -> None:
    items = entries(AgendaEntry, fact["agenda"])
    meetings.set_agenda(meeting.pk, items, entries(CircumstanceEntry, fact["facts"]), by=by, key=uuid4())


def _convene_next(following: Fact, fact: Fact, organisation: Organisation, by: Subject) -> None:
    convocation = Convocation(
        title=f"Meeting of the Council, {following['city']}",
        organ=fact["organ"],
        formats=(),
        basis=basis_of(following),
        **following.pick("when", "city", "note", "shown_until"),
        **fact.pick("zone", "country"),
    )
    meetings.convene(organisation.pk, convocation, by=by, key=uuid4())
