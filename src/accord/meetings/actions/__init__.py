"""What is done with meetings. Each action is one transaction and one entry of the record."""

from accord.meetings.actions.convening import add_sitting, cancel, convene, drop_sitting, move
from accord.meetings.actions.credentials import check_credentials, need_credentials, receive_credentials
from accord.meetings.actions.inviting import answer, invite, say, send, withdraw_invitation
from accord.meetings.actions.keeping import enter_papers, set_agenda, set_attendance, table_note
from accord.meetings.actions.registering import admit_staff, register, set_attending, set_precedence, strike

__all__ = [
    "add_sitting",
    "admit_staff",
    "answer",
    "cancel",
    "check_credentials",
    "convene",
    "drop_sitting",
    "enter_papers",
    "invite",
    "move",
    "need_credentials",
    "receive_credentials",
    "register",
    "say",
    "send",
    "set_agenda",
    "set_attendance",
    "set_attending",
    "set_precedence",
    "strike",
    "table_note",
    "withdraw_invitation",
]
