"""Measures, commitments and proposals for tests, entered through the actions that people use."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.access import Subject
from accord.commitments import actions
from accord.commitments.models import Commitment, Measure, Voiced
from accord.commitments.values import CommitmentEntry, MeasureEntry, OutcomeEntry, ProgressEntry, VoicedEntry
from accord.drafting.models import Adoption
from accord.engine import text as engine
from accord.meetings.models import Meeting
from accord.programme import actions as programme
from accord.programme.models import Priority
from accord.programme.values import AreaEntry, Evidence, PriorityEntry, ProgrammeEntry
from tests import factories
from tests.factories import Council, key
from tests.publishing import negotiating

BEGUN, SPRING, DUE, AFTER = date(2024, 1, 1), date(2024, 3, 1), date(2024, 6, 30), date(2024, 7, 1)
LATE = date(2030, 1, 1)
"""A day on which texts that are adopted in tests are known; priorities have no later programme."""
WORDS = "publish the report of every meeting"


def priority_of(council: Council, number: int = 1, name: str = "Clean the rivers") -> Priority:
    """Enter a priority in the area of water, with its programme and term where there are none yet."""
    pk, who = council.organisation.pk, council.secretariat
    if not council.organisation.programmes.exists():
        programme.set_priorities(pk, [AreaEntry("water", "Clear water")], (), by=who, key=key())
        factories.term_of(council, "XAA", BEGUN, ends=date(2024, 12, 31))
        programme.announce_programme(pk, ProgrammeEntry(BEGUN, date(2023, 12, 1)), by=who, key=key())
    entry = PriorityEntry(number, name, "water")
    programme.add_priority(pk, BEGUN, entry, by=who, key=key())
    return Priority.objects.get(organisation=pk, number=number)


def measure_of(council: Council, by: Subject | None = None, **values: Any) -> Measure:
    """Plan a measure of XAA, due on the last day of June 2024."""
    priority = values.pop("priority", None) or priority_of(council).handle
    known = {"owner": "member XAA", "begins": BEGUN, "due": DUE, **values}
    entry = MeasureEntry(priority, known.pop("words", "Hold twelve courses"), **known)
    return actions.plan_measure(council.organisation.pk, entry, by=by or council.secretariat, key=key())


def block_of(adoption: Adoption, words: str = WORDS) -> str:
    """Return the id of the paragraph of an adopted text in which words stand."""
    blocks = adoption.version.body.blocks
    return next(each.id for each in blocks if words in engine.project_block(each, None))


def commitment_of(
    council: Council, adoption: Adoption | None = None, by: Subject | None = None, **values: Any
) -> Commitment:
    """Mark words of an adopted text by which XBB is bound."""
    made = adoption or negotiating.plainly_adopted(council)
    words = values.pop("words", WORDS)
    known = {"bound": ("XBB",), "due": DUE, "block": values.pop("block", None) or block_of(made), **values}
    entry = CommitmentEntry(made.pk, words=words, **known)
    return actions.mark_commitment(entry, by=by or council.secretariat, key=key())


def released_commitment(council: Council) -> Commitment:
    """Mark words of an adopted text that is released."""
    adoption = negotiating.plainly_adopted(council)
    negotiating.released(council, adoption)
    return commitment_of(council, adoption)


def report(
    by: Subject, row: Measure | Commitment, state: str, day: date, *, opened: bool = False, **evidence: Any
) -> object:
    """Report on a measure or a commitment."""
    entry = ProgressEntry(day, state, f"It is {state}.", Evidence(**evidence), opened)
    act = actions.report_measure if isinstance(row, Measure) else actions.report_commitment
    return act(row.pk, entry, by=by, key=key())


def voiced_in(council: Council, meeting: Meeting, by: Subject | None = None, **values: Any) -> Voiced:
    """Register a proposal that XAA voiced in a meeting."""
    known = {"who": "XAA", "words": "Meet on the river each spring.", **values}
    return actions.register_voiced(VoicedEntry(meeting.pk, **known), by=by or council.secretariat, key=key())


def became(
    council: Council, row: Voiced, fate: str, day: date = SPRING, by: Subject | None = None, **values: Any
) -> Voiced:
    """Say what became of a proposal."""
    entry = OutcomeEntry(day, fate, **values)
    return actions.say_what_became(row.pk, entry, by=by or council.secretariat, key=key())
