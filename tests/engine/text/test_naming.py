import pytest

from accord.engine.text.naming import NameRefused, plain_name
from accord.engine.text.wording import WordingRefused


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Example   Council ", "Example Council"),
        ("Example\u00a0Council", "Example Council"),
        ("Co\u0302te", "C\u00f4te"),
        ("نمونه\u200cها", "نمونه\u200cها"),
        ("Group 7", "Group 7"),
    ],
)
def test_name_is_stored_in_one_plain_form(typed: str, stored: str) -> None:
    assert plain_name(typed) == stored


@pytest.mark.parametrize("typed", ["", "   ", "…", "a\nb", "a[b]", "a|b", "x" * 201])
def test_name_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(NameRefused):
        plain_name(typed)


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200b", "\u00ad", "\x00", "\ufeff", "\u3164"])
def test_name_with_a_character_that_deceives_is_refused_at_its_place(char: str) -> None:
    with pytest.raises(WordingRefused) as refusal:
        plain_name(f"Exam{char}ple")
    assert refusal.value.places[0].column == 5
