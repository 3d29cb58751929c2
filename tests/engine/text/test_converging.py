"""How far a text has come: what counts, what moved, and the four Paris texts, whose bare count misleads."""

import re
from pathlib import Path

import pytest
from hypothesis import given

from accord.engine import text as engine
from accord.engine.text.converging import foreign_stand, movement, stand
from tests.engine.text.strategies import Negotiation, negotiations
from tests.shared import shared_path

HEAD = "%accord 1\n%base\n%delegations XAA, XBB, XCC, XDD\n\n"
PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "convergence.md"
PARIS = ("23-oct", "4-dec", "9-dec", "12-dec")


def text(*paragraphs: str) -> engine.Text:
    return engine.parse(HEAD + "\n\n".join(paragraphs) + "\n")


def test_stand_counts_paragraphs_characters_and_who_holds() -> None:
    rolling = text(
        "1. Agree [ab] [XAA, XBB: cdef];",
        "2. Decide [XCC: ab [c] [XDD: de]];",
        "3. Meet on \\[date\\];",
        "4. Invite all.",
    )
    found = stand(engine.agree(rolling, rolling.blocks[2].id, "plenary"))
    assert (found.blocks, found.agreed, found.open_blocks) == (4, 1, 2)
    assert (found.choices, found.outermost, found.held, found.most, found.silent) == (3, 2, 4, 2, 4)
    assert (found.open_characters, found.placeholders, found.holders_each) == (11, 1, 2)
    assert found.characters == 11 + sum(map(len, ("1.Agree;", "2.Decide;", "3.Meeton[date];", "4.Inviteall.")))


def test_bracket_of_one_weighs_less_than_one_of_many() -> None:
    one, many = text("1. Agree [a] [XAA: b]."), text("1. Agree [XDD: a] [XAA, XBB, XCC: b].")
    assert (stand(one).choices, stand(many).choices) == (1, 1)
    assert (stand(one).held, stand(many).held) == (1, 4)


def test_movement_names_who_raised_lifted_and_moved() -> None:
    before = text("1. Agree [a] [XAA: b].", "2. Decide [c] [XBB: d] [XCC: e].")
    first, second = (each.choice.id for each in engine.choices(before))
    after = engine.withdraw(before, second, "XBB")
    after = engine.withdraw(engine.support(after, second, 1, "XBB"), first, "XAA")
    found = movement(before, after)
    assert [(each.choice, each.codes) for each in found.lifted] == [(first, ("XAA",))]
    assert found.moved == {"XBB": (second,)}
    assert (found.raised, found.agreed, found.reopened) == ((), 0, 0)
    back = movement(after, before)
    assert [(each.choice, each.codes) for each in back.raised] == [(first, ("XAA",))]


def test_movement_sees_agreement_reservation_and_reopening() -> None:
    before = text("1. Agree.", "2. Decide.")
    agreed = engine.agree(before, before.blocks[0].id, "plenary")
    reserved = engine.annotate(agreed, before.blocks[1].id, "reserve", "XAA", "pending")
    found = movement(before, reserved)
    assert (found.agreed, found.reserved, found.unreserved) == (1, ("XAA",), ())
    assert (movement(reserved, before).reopened, movement(reserved, before).unreserved) == (1, ("XAA",))
    assert movement(before, before).is_none


@given(negotiations())
def test_shares_are_shares_and_nothing_moves_from_a_text_to_itself(made: Negotiation) -> None:
    rolling = engine.compile_text(made.base, made.versions)
    found = stand(rolling)
    assert 0 <= found.open_characters <= found.characters
    assert found.agreed + found.open_blocks <= found.blocks
    assert (found.open_blocks > 0) == (found.choices > 0) == (found.outermost > 0)
    assert found.held + found.silent == found.outermost * len(made.versions)
    assert movement(rolling, rolling).is_none


def figures(part: str) -> tuple[int, ...]:
    path = shared_path("texts", f"unfccc-paris-agreement-{part}-2015.md")
    found = foreign_stand(engine.inspect(path.read_text(encoding="utf-8")))
    return found.brackets, found.choices, found.paragraphs, found.open_paragraphs, round(100 * found.open_share)


@pytest.mark.parametrize("part", PARIS)
def test_paris_text_has_the_figures_of_the_page(part: str) -> None:
    row = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {part} "))
    assert tuple(int(each) for each in re.findall(r"\d+(?= \||%)", row)) == figures(part)


def test_bare_count_of_the_paris_texts_misleads() -> None:
    october, fourth, ninth, twelfth = map(figures, PARIS)
    assert [each[0] for each in (october, fourth, ninth)] == [1052, 1055, 222]
    assert fourth[0] > october[0], "the bare count rises"
    assert fourth[1:] < october[1:], "while choices, open paragraphs and the share of wording open all fall"
    assert ninth[0] / fourth[0] < 0.22 < 0.55 < ninth[4] / 100, "a fifth of the brackets, and most of the wording"
    assert (twelfth[1], twelfth[3], twelfth[4]) == (0, 0, 0), "six brackets are left, all of them links"


def test_foreign_choice_over_several_paragraphs_opens_each_of_them() -> None:
    found = foreign_stand(engine.inspect("One.\n\n[Two.\n\nThree.]\n\nFour [a][b] [date].\n\n\nFive.\n"))
    assert (found.paragraphs, found.open_paragraphs, found.placeholders) == (5, 3, 1)


@pytest.mark.parametrize("foreign", ["", "\n\n", "]", "[", "[[[", "\ufeff", "[]"])
def test_foreign_text_without_wording_has_an_answer(foreign: str) -> None:
    found = foreign_stand(engine.inspect(foreign))
    assert 0 <= found.open_share <= 1
