"""The tables of the programme: areas, priorities, joint activities, operations. Public-programme facts only."""

from accord.programme.models.activities import Activity, Relation, Series, Turn
from accord.programme.models.operations import Operation
from accord.programme.models.priorities import Area, Priority, Programme, Report

__all__ = ["Activity", "Area", "Operation", "Priority", "Programme", "Relation", "Report", "Series", "Turn"]
