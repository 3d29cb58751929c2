"""What is done with organisations. Each action is one transaction and one entry of the record."""

from accord.members.actions.clocks import enter_clocks
from accord.members.actions.founding import begin_council, give_mandate
from accord.members.actions.handing import hand_over, take_over
from accord.members.actions.over_time import (
    end_post,
    enter_acts,
    enter_people,
    enter_post,
    enter_powers,
    enter_states,
)
from accord.members.actions.partners import enter_agreements, enter_contacts, enter_joint
from accord.members.actions.register import enter_register
from accord.members.actions.rules import enter_names, enter_particulars, enter_provisions
from accord.members.actions.sign_ins import close_sign_in, renew_passphrase, reopen_sign_in

__all__ = [
    "begin_council",
    "close_sign_in",
    "end_post",
    "enter_acts",
    "enter_agreements",
    "enter_clocks",
    "enter_contacts",
    "enter_joint",
    "enter_names",
    "enter_particulars",
    "enter_people",
    "enter_post",
    "enter_powers",
    "enter_provisions",
    "enter_register",
    "enter_states",
    "give_mandate",
    "hand_over",
    "renew_passphrase",
    "reopen_sign_in",
    "take_over",
]
