"""Positions as people write them."""

from datetime import UTC, date, datetime

import pytest

from accord.engine.rules import Line
from accord.formats.positions import read_positions
from accord.formats.strict import FormError

BOTH = [("XAA", "for"), ("XBB", "against")]


def pairs(text: str, file: str = "positions.csv") -> list[tuple[str, str]]:
    return [(line.member, line.position) for line in read_positions(text, file).lines]


@pytest.mark.parametrize(
    "text",
    [
        "member,position\nXAA,for\nXBB,against\n",
        "\ufeffmember,position\r\nXAA,for\r\nXBB,against\r\n",
        "member;position\nXAA;for\nXBB;against\n",
        "\ufeffЧлен;Позиция\nXAA;за\nXBB;против\n",
        "Государство\tГолос\nxaa\tЗа\nxbb\tПРОТИВ\n",
        "# question: substance\n\nposition , member\nY, XAA\nN, XBB\n",
        'member,position,reservation\nXAA,Y,"One,\ntwo"\nXBB,N\n\n,,\n',
    ],
)
def test_csv_is_read_however_it_is_separated(text: str) -> None:
    assert pairs(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "XAA: for\nXBB: N\n",
        "- {member: XAA, position: for}\n- {member: XBB, position: against}\n",
        "question: substance\npositions: {XAA: Y, XBB: no}\n",
    ],
)
def test_yaml_is_read_in_each_form(text: str) -> None:
    assert pairs(text, "positions.yaml") == BOTH


def test_lines_above_the_table_say_what_it_is_about() -> None:
    text = (
        "# question: substance\n# date: 2024-06-21;;\n# deadline: 2024-06-21T12:00+00:00\n"
        "# subject: xbb\n# by: roll call\n"
        "member,position,at,reservation\nXAA,objection,2024-06-21T11:00Z,Reserved.\n"
    )
    found = read_positions(text, "positions.csv")
    assert (found.question, found.date, found.subject) == ("substance", date(2024, 6, 21), "XBB")
    assert found.deadline == datetime(2024, 6, 21, 12, tzinfo=UTC)
    assert found.extra == {"by": "roll call"}
    assert found.lines == (Line("XAA", "objection", datetime(2024, 6, 21, 11, tzinfo=UTC), "Reserved.", 7),)


@pytest.mark.parametrize("letter", ["Y", "N", "A", "X"])
def test_letters_are_those_of_roll_calls(letter: str) -> None:
    words = {"Y": "for", "N": "against", "A": "abstain", "X": "not_voting"}
    assert pairs(f"member,position\nXAA,{letter}\n") == [("XAA", words[letter])]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no positions"),
        ("# question: substance\n", "holds no positions"),
        ("name,position\nXAA,for\n", 'positions.csv:1: one column "member" is needed'),
        ("member,position\nXAA,perhaps\n", "positions.csv:2: position: 'perhaps' is no position; write one of for,"),
        ("member,position\nXAA,\n", "positions.csv:2: XAA has no position"),
        ("member,position\n,for\n", "positions.csv:2: names no member"),
        ("member,position\n=cmd(),for\n", "is no member"),
        ("member,position,at\nXAA,for,noon\n", "positions.csv:2: at: 'noon' is no time"),
        ("member,position\nXAA,for,more\n", "has more cells than the first line has columns: 'more'"),
        ("# date: yesterday\nmember,position\nXAA,for\n", "'yesterday' is no date"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(FormError) as refused:
        read_positions(text, "positions.csv")
    assert message in str(refused.value)


def test_yaml_with_a_tag_is_refused() -> None:
    with pytest.raises(FormError, match="never run"):
        read_positions("XAA: !!python/name:os.system for\n", "positions.yaml")
