"""
A chair's help: single steps that close a choice, and balanced packages that close several. Offered, never applied.

Packages are found by integer programming with HiGHS, which comes with the extra ``packages``; all else needs nothing.
"""

from accord.engine.packages.model import Said, Step, Talks, Wish, steps_to
from accord.engine.packages.searching import Package, Search, search
from accord.engine.packages.singles import Single, closing_now, singles, stuck
from accord.engine.packages.solving import SolverMissing

__all__ = [
    "Package",
    "Said",
    "Search",
    "Single",
    "SolverMissing",
    "Step",
    "Talks",
    "Wish",
    "closing_now",
    "search",
    "singles",
    "steps_to",
    "stuck",
]
