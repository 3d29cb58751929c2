"""``accord align``: figures as JSON and in words; files as people write them; what is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Accord = Callable[..., Result]
ROWS = [("P1", "for for for"), ("P2", "for can_live_with against"), ("P3", "objection absent for")]


def written(rows: list[tuple[str, str]] = ROWS, separator: str = ",", head: str = "point,member,position") -> str:
    lines = [head.replace(",", separator)]
    for point, words in rows:
        lines += [
            separator.join((point, member, word))
            for member, word in zip(("XAA", "XBB", "XCC"), words.split(), strict=True)
        ]
    return "\n".join(lines) + "\n"


def many(count: int, words: str) -> list[tuple[str, str]]:
    return [(f"P{number}", words) for number in range(count)]


def test_align_json_has_the_figures(accord: Accord, folder: Path) -> None:
    (folder / "p.csv").write_text(written([*ROWS, *many(6, "Y A Y")[4:]]), encoding="utf-8")
    result = accord("align", "p.csv", "--json")
    document = json.loads(result.stdout_bytes)
    assert list(document)[:4] == ["headline", "pairs", "points", "map"]
    assert document["headline"] == {
        "value": pytest.approx((1 + 1 / 3 + 0 + 2 / 3 + 2 / 3) / 5),
        "coverage": pytest.approx(13 / 15),
        "lower": pytest.approx((1 + 1 / 3 + 1 / 3 + 2 / 3 + 2 / 3) / 5),
        "upper": pytest.approx((1 + 1 / 3 + 1 / 3 + 2 / 3 + 2 / 3) / 5),
        "interval": None,
        "alpha": pytest.approx(-4 / 35),
        "phrase": "similar on 1 of 5 points",
    }
    assert document["pairs"] == [
        {"a": "XAA", "b": "XCC", "similarity": pytest.approx(3 / 5), "n": 5, "same": 3, "opposite": 2}
    ]
    assert document["points"][1] == {
        "point": "P2",
        "state": "divided",
        "similarity": pytest.approx(1 / 3),
        "known": 3,
        "outliers": [],
    }
    assert [list(place) for place in document["map"]] == [["member", "x", "y"]] * 3
    assert document["objections"] == ["P3"]
    assert result.exit_code == 0


def test_align_says_the_phrase_with_number_bounds_and_points_that_divide(accord: Accord) -> None:
    rows = [*many(19, "Y Y Y"), ("P19", "Y Y N")]
    lines = accord("align", "-", stdin=written(rows).encode()).stdout_bytes.decode().splitlines()
    assert lines[1] == "similarity      0.967: similar to a large extent"
    assert lines[2].startswith("bounds          0.967 to 0.967")
    assert "  P19: 0.333, 3 known; apart: XCC" in lines


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("head", ["point,member,position", "Пункт,Государство,Позиция", "POINT,Country,Vote"])
def test_align_reads_what_people_write(accord: Accord, separator: str, mark: str, head: str) -> None:
    text = mark + "# question: substance\n\n" + written(separator=separator, head=head).replace("\n", "\r\n")
    found = json.loads(accord("align", "-", "--json", stdin=text.encode()).stdout_bytes)
    plain = json.loads(accord("align", "-", "--json", stdin=written().encode()).stdout_bytes)
    assert found == plain


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Y A N", "for abstain against"),
        ("y a X", "for abstain absent"),
        ("support can_live_with oppose", "for abstain against"),
        ("за воздержался против", "for abstain against"),
        ("не_возражает отсутствует возражает", "no_objection absent objection"),
        ("For ABSTAIN not_participating", "for abstain absent"),
    ],
)
def test_align_knows_words_and_letters(accord: Accord, words: str, same: str) -> None:
    found, expected = (accord("align", "-", "--json", stdin=written([("P", each)]).encode()) for each in (words, same))
    assert found.exit_code == 0
    assert found.stdout_bytes == expected.stdout_bytes


def test_align_left_out_is_absent(accord: Accord) -> None:
    whole = written([("P1", "Y Y Y"), ("P2", "Y absent N")])
    without = "".join(line for line in whole.splitlines(keepends=True) if "absent" not in line)
    found, expected = (accord("align", "-", "--json", stdin=each.encode()).stdout_bytes for each in (without, whole))
    assert found == expected


def test_align_weighs_points(accord: Accord) -> None:
    text = "point,member,position,weight,topic\nP1,XAA,Y,3,a\nP1,XBB,Y,,\nP2,XAA,Y,1,b\nP2,XBB,N,1,b\n"
    assert json.loads(accord("align", "-", "--json", stdin=text.encode()).stdout_bytes)["headline"]["value"] == 0.75


def test_align_compares_rounds(accord: Accord, folder: Path) -> None:
    (folder / "one.csv").write_text(written([("P1", "Y N N"), ("P2", "Y A N")]))
    (folder / "two.csv").write_text(written([("P1", "Y Y N"), ("P2", "Y A A"), ("P3", "N N Y")]))
    result = accord("align", "two.csv", "--before", "one.csv", "--json")
    change = json.loads(result.stdout_bytes)["change"]
    assert (change["points"], change["members"], change["interval"]) == (2, 3, None)
    assert change["difference"] == pytest.approx((0 + 1 / 3) / 2)


def test_align_without_a_known_pair_needs_a_person(accord: Accord) -> None:
    result = accord("align", "-", stdin=written([("P1", "Y absent X")]).encode())
    assert result.exit_code == 1
    assert "not known: on no point are two members known" in result.stdout_bytes.decode()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no positions"),
        ("point,member\nP,XAA\n", 'standard input:1:1: has no column "position"'),
        ("point,member,position,vote\nP,XAA,Y,Y\n", 'has two columns "position"'),
        ("point,member,position\nP,XAA,perhaps\n", "standard input:2:1: 'perhaps' is no position. Write for, against"),
        ("point,member,position\nP,XAA\n", "standard input:2:1: has 2 cells"),
        ("point,member,position\n,XAA,Y\n", "standard input:2:1: names no point"),
        ("point,member,position\nP,,Y\n", "standard input:2:1: names no member"),
        ("point,member,position\nP,XAA,Y\nP,XBB,Y\nP,xaa,N\n", "4:1: XAA already has a position on P in line 2"),
        ("point,member,position\nP,XAA,Y\n", "at least two members"),
        ("point,member,position,weight\nP,XAA,Y,2\nP,XBB,Y,3\n", "3:1: P has the weight 3 here and 2 above"),
        ("point,member,position,weight\nP,XAA,Y,-2\n", "2:1: '-2' is no weight"),
        ("point,member,position,weight\nP,XAA,Y,much\n", "2:1: 'much' is no weight"),
        ("point,member,position,weight\nP,XAA,Y,0\nP,XBB,Y,0\n", "nothing is compared"),
        ("point,member,position,topic\nP,XAA,Y,a\nP,XBB,Y,b\n", "3:1: P has the topic 'b' here and 'a' above"),
        ('point,member,position\nP,XAA,"Y\n', "is no table"),
    ],
)
def test_align_refuses_in_words(accord: Accord, text: str, reason: str) -> None:
    result = accord("align", "-", stdin=text.encode())
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert reason in result.stderr


def test_align_refuses_a_file_that_is_not_there(accord: Accord) -> None:
    result = accord("align", "nowhere.csv")
    assert (result.exit_code, result.stderr) == (2, "accord: nowhere.csv: No such file or directory.\n")
