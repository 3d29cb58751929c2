"""
Twin worlds of search: for whoever does not see a thing, the answer is the same, byte for byte, with it and without it.

What is hidden has every word that is asked for, many times, so that anything that is counted or weighed by it shows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
from django.test import Client

from accord.access import Subject
from accord.access.queries import public_audience
from accord.decisions import actions as decisions
from accord.drafting.models import Text
from accord.meetings import actions as meetings
from accord.meetings.models import Meeting, Sitting, TabledNote
from accord.programme import actions as programme
from accord.programme.values import ActivityEntry, TurnEntry
from accord.record import clock
from accord.search.actions import catch_up, rebuild
from accord.search.models import Passage, Touched
from accord.search.queries import search_page
from tests import factories
from tests.decisions import putting
from tests.factories import Council
from tests.web.test_access_matrix import visitor

pytestmark = pytest.mark.django_db

QUIET = "Quiet water agreement of spring; quiet water, quiet agreement, water."
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
QUESTIONS = (
    "quiet",
    "water",
    "agreement spring",
    '"quiet water"',
    "qui*",
    "water -quiet",
    "XAA",
    "meeting",
    "first water",
    "agree&kind=texts",
    "meeting&kind=meetings&page=2",
    "water&year=2031",
    "water&language=ru",
)
"""Behind ``?q=``."""



@dataclass(frozen=True, slots=True)
class World:
    """A council with things that everybody of it sees, which have some of the words too."""

    council: Council
    meeting: Meeting
    text: Text


Deed = Callable[[World], object]


@pytest.fixture
def world(council: Council) -> World:
    meeting = factories.meeting_of(council, "First water meeting")
    values = {"title": "Open water", "wording": "An agreement on water.", "sample": True}
    meetings.table_note(meeting.pk, "extended", by=council.delegate("XBB"), key=factories.key(), **values)
    return World(council, meeting, factories.text_of(council, meeting=meeting.pk))


def table_notes(world: World) -> None:
    by = world.council.delegate("XAA")
    for number in range(8):
        values = {"title": f"Quiet water {number}", "wording": QUIET, "sample": True}
        meetings.table_note(world.meeting.pk, "narrow", by=by, key=factories.key(), **values)


def negotiate_in_a_narrow_sitting(world: World) -> None:
    audience = Sitting.objects.get(meeting=world.meeting, format="narrow").audience_id
    text = factories.text_of(
        world.council, QUIET, title="Quiet water", meeting=world.meeting.pk, audience=audience
    )
    factories.propose(text, world.council.delegate("XAA"), "spring", "summer")
    factories.in_russian(text, world.council)


def put_a_question(world: World) -> None:
    asked = replace(putting.putting(), title="Quiet water of spring?")
    chair, by = world.council.chair, world.council.delegate("XAA")
    question = decisions.put(world.council.organisation.pk, asked, by=chair, key=factories.key())
    decisions.state(question.pk, "explanation", QUIET, by=by, key=factories.key())


def keep_a_draft(world: World) -> None:
    by = world.council.delegate("XAA")
    factories.propose(world.text, by, "once a year", f"in quiet water. {QUIET}", stage="private")


OUTSIDE = ("public", "partner", "stranger")
HIDDEN = [
    *((deed, role) for deed in (table_notes, negotiate_in_a_narrow_sitting, put_a_question) for role in OUTSIDE),
    *((keep_a_draft, role) for role in (*OUTSIDE, "xbb-delegate", "chair", "secretariat")),
]
"""What is done, and who must not notice."""


def person(world: World, role: str) -> Subject:
    """Return who has this role; the stranger is of another council, and its code is XAA too."""
    if role == "stranger":
        other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
        return other.delegate("XAA")
    return world.council.everybody[role]


def seen_by(client: Client) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """Return status, headers and bytes of each answer, without the token of its forms."""
    found = {}
    for question in QUESTIONS:
        response = client.get(f"/search/?q={question}")
        found[question] = (response.status_code, dict(response.headers), TOKEN.sub(b"", response.content))
    return found


@pytest.mark.parametrize(("deed", "role"), HIDDEN, ids=lambda each: getattr(each, "__name__", each))
def test_answers_are_the_same_bytes_with_and_without_what_is_hidden(deed: Deed, role: str, world: World) -> None:
    client = visitor(person(world, role))
    before = seen_by(client)

    deed(world)

    assert seen_by(client) == before


@pytest.mark.parametrize("deed", [table_notes, negotiate_in_a_narrow_sitting, put_a_question, keep_a_draft])
def test_who_sees_it_finds_it(deed: Deed, world: World) -> None:
    """The positive control: the same questions do find it for those who may."""
    client = visitor(world.council.delegate("XAA"))
    before = seen_by(client)

    deed(world)

    after = seen_by(client)
    assert {question for question in QUESTIONS if after[question] != before[question]} >= {"quiet", "water", "qui*"}


def test_nobody_is_found_by_what_it_holds(world: World) -> None:
    factories.propose(world.text, world.council.delegate("XAA"), "once a year", "twice a year")
    for by in (world.council.chair, world.council.delegate("XBB")):
        catch_up()
        page = search_page(by, world.council.organisation.pk, '"XAA" twice')
        assert page.groups == ()


def test_stale_index_shows_nothing_that_is_hidden_by_now(world: World) -> None:
    """The rooms' own doors are asked too: here the index was never told that the note went behind closed doors."""
    by, organisation_id = world.council.partner, world.council.organisation.pk
    factories.meeting_of(world.council)
    note = TabledNote.objects.get(title="Open water")
    note.audience = public_audience(organisation_id)
    note.save()
    rebuild()
    assert search_page(by, organisation_id, "open").groups != ()

    note.audience = Sitting.objects.get(meeting=world.meeting, format="narrow").audience
    note.save()

    assert not Touched.objects.exists()
    assert Passage.objects.filter(title="Open water").exists()
    assert search_page(by, organisation_id, "open").groups == ()


def test_writing_brings_the_index_in_step_so_that_no_search_has_more_to_do(world: World) -> None:
    catch_up()
    client = visitor(world.council.secretariat)
    form = {"key": str(factories.key()), "title": "Second", "day": "2031-06-01", "zone": "UTC", "sittings": ["narrow"]}

    assert client.post("/meetings/begin/", form).status_code == 302

    assert not Touched.objects.exists()
    assert Passage.objects.filter(title="Second").exists()


def test_stream_that_cannot_be_read_keeps_no_other_from_being_found(council: Council, client: Client) -> None:
    """Nobody can stop the search of all by what it enters for itself; what was to be read stays noted."""
    other = factories.council("Other Council", (("XZZ", "Zeta"),), prefix="other-")
    for each in (other, council):
        planned = [ActivityEntry("Field Day", "2031", "planned")]
        programme.enter_activities(each.organisation.pk, planned, by=each.secretariat, key=factories.key())
    turn = TurnEntry("Field Day", "2031", date.min, "cancelled", reason="Rain.")
    programme.enter_turns(other.organisation.pk, [turn], by=other.secretariat, key=factories.key())
    factories.sign_in(client, council.secretariat)

    page, act = client.get("/search/?q=Field"), client.post("/awaits/seen/", {"at": clock.now().isoformat()})

    assert page.status_code == 200
    assert b"Field</mark>" in page.content
    assert act.status_code == 302
    assert set(Touched.objects.values_list("organisation_id", flat=True)) == {other.organisation.pk}
