"""What the pages of positions show: frozen values, built in ``queries`` for one subject."""

from accord.positions.pages.situations import SituationLine

__all__ = ["SituationLine"]
