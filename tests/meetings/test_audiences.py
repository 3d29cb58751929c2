"""Every sitting, and every meeting that is not public, has an audience of its own; guests see their part of it."""

import importlib

import pytest
from django.apps import apps
from django.test import Client

from accord.access import NotVisible, Role, Subject
from accord.access.models import Audience
from accord.access.queries import audience_of, council_audience, seat_guests
from accord.access.subjects import member_seat, seat
from accord.calendar.queries.happenings import happenings
from accord.drafting.queries.rows import visible_texts
from accord.meetings import actions, queries
from accord.meetings.models import AgendaItem, Meeting, Paper, Sitting, TabledNote
from accord.meetings.values import AgendaEntry, SeatEntry
from accord.record.queries import visible_entries
from tests import factories
from tests.factories import Council, key
from tests.web.test_twin_worlds import seen_by

pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def private(db: None) -> Council:
    """Return a council whose meetings are not public."""
    return factories.council(public=False)


def sitting(meeting: Meeting, form: str) -> Sitting:
    return Sitting.objects.get(meeting=meeting, format=form)


def partner_seat(council: Council) -> str:
    return seat(council.organisation.pk, Role.PARTNER, "XPP")


def filled(council: Council, meeting: Meeting, *titles: str) -> Meeting:
    """Enter an agenda of the extended sitting, seats, papers, and a note."""
    by = council.secretariat
    items = [AgendaEntry(title, "extended") for title in titles]
    actions.set_agenda(meeting.pk, items, by=by, key=key())
    actions.set_attendance(meeting.pk, [SeatEntry("XAA", "A. Person", "present")], by=by, key=key())
    Paper.objects.create(meeting=meeting, audience=meeting.whole, number=1, title="A paper")
    return meeting


def note_of(council: Council, meeting: Meeting, form: str, title: str, item: str = "") -> TabledNote:
    words = {"title": title, "wording": "One.", "sample": True}
    return actions.table_note(meeting.pk, form, item=item, by=council.delegate("XAA"), key=key(), **words)


def invite_to(meeting: Meeting, part: Audience, token: str) -> None:
    """Admit a guest to a part of a meeting, and to see that it takes place."""
    seat_guests(part, [token])
    seat_guests(meeting.audience, [token])


def invite_to_item(council: Council, meeting: Meeting, title: str) -> AgendaItem:
    item = AgendaItem.objects.get(meeting=meeting, title=title)
    item.guests = audience_of(council.organisation.pk, f"guests of item {item.pk}", [], open_=True)
    item.save()
    invite_to(meeting, item.guests, partner_seat(council))
    return item


def test_no_sitting_shares_its_audience(council: Council) -> None:
    meetings = [factories.meeting_of(council), factories.meeting_of(council, "Second")]
    audiences = {one.audience_id for one in Sitting.objects.filter(meeting__in=meetings)}
    assert len(audiences) == 4
    assert council_audience(council.organisation.pk).pk not in audiences


def test_private_meetings_have_their_own_audience_and_public_ones_everybodys(private: Council) -> None:
    first, second = factories.meeting_of(private), factories.meeting_of(private, "Second")
    assert len({first.audience_id, first.whole_id, second.audience_id, second.whole_id}) == 4
    public = factories.council("Open Council", (("XAA", "Alpha"),), prefix="open-")
    meeting = factories.meeting_of(public)
    assert meeting.audience == meeting.whole


def test_guest_of_a_sitting_sees_that_sitting_and_nothing_else_of_a_private_meeting(private: Council) -> None:
    meeting = filled(private, factories.meeting_of(private), "Clear water")
    note_of(private, meeting, "narrow", "Quiet")
    note_of(private, meeting, "extended", "Open")
    other = factories.meeting_of(private, "Second")
    invite_to(meeting, sitting(meeting, "extended").audience, partner_seat(private))

    page = queries.meeting_page(private.partner, meeting.pk)

    assert [
        (block.form, [item.title for item in block.items], [note.title for note in block.notes])
        for block in page.sittings
    ] == [("extended", ["Clear water"], ["Open"])]
    assert (page.seats, page.facts, page.line.sentence) == ((), (), "")
    with pytest.raises(NotVisible):
        queries.meeting_page(private.partner, other.pk)


def test_guest_of_an_item_sees_the_item_and_its_papers_and_no_number_that_counts_others(private: Council) -> None:
    meeting = filled(private, factories.meeting_of(private), "First", "Clear water")
    item = invite_to_item(private, meeting, "Clear water")
    note_of(private, meeting, "extended", "Quiet")
    mine = note_of(private, meeting, "extended", "Under the item", item.handle)

    (block,) = queries.meeting_page(private.partner, meeting.pk).sittings

    assert (block.form, block.invited, block.begins) == ("", True, None)
    assert [(item.number, item.title) for item in block.items] == [(1, "Clear water")]
    assert [note.id for note in block.items[0].notes] == [mine.pk]
    assert block.notes == ()


def test_nothing_that_names_who_acted_reaches_a_guest(private: Council) -> None:
    meeting = filled(private, factories.meeting_of(private), "Clear water")
    extended = sitting(meeting, "extended")
    factories.text_of(private, meeting=meeting.pk, audience=extended.audience_id)
    note_of(private, meeting, "extended", "Open")

    invite_to(meeting, extended.audience, partner_seat(private))

    assert [text.title for text in visible_texts(private.partner)] == ["Clear water"]
    assert not visible_entries(private.partner).exists()
    assert visible_entries(private.delegate("XBB")).filter(verb="tabled").exists()


def test_calendar_tells_a_guest_of_an_item_the_day_and_no_hours(private: Council) -> None:
    meeting = filled(private, factories.meeting_of(private), "Clear water")
    Sitting.objects.filter(meeting=meeting).update(begins="2031-05-04T08:00Z", ends="2031-05-04T09:00Z")
    invite_to_item(private, meeting, "Clear water")
    told = {each.uid: each for each in happenings(private.partner, private.organisation.pk)}
    assert told[f"meeting-{meeting.pk}"].begins is None
    told = {each.uid: each for each in happenings(private.chair, private.organisation.pk)}
    assert told[f"meeting-{meeting.pk}"].begins is not None


def test_paper_is_tabled_under_an_item_of_its_sitting_alone(council: Council) -> None:
    meeting = filled(council, factories.meeting_of(council), "Clear water")
    item = AgendaItem.objects.get(meeting=meeting)
    assert note_of(council, meeting, "extended", "Open", item.handle).item == item
    with pytest.raises(NotVisible):
        note_of(council, meeting, "narrow", "Open", item.handle)


def test_guests_enter_no_audience_that_names_who_said_what(council: Council) -> None:
    with pytest.raises(ValueError, match="no guests"):
        seat_guests(council_audience(council.organisation.pk), [partner_seat(council)])


def test_staff_fills_one_seat_of_its_own(council: Council) -> None:
    organisation = council.organisation.pk
    one = Subject(7, "interpreter", organisation, Role.STAFF)
    assert one.tokens == {"public", f"{organisation}:staff:7"}
    assert member_seat(organisation) not in one.tokens


def test_migration_gives_what_is_there_its_own_audiences(private: Council) -> None:
    meeting = filled(private, factories.meeting_of(private), "Clear water")
    note = note_of(private, meeting, "extended", "Open")
    shared = council_audience(private.organisation.pk)
    extended = Sitting.objects.filter(format="extended")
    for rows in (Meeting.objects.all(), extended, AgendaItem.objects.all(), TabledNote.objects.all()):
        rows.update(audience=shared)
    for made in Audience.objects.filter(open=True):
        Audience.objects.filter(pk=made.pk).update(name=f"other {made.pk}")

    importlib.import_module("accord.meetings.migrations.0003_own_audiences").give_audiences(apps, None)

    meeting.refresh_from_db()
    note.refresh_from_db()
    assert shared.pk not in {meeting.audience_id, meeting.whole_id, note.audience_id}
    assert (note.audience, AgendaItem.objects.get().audience) == (sitting(meeting, "extended").audience, meeting.whole)
    assert set(meeting.audience.seats.values_list("token", flat=True)) == {member_seat(private.organisation.pk)}


def test_item_guest_gets_the_same_bytes_whatever_else_is_in_the_meeting(private: Council) -> None:
    meeting = factories.meeting_of(private)
    filled(private, meeting, "Clear water")
    item = invite_to_item(private, meeting, "Clear water")
    mine = note_of(private, meeting, "extended", "Under the item", item.handle)
    client = factories.sign_in(Client(), private.partner)
    places = ["/", "/meetings/", f"/meetings/{meeting.pk}/", f"/notes/{mine.pk}/", "/record/", "/texts/", "/calendar/"]
    before = seen_by(client, places)

    later = AgendaItem.objects.create(meeting=meeting, audience=meeting.whole, order=0, title="Quiet item")
    note_of(private, meeting, "extended", "Quiet note", later.handle)
    note_of(private, meeting, "narrow", "Quiet note")
    factories.text_of(private, title="Quiet text", meeting=meeting.pk)

    assert b"Clear water" in before[f"/meetings/{meeting.pk}/"][2]
    assert seen_by(client, places) == before
