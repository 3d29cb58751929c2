"""What is done with meetings. Each action is one transaction and one entry of the record."""

from accord.meetings.actions.convening import add_sitting, cancel, convene, drop_sitting, move
from accord.meetings.actions.keeping import enter_papers, set_agenda, set_attendance, table_note

__all__ = [
    "add_sitting",
    "cancel",
    "convene",
    "drop_sitting",
    "enter_papers",
    "move",
    "set_agenda",
    "set_attendance",
    "table_note",
]
