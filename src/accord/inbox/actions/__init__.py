"""What is done with reports. Each action is one transaction and one entry of the record."""

from accord.inbox.actions.deciding import keep, leave, match, reopen, settle, take
from accord.inbox.actions.storing import read_again, store_report

__all__ = ["keep", "leave", "match", "read_again", "reopen", "settle", "store_report", "take"]
