"""Positions of the facts: whose each is, or that the report does not say so; and samples of assessments."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from accord.access import Subject
from accord.documents.models import Document
from accord.formats.facts import Fact, Facts
from accord.meetings.models import Meeting
from accord.members.models import Organisation
from accord.positions import actions
from accord.positions.models import Situation, SituationPoint
from accord.positions.pages import SituationLine
from accord.positions.values import PositionEntry, Whose
from accord.project.demo.people import People
from accord.project.demo.register import basis_of
from accord.record import clock

SAMPLE = "Work of the working group (a sample)"


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


QUESTIONS = (
    "The working group meets twice a year.",
    "Guests report to the working group before its meetings.",
    "A joint survey of the situation is made.",
)
"""Sample statements on which the sample situation is assessed: they say how one works, nothing of the world."""

SAID = {
    "BLR": ("supports", "supports", ""),
    "KAZ": ("supports", "lives", "supports"),
    "KGZ": ("supports", "supports", "lives"),
    "RUS": ("supports", "supports", ""),
    "TJK": ("supports", "lives", "supports"),
}
"""What each sign-in says of them in their order, "" for nothing; whose seat is empty does nothing."""


def assess_a_sample(organisation: Organisation, people: People) -> None:
    """Put sample questions on a sample situation, and let sign-ins say something of them; nobody's real position."""
    gist = "A sample for practice. None of these words is a member’s, and no state is assessed."
    actions.enter_situations(organisation.pk, [SituationLine(SAMPLE, "", gist)], by=people.secretariat, key=uuid4())
    situation = Situation.objects.get(organisation=organisation, name=SAMPLE)
    until = clock.now().date() + timedelta(days=14)
    for words in QUESTIONS:
        actions.put_point(situation.handle, words, until=until, by=people.chair, key=uuid4())
    points = list(SituationPoint.objects.filter(situation=situation).order_by("at", "id").values_list("pk", flat=True))
    for code, said in SAID.items():
        known = {point: value for point, value in zip(points, said, strict=True) if value}
        if known:
            actions.assess(situation.handle, known, by=people.delegate(code), key=uuid4())


def _whose(fact: Fact, codes: set[str]) -> Whose:
    if fact["whose"] == "we":
        return Whose("ambiguous", candidates=tuple(fact["candidates"]))
    return Whose("national", fact["whose"]) if fact["whose"] in codes else Whose("collective", organ=fact["whose"])


def _document(organisation: Organisation, title: str) -> str:
    found = Document.objects.filter(organisation=organisation, title=title).values_list("pk", flat=True).first()
    return found if title and found else ""
