"""A release takes two people; what was released stands still; a sample is never released as anything else."""

import json

import pytest
from django.db import DatabaseError, connection, transaction

from accord.access import NotVisible, Refused, Role, Subject
from accord.drafting.models import Adoption, Version
from accord.publishing import actions, documents, queries
from accord.publishing.models import Kind, Release
from accord.record.errors import Stale
from accord.record.models import Entry
from tests import factories
from tests.factories import Council
from tests.publishing import negotiating

pytestmark = pytest.mark.django_db


@pytest.fixture
def adoption(council: Council) -> Adoption:
    return negotiating.plainly_adopted(council)


@pytest.fixture
def sample(council: Council) -> Adoption:
    return negotiating.plainly_adopted(council, sample=True, title="Clear water, sample")


def the_same_person(one: Subject, role: Role) -> Subject:
    """Return somebody with the seat of another: a mandate that changed hands between two acts."""
    return Subject(one.person_id, one.name, one.organisation_id, role)


# Two people.


@pytest.mark.parametrize("name", ["chair", "xaa-delegate", "xaa-expert", "xbb-delegate"])
def test_a_release_is_prepared_by_the_secretariat_alone(council: Council, adoption: Adoption, name: str) -> None:
    seen = negotiating.fingerprint(council, adoption)

    with pytest.raises(Refused):
        actions.prepare(adoption.pk, by=council.everybody[name], seen=seen, key=factories.key())
    assert not Release.objects.exists()


@pytest.mark.parametrize("name", ["partner", "public"])
def test_whoever_was_not_admitted_finds_nothing_to_prepare(council: Council, adoption: Adoption, name: str) -> None:
    seen = negotiating.fingerprint(council, adoption)

    with pytest.raises(NotVisible):
        actions.prepare(adoption.pk, by=council.everybody[name], seen=seen, key=factories.key())


@pytest.mark.parametrize("name", ["secretariat", "xaa-delegate", "xaa-expert"])
def test_a_release_is_made_by_the_chair_alone(council: Council, adoption: Adoption, name: str) -> None:
    seen = negotiating.prepared(council, adoption).fingerprint

    with pytest.raises(Refused):
        actions.release(adoption.pk, by=council.everybody[name], seen=seen, key=factories.key())
    assert Release.objects.get().released_at is None


def test_whoever_prepared_cannot_release_with_a_new_mandate_either(council: Council, adoption: Adoption) -> None:
    seen = negotiating.prepared(council, adoption).fingerprint
    promoted = the_same_person(council.secretariat, Role.CHAIR)

    with pytest.raises(Refused, match="two people"):
        actions.release(adoption.pk, by=promoted, seen=seen, key=factories.key())


def test_the_database_refuses_a_release_by_one_person(council: Council, adoption: Adoption, noon: object) -> None:
    row = negotiating.prepared(council, adoption)

    with pytest.raises(DatabaseError), transaction.atomic():
        Release.objects.filter(pk=row.pk).update(released_by=row.prepared_by, released_at=row.prepared_at, entry=1)


def test_a_release_has_one_entry_that_everybody_may_read(council: Council, adoption: Adoption) -> None:
    row = negotiating.released(council, adoption)

    entry = Entry.objects.get(verb="released")
    assert (entry.number, entry.audience_id, entry.made) == (row.entry, row.audience_id, row.fingerprint)
    assert entry.stream == f"releases:{council.organisation.pk}"
    assert Entry.objects.get(verb="prepared the release of").stream == adoption.text.stream


def test_releasing_twice_with_one_key_does_it_once(council: Council, adoption: Adoption) -> None:
    row = negotiating.prepared(council, adoption)
    key = factories.key()

    first = actions.release(adoption.pk, by=council.chair, seen=row.fingerprint, key=key)
    second = actions.release(adoption.pk, by=council.chair, seen=row.fingerprint, key=key)

    assert first.pk == second.pk
    assert Entry.objects.filter(verb="released").count() == 1


def test_a_second_release_is_refused(council: Council, adoption: Adoption) -> None:
    row = negotiating.released(council, adoption)

    with pytest.raises(Refused, match="already"):
        actions.release(adoption.pk, by=council.chair, seen=row.fingerprint, key=factories.key())


def test_what_was_not_seen_is_neither_prepared_nor_released(council: Council, adoption: Adoption) -> None:
    with pytest.raises(Stale):
        actions.prepare(adoption.pk, by=council.secretariat, seen="0" * 64, key=factories.key())
    negotiating.prepared(council, adoption)
    with pytest.raises(Stale):
        actions.release(adoption.pk, by=council.chair, seen="0" * 64, key=factories.key())
    assert Release.objects.get().released_at is None


def test_nothing_prepared_is_nothing_to_release(council: Council, adoption: Adoption) -> None:
    with pytest.raises(NotVisible):
        actions.release(adoption.pk, by=council.chair, seen="0" * 64, key=factories.key())


# History.


def test_the_history_waits_for_the_text(council: Council, adoption: Adoption) -> None:
    with pytest.raises(Refused, match="not released yet"):
        actions.prepare_history(
            adoption.pk, by=council.secretariat, seen=adoption.fingerprint, key=factories.key()
        )


def test_the_history_is_an_act_of_its_own_by_two_people(council: Council, adoption: Adoption) -> None:
    negotiating.released(council, adoption)
    assert not queries.adopted_page(council.public, adoption.pk).traced

    row = negotiating.prepared(council, adoption, "history")
    assert not queries.adopted_page(council.public, adoption.pk).traced
    with pytest.raises(Refused):
        actions.release_history(
            adoption.pk, by=the_same_person(council.secretariat, Role.CHAIR), seen=row.fingerprint, key=factories.key()
        )
    actions.release_history(adoption.pk, by=council.chair, seen=row.fingerprint, key=factories.key())

    assert queries.adopted_page(council.public, adoption.pk).traced
    assert Entry.objects.filter(verb="released the history of").count() == 1


# What was released stands still.


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE publishing_release SET fingerprint = 'x'",
        "UPDATE publishing_release SET released_at = NULL, released_by = NULL, entry = NULL",
        "UPDATE publishing_release SET audience_id = (SELECT audience_id FROM drafting_text LIMIT 1)",
        "DELETE FROM publishing_release",
    ],
)
def test_a_release_never_changes_and_never_goes(council: Council, adoption: Adoption, change: str) -> None:
    negotiating.released(council, adoption)
    before = Release.objects.values().get()

    with pytest.raises(DatabaseError, match=r"immutable|what is released"), transaction.atomic():
        execute(change)
    assert Release.objects.values().get() == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE publishing_release SET document = '{}'",
        "UPDATE publishing_release SET fingerprint = 'x'",
        "UPDATE publishing_release SET prepared_by = 99",
        "UPDATE publishing_release SET kind = 'history'",
    ],
)
def test_what_was_prepared_is_what_is_released(council: Council, adoption: Adoption, change: str) -> None:
    negotiating.prepared(council, adoption)

    with pytest.raises(DatabaseError, match="what was prepared"), transaction.atomic():
        execute(change)


# A sample.


def test_a_sample_is_released_as_a_sample(council: Council, sample: Adoption) -> None:
    row = negotiating.released(council, sample)

    assert row.sample
    assert row.document["sample"] is True
    assert json.loads(documents.bytes_of(row.document))["sample"] is True
    assert queries.adopted_page(council.public, sample.pk).sample
    assert queries.adopted_list(council.public, council.organisation.pk)[0].sample


def test_a_sample_is_never_released_as_a_real_text(council: Council, sample: Adoption) -> None:
    real = {**queries.document_of_adoption(sample), "sample": False}
    true = queries.document_of_adoption(sample)

    for document, said in ((real, False), (real, True), (true, False)):
        with pytest.raises(DatabaseError, match="sample"), transaction.atomic():
            Release.objects.create(**release_values(council, sample, document, said))
    assert not Release.objects.exists()
    Release.objects.create(**release_values(council, sample, true, True))


def test_a_prepared_sample_is_never_made_real(council: Council, sample: Adoption) -> None:
    negotiating.prepared(council, sample)

    with pytest.raises(DatabaseError, match="what was prepared"), transaction.atomic():
        Release.objects.update(sample=False)


def test_neither_the_sealed_text_nor_its_adoption_can_be_made_real(council: Council, sample: Adoption) -> None:
    with pytest.raises(DatabaseError, match="immutable"), transaction.atomic():
        Adoption.objects.update(sample=False)
    with pytest.raises(DatabaseError, match="immutable"), transaction.atomic():
        Version.objects.filter(pk=sample.version_id).update(stored={**sample.version.stored, "sample": False})


def test_a_real_text_is_not_released_as_a_sample(council: Council, adoption: Adoption) -> None:
    document = {**queries.document_of_adoption(adoption), "sample": True}

    with pytest.raises(DatabaseError, match="sample"), transaction.atomic():
        Release.objects.create(**release_values(council, adoption, document, True))


def release_values(council: Council, adoption: Adoption, document: dict, sample: bool) -> dict:
    """Return what a row has that says so of a sealed text, whatever that says of itself."""
    return {
        "adoption": adoption,
        "kind": Kind.TEXT,
        "audience": adoption.text.audience,
        "document": document,
        "fingerprint": documents.fingerprint_of(document),
        "sample": sample,
        "prepared_by": council.secretariat.person_id,
        "prepared_at": adoption.at,
    }


def execute(statement: str) -> None:
    """Try to change the database behind the back of every rule that is written in Python."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
