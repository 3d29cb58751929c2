"""
Texts that others bracketed: read without loss, reported with findings, never rejected.

>>> from accord.engine.text.foreign import inspect
>>> inspect("The Parties [shall][should] meet on [date].").summary()["choices"]
1
"""

from accord.engine.text.foreign.inspecting import Inspection, inspect
from accord.engine.text.foreign.joining import Alternative, Choice
from accord.engine.text.foreign.labels import Label
from accord.engine.text.foreign.positions import Position
from accord.engine.text.foreign.profile import Profile
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.tree import Leaf, Tree, emit, plant

__all__ = [
    "Alternative",
    "Choice",
    "Inspection",
    "Label",
    "Leaf",
    "Position",
    "Profile",
    "Roster",
    "Tree",
    "emit",
    "inspect",
    "plant",
]
