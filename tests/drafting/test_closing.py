"""Whether a choice may close: asked means asked in this room, of what was held then."""

from __future__ import annotations

import pytest

from accord.drafting.closing import held_by, index_of, plain, question_of
from accord.engine import text as engine

ROSTER = ["XAA", "XBB", "XCC"]
BODY = engine.compile_text(
    "The Parties shall meet.\n",
    {"XAA": "The Parties should meet.\n", "XBB": "The Parties may meet.\n"},
    delegations=ROSTER,
)
CHOICE = "1"
HELD = held_by(engine.find(BODY, CHOICE).choice, ROSTER)
ALL = frozenset(ROSTER)


def ask(**changed: object):  # type: ignore[no-untyped-def]
    values = {"wording": "should", "asked": HELD, "present": ALL, "objected": frozenset(), "joined": (), **changed}
    return question_of(BODY, CHOICE, **values)  # type: ignore[arg-type]


def test_alternatives_are_known_by_their_wording() -> None:
    choice = engine.find(BODY, CHOICE).choice
    assert [plain(each) for each in choice.alternatives] == ["shall", "should", "may"]
    assert [index_of(BODY, CHOICE, wording) for wording in ("shall", "may", "must")] == [0, 2, -1]
    assert index_of(BODY, "7", "shall") == -1


def test_choice_closes_when_all_who_hold_other_wording_were_asked_and_are_silent() -> None:
    question = ask()
    assert (question.awaited, question.unasked, question.hindrance) == (("XBB",), (), "")
    assert HELD == {"XAA": "should", "XBB": "may", "XCC": None}


def test_silent_delegation_without_a_position_is_not_awaited_even_when_absent() -> None:
    assert ask(present=ALL - {"XCC"}).hindrance == ""


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        pytest.param({"wording": "must"}, "has changed", id="its wording is gone"),
        pytest.param({"objected": frozenset({"XBB"})}, "XBB objected", id="a holder objected"),
        pytest.param({"objected": frozenset({"XCC"})}, "XCC objected", id="one without a position objected"),
        pytest.param(
            {"objected": frozenset({"XBB"}), "present": ALL - {"XBB"}}, "objected", id="an absent one objected"
        ),
        pytest.param({"present": ALL - {"XBB"}}, "not in the room", id="a holder is away"),
        pytest.param({"asked": None}, "Ask", id="nobody was asked"),
        pytest.param({"asked": {}}, "again", id="asked while nobody was in the room"),
        pytest.param({"asked": {"XAA": "should", "XCC": None}}, "again", id="came in after the question"),
        pytest.param({"asked": {**HELD, "XBB": "shall"}}, "again", id="moved after the question"),
    ],
)
def test_choice_does_not_close(changed: dict[str, object], word: str) -> None:
    assert word in ask(**changed).hindrance


def test_delegation_that_takes_up_a_position_after_the_question_is_asked_again() -> None:
    spoken = engine.retain(BODY, CHOICE, "XCC")
    question = question_of(spoken, CHOICE, "should", HELD, ALL, frozenset(), ())
    assert (question.awaited, question.unasked) == (("XBB", "XCC"), ("XCC",))
    assert "XCC" in question.hindrance


def test_choice_closes_without_asking_when_nobody_holds_other_wording() -> None:
    joined = engine.support(BODY, CHOICE, 1, "XBB")
    question = question_of(joined, CHOICE, "should", None, frozenset(), frozenset(), ("XBB",))
    assert (question.awaited, question.supporting, question.hindrance) == ((), ("XAA", "XBB"), "")


@pytest.mark.parametrize(("asked", "closes"), [(None, False), ({}, False), ({"XCC": None}, True)])
def test_wording_that_no_delegation_holds_needs_the_question(asked: dict[str, str | None] | None, closes: bool) -> None:
    """The chair's compromise is nobody's position: alone it changes nothing that others have left as it was."""
    body = engine.compromise(BODY, CHOICE, "can")
    for code in ("XAA", "XBB"):
        body = engine.withdraw(body, CHOICE, code)
    question = question_of(body, CHOICE, "can", asked, ALL, frozenset(), ())
    assert (question.awaited, question.supporting) == ((), ())
    assert (question.hindrance == "") == closes
    supported = engine.support(body, CHOICE, 1, "XCC")
    assert question_of(supported, CHOICE, "can", None, ALL, frozenset(), ()).hindrance == ""


def test_support_does_not_change_what_a_closing_closes_on() -> None:
    """The wording is known without its holders, those inside it too."""
    joined = engine.support(BODY, CHOICE, 1, "XCC")
    assert index_of(joined, CHOICE, "should") == 1
