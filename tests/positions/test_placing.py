"""The dots of the map: inside the picture, distances alike in both directions, members at one place in one dot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.engine.alignment import Place
from accord.positions.placing import HEIGHT, MARGIN, WIDTH, dots

figures = st.floats(-1, 1, allow_nan=False)


@given(st.lists(st.tuples(figures, figures), min_size=1, max_size=12))
def test_every_member_stands_inside_the_picture(where: list[tuple[float, float]]) -> None:
    places = [Place(f"X{number:02}", x, y, 0.1) for number, (x, y) in enumerate(where)]
    found = dots(places)
    assert sorted(code for each in found for code in each.members) == [each.member for each in places]
    assert all(MARGIN - 1e-6 <= each.x <= WIDTH - MARGIN + 1e-6 for each in found)
    assert all(MARGIN - 1e-6 <= each.y <= HEIGHT - MARGIN + 1e-6 for each in found)


def test_scale_is_the_same_across_and_up() -> None:
    left, right, top = dots([Place("XAA", -1, 0, None), Place("XBB", 1, 0, None), Place("XCC", 0, 0.5, None)])
    assert right.x - left.x == pytest.approx(4 * (left.y - top.y))


def test_members_at_one_place_share_a_dot() -> None:
    (middle,) = dots([Place("XAA", 0, 0, 0.2), Place("XBB", 0, 0, None)])
    assert (middle.members, middle.x, middle.y) == (("XAA", "XBB"), WIDTH / 2, HEIGHT / 2)
