"""Documents of the facts with the way of each, and a sample that is being cleared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import uuid4

from accord.access import Subject
from accord.documents import actions
from accord.documents.templates import way_of
from accord.documents.values import DocumentEntry, ReportEntry, Sending, StopEntry
from accord.formats.facts import Fact, Facts
from accord.formats.organisations import templates
from accord.meetings.models import Meeting
from accord.members.models import Organisation
from accord.project.demo.people import People
from accord.project.demo.register import basis_of

PASSED = {"clearance": "cleared"}
"""How a draft that has passed left a step; others approved it."""

SAMPLE = "Programme of joint training for mine clearance (sample)"
CLEARED = ("BLR", "KAZ", "RUS")
SENT = date(2024, 6, 12)
DUE = date(2024, 6, 28)


def enter_documents(facts: Facts, organisation: Organisation, meeting: Meeting, *, by: Subject) -> None:
    """Set the way of documents, and enter the papers before the meeting and the other documents of the facts."""
    steps, pattern = way_of(templates()[facts["organisation"]["id"]])
    actions.set_way(organisation.pk, steps, pattern, by=by, key=uuid4())
    fact = facts["meeting"]
    papers = [_paper(paper, fact["stations"], meeting) for paper in fact["papers"]]
    session = Meeting.objects.filter(organisation=organisation, organ__key="csc", day=date(2024, 11, 28)).first()
    taken = [each for each in facts["documents"] if each.get("session")]
    others = [_other(each, session, taken.index(each) + 1 if each in taken else 0) for each in facts["documents"]]
    actions.enter_documents(organisation.pk, [*papers, *others], by=by, key=uuid4())


def clear_a_sample(organisation: Organisation, people: People) -> None:
    """Bring in a sample document and send it to clearance: some members have cleared it, the others not yet."""
    entry = DocumentEntry(SAMPLE, "programme", final="csc", begun=SENT, sample=True)
    document = actions.begin_document(organisation.pk, entry, by=people.secretariat, key=uuid4())
    sending = Sending(SENT, to=("clearance",), due=DUE)
    actions.send_on(document.pk, sending, by=people.secretariat, key=uuid4())
    for code in CLEARED:
        actions.clear(document.pk, "cleared", words="", by=people.delegate(code), key=uuid4())


def _paper(fact: Fact, stations: tuple[Fact, ...], meeting: Meeting) -> DocumentEntry:
    """Return a paper before the meeting; its way is told by passages, and by what is known of it alone."""
    own = basis_of(fact)
    steps = zip(stations, fact["way"], strict=False)
    stops = [_passed(fact, station, passage) for station, passage in steps if passage != "expected"]
    return DocumentEntry(
        **fact.pick("title", "kind", "begun"),
        final=fact["final_organ"],
        open=True,
        stops=(*_stops(fact.get("before", ())), *stops, *_stops(fact.get("after", ()))),
        reports=tuple(ReportEntry(**each.values, basis=basis_of(each)) for each in fact.get("reports", ())),
        meeting=meeting.pk,
        number=fact["number"],
        basis=own,
    )


def _passed(fact: Fact, station: Fact, passage: str) -> StopEntry:
    key, day = station["key"], station["day"]
    outcome = {
        "passed": PASSED.get(key, "approved"),
        "completed": fact["outcome"],
        "forwarded": "forwarded",
        "not stated": "not stated",
    }[passage]
    known = fact.get("days", {}).get(key, {})
    basis = basis_of(fact) if passage in ("completed", "forwarded") else basis_of(station)
    return StopEntry(key, known.get("since", day), day, outcome, known.get("when", ""), "", basis)


def _stops(facts: tuple[Fact, ...]) -> Iterator[StopEntry]:
    for each in facts:
        yield StopEntry(**each.values, basis=basis_of(each))


def _other(fact: Fact, session: Meeting | None, number: int) -> DocumentEntry:
    entry = DocumentEntry(
        **fact.pick("title", "kind", "final", "begun", "period"),
        open=True,
        stops=tuple(_stops(fact["stops"])),
        basis=basis_of(fact),
    )
    return replace(entry, meeting=session.pk, number=number) if session and number else entry
