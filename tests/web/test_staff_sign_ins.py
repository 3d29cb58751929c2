"""An interpreter's sign-in: it writes nothing of the council, whatever is sent, and reads what its sittings have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction
from django.urls import reverse

from accord.access import Role
from accord.meetings import actions as meetings
from accord.meetings.registration import StaffEntry
from accord.members.models import Organisation
from accord.record.models import Entry
from tests import factories
from tests.web.test_access_matrix import Row, World, rows, visitor

pytestmark = pytest.mark.django_db

OWN = {"calendar-new", "calendar-end", "awaits-seen", "notices", "notices-withdraw", "notices-confirm", "notices-stop"}
"""What everybody settles for itself."""
SIGNING_IN = {"sign-in", "sign-out"}
HIDDEN = {
    "extended_note": "note", "text": "text", "question": "question", "document": "document", "report": "report",
    "narrow_voiced": "proposal", "sealed": "adopted-text", "invitation": "invitation", "instrument": "instrument",
}  # fmt: skip
"""What an interpreter of the narrow sitting does not see, by the names of the world, with its route."""


@pytest.fixture
def staffed(world: World) -> World:
    """Return the world with an interpreter of the narrow sitting of its meeting."""
    office = world.roles["secretariat"]
    organisation = Organisation.objects.get(pk=office.organisation_id)
    interpreter = factories.person(organisation, "interpreter", Role.STAFF, by=office)
    entry = StaffEntry("interpreter", "interpreter")
    meetings.admit_staff(world.meeting, "narrow", [entry], by=office, key=factories.key())
    return replace(world, roles={**world.roles, "staff": interpreter})


def sent(row: Row, world: World, role: str) -> tuple[int, bool]:
    """Return the answer to a form, and whether something entered the record; what it did is undone."""
    client, before = visitor(world.roles[role]), transaction.savepoint()
    known = Entry.objects.count()
    status = client.post(row.path(world), row.data(world)).status_code
    more = Entry.objects.count() > known
    transaction.savepoint_rollback(before)
    return status, more


def test_staff_enters_nothing_by_any_form(staffed: World) -> None:
    forms = [row for row in rows() if row.method == "POST" and row.form]
    answers = {(row.name, row.form): sent(row, staffed, "staff") for row in forms}

    assert {name for name, (_status, entered) in answers.items() if entered} == set()
    taken = {name for (name, _form), (status, _entered) in answers.items() if status not in (403, 404, 405)}
    assert taken <= OWN | SIGNING_IN
    office = [row for row in forms if row.form in ("agreement", "clock", "position-told")]
    assert [sent(row, staffed, "secretariat") for row in office] == [(302, True)] * 3


def page_of(world: World, name: str, route: str, key: str = "") -> str:
    """Return the address of something of the world."""
    pk = world.stored_report if name == "report" else getattr(world, name)
    return reverse(route, kwargs={key or KEYS.get(route, f"{route}_id"): pk})


KEYS = {"proposal": "voiced_id", "adopted-text": "adoption_id"}


def test_staff_reads_the_papers_of_its_sittings_alone(staffed: World) -> None:
    staff, office = visitor(staffed.roles["staff"]), visitor(staffed.roles["secretariat"])
    hidden = [page_of(staffed, name, route) for name, route in HIDDEN.items()]

    assert {staff.get(address).status_code for address in hidden} == {404}
    assert {office.get(address).status_code for address in hidden} == {200}
    for name, route in (("narrow_note", "note"), ("narrow_text", "text")):
        assert staff.get(page_of(staffed, name, route)).status_code == 200


@pytest.mark.parametrize("live", [{}, {"HTTP_HX_REQUEST": "true"}])
def test_page_that_asks_by_itself_gets_nothing_once_the_sitting_or_the_sign_in_is_taken_away(
    staffed: World, live: dict[str, str]
) -> None:
    office, staff = staffed.roles["secretariat"], visitor(staffed.roles["staff"])
    asked = [page_of(staffed, "narrow_text", "text-number", "text_id"), page_of(staffed, "narrow_text", "text")]

    assert [staff.get(address, **live).status_code for address in asked] == [200, 200]  # type: ignore[arg-type]
    meetings.admit_staff(staffed.meeting, "narrow", [], by=office, key=factories.key())
    assert [staff.get(address, **live).status_code for address in asked] == [404, 404]  # type: ignore[arg-type]
    closed = visitor(office).post("/register/sign-ins/close/", {"key": factories.key(), "name": "interpreter"})
    assert closed.status_code == 302
    answers = [staff.get(address, **live) for address in asked]  # type: ignore[arg-type]
    assert [(one.status_code, one["Location"].partition("?")[0]) for one in answers] == [(302, "/sign-in/")] * 2
