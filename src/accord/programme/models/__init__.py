"""The tables of the programme: areas, priorities, joint activities, operations. Public-programme facts only."""

from accord.programme.models.activities import Activity, Relation, Series, Turn
from accord.programme.models.operations import Operation, Phase, Result, Taking
from accord.programme.models.priorities import Area, Priority, Programme, Report, Reported
from accord.programme.models.striking import STANDS, Strikable
from accord.programme.models.tied import Belonging, Service

__all__ = [
    "STANDS",
    "Activity",
    "Area",
    "Belonging",
    "Operation",
    "Phase",
    "Priority",
    "Programme",
    "Relation",
    "Report",
    "Reported",
    "Result",
    "Series",
    "Service",
    "Strikable",
    "Taking",
    "Turn",
]
