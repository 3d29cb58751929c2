"""Lists of what the council does: wrong rows are named, commitments stand in a text that is held, the hidden stays."""

import pytest

from accord.access import PUBLIC
from accord.commitments.models import Commitment, Measure, Voiced
from accord.lists import queries
from accord.members.models import Agreement
from accord.programme.models import Operation, Phase, Result, Series, Taking
from tests import factories
from tests.commitments import following
from tests.commitments.following import WORDS
from tests.documents import going
from tests.factories import Council
from tests.lists.sheets import enter, look, reasons, verdicts
from tests.programme.running import operations_of
from tests.programme.test_striking import strike
from tests.publishing import negotiating

pytestmark = pytest.mark.django_db

HEAD = "adopted text,paragraph,the very words,who is bound,last day,number of the priority,term begins\n"


def written(council: Council, what: str, by: object = None, **options: object) -> str:
    """Return a list as the secretariat, or somebody else, takes it out."""
    pk = council.organisation.pk
    return queries.written_list(by or council.secretariat, pk, what, "csv", **options).decode("utf-8-sig")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "text", "row", "reason"),
    [
        ("agreements", "partner,title,term\nXPP,Memorandum,until a day\n", 2, "An agreement until a day needs"),
        ("agreements", "partner,title,document\nXPP,Memorandum,Secret\n", 2, "Document: “Secret” is not in the"),
        ("programmes", "term begins,announced\n1999-01-01,1999-01-01\n", 2, "Term begins: No term"),
        ("measures", "number of the priority,measure\n7,Dig\n", 2, "Number of the priority: There is no priority 7."),
        ("measures", "number of the priority,measure,target\n1,Dig,2x\n", 2, "Target: “2x” is no figure"),
        (
            "measures",
            "number of the priority,term begins,measure,indicator,target\n1,2024-01-01,Dig,Pits,2\n",
            2,
            "A target needs",
        ),
        ("takings", "operation,member\nSummer,XAA\n", 2, "Operation: “Summer” is not in the register"),
        ("takings", "operation,member\nSpring,XZZ\n", 2, "Member: “XZZ” is not in the register"),
        ("phases", "operation,name,state,ends\nSpring,New,held,2030-01-01\n", 2, "Say the first day too."),
        ("phases", "operation,name,state\nSpring,New,dreamt\n", 2, "State: “dreamt” is none of"),
        ("results", "operation,phase,what,figure,published on\nSpring,Nine,x,1,2031-01-01\n", 2, "Phase: “Nine” is no"),
        ("results", "operation,what,figure,published on\nSpring,x,-1,2031-01-01\n", 2, "Figure: “-1” is no figure"),
        (
            "voiced",
            "meeting,who voiced it,what was proposed,sitting\nHeld,XAA,Go,narrow 2\n",
            2,
            "Sitting: The meeting",
        ),
        ("voiced", "meeting,who voiced it,what was proposed,item\nHeld,XAA,Go,Rivers\n", 2, "Item: The meeting has"),
    ],
)
def test_wrong_row_is_named_with_its_column_and_reason(
    council: Council, what: str, text: str, row: int, reason: str
) -> None:
    following.priority_of(operations_of(council))
    factories.meeting_of(council, "Held", day=following.SPRING)
    page = look(council, what, text)

    (said,) = reasons(page)[row]
    assert said.startswith(reason)
    assert page.entered == 0


def test_what_is_entered_is_not_changed_by_a_list_where_a_change_needs_its_reason(council: Council) -> None:
    following.measure_of(council)
    following.voiced_in(council, factories.meeting_of(council, "Held", day=following.SPRING))
    measure = "number of the priority,term begins,measure,last day\n1,2024-01-01,Hold twelve courses,2024-12-31\n"
    voiced = "meeting,who voiced it,what was proposed,day\nHeld,XAA,Meet on the river each spring.,2024-04-01\n"

    said = "It is in the register already, with another value there."
    assert reasons(look(council, "measures", measure)) == {2: [f"Last day: {said}"]}
    assert reasons(look(council, "voiced", voiced)) == {2: [f"Day: {said}"]}


def test_changed_rows_of_the_programme_are_entered(council: Council) -> None:
    operations_of(council)
    enter(council, "operations", "name,purpose,first year,also written\nSpring,keep all clean,2012,Springtide\n")
    enter(council, "phases", "operation,name,state,place\nSprings,Spring-1,held,Aland Example\n")
    enter(
        council, "results", "operation,phase,what,figure,published on\nSpring,Spring-1,litter gathered,3,2031-02-01\n"
    )

    row = Operation.objects.get()
    assert (row.key, row.purpose, row.since) == ("spring", "keep all clean", 2012)
    assert Phase.objects.get(name="Spring-1").place == "Aland Example"
    assert [(each.figure, each.unit, each.exactness) for each in Result.objects.all()] == [(3, "kg", "more")]


def test_series_keeps_its_place_when_its_name_is_written_otherwise(council: Council) -> None:
    enter(council, "series", "name,first year\nClear River,2011\n")
    enter(council, "series", "name,first year\nclear river,2010\n")

    assert [(row.key, row.first) for row in Series.objects.all()] == [("clear-river", 2010)]


def test_what_is_struck_is_in_no_list(council: Council) -> None:
    operations_of(council)
    assert "XAA" in written(council, "takings")
    strike(council, "taking")

    assert "XAA" not in written(council, "takings")
    enter(council, "takings", "operation,member\nSpring,XAA\n")
    assert Taking.objects.get().struck is None


# Commitments


def test_commitment_is_brought_into_the_text_that_is_held_and_written_back(council: Council) -> None:
    following.priority_of(council)
    adoption = negotiating.plainly_adopted(council)
    block = following.block_of(adoption)
    row = f"Clear water,{block},{WORDS},XBB; Celle Example,2030-01-01,1,2024-01-01\n"
    assert reasons(look(council, "commitments", HEAD + row)) == {}
    enter(council, "commitments", HEAD + row)

    (made,) = Commitment.objects.all()
    assert (made.bound, made.adoption_id, made.priority.number, made.words) == (  # type: ignore[union-attr]
        ["XBB", "XCC"], adoption.pk, 1, WORDS
    )  # fmt: skip
    assert verdicts(look(council, "commitments", written(council, "commitments"))) == {}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Foul water,{block},{words},XBB,,,\n", "Adopted text: “Foul water” is not in the register"),
        ("Clear water,nowhere,{words},XBB,,,\n", "The adopted text has no such paragraph."),
        ("Clear water,{block},publish nothing,XBB,,,\n", "These words do not stand"),
        ("Clear water,{block},{words},,,,\n", "Say who is bound"),
        ("Clear water,{block},{words},XBB,,7,\n", "There is no priority 7."),
    ],
)
def test_commitment_that_cannot_be_is_named_row_by_row(council: Council, row: str, reason: str) -> None:
    block = following.block_of(negotiating.plainly_adopted(council))
    page = look(council, "commitments", HEAD + row.format(block=block, words=WORDS))

    (said,) = reasons(page)[2]
    assert reason in said
    assert page.entered == 0


def test_lists_hold_what_their_reader_sees_and_no_more(council: Council) -> None:
    released = following.released_commitment(council)
    adoption = negotiating.plainly_adopted(council, title="Quiet water")
    following.commitment_of(council, adoption)
    meeting = factories.meeting_of(council, "Held", day=following.SPRING)
    following.voiced_in(council, meeting, sitting="narrow", words="Whisper.")

    public = written(council, "commitments", PUBLIC)
    assert (public.count(WORDS), released.adoption_id in public, "Quiet" in public) == (1, True, False)
    assert written(council, "commitments", council.delegate("XAA")).count(WORDS) == 2
    assert "Whisper" not in written(council, "voiced", PUBLIC)
    assert "Whisper" in written(council, "voiced")


def test_document_of_an_agreement_is_named_to_its_readers_and_kept_by_others(council: Council) -> None:
    going.way_of(council)
    paper = going.document_of(council, "Quiet paper")
    enter(council, "agreements", "partner,title,document\nXPP,Memorandum,quiet paper\n")
    assert Agreement.objects.get().document == paper.pk

    assert "Quiet paper" in written(council, "agreements")
    assert "Quiet" not in written(council, "agreements", PUBLIC)
    assert paper.pk not in written(council, "agreements", PUBLIC)
    enter(council, "agreements", "partner,title,remark\nXPP,Memorandum,kept\n")
    assert (Agreement.objects.get().document, Agreement.objects.get().note) == (paper.pk, "kept")


def test_lists_of_an_earlier_day_hold_what_was_known_then(council: Council) -> None:
    operations_of(council)
    following.measure_of(council, known=following.SPRING)

    for what, day, found in (
        ("takings", following.LATE, 1), ("phases", following.LATE, 2), ("measures", following.BEGUN, 1)
    ):  # fmt: skip
        assert len(written(council, what, on=day).splitlines()) == found, what
    assert (Measure.objects.count(), Voiced.objects.count()) == (1, 0)
