"""
The one place that speaks to the solver: a 0/1 problem in, the values of its variables out.

HiGHS is an extra; without it :class:`SolverMissing` says what to install.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from accord.engine.said import say


class SolverMissing(Exception):
    """The solver is not installed; the message says how to install it."""

    def __init__(self) -> None:
        super().__init__(say("Packages need the solver HiGHS. Install it with: pip install 'accord[packages]'"))


@dataclass(frozen=True, slots=True)
class Problem:
    """
    A problem over variables that are 0 or 1.

    Attributes:
        gains: of each variable; their sum over those that are 1 is made as large as can be.
        rows: each as (variable → coefficient, upper limit): the weighted sum is not above the limit.
    """

    gains: Sequence[int]
    rows: Sequence[tuple[Mapping[int, int], int]]


@dataclass(frozen=True, slots=True)
class Solved:
    """
    Attributes:
        chosen: the variables that are 1. gap: by how much a better solution could still exceed this one, as a share of
            it; 0 is proved best.
    """

    chosen: frozenset[int]
    gap: float


def solve(problem: Problem, seconds: float) -> Solved | None:
    """
    Return the best solution that is found in this time; None where there is none, or none was found.

    Raises:
        SolverMissing: HiGHS is not installed.
    """
    try:
        import highspy  # noqa: PLC0415 -- an extra
    except ImportError:
        raise SolverMissing from None
    library: Any = highspy
    solver = library.Highs()
    for option, value in _OPTIONS.items():
        solver.setOptionValue(option, value)
    solver.setOptionValue("time_limit", float(max(seconds, 0.01)))
    solver.passModel(_model(highspy, problem))
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    values = solver.getSolution().col_value
    return Solved(frozenset(at for at, value in enumerate(values) if value > 0.5), float(info.mip_gap))


_OPTIONS: Mapping[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
}
"""One thread and a fixed seed: the same question gets the same answer wherever the time suffices."""


def _model(highspy: Any, problem: Problem) -> Any:
    lp = highspy.HighsLp()
    count = len(problem.gains)
    lp.num_col_, lp.num_row_ = count, len(problem.rows)
    lp.col_cost_ = np.array(problem.gains, dtype=np.float64)
    lp.col_lower_, lp.col_upper_ = np.zeros(count), np.ones(count)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * count
    lp.row_lower_ = np.full(len(problem.rows), -highspy.kHighsInf)
    lp.row_upper_ = np.array([limit for _row, limit in problem.rows], dtype=np.float64)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row) for row, _limit in problem.rows)])
    lp.a_matrix_.index_ = np.array([at for row, _limit in problem.rows for at in row], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([each for row, _limit in problem.rows for each in row.values()], dtype=np.float64)
    return lp
