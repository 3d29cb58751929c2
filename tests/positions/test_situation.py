"""What members say of a situation over time, for the readers that they allow, and what is drawn up from it."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from accord.access import NotVisible, Refused, Subject
from accord.drafting.models import Text
from accord.engine import text as engine
from accord.members.errors import Unfit
from accord.positions import actions
from accord.positions.models import Assessment, DrawnUp, Situation, SituationPoint
from accord.positions.queries import situation_page
from accord.positions.queries.assessing import assessment_page
from accord.positions.queries.awaiting import assessments_awaited
from accord.positions.queries.drawing import side_page
from accord.record import clock
from accord.record.models import Entry
from tests import factories
from tests.factories import Council
from tests.positions.reporting import situation_of
from tests.web.test_twin_worlds import TOKEN

ALL = {"XAA": "supports", "XBB": "lives", "XCC": "supports", "XDD": "supports"}


@pytest.fixture
def situation(council: Council) -> Situation:
    """Return a situation with a question that everybody reads."""
    row = situation_of(council)
    put(council, row, "Water is shared by need.", public=True)
    return row


def put(council: Council, situation: Situation, words: str, **values: object) -> SituationPoint:
    actions.put_point(situation.handle, words, by=council.chair, key=factories.key(), **values)  # type: ignore[arg-type]
    return SituationPoint.objects.get(wording=words)


def say(council: Council, situation: Situation, code: str, said: str, shown: str = "council", words: str = "") -> None:
    point = SituationPoint.objects.filter(situation=situation).first()
    assert point is not None
    actions.assess(
        situation.handle,
        {point.pk: said},
        words={point.pk: words},
        shown=shown,
        again=True,
        by=council.delegate(code),
        key=factories.key(),
    )


def read(council: Council, situation: Situation, by: Subject) -> dict[str, list[str]]:
    """Return what this reader sees of the first question: by member, newest first."""
    page = situation_page(by, council.organisation.pk, situation.handle)
    return {each.code: [each.now.said, *(line.said for line in each.earlier)] for each in page.questions[0].members}


def test_newer_word_stands_beside_the_older_one(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "opposes", words="Not now.")
    say(council, situation, "XAA", "supports", words="Now we do.")
    assert read(council, situation, council.delegate("XBB")) == {"XAA": ["supports", "opposes"]}
    (question,) = situation_page(council.delegate("XAA"), council.organisation.pk, situation.handle).questions
    assert (question.mine and question.mine.words, question.mine_shown) == ("Now we do.", "council")
    assert question.silent == ("XBB", "XCC", "XDD")


def test_same_word_again_is_no_second_one(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "supports")
    with pytest.raises(Unfit):
        say(council, situation, "XAA", "supports")
    say(council, situation, "XAA", "supports", shown="public")
    assert Assessment.objects.count() == 2


def test_unchanged_answer_goes_to_other_readers_only_where_that_is_asked_for(
    council: Council, situation: Situation
) -> None:
    point, other = SituationPoint.objects.get(), put(council, situation, "A survey is made.")
    say(council, situation, "XAA", "supports", "office", words="Quiet words.")
    said, words = {point.pk: "supports", other.pk: "lives"}, {point.pk: "Quiet words."}
    known = {"words": words, "shown": "council", "by": council.delegate("XAA")}
    actions.assess(situation.handle, said, key=factories.key(), **known)  # type: ignore[arg-type]
    assert [(row.point_id, row.shown) for row in Assessment.objects.all()] == [
        (point.pk, "office"), (other.pk, "council")
    ]  # fmt: skip
    with pytest.raises(Unfit):
        actions.assess(situation.handle, said, key=factories.key(), **known)  # type: ignore[arg-type]
    actions.assess(situation.handle, said, again=True, key=factories.key(), **known)  # type: ignore[arg-type]
    assert Assessment.objects.filter(point=point, shown="council", words="Quiet words.").count() == 1


READERS = ("public", "partner", "stranger", "xbb-delegate", "chair", "secretariat", "xaa-expert", "xaa-delegate")


@pytest.mark.parametrize(
    ("shown", "reads"),
    [("own", 2), ("office", 4), ("council", 5), ("public", 8)],
)
def test_word_is_read_by_whom_its_author_allows(council: Council, situation: Situation, shown: str, reads: int) -> None:
    stranger = factories.council("Other", (("XAA", "Alpha"),), public=False, prefix="other-").delegate("XAA")
    everybody = {**council.everybody, "stranger": stranger}
    say(council, situation, "XAA", "supports", shown)
    readers = [name for name in READERS if read(council, situation, everybody[name])]
    assert readers == list(READERS[len(READERS) - reads :])


@pytest.mark.parametrize("shown", ["own", "office"])
def test_what_is_kept_changes_no_byte_for_others(
    client: Client, council: Council, situation: Situation, shown: str
) -> None:
    say(council, situation, "XAA", "opposes", words="Known words.")
    factories.sign_in(client, council.delegate("XBB"))
    places = [f"/situations/{situation.handle}/", "/situations/", "/record/", "/awaits/", "/search/?q=words"]
    before = [TOKEN.sub(b"", client.get(place).content) for place in places]
    say(council, situation, "XAA", "supports", shown, words="Quiet words.")
    say(council, situation, "XCC", "supports", shown, words="Quiet words.")
    assert [without_time(TOKEN.sub(b"", client.get(place).content)) for place in places] == [*map(without_time, before)]
    factories.sign_in(client, council.delegate("XAA"))
    assert b"Quiet words." in client.get(places[0]).content


def without_time(page: bytes) -> bytes:
    """Return a page without the moment at which it was drawn."""
    return re.sub(rb'name="(at|seen|until)" value="[^"]*"', b"", page)


def test_question_of_the_council_is_not_answered_for_everybody(council: Council) -> None:
    row = situation_of(council, "Old wells")
    put(council, row, "Wells are counted.")
    with pytest.raises(Unfit):
        say(council, row, "XAA", "supports", "public")
    say(council, row, "XAA", "supports")
    assert situation_page(council.public, council.organisation.pk, row.handle).questions == ()
    assert situation_page(council.partner, council.organisation.pk, row.handle).questions == ()


def test_question_is_asked_until_a_day_that_is_not_over(council: Council, situation: Situation) -> None:
    today = clock.now().date()
    with pytest.raises(Unfit):
        put(council, situation, "Too late.", until=today - timedelta(days=1))
    put(council, situation, "In time.", until=today)
    assert not situation_page(council.chair, council.organisation.pk, situation.handle).questions[0].over


def test_side_by_side_says_what_is_shared_who_is_apart_and_who_is_silent(
    council: Council, situation: Situation
) -> None:
    for code, said in {**ALL, "XDD": "opposes"}.items():
        say(council, situation, code, said)
    (row,) = side_page(council.secretariat, council.organisation.pk, situation.handle).rows
    assert (row.state, row.apart, row.silent) == ("differ", ("XDD",), ())
    say(council, situation, "XDD", "lives", "office", words="For you alone.")
    page = side_page(council.secretariat, council.organisation.pk, situation.handle)
    assert (page.rows[0].state, page.rows[0].apart, page.kept) == ("shared", (), 1)
    assert not any("Share" in each for each in page.paragraphs)
    for name in ("xaa-delegate", "partner", "public"):
        with pytest.raises(NotVisible):
            side_page(council.everybody[name], council.organisation.pk, situation.handle)


def test_silence_is_neither_consent_nor_objection(council: Council, situation: Situation) -> None:
    for code in ("XAA", "XBB", "XCC"):
        say(council, situation, code, ALL[code])
    (row,) = side_page(council.chair, council.organisation.pk, situation.handle).rows
    assert (row.state, row.silent) == ("unsaid", ("XDD",))


def test_nothing_of_a_later_day_stands_side_by_side(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "supports")
    yesterday = clock.now().date() - timedelta(days=1)
    assert side_page(council.chair, council.organisation.pk, situation.handle, yesterday).rows == ()


def draw(council: Council, situation: Situation, by: Subject, day: date | None = None) -> Text:
    known = {"title": "On dry rivers", "sample": True, "by": by, "key": factories.key()}
    return actions.draw_up(situation.handle, day or clock.now().date(), **known)  # type: ignore[arg-type]


def test_text_is_opened_from_what_the_council_reads_and_linked_both_ways(
    client: Client, council: Council, situation: Situation
) -> None:
    for code, said in ALL.items():
        say(council, situation, code, said)
    put(council, situation, "A survey is made.")
    text = draw(council, situation, council.secretariat)
    words = [engine.project_block(each, None).strip() for each in factories.now(text).body.blocks]
    assert words[-2:] == [
        "1. Share the following assessment: Water is shared by need;",
        "2. Note that not all of them have given an assessment of the following: A survey is made.",
    ]
    assert (text.sample, DrawnUp.objects.get().text_id) == (True, text.pk)
    factories.sign_in(client, council.delegate("XBB"))
    assert f"/texts/{text.pk}/" in client.get(f"/situations/{situation.handle}/").content.decode()
    assert f"/situations/{situation.handle}/" in client.get(f"/texts/{text.pk}/").content.decode()
    factories.sign_in(client, council.partner)
    assert text.pk not in client.get(f"/situations/{situation.handle}/").content.decode()


@pytest.mark.parametrize("name", ["chair", "xaa-delegate", "partner"])
def test_only_the_secretariat_opens_the_text(council: Council, situation: Situation, name: str) -> None:
    with pytest.raises((Refused, NotVisible)):
        draw(council, situation, council.everybody[name])
    with pytest.raises(Unfit):
        draw(council, situation, council.secretariat, clock.now().date() + timedelta(days=1))
    assert not Text.objects.exists()


def test_entry_of_what_is_kept_is_read_by_its_readers_alone(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "supports", "own")
    entry = Entry.objects.get(verb="assessed")
    assert [seat.token.split(":")[1:] for seat in entry.audience.seats.all()] == [["delegation", "XAA"]]


def test_typed_words_stay_when_something_is_wrong(client: Client, council: Council, situation: Situation) -> None:
    point = SituationPoint.objects.get()
    factories.sign_in(client, council.delegate("XAA"))
    values = {
        "key": str(factories.key()),
        f"said-{point.pk}": "supports",
        f"words-{point.pk}": "A [b] c.",
        "shown": "own",
    }
    answer = client.post(f"/situations/{situation.handle}/assess/", values)
    assert answer.status_code == 422
    assert 'value="A [b] c."' in answer.content.decode()
    factories.sign_in(client, council.secretariat)
    values = {"key": str(factories.key()), "title": "On dry rivers", "day": "2031-01-01"}
    assert client.post(f"/situations/{situation.handle}/together/text/", values).status_code == 422
    values["day"] = clock.now().date().isoformat()
    assert client.post(f"/situations/{situation.handle}/together/text/", values).status_code == 302


def test_question_awaits_a_delegation_until_it_has_answered(council: Council, situation: Situation) -> None:
    point = put(council, situation, "Asked.", until=clock.now().date())
    (item,) = assessments_awaited(council.delegate("XAA"))
    assert (item.what, item.text) == ("Say how you assess “Asked.”", str(situation.handle))
    for name in ("chair", "secretariat", "xaa-expert", "partner", "public"):
        assert assessments_awaited(council.everybody[name]) == ()
    actions.assess(situation.handle, {point.pk: "lives"}, shown="own", by=council.delegate("XAA"), key=factories.key())
    assert assessments_awaited(council.delegate("XAA")) == ()
    assert len(assessments_awaited(council.delegate("XBB"))) == 1


def take_back(council: Council, situation: Situation, by: Subject) -> None:
    point = SituationPoint.objects.filter(situation=situation).first()
    assert point is not None
    actions.take_back(situation.handle, point.pk, by=by, key=factories.key())


def lines(council: Council, situation: Situation, by: Subject):  # type: ignore[no-untyped-def]
    """Return what this reader sees of the first question, oldest first: (member, value, words, whether withdrawn)."""
    page = situation_page(by, council.organisation.pk, situation.handle)
    return [
        (each.code, line.said, line.words, line.withdrawn is not None)
        for each in page.questions[0].members
        for line in reversed((each.now, *each.earlier))
    ]


def test_what_is_taken_back_stays_with_its_author_and_others_read_that_it_was_withdrawn(
    council: Council, situation: Situation
) -> None:
    say(council, situation, "XAA", "opposes", words="Not now.")
    say(council, situation, "XAA", "supports", words="Now we do.")
    take_back(council, situation, council.delegate("XAA"))
    assert lines(council, situation, council.delegate("XAA")) == [
        ("XAA", "opposes", "Not now.", True), ("XAA", "supports", "Now we do.", True)
    ]  # fmt: skip
    for reader in (council.delegate("XBB"), council.secretariat, council.chair):
        assert lines(council, situation, reader) == [("XAA", "", "", True)] * 2
    assert lines(council, situation, council.public) == []
    assert situation_page(council.delegate("XAA"), council.organisation.pk, situation.handle).questions[0].mine is None
    say(council, situation, "XAA", "lives", words="We can.")
    assert lines(council, situation, council.delegate("XBB"))[-1] == ("XAA", "lives", "We can.", False)


def test_what_is_taken_back_counts_nowhere(council: Council, situation: Situation) -> None:
    for code, said in ALL.items():
        say(council, situation, code, said)
    take_back(council, situation, council.delegate("XDD"))
    (row,) = side_page(council.secretariat, council.organisation.pk, situation.handle).rows
    assert (row.state, row.silent, row.cells[-1].code, row.cells[-1].words) == ("unsaid", (), "XDD", "")
    assert row.cells[-1].label.startswith("withdrawn on")
    (seen,) = assessment_page(council.delegate("XAA")).rows[0].points
    assert [one.code for one in seen.silent] == ["XDD"]
    text = draw(council, situation, council.secretariat)
    wording = " ".join(engine.project_block(each, None) for each in factories.now(text).body.blocks)
    assert "Note that not all of them have given an assessment" in wording


def test_only_the_own_word_is_taken_back_by_who_may_say_it(council: Council, situation: Situation) -> None:
    say(council, situation, "XAA", "supports")
    for name in ("chair", "secretariat", "partner", "public", "xaa-expert"):
        with pytest.raises((Refused, NotVisible)):
            take_back(council, situation, council.everybody[name])
    with pytest.raises(Unfit):
        take_back(council, situation, council.delegate("XBB"))
    with pytest.raises(NotVisible):
        actions.take_back(situation.handle, "a" * 16, by=council.delegate("XAA"), key=factories.key())
    assert Assessment.objects.get().withdrawn is None


def test_taking_back_what_others_never_read_changes_no_byte_for_them(
    client: Client, council: Council, situation: Situation
) -> None:
    say(council, situation, "XAA", "opposes", "own", words="Quiet words.")
    factories.sign_in(client, council.delegate("XBB"))
    places = [f"/situations/{situation.handle}/", "/situations/", "/record/", "/awaits/"]
    before = [without_time(TOKEN.sub(b"", client.get(place).content)) for place in places]
    take_back(council, situation, council.delegate("XAA"))
    assert [without_time(TOKEN.sub(b"", client.get(place).content)) for place in places] == before
    assert b"withdrawn on" not in b"".join(before)


def test_question_awaits_again_whose_answer_was_taken_back(council: Council, situation: Situation) -> None:
    point = put(council, situation, "Asked.", until=clock.now().date())
    by = council.delegate("XAA")
    actions.assess(situation.handle, {point.pk: "lives"}, by=by, key=factories.key())
    assert assessments_awaited(by) == ()
    actions.take_back(situation.handle, point.pk, by=by, key=factories.key())
    assert len(assessments_awaited(by)) == 1


@pytest.mark.parametrize(
    ("shown", "members", "reads"),
    [
        ("own", ["XBB"], ["xbb-delegate", "xaa-expert", "xaa-delegate"]),
        ("office", ["XBB"], ["xbb-delegate", "chair", "secretariat", "xaa-expert", "xaa-delegate"]),
        ("own", ["XCC"], ["xaa-expert", "xaa-delegate"]),
        ("own", ["XAA"], ["xaa-expert", "xaa-delegate"]),
    ],
)
def test_single_members_read_what_they_are_let_read(
    council: Council, situation: Situation, shown: str, members: list[str], reads: list[str]
) -> None:
    point = SituationPoint.objects.get()
    known = {"shown": shown, "members": members, "by": council.delegate("XAA"), "key": factories.key()}
    actions.assess(situation.handle, {point.pk: "supports"}, words={point.pk: "For you."}, **known)  # type: ignore[arg-type]
    everybody = {name: by for name, by in council.everybody.items() if name in READERS}
    assert [name for name in READERS if name in everybody and read(council, situation, everybody[name])] == reads
    (entry,) = Entry.objects.filter(verb="assessed")
    seats = {seat.token.split(":", 1)[1] for seat in entry.audience.seats.all()}
    assert ("delegation:XCC" in seats) == ("XCC" in members)


def test_no_such_member_reads_and_named_ones_say_nothing_where_all_read(council: Council, situation: Situation) -> None:
    point = SituationPoint.objects.get()
    known = {"by": council.delegate("XAA")}
    with pytest.raises(Unfit):
        actions.assess(
            situation.handle, {point.pk: "lives"}, members=["XZZ"], shown="own", key=factories.key(), **known
        )
    actions.assess(situation.handle, {point.pk: "lives"}, members=["XBB"], key=factories.key(), **known)
    assert (Assessment.objects.get().members, Assessment.objects.get().audience.name) == ([], "council")


def test_member_takes_its_word_back_and_names_readers_on_the_page(
    client: Client, council: Council, situation: Situation
) -> None:
    point, address = SituationPoint.objects.get(), f"/situations/{situation.handle}/"
    factories.sign_in(client, council.delegate("XAA"))
    said = {f"said-{point.pk}": "lives", f"words-{point.pk}": "For one.", "shown": "own", "members": ["XBB"]}
    assert client.post(f"{address}assess/", {"key": str(factories.key()), **said}).status_code == 302
    html = client.get(address).content.decode()
    assert "our delegation and XBB" in html
    assert 'value="XBB" checked' in html
    assert "For one." in factories.sign_in(client, council.delegate("XBB")).get(address).content.decode()
    factories.sign_in(client, council.delegate("XAA"))
    back = {"key": str(factories.key()), "point": point.pk}
    assert client.post(f"{address}take-back/", back).status_code == 302
    assert "For one." in client.get(address).content.decode()
    html = factories.sign_in(client, council.delegate("XBB")).get(address).content.decode()
    assert "For one." not in html
    assert "withdrawn on" in html
