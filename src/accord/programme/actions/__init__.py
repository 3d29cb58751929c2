"""What is done with the programme. Each action is one transaction and one entry of the record."""

from accord.programme.actions.activities import (
    enter_activities,
    enter_series,
    enter_turns,
    put_activity,
    put_series,
    tie_activities,
)
from accord.programme.actions.areas import enter_area, put_area, put_areas
from accord.programme.actions.names import enter_name
from accord.programme.actions.operations import (
    enter_operations,
    enter_phases,
    enter_results,
    enter_takings,
    put_operation,
    put_phase,
    put_result,
    put_taking,
)
from accord.programme.actions.priorities import (
    add_priority,
    announce_programme,
    put_priority,
    put_programme,
    report_progress,
    set_priorities,
)
from accord.programme.actions.striking import strike_entry
from accord.programme.actions.tied import tie_to_area, tie_to_priorities

__all__ = [
    "add_priority",
    "announce_programme",
    "enter_activities",
    "enter_area",
    "enter_name",
    "enter_operations",
    "enter_phases",
    "enter_results",
    "enter_series",
    "enter_takings",
    "enter_turns",
    "put_activity",
    "put_area",
    "put_areas",
    "put_operation",
    "put_phase",
    "put_priority",
    "put_programme",
    "put_result",
    "put_series",
    "put_taking",
    "report_progress",
    "set_priorities",
    "strike_entry",
    "tie_activities",
    "tie_to_area",
    "tie_to_priorities",
]
