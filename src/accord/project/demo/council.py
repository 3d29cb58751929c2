"""The facts of a council, entered by the actions that people use. Each fact keeps its source and standing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib.resources import as_file, files
from typing import TypeVar
from uuid import uuid4

from accord.access import Subject
from accord.formats.facts import Fact, Facts, read_facts
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting
from accord.meetings.values import (
    AgendaEntry,
    CircumstanceEntry,
    Convocation,
    PaperEntry,
    SeatEntry,
    StationEntry,
)
from accord.members import actions as members
from accord.members.basis import Basis
from accord.members.models import Organisation
from accord.members.passphrases import stored
from accord.members.values import (
    ActEntry,
    Founding,
    OrganEntry,
    PartnerEntry,
    PersonEntry,
    PostEntry,
    SignIn,
    StateEntry,
    TermEntry,
)
from accord.positions import actions as positions
from accord.positions.pages import SituationLine
from accord.programme import actions as programme
from accord.programme.values import ActivityEntry, AreaEntry, OperationEntry, PriorityEntry, ReportEntry

Entry = TypeVar("Entry")


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
        names=own["names"],
        member_names={member["code"]: {"ru": member["ru"]} for member in facts["members"]},
        basis=_basis(facts["members"][0]),
    )
    password = {one.name: stored(passphrase) for one in sign_ins}
    return members.begin_council(founding, sign_ins=sign_ins, password=password, by=by, key=uuid4())


def enter_register(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter organs, partners and terms of the chairmanship."""
    organs = [
        OrganEntry(
            **organ.pick("key", "name", "level", "parent", "role", "kind", "aliases"),
            names={"ru": organ["ru"]} if organ.get("ru") else {},
            basis=_basis(organ),
        )
        for organ in facts["organs"]
    ]
    partners = [
        PartnerEntry(partner["code"], partner["name"], rests_on=partner["basis"], basis=_basis(partner))
        for partner in facts["partners"]
    ]
    terms = [TermEntry(**term.pick("member", "begins", "ends"), basis=_basis(term)) for term in facts["chairmanship"]]
    members.enter_register(organisation.pk, organs, partners, terms, by=by, key=uuid4())


def enter_over_time(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter what states were and are, the founding acts, and people in public office with their posts."""
    members.enter_states(organisation.pk, _all(StateEntry, facts["states"]), by=by, key=uuid4())
    members.enter_acts(organisation.pk, _all(ActEntry, facts["acts"]), by=by, key=uuid4())
    people = [
        PersonEntry(
            **person.pick("name", "aliases"),
            names={"ru": person["ru"]} if person.get("ru") else {},
            posts=tuple(PostEntry(**post, basis=_basis(person)) for post in person["posts"]),
            basis=_basis(person),
        )
        for person in facts["people"]
    ]
    members.enter_people(organisation.pk, people, by=by, key=uuid4())


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


def enter_programme(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter areas, priorities with what is reported of them, joint activities and operations."""
    programme.set_priorities(
        organisation.pk, _all(AreaEntry, facts["areas"]), _all(PriorityEntry, facts["priorities"]), by=by, key=uuid4()
    )
    programme.report_progress(organisation.pk, _all(ReportEntry, facts["progress"]), by=by, key=uuid4())
    programme.enter_activities(organisation.pk, _all(ActivityEntry, facts["activities"]), by=by, key=uuid4())
    programme.enter_operations(organisation.pk, _all(OperationEntry, facts["operations"]), by=by, key=uuid4())


def enter_situations(facts: Facts, organisation: Organisation, *, by: Subject) -> None:
    """Enter the situations, in the words of the facts; nobody's position."""
    positions.enter_situations(organisation.pk, _all(SituationLine, facts["situations"]), by=by, key=uuid4())


def convene(facts: Facts, organisation: Organisation, *, by: Subject) -> Meeting:
    """Convene the meeting of the facts, with agenda, attendance and papers, and the next one as far as it is known."""
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
            basis=_basis(fact),
        ),
        by=by,
        key=uuid4(),
    )
    _enter_agenda(fact, meeting, by)
    meetings.set_attendance(meeting.pk, _all(SeatEntry, fact["seats"]), by=by, key=uuid4())
    stations = [StationEntry(station["label"], station["day"]) for station in fact["stations"]]
    meetings.enter_papers(meeting.pk, stations, [_paper(paper) for paper in fact["papers"]], by=by, key=uuid4())
    _convene_next(fact["next"], fact, organisation, by)
    return meeting


def _enter_agenda(fact: Fact, meeting: Meeting, by: Subject) -> None:
    items = _all(AgendaEntry, fact["agenda"])
    meetings.set_agenda(meeting.pk, items, _all(CircumstanceEntry, fact["facts"]), by=by, key=uuid4())


def _paper(fact: Fact) -> PaperEntry:
    plain = fact.pick("number", "title", "kind", "final_organ", "outcome")
    return PaperEntry(**plain, way=fact["way"], basis=_basis(fact))


def _convene_next(following: Fact, fact: Fact, organisation: Organisation, by: Subject) -> None:
    convocation = Convocation(
        title=f"Meeting of the Council, {following['city']}",
        organ=fact["organ"],
        formats=(),
        basis=_basis(following),
        **following.pick("when", "city", "note"),
        **fact.pick("zone", "country"),
    )
    meetings.convene(organisation.pk, convocation, by=by, key=uuid4())


def _all(kind: Callable[..., Entry], facts: Iterable[Fact]) -> list[Entry]:
    """Return an entry of this kind for each fact; values of the fact stand under the names of the entry."""
    return [kind(**fact.values, basis=_basis(fact)) for fact in facts]


def _basis(fact: Fact) -> Basis:
    day = fact.source.date
    return Basis(
        source_name=fact.source.name,
        source_url=fact.source.url,
        source_date=day.isoformat() if isinstance(day, date) else "",
        standing=fact.standing,
        why=fact.why,
    )
