"""Language versions of a text in the product: in step, stale, missing, checked; and no adoption out of step."""

import pytest
from django.db import IntegrityError, transaction

from accord.access import NotVisible, Refused
from accord.drafting import actions as drafting
from accord.drafting.errors import Stale
from accord.drafting.models import LanguageVersion, Text, Translation
from accord.drafting.queries.languages import languages_page
from accord.engine import text as engine
from accord.record.models import Entry
from tests import factories
from tests.factories import Council
from tests.publishing.negotiating import act

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
    enter_all(text, council)
    wording = "1. Соглашаются собираться [раз в год] [XAA: два раза в год];"
    enter(text, council, "Agree to meet", wording)
    (choice,) = factories.choices(text)
    act(text, drafting.support, council.delegate("XBB"), choice=choice, alternative=1)
    row = languages_page(council.chair, text.pk, "ru").rows[3]
    assert (row.state, row.doubts) == ("step", ())
    assert "".join(piece.words for piece in row.other) == wording.replace("XAA", "XAA, XBB")


def test_same_wording_entered_again_puts_it_in_step(text: Text, council: Council) -> None:
    enter_all(text, council)
    factories.propose(text, council.delegate("XAA"), "once a year", "once each year")
    enter(text, council, "Agree to meet", RUSSIAN["Agree to meet"])
    row = languages_page(council.chair, text.pk, "ru").rows[3]
    assert row.state == "step"
    assert [reason for reason in row.doubts if "brackets" in reason] != []


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
    assert act(text, drafting.adopt, council.chair).pk
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
