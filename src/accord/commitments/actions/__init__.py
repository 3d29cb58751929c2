"""What is done with what is followed. Each action is one transaction and one entry of the record."""

from accord.commitments.actions.commitments import mark_commitment, put_commitment
from accord.commitments.actions.correcting import correct_measure
from accord.commitments.actions.measures import plan_measure, put_measures
from accord.commitments.actions.reports import report_commitment, report_measure
from accord.commitments.actions.voiced import put_voiced, register_voiced, say_what_became

__all__ = [
    "correct_measure",
    "mark_commitment",
    "plan_measure",
    "put_commitment",
    "put_measures",
    "put_voiced",
    "register_voiced",
    "report_commitment",
    "report_measure",
    "say_what_became",
]
