"""What is done with meetings. Each action is one transaction and one entry of the record."""

from accord.meetings.actions.agenda import (
    add_document,
    adopt_agenda,
    arrange,
    clear_agenda,
    drop_document,
    place_item,
)
from accord.meetings.actions.convening import add_sitting, cancel, convene, drop_sitting, move
from accord.meetings.actions.credentials import check_credentials, need_credentials, receive_credentials
from accord.meetings.actions.inviting import answer, invite, say, send, withdraw_invitation
from accord.meetings.actions.keeping import set_agenda, set_attendance, table_note
from accord.meetings.actions.minuting import (
    answer_correction,
    approve_minutes,
    ask_correction,
    circulate_minutes,
    draw_up,
    edit_minutes,
    propose_next,
)
from accord.meetings.actions.registering import admit_staff, register, set_attending, set_precedence, strike
from accord.meetings.actions.speaking import (
    ask_for_floor,
    enter_statement,
    give_floor,
    leave_list,
    open_floor,
    place_speaker,
    set_floor,
)
from accord.meetings.actions.wishes import decline_proposal, propose_item, take_up, withdraw_proposal

__all__ = [
    "add_document",
    "add_sitting",
    "admit_staff",
    "adopt_agenda",
    "answer",
    "answer_correction",
    "approve_minutes",
    "arrange",
    "ask_correction",
    "ask_for_floor",
    "cancel",
    "check_credentials",
    "circulate_minutes",
    "clear_agenda",
    "convene",
    "decline_proposal",
    "draw_up",
    "drop_document",
    "drop_sitting",
    "edit_minutes",
    "enter_statement",
    "give_floor",
    "invite",
    "leave_list",
    "move",
    "need_credentials",
    "open_floor",
    "place_item",
    "place_speaker",
    "propose_item",
    "propose_next",
    "receive_credentials",
    "register",
    "say",
    "send",
    "set_agenda",
    "set_attendance",
    "set_attending",
    "set_floor",
    "set_precedence",
    "strike",
    "table_note",
    "take_up",
    "withdraw_invitation",
    "withdraw_proposal",
]
