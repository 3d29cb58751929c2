"""The list of speakers and the statements: who may what, in which order, for whom they exist."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from accord.access import NotVisible, Refused, Role, Subject
from accord.access.queries import seat_guests
from accord.access.subjects import seat
from accord.meetings import actions, queries
from accord.meetings.agenda import ItemWish
from accord.meetings.floor import StatementEntry
from accord.meetings.models import Floor, Meeting, Sitting, Speaker, Statement, TabledNote
from accord.meetings.values import AgendaEntry
from accord.members.errors import Unfit
from accord.record import clock
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db
CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public", "stranger")
D, R, N = "done", "refused", "404"
CODES = ("XAA", "XBB", "XCC", "XDD")
NINTH = datetime(2031, 5, 9, 10, tzinfo=UTC)


def opened(council: Council, sitting: str = "extended", limit: int | None = None) -> Floor:
    meeting = factories.meeting_of(council)
    return actions.open_floor(meeting.pk, sitting, limit=limit, by=council.chair, key=key())


def listed(council: Council, *codes: str, limit: int | None = None) -> Floor:
    floor = opened(council, limit=limit)
    for code in codes:
        actions.ask_for_floor(floor.pk, by=council.delegate(code), key=key())
    return floor


def turn(floor: Floor, code: str) -> Speaker:
    return Speaker.objects.get(floor=floor, code=code)


def order(floor: Floor) -> list[tuple[str, str]]:
    return [(each.code, each.state) for each in Speaker.objects.filter(floor=floor)]


def state(meeting: Meeting, by: Subject, **values: object) -> Statement:
    known: dict[str, object] = {"wording": "We agree.\n\nIn full.", "name": "A. Person", "sitting": "narrow", **values}
    return actions.enter_statement(meeting.pk, StatementEntry(**known), by=by, key=key())  # type: ignore[arg-type]


Doing = Callable[[Council, Subject], object]
DOINGS: dict[str, Doing] = {
    "open": lambda council, by: actions.open_floor(factories.meeting_of(council).pk, "extended", by=by, key=key()),
    "set": lambda council, by: actions.set_floor(opened(council).pk, limit=5, closed=True, by=by, key=key()),
    "ask": lambda council, by: actions.ask_for_floor(opened(council).pk, name="A. Person", by=by, key=key()),
    "leave": lambda council, by: actions.leave_list(turn(listed(council, "XAA"), "XAA").pk, by=by, key=key()),
    "place": lambda council, by: actions.place_speaker(turn(listed(council, "XAA"), "XAA").pk, 1, by=by, key=key()),
    "give": lambda council, by: actions.give_floor(listed(council, "XAA").pk, by=by, key=key()),
    "state": lambda council, by: state(factories.meeting_of(council), by),
}


@pytest.mark.parametrize(
    ("doing", "answers"),  # in the order of CAST; a partner that is not admitted sees no list
    [
        ("open", (D, D, R, R, R, N, N, N)),
        ("set", (D, D, R, R, R, N, N, N)),
        ("ask", (D, D, D, D, D, N, N, N)),
        ("leave", (D, D, D, R, D, N, N, N)),
        ("place", (D, D, R, R, R, N, N, N)),
        ("give", (D, D, R, R, R, N, N, N)),
        ("state", (D, D, D, D, R, N, N, N)),
    ],
)
def test_act_on_the_floor_is_done_for_its_cast(doing: str, answers: tuple[str, ...], council: Council) -> None:
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
            found.append(N)
    assert dict(zip(CAST, found, strict=True)) == dict(zip(CAST, answers, strict=True))


def test_speakers_stand_as_they_asked_until_the_chair_sets_the_order(council: Council) -> None:
    floor = listed(council, "XAA", "XBB", "XCC")
    (block,) = queries.floor_page(council.chair, floor.meeting_id).floors
    assert ([each.code for each in block.speakers], block.arranged) == (["XAA", "XBB", "XCC"], False)
    assert block.sentence == "Nobody has the floor. 3 speakers wait."
    actions.place_speaker(turn(floor, "XCC").pk, 1, by=council.chair, key=key())
    (block,) = queries.floor_page(council.chair, floor.meeting_id).floors
    assert [each.code for each in block.speakers] == ["XCC", "XAA", "XBB"]
    assert block.order == "The chair has set the order."


def test_floor_goes_from_one_to_the_next_and_the_time_used_is_kept(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    floor = listed(council, "XAA", "XBB", limit=2)
    start = datetime(2031, 5, 4, 9, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: start)
    actions.give_floor(floor.pk, speaker=turn(floor, "XAA").pk, by=council.chair, key=key())
    monkeypatch.setattr(clock, "now", lambda: start + timedelta(minutes=2, seconds=5))
    actions.give_floor(floor.pk, speaker=turn(floor, "XBB").pk, by=council.chair, key=key())
    assert order(floor) == [("XAA", "spoke"), ("XBB", "speaks")]
    first = queries.floor_page(council.delegate("XCC"), floor.meeting_id).floors[0].speakers[0]
    assert (first.used_words, first.over) == ("2:05", True)


def test_what_cannot_be_on_a_list_is_refused_in_words(council: Council) -> None:
    floor = listed(council, "XAA")
    with pytest.raises(Unfit, match="on the list already"):
        actions.ask_for_floor(floor.pk, by=council.delegate("XAA"), key=key())
    with pytest.raises(Unfit, match="not in the register"):
        actions.ask_for_floor(floor.pk, code="XZZ", by=council.chair, key=key())
    with pytest.raises(Unfit, match="no such place"):
        actions.place_speaker(turn(floor, "XAA").pk, 4, by=council.chair, key=key())
    with pytest.raises(Unfit, match="such a list of speakers already"):
        actions.open_floor(floor.meeting_id, "extended", by=council.chair, key=key())
    with pytest.raises(Unfit, match="between 1 and 240"):
        actions.set_floor(floor.pk, limit=0, closed=False, by=council.chair, key=key())
    actions.set_floor(floor.pk, limit=None, closed=True, by=council.chair, key=key())
    with pytest.raises(Refused, match="closed"):
        actions.ask_for_floor(floor.pk, by=council.delegate("XBB"), key=key())


def test_list_and_statements_of_a_sitting_exist_for_those_admitted_alone(council: Council) -> None:
    floor = opened(council, "narrow")
    meeting = Meeting.objects.get(pk=floor.meeting_id)
    state(meeting, council.delegate("XAA"))
    state(meeting, council.secretariat, public=True, wording="Said to all.")
    counts = {}
    for who in ("xbb-delegate", "partner", "public"):
        page = queries.floor_page(council.everybody[who], meeting.pk)
        counts[who] = (len(page.floors), [each.paragraphs[0] for each in page.statements])
    assert counts == {
        "xbb-delegate": (1, ["We agree.", "Said to all."]), "partner": (0, ["Said to all."]),
        "public": (0, ["Said to all."]),
    }  # fmt: skip
    audience = Sitting.objects.get(meeting=meeting, format="narrow").audience_id
    seen = Entry.objects.filter(verb="opened a list of speakers in").get().audience
    assert (floor.audience_id, seen.within_id) == (audience, audience)


def test_partner_that_is_admitted_asks_for_the_floor_and_speaks_for_itself(council: Council) -> None:
    floor = opened(council)
    seat_guests(Sitting.objects.get(pk=floor.sitting_id).audience, [seat(council.organisation.pk, Role.PARTNER, "XPP")])
    actions.ask_for_floor(floor.pk, code="XAA", name="B. Guest", by=council.partner, key=key())
    assert order(floor) == [("XPP", "waits")]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"wording": "  "}, "no words"),
        ({"name": ""}, "Say who spoke"),
        ({"sitting": ""}, "in which sitting"),
        ({"item": 999_999}, "no such item"),
    ],
)
def test_statement_that_says_too_little_is_refused(values: dict[str, object], words: str, council: Council) -> None:
    with pytest.raises(Unfit, match=words):
        state(factories.meeting_of(council), council.secretariat, **values)
    assert not Statement.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_page_of_speakers_asks_the_same_number_of_queries(
    count: int, council: Council, django_assert_num_queries: Callable[[int], object]
) -> None:
    meeting = factories.meeting_of(council)
    entries = [AgendaEntry(f"Item {place}", "extended") for place in range(count)]
    actions.set_agenda(meeting.pk, entries, by=council.secretariat, key=key())
    for item in meeting.items.all():
        floor = actions.open_floor(meeting.pk, "extended", item=item.handle, by=council.chair, key=key())
        actions.ask_for_floor(floor.pk, by=council.delegate("XAA"), key=key())
        state(meeting, council.secretariat, sitting="extended", item=item.handle)
    with django_assert_num_queries(8):  # type: ignore[attr-defined]
        queries.floor_page(council.chair, meeting.pk)


def test_page_of_speakers_stands_as_on_the_day_that_is_shown(council: Council, client: Client) -> None:
    meeting, by = factories.meeting_of(council, day=date(2031, 5, 1)), council.chair
    acts: dict[int, Callable[[Floor], object]] = {
        2: lambda floor: [actions.ask_for_floor(floor.pk, by=council.delegate(code), key=key()) for code in CODES],
        3: lambda floor: actions.give_floor(floor.pk, speaker=turn(floor, "XBB").pk, by=by, key=key()),
        4: lambda floor: actions.leave_list(turn(floor, "XCC").pk, by=by, key=key()),
        5: lambda floor: actions.place_speaker(turn(floor, "XDD").pk, 1, by=by, key=key()),
        6: lambda floor: actions.set_floor(floor.pk, limit=5, closed=True, by=by, key=key()),
        7: lambda floor: [actions.give_floor(floor.pk, by=by, key=key()), state(meeting, by, at=NINTH.replace(day=7))],
    }
    with clock.frozen(NINTH.replace(day=1)):
        floor = actions.open_floor(meeting.pk, "narrow", by=by, key=key())
    for day, act in acts.items():
        with clock.frozen(NINTH.replace(day=day)):
            act(floor)
    with clock.frozen(NINTH):
        assert not queries.floor_page(by, meeting.pk, date(2031, 4, 30)).floors
        pages = {day: queries.floor_page(by, meeting.pk, date(2031, 5, day)) for day in range(1, 9)}
        told = {day: " ".join(row.state for row in page.floors[0].speakers) for day, page in pages.items()}
        assert told == {
            1: "", 2: "waits waits waits waits", 3: "waits speaks waits waits", 4: "waits speaks withdrew waits",
            5: told[8].replace("spoke", "speaks"), 6: told[8].replace("spoke", "speaks"), 7: told[8], 8: told[8],
        }  # fmt: skip
        floors = [page.floors[0] for page in pages.values()]
        assert [floor.arranged for floor in floors] == [False] * 4 + [True] * 4
        assert [floor.closed for floor in floors] == [False] * 5 + [True] * 3
        assert [page.set_since for page in pages.values()] == [True] * 5 + [False] * 3
        assert [len(page.statements) for page in pages.values()] == [0] * 6 + [1] * 2
        assert [page.offers | page.floors[0].offers for page in pages.values()] == [frozenset()] * 8
        factories.sign_in(client, council.secretariat)
        past, now = (
            client.get(f"/meetings/{meeting.pk}/speakers/{on}").content.decode() for on in ("?on=2031-05-02", "")
        )
        assert ("they stand as of now" in past, "Enter a statement" in past, 'value="2031-05-02"' in past) == (
            True, False, True
        )  # fmt: skip
        assert ("they stand as of now" in now, "Enter a statement" in now) == (False, True)


def test_guest_of_a_sitting_sees_the_day_that_is_over_as_the_council_does() -> None:
    council = factories.council("Private Council", public=False, prefix="p-")
    meeting, by, guest = factories.meeting_of(council, day=date(2031, 5, 4)), council.chair, council.partner
    place = Sitting.objects.get(meeting=meeting, code="extended")
    for part in (place.audience, meeting.audience, meeting.whole):
        seat_guests(part, [seat(council.organisation.pk, Role.PARTNER, "XPP")])
    wish = ItemWish("add", title="Clear water")
    with clock.frozen(NINTH.replace(day=1)):
        floor = actions.open_floor(meeting.pk, "extended", by=by, key=key())
        actions.ask_for_floor(floor.pk, by=council.delegate("XAA"), key=key())
        actions.arrange(meeting.pk, wish, by=council.secretariat, key=key())
    with clock.frozen(NINTH.replace(day=3)):
        actions.leave_list(turn(floor, "XAA").pk, by=by, key=key())
        actions.set_floor(floor.pk, limit=5, closed=True, by=by, key=key())
    with clock.frozen(NINTH):
        for day, told in {2: (False, ["waits"], True, "draft"), 3: (True, ["withdrew"], False, "draft")}.items():
            for reader in (guest, council.secretariat):
                page = queries.floor_page(reader, meeting.pk, date(2031, 5, day))
                stage = queries.agenda_page(reader, meeting.pk, date(2031, 5, day)).stage
                (block,) = page.floors
                assert (block.closed, [each.state for each in block.speakers], page.set_since, stage) == told


def test_page_of_speakers_opens_a_list_takes_a_statement_and_tables_a_paper(council: Council, client: Client) -> None:
    meeting = factories.meeting_of(council)
    actions.set_agenda(meeting.pk, [AgendaEntry("Water", "narrow")], by=council.secretariat, key=key())
    item = meeting.items.get()
    factories.sign_in(client, council.secretariat)
    address = f"/meetings/{meeting.pk}/speakers/"
    assert client.post(f"{address}open/", {"sitting": "narrow", "limit": "5", "key": str(key())}).status_code == 302
    wrong = client.post(f"{address}state/", {"sitting": "narrow", "wording": "Kept words.", "key": str(key())})
    assert (wrong.status_code, "Say who spoke." in wrong.content.decode()) == (422, True)
    assert "Kept words.</textarea>" in wrong.content.decode()
    said = {"sitting": "narrow", "wording": "We agree.", "code": "XAA", "day": "2031-05-04", "time": "10:30"}
    assert client.post(f"{address}state/", {**said, "key": str(key())}).status_code == 302
    assert Statement.objects.get().at == datetime(2031, 5, 4, 10, 30, tzinfo=UTC)
    paper = {"sitting": "narrow", "item": item.handle, "title": "Plan", "wording": "One.", "key": str(key())}
    assert client.post(f"{address}table/", paper).status_code == 302
    assert TabledNote.objects.get().item_id == item.pk
    shown = client.get(f"/meetings/{meeting.pk}/").content.decode()
    assert shown.index("Water") < shown.index("Tabled here:") < shown.index("Plan")
