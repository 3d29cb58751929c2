"""What is done with situations and positions. Each action is one transaction and one entry of the record."""

from accord.positions.actions.drawing import draw_up
from accord.positions.actions.positions import correct_position, enter_positions, put_position, settle_position
from accord.positions.actions.situations import assess, enter_situations, put_point, set_showing, take_back
from accord.positions.actions.wishes import say_wishes

__all__ = [
    "assess",
    "correct_position",
    "draw_up",
    "enter_positions",
    "enter_situations",
    "put_point",
    "put_position",
    "say_wishes",
    "set_showing",
    "settle_position",
    "take_back",
]
