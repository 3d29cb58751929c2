"""Allow and Deny are answers, never truth values."""

from __future__ import annotations

import pytest

from accord.access import Allow, Deny, Refused, require


@pytest.mark.parametrize("answer", [Allow(), Deny("Not today.")])
def test_decision_has_no_truth_value(answer: object) -> None:
    for ask in (bool, lambda each: not each, lambda each: each and True, lambda each: each or True, any_of):
        with pytest.raises(TypeError, match="no truth value"):
            ask(answer)


def any_of(answer: object) -> bool:
    return any([answer])


def test_decisions_are_compared_as_values() -> None:
    assert Allow() == Allow()
    assert Deny("a") == Deny("a")
    assert Deny("a") != Deny("b")


def test_require_goes_on_where_it_is_allowed() -> None:
    require(Allow())


@pytest.mark.parametrize("answer", [Deny("Not today."), None, True, 1, "Allow", Allow, object()])
def test_require_refuses_everything_but_allow(answer: object) -> None:
    with pytest.raises(Refused) as refusal:
        require(answer)
    assert refusal.value.reason == ("Not today." if isinstance(answer, Deny) else "There is no rule that allows this.")
