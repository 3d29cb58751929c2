"""What is done with reports. Each action is one transaction and one entry of the record."""

from accord.inbox.actions.deciding import keep, leave, match, reopen, settle, take
from accord.inbox.actions.seating import give_seat_back, take_seat
from accord.inbox.actions.storing import read_again, store_report

__all__ = [
    "give_seat_back",
    "keep",
    "leave",
    "match",
    "read_again",
    "reopen",
    "settle",
    "store_report",
    "take",
    "take_seat",
]
