"""Terms as they become known, the hand-over between two chairs, rules, particulars and names."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accord.access import PUBLIC, Refused, Subject
from accord.members import actions, queries
from accord.members.errors import Unfit
from accord.members.models import Handover, Name, Organisation, Particular, Provision
from accord.members.values import (
    NameEntry,
    OrganEntry,
    ParticularEntry,
    PersonEntry,
    PostEntry,
    ProvisionEntry,
)
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

pytestmark = pytest.mark.django_db

FIRST, SECOND, DECIDED = date(2031, 1, 1), date(2032, 1, 1), date(2031, 11, 1)
CAST = ("secretariat", "chair", "xaa-delegate", "xbb-delegate", "xbb-expert", "partner", "public", "stranger")

Doing = Callable[[str, Subject], object]


def enter_rules(pk: str, by: Subject) -> object:
    return actions.enter_provisions(pk, [ProvisionEntry("quorum", "Quorum", "More than half.")], by=by, key=key())


def enter_facts(pk: str, by: Subject) -> object:
    return actions.enter_particulars(pk, [ParticularEntry("Seat", "Aland")], by=by, key=key())


def enter_names(pk: str, by: Subject) -> object:
    return actions.enter_names(pk, [NameEntry("member XAA", "ru", "Первая")], by=by, key=key())


def hand_over(pk: str, by: Subject) -> object:
    return actions.hand_over(pk, SECOND, date(2031, 12, 31), by=by, key=key())


def take_over(pk: str, by: Subject) -> object:
    return actions.take_over(pk, SECOND, by=by, key=key())


@pytest.fixture
def presided(council: Council) -> Council:
    """Return a council with XAA in the chair, and XBB next by a decision."""
    factories.term_of(council, "XAA", FIRST, ends=date(2031, 12, 31))
    factories.term_of(council, "XBB", SECOND, decided=DECIDED)
    Organisation.objects.filter(pk=council.organisation.pk).update(rotation="year")
    return council


def cast_of(council: Council) -> dict[str, Subject]:
    """Return who tries."""
    other = factories.council("Other Council", (("XBB", "Beta"),), public=False, prefix="other-")
    expert = factories.person(
        council.organisation, "xbb-expert", council.expert.role, "XBB", may_table=False, by=council.secretariat
    )
    return {**council.everybody, "xbb-expert": expert, "stranger": other.delegate("XBB")}


@pytest.mark.parametrize(
    ("doing", "who"),
    [
        (enter_rules, "secretariat"),
        (enter_facts, "secretariat"),
        (enter_names, "secretariat"),
        (hand_over, "chair"),
        (take_over, "xbb-delegate"),
    ],
)
def test_action_is_for_one_of_the_cast(doing: Doing, who: str, presided: Council) -> None:
    cast = cast_of(presided)
    pk = presided.organisation.pk
    if doing is take_over:
        hand_over(pk, presided.chair)
    before = Entry.objects.count()

    for name in CAST:
        if name != who:
            with pytest.raises(Refused):
                doing(pk, cast[name])
    assert Entry.objects.count() == before

    doing(pk, cast[who])
    assert Entry.objects.count() == before + 1


def test_term_shows_from_the_day_on_which_it_was_decided(presided: Council) -> None:
    pk = presided.organisation.pk
    before, after = (
        queries.organisation_page(PUBLIC, pk, on=day).next_chairmanship for day in (date(2031, 6, 1), DECIDED)
    )
    assert before is not None
    assert after is not None
    assert (before.code, before.computed, after.code, after.computed) == ("XBB", True, "XBB", False)


def test_hand_over_needs_a_decided_term_and_both_sides(presided: Council) -> None:
    pk = presided.organisation.pk
    with pytest.raises(Unfit, match="Enter the decision first"):
        actions.hand_over(pk, date(2033, 1, 1), DECIDED, by=presided.chair, key=key())
    with pytest.raises(Unfit, match="waits for your confirmation"):
        take_over(pk, presided.delegate("XBB"))

    hand_over(pk, presided.chair)
    with pytest.raises(Unfit, match="already"):
        hand_over(pk, presided.chair)
    take_over(pk, presided.delegate("XBB"))

    row = Handover.objects.get()
    assert (row.given_by, row.taken_by, row.day) == ("chair", "xbb-delegate", date(2031, 12, 31))
    with pytest.raises(Unfit, match="waits for your confirmation"):
        take_over(pk, presided.delegate("XBB"))


def test_hand_over_page_offers_each_side_its_act(presided: Council, client: Client) -> None:
    day = DECIDED.isoformat()
    chair = factories.sign_in(Client(), presided.chair)
    nexts = factories.sign_in(client, presided.delegate("XBB"))
    address = f"/chairmanship/handover/?on={day}"
    assert "/handover/give/" in chair.get(address).content.decode()
    assert "/handover/" in nexts.get(address).content.decode()
    assert "/handover/take/" not in nexts.get(address).content.decode()
    given = {"key": str(key()), "begins": SECOND.isoformat(), "day": "2031-12-31"}
    assert chair.post("/chairmanship/handover/give/", given).status_code == 302
    assert "/handover/take/" in nexts.get(address).content.decode()
    taken = {"key": str(key()), "begins": SECOND.isoformat()}
    assert nexts.post("/chairmanship/handover/take/", taken).status_code == 302
    assert "confirmed by Bergen Example" in chair.get(address).content.decode()


def test_rule_takes_the_place_of_the_former_and_stays_where_it_stood(council: Council) -> None:
    pk = council.organisation.pk
    for short in ("a", "b"):
        factories.rule_of(council, short)
    factories.rule_of(council, "a", "All members are present.")
    assert [(row.key, row.words[:3]) for row in Provision.objects.filter(organisation=pk)] == [
        ("a", "All"),
        ("b", "Mor"),
    ]
    enter_facts(pk, council.secretariat)
    enter_facts(pk, council.secretariat)
    assert Particular.objects.filter(organisation=pk).count() == 1


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (ProvisionEntry("a", "A", "Words.", matter="weather"), "nothing that a rule is about"),
        (ProvisionEntry("a", "A", "Words.", decides="nowhere"), "no rule of this name"),
        (ProvisionEntry("a", "A\u202e", "Words."), "U\\+202E"),
        (ProvisionEntry("a", "A", ""), "[a-z]"),
    ],
)
def test_rule_that_cannot_be_used_is_refused(council: Council, entry: ProvisionEntry, words: str) -> None:
    with pytest.raises(Unfit, match=words):
        actions.enter_provisions(council.organisation.pk, [entry], by=council.secretariat, key=key())
    assert not Provision.objects.exists()


def test_name_of_nothing_is_refused_and_one_of_the_same_language_is_replaced(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    with pytest.raises(Unfit, match="not in the register"):
        actions.enter_names(pk, [NameEntry("member XZZ", "ru", "Никто")], by=by, key=key())
    for words in ("Первая", "Альфа"):
        actions.enter_names(pk, [NameEntry("member XAA", "ru", words)], by=by, key=key())
    assert list(Name.objects.filter(of="member XAA").values_list("words", flat=True)) == ["Альфа"]


def test_reader_of_another_language_reads_names_in_it_and_the_others_marked(council: Council, client: Client) -> None:
    pk, by = council.organisation.pk, council.secretariat
    organ = OrganEntry("water", "Water Group", names={"ru": "Группа по воде"})
    actions.enter_register(pk, [organ], [], [], by=by, key=key())
    post = PostEntry("Minister", member="XAA", organ="water", names={"ru": "министр"})
    actions.enter_people(pk, [PersonEntry("Ada Example", (post,), names={"ru": "Ада Пример"})], by=by, key=key())
    factories.meeting_of(council, "On water", organ="water", chair="XBB", chair_name="Ada Example")
    client.cookies["django_language"] = "ru"
    people = client.get("/register/people/").content.decode()
    meetings = client.get("/meetings/").content.decode()
    assert "Ада Пример" in people
    assert "министр" in people
    assert "Группа по воде" in meetings
    assert '<span dir="auto" lang="en">On water</span><small class="tongue">' in meetings
    with translation.override("en"):
        plain = Client().get("/meetings/").content.decode()
    assert ("Water Group" in plain, 'class="tongue"' in plain) == (True, False)


def test_register_kept_in_another_language_is_marked_for_the_others(client: Client) -> None:
    with translation.override("ru"):
        council = factories.council("Совет для примера", (("XAA", "Аландия"), ("XBB", "Bergen Example")))
    assert council.organisation.names_in == "ru"
    page = client.get("/register/").content.decode()
    assert '<span dir="auto" lang="ru">Аландия</span><small class="tongue">' in page
    assert '<span dir="auto" lang="ru">Bergen' not in page  # told by its script, whatever the register is kept in


def test_post_ends_on_a_page(council: Council, client: Client) -> None:
    person = factories.in_office(council, "Ada Example", member="XAA", organ="water")
    post = person.posts.get()
    factories.sign_in(client, council.secretariat)
    assert f"/register/posts/{post.handle}/end/" in client.get(f"/register/people/{person.pk}/").content.decode()
    address = f"/register/posts/{post.handle}/end/"
    refused = client.post(address, {"key": str(key()), "until": "tomorrow"})
    assert (refused.status_code, "tomorrow" in refused.content.decode()) == (422, True)
    assert client.post(address, {"key": str(key()), "until": "2030-01-01"}).status_code == 302
    post.refresh_from_db()
    assert post.until == date(2030, 1, 1)


def test_person_whose_post_begins_later_is_shown_then(council: Council, client: Client) -> None:
    pk, by = council.organisation.pk, council.secretariat
    later = PersonEntry("Ada Example", (PostEntry("Envoy", member="XAA", since=SECOND),))
    seen = PersonEntry("Ben Example", (PostEntry("Minister", member="XAA", seen=SECOND),))
    actions.enter_people(pk, [later, seen], by=by, key=key())
    shown = [[line.registered for line in queries.people_page(PUBLIC, pk, day)] for day in (FIRST, SECOND)]
    assert shown == [[], ["Ada Example", "Ben Example"]]


@pytest.mark.parametrize("what", ["name", "rule", "fact"])
def test_form_asks_for_what_it_needs(council: Council, client: Client, what: str) -> None:
    factories.sign_in(client, council.secretariat)
    before = Entry.objects.count()
    assert client.get(f"/register/enter/{what}/").status_code == 200
    assert client.post(f"/register/enter/{what}/", {"key": str(key())}).status_code == 422
    assert Entry.objects.count() == before


def test_rules_are_entered_and_read_on_pages(council: Council, client: Client) -> None:
    factories.sign_in(client, council.secretariat)
    rule = {
        "key": str(key()), "short": "quorum", "words": "Quorum", "says": "More than half are present.",
        "matter": "meetings", "decides": "consensus", "standing": "stated",
    }  # fmt: skip
    assert client.post("/register/enter/rule/", rule).status_code == 302
    page = Client().get("/rules/quorum/").content.decode()
    assert "More than half are present." in page
    assert "/rules/deciding/consensus/" in page
    assert "/rules/quorum/" in Client().get("/rules/deciding/consensus/").content.decode()
    assert "/rules/quorum/" in Client().get("/register/").content.decode()


@pytest.mark.parametrize("address", ["/rules/", "/chairmanship/", "/register/people/"])
def test_page_asks_as_often_for_three_as_for_one(council: Council, address: str, client: Client) -> None:
    counts = []
    for number in range(3):
        factories.rule_of(council, f"rule-{number}")
        factories.term_of(council, "XAA", date(2020 + number, 1, 1))
        factories.in_office(council, f"Ada Example {number}", member="XAA", organ="water")
        client.get(address)
        counts.append(_asked(client, address))
    assert counts[0] == counts[2]


def _asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)
