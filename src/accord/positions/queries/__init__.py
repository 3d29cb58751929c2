"""What of situations and positions a subject can see."""

from accord.positions.queries.situations import situation_list, visible_points, visible_situations

__all__ = ["situation_list", "visible_points", "visible_situations"]
