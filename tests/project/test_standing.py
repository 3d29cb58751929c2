"""How members stand in the demonstration: as the facts say, later ones on later days; the signing is a sample."""

from datetime import date

from accord.access import PUBLIC
from accord.members.models import Organisation
from accord.project.demo.council import facts_of_the_demonstration
from accord.project.demo.people import People
from accord.signing.queries import awaiting_answers, signing_page


def test_decisions_of_the_facts_are_shown_from_their_day_on(people: People) -> None:
    organisation, facts = Organisation.objects.get(), facts_of_the_demonstration()["decisions"]
    for day in (organisation.as_of, date(2024, 12, 1)):
        page = signing_page(PUBLIC, organisation, day)
        shown = {(str(line.title), line.day) for line in page.lines if not line.sample}
        assert shown == {(fact["title"], fact["day"]) for fact in facts if fact["day"] <= day}


def test_what_was_handed_over_waits_and_the_only_signing_is_a_sample(people: People) -> None:
    page = signing_page(PUBLIC, Organisation.objects.get())
    assert [(wait.code, wait.basis.standing) for wait in page.waiting] == [("ARM", "inference")]
    assert [item.place for item in awaiting_answers(people.delegate("ARM"))] == ["instrument"]
    assert awaiting_answers(people.delegate("KAZ")) == ()
    assert [(line.sample, line.signing) for line in page.lines if line.signing] == [(True, "Every member has signed.")]
