"""Language versions of a text in the product: in step, stale, missing, checked; and no adoption out of step."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accord.access import NotVisible, Refused
from accord.drafting import actions as drafting
from accord.drafting.errors import Stale
from accord.drafting.languages import BracketsDiffer
from accord.drafting.models import LanguageVersion, Text, Translation
from accord.drafting.queries.deciding import decision_page
from accord.drafting.queries.languages import languages_page
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
        act(text, drafting.adopt, council.chair)
    enter_all(text, council)
    adoption = act(text, drafting.adopt, council.chair)
    assert adoption.outcome["languages"] == [
        {"tag": "ru", "authentic": True, "paragraphs": list(RUSSIAN.values())}
    ]
    with pytest.raises(Refused, match="adopted"):
        enter(text, council, "Agree to meet", "1. Иначе;")


def test_version_that_is_not_authentic_hinders_nothing(council: Council) -> None:
    text = factories.in_russian(factories.text_of(council, absent=("XDD",)), council, authentic=False)
    act(text, drafting.put_to_council, council.chair)
    assert act(text, drafting.adopt, council.chair).pk


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
    adoption = act(text, drafting.adopt, council.chair)
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
    places = "the heading, PP1, PP2, 1., 2. …"
    assert before.sentence == f"Cannot be adopted. Russian is authentic and out of step: {places}."
    enter_all(text, council)
    after = decision_page(council.chair, text.pk).outcome
    assert after.adopted
    assert ("care", "Russian: in step, 6 paragraphs not checked.") in after.reasons
