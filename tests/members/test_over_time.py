"""The council on a day: statuses, organs, people and their posts; what cannot be is refused in words."""

from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from accord.access import PUBLIC, NotVisible, Refused
from accord.members import actions, queries
from accord.members.errors import Unfit
from accord.members.over_time import Held, Since, circle, status_on, unfit_posts, unfit_states
from accord.members.values import ActEntry, OrganEntry, PersonEntry, PostEntry, PowerEntry, StateEntry, TermEntry
from accord.record.models import Entry
from tests import factories
from tests.factories import Council, key

SPRING, SUMMER, AUTUMN = date(2031, 3, 1), date(2031, 6, 1), date(2031, 9, 1)


# Pure


@pytest.mark.parametrize(
    ("states", "day", "status"),
    [
        ([], SUMMER, "full"),
        ([Since("full", SPRING)], SUMMER, "full"),
        ([Since("full", SUMMER)], SPRING, ""),
        ([Since("suspended", SUMMER)], SPRING, "full"),
        ([Since("suspended", SPRING), Since("full", AUTUMN)], SUMMER, "suspended"),
        ([Since("observer", SPRING), Since("full", SUMMER), Since("left", AUTUMN)], AUTUMN, "left"),
    ],
)
def test_status_is_the_latest_that_began(states: list[Since], day: date, status: str) -> None:
    assert status_on(states, day) == status


def test_member_does_not_join_twice_but_joins_again_after_it_left() -> None:
    twice = [Since("full", SPRING), Since("full", AUTUMN)]
    assert "since 2031-03-01" in next(unfit_states(twice))
    assert list(unfit_states([twice[0], Since("left", SUMMER), twice[1]])) == []


def test_nobody_sits_for_two_members_and_two_posts_need_a_word() -> None:
    minister, other = Held("Minister", "member XAA", SPRING, None), Held("Envoy", "member XBB", SUMMER, None)
    assert "Nobody sits for two" in next(unfit_posts([minister, other]))
    deputy = Held("Deputy Prime Minister", "member XAA", SPRING, None)
    assert "at the same time" in next(unfit_posts([minister, deputy]))
    beside = Held("Deputy Prime Minister", "member XAA", SPRING, None, beside=True)
    assert list(unfit_posts([minister, beside])) == []
    assert "stands twice" in next(unfit_posts([minister, minister]))
    later = Held("Envoy", "member XBB", AUTUMN, None)
    assert list(unfit_posts([Held("Minister", "member XAA", SPRING, SUMMER), later])) == []


def test_circle_of_organs_is_found() -> None:
    assert circle([("a", "b"), ("b", "c"), ("c", "")]) == ()
    assert set(circle([("a", "b"), ("b", "c"), ("c", "b")])) == {"b", "c"}
    assert circle([("a", "a")]) == ("a",)


# In the register


def states(council: Council, *entries: StateEntry) -> None:
    actions.enter_states(council.organisation.pk, entries, by=council.secretariat, key=key())


def codes(council: Council, on: date) -> list[str]:
    return [member.code for member in queries.members_of(council.organisation, on)]


@pytest.mark.django_db
def test_register_shows_who_was_a_member_on_a_day(council: Council) -> None:
    states(council, StateEntry("XDD", "left", SUMMER), StateEntry("XEE", "full", AUTUMN, name="Espoo Example"))
    assert codes(council, SPRING) == ["XAA", "XBB", "XCC", "XDD"]
    assert codes(council, SUMMER) == ["XAA", "XBB", "XCC"]
    assert codes(council, AUTUMN) == ["XAA", "XBB", "XCC", "XEE"]
    page = queries.organisation_page(PUBLIC, council.organisation.pk, on=AUTUMN)
    assert [(line.code, line.state.status) for line in page.others if line.state] == [("XDD", "left")]


@pytest.mark.django_db
def test_member_that_takes_no_part_keeps_its_place_in_a_new_text(council: Council) -> None:
    states(council, StateEntry("XBB", "apart", date(2020, 1, 1)), StateEntry("XCC", "suspended", date(2020, 1, 1)))
    text = factories.text_of(council)
    assert factories.now(text).body.delegations == ("XAA", "XBB", "XDD")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([StateEntry("XAA", "full", SPRING), StateEntry("XAA", "full", AUTUMN)], "would join again"),
        ([StateEntry("XZZ", "full", SPRING)], "give it a name"),
        ([StateEntry("XAA", "gone", SPRING)], "no status"),
        ([StateEntry("x", "full", SPRING, name="X")], "not a code"),
    ],
)
def test_status_that_cannot_be_is_refused_and_nothing_is_kept(
    council: Council, entries: list[StateEntry], words: str
) -> None:
    before = Entry.objects.count()
    with pytest.raises(Unfit, match=words):
        states(council, *entries)
    assert (codes(council, AUTUMN), Entry.objects.count()) == (["XAA", "XBB", "XCC", "XDD"], before)


@pytest.mark.django_db
def test_organ_is_not_above_itself_nor_in_a_circle(council: Council) -> None:
    enter = {"by": council.secretariat}
    pk = council.organisation.pk
    with pytest.raises(Unfit, match="above itself"):
        actions.enter_register(pk, [OrganEntry("a", "Water", parent="a")], [], [], key=key(), **enter)
    organs = [OrganEntry("a", "Water"), OrganEntry("b", "Wells", parent="a")]
    actions.enter_register(pk, organs, [], [], key=key(), **enter)
    with pytest.raises(Unfit, match="in a circle: Water → Wells → Water"):
        actions.enter_register(pk, [OrganEntry("a", "Water", parent="b")], [], [], key=key(), **enter)


@pytest.mark.django_db
def test_organ_shows_on_its_days_with_its_acts_and_people(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    organ = OrganEntry("water", "Water Group", kind="group", founded=SPRING, dissolved=AUTUMN)
    actions.enter_register(pk, [organ], [], [], by=by, key=key())
    actions.enter_acts(pk, [ActEntry(SPRING, "Decision on the group", organ="water")], by=by, key=key())
    post = PostEntry("Envoy", member="XAA", organ="water", chairs=True, since=SPRING, until=SUMMER)
    actions.enter_people(pk, [PersonEntry("Ada Example", (post,))], by=by, key=key())
    page = queries.organ_page(PUBLIC, pk, "water", SPRING)
    assert [str(person.name) for person in page.people] == ["Ada Example"]
    assert [act.title for act in page.acts] == ["Decision on the group"]
    assert queries.organ_page(PUBLIC, pk, "water", AUTUMN).people == ()
    shown = [queries.organisation_page(PUBLIC, pk, on=day).organs for day in (date(2030, 1, 1), SPRING)]
    assert [len(organs) for organs in shown] == [0, 1]


@pytest.mark.django_db
def test_post_is_added_ended_and_refused_where_it_cannot_be(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    person = factories.in_office(council, "Ada Example", member="XAA", organ="water")
    second = PostEntry("Envoy", member="XBB", since=SUMMER)
    with pytest.raises(Unfit, match="Nobody sits for two"):
        actions.enter_post(pk, "Ada Example", second, by=by, key=key())
    first = person.posts.get()
    actions.end_post(pk, first.handle, SPRING, by=by, key=key())
    actions.enter_post(pk, "Ada Example", second, by=by, key=key())
    page = queries.person_page(PUBLIC, pk, person.pk, SUMMER)
    assert [str(post.title) for post in page.line.posts] == ["Envoy"]
    assert {str(post.title) for post in page.posts} == {"Minister", "Envoy"}


@pytest.mark.django_db
def test_powers_say_who_may_decide_for_whom_and_when(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    factories.in_office(council, "Ada Example", member="XAA", organ="water")
    power = PowerEntry("Ada Example", "XAA", "full", SPRING, SUMMER, organ="water")
    actions.enter_powers(pk, [power], by=by, key=key())
    assert [line.held for line in queries.member_page(PUBLIC, pk, "XAA", SPRING).powers] == [True]
    assert [line.held for line in queries.member_page(PUBLIC, pk, "XAA", AUTUMN).powers] == [False]
    for wrong, words in (
        (PowerEntry("Nobody", "XAA", "full", SPRING), "not in the register"),
        (PowerEntry("Ada Example", "XAA", "crown", SPRING), "no kind of power"),
        (PowerEntry("Ada Example", "XAA", "full", SUMMER, SPRING), "before the first"),
    ):
        with pytest.raises(Unfit, match=words):
            actions.enter_powers(pk, [wrong], by=by, key=key())


@pytest.mark.django_db
def test_secretariat_alone_enters_and_strangers_see_nothing_of_a_private_council(council: Council) -> None:
    pk = council.organisation.pk
    for by in (council.chair, council.delegate("XAA"), council.partner, PUBLIC):
        with pytest.raises(Refused):
            actions.enter_people(pk, [PersonEntry("Ada Example")], by=by, key=key())
    private = factories.council("Private", public=False, prefix="p-")
    person = factories.in_office(private, "Ada Example", member="XAA", organ="water")
    for by in (council.secretariat, PUBLIC):
        with pytest.raises(NotVisible):
            queries.people_page(by, private.organisation.pk)
        with pytest.raises(NotVisible):
            queries.person_page(by, private.organisation.pk, person.pk)


@pytest.mark.django_db
def test_rotation_is_computed_behind_the_terms_that_were_decided(council: Council) -> None:
    organisation = council.organisation
    organisation.rotation = "year"
    organisation.save()
    terms = [TermEntry("XCC", date(2031, 1, 1), date(2031, 12, 31), exception="Decision 7")]
    actions.enter_register(organisation.pk, [], [], terms, by=council.secretariat, key=key())
    page = queries.organisation_page(PUBLIC, organisation.pk)
    assert [(turn.code, turn.begins.year, turn.computed) for turn in page.turns if turn.begins] == [
        ("XDD", 2032, True), ("XAA", 2033, True), ("XBB", 2034, True)
    ]  # fmt: skip
    assert page.terms[0].exception == "Decision 7"


@pytest.mark.django_db
def test_name_shows_in_the_readers_language_else_as_registered_and_marked(council: Council) -> None:
    pk, by = council.organisation.pk, council.secretariat
    organs = [OrganEntry("water", "Water Group", names={"ru": "Группа по воде"}), OrganEntry("air", "Air Group")]
    actions.enter_register(pk, organs, [], [], by=by, key=key())
    with translation.override("ru"):
        names = [line.name for line in queries.organisation_page(PUBLIC, pk).organs]
    assert [(str(name), name.language) for name in names] == [("Группа по воде", ""), ("Air Group", "en")]
    assert str(queries.organ_page(PUBLIC, pk, "water").line.name) == "Water Group"


# Pages


@pytest.mark.django_db
def test_pages_show_the_day_that_is_asked_for(council: Council, client: Client) -> None:
    states(council, StateEntry("XDD", "left", SUMMER))
    assert "since 1 June 2031" not in client.get("/register/?on=2031-03-01").content.decode()
    assert "since 1 June 2031" in client.get("/register/?on=2031-09-01").content.decode()
    assert client.get("/register/?on=nonsense").status_code == 200


@pytest.mark.django_db
def test_form_enters_a_person_then_a_post_and_keeps_what_is_refused(council: Council, client: Client) -> None:
    factories.sign_in(client, council.secretariat)
    person = {"key": str(key()), "name": "Ada Example", "aliases": "A. Example, Ада Пример", "standing": "stated"}
    assert client.post("/register/enter/person/", person).status_code == 302
    post = {"person": "Ada Example", "words": "Minister", "member": "XAA", "standing": "inference"}
    refused = client.post("/register/enter/post/", {**post, "key": str(key())})
    assert refused.status_code == 422
    assert "needs the reason" in refused.content.decode()
    assert 'value="Minister"' in refused.content.decode()
    assert client.post("/register/enter/post/", {**post, "why": "Seen.", "key": str(key())}).status_code == 302
    shown = client.get("/register/people/").content.decode()
    assert "Minister" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["organ", "partner", "term", "status", "act", "person", "post", "power"])
def test_every_form_asks_for_what_it_needs(council: Council, client: Client, what: str) -> None:
    factories.sign_in(client, council.secretariat)
    assert client.get(f"/register/enter/{what}/").status_code == 200
    before = Entry.objects.count()
    answer = client.post(f"/register/enter/{what}/", {"key": str(key())})
    assert (answer.status_code, Entry.objects.count()) == (422, before)
