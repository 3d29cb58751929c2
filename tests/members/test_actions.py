from datetime import date
from uuid import UUID

import pytest
from django.contrib.auth.models import User

from accord.access import PUBLIC, Refused, Role, Subject
from accord.members import actions, queries
from accord.members.errors import Unfit
from accord.members.models import Mandate, Organisation
from accord.members.values import Founding, OrganEntry, PartnerEntry, SignIn, TermEntry
from accord.record.models import Entry
from tests import factories
from tests.factories import FOUNDER, PASSWORD, Council, key

pytestmark = pytest.mark.django_db


def founding(**values: object) -> Founding:
    known = {"name": "Example Council", "members": factories.MEMBERS, "public": True, **values}
    return Founding(**known)  # type: ignore[arg-type]


OFFICE = SignIn("office", Role.SECRETARIAT)


def found(council: Founding, sign_in: SignIn = OFFICE, *, by: Subject = FOUNDER, **values: UUID) -> Organisation:
    known = {"key": key(), **values}
    return actions.begin_council(council, sign_ins=[sign_in], password={sign_in.name: "!"}, by=by, **known)


def test_founding_stores_the_members_in_their_order_and_one_entry() -> None:
    organisation = found(founding(as_of=date(2031, 5, 4)))
    assert [(member.code, member.name) for member in queries.members_of(organisation)] == list(factories.MEMBERS)
    (entry,) = Entry.objects.all()
    assert (entry.verb, entry.actor, entry.data["what"]) == ("founded", "founder", "Example Council")


def test_founding_again_with_the_same_key_founds_nothing() -> None:
    once = key()
    first = found(founding(), key=once)
    assert found(founding(), key=once) == first
    assert Organisation.objects.count() == 1


def test_founding_makes_the_first_sign_ins_in_the_same_act() -> None:
    organisation = found(founding())
    secretariat = queries.subject_of(User.objects.get(username="office"))
    assert (secretariat.organisation_id, secretariat.role) == (organisation.pk, Role.SECRETARIAT)
    assert [entry.verb for entry in Entry.objects.all()] == ["founded"]


@pytest.mark.parametrize(
    ("sign_in", "field"),
    [
        (SignIn("public", Role.SECRETARIAT), "name"),
        (SignIn("office", Role.CHAIR), "name"),
        (SignIn("office", Role.SECRETARIAT, "XZZ"), "delegation"),
    ],
)
def test_founding_leaves_nothing_where_a_sign_in_cannot_be(sign_in: SignIn, field: str) -> None:
    with pytest.raises(Unfit) as refusal:
        found(founding(), sign_in)
    assert refusal.value.field == field
    assert not Organisation.objects.exists()
    assert not User.objects.exists()


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
        found(founding(**values))
    assert refusal.value.field == field
    assert not Organisation.objects.exists()
    assert not Entry.objects.exists()


def test_founding_takes_two_hundred_members_and_names_of_every_script() -> None:
    pairs = [(f"X{number:03}", f"Member {number}") for number in range(198)]
    pairs += [("XFA", "نمونه\u200cها"), ("XKA", "Қазақстан үлгісі")]
    organisation = found(founding(members=tuple(pairs)))
    assert len(queries.members_of(organisation)) == 200


def test_founding_is_refused_to_somebody_with_a_mandate(council: Council) -> None:
    with pytest.raises(Refused):
        found(founding(name="Second"), SignIn("second", Role.SECRETARIAT), by=council.secretariat)


@pytest.mark.parametrize("who", ["chair", "xaa-delegate", "xaa-expert", "partner"])
def test_mandates_are_given_by_the_secretariat_alone(council: Council, who: str) -> None:
    with pytest.raises(Refused):
        factories.person(council.organisation, "somebody", Role.DELEGATE, "XAA", by=council.everybody[who])
    assert not User.objects.filter(username="somebody").exists()


@pytest.mark.parametrize("by", [PUBLIC, FOUNDER])
def test_mandates_of_a_council_at_work_are_not_given_by_outsiders(council: Council, by: Subject) -> None:
    with pytest.raises(Refused):
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
    entry = Entry.objects.get(verb="gave a mandate to", data__what="chair")
    assert entry.data == {"what": "chair", "role": "chair", "delegation": ""}


def test_expert_drafts_and_a_delegate_tables(council: Council) -> None:
    assert [council.expert.may_table, council.delegate("XAA").may_table] == [False, True]
    assert council.expert.delegation == council.delegate("XAA").delegation == "XAA"


def test_register_shows_organs_partners_and_the_current_term(council: Council) -> None:
    organs = [OrganEntry("council", "The Council"), OrganEntry("group", "Working Group", parent="council")]
    terms = [TermEntry("XAA", date(2031, 1, 1), date(2031, 12, 31)), TermEntry("XBB", date(2032, 1, 1))]
    organisation = council.organisation.pk
    actions.enter_register(organisation, organs, [], terms, by=council.secretariat, key=key())
    page = queries.organisation_page(council.public, organisation)
    assert [(str(organ.name), [str(below.name) for below in organ.below]) for organ in page.organs] == [
        ("The Council", ["Working Group"])
    ]
    assert [partner.code for partner in page.partners] == ["XPP"]
    assert [term.code for term in page.terms] == ["XAA", "XBB"]


@pytest.mark.parametrize(
    ("organs", "partners", "terms", "field"),
    [
        ([OrganEntry("a", "A", parent="nowhere")], [], [], "organs"),
        ([OrganEntry("a", "A", parent="a")], [], [], "organs"),
        ([], [PartnerEntry("xq", "Q")], [], "code"),
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
