from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from accord.members.rotation import Turn, turns

ORDER = ("XAA", "XBB", "XCC")


def test_rotation_goes_on_behind_the_member_that_presided_last() -> None:
    found = turns(ORDER, last="XBB", ends=date(2031, 12, 31), rule="year", count=3)
    assert found == (
        Turn("XCC", date(2032, 1, 1), date(2032, 12, 31)),
        Turn("XAA", date(2033, 1, 1), date(2033, 12, 31)),
        Turn("XBB", date(2034, 1, 1), date(2034, 12, 31)),
    )


def test_halves_of_a_year_end_in_june_and_december() -> None:
    found = turns(ORDER, last="XCC", ends=date(2031, 6, 30), rule="half", count=2)
    assert found == (
        Turn("XAA", date(2031, 7, 1), date(2031, 12, 31)),
        Turn("XBB", date(2032, 1, 1), date(2032, 6, 30)),
    )


def test_session_to_session_knows_the_order_and_no_days() -> None:
    found = turns(ORDER, last="XAA", ends=date(2031, 6, 30), rule="session", count=2)
    assert found == (Turn("XBB", None, None), Turn("XCC", None, None))


def test_member_that_left_leaves_the_rotation_at_its_beginning() -> None:
    assert [turn.code for turn in turns(ORDER, last="XZZ", ends=None, rule="year", count=2)] == ["XAA", "XBB"]


def test_nothing_is_computed_without_a_rule_or_members() -> None:
    assert turns(ORDER, last="XAA", ends=None, rule="", count=3) == ()
    assert turns((), last="XAA", ends=None, rule="year", count=3) == ()


@given(st.integers(1, 30), st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["year", "half"]))
def test_terms_follow_one_another_without_a_gap(count: int, ends: date, rule: str) -> None:
    found = turns(ORDER, last="XAA", ends=ends, rule=rule, count=count)
    days = [ends, *(turn.ends for turn in found)]
    assert all((turn.begins - before).days == 1 for before, turn in zip(days, found, strict=False))  # type: ignore[operator]
    assert all(turn.begins <= turn.ends for turn in found)  # type: ignore[operator]
