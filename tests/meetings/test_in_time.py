"""Meetings in time: kinds, hours, moving and cancelling; hours that no clock shows are refused."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from accord.access import PUBLIC, NotVisible, Refused
from accord.meetings import actions, queries
from accord.meetings.models import Meeting, Sitting
from accord.meetings.values import AgendaEntry, Convocation, Hours, Schedule
from accord.meetings.wording import next_code
from accord.members import actions as members
from accord.members.errors import Unfit
from accord.members.models import Clock, Member
from accord.members.values import OrganEntry
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db
DAY = date(2031, 5, 4)
EARLY = Hours("narrow", time(2, 30))
"""An hour that clocks skip in spring and show twice in autumn."""


def convene(council: Council, **values: object) -> Meeting:
    known = {"title": "Meeting", "day": DAY, "zone": "Asia/Almaty", "formats": ("narrow", "extended"), **values}
    return actions.convene(council.organisation.pk, Convocation(**known), by=council.chair, key=key())  # type: ignore[arg-type]


def test_hours_are_instants_and_show_as_the_clocks_of_the_place(council: Council) -> None:
    meeting = convene(council, hours=(Hours("narrow", time(9, 30), time(11), languages=("ru", "en")),))
    sitting = Sitting.objects.get(meeting=meeting, format="narrow")
    assert sitting.begins == datetime(2031, 5, 4, 4, 30, tzinfo=UTC)
    block = queries.meeting_page(PUBLIC, meeting.pk).sittings[0]
    assert (block.begins, block.languages) == (datetime(2031, 5, 4, 9, 30), ("Russian", "English"))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"zone": "Europe/Vienna", "day": date(2031, 3, 30), "hours": (EARLY,)}, "does not exist"),
        ({"zone": "Europe/Vienna", "day": date(2031, 10, 26), "hours": (EARLY,)}, "comes twice"),
        ({"hours": (Hours("narrow", time(11), time(9)),)}, "ends after it begins"),
        ({"day": None, "when": "in spring", "hours": (Hours("narrow", time(9)),)}, "need a day"),
        ({"kind": "party"}, "no kind of meeting"),
        ({"kind": "joint"}, "at least two organs"),
        ({"organs": ("nowhere",)}, "not in the register"),
        ({"host": "XZZ"}, "not in the register"),
    ],
)
def test_meeting_that_cannot_be_is_refused_in_words_and_leaves_nothing(
    council: Council, values: dict[str, object], words: str
) -> None:
    before = Entry.objects.count()
    with pytest.raises(Unfit, match=words):
        convene(council, **values)
    assert (Meeting.objects.count(), Entry.objects.count()) == (0, before)


def test_joint_meeting_names_its_organs_and_a_side_meeting_where_it_belongs(council: Council) -> None:
    organs = [OrganEntry("water", "Water Council"), OrganEntry("air", "Air Council")]
    members.enter_register(council.organisation.pk, organs, [], [], by=council.secretariat, key=key())
    joint = convene(council, kind="joint", organ="water", organs=("air",), host="XBB")
    page = queries.meeting_page(PUBLIC, joint.pk)
    assert page.organs == ("Water Council", "Air Council")
    assert (page.host, page.line.kind) == ("Bergen Example", "joint meeting")
    side = convene(council, kind="side", side_of=joint.pk, title="Talks")
    assert [link.title for link in queries.meeting_page(PUBLIC, joint.pk).beside] == ["Talks"]
    assert queries.meeting_page(PUBLIC, side.pk).side_of.id == joint.pk  # type: ignore[union-attr]


def test_meeting_moves_and_stays_the_same_with_its_reason_in_the_record(council: Council) -> None:
    meeting = convene(council, city="Almaty", hours=(Hours("narrow", time(9)),))
    schedule = Schedule(date(2031, 6, 1), zone="Europe/Vienna", city="Vienna", reason="The hall is closed.")
    moved = actions.move(meeting.pk, schedule, by=council.secretariat, key=key())
    assert (moved.pk, moved.revision, moved.day, moved.city) == (meeting.pk, 1, date(2031, 6, 1), "Vienna")
    assert Sitting.objects.get(meeting=meeting, format="narrow").begins is None
    told = Entry.objects.get(verb="moved").data
    assert (told["from"], told["to"]) == ("2031-05-04, Almaty", "2031-06-01, Vienna")


def test_cancelled_meeting_stays_in_the_list_and_is_not_moved_any_more(council: Council) -> None:
    meeting = convene(council)
    with pytest.raises(Unfit, match="Say why"):
        actions.cancel(meeting.pk, "  ", by=council.chair, key=key())
    actions.cancel(meeting.pk, "The hall is closed.", by=council.chair, key=key())
    (line,) = queries.meeting_list(PUBLIC, council.organisation.pk).lines
    assert (line.cancelled, line.reason) == (True, "The hall is closed.")
    with pytest.raises(Refused, match="cancelled"):
        actions.move(meeting.pk, Schedule(DAY), by=council.chair, key=key())


def test_delegations_partners_and_strangers_do_not_move_a_meeting(council: Council) -> None:
    meeting = convene(council)
    for by in (council.delegate("XAA"), council.partner, PUBLIC):
        with pytest.raises(Refused):
            actions.move(meeting.pk, Schedule(DAY), by=by, key=key())
    private = factories.council("Private", public=False, prefix="p-")
    theirs = factories.meeting_of(private)
    with pytest.raises(NotVisible):
        actions.cancel(theirs.pk, "Why not", by=council.chair, key=key())


def test_page_moves_a_meeting_and_keeps_what_was_typed_when_the_hour_does_not_exist(
    council: Council, client: Client
) -> None:
    meeting = convene(council)
    factories.sign_in(client, council.chair)
    address = f"/meetings/{meeting.pk}/move/"
    assert 'value="2031-05-04"' in client.get(address).content.decode()
    sent = {"day": "2031-03-30", "zone": "Europe/Vienna", "city": "Vienna", "narrow_begins": "02:30", "step": "confirm"}
    refused = client.post(address, {**sent, "key": str(key())})
    assert refused.status_code == 422
    assert "does not exist in Europe/Vienna" in refused.content.decode()
    assert 'value="02:30"' in refused.content.decode()
    assert client.post(address, {**sent, "narrow_begins": "10:30", "key": str(key())}).status_code == 302
    assert "10:30" in client.get(f"/meetings/{meeting.pk}/").content.decode()
    assert client.post(f"/meetings/{meeting.pk}/cancel/", {"why": "No hall.", "key": str(key())}).status_code == 302
    assert "Cancelled." in client.get(f"/meetings/{meeting.pk}/").content.decode()


def test_page_offers_the_sittings_that_the_meeting_has_and_languages_go_to_them(
    council: Council, client: Client
) -> None:
    meeting = convene(council, formats=("extended",))
    factories.sign_in(client, council.chair)
    address = f"/meetings/{meeting.pk}/move/"
    shown = client.get(address).content.decode()
    assert ('name="extended_begins"' in shown, 'name="narrow_begins"' in shown) == (True, False)
    sent = {"day": "2031-06-01", "zone": "UTC", "extended_languages": "en, ru", "step": "confirm", "key": str(key())}
    assert client.post(address, sent).status_code == 302
    assert Sitting.objects.get(meeting=meeting).languages == ["en", "ru"]


def test_meeting_has_several_sittings_of_one_format_each_with_its_own_day(council: Council) -> None:
    two = (Hours("extended", time(9), time(11)), Hours("extended-2", time(10), time(12), date(2031, 5, 5)))
    meeting = convene(council, formats=("extended", "extended"), hours=two)
    blocks = queries.meeting_page(PUBLIC, meeting.pk).sittings
    assert [(block.name, block.begins) for block in blocks] == [
        ("Extended", datetime(2031, 5, 4, 9)),
        ("Extended 2", datetime(2031, 5, 5, 10)),
    ]


def test_sitting_that_is_added_has_an_audience_of_its_own_and_one_without_anything_is_taken_out(
    council: Council,
) -> None:
    meeting = convene(council, formats=("extended",))
    actions.add_sitting(meeting.pk, "extended", Hours("", time(9)), by=council.secretariat, key=key())
    first, second = Sitting.objects.filter(meeting=meeting)
    assert (second.code, second.order) == ("extended-2", 1)
    assert first.audience_id != second.audience_id
    actions.set_agenda(meeting.pk, [AgendaEntry("Water", "extended-2")], by=council.secretariat, key=key())
    with pytest.raises(Unfit, match="it stays"):
        actions.drop_sitting(meeting.pk, "extended-2", by=council.chair, key=key())
    actions.drop_sitting(meeting.pk, "extended", by=council.chair, key=key())
    assert [sitting.code for sitting in Sitting.objects.filter(meeting=meeting)] == ["extended-2"]
    assert Meeting.objects.get(pk=meeting.pk).revision == 2
    assert next_code(["extended-2"], "extended") == "extended-3"


def test_sitting_before_the_first_day_of_its_meeting_is_refused(council: Council) -> None:
    early = Hours("extended", time(9), None, date(2031, 5, 3))
    with pytest.raises(Unfit, match="2031-05-03 is before the first day"):
        convene(council, formats=("extended",), hours=(early,))


def test_page_moves_a_meeting_and_each_sitting_keeps_its_own_day(council: Council, client: Client) -> None:
    two = (Hours("extended", time(9)), Hours("extended-2", time(10), None, date(2031, 5, 5)))
    meeting = convene(council, formats=("extended", "extended"), hours=two)
    factories.sign_in(client, council.chair)
    address = f"/meetings/{meeting.pk}/move/"
    shown = client.get(address).content.decode()
    assert 'name="extended-2_day" value="2031-05-05"' in shown
    assert 'name="extended_day" value=""' in shown
    sent = {"day": "2031-05-04", "zone": "Asia/Almaty", "city": "Xtown", "step": "confirm"}
    hours = {"extended_begins": "09:00", "extended-2_begins": "10:00", "extended-2_day": "2031-05-05"}
    assert client.post(address, {**sent, **hours, "key": str(key())}).status_code == 302
    stored = [sitting.begins for sitting in Sitting.objects.filter(meeting=meeting)]
    assert stored == [datetime(2031, 5, 4, 4, tzinfo=UTC), datetime(2031, 5, 5, 5, tzinfo=UTC)]


def test_page_adds_a_sitting_and_takes_one_out(council: Council, client: Client) -> None:
    meeting = convene(council, formats=("extended",))
    factories.sign_in(client, council.secretariat)
    address = f"/meetings/{meeting.pk}/sittings/"
    sent = {"form": "extended", "new_begins": "09:00", "new_day": "2031-05-05"}
    wrong = client.post(f"{address}add/", {**sent, "new_begins": "", "key": str(key())})
    assert (wrong.status_code, "Say when the sitting begins." in wrong.content.decode()) == (422, True)
    assert client.post(f"{address}add/", {**sent, "key": str(key())}).status_code == 302
    assert [sitting.code for sitting in Sitting.objects.filter(meeting=meeting)] == ["extended", "extended-2"]
    assert client.post(f"{address}drop/", {"code": "extended", "key": str(key())}).status_code == 302
    assert [sitting.code for sitting in Sitting.objects.filter(meeting=meeting)] == ["extended-2"]


def test_hours_show_the_clock_of_the_readers_capital_second_and_utc_where_none_is_known(council: Council) -> None:
    meeting = convene(council, hours=(Hours("narrow", time(9, 30)),))
    member = Member.objects.get(organisation=council.organisation, code="XAA")
    Clock.objects.create(organisation=council.organisation, member=member, zone="Europe/Minsk", city="")
    seen = {
        name: queries.meeting_page(by, meeting.pk).sittings[0].second
        for name, by in (("XAA", council.delegate("XAA")), ("XBB", council.delegate("XBB")), ("public", PUBLIC))
    }
    assert seen == {"XAA": "07:30 Minsk", "XBB": "04:30 UTC", "public": "04:30 UTC"}
