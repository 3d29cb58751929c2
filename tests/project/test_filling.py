"""The filled demonstration: the facts as they stand, roles as actors, and a practice text that is a sample."""

import json
from datetime import date

import pytest

from accord.access import PUBLIC
from accord.drafting.models import Proposal, Text
from accord.drafting.queries.languages import languages_page
from accord.drafting.queries.rows import current, visible_texts
from accord.engine import text as engine
from accord.meetings.models import Meeting, Paper, Seat, TabledNote
from accord.meetings.queries import visible_notes
from accord.members.models import Mandate, Organisation
from accord.members.queries import organisation_page
from accord.programme.models import Relation, Service, Turn
from accord.programme.queries import programme_page
from accord.project.demo import practice
from accord.project.demo.council import facts_of_the_demonstration
from accord.project.demo.people import People
from accord.project.demo.positions import SAMPLE
from accord.project.demo.signins import DESCRIBED
from accord.record.models import Entry
from accord.record.queries import visible_entries

NARROW = {"secretariat", "chair", *(name for name in DESCRIBED if name.endswith("-delegate"))}


def test_council_is_shown_as_of_the_day_of_the_facts(people: People) -> None:
    page = organisation_page(PUBLIC, Organisation.objects.get().pk)
    assert (page.as_of, page.rule, page.short_name) == (date(2024, 6, 21), "csto-consensus", "CSTO")
    assert [member.code for member in page.members] == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]
    assert page.chairmanship is not None
    assert (page.chairmanship.code, page.next_chairmanship.code) == ("KAZ", "KGZ")  # type: ignore[union-attr]


def test_every_fact_of_the_file_is_entered_with_its_standing(people: People) -> None:
    facts, organisation = facts_of_the_demonstration(), Organisation.objects.get()
    page = programme_page(PUBLIC, organisation.pk)
    entered = {
        "areas": [(line.name, line.basis.standing) for line in page.areas],
        "priorities": [(line.name, line.basis.standing) for line in page.priorities],
        "operations": [(line.name, line.basis.standing) for line in page.operations],
    }
    assert entered == {key: [(fact["name"], fact.standing) for fact in facts[key]] for key in entered}
    assert organisation.series.count() == len(facts["series"])
    assert organisation.activities.count() == len(facts["activities"])
    assert Turn.objects.filter(activity__organisation=organisation).count() == len(facts["turns"])
    assert Relation.objects.filter(activity__organisation=organisation).count() == len(facts["ties"])
    assert Service.objects.filter(priority__organisation=organisation).count() == len(facts["services"])
    known = [fact for fact in facts["activities"] if fact.get("known", organisation.as_of) <= organisation.as_of]
    assert len(page.activities) == len(known) < len(facts["activities"])
    assert organisation.organs.count() == len(facts["organs"])
    assert organisation.partners.count() == len(facts["partners"]) + len(facts["partner_structures"])
    assert organisation.situations.exclude(name=SAMPLE).count() == len(facts["situations"])


def test_nine_papers_are_entered_and_two_stay_without_title(people: People) -> None:
    papers = Paper.objects.filter(meeting__day=date(2024, 6, 21)).order_by("number")
    assert list(papers.values_list("number", flat=True)) == list(range(1, 10))
    assert list(papers.filter(title="").values_list("number", flat=True)) == [6, 7]


def test_seat_of_armenia_is_empty_at_the_meeting_and_at_the_text(people: People) -> None:
    empty = Seat.objects.filter(attendance="empty", meeting__title="Meeting of the Council, Almaty")
    assert list(empty.values_list("member__code", flat=True)) == ["ARM"]
    assert list(Text.objects.get().roll.filter(present=False).values_list("code", flat=True)) == ["ARM"]


def test_next_meeting_has_no_day_and_no_sitting(people: People) -> None:
    following = Meeting.objects.get(day=None, when="November 2024")
    assert (following.city, following.when, following.sittings.count()) == ("Astana", "November 2024", 0)


def test_everybody_who_acts_is_a_role(people: People) -> None:
    actors = set(Entry.objects.values_list("actor", flat=True))
    assert actors <= {*DESCRIBED, "founder"}
    assert set(Mandate.objects.values_list("user__username", flat=True)) == set(DESCRIBED)


def test_record_names_no_person(people: People) -> None:
    surnames = {name.split()[-1] for name in Seat.objects.exclude(person="").values_list("person", flat=True)}
    written = json.dumps(list(Entry.objects.values_list("actor", "data")), ensure_ascii=False)
    assert len(surnames) == 6
    assert [name for name in surnames if name in written] == []


def test_delegation_with_the_empty_seat_does_nothing(people: People) -> None:
    assert not Entry.objects.filter(actor="arm-delegate").exists()
    assert not Proposal.objects.filter(code="ARM").exists()


def test_entries_keep_their_real_time(people: People) -> None:
    assert {entry.at.year for entry in Entry.objects.all()} != {2024}


def test_delegations_present_table_equally_often(people: People) -> None:
    tabled = list(Proposal.objects.filter(stage="tabled").values_list("code", flat=True))
    assert {code: tabled.count(code) for code in set(tabled)} == dict.fromkeys(practice.PRESENT, 4)


def test_practice_text_is_a_sample_of_thirteen_labelled_paragraphs_before_the_meeting(people: People) -> None:
    text = Text.objects.get()
    body = text.versions.get(number=1).body
    assert engine.labels(body) == ("", *(f"PP{n}" for n in range(1, 6)), *(f"OP{n}" for n in range(1, 9)))
    meeting = Meeting.objects.get(title="Meeting of the Council, Almaty")
    assert (text.sample, body.sample, text.meeting) == (True, True, meeting.pk)


def test_practice_text_opens_with_all_that_a_negotiation_has(people: People) -> None:
    text = Text.objects.get()
    body = current(text).body
    alternatives = [
        [each.holders for each in standing.choice.alternatives] for standing in engine.choices(body)
    ]
    assert max(len(each) for each in alternatives) == 5, "three delegations and the chair beside the base"
    assert [holders for each in alternatives for holders in each if holders == ("BLR", "RUS")] == [("BLR", "RUS")]
    notes = {(note.kind, note.holder) for block in body.blocks for note in block.notes}
    assert notes == {("reserve", "RUS"), ("note", "BLR")}
    assert [block.status.state for block in body.blocks].count("agreed") == 3
    assert [version.label for version in text.versions.exclude(label="")] == ["Zero draft", "Rev.1"]
    assert sorted(Proposal.objects.values_list("stage", flat=True).distinct()) == ["chair", "private", "tabled"]
    assert "OP7 bis" in engine.labels(body)


def test_practice_text_loses_nobodys_wording(people: People) -> None:
    body = current(Text.objects.get()).body
    assert engine.project(body, None) == practice.document()
    assert engine.parse(engine.render(body)).blocks
    assert "knows no borders" in engine.project(body, "TJK")
    assert "day and night" in engine.project(body, "KGZ")


def test_practice_text_and_note_are_seen_by_those_admitted_alone(people: People) -> None:
    everybody = {**people.by_name, "public": PUBLIC}
    text, note = Text.objects.get(), TabledNote.objects.get()
    assert note.sample
    assert {name for name, subject in everybody.items() if text in visible_texts(subject)} == NARROW
    assert {name for name, subject in everybody.items() if note in visible_notes(subject)} == NARROW


@pytest.mark.parametrize("who", ["public", "un-observer"])
def test_record_tells_outsiders_nothing_of_the_text(people: People, who: str) -> None:
    subject = {**people.by_name, "public": PUBLIC}[who]
    verbs = set(visible_entries(subject).values_list("verb", flat=True))
    assert "founded" in verbs
    assert verbs & {"began", "proposed", "drafted", "tabled", "agreed"} == set()


def test_russian_version_has_a_stale_paragraph_a_doubtful_place_and_hinders_nothing(people: People) -> None:
    page = languages_page(people.chair, Text.objects.get().pk)
    states = {row.label: row.state for row in page.rows}
    assert (page.tag, page.authentic, page.sample) == ("ru", False, True)
    assert [label for label, state in states.items() if state == "stale"] == ["OP1"]
    in_step = ["Heading", "PP2", "PP4", "OP4", "OP6", "OP8"]
    assert [label for label, state in states.items() if state == "step"] == in_step
    doubts = {row.label: row.doubts for row in page.rows if row.doubts and row.state == "step"}
    assert doubts == {"OP8": ("The numbers are not the same: two here, три there.",)}
