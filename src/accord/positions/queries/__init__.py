"""What of situations and positions a subject can see."""

from accord.positions.queries.positions import (
    holder_choices,
    position_page,
    positions_of,
    positions_page,
    subject_choices,
    visible_positions,
)
from accord.positions.queries.situation import situation_page
from accord.positions.queries.situations import situation_key, situation_list, visible_points, visible_situations

__all__ = [
    "holder_choices",
    "position_page",
    "positions_of",
    "positions_page",
    "situation_key",
    "situation_list",
    "situation_page",
    "subject_choices",
    "visible_points",
    "visible_positions",
    "visible_situations",
]
