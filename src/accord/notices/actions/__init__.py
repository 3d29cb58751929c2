"""What a person settles for itself, and what the clock does with mails. None of it is an act of the council."""

from accord.notices.actions.queueing import queue_notices
from accord.notices.actions.sending import send_due
from accord.notices.actions.wishing import ask_again, confirm, look, set_wish, stop, withdraw

__all__ = ["ask_again", "confirm", "look", "queue_notices", "send_due", "set_wish", "stop", "withdraw"]
