"""Single steps and packages: against every package there is, and never one that asks too much of one side."""

import builtins
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine import packages as engine
from accord.engine.packages import Package, Search, SolverMissing, Talks, Wish

CODES = ("XAA", "XBB", "XCC")
SAID = {"p": "prefers", "l": "lives", "o": "objects"}


def talks(*choices: str, weights: dict[str, list[int]] | None = None, codes: tuple[str, ...] = CODES) -> Talks:
    """
    Return talks; a choice is a word a member, a letter a wording: p, l, o or a dot. "-" has said nothing there.

    >>> talks("pl lp --")  # XAA prefers the first and lives with the second, XBB the other way round
    """
    wishes: dict[str, dict[str, Wish]] = {}
    wordings = {}
    for number, row in enumerate(choices, 1):
        words = row.split()
        wordings[str(number)] = max(len(word) for word in words)
        wishes[str(number)] = {
            code: Wish(
                {at: SAID[letter] for at, letter in enumerate(word) if letter in SAID},  # type: ignore[misc]
                (weights or {}).get(code, [1] * len(choices))[number - 1],
            )
            for code, word in zip(codes, words, strict=True)
            if set(word) - {"-"}
        }
    return Talks(codes, wordings, wishes)


# Single steps.


def test_choice_closes_now_where_nobody_has_to_move() -> None:
    (single,) = engine.closing_now(talks("p. .. --"))
    assert (single.choice, single.wording, single.step, single.silent) == ("1", 0, None, ("XBB", "XCC"))
    assert engine.singles(talks("p. .. --")) == ()


def test_single_step_is_that_of_one_delegation_and_says_how_sure_it_is() -> None:
    found = engine.singles(talks("pl p. .p"))
    steps = {(each.wording, each.step.code, each.step.kind) for each in found if each.step}
    assert steps == {(0, "XCC", "asked")}
    (known,) = engine.singles(talks("p. p. lp"))
    assert (known.step.code, known.step.kind) == ("XCC", "yields")


def test_objection_of_one_is_a_single_step_and_objections_to_all_are_a_dead_end() -> None:
    (single,) = engine.singles(talks("p. p. o."))
    assert (single.step.code, single.step.kind) == ("XCC", "objects")
    assert engine.stuck(talks("po op --", "p. p. o.")) == ("1",)


# Packages.


def settled(package: Package) -> dict[str, int]:
    return {each.choice: each.wording for each in package.settled}


def test_package_trades_one_choice_for_another() -> None:
    (package, *_) = engine.search(talks("p. lp --", "lp p. --"))
    assert settled(package) == {"1": 0, "2": 0}
    assert package.burdens == {"XBB": 100, "XAA": 100}
    assert (package.share, package.asked, package.gap) == (Fraction(1, 2), 0, 0)
    assert [(each.gaining, each.silent) for each in package.settled] == [(("XAA",), ("XCC",)), (("XBB",), ("XCC",))]


def test_package_never_asks_more_of_one_side_than_its_share() -> None:
    known = talks("p. lp --", "lp p. --", weights={"XAA": [1, 5], "XBB": [1, 5]})
    assert engine.search(known, Search(share=Fraction(3, 5))) == ()
    (package, *_) = engine.search(known, Search(share=Fraction(9, 10)))
    assert package.burdens == {"XBB": 33, "XAA": 167}


def test_nobody_yields_who_gains_nothing() -> None:
    assert engine.search(talks("p. lp --", "p. lp --"), Search(share=Fraction(1))) == ()


def test_weights_are_relative() -> None:
    loud, still = ({"XAA": [each, each], "XBB": [1, 1]} for each in (5, 1))
    choices = ("p. lp --", "lp p. --")
    assert engine.search(talks(*choices, weights=loud)) == engine.search(talks(*choices, weights=still))


def test_what_nobody_has_said_is_asked_only_where_it_may_be() -> None:
    known = talks("p. .p --", ".p p. --")
    assert engine.search(known) == ()
    (package, *_) = engine.search(known, Search(asking=True))
    assert (len(package.settled), package.asked) == (2, 2)


def test_nothing_is_settled_over_an_objection() -> None:
    assert engine.search(talks("p. lp oo", "lp p. --"), Search(asking=True)) == ()


def test_longest_limits_a_package() -> None:
    known = talks("p. lp --", "lp p. --", "p. lp --", "lp p. --")
    assert len(engine.search(known)[0].settled) == 4
    assert len(engine.search(known, Search(longest=2))[0].settled) == 2


words = st.text("plo.", min_size=2, max_size=2).filter(lambda word: word.count("p") < 2)
rows = st.tuples(words, words, st.one_of(words, st.just("--"))).map(" ".join)
weighings = st.fixed_dictionaries({code: st.lists(st.integers(1, 5), min_size=4, max_size=4) for code in CODES})


def allowed(known: Talks, picks: dict[str, int], wanted: Search) -> tuple[int, int, int] | None:
    """Return how good these picks are (choices, questions, burden; the last two below zero), None where not allowed."""
    burdens = dict.fromkeys(CODES, 0)
    gains, yields, asked = set(), set(), 0
    for choice, wording in picks.items():
        steps = engine.steps_to(known, choice, wording)
        preferring = {code for code in CODES if (wish := known.wish(choice, code)) and wording in wish.wants}
        kinds = {step.kind for step in steps}
        if not steps or not preferring or "objects" in kinds or ("asked" in kinds and not wanted.asking):
            return None
        asked += sum(step.kind == "asked" for step in steps)
        for step in steps:
            burdens[step.code] += known.weight(choice, step.code)
            yields.add(step.code)
        gains |= preferring
    whole = sum(burdens.values())
    if not yields <= gains or max(burdens.values()) > wanted.share * whole:
        return None
    return len(picks), -asked, -whole


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, min_size=1, max_size=4), weighings, st.booleans())
def test_first_package_is_the_best_of_all(given_rows: list[str], weights: dict[str, list[int]], asking: bool) -> None:
    known, wanted = talks(*given_rows, weights=weights), Search(asking=asking)
    closed = {each.choice for each in engine.closing_now(known)}
    waiting = [choice for choice in known.wordings if choice not in closed]
    every = (
        {choice: pick for choice, pick in zip(waiting, picks, strict=True) if pick >= 0}
        for picks in product(*(range(-1, known.wordings[choice]) for choice in waiting))
    )
    values = [value for picks in every if len(picks) > 1 and (value := allowed(known, picks, wanted))]
    found = engine.search(known, wanted)
    assert bool(found) == bool(values)
    for number, package in enumerate(found):
        value = allowed(known, settled(package), wanted)
        assert value is not None
        assert value == (len(package.settled), -package.asked, -sum(package.burdens.values()))
        if not number:
            assert value == max(values)
    assert len({frozenset(settled(each).items()) for each in found}) == len(found)


def test_search_says_what_to_install_where_there_is_no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name == "highspy":
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SolverMissing, match=r"pip install 'accord\[packages\]'"):
        engine.search(talks("p. lp --", "lp p. --"))
    assert engine.singles(talks("p. p. lp"))


def test_talks_without_anything_said_have_no_answer_and_no_error() -> None:
    silent = Talks(CODES, {"1": 2}, {})
    assert (engine.search(silent), engine.singles(silent), engine.closing_now(silent)) == ((), (), ())
    empty = Talks((), {}, {})
    assert (engine.search(empty), engine.singles(empty), engine.stuck(empty)) == ((), (), ())
