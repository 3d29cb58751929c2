"""Language versions of a text in the product: in step, stale, missing, checked; and no adoption out of step."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from accord.access import NotVisible, Refused
from accord.decisions import actions as decisions
from accord.drafting import actions as drafting
from accord.drafting.actions.languages import Worded
from accord.drafting.errors import Stale
from accord.drafting.languages import BracketsDiffer
from accord.drafting.models import LanguageVersion, Text, Translation
from accord.drafting.queries.deciding import decision_page
from accord.drafting.queries.languages import languages_page
from accord.drafting.queries.translating import paired_file, translating_page
from accord.engine import text as engine
from accord.publishing import queries
from accord.record.models import Entry
from tests import factories
from tests.drafting import acts
from tests.factories import Council
from tests.publishing.negotiating import act, close, plainly_adopted, released

pytestmark = pytest.mark.django_db

RUSSIAN = {
    "Statement on clear": "Заявление о чистой воде",
    "The members": "Члены совета,",
    "Recalling": "Напоминая о первой встрече совета,",
    "Agree to meet": "1. Соглашаются собираться раз в год;",
    "Decide to publish": "2. Постановляют публиковать отчёт о каждой встрече;",
    "Invite partners": "3. Приглашают партнёров направлять свои замечания.",
}


@pytest.fixture
def text(council: Council) -> Text:
    return factories.in_russian(factories.text_of(council, absent=("XDD",)), council, group=["XBB", "XCC"])


def enter(text: Text, council: Council, words: str, wording: str, by: object = None) -> Translation:
    asked = factories.to_translate(text.pk, words)
    return drafting.translate(text.pk, by=by or council.secretariat, wording=wording, key=factories.key(), **asked)


def enter_all(text: Text, council: Council) -> None:
    for words, wording in RUSSIAN.items():
        enter(text, council, words, wording)


def states(text: Text, council: Council, tag: str = "ru") -> list[str]:
    return [row.state for row in languages_page(council.chair, text.pk, tag).rows]


def check(text: Text, council: Council, row: Translation, code: str = "XBB") -> object:
    by = council.delegate(code)
    values = {"tag": "ru", "block": row.block, "translation": row.pk}
    return drafting.check_translation(text.pk, by=by, key=factories.key(), **values)


def test_paragraphs_without_wording_are_missing_then_in_step(text: Text, council: Council) -> None:
    assert set(states(text, council)) == {"missing"}
    enter_all(text, council)
    assert set(states(text, council)) == {"step"}


def test_change_of_a_paragraph_makes_its_wording_stale_and_no_other(text: Text, council: Council) -> None:
    enter_all(text, council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    assert states(text, council) == ["step", "step", "step", "stale", "step", "step"]


def test_support_changes_holders_and_makes_nothing_stale(text: Text, council: Council) -> None:
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    wording = "1. Соглашаются собираться [раз в год] [XAA: два раза в год];"
    enter(text, council, "Agree to meet", wording)
    (choice,) = factories.choices(text)
    act(text, drafting.support, council.delegate("XBB"), choice=choice, alternative=1)
    row = languages_page(council.chair, text.pk, "ru").rows[3]
    assert (row.state, row.doubts) == ("step", ())
    assert "".join(piece.words for piece in row.other) == wording.replace("XAA", "XAA, XBB")


def test_wording_without_the_brackets_of_its_paragraph_is_refused(text: Text, council: Council) -> None:
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    with pytest.raises(BracketsDiffer, match="XAA: twice"):
        enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"])


def test_same_wording_entered_again_puts_it_in_step(text: Text, council: Council) -> None:
    enter_all(text, council)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    (choice,) = factories.choices(text)
    close(text, council, choice, 1)
    assert states(text, council)[3] == "stale"
    enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"])
    row = languages_page(council.chair, text.pk, "ru").rows[3]
    assert (row.state, row.is_checked) == ("step", False)


def test_check_falls_with_a_change_of_wording_or_of_source(text: Text, council: Council) -> None:
    row = enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"])
    check(text, council, row)
    assert languages_page(council.chair, text.pk).rows[3].checked[0] == "XBB"  # type: ignore[index]
    enter(text, council, "Agree to meet", "1. Соглашаются собираться ежегодно;")
    assert not languages_page(council.chair, text.pk).rows[3].is_checked


def test_who_entered_does_not_check_and_others_than_the_group_neither(text: Text, council: Council) -> None:
    row = enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"], council.delegate("XBB"))
    with pytest.raises(Refused, match="somebody else"):
        check(text, council, row)
    with pytest.raises(Refused, match="language group"):
        check(text, council, row, "XAA")
    assert check(text, council, row, "XCC")


def test_stale_wording_is_not_checked(text: Text, council: Council) -> None:
    row = enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"])
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    with pytest.raises(Stale):
        check(text, council, row)


def test_wording_of_what_has_changed_meanwhile_is_refused(text: Text, council: Council) -> None:
    asked = factories.to_translate(text.pk, "Agree to meet")
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    with pytest.raises(Stale):
        drafting.translate(text.pk, by=council.secretariat, wording="1. Да;", key=factories.key(), **asked)


@pytest.mark.parametrize("wording", ["", "  ", "one\n\ntwo", "[open", "x [agreed ad ref]", "\u202eevil"])
def test_wording_that_is_no_paragraph_is_refused_and_nothing_is_kept(
    text: Text, council: Council, wording: str
) -> None:
    before = Entry.objects.count()
    with pytest.raises(engine.TextError):
        enter(text, council, "Agree to meet", wording)
    assert (Translation.objects.count(), Entry.objects.count()) == (0, before)


def test_version_made_from_another_version_follows_it(text: Text, council: Council) -> None:
    enter_all(text, council)
    drafting.enter_language(text.pk, by=council.secretariat, tag="kk", source="ru", key=factories.key())
    row = languages_page(council.chair, text.pk, "kk").rows[3]
    values = {"tag": "kk", "block": row.block, "source": row.source_hash}
    wording = "1. Жылына бір рет жиналуға келіседі;"
    drafting.translate(text.pk, by=council.secretariat, wording=wording, key=factories.key(), **values)
    assert states(text, council, "kk")[3] == "step"
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    assert states(text, council, "kk")[3] == "stale"


def test_doubtful_place_is_marked_with_its_reason(text: Text, council: Council) -> None:
    enter(text, council, "Agree to meet", "2. Соглашаются собираться раз в год;")
    row = languages_page(council.chair, text.pk).rows[3]
    assert row.doubts[0] == "The labels are not the same: 1 here, 2 there."
    assert [piece.words for piece in row.other if piece.marked] == ["2"]


def test_adoption_is_refused_while_an_authentic_version_is_out_of_step(text: Text, council: Council) -> None:
    act(text, drafting.put_to_council, council.chair)
    with pytest.raises(Refused, match="Russian is authentic and out of step"):
        act(text, decisions.adopt_text, council.chair)
    enter_all(text, council)
    adoption = act(text, decisions.adopt_text, council.chair)
    assert adoption.outcome["languages"] == [
        {"tag": "ru", "authentic": True, "paragraphs": list(RUSSIAN.values())}
    ]
    with pytest.raises(Refused, match="adopted"):
        enter(text, council, "Agree to meet", "1. Иначе;")


def test_version_that_is_not_authentic_hinders_nothing(council: Council) -> None:
    text = factories.in_russian(factories.text_of(council, absent=("XDD",)), council, authentic=False)
    act(text, drafting.put_to_council, council.chair)
    assert act(text, decisions.adopt_text, council.chair).pk


def test_stranger_sees_nothing_and_may_do_nothing(text: Text, council: Council) -> None:
    stranger = factories.council("Other", (("XAA", "Alpha"),), public=False, prefix="other-").delegate("XAA")
    with pytest.raises(NotVisible):
        languages_page(stranger, text.pk)
    with pytest.raises(NotVisible):
        enter(text, council, "Agree to meet", "1. Да;", stranger)


@pytest.mark.parametrize("tag", ["", "r", "русский", "ru ru", "x" * 40, "12"])
def test_what_is_no_language_tag_is_refused(text: Text, council: Council, tag: str) -> None:
    with pytest.raises(engine.TextError):
        drafting.enter_language(text.pk, by=council.secretariat, tag=tag, key=factories.key())
    assert LanguageVersion.objects.count() == 1


def test_wording_once_entered_stays_as_it_is(text: Text, council: Council) -> None:
    row = enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.filter(pk=row.pk).update(wording="Иначе")


def test_public_page_shows_the_versions_that_were_sealed_once_they_are_released(text: Text, council: Council) -> None:
    enter_all(text, council)
    act(text, drafting.put_to_council, council.chair)
    adoption = act(text, decisions.adopt_text, council.chair)
    address = f"/adopted/{adoption.pk}/"
    assert Client().get(address).status_code == 404
    released(council, adoption)
    page = Client().get(address).content.decode()
    assert RUSSIAN["Agree to meet"] in page
    assert 'lang="ru"' in page
    assert queries.adopted_page(council.public, adoption.pk).proof.matches


def test_adopted_text_without_versions_says_nothing_of_languages(council: Council) -> None:
    adoption = plainly_adopted(council)
    assert "languages" not in queries.document_of_adoption(adoption)


def test_partner_sees_the_wording_and_no_names(council: Council) -> None:
    scene = acts.in_russian(council)
    factories.propose(scene.text, council.delegate("XAA"), "once a year", "twice a year")
    enter(scene.text, council, "Agree to meet", "1. Собираться [раз в год] [XAA: два раза в год];")
    shown = [
        ["".join(piece.words for piece in row.other) for row in languages_page(by, scene.text.pk).rows if row.other]
        for by in (council.partner, council.delegate("XBB"))
    ]
    assert shown[0] == ["1. Собираться [раз в год] [два раза в год];"]
    assert shown[1] == ["1. Собираться [раз в год] [XAA: два раза в год];"]
    page = languages_page(council.partner, scene.text.pk)
    assert [row.entered for row in page.rows if row.entered] == []
    assert (page.may_enter, page.may_translate, page.roster) == (False, False, ())


def test_typed_wording_stays_on_the_page_when_it_is_refused(text: Text, council: Council, client: Client) -> None:
    factories.sign_in(client, council.secretariat)
    asked = factories.to_translate(text.pk, "Agree to meet")
    values = {**asked, "wording": "1. Сoбраться [открыто", "key": str(factories.key())}
    response = client.post(f"/texts/{text.pk}/languages/translate/", values)
    assert response.status_code == 422
    assert "1. Сoбраться [открыто" in response.content.decode()
    assert Translation.objects.count() == 0


def test_room_says_how_far_each_language_is(text: Text, council: Council, client: Client) -> None:
    factories.sign_in(client, council.chair)
    page = client.get(f"/texts/{text.pk}/").content.decode()
    assert "6 of 6 paragraphs out of step" in page


def test_decision_page_says_what_is_out_of_step_and_then_what_nobody_has_checked(text: Text, council: Council) -> None:
    act(text, drafting.put_to_council, council.chair)
    before = decision_page(council.chair, text.pk).outcome
    assert not before.adopted
    places = "the heading, the opening line, PP1, 1., 2. …"
    assert before.sentence == f"Cannot be adopted. Russian is authentic and out of step: {places}."
    enter_all(text, council)
    after = decision_page(council.chair, text.pk).outcome
    assert after.adopted
    assert ("care", "Russian: in step, 6 paragraphs not checked.") in after.reasons


# A whole translated file, and a version that is changed.

FILE = "\n\n".join(RUSSIAN.values()) + "\n"


def test_whole_file_is_paired_and_entered_in_one_act(text: Text, council: Council) -> None:
    given = paired_file(council.secretariat, text.pk, "ru", FILE)
    page = translating_page(council.secretariat, text.pk, "ru", given)
    assert [row.wording for row in page.rows] == list(RUSSIAN.values())
    assert (page.taken, page.hindered, page.unplaced) == (6, 0, ())
    before = Entry.objects.count()
    wordings = [Worded(row.block, row.wording, row.source_hash) for row in page.rows]
    drafting.translate_all(text.pk, by=council.secretariat, tag="ru", wordings=wordings, key=factories.key())
    assert (set(states(text, council)), Entry.objects.count()) == ({"step"}, before + 1)
    assert translating_page(council.secretariat, text.pk, "ru", given).taken == 0


def test_labels_that_our_own_files_print_are_no_wording(text: Text, council: Council) -> None:
    given = paired_file(council.secretariat, text.pk, "ru", FILE.replace("Напоминая", "PP1\u2002Напоминая"))
    assert list(given.wordings.values()) == list(RUSSIAN.values())


def test_paragraph_without_the_brackets_is_not_ticked_and_says_why(text: Text, council: Council) -> None:
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    given = paired_file(council.secretariat, text.pk, "ru", FILE)
    page = translating_page(council.secretariat, text.pk, "ru", given)
    assert (page.taken, page.hindered) == (5, 1)
    assert "XAA: twice" in page.rows[3].problem


def test_file_is_entered_wholly_or_not_at_all(text: Text, council: Council) -> None:
    page = translating_page(council.secretariat, text.pk, "ru", paired_file(council.secretariat, text.pk, "ru", FILE))
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    wordings = [Worded(row.block, row.wording, row.source_hash) for row in page.rows]
    with pytest.raises(Stale):
        drafting.translate_all(text.pk, by=council.secretariat, tag="ru", wordings=wordings, key=factories.key())
    with pytest.raises(engine.NothingToDo):
        drafting.translate_all(text.pk, by=council.secretariat, tag="ru", wordings=[], key=factories.key())
    assert Translation.objects.count() == 0


def test_page_takes_a_file_shows_the_pairs_and_enters_what_is_ticked(
    text: Text, council: Council, client: Client
) -> None:
    factories.sign_in(client, council.secretariat)
    address = f"/texts/{text.pk}/languages/ru/file/"
    sent = {"file": SimpleUploadedFile("ru.txt", FILE.encode()), "key": str(factories.key())}
    shown = client.post(address, sent)
    assert shown.status_code == 200
    assert shown.content.decode().count('name="take"') == 6
    rows = shown.context["page"].rows
    asked = {
        "block": [row.block for row in rows],
        "source": [row.source_hash for row in rows],
        "into": [row.wording for row in rows],
        "offered": [row.block for row in rows],
        "take": [row.block for row in rows[:4]],
        "key": str(factories.key()),
    }
    assert client.post(address, {**asked, "step": "preview"}).context["page"].taken == 4
    assert client.post(address, {**asked, "step": "confirm"}).status_code == 302
    assert states(text, council) == ["step"] * 4 + ["missing"] * 2


def test_page_keeps_what_was_typed_when_the_text_has_changed(text: Text, council: Council, client: Client) -> None:
    factories.sign_in(client, council.secretariat)
    row = translating_page(council.secretariat, text.pk, "ru").rows[3]
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    wording = "1. Соглашаются собираться [раз в год] [XAA: дважды];"
    asked = {"block": row.block, "source": row.source_hash, "into": wording, "offered": row.block, "take": row.block}
    answer = client.post(
        f"/texts/{text.pk}/languages/ru/file/", {**asked, "step": "confirm", "key": str(factories.key())}
    )
    assert (answer.status_code, Translation.objects.count()) == (422, 0)
    assert wording in answer.content.decode()


def test_file_that_cannot_be_read_is_refused_in_words(text: Text, council: Council, client: Client) -> None:
    factories.sign_in(client, council.secretariat)
    address = f"/texts/{text.pk}/languages/ru/file/"
    sent = {"file": SimpleUploadedFile("ru.docx", b"no zip"), "key": str(factories.key())}
    answer = client.post(address, sent)
    assert answer.status_code == 422
    assert "This file was not read" in answer.content.decode()


def test_version_is_no_longer_authentic_and_another_group_checks_it(text: Text, council: Council) -> None:
    values = {"by": council.secretariat, "tag": "ru", "group": ["XAA"]}
    drafting.change_language(text.pk, key=factories.key(), **values)
    row = LanguageVersion.objects.get()
    assert (row.authentic, row.group) == (False, ["XAA"])
    with pytest.raises(engine.NothingToDo):
        drafting.change_language(text.pk, key=factories.key(), **values)
    with pytest.raises(Refused):
        drafting.change_language(text.pk, by=council.chair, tag="ru", key=factories.key())


def test_version_begun_by_mistake_is_dropped_only_while_it_is_empty(text: Text, council: Council) -> None:
    drafting.enter_language(text.pk, by=council.secretariat, tag="kk", source="ru", key=factories.key())
    with pytest.raises(engine.NothingToDo, match="made from it"):
        drafting.drop_language(text.pk, by=council.secretariat, tag="ru", key=factories.key())
    drafting.drop_language(text.pk, by=council.secretariat, tag="kk", key=factories.key())
    enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"])
    with pytest.raises(engine.NothingToDo, match="wordings"):
        drafting.drop_language(text.pk, by=council.secretariat, tag="ru", key=factories.key())
    assert [row.tag for row in LanguageVersion.objects.all()] == ["ru"]
