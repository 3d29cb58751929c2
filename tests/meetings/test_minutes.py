"""The record of a meeting: drawn up, corrected, approved, and then immutable; the next meeting; printed papers."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, time

import docx
import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from accord.access import PUBLIC, NotVisible, Refused, Role, Subject
from accord.access.queries import audience_of, seat_guests
from accord.access.subjects import seat
from accord.decisions import actions as decisions
from accord.formats.sheets import word_of
from accord.meetings import actions, queries
from accord.meetings.floor import StatementEntry
from accord.meetings.minuting import NextEntry
from accord.meetings.models import Correction, Meeting, Minutes
from accord.meetings.printing import sheet_of
from accord.meetings.registration import AttendingEntry
from accord.meetings.values import AgendaEntry, Hours, SeatEntry
from accord.members.errors import Unfit
from accord.record import clock
from tests import factories
from tests.decisions.putting import putting
from tests.factories import Council, key

pytestmark = pytest.mark.django_db
CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xaa-expert", "partner", "public", "stranger")
D, R, N = "done", "refused", "404"
NOW = datetime(2031, 5, 6, 9, tzinfo=UTC)
UNTIL = date(2031, 5, 20)


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be two days after the meeting."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def held(council: Council) -> Meeting:
    """Return a meeting with an agenda, seats, and a statement in each sitting."""
    meeting = factories.meeting_of(council, city="Xtown", hours=(Hours("extended", time(9), time(12)),))
    by = council.secretariat
    items = [AgendaEntry("Clear water", "extended", "Aland Example", 30), AgendaEntry("Rivers", "extended")]
    actions.set_agenda(meeting.pk, items, by=by, key=key())
    seats = [SeatEntry("XAA", "A. Person", "present"), SeatEntry("XBB", "", "empty")]
    actions.set_attendance(meeting.pk, seats, by=by, key=key())
    for sitting, name in (("extended", "A. Person"), ("narrow", "Hidden Person")):
        said = StatementEntry("We agree.", code="XAA", name=name, sitting=sitting)
        actions.enter_statement(meeting.pk, said, by=by, key=key())
    return meeting


def drawn(council: Council, state: str = "draft") -> Minutes:
    minutes = actions.draw_up(held(council).pk, ["Publish it? Adopted."], by=council.secretariat, key=key())
    if state != "draft":
        minutes = actions.circulate_minutes(minutes.pk, UNTIL, by=council.secretariat, key=key())
    if state == "approved":
        minutes = actions.approve_minutes(minutes.pk, by=council.secretariat, key=key())
    return minutes


def asked(council: Council) -> Correction:
    minutes = drawn(council, "circulated")
    return actions.ask_correction(minutes.pk, "Add a comma.", by=council.delegate("XAA"), key=key())


Doing = Callable[[Council, Subject], object]
DOINGS: dict[str, Doing] = {
    "draw up": lambda council, by: actions.draw_up(factories.meeting_of(council).pk, by=by, key=key()),
    "edit": lambda council, by: actions.edit_minutes(drawn(council).pk, [("Opening", "One.")], by=by, key=key()),
    "circulate": lambda council, by: actions.circulate_minutes(drawn(council).pk, UNTIL, by=by, key=key()),
    "correct": lambda council, by: actions.ask_correction(
        drawn(council, "circulated").pk, "Add a comma.", by=by, key=key()
    ),
    "answer": lambda council, by: actions.answer_correction(asked(council).pk, taken=True, by=by, key=key()),
    "approve": lambda council, by: actions.approve_minutes(drawn(council, "circulated").pk, by=by, key=key()),
    "next": lambda council, by: actions.propose_next(
        factories.meeting_of(council).pk, NextEntry(when="in the autumn"), by=by, key=key()
    ),
}


@pytest.mark.parametrize(
    ("doing", "answers"),  # in the order of CAST
    [
        ("draw up", (D, R, R, R, R, R, R, R)),
        ("edit", (D, N, N, N, N, N, N, N)),
        ("circulate", (D, N, N, N, N, N, N, N)),
        ("correct", (R, D, D, D, R, N, N, N)),
        ("answer", (D, R, R, R, R, N, N, N)),
        ("approve", (D, R, R, R, R, N, N, N)),
        ("next", (D, D, R, R, R, R, R, R)),
    ],
)
def test_act_on_a_record_is_done_for_its_cast(doing: str, answers: tuple[str, ...], council: Council) -> None:
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


def test_record_is_drawn_up_from_what_happened_and_holds_nothing_of_the_narrow_sitting(council: Council) -> None:
    parts = dict(drawn(council).parts)
    assert parts["Opening"].startswith("First meeting: Xtown, 4 May 2031.")
    assert "Extended sitting: 4 May 2031, 09:00–12:00 (UTC)." in parts["Opening"]
    assert parts["Agenda"].endswith("1. Clear water\n\n2. Rivers")
    assert parts["Attendance"] == (
        "Present: Aland Example (A. Person).\n\nAbsent: Bergen Example. Absence is neither consent nor objection."
    )
    assert parts["Statements"] == "XAA A. Person made a statement (Extended)."
    assert parts["Decisions"] == "Publish it? Adopted."
    assert parts["Next meeting"] == "Day and place of the next meeting are not stated."
    assert "Hidden" not in str(parts)


def test_record_tells_who_sat_in_each_sitting_where_no_seats_are_entered(council: Council) -> None:
    meeting, by = factories.meeting_of(council), council.secretariat
    rows = [
        AttendingEntry("XAA", "present"), AttendingEntry("XBB", "represented", by="XAA"), AttendingEntry("XCC", "empty")
    ]  # fmt: skip
    actions.set_attending(meeting.pk, "extended", rows, by=by, key=key())
    told = dict(queries.drawn_parts(by, meeting.pk))["Attendance"]
    assert told.startswith(
        "Extended. Present: Aland Example. Represented by another: Bergen Example (XAA). Absent: Celle Example. "
        "Absence is neither consent nor objection."
    )


def test_record_is_read_by_the_secretariat_then_the_council_then_by_whom_it_is_opened_to(council: Council) -> None:
    readers = (council.secretariat, council.delegate("XBB"), council.partner, PUBLIC)

    def read(minutes: Minutes) -> list[bool]:
        return [bool(queries.minutes_page(by, minutes.meeting_id).id) for by in readers]

    minutes = drawn(council)
    assert read(minutes) == [True, False, False, False]
    actions.circulate_minutes(minutes.pk, UNTIL, by=council.secretariat, key=key())
    assert read(minutes) == [True, True, False, False]
    actions.approve_minutes(minutes.pk, public=True, by=council.secretariat, key=key())
    assert read(minutes) == [True, True, True, True]


def test_approved_record_never_changes_not_even_in_the_database(council: Council) -> None:
    minutes = drawn(council, "approved")
    with pytest.raises(Refused, match="does not change any more"):
        actions.edit_minutes(minutes.pk, [("Opening", "Two.")], by=council.secretariat, key=key())
    for change in (lambda rows: rows.update(parts=[]), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(Minutes.objects.filter(pk=minutes.pk))


def test_record_is_not_approved_over_a_correction_without_an_answer(council: Council) -> None:
    correction = asked(council)
    by, pk = council.secretariat, correction.minutes_id
    with pytest.raises(Unfit, match="not answered yet"):
        actions.approve_minutes(pk, by=by, key=key())
    with pytest.raises(Unfit, match="Say why"):
        actions.answer_correction(correction.pk, taken=False, by=by, key=key())
    actions.answer_correction(correction.pk, taken=False, answer="It stands so.", by=by, key=key())
    assert actions.approve_minutes(pk, by=by, key=key()).state == "approved"
    (line,) = queries.minutes_page(council.delegate("XBB"), correction.minutes.meeting_id).corrections
    assert (line.who, line.taken, line.answer) == ("XAA", False, "It stands so.")


def test_what_cannot_be_said_of_a_record_is_refused_in_words(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    minutes, by = drawn(council), council.secretariat
    with pytest.raises(Unfit, match="drawn up already"):
        actions.draw_up(minutes.meeting_id, by=by, key=key())
    with pytest.raises(Unfit, match="day is over"):
        actions.circulate_minutes(minutes.pk, date(2031, 5, 1), by=by, key=key())
    with pytest.raises(Unfit, match="circulated for correction before"):
        actions.approve_minutes(minutes.pk, by=by, key=key())
    with pytest.raises(Unfit, match="says something"):
        actions.edit_minutes(minutes.pk, [("Opening", " ")], by=by, key=key())
    actions.circulate_minutes(minutes.pk, UNTIL, by=by, key=key())
    monkeypatch.setattr(clock, "now", lambda: datetime(2031, 5, 21, 9, tzinfo=UTC))
    with pytest.raises(Unfit, match="until 2031-05-20"):
        actions.ask_correction(minutes.pk, "Late.", by=council.delegate("XAA"), key=key())


def test_next_meeting_comes_after_this_one_and_leads_to_the_one_that_was_convened(council: Council) -> None:
    meeting, by = factories.meeting_of(council), council.chair
    with pytest.raises(Unfit, match="comes after this one"):
        actions.propose_next(meeting.pk, NextEntry(day=date(2031, 5, 4)), by=by, key=key())
    with pytest.raises(Unfit, match="Say when"):
        actions.propose_next(meeting.pk, NextEntry(place="Xtown"), by=by, key=key())
    other = factories.meeting_of(council, title="Second meeting", day=date(2031, 9, 1))
    entry = NextEntry(when="in the autumn", place="Xtown", convened=other.pk)
    actions.propose_next(meeting.pk, entry, by=by, key=key())
    line = queries.next_of(PUBLIC, meeting.pk)
    assert line is not None
    assert line.convened is not None
    assert (line.when, line.place, line.convened.title) == ("in the autumn", "Xtown", "Second meeting")


def test_page_of_a_record_goes_from_draft_to_approval(council: Council, client: Client) -> None:
    meeting = held(council)
    factories.sign_in(client, council.secretariat)
    address = f"/meetings/{meeting.pk}/record/"
    assert "No record is drawn up yet." in client.get(address).content.decode()
    assert client.post(f"{address}draw/", {"key": str(key())}).status_code == 302
    edited = {"heading-0": "Opening", "wording-0": "The chair opened it.", "key": str(key())}
    assert client.post(f"{address}edit/", edited).status_code == 302
    wrong = client.post(f"{address}circulate/", {"until": "tomorrow", "key": str(key())})
    assert (wrong.status_code, "written year, month, day" in wrong.content.decode()) == (422, True)
    assert client.post(f"{address}circulate/", {"until": "2031-05-20", "key": str(key())}).status_code == 302
    assert client.post(f"{address}approve/", {"public": "on", "key": str(key())}).status_code == 302
    client.logout()
    shown = client.get(address).content.decode()
    assert "The chair opened it." in shown
    assert "Approved 6 May 2031" in shown


def test_record_that_is_drawn_up_on_the_page_tells_what_was_decided(council: Council, client: Client) -> None:
    meeting, by = factories.meeting_of(council), council.chair
    question = decisions.put(council.organisation.pk, putting(), meeting_id=meeting.pk, by=by, key=key())
    said = dict.fromkeys(council.delegates, "no_objection")
    decisions.record_words(question.pk, said, by=by, key=key())
    decisions.close(question.pk, by=by, key=key())
    factories.sign_in(client, council.secretariat)
    assert client.post(f"/meetings/{meeting.pk}/record/draw/", {"key": str(key())}).status_code == 302
    told = dict(Minutes.objects.get(meeting=meeting).parts)["Decisions"]
    assert told.startswith("“Shall the report be published?”: ")
    assert len(told) > len("“Shall the report be published?”: ")


def printed(by: Subject, meeting: Meeting, paper: str) -> list[str]:
    """Return the lines of a printed paper as Word has them, cells of tables behind them."""
    file = docx.Document(io.BytesIO(word_of(sheet_of(by, meeting.pk, paper))))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return [*(each.text for each in file.paragraphs), *cells]


def test_order_of_the_day_is_printed_with_numbers_rapporteur_and_time(council: Council) -> None:
    lines = printed(PUBLIC, held(council), "order-of-the-day")
    assert lines[0] == "Order of the day"
    place = lines.index("Extended sitting")
    assert lines[place + 1 : place + 5] == [
        "4 May 2031, 09:00–12:00", "1.\tClear water", "Rapporteur: Aland Example · 30 min", "2.\tRivers"
    ]  # fmt: skip


def test_papers_of_a_sample_meeting_say_so_and_those_of_a_real_one_do_not(council: Council, client: Client) -> None:
    mark, pages = "A sample: no such meeting takes place.", []
    for sample in (True, False):
        meeting = factories.meeting_of(council, sample=sample)
        marked = [mark in printed(PUBLIC, meeting, paper) for paper in ("order-of-the-day", "participants")]
        assert marked == [sample, sample]
        assert sheet_of(PUBLIC, meeting.pk, "order-of-the-day").sample == (mark if sample else "")
        pages += [client.get(f"/meetings/{meeting.pk}/{part}").content.count(b'"sample"') for part in ("", "agenda/")]
    assert pages == [1, 1, 0, 0]


def test_list_of_participants_is_printed_from_what_the_reader_may_see(council: Council) -> None:
    lines = printed(PUBLIC, held(council), "participants")
    assert lines[0] == "List of participants"
    assert ("A. Person" in lines, "seat empty" in lines) == (True, True)


def test_record_is_printed_for_who_may_read_it_and_a_draft_says_so(council: Council) -> None:
    minutes = drawn(council, "circulated")
    meeting = Meeting.objects.get(pk=minutes.meeting_id)
    assert "Not approved: a draft." in printed(council.delegate("XBB"), meeting, "record")
    with pytest.raises(NotVisible):
        sheet_of(PUBLIC, meeting.pk, "record")


def test_order_of_the_day_for_the_guest_of_one_item_tells_of_no_other() -> None:
    private = factories.council("Private Council", public=False, prefix="p-")
    papers = []
    for titles in (("Clear water",), ("First", "Clear water", "Last")):
        meeting = factories.meeting_of(private)
        entries = [AgendaEntry(title, "extended") for title in titles]
        actions.set_agenda(meeting.pk, entries, by=private.secretariat, key=key())
        actions.clear_agenda(meeting.pk, by=private.secretariat, key=key())
        item = meeting.items.get(title="Clear water")
        item.guests = audience_of(private.organisation.pk, f"guests {meeting.pk}", [], open_=True)
        item.save()
        for part in (item.guests, meeting.audience):
            seat_guests(part, [seat(private.organisation.pk, Role.PARTNER, "XPP")])
        papers.append(printed(private.partner, meeting, "order-of-the-day"))
        with pytest.raises(NotVisible):
            queries.agenda_page(private.partner, meeting.pk)
    assert papers[0] == papers[1]
    assert "1.\tClear water" in papers[0]


def test_printed_paper_is_handed_out_as_word_and_as_pdf(council: Council, client: Client) -> None:
    meeting = held(council)
    address = f"/meetings/{meeting.pk}/print/order-of-the-day"
    assert client.get(f"{address}.docx").content.startswith(b"PK")
    pytest.importorskip("typst", reason="needs the extra pdf: pip install 'accord[pdf]'")
    answer = client.get(f"{address}.pdf")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_pdf_that_cannot_be_written_here_says_why_and_offers_word(
    council: Council, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    answer = client.get(f"/meetings/{held(council).pk}/print/participants.pdf")
    assert answer.status_code == 503
    assert "PDF needs Typst" in answer.content.decode()
    assert "participants.docx" in answer.content.decode()


def test_page_of_the_record_stands_as_on_the_day_that_is_shown(
    council: Council, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = [7]
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(day=day[0]))
    minutes, by, member = drawn(council), council.secretariat, council.delegate("XAA")
    meeting, found = minutes.meeting, Correction.objects
    acts: dict[int, Callable[[], object]] = {
        8: lambda: actions.circulate_minutes(minutes.pk, UNTIL, by=by, key=key()),
        9: lambda: actions.ask_correction(minutes.pk, "Add a comma.", by=member, key=key()),
        10: lambda: actions.answer_correction(found.get().pk, taken=True, by=by, key=key()),
        11: lambda: actions.edit_minutes(minutes.pk, [("Opening", "One, two.")], by=by, key=key()),
        12: lambda: actions.propose_next(meeting.pk, NextEntry(when="in the autumn"), by=by, key=key()),
        13: lambda: actions.approve_minutes(minutes.pk, public=True, by=by, key=key()),
    }
    for at, act in acts.items():
        day[0] = at
        act()
    day[0] = 20
    seen = {who: _as_on(meeting, who) for who in (by, member, council.public)}
    circulated = ["circulated"] * 5
    assert seen[by] == ["", "draft", *circulated, "approved", "approved"]
    assert seen[member] == ["", "", *circulated, "approved", "approved"]
    assert seen[council.public] == [""] * 7 + ["approved", "approved"]
    pages = {at: queries.minutes_page(by, meeting.pk, date(2031, 5, at)) for at in (8, 9, 10, 11, 12)}
    assert [[row.taken for row in page.corrections] for page in pages.values()] == [[], [None], [True], [True], [True]]
    assert [page.edited_since for page in pages.values()] == [True, True, True, False, False]
    assert [page.next is not None for page in pages.values()] == [False, False, False, False, True]
    factories.sign_in(client, by)
    past, now = (client.get(f"/meetings/{meeting.pk}/record/{on}").content.decode() for on in ("?on=2031-05-09", ""))
    words = (
        "Circulated for correction until 20 May 2031.",
        "not answered yet",
        "it stands as of now",
        "Propose the next meeting",
    )
    assert [each in past for each in words] == [True, True, True, False]
    assert [each in now for each in words] == [False, False, False, True]


def test_record_that_became_public_is_read_as_a_draft_by_its_own_council_alone(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    by, minutes = council.secretariat, drawn(council)
    for day, act in ((8, lambda: actions.circulate_minutes(minutes.pk, UNTIL, by=by, key=key())),
                     (10, lambda: actions.approve_minutes(minutes.pk, public=True, by=by, key=key())),
                     (20, lambda: None)):  # fmt: skip
        monkeypatch.setattr(clock, "now", lambda day=day: NOW.replace(day=day))
        act()
    other = factories.council("Other Council", (("XAA", "Alpha"),), prefix="other-")
    own = {by: ["draft", "circulated", "approved"], council.delegate("XAA"): ["", "circulated", "approved"]}
    known = own | {who: ["", "", "approved"] for who in (other.secretariat, other.chair, other.delegate("XAA"))}
    pages = {
        who: [queries.minutes_page(who, minutes.meeting_id, date(2031, 5, day)) for day in (7, 9, 11)] for who in known
    }
    assert {who: [page.state for page in found] for who, found in pages.items()} == known
    read = {who: [bool(page.parts) for page in found] for who, found in pages.items()}
    assert read == {who: [bool(state) for state in states] for who, states in known.items()}


def _as_on(meeting: Meeting, by: Subject) -> list[str]:
    days = (date(2031, 5, day) for day in range(6, 15))
    return [queries.minutes_page(by, meeting.pk, day).state for day in days]
