"""Filling an empty database with the council of the demonstration, by the actions that people use."""

from __future__ import annotations

from collections.abc import Callable

from accord.project.demo import (
    clocks,
    council,
    course,
    cycle,
    documents,
    languages,
    partners,
    positions,
    practice,
    programme,
    register,
    reports,
    standing,
    taking_part,
)
from accord.project.demo.people import FOUNDER, people_of
from accord.project.demo.signins import CHAIR, DELEGATES, PARTNER, SECRETARIAT


def fill(passphrase: str, tell: Callable[[str], None]) -> None:
    """
    Fill an empty database, whose tables are there, with the council of the demonstration.

    Args:
        passphrase: of every sign-in.
        tell: is called with a short line at the beginning of each step.
    """
    facts = council.facts_of_the_demonstration()
    tell("The organisation, its members and the sign-ins")
    organisation = council.begin(facts, (SECRETARIAT, CHAIR, *DELEGATES), passphrase, by=FOUNDER)
    secretariat = people_of(organisation).secretariat
    tell("Organs, partners, the chairmanship, people in office")
    register.enter_register(facts, organisation, by=secretariat)
    register.enter_over_time(facts, organisation, by=secretariat)
    register.enter_rules(facts, organisation, by=secretariat)
    clocks.enter_clocks(organisation, by=secretariat)
    council.invite(organisation, PARTNER, passphrase, by=secretariat)
    tell("Priorities, activities, operations, situations")
    programme.enter_programme(facts, organisation, by=secretariat)
    council.enter_situations(facts, organisation, by=secretariat)
    tell("The meeting with its agenda and attendance")
    meeting = council.convene(facts, organisation, by=secretariat)
    taking_part.enter_who_sat(facts, organisation, meeting, by=secretariat)
    cycle.enter_cycle(facts, organisation, meeting, by=secretariat)
    partners.enter_partners(facts, organisation, by=secretariat)
    tell("Documents and the way of each")
    documents.enter_documents(facts, organisation, meeting, by=secretariat)
    positions.enter_positions(facts, organisation, meeting, by=secretariat)
    tell("How members stand to what was decided, and a signing (a sample)")
    standing.enter_decisions(facts, organisation, by=secretariat)
    standing.sign_a_sample(organisation, by=secretariat)
    tell("The practice text (a sample) with what the delegations proposed")
    everybody = people_of(organisation)
    practice.negotiate(
        meeting,
        everybody,
        begun=languages.begin,
        tabled=lambda room: languages.enter(room, languages.LATE),
    )
    practice.table_note(meeting, everybody)
    course.enter_course(facts, meeting, by=secretariat)
    documents.clear_a_sample(organisation, everybody)
    positions.assess_a_sample(organisation, everybody)
    tell("An invitation to a working group (a sample)")
    taking_part.invite_to_a_sample_meeting(organisation, everybody)
    course.clear_a_sample(organisation, everybody)
    tell("A stored report (a sample) that waits to be decided")
    reports.store_a_sample(meeting, by=secretariat)
