"""Partners with their structures, agreements, contacts and what was done together: who enters them, and when."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from accord.access import NotVisible, Refused, Subject
from accord.members import actions, queries
from accord.members.errors import Unfit
from accord.members.models import Agreement, Contact, Joint, Partner
from accord.members.partnership import stands
from accord.members.values import AgreementEntry, ContactEntry, JointEntry, OrganEntry, PartnerEntry
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db

DAY = date(2031, 5, 4)


def structure(code: str = "XPS", parent: str = "XPP") -> PartnerEntry:
    return PartnerEntry(code, f"Structure {code}", kind="structure", parent=parent)


def enter_partner(pk: str, entry: PartnerEntry, by: Subject) -> object:
    return actions.enter_register(pk, [], [entry], [], by=by, key=key())


def agree(pk: str, by: Subject, **values: Any) -> object:
    entry = AgreementEntry(**{"partner": "XPP", "title": "Memorandum", **values})
    return actions.enter_agreements(pk, [entry], by=by, key=key())


def contact(pk: str, by: Subject, **values: Any) -> object:
    entry = ContactEntry(**{"partner": "XPP", "office": "Liaison office", "function": "meetings", **values})
    return actions.enter_contacts(pk, [entry], by=by, key=key())


def joint(pk: str, by: Subject, **values: Any) -> object:
    entry = JointEntry(**{"partner": "XPP", "kind": "group", "title": "First talks", **values})
    return actions.enter_joint(pk, [entry], by=by, key=key())


@pytest.mark.parametrize("do", [agree, contact, joint])
def test_secretariat_alone_enters_what_there_is_with_a_partner(
    council: Council, do: Callable[[str, Subject], object]
) -> None:
    pk, before = council.organisation.pk, Entry.objects.count()
    for name, by in council.everybody.items():
        if name != "secretariat":
            with pytest.raises(Refused):
                do(pk, by)
    assert Entry.objects.count() == before
    do(pk, council.secretariat)
    assert Entry.objects.count() == before + 1


def test_stranger_finds_no_partner_of_a_council_that_is_not_public(council: Council) -> None:
    hidden = factories.council("Other", public=False, prefix="other-")
    with pytest.raises(NotVisible):
        agree(hidden.organisation.pk, council.secretariat)
    with pytest.raises(NotVisible):
        queries.partner_page(council.secretariat, hidden.organisation.pk, "XPP")
    agree(hidden.organisation.pk, hidden.secretariat)
    assert queries.partner_page(hidden.partner, hidden.organisation.pk, "XPP").agreements[0].title == "Memorandum"


def test_structure_stands_below_its_partner_and_its_agreements_count_there_too(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    enter_partner(pk, structure(), by)
    agree(pk, by, partner="XPS", day=DAY)
    page = queries.partners_page(council.public, pk, DAY)
    assert [(top.code, [each.code for each in top.below]) for top in page.tops] == [("XPP", ["XPS"])]
    assert (page.sentence, page.tops[0].below[0].agreements) == ("1 partner and 1 structure of one.", 1)
    above = queries.partner_page(council.public, pk, "XPP", DAY)
    assert (above.family, above.agreements[0].code) == (("XPP", "XPS"), "XPS")
    below = queries.partner_page(council.public, pk, "XPS", DAY)
    assert below.sentence == (
        "Structure of Example Partner: 1 agreement is known by this day, and nothing that was done together."
    )


def test_new_partner_comes_behind_the_others_and_a_known_one_stays_in_its_place(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    enter_partner(pk, PartnerEntry("XQQ", "Quarter Example"), by)
    enter_partner(pk, PartnerEntry("XPP", "Example Partner", rests_on="A letter"), by)
    assert list(Partner.objects.values_list("code", "basis")) == [("XPP", "A letter"), ("XQQ", "")]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (structure(parent="XNO"), "“XNO”, to which “XPS” belongs, is not among the partners."),
        (structure("XPP", parent="XPP"), "belong to one another in a circle: XPP → XPP"),
        (PartnerEntry("XQQ", "Quarter", kind="planet"), "“planet” is no kind of partner."),
    ],
)
def test_structure_of_nobody_or_of_itself_is_refused(council: Council, entry: PartnerEntry, words: str) -> None:
    with pytest.raises(Unfit, match=words):
        enter_partner(council.organisation.pk, entry, council.secretariat)
    assert Partner.objects.count() == 1


def test_agreement_is_shown_from_its_day_on_or_from_when_it_is_known(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    agree(pk, by, title="Old", day=date(2030, 1, 1))
    agree(pk, by, title="Later known", day=date(2030, 1, 1), when="2030", known=date(2031, 6, 1))
    agree(pk, by, title="No day")
    agree(pk, by, title="New", day=date(2031, 5, 5))
    shown = [line.title for line in queries.partner_page(by, pk, "XPP", DAY).agreements]
    assert sorted(shown) == ["No day", "Old"]
    assert len(queries.partner_page(by, pk, "XPP", date(2031, 6, 1)).agreements) == 4


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (("unsaid", None, None), ("unsaid", "term not stated")),
        (("open", None, None), ("open", "in force without a last day")),
        (("until", DAY, None), ("until", "in force until 4 May 2031")),
        (("until", date(2031, 5, 3), None), ("over", "its term ran until 3 May 2031")),
        (("open", None, DAY), ("ended", "ended on 4 May 2031")),
        (("open", None, date(2031, 5, 5)), ("open", "in force without a last day")),
    ],
)
def test_agreement_stands_as_its_term_says_on_the_day(
    term: tuple[str, date | None, date | None], words: tuple[str, str]
) -> None:
    assert stands(*term, DAY) == words


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"partner": "XNO"}, "partner"),
        ({"lasting": "until"}, "until"),
        ({"lasting": "open", "until": DAY}, "until"),
        ({"day": DAY, "ended": date(2031, 1, 1)}, "until"),
        ({"title": " "}, "title"),
    ],
)
def test_agreement_that_cannot_be_is_refused_with_its_field(
    council: Council, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(Unfit) as refused:
        agree(council.organisation.pk, council.secretariat, **values)
    assert (refused.value.field, Agreement.objects.count()) == (field, 0)


def test_same_agreement_entered_again_takes_the_place_of_the_former(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    agree(pk, by, day=DAY)
    agree(pk, by, day=DAY, lasting="open", note="Corrected.")
    assert list(Agreement.objects.values_list("lasting", "note")) == [("open", "Corrected.")]


@pytest.mark.parametrize("office", ["Liaison, liaison@example.org", "Duty desk, +7 (727) 123-45-67"])
def test_contact_with_something_private_is_refused(council: Council, office: str) -> None:
    pk, by = council.organisation.pk, council.secretariat
    with pytest.raises(Unfit, match="are not kept here"):
        contact(pk, by, office=office)
    contact(pk, by, office="Department 12, room 2031")
    assert Contact.objects.count() == 1


def test_contact_is_shown_between_its_days(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    contact(pk, by, since=DAY, until=date(2031, 12, 31))
    days = (date(2031, 5, 3), DAY, date(2032, 1, 1))
    assert [len(queries.partner_page(by, pk, "XPP", day).contacts) for day in days] == [0, 1, 0]
    with pytest.raises(Unfit):
        contact(pk, by, since=DAY, until=date(2031, 1, 1))


def test_what_was_done_together_names_the_organ_and_the_role(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    actions.enter_register(pk, [OrganEntry("water", "Working group on water")], [], [], by=by, key=key())
    joint(pk, by, organ="water", role="guest", day=DAY)
    (line,) = queries.partner_page(by, pk, "XPP", DAY).joint
    assert (line.label, line.role, str(line.organ)) == ("meeting of a working group", "guest", "Working group on water")
    for wrong in ({"organ": "nowhere"}, {"kind": "war"}, {"day": DAY, "until": date(2031, 1, 1)}):
        with pytest.raises(Unfit):
            joint(pk, by, **wrong)
    assert Joint.objects.count() == 1


def test_what_several_structures_took_part_in_is_one_thing_that_names_them(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    structures = [PartnerEntry(code, f"Structure {code}", kind="structure", parent="XPP") for code in ("XPS", "XPT")]
    actions.enter_register(pk, [], structures, [], by=by, key=key())
    for code in ("XPS", "XPT"):
        joint(pk, by, partner=code, role="guest", day=DAY)
    joint(pk, by, partner="XPT", role="observer", title="Second talks", day=DAY)
    page = queries.partner_page(by, pk, "XPP", DAY)
    assert {line.title: [code for code, _name in line.partners] for line in page.joint} == {
        "First talks": ["XPS", "XPT"], "Second talks": ["XPT"]
    }  # fmt: skip
    assert "2 things done together" in page.sentence


def test_contacts_stand_with_their_days_the_newest_first(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    contact(pk, by, office="An office of old")
    contact(pk, by, office="Former desk", since=date(2029, 1, 1))
    contact(pk, by, office="New desk", since=date(2030, 1, 1), until=date(2031, 12, 31))
    lines = queries.partner_page(by, pk, "XPP", DAY).contacts
    assert [(line.office, line.since, line.until) for line in lines] == [
        ("New desk", date(2030, 1, 1), date(2031, 12, 31)),
        ("Former desk", date(2029, 1, 1), None),
        ("An office of old", None, None),
    ]
