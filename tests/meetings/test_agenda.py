"""An agenda: proposed by members, cleared, adopted at the opening, changed by acts of their own."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from accord.access import PUBLIC, NotVisible, Refused, Subject
from accord.meetings import actions, queries
from accord.meetings.agenda import ItemWish
from accord.meetings.models import AgendaChange, AgendaItem, AgendaProposal, Meeting, Paper
from accord.meetings.values import AgendaEntry, Hours
from accord.members.errors import Unfit
from accord.record import clock
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db
CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public", "stranger")
WATER = ItemWish("add", title="Clear water", rapporteur="Aland Example", minutes=30, sitting="extended")
D, R = "done", "refused"


def arrange(council: Council, meeting: Meeting, *wishes: ItemWish) -> None:
    for wish in wishes:
        actions.arrange(meeting.pk, wish, by=council.secretariat, key=key())


def at_stage(council: Council, stage: str) -> Meeting:
    """Return a meeting with two items whose agenda is at this stage."""
    meeting = factories.meeting_of(council)
    arrange(council, meeting, WATER, ItemWish("add", title="Next meeting"))
    if stage != "draft":
        actions.clear_agenda(meeting.pk, by=council.secretariat, key=key())
    if stage == "adopted":
        actions.adopt_agenda(meeting.pk, by=council.chair, key=key())
    return meeting


def items(meeting: Meeting) -> list[tuple[object, ...]]:
    rows = AgendaItem.objects.filter(meeting=meeting)
    return [(row.number, row.title, row.removed) for row in rows]


def first(meeting: Meeting) -> str:
    return str(AgendaItem.objects.filter(meeting=meeting).values_list("handle", flat=True)[0])


def proposal(council: Council, meeting: Meeting, **values: object) -> AgendaProposal:
    known: dict[str, object] = {"what": "add", "title": "Rivers", **values}
    return actions.propose_item(meeting.pk, ItemWish(**known), by=council.delegate("XAA"), key=key())  # type: ignore[arg-type]


Doing = Callable[[Council, Subject], object]
DOINGS: dict[str, Doing] = {
    "propose": lambda council, by: actions.propose_item(
        at_stage(council, "draft").pk, ItemWish("add", title="Rivers"), by=by, key=key()
    ),
    "withdraw": lambda council, by: actions.withdraw_proposal(
        proposal(council, at_stage(council, "draft")).pk, by=by, key=key()
    ),
    "take up": lambda council, by: actions.take_up(proposal(council, at_stage(council, "draft")).pk, by=by, key=key()),
    "take up, adopted": lambda council, by: actions.take_up(
        proposal(council, at_stage(council, "adopted")).pk, "Agreed at the opening.", by=by, key=key()
    ),
    "decline": lambda council, by: actions.decline_proposal(
        proposal(council, at_stage(council, "draft")).pk, "Too late.", by=by, key=key()
    ),
    "arrange": lambda council, by: actions.arrange(at_stage(council, "draft").pk, WATER, by=by, key=key()),
    "arrange, adopted": lambda council, by: actions.arrange(
        at_stage(council, "adopted").pk, ItemWish("add", title="Rivers", reason="It rains."), by=by, key=key()
    ),
    "clear": lambda council, by: actions.clear_agenda(at_stage(council, "draft").pk, by=by, key=key()),
    "adopt": lambda council, by: actions.adopt_agenda(at_stage(council, "provisional").pk, by=by, key=key()),
}


@pytest.mark.parametrize(
    ("doing", "answers"),  # in the order of CAST
    [
        ("propose", (D, D, D, D, R, R, R, R)),
        ("withdraw", (R, R, D, R, R, "404", "404", "404")),
        ("take up", (D, R, R, R, R, "404", "404", "404")),
        ("take up, adopted", (D, D, R, R, R, "404", "404", "404")),
        ("decline", (D, R, R, R, R, "404", "404", "404")),
        ("arrange", (D, R, R, R, R, R, R, R)),
        ("arrange, adopted", (D, D, R, R, R, R, R, R)),
        ("clear", (D, R, R, R, R, R, R, R)),
        ("adopt", (D, D, R, R, R, R, R, R)),
    ],
)
def test_act_on_an_agenda_is_done_for_its_cast(doing: str, answers: tuple[str, ...], council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    cast = {**council.everybody, "stranger": other.delegate("XAA")}
    found = []
    for who in CAST:
        try:
            DOINGS[doing](council, cast[who])
            found.append(D)
        except Refused:
            found.append(R)
        except NotVisible:
            found.append("404")
    assert dict(zip(CAST, found, strict=True)) == dict(zip(CAST, answers, strict=True))


def test_numbers_are_given_at_clearance_and_never_to_another_item(council: Council) -> None:
    meeting = at_stage(council, "provisional")
    arrange(council, meeting, ItemWish("remove", item=first(meeting)), ItemWish("add", title="Rivers"))
    assert items(meeting) == [(1, "Clear water", True), (2, "Next meeting", False), (3, "Rivers", False)]
    rivers = AgendaItem.objects.get(meeting=meeting, title="Rivers")
    actions.place_item(meeting.pk, rivers.handle, 1, by=council.secretariat, key=key())
    assert items(meeting) == [(3, "Rivers", False), (1, "Clear water", True), (2, "Next meeting", False)]


def test_item_of_a_draft_is_taken_off_without_a_trace(council: Council) -> None:
    meeting = at_stage(council, "draft")
    arrange(council, meeting, ItemWish("remove", item=first(meeting)))
    assert items(meeting) == [(None, "Next meeting", False)]


def test_change_of_an_adopted_agenda_has_its_reason_and_says_how_it_stood(council: Council) -> None:
    meeting = at_stage(council, "adopted")
    wish = ItemWish("change", item=first(meeting), title="Clear rivers")
    with pytest.raises(Unfit, match="Say why"):
        actions.arrange(meeting.pk, wish, by=council.chair, key=key())
    reasoned = ItemWish("change", item=first(meeting), title="Clear rivers", reason="Asked at the opening.")
    actions.arrange(meeting.pk, reasoned, by=council.chair, key=key())
    change = AgendaChange.objects.get()
    assert (change.what, change.before, change.reason) == ("change", "Clear water", "Asked at the opening.")
    row = queries.agenda_page(PUBLIC, meeting.pk).rows[0]
    assert (row.title, row.rapporteur, row.minutes) == ("Clear rivers", "Aland Example", 30)
    assert [each.before for each in row.changes] == ["Clear water"]


def test_proposal_is_seen_by_the_council_alone_and_taken_up_it_is_an_item(council: Council) -> None:
    meeting = at_stage(council, "draft")
    made = proposal(council, meeting, minutes=15)
    readers = (council.delegate("XBB"), council.partner, PUBLIC)
    assert [len(queries.agenda_page(by, meeting.pk).proposals) for by in readers] == [1, 0, 0]
    assert Entry.objects.get(verb="proposed for the agenda of").audience_id == made.audience_id
    actions.take_up(made.pk, by=council.secretariat, key=key())
    assert items(meeting)[-1] == (None, "Rivers", False)
    with pytest.raises(Refused, match="answered already"):
        actions.withdraw_proposal(made.pk, by=council.delegate("XAA"), key=key())


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (ItemWish("add"), "needs a title"),
        (ItemWish("change", item=999_999, title="X1"), "no such item"),
        (ItemWish("remove"), "Say which item"),
        (ItemWish("burn", title="X1"), "added, changed or taken off"),
        (ItemWish("add", title="X1", minutes=0), "between 1 and 1440"),
    ],
)
def test_wish_that_cannot_be_is_refused_in_words(wish: ItemWish, words: str, council: Council) -> None:
    meeting = factories.meeting_of(council)
    with pytest.raises(Unfit, match=words):
        actions.arrange(meeting.pk, wish, by=council.secretariat, key=key())
    assert not AgendaItem.objects.filter(meeting=meeting).exists()


def test_change_without_anything_and_an_empty_agenda_are_refused(council: Council) -> None:
    meeting = factories.meeting_of(council)
    with pytest.raises(Unfit, match="without items"):
        actions.clear_agenda(meeting.pk, by=council.secretariat, key=key())
    with pytest.raises(Refused, match="clears a provisional agenda first"):
        actions.adopt_agenda(meeting.pk, by=council.chair, key=key())
    arrange(council, meeting, WATER)
    with pytest.raises(Unfit, match="what is to be changed"):
        actions.arrange(meeting.pk, ItemWish("change", item=first(meeting)), by=council.secretariat, key=key())


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ((60, 70), "The items take 2 h 10 min of 3 h."),
        ((150, 45), "The items do not fit: they take 3 h 15 min of 3 h, 15 min too much."),
        ((60, None), "The items take 1 h of 3 h. 1 item has no estimate."),
    ],
)
def test_estimated_times_add_up_or_do_not_fit(minutes: tuple[int, int | None], words: str, council: Council) -> None:
    hours = (Hours("extended", time(9), time(12)),)
    meeting = factories.meeting_of(council, formats=("extended",), hours=hours)
    entries = [AgendaEntry(f"Item {place}", "extended", minutes=each) for place, each in enumerate(minutes)]
    actions.set_agenda(meeting.pk, entries, by=council.secretariat, key=key())
    (fit,) = queries.agenda_page(PUBLIC, meeting.pk).fits
    assert fit.words == words


def test_document_of_an_item_is_linked_for_who_sees_the_text_alone(council: Council) -> None:
    meeting = at_stage(council, "draft")
    text = factories.text_of(council, meeting=meeting.pk)
    paper = Paper.objects.create(meeting=meeting, audience=meeting.whole, number=1, title="Plan")
    by, item = council.secretariat, first(meeting)
    actions.add_document(meeting.pk, item, text=text.pk, by=by, key=key())
    actions.add_document(meeting.pk, item, title="Letter", by=by, key=key())
    assert queries.agenda_page(by, meeting.pk).papers == ((str(paper.number), "1. Plan"),)
    actions.add_document(meeting.pk, item, paper=paper.number, by=by, key=key())
    shown = {who: [each.title for each in queries.agenda_page(subject, meeting.pk).rows[0].documents]
             for who, subject in (("member", council.delegate("XBB")), ("public", PUBLIC))}  # fmt: skip
    assert shown == {"member": ["Clear water", "Letter", "1. Plan"], "public": ["Letter", "1. Plan"]}
    with pytest.raises(Unfit, match="Name one document"):
        actions.add_document(meeting.pk, item, by=by, key=key())
    with pytest.raises(NotVisible):
        actions.add_document(meeting.pk, item, text="aaaaaaaaaaaaaaaa", by=by, key=key())


@pytest.mark.parametrize("count", [1, 3])
def test_page_of_an_agenda_asks_the_same_number_of_queries(
    count: int, council: Council, django_assert_num_queries: Callable[[int], object]
) -> None:
    meeting = factories.meeting_of(council)
    arrange(council, meeting, *(ItemWish("add", title=f"Item {place}") for place in range(count)))
    for _each in range(count):
        proposal(council, meeting)
    for item in AgendaItem.objects.filter(meeting=meeting):
        actions.add_document(meeting.pk, item.handle, title="Letter", by=council.secretariat, key=key())
    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        queries.agenda_page(council.secretariat, meeting.pk)


def test_page_of_an_agenda_stands_as_on_the_day_that_is_shown(council: Council, client: Client) -> None:
    meeting, by, ninth = factories.meeting_of(council), council.secretariat, datetime(2031, 4, 9, 9, tzinfo=UTC)
    wished: list[str] = []
    acts: dict[int, Callable[[], object]] = {
        1: lambda: arrange(council, meeting, WATER),
        2: lambda: wished.append(proposal(council, meeting).pk),
        3: lambda: actions.take_up(wished[0], "Yes.", by=by, key=key()),
        4: lambda: actions.clear_agenda(meeting.pk, by=by, key=key()),
        5: lambda: actions.adopt_agenda(meeting.pk, "Without objection.", by=council.chair, key=key()),
        6: lambda: arrange(council, meeting, ItemWish("change", first(meeting), title="Clean water", reason="Asked.")),
        7: lambda: arrange(council, meeting, ItemWish("remove", first(meeting), reason="Done.")),
        8: lambda: arrange(council, meeting, ItemWish("add", title="Lakes", reason="New.")),
    }
    for day, act in acts.items():
        with clock.frozen(ninth.replace(day=day)):
            act()
    with clock.frozen(ninth):
        pages = [queries.agenda_page(by, meeting.pk, date(2031, 4, day)) for day in range(1, 9)]
        assert [page.stage for page in pages] == ["draft"] * 3 + ["provisional"] + ["adopted"] * 4
        assert queries.agenda_page(by, meeting.pk, date(2031, 3, 31)).sentence == "No item is on the agenda yet."
        assert ["Rivers" in [row.title for row in page.rows] for page in pages] == [False] * 2 + [True] * 6
        shown = [[row.title + " gone" * row.removed for row in page.rows if row.title != "Rivers"] for page in pages]
        assert shown == [["Clear water"]] * 5 + [["Clean water"], ["Clean water gone"], ["Clean water gone", "Lakes"]]
        assert [[row.state for row in page.proposals] for page in pages] == [[], ["proposed"], *[["taken up"]] * 6]
        assert [sum(len(row.changes) for row in page.rows) for page in pages] == [0] * 5 + [1, 2, 3]
        assert [page.note for page in pages] == [""] * 4 + ["Without objection."] * 4
        factories.sign_in(client, by)
        past, now = (
            client.get(f"/meetings/{meeting.pk}/agenda/{on}").content.decode() for on in ("?on=2031-04-02", "")
        )
        words = ("stands as of now", "Add an item", "Clean water")
        assert [[word in told for word in words] for told in (past, now)] == [[True, False, False], [False, True, True]]


def test_agenda_of_a_private_meeting_is_not_there_for_others(council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    meeting = factories.meeting_of(other, day=date(2031, 5, 4))
    with pytest.raises(NotVisible):
        queries.agenda_page(council.chair, meeting.pk)
