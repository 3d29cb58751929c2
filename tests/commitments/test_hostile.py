"""What is typed into addresses and forms by somebody who means no good: nothing is shown, written, or breaks."""

from __future__ import annotations

import pytest
from django.test import Client

from accord.commitments.models import Commitment, Measure, Outcome, Voiced
from tests import factories
from tests.commitments import following
from tests.commitments.following import SPRING
from tests.factories import Council
from tests.publishing import negotiating

GARBAGE = ("\0", "\u202e", "1' OR 1=1 --", "aaaaaaaaaaaaaaaa", "😀" * 200, "-1", "999999999999999999999")


@pytest.fixture
def office(council: Council, client: Client) -> Client:
    """Return the client of the secretariat."""
    return factories.sign_in(client, council.secretariat)


@pytest.mark.parametrize("odd", GARBAGE)
def test_odd_addresses_are_not_found(council: Council, office: Client, odd: str) -> None:
    for address, name in (
        ("/commitments/mark/", "adoption"),
        ("/proposals/enter/", "meeting"),
        ("/areas/enter/area/", "area"),
    ):
        assert office.get(address, {name: odd}).status_code == 404
    for name in ("status", "code", "kind", "on", "fate", "meeting"):
        for address in ("/commitments/", "/proposals/", "/commitments/implementation/", "/areas/"):
            assert office.get(address, {name: odd}).status_code == 200


@pytest.mark.parametrize("odd", GARBAGE)
def test_odd_forms_write_nothing(council: Council, office: Client, odd: str) -> None:
    row, adoption = following.measure_of(council), negotiating.plainly_adopted(council)
    meeting = factories.meeting_of(council, day=SPRING)
    voiced = following.voiced_in(council, meeting)
    key = str(factories.key())
    forms = {
        "/commitments/plan/": ("priority", "words", "owner", "office", "due", "target", "unit", "area", "known"),
        "/commitments/mark/": ("block", "words", "bound", "due", "priority", "area"),
        f"/commitments/{row.pk}/report/": ("day", "state", "fact", "meeting", "document", "figure", "unit"),
        "/proposals/enter/": ("code", "who", "words", "sitting", "item", "statement", "day"),
        f"/proposals/{voiced.pk}/outcome/": ("day", "fate", "document", "text", "other", "words"),
    }
    for address, names in forms.items():
        values = dict.fromkeys(names, odd) | {"key": key, "standing": "stated"}
        values |= {"adoption": adoption.pk, "meeting": meeting.pk} if "report" not in address else {}
        assert office.post(address, values).status_code == 422, address
    assert (Measure.objects.count(), Commitment.objects.count(), Voiced.objects.count()) == (1, 0, 1)
    assert not Outcome.objects.exists()
    assert not row.reports.exists()


def test_ids_of_another_organisation_are_no_choice(council: Council, office: Client) -> None:
    other = factories.council("Other Council", public=False, prefix="other-")
    theirs = following.priority_of(other)
    meeting = factories.meeting_of(other, day=SPRING)
    adoption = negotiating.plainly_adopted(other)
    row = following.measure_of(council)
    given = {"key": str(factories.key()), "standing": "stated"}

    planned = office.post("/commitments/plan/", {**given, "priority": theirs.handle, "words": "Dig."})
    told = {**given, "day": "2024-03-01", "state": "running", "fact": "Dug.", "meeting": meeting.pk}
    assert planned.status_code == 422
    assert office.post(f"/commitments/{row.pk}/report/", told).status_code == 422
    assert office.get("/commitments/mark/", {"adoption": adoption.pk}).status_code == 404
    assert office.get("/proposals/enter/", {"meeting": meeting.pk}).status_code == 404
    assert Measure.objects.count() == 1


def test_pressing_twice_enters_once(council: Council, office: Client) -> None:
    priority = following.priority_of(council)
    form = {"key": str(factories.key()), "standing": "stated", "priority": priority.handle, "words": "Dig a well."}

    first, second = office.post("/commitments/plan/", form), office.post("/commitments/plan/", form)
    assert first.headers["Location"] == second.headers["Location"]
    assert Measure.objects.count() == 1
