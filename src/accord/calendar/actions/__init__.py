"""What is done with the calendar: a person's own address of it, and the days on which the secretariat works."""

from accord.calendar.actions.addresses import end_address, new_address
from accord.calendar.actions.days import drop_day, settle_day

__all__ = ["drop_day", "end_address", "new_address", "settle_day"]
