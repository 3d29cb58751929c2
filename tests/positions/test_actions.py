"""What is done with situations: the cast, the answer and what is then stored."""

from dataclasses import replace

import pytest

from accord.access import NotVisible, Refused, Subject
from accord.members.basis import Basis
from accord.positions import actions, queries
from accord.positions.pages import SituationLine
from accord.record.models import Entry
from tests import factories
from tests.factories import Council

READ = Basis("A Newspaper", "https://example.org/1", "2031-01-02")
LINES = (
    SituationLine("The river", "narrow", "The members compared what they know.", READ),
    SituationLine("The lake", "", "Discussed; the sitting is not stated.", READ),
)


def seen(by: Subject, organisation: str) -> tuple[SituationLine, ...]:
    """Return the situations that somebody sees, without the handles that they were given."""
    return tuple(replace(line, id="") for line in queries.situation_list(by, organisation))


def enter(organisation: str, by: Subject) -> object:
    return actions.enter_situations(organisation, LINES, by=by, key=factories.key())


def test_enter_situations_is_for_the_secretariat_alone(council: Council) -> None:
    others = {name: who for name, who in council.everybody.items() if name != "secretariat"}

    for who in others.values():
        with pytest.raises(Refused):
            enter(council.organisation.pk, who)

    assert queries.situation_list(council.public, council.organisation.pk) == ()
    assert not Entry.objects.filter(verb="entered situations").exists()


def test_enter_situations_stores_them_with_one_entry(council: Council) -> None:
    enter(council.organisation.pk, council.secretariat)

    assert seen(council.public, council.organisation.pk) == LINES
    assert Entry.objects.get(verb="entered situations").data == {"names": ["The river", "The lake"]}


def test_situations_of_a_private_council_are_not_there_for_others(council: Council) -> None:
    other = factories.council("Other Council", (("XAA", "Alpha"),), public=False, prefix="other-")
    enter(other.organisation.pk, other.secretariat)

    with pytest.raises(NotVisible):
        enter(other.organisation.pk, council.secretariat)
    assert queries.situation_list(council.secretariat, other.organisation.pk) == ()
    assert seen(other.delegate("XAA"), other.organisation.pk) == LINES
