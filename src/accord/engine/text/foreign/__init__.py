"""
Texts that others bracketed: read without loss, reported with findings, never rejected.

>>> from accord.engine.text.foreign import inspect
>>> inspect("The Parties [shall][should] meet on [date].").summary()["choices"]
1
"""

from accord.engine.text.foreign.inspecting import Inspection, inspect
from accord.engine.text.foreign.joining import Alternative, Choice
from accord.engine.text.foreign.labels import Label
from accord.engine.text.foreign.roster import Roster
from accord.engine.text.foreign.tree import Bracket, Leaf, Tree, emit, plant

__all__ = [
    "Alternative",
    "Bracket",
    "Choice",
    "Inspection",
    "Label",
    "Leaf",
    "Roster",
    "Tree",
    "emit",
    "inspect",
    "plant",
]
