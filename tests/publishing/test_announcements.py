"""A decision that adopted no text is made known by two people, and nothing of who said what with it."""

from __future__ import annotations

import json
import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accord.access import NotVisible, Refused
from accord.decisions import actions as decisions
from accord.decisions.models import Ruling
from accord.members.models import Organisation
from accord.publishing import actions, queries
from accord.publishing.models import Announcement
from accord.record.errors import Stale
from accord.signing.queries import standing_of_question
from tests import factories
from tests.decisions import putting
from tests.factories import Council, key
from tests.publishing import announcing, negotiating

pytestmark = pytest.mark.django_db


def test_decision_is_prepared_by_one_and_made_known_by_another(council: Council) -> None:
    ruling = announcing.decided(council)
    for who in ("chair", "xaa-delegate", "partner"):
        with pytest.raises((Refused, NotVisible)):
            actions.prepare_decision(ruling.pk, by=council.everybody[who], seen="0" * 64, key=key())
    with pytest.raises(Stale):
        actions.prepare_decision(ruling.pk, by=council.secretariat, seen="0" * 64, key=key())
    row = announcing.prepared(council, ruling)
    assert queries.announcement_list(council.public, council.organisation.pk) == ()
    with pytest.raises(Refused):
        actions.release_decision(ruling.pk, by=council.secretariat, seen=row.fingerprint, key=key())
    made = actions.release_decision(ruling.pk, by=council.chair, seen=row.fingerprint, key=key())
    (line,) = queries.announcement_list(council.public, council.organisation.pk)
    assert (line.id, line.title, line.outcome) == (ruling.pk, "Shall the report be published?", "adopted")
    with pytest.raises(Refused, match="already"):
        actions.release_decision(ruling.pk, by=council.chair, seen=made.fingerprint, key=key())


def test_public_reads_outcome_and_rule_and_nobodys_position(council: Council, client: Client) -> None:
    meeting = factories.meeting_of(council)
    question = putting.put(council)
    type(question).objects.filter(pk=question.pk).update(meeting=meeting)
    for code in ("XAA", "XBB", "XCC", "XDD"):
        putting.say(council, question, code, "no_objection", reason="Words kept among us.")
    decisions.close(question.pk, by=council.chair, key=key())
    ruling = Ruling.objects.get()
    address, places = f"/decided/{ruling.pk}/", ("/adopted/", f"/meetings/{meeting.pk}/", "/search/?q=report")
    assert client.get(address).status_code == 404
    assert not any(address in client.get(place).content.decode() for place in places)
    assert client.get(f"{address}decision.json").status_code == 404

    made = announcing.known(council, ruling)

    assert [address in client.get(place).content.decode() for place in places] == [True, True, True]
    shown = client.get(address).content.decode()
    assert "Shall the report be published?" in shown
    assert not any(code in shown or "Words kept" in shown for code in ("XAA", "XBB", "XCC", "XDD"))
    data = client.get(f"{address}decision.json").content
    assert json.loads(data) == made.document
    assert set(made.document) == {"schema", "title", "organ", "rule", "decided", "outcome", "sample"}


def test_pages_lead_secretariat_and_chair_through_it(council: Council, client: Client) -> None:
    ruling = announcing.decided(council, sample=True)
    factories.sign_in(client, council.secretariat)
    assert f"/decided/{ruling.pk}/" in client.get(f"/decisions/{ruling.question_id}/").content.decode()
    asked = client.get(f"/decided/{ruling.pk}/").content.decode()
    assert "no such decision was taken" in asked
    seen = queries.decided_page(council.secretariat, ruling.pk).fingerprint
    form = {"key": str(key()), "seen": seen}
    assert client.post(f"/decided/{ruling.pk}/prepare/", {**form, "seen": "0"}).status_code == 422
    assert client.post(f"/decided/{ruling.pk}/prepare/", form).status_code == 302
    factories.sign_in(client, council.chair)
    assert f"/decided/{ruling.pk}/" in client.get("/awaits/").content.decode()
    assert client.post(f"/decided/{ruling.pk}/release/", {**form, "key": str(key())}).status_code == 302
    assert Announcement.objects.get().released_at is not None
    shown = client.get("/record/").content.decode()
    assert re.search("makes the decision .*Shall the report be published.* known", shown)


def test_what_is_not_for_the_public_is_not_made_known(council: Council) -> None:
    adopted = Ruling.objects.get(question=negotiating.plainly_adopted(council).outcome["question"])
    with pytest.raises(NotVisible):
        queries.decided_page(council.secretariat, adopted.pk)
    ruling = announcing.decided(council)
    Organisation.objects.update(public=False)
    page = queries.decided_page(council.secretariat, ruling.pk)
    assert page.stage
    assert "no public pages" in page.stage.reason
    with pytest.raises(Refused):
        announcing.prepared(council, ruling)
    assert standing_of_question(council.public, ruling.question_id) is None


def test_database_keeps_what_was_made_known(council: Council) -> None:
    made = announcing.known(council, announcing.decided(council))
    for values in ({"document": {}}, {"released_at": None, "released_by": None, "entry": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Announcement.objects.filter(pk=made.pk).update(**values)


def test_database_keeps_what_was_prepared(council: Council) -> None:
    row = announcing.prepared(council, announcing.decided(council))
    other = announcing.decided(council, sample=True)
    for values in ({"document": {}}, {"fingerprint": "x"}, {"prepared_by": 99}, {"ruling": other}):
        with pytest.raises(IntegrityError, match="what was prepared"), transaction.atomic():
            Announcement.objects.filter(pk=row.pk).update(**values)


def test_database_keeps_a_sample_a_sample(council: Council) -> None:
    made = announcing.known(council, announcing.decided(council))
    other = announcing.decided(council, sample=True)
    plain = {"audience": made.audience, "fingerprint": "0" * 64, "prepared_by": 1, "prepared_at": made.prepared_at}
    with pytest.raises(IntegrityError, match="sample"), transaction.atomic():
        Announcement.objects.create(ruling=other, document={"sample": False}, sample=False, **plain)
