"""Similarity of approaches: how near members are, on which points, how sure; a map, blocs, rounds."""

from accord.engine.alignment.blocs import suggested_blocs
from accord.engine.alignment.bounding import Bounds, bounds
from accord.engine.alignment.choosing import Offered, on_choices
from accord.engine.alignment.mapping import Map, Place, draw_map
from accord.engine.alignment.model import Approaches, NotComparable, Point, Stance, approaches
from accord.engine.alignment.pairing import Pair, pairs, similarity_of
from accord.engine.alignment.rounds import Change, change
from accord.engine.alignment.standing import Standing, standings
from accord.engine.alignment.summing_up import Headline, headline

__all__ = [
    "Approaches",
    "Bounds",
    "Change",
    "Headline",
    "Map",
    "NotComparable",
    "Offered",
    "Pair",
    "Place",
    "Point",
    "Stance",
    "Standing",
    "approaches",
    "bounds",
    "change",
    "draw_map",
    "headline",
    "on_choices",
    "pairs",
    "similarity_of",
    "standings",
    "suggested_blocs",
]
