from datetime import date

import pytest
from django.contrib.auth.models import User
from tests import factories
from tests.factories import FOUNDER, PASSWORD, Council, key

from accord.access import PUBLIC, NotVisible, Refused, Role, Subject
from accord.members import actions, queries
from accord.members.errors import Unfit
from accord.members.models import Mandate, Organisation
from accord.members.values import Founding, OrganEntry, PartnerEntry, TermEntry
from accord.record.models import Entry

pytestmark = pytest.mark.django_db


def founding(**values: object) -> Founding:
    known = {"name": "Example Council", "members": factories.MEMBERS, "public": True, **values}
    return Founding(**known)  # type: ignore[arg-type]


def test_founding_stores_the_members_in_their_order_and_one_entry() -> None:
    organisation = actions.found(founding(as_of=date(2031, 5, 4)), by=FOUNDER, key=key())
    assert [(member.code, member.name) for member in queries.members_of(organisation)] == list(factories.MEMBERS)
    (entry,) = Entry.objects.all()
    assert (entry.verb, entry.actor, entry.data["what"]) == ("founded", "founder", "Example Council")


def test_founding_again_with_the_same_key_founds_nothing() -> None:
    once = key()
    first = actions.found(founding(), by=FOUNDER, key=once)
    assert actions.found(founding(name="Another"), by=FOUNDER, key=once) == first
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "Exam\u202eple"}, "name"),
        ({"name": "Exam\u200bple"}, "name"),
        ({"name": "Example\nCouncil"}, "name"),
        ({"name": "Example [Council]"}, "name"),
        ({"name": "…"}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"short_name": "x" * 41}, "short_name"),
        ({"rule": "whatever the chair likes"}, "rule"),
        ({"members": ()}, "members"),
        ({"members": (("XAA", "One"), ("XAA", "Two"))}, "members"),
        ({"members": (("XAA", "One"), ("XBB", "one"))}, "members"),
        ({"members": (("xaa", "One"),)}, "members"),
        ({"members": (("X", "One"),)}, "members"),
        ({"members": (("1XA", "One"),)}, "members"),
        ({"members": (("CHAIR", "One"),)}, "members"),
        ({"members": (("PUBLIC", "One"),)}, "members"),
        ({"members": (("XAA", "One\u2066"),)}, "members"),
        ({"members": tuple((f"X{number:03}", f"Member {number}") for number in range(201))}, "members"),
    ],
)
def test_founding_refuses_what_cannot_be_used(values: dict[str, object], field: str) -> None:
    with pytest.raises(Unfit) as refusal:
        actions.found(founding(**values), by=FOUNDER, key=key())
    assert refusal.value.field == field
    assert not Organisation.objects.exists()
    assert not Entry.objects.exists()


def test_founding_takes_two_hundred_members_and_names_of_every_script() -> None:
    pairs = [(f"X{number:03}", f"Member {number}") for number in range(198)]
    pairs += [("XFA", "نمونه\u200cها"), ("XKA", "Қазақстан үлгісі")]
    organisation = actions.found(founding(members=tuple(pairs)), by=FOUNDER, key=key())
    assert len(queries.members_of(organisation)) == 200


def test_founding_is_refused_to_somebody_with_a_mandate(council: Council) -> None:
    with pytest.raises(Refused):
        actions.found(founding(name="Second"), by=council.secretariat, key=key())


def test_first_mandate_is_that_of_the_secretariat() -> None:
    organisation = actions.found(founding(public=False), by=FOUNDER, key=key())
    with pytest.raises(Refused):
        factories.person(organisation, "chair", Role.CHAIR, by=FOUNDER)
    secretariat = factories.person(organisation, "secretariat", Role.SECRETARIAT, by=FOUNDER)
    assert secretariat.organisation_id == organisation.pk
    with pytest.raises(NotVisible):
        factories.person(organisation, "intruder", Role.SECRETARIAT, by=FOUNDER)


@pytest.mark.parametrize("who", ["chair", "xaa-delegate", "xaa-expert", "partner"])
def test_mandates_are_given_by_the_secretariat_alone(council: Council, who: str) -> None:
    with pytest.raises(Refused):
        factories.person(council.organisation, "somebody", Role.DELEGATE, "XAA", by=council.everybody[who])
    assert not User.objects.filter(username="somebody").exists()


@pytest.mark.parametrize("by", [PUBLIC, FOUNDER])
def test_mandates_of_a_council_at_work_are_not_given_by_outsiders(council: Council, by: Subject) -> None:
    with pytest.raises(NotVisible):
        factories.person(council.organisation, "somebody", Role.SECRETARIAT, by=by)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "chair"}, "name"),
        ({"name": "public"}, "name"),
        ({"name": "Somebody"}, "name"),
        ({"name": "some\u200bbody"}, "name"),
        ({"name": "a" * 41}, "name"),
        ({"password": "short"}, "password"),
        ({"delegation": "XZZ"}, "delegation"),
        ({"delegation": ""}, "delegation"),
        ({"role": Role.CHAIR}, "delegation"),
        ({"role": Role.PARTNER}, "delegation"),
        ({"role": Role.PUBLIC}, "role"),
    ],
)
def test_mandate_is_refused_where_it_cannot_be(council: Council, values: dict[str, object], field: str) -> None:
    known = {"name": "somebody", "password": PASSWORD, "role": Role.DELEGATE, "delegation": "XAA", **values}
    before = Mandate.objects.count()
    with pytest.raises(Unfit) as refusal:
        actions.give_mandate(council.organisation.pk, by=council.secretariat, key=key(), **known)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert Mandate.objects.count() == User.objects.count() == before


def test_mandate_is_recorded_without_the_password(council: Council) -> None:
    entry = Entry.objects.filter(verb="gave a mandate to").order_by("number").first()
    assert entry is not None
    assert entry.data == {"what": "secretariat", "role": "secretariat", "delegation": ""}


def test_expert_drafts_and_a_delegate_tables(council: Council) -> None:
    assert [council.expert.may_table, council.delegate("XAA").may_table] == [False, True]
    assert council.expert.delegation == council.delegate("XAA").delegation == "XAA"


def test_register_shows_organs_partners_and_the_current_term(council: Council) -> None:
    organs = [OrganEntry("council", "The Council"), OrganEntry("group", "Working Group", parent="council")]
    terms = [TermEntry("XAA", date(2031, 1, 1), date(2031, 12, 31)), TermEntry("XBB", date(2032, 1, 1))]
    organisation = council.organisation.pk
    actions.enter_register(organisation, organs, [], terms, by=council.secretariat, key=key())
    page = queries.organisation_page(council.public, organisation)
    assert [(organ.name, [below.name for below in organ.below]) for organ in page.organs] == [
        ("The Council", ["Working Group"])
    ]
    assert [partner.code for partner in page.partners] == ["XPP"]
    assert [term.code for term in page.terms] == ["XAA", "XBB"]


@pytest.mark.parametrize(
    ("organs", "partners", "terms", "field"),
    [
        ([OrganEntry("a", "A", parent="nowhere")], [], [], "organs"),
        ([OrganEntry("a", "A", parent="a")], [], [], "organs"),
        ([], [PartnerEntry("xq", "Q")], [], "partners"),
        ([], [], [TermEntry("XZZ", date(2031, 1, 1))], "terms"),
        ([], [], [TermEntry("XAA", date(2031, 1, 1), date(2030, 1, 1))], "terms"),
    ],
)
def test_register_refuses_what_does_not_fit(council: Council, organs, partners, terms, field) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Unfit) as refusal:
        actions.enter_register(council.organisation.pk, organs, partners, terms, by=council.secretariat, key=key())
    assert refusal.value.field == field


def test_register_is_kept_by_the_secretariat_alone(council: Council) -> None:
    for who in (council.chair, council.delegate("XAA"), council.partner, PUBLIC):
        with pytest.raises(Refused):
            actions.enter_register(council.organisation.pk, [], [], [], by=who, key=key())
