"""
Twin worlds: for whoever is not admitted, the world with something in a narrow sitting is the world without it.

The same council is asked before and after; not one byte that an outsider gets may differ.
"""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from accord.access import Subject
from accord.meetings import actions as meetings
from accord.meetings.models import AgendaItem, Meeting, Sitting
from accord.meetings.registration import ParticipantEntry
from accord.meetings.values import AgendaEntry
from tests import factories
from tests.factories import Council
from tests.meetings import inviting
from tests.web.test_access_matrix import visitor

TOKEN = re.compile(rb'name="(csrfmiddlewaretoken|key)" value="[^"]+"')
"""What differs between two answers that are the same: the token and the key of a form."""

Deed = Callable[[Council, Meeting], object]


def narrow(meeting: Meeting) -> str:
    """Return the audience of the narrow sitting."""
    return Sitting.objects.get(meeting=meeting, format="narrow").audience_id


def table_a_note(council: Council, meeting: Meeting) -> object:
    by = council.delegate("XAA")
    values = {"title": "Quiet assessment", "wording": "Quiet words.", "sample": True}
    return meetings.table_note(meeting.pk, "narrow", by=by, key=factories.key(), **values)


def negotiate_a_text(council: Council, meeting: Meeting) -> object:
    text = factories.text_of(council, title="Quiet text", meeting=meeting.pk, audience=narrow(meeting))
    return factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")


def negotiate_in_council(council: Council, meeting: Meeting) -> object:
    text = factories.text_of(council, title="Quiet text", meeting=meeting.pk)
    return factories.propose(text, council.delegate("XAA"), "once a year", "twice a year", stage="private")


def seen_by(client: Client, places: list[str]) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """Return status, headers and bytes of each place, without the token of its forms."""
    found = {}
    for place in places:
        response = client.get(place)
        found[place] = (response.status_code, dict(response.headers), TOKEN.sub(b"", response.content))
    return found


@pytest.mark.parametrize("deed", [table_a_note, negotiate_a_text, negotiate_in_council])
@pytest.mark.parametrize("role", ["public", "partner", "stranger"])
def test_outsider_gets_the_same_bytes_whatever_is_done_in_a_narrow_sitting(
    role: str, deed: Deed, council: Council
) -> None:
    meeting = factories.meeting_of(council)
    outsiders = {"public": council.public, "partner": council.partner, "stranger": stranger()}
    client = visitor(outsiders[role])
    places = ["/", "/register/", "/meetings/", f"/meetings/{meeting.pk}/", "/record/", "/texts/", "/nothing/"]
    before = seen_by(client, places)

    made = deed(council, meeting)

    assert seen_by(client, places) == before
    for place in ("/notes/%s/", "/texts/%s/", "/texts/%s/number/", "/record/?text=%s"):
        assert asked(client, place, made.pk) == asked(client, place, "a" * 16)  # type: ignore[attr-defined]


def asked(client: Client, place: str, key: str) -> tuple[int, str, bytes]:
    """Return the answer about one id, with the id itself left out of the way to the sign-in."""
    ((status, headers, page),) = seen_by(client, [place % key]).values()
    return status, str(headers).replace(key, "ID"), page


def stranger() -> Subject:
    """Return a delegate of another council, whose code is XAA too."""
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    return other.delegate("XAA")


@pytest.mark.parametrize("deed", [table_a_note, negotiate_a_text])
def test_admitted_delegate_does_see_it(deed: Deed, council: Council) -> None:
    """The positive control: what outsiders do not get is there for those admitted."""
    meeting = factories.meeting_of(council)
    client = visitor(council.delegate("XBB"))
    before = client.get(f"/meetings/{meeting.pk}/").content

    deed(council, meeting)

    page = client.get(f"/meetings/{meeting.pk}/").content
    assert b"Quiet" not in before
    assert b"Quiet" in page
    assert page.count(b"admitted only") > 0


def test_public_page_holds_no_attribution(council: Council) -> None:
    meeting = factories.meeting_of(council)
    table_a_note(council, meeting)
    negotiate_a_text(council, meeting)

    shown = b"".join(Client().get(place).content for place in ("/", "/meetings/", f"/meetings/{meeting.pk}/"))

    for word in (b"xaa-delegate", b"Quiet", b"twice a year", b"admitted only", b"status-lock"):
        assert word not in shown


@pytest.mark.parametrize("role", ["public", "partner"])
def test_missing_and_forbidden_are_the_same_page(role: str, council: Council) -> None:
    meeting = factories.meeting_of(council)
    note = table_a_note(council, meeting)
    client = visitor({"public": council.public, "partner": council.partner}[role])

    forbidden, missing = client.get(f"/notes/{note.pk}/"), client.get("/notes/aaaaaaaaaaaaaaaa/")  # type: ignore[attr-defined]

    assert forbidden.status_code == missing.status_code == 404
    assert dict(forbidden.headers) == dict(missing.headers)
    assert TOKEN.sub(b"", forbidden.content) == TOKEN.sub(b"", missing.content)


def guest_of_one_item(council: Council, meeting: Meeting) -> Client:
    """Invite the partner to one item of the agenda; return its browser."""
    meetings.set_agenda(meeting.pk, [AgendaEntry("Clear water", "narrow")], by=council.secretariat, key=factories.key())
    inviting.sent(council, meeting, part=inviting.item_of(meeting))
    return visitor(council.partner)


def register_somebody(council: Council, meeting: Meeting) -> object:
    entry = ParticipantEntry("member-XAA", "Quiet Person")
    return meetings.register(meeting.pk, [entry], by=council.secretariat, key=factories.key())


def invite_another_guest(council: Council, meeting: Meeting) -> object:
    return inviting.sent(council, meeting, partner="", guest="Quiet Institute")


def note_of_another_item(council: Council, meeting: Meeting) -> object:
    made = AgendaItem.objects.create(
        meeting=meeting,
        audience=meeting.whole,
        sitting=Sitting.objects.get(meeting=meeting, format="narrow"),
        order=0,
        title="Quiet item",
    )
    values = {"title": "Quiet assessment", "wording": "Quiet words.", "sample": True, "item": made.handle}
    return meetings.table_note(meeting.pk, "narrow", by=council.chair, key=factories.key(), **values)


@pytest.mark.parametrize(
    "deed", [table_a_note, negotiate_a_text, register_somebody, invite_another_guest, note_of_another_item]
)
@pytest.mark.django_db
def test_guest_of_one_item_gets_the_same_bytes_whatever_else_is_done_in_the_meeting(deed: Deed) -> None:
    council = factories.council(public=False)
    meeting = factories.meeting_of(council)
    client = guest_of_one_item(council, meeting)
    address = f"/meetings/{meeting.pk}/"
    parts = ("", "participants/", "invitations/", "agenda/", "speakers/", "record/", "print/order-of-the-day.docx")
    places = [f"{address}{part}" for part in (*parts, "print/participants.docx")]
    places += ["/meetings/", "/record/", "/calendar/", "/documents/", "/decisions/", "/awaits/", "/search/?q=Quiet"]
    places += [f"/lists/{what}.csv?meeting={meeting.pk}" for what in ("participants", "agenda")]
    before = seen_by(client, places)

    deed(council, meeting)

    assert b"Clear water" in before[address][2]
    assert seen_by(client, places) == before
