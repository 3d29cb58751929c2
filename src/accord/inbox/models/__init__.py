"""The tables of reports and of what was read of them."""

from accord.inbox.models.reports import Item, StoredReport

__all__ = ["Item", "StoredReport"]
