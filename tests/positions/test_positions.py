"""Positions as they are reported: who enters them, whose they are, and who says so later."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accord.access import NotVisible, Refused
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.positions import actions
from accord.positions.models import Correction, Position, Settling
from accord.positions.pages import SituationLine
from accord.positions.pages.positions import WantedPositions
from accord.positions.queries import position_page, positions_page
from accord.positions.values import PositionEntry, Whose
from accord.record.models import Entry
from tests import factories
from tests.factories import Council

OURS = Whose("national", "XAA")
WE = Whose("ambiguous", candidates=("member XAA", "organisation"))
SOURCE = Basis("Example Daily", "https://example.org/1", "2031-05-04")
DAY = date(2031, 5, 4)


def enter(council: Council, *entries: PositionEntry) -> None:
    actions.enter_positions(council.organisation.pk, entries, by=council.secretariat, key=factories.key())


def correct(council: Council, entry: PositionEntry, reason: str = "Misread.") -> None:
    pk = Position.objects.get().pk
    actions.correct_position(pk, entry, reason, by=council.secretariat, key=factories.key())


def entry(words: str = "Wells are for everybody.", whose: Whose = OURS, **values: object) -> PositionEntry:
    return PositionEntry(whose, words, **{"topic": "Wells", "day": DAY, "basis": SOURCE, **values})  # type: ignore[arg-type]


def page(council: Council, on: date = DAY, **wanted: str):  # type: ignore[no-untyped-def]
    return positions_page(council.public, council.organisation.pk, on, WantedPositions(**wanted))


def test_position_is_entered_with_holder_source_and_occasion(council: Council) -> None:
    meeting = factories.meeting_of(council)
    enter(council, entry(meeting=meeting.pk, speaker="the minister", verbatim=True))
    (line,) = page(council).lines
    assert (line.holder.code, line.kind, line.subject, line.basis) == ("XAA", "national", "Wells", SOURCE)
    assert (line.occasion.meeting_title, line.speaker, line.verbatim) == ("First meeting", "the minister", True)
    assert page(council).sentence == "1 position is known by this day: national 1."


@pytest.mark.parametrize("name", ["chair", "xaa-delegate", "partner", "public"])
def test_nobody_but_the_secretariat_enters_or_settles(council: Council, name: str) -> None:
    by = council.everybody[name]
    with pytest.raises((Refused, NotVisible)):
        actions.enter_positions(council.organisation.pk, [entry()], by=by, key=factories.key())
    enter(council, entry(whose=WE))
    with pytest.raises((Refused, NotVisible)):
        actions.settle_position(Position.objects.get().pk, OURS, "It says so.", by=by, key=factories.key())
    with pytest.raises((Refused, NotVisible)):
        actions.correct_position(Position.objects.get().pk, entry(), "Misread.", by=by, key=factories.key())
    assert not Settling.objects.exists()


def test_we_is_ambiguous_until_a_person_says_whose(council: Council) -> None:
    enter(council, entry(whose=WE))
    row = Position.objects.get()
    (line,) = page(council).lines
    assert (line.open, [one.token for one in line.candidates]) == (True, ["member XAA", "organisation"])
    for whose, why in ((OURS, "He spoke for his state."), (Whose("collective"), "The statement says the same.")):
        actions.settle_position(row.pk, whose, why, by=council.secretariat, key=factories.key())
    found = position_page(council.public, council.organisation.pk, row.pk, DAY)
    assert (found.line.kind, found.line.settled, found.line.holder.token) == ("collective", True, "organisation")
    assert [(each.holder.token, each.why) for each in found.settlings] == [
        ("organisation", "The statement says the same."), ("member XAA", "He spoke for his state.")
    ]  # fmt: skip
    assert Entry.objects.filter(verb="settled whose a position is").count() == 2
    assert Position.objects.get().kind == "ambiguous"


def test_what_was_never_ambiguous_is_not_settled(council: Council) -> None:
    enter(council, entry())
    with pytest.raises(Unfit):
        actions.settle_position(
            Position.objects.get().pk, Whose("collective"), "No.", by=council.secretariat, key=factories.key()
        )


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("whose", {"whose": Whose("national", "XZZ")}),
        ("whose", {"whose": Whose("national")}),
        ("whose", {"whose": Whose("ours")}),
        ("whose", {"whose": Whose("collective", organ="nowhere")}),
        ("candidates", {"whose": Whose("ambiguous", candidates=("everybody",))}),
        ("words", {"words": "  "}),
        ("topic", {"topic": ""}),
        ("situation", {"situation": "Nowhere"}),
        ("meeting", {"meeting": "a" * 16}),
        ("known", {"known": date(2031, 5, 3)}),
    ],
)
def test_what_cannot_be_so_is_refused_and_nothing_stored(
    council: Council, field: str, values: dict[str, object]
) -> None:
    with pytest.raises(Unfit) as refused:
        enter(council, entry("Rivers are shared."), replace(entry(), **values))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not Position.objects.exists()


def test_same_position_is_not_entered_twice_and_a_correction_is_no_second_one(council: Council) -> None:
    enter(council, entry())
    with pytest.raises(Unfit):
        enter(council, entry())
    correct(council, entry("Wells are for all."))
    assert [row.words for row in Position.objects.all()] == ["Wells are for all."]


def test_correction_keeps_what_stood_before_with_who_when_and_why(council: Council) -> None:
    meeting = factories.meeting_of(council)
    enter(council, entry(meeting=meeting.pk))
    correct(council, entry("Wells are for all.", meeting=meeting.pk), "A word was misread.")
    correct(council, entry("Wells are for all.", replace(OURS, member="XBB"), meeting=meeting.pk), "It was another.")
    (line,) = page(council).lines
    assert (line.words, line.holder.code) == ("Wells are for all.", "XBB")
    newest, oldest = line.corrections
    assert [(each.actor, each.reason) for each in line.corrections] == [
        (council.secretariat.name, "It was another."),
        (council.secretariat.name, "A word was misread."),
    ]
    assert (oldest.written, newest.written) == (Position.objects.get().at, oldest.at)
    assert [(each.label, each.before, each.after) for each in oldest.changes] == [
        ("What it says", "Wells are for everybody.", "Wells are for all.")
    ]
    assert [(each.label, each.before) for each in newest.changes] == [("Whose", "national: Aland Example")]
    assert Entry.objects.filter(verb="corrected a position").count() == 2


def test_correction_of_an_address_or_of_the_day_in_words_is_told(council: Council) -> None:
    said = entry(day=date(2030, 1, 1), when="new year")
    enter(council, said)
    correct(council, replace(said, when="in the new year"))
    correct(council, replace(said, when="in the new year", basis=Basis("Agency", "https://example.org/wells")))
    newest, oldest = page(council).lines[0].corrections
    old = "stated, Example Daily, 2031-05-04, https://example.org/1"
    assert [(each.label, each.before, each.after) for each in (*newest.changes, *oldest.changes)] == [
        ("Standing and source", old, "stated, Agency, https://example.org/wells"),
        ("Said on", "1 January 2030, new year", "1 January 2030, in the new year"),
    ]


def test_correction_says_why_and_changes_something(council: Council) -> None:
    enter(council, entry())
    for changed, reason, field in ((entry("Wells dry."), " ", "reason"), (entry(), "To be sure.", "words")):
        with pytest.raises(Unfit) as refused:
            correct(council, changed, reason)
        assert refused.value.field == field
    assert not Correction.objects.exists()


def test_what_stood_before_is_never_changed_or_taken_away(council: Council) -> None:
    enter(council, entry())
    correct(council, entry("Wells are for all."))
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.update(words="Nothing stood.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.all().delete()
    assert Correction.objects.get().words == "Wells are for everybody."


def test_position_that_is_corrected_to_be_a_members_is_not_settled_any_more(council: Council) -> None:
    enter(council, entry(whose=WE))
    pk = Position.objects.get().pk
    actions.settle_position(pk, Whose("collective"), "The statement.", by=council.secretariat, key=factories.key())
    correct(council, entry(), "The report names the member.")
    (line,) = page(council).lines
    assert (line.holder.code, line.settled) == ("XAA", False)


def test_history_of_a_member_on_a_subject_stands_newest_first(council: Council) -> None:
    enter(
        council,
        entry("Few wells.", day=date(2030, 1, 1)),
        entry("More wells."),
        entry("Roads.", topic="Roads"),
        entry("No wells.", whose=Whose("national", "XBB")),
        entry("Later wells.", day=date(2032, 1, 1)),
    )
    of = next(line.id for line in page(council).lines if line.words == "More wells.")
    found = position_page(council.public, council.organisation.pk, of, DAY)
    assert [line.words for line in found.history] == ["More wells.", "Few wells."]
    assert [line.words for line in found.others] == ["No wells."]
    assert [line.words for line in page(council, holder="member XAA", subject="topic wells").lines] == [
        "More wells.", "Few wells."
    ]  # fmt: skip


def test_situation_without_a_topic_is_a_subject_too(council: Council) -> None:
    lines = [SituationLine("Dry rivers", "", "Rivers were reported dry.")]
    actions.enter_situations(council.organisation.pk, lines, by=council.secretariat, key=factories.key())
    enter(council, entry(topic="", situation="Dry rivers"), entry("Help.", situation="Dry rivers", topic="Aid"))
    assert [line.subject for line in page(council).lines if not line.topic] == ["Dry rivers"]
    assert len(page(council).subjects) == 2


def test_position_is_not_there_before_it_is_known(council: Council) -> None:
    enter(council, entry(known=date(2031, 6, 1)))
    assert page(council).lines == ()
    assert len(page(council, date(2031, 6, 1)).lines) == 1


def test_stranger_sees_no_position_of_a_private_council(council: Council) -> None:
    other = factories.council("Other", (("XAA", "Alpha"),), public=False, prefix="other-")
    enter(other, entry())
    with pytest.raises(NotVisible):
        positions_page(council.secretariat, other.organisation.pk, DAY)
    assert len(positions_page(other.delegate("XAA"), other.organisation.pk, DAY).lines) == 1


def test_list_takes_the_same_number_of_queries_for_one_and_three(council: Council) -> None:
    counts = []
    for words in ("One.", "Two.", "Three."):
        enter(council, entry(words))
        row = Position.objects.get(words=words)
        known = {"by": council.secretariat, "key": factories.key()}
        actions.correct_position(row.pk, entry(f"{words} Again."), "Misread.", **known)  # type: ignore[arg-type]
        with CaptureQueriesContext(connection) as asked:
            page(council)
        counts.append(len(asked))
    assert counts[0] == counts[2]
