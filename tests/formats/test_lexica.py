"""The words of the reader of reports: the same lists in both languages, none without use, every phrase found."""

import re
from pathlib import Path

import pytest

import accord.engine.reading
from accord.engine.reading.tokens import cut
from accord.formats.lexica import LANGUAGES, lexicon, stored

ENGINE = Path(accord.engine.reading.__file__).parent


def test_languages_have_the_same_lists_and_each_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in ENGINE.rglob("*.py"))
    used = set(re.findall(r'"([a-z_]+)"', code))
    assert set(stored("en")) == set(stored("ru"))
    assert set(stored("en")) - used == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_of_the_lists_are_the_same(language: str) -> None:
    tables = {name: set(value) for name, value in stored("en").items() if isinstance(value, dict)}
    shared = {
        "months",
        "weekdays",
        "documents",
        "areas",
        "formats",
        "promises",
        "activity_states",
        "exercise_kinds",
        "meeting_nouns",
    }
    assert {name: set(stored(language)[name]) - tables[name] for name in shared} == {name: set() for name in shared}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_organisation_is_found_by_its_name(language: str) -> None:
    known = lexicon(language)
    missed = [
        each.id
        for each in known.organisations
        if [hit.value.id for hit in known.organisation_table.find(cut(each.names[language]).tokens)] != [each.id]
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("в Казахстане", "KAZ"), ("Российской Федерации", "RUS"), ("Кыргызской Республики", "KGZ"), ("из Дании", "DNK"),
        ("Индией", "IND"), ("Китая", "CHN"), ("белорусский", "BLR"), ("Соединённых Штатов", "USA"),
        ("Саудовской Аравии", "SAU"),
    ],
)  # fmt: skip
def test_states_are_found_in_russian_cases(words: str, code: str) -> None:
    assert [hit.value for hit in lexicon("ru").country_table.find(cut(words).tokens)] == [code]


@pytest.mark.parametrize("words", ["Данияр", "Самвел", "Того", "Индиго", "Маликов"])
def test_words_that_begin_like_a_state_are_none(words: str) -> None:
    assert lexicon("ru").country_table.find(cut(words).tokens) == []
