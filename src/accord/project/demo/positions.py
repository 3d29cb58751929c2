"""Positions of the facts: whose each is, or that the report does not say so; and samples of assessments."""

from __future__ import annotations

from uuid import uuid4

from accord.access import Subject
from accord.documents.models import Document
from accord.formats.facts import Fact, Facts
from accord.meetings.models import Meeting
from accord.members.models import Organisation
from accord.positions import actions
from accord.positions.values import PositionEntry, Whose
from accord.project.demo.register import basis_of


def enter_positions(facts: Facts, organisation: Organisation, meeting: Meeting, *, by: Subject) -> None:
    """Enter what members and the council are reported to have said. Nobody settles here who an ambiguous “we” is."""
    codes = {member["code"] for member in facts["members"]}
    titles = {paper["number"]: paper["title"] for paper in facts["meeting"]["papers"]}
    entries = [
        PositionEntry(
            whose=_whose(fact, codes),
            meeting=meeting.pk,
            document=_document(organisation, titles.get(fact.get("paper"), "")),
            **fact.pick("words", "topic", "situation", "day", "speaker"),
            basis=basis_of(fact),
        )
        for fact in facts["positions"]
    ]
    actions.enter_positions(organisation.pk, entries, by=by, key=uuid4())


def _whose(fact: Fact, codes: set[str]) -> Whose:
    if fact["whose"] == "we":
        return Whose("ambiguous", candidates=tuple(fact["candidates"]))
    return Whose("national", fact["whose"]) if fact["whose"] in codes else Whose("collective", organ=fact["whose"])


def _document(organisation: Organisation, title: str) -> str:
    found = Document.objects.filter(organisation=organisation, title=title).values_list("pk", flat=True).first()
    return found if title and found else ""
