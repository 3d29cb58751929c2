"""What the pages show of the programme: frozen values for one subject."""

from __future__ import annotations

from dataclasses import dataclass

from accord.programme.pages.activities import (
    ActivitiesPage,
    ActivityLine,
    ActivityPage,
    SeriesLine,
    SeriesPage,
    TieLine,
    TurnLine,
    Wanted,
    YearRow,
)
from accord.programme.pages.operations import (
    OperationLine,
    OperationPage,
    OperationsPage,
    PhaseLine,
    ResultLine,
    TakingLine,
)
from accord.programme.pages.priorities import AreaLine, PriorityLine, ProgrammeLine, ReportLine
from accord.programme.pages.striking import StrikePage, StruckLine

__all__ = [
    "ActivitiesPage",
    "ActivityLine",
    "ActivityPage",
    "AreaLine",
    "OperationLine",
    "OperationPage",
    "OperationsPage",
    "PhaseLine",
    "PriorityLine",
    "ProgrammeLine",
    "ProgrammePage",
    "ReportLine",
    "ResultLine",
    "SeriesLine",
    "SeriesPage",
    "StrikePage",
    "StruckLine",
    "TakingLine",
    "TieLine",
    "TurnLine",
    "Wanted",
    "YearRow",
]


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """The whole programme of an organisation, as far as it is entered."""

    areas: tuple[AreaLine, ...]
    priorities: tuple[PriorityLine, ...]
    activities: tuple[ActivityLine, ...]
    operations: tuple[OperationLine, ...]
