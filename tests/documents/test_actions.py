"""What is done with documents: the same cast for each action, the answer and what is then stored."""

from collections.abc import Callable
from datetime import date

import pytest

from accord.access import NotVisible, Refused, Subject
from accord.documents import actions
from accord.documents.models import Clearance, Document, Stop, Tie
from accord.documents.queries.rows import journeys
from accord.documents.values import DocumentEntry, ReportEntry, StepEntry, StopEntry
from accord.drafting.models import Text
from accord.engine.passage import Pattern, standing
from accord.meetings.models import Paper
from accord.members.basis import Basis
from accord.members.errors import Unfit
from accord.record.models import Entry
from tests import factories
from tests.documents import going
from tests.documents.going import DAY
from tests.factories import Council
from tests.publishing import negotiating

CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public", "stranger")
D, R, N, U = "done", "refused", "not there", "cannot be"

Doing = Callable[[Council, Document, Subject], object]


def set_way(council: Council, _document: Document, by: Subject) -> object:
    return actions.set_way(council.organisation.pk, going.STEPS, by=by, key=factories.key())


def begin(council: Council, _document: Document, by: Subject) -> object:
    return going.document_of(council, "Another", by=by)


def enter(council: Council, _document: Document, by: Subject) -> object:
    entries = [DocumentEntry("", stops=(StopEntry("board", outcome="approved"),))]
    return actions.enter_documents(council.organisation.pk, entries, by=by, key=factories.key())


def prepare(_council: Council, document: Document, by: Subject) -> object:
    return actions.prepare_next(document.pk, "Next", period="2032", outline="", by=by, key=factories.key())


def send(_council: Council, document: Document, by: Subject) -> object:
    return going.send(document, by, "clearance", "forwarded", words="Time is short.")


def give_back(_council: Council, document: Document, by: Subject) -> object:
    return actions.return_to(document.pk, "experts", day=DAY, words="Unclear.", by=by, key=factories.key())


def withdraw(_council: Council, document: Document, by: Subject) -> object:
    return actions.withdraw(document.pk, day=DAY, words="Not needed.", by=by, key=factories.key())


def split(_council: Council, document: Document, by: Subject) -> object:
    return actions.split(document.pk, ["One", "Two"], day=DAY, by=by, key=factories.key())


def merge(council: Council, document: Document, by: Subject) -> object:
    other = going.document_of(council, "Other")
    return actions.merge(document.pk, [other.pk], title="Both", day=DAY, by=by, key=factories.key())


def table(council: Council, document: Document, by: Subject) -> object:
    going.clear(document, council.delegate("XAA"), "comment", "Too short.")
    return actions.table_remarks(document.pk, by=by, key=factories.key())


def adopted(council: Council, document: Document, by: Subject) -> object:
    going.clear(document, council.delegate("XAA"))
    return actions.take_adoption(document.pk, by=by, key=factories.key())


def clear(_council: Council, document: Document, by: Subject) -> object:
    return going.clear(document, by)


def entitle(_council: Council, document: Document, by: Subject) -> object:
    return actions.entitle(document.pk, "Чистый воздух", tongue="ru", by=by, key=factories.key())


def symbol(_council: Council, document: Document, by: Subject) -> object:
    return actions.give_symbol(document.pk, "first", words="", day=DAY, by=by, key=factories.key())


def lay(council: Council, document: Document, by: Subject) -> object:
    meeting = factories.meeting_of(council)
    return actions.lay_before(document.pk, meeting.pk, by=by, key=factories.key())


def link(council: Council, document: Document, by: Subject) -> object:
    return actions.link_text(document.pk, factories.text_of(council).pk, by=by, key=factories.key())


def tell(_council: Council, document: Document, by: Subject) -> object:
    return actions.report(document.pk, ReportEntry("Talks go on.", DAY), by=by, key=factories.key())


def tell_stop(_council: Council, document: Document, by: Subject) -> object:
    entry = StopEntry("experts", outcome="approved")
    return actions.report_stop(document.pk, entry, by=by, key=factories.key())


@pytest.mark.parametrize(
    ("doing", "answers"),  # in the order of CAST
    [
        (set_way, (D, R, R, R, R, R, R, R)),
        (begin, (D, D, D, D, R, R, R, R)),
        (enter, (D, R, R, R, R, R, R, R)),
        (prepare, (D, D, R, R, R, N, N, N)),
        (send, (D, D, R, R, R, N, N, N)),
        (give_back, (D, D, R, R, R, N, N, N)),
        (withdraw, (D, D, D, R, R, N, N, N)),
        (split, (D, D, R, R, R, N, N, N)),
        (merge, (D, D, R, R, R, N, N, N)),
        (clear, (R, R, D, D, R, N, N, N)),
        (table, (R, R, D, U, R, N, N, N)),
        (adopted, (U, U, R, R, R, N, N, N)),
        (entitle, (D, D, R, R, R, N, N, N)),
        (symbol, (D, D, R, R, R, N, N, N)),
        (lay, (D, D, R, R, R, N, N, N)),
        (link, (D, D, R, R, R, N, N, N)),
        (tell, (D, R, R, R, R, N, N, N)),
        (tell_stop, (D, R, R, R, R, N, N, N)),
    ],
)
def test_action_is_done_for_its_cast_and_leaves_one_entry(
    doing: Doing, answers: tuple[str, ...], council: Council
) -> None:
    going.way_of(council)
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    cast = {**council.everybody, "stranger": other.delegate("XAA")}
    found = []
    for who in CAST:
        document = brought_in(council)
        found.append(outcome(doing, council, document, cast[who]))

    assert dict(zip(CAST, found, strict=True)) == dict(zip(CAST, answers, strict=True))


def brought_in(council: Council) -> Document:
    """Return a document of XAA that is in clearance."""
    document = going.document_of(council, by=council.delegate("XAA"))
    return going.send(document, council.secretariat, to="clearance")


def outcome(doing: Doing, council: Council, document: Document, by: Subject) -> str:
    """Return what becomes of an act; one that is done leaves one entry, and no other leaves any."""
    made = {"lay": 1, "link": 1, "merge": 1, "table": 1, "adopted": 1}.get(getattr(doing, "__name__", ""), 0)
    before = Entry.objects.count() + made
    try:
        doing(council, document, by)
    except Refused:
        assert Entry.objects.count() == before
        return R
    except NotVisible:
        assert Entry.objects.count() == before
        return N
    except Unfit:
        assert Entry.objects.count() == before
        return U
    assert Entry.objects.count() == before + 1
    return D


def test_source_of_a_document_is_whoever_brought_it_in(council: Council) -> None:
    going.way_of(council)
    given = {"": "Aland Example", "A newspaper": "A newspaper"}
    for named, expected in given.items():
        basis = Basis(source_name=named) if named else Basis()
        made = going.document_of(council, f"By {expected}", by=council.delegate("XAA"), basis=basis)
        assert made.source_name == expected
    assert going.document_of(council, "By the secretariat").source_name == "the secretariat"


def test_document_without_a_way_is_not_brought_in(council: Council) -> None:
    with pytest.raises(Unfit, match="has not set the way"):
        going.document_of(council)


@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ((), "at least one step"),
        ((StepEntry("a", "A"), StepEntry("a", "B")), "“A” stands twice"),
        ((StepEntry("a", "A", "committee"),), "no known kind"),
        ((StepEntry("a", "A", organ="nowhere"),), "no organ “nowhere”"),
        ((StepEntry("a", "A"),), "has to hold {n} once"),
    ],
)
def test_way_that_cannot_be_is_refused(steps: tuple[StepEntry, ...], reason: str, council: Council) -> None:
    pattern = Pattern("L" if "hold" in reason else "L.{n}")
    with pytest.raises(Unfit, match=reason):
        actions.set_way(council.organisation.pk, steps, pattern, by=council.secretariat, key=factories.key())


def test_way_set_anew_leaves_documents_on_theirs(council: Council) -> None:
    document = going.to_clearance(going.way_of(council))
    steps = (StepEntry("assembly", "Assembly", organ="assembly"),)
    actions.set_way(council.organisation.pk, steps, by=council.secretariat, key=factories.key())

    assert [step.key for step in journeys([document])[document.pk].steps] == [step.key for step in going.STEPS]
    later = going.document_of(council, "Later")
    assert [step.key for step in journeys([later])[later.pk].steps] == ["assembly"]


def test_clearance_asks_every_member_and_silence_is_no_clearance(council: Council) -> None:
    document = going.to_clearance(going.way_of(council))
    assert dict(Clearance.objects.values_list("code", "said")) == dict.fromkeys(council.delegates, "asked")
    going.clear(document, council.delegate("XAA"))

    with pytest.raises(Unfit, match="Not cleared yet by XBB, XCC and XDD"):
        going.send(document, council.chair, "clearance", "cleared", "board")
    with pytest.raises(Unfit, match="Say why it goes on all the same"):
        going.send(document, council.chair, "clearance", "forwarded", "board")
    going.send(document, council.chair, "clearance", "forwarded", "board", words="The board decides on the rest.")
    assert Stop.objects.get(step__key="clearance").words == "The board decides on the rest."


def test_document_goes_the_whole_way(council: Council) -> None:
    document = going.cleared(going.way_of(council))
    going.send(document, council.chair, "board", "forwarded", "assembly", day=date(2031, 3, 5))
    going.send(document, council.chair, "assembly", "adopted", day=date(2031, 4, 1))

    now = standing(journeys([document])[document.pk].course)
    assert (now.state, now.since) == ("completed", date(2031, 4, 1))
    with pytest.raises(Unfit, match="has completed the document"):
        going.send(document, council.chair, to="assembly", day=date(2031, 4, 2))


def test_same_sending_twice_is_done_once(council: Council) -> None:
    document = going.document_of(going.way_of(council))
    key = factories.key()
    for _again in range(2):
        sending = going.Sending(DAY, to=("clearance",))
        actions.send_on(document.pk, sending, by=council.chair, key=key)
    assert Stop.objects.count() == 1


@pytest.mark.parametrize("said", ["comment", "objects"])
def test_remarks_without_words_are_refused(said: str, council: Council) -> None:
    document = going.to_clearance(going.way_of(council))
    with pytest.raises(Unfit, match="Write the remarks"):
        going.clear(document, council.delegate("XAA"), said)


def test_parts_and_merged_documents_are_tied_and_stand_where_it_stood(council: Council) -> None:
    document = going.cleared(going.way_of(council))
    actions.split(document.pk, ["Air", "Water"], day=DAY, by=council.chair, key=factories.key())
    parts = list(Document.objects.filter(tied__kind="split").order_by("title"))
    assert [part.title for part in parts] == ["Air", "Water"]
    found = [standing(each.course) for each in journeys(parts).values()]
    assert [(each.state, each.at) for each in found] == [("here", ("board",))] * 2

    first, second = (part.pk for part in parts)
    one = actions.merge(first, [second], title="Both", day=DAY, by=council.chair, key=factories.key())
    assert standing(journeys([one])[one.pk].course).at == ("board",)
    assert Tie.objects.filter(other=one, kind="merged").count() == 2
    assert set(Document.objects.values_list("title", "ended")) == {
        ("Clean air", "split"), ("Air", "merged"), ("Water", "merged"), ("Both", "")
    }  # fmt: skip


def test_split_parts_in_clearance_are_cleared_anew(council: Council) -> None:
    document = going.to_clearance(going.way_of(council))
    going.clear(document, council.delegate("XAA"))
    actions.split(document.pk, ["Air", "Water"], day=DAY, by=council.chair, key=factories.key())
    anew = Clearance.objects.exclude(stop__document=document)
    assert (anew.count(), set(anew.values_list("said", flat=True))) == (8, {"asked"})


def test_symbols_follow_one_another_and_share_the_series_with_texts(council: Council) -> None:
    going.way_of(council)
    pattern = Pattern("L.{n}")
    actions.set_way(council.organisation.pk, going.STEPS, pattern, by=council.secretariat, key=factories.key())
    text = factories.text_of(council)
    assert text.symbol == "L.1"
    document = going.document_of(council)
    for kind in ("first", "revision", "addendum", "corrigendum"):
        actions.give_symbol(document.pk, kind, words="", day=DAY, by=council.chair, key=factories.key())

    assert list(document.symbols.values_list("symbol", flat=True)) == [
        "L.2", "L.2/Rev.1", "L.2/Rev.1/Add.1", "L.2/Rev.1/Corr.1"
    ]  # fmt: skip
    assert Document.objects.get(pk=document.pk).symbol == "L.2/Rev.1"
    with pytest.raises(Unfit, match=r"has the symbol L\.2/Rev\.1"):
        actions.give_symbol(document.pk, "first", words="", day=DAY, by=council.chair, key=factories.key())


def test_symbol_names_the_organ_and_the_year_where_the_pattern_does(council: Council) -> None:
    going.way_of(council)
    document = going.cleared(council)
    actions.give_symbol(document.pk, "first", words="", day=DAY, by=council.chair, key=factories.key())
    assert Document.objects.get(pk=document.pk).symbol == "BOARD/2031/L.1"


def test_document_without_a_symbol_takes_that_of_its_text(council: Council) -> None:
    document = going.document_of(going.way_of(council))
    text = factories.text_of(council)
    actions.link_text(document.pk, text.pk, by=council.chair, key=factories.key())
    assert Document.objects.get(pk=document.pk).symbol == "L.1"
    another = going.document_of(council, "Another")
    with pytest.raises(Unfit, match="wording of another document"):
        actions.link_text(another.pk, text.pk, by=council.chair, key=factories.key())


def test_adoption_of_the_text_is_entered_by_an_act_and_never_by_itself(council: Council) -> None:
    document = going.cleared(going.way_of(council))
    text = factories.text_of(council)
    actions.link_text(document.pk, text.pk, by=council.chair, key=factories.key())
    with pytest.raises(Unfit, match="not adopted"):
        actions.take_adoption(document.pk, by=council.chair, key=factories.key())
    assert Text.objects.get(pk=text.pk).state == "open"


def test_adopted_text_completes_its_document_by_an_act(council: Council) -> None:
    document = going.cleared(going.way_of(council))
    council.organisation.as_of = date(2031, 4, 1)
    council.organisation.save()
    adoption = negotiating.plainly_adopted(council)
    actions.link_text(document.pk, adoption.text_id, by=council.chair, key=factories.key())
    with pytest.raises(Unfit, match="The Board"):
        actions.take_adoption(document.pk, by=council.chair, key=factories.key())
    going.send(document, council.chair, "board", "forwarded", day=DAY)

    actions.take_adoption(document.pk, by=council.chair, key=factories.key())

    now = standing(journeys([document])[document.pk].course)
    assert (now.state, now.since, now.last.outcome) == ("completed", date(2031, 4, 1), "adopted")  # type: ignore[union-attr]


def test_report_of_a_stop_comes_where_the_way_puts_it(council: Council) -> None:
    document = going.document_of(going.way_of(council))
    entry = DocumentEntry("", stops=(StopEntry("assembly", DAY, DAY, "adopted"),))
    actions.enter_documents(council.organisation.pk, [entry], by=council.secretariat, key=factories.key())
    reported = Document.objects.exclude(pk=document.pk).get()
    for step in ("board", "experts"):
        told = StopEntry(step, outcome="approved")
        actions.report_stop(reported.pk, told, by=council.secretariat, key=factories.key())
    assert list(reported.stops.values_list("step__key", flat=True)) == ["experts", "board", "assembly"]
    late = StopEntry("clearance", date(2031, 6, 1), date(2031, 6, 2), "cleared")
    with pytest.raises(Unfit, match="The day lies before 2 June 2031"):
        actions.report_stop(reported.pk, late, by=council.secretariat, key=factories.key())


def test_recurring_paper_is_prepared_from_the_last_one(council: Council) -> None:
    last = going.document_of(going.way_of(council), "List of 2031", kind="list", outline="Air\nWater", period="2031")
    made = actions.prepare_next(
        last.pk, "List of 2032", period="2032", outline=last.outline, by=council.chair, key=factories.key()
    )
    assert (made.kind, made.period, made.outline, made.audience_id) == ("list", "2032", "Air\nWater", last.audience_id)
    assert Tie.objects.get(document=made).other == last


def test_document_is_laid_before_a_meeting_once(council: Council) -> None:
    document, meeting = going.document_of(going.way_of(council)), factories.meeting_of(council)
    for title in ("Other", "Third"):
        laid = going.document_of(council, title)
        actions.lay_before(laid.pk, meeting.pk, by=council.chair, key=factories.key())
    actions.lay_before(document.pk, meeting.pk, by=council.chair, key=factories.key())
    assert Paper.objects.get(document=document.pk).number == 3
    with pytest.raises(Unfit, match="already"):
        actions.lay_before(document.pk, meeting.pk, by=council.chair, key=factories.key())


def test_title_that_becomes_known_is_entered_and_another_language_beside_it(council: Council) -> None:
    going.way_of(council)
    actions.enter_documents(
        council.organisation.pk, [DocumentEntry("")], by=council.secretariat, key=factories.key()
    )
    document = Document.objects.get()
    for title, tongue in (("Чистый воздух", "ru"), ("Clean air", "en")):
        actions.entitle(document.pk, title, tongue=tongue, by=council.secretariat, key=factories.key())
    document.refresh_from_db()
    assert (document.title, document.tongue, document.titles) == ("Чистый воздух", "ru", {"en": "Clean air"})
