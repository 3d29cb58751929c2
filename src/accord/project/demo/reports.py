"""A stored report of the demonstration: our own wording, a sample, read, with a few items decided and most waiting."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from uuid import uuid4

from accord.access import Subject
from accord.commitments.values import VoicedEntry
from accord.inbox import actions
from accord.inbox.models import Item, StoredReport
from accord.inbox.values import ReportEntry, Taking, Verdict
from accord.meetings.models import Meeting

DAY = date(2024, 6, 21)
PUBLISHER, TITLE = "Sample of Accord", "Sample wording: ministers meet in Almaty"


def store_a_sample(meeting: Meeting, *, by: Subject) -> None:
    """Store the report, and decide what a newcomer may like to see decided: one item of each kind of decision."""
    text = files("accord").joinpath("data/demo/sample-report.txt").read_text(encoding="utf-8")
    entry = ReportEntry(PUBLISHER, TITLE, text, day=DAY, sample=True)
    report = actions.store_report(meeting.organisation_id, entry, by=by, key=uuid4())
    actions.match(_first(report, "meetings").pk, f"meeting {meeting.pk}", by=by, key=uuid4())
    proposed = _first(report, "promises", strength="proposed")
    voiced = VoicedEntry(meeting.pk, proposed.data["by"], proposed.data["text"])
    actions.take(proposed.pk, Taking(voiced), by=by, key=uuid4())
    doubt = _first(report, "discrepancies", kind="wrong-weekday")
    corrected = Verdict("corrected", doubt.data["expected"], "The calendar says so.")
    actions.settle(doubt.pk, corrected, by=by, key=uuid4())


def _first(report: StoredReport, of: str, **said: str) -> Item:
    """Return the first item of a kind of which these things were read."""
    rows = Item.objects.filter(report=report, kind=of, **{f"data__{name}": value for name, value in said.items()})
    return rows.order_by("order")[0]
