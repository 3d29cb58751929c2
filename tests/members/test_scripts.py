"""Words in another language than the reader's, told by their script."""

import pytest

from accord.members.scripts import language_of, pieces_of, written_in

RU = ("en", "ru")


@pytest.mark.parametrize(
    ("words", "reader", "told"),
    [
        ("Meeting of the Council, Almaty", "ru", [("Meeting of the Council, Almaty", "en")]),
        ("Заседание Совета", "ru", [("Заседание Совета", "")]),
        ("Заседание Совета", "en", [("Заседание Совета", "ru")]),
        ("KAZ вносит “Next meeting”: 3", "ru", [("KAZ вносит “", ""), ("Next meeting", "en"), ("”: 3", "")]),
        ("Беларусь, Minsk region", "ru", [("Беларусь, ", ""), ("Minsk region", "en")]),
        ("Plan of 2024, part 2", "ru", [("Plan of 2024, part", "en"), (" 2", "")]),
        (
            "Проведено: September 2023, Беларусь",
            "ru",
            [("Проведено: ", ""), ("September 2023", "en"), (", Беларусь", "")],
        ),
        ("CSTO, L.4", "ru", [("CSTO, L.4", "")]),
        ("Согласовано ad referendum", "ru", [("Согласовано ad referendum", "")]),
        ("Հայաստան", "ru", [("Հայաստան", "und-Armn")]),
        ("会议 of the Council", "en", [("会议", "und-Hani"), (" of the Council", "")]),
        ("", "ru", []),
    ],
)
def test_pieces_are_cut_where_the_script_changes(words: str, reader: str, told: list[tuple[str, str]]) -> None:
    pieces = pieces_of(words, reader, RU)
    assert [(piece.words, piece.language) for piece in pieces] == told
    assert "".join(piece.words for piece in pieces) == words


@pytest.mark.parametrize(
    ("words", "reader", "kept_in", "language"),
    [
        ("Military Committee", "ru", "en", "en"),
        ("Военный комитет", "ru", "en", ""),
        ("Military Committee", "en", "en", ""),
        ("Военный комитет", "en", "en", "ru"),
        ("Comité militaire", "en", "fr", "fr"),
        ("Comité militaire", "ru", "fr", "fr"),
        ("Военный комитет, Military Committee", "ru", "en", ""),
        ("2024", "ru", "en", ""),
    ],
)
def test_language_of_a_name_is_that_of_the_register_unless_its_script_says_otherwise(
    words: str, reader: str, kept_in: str, language: str
) -> None:
    assert language_of(words, reader, kept_in) == language


@pytest.mark.parametrize(
    ("words", "kept_in", "told"),
    [
        ("Clear Water (sample)", "en", "en"),
        ("Чистая вода (образец)", "en", "ru"),
        ("Clear Water", "ru", "en"),
        ("Бюро Water", "en", "en"),
        ("Հայաստան", "en", "und-Armn"),
        ("2031", "ru", "ru"),
        ("CSTO", "ru", "ru"),
    ],
)
def test_name_that_is_entered_in_another_script_is_of_that_language(words: str, kept_in: str, told: str) -> None:
    assert written_in(words, kept_in) == told
