"""What awaits a person, what changed since it was here, and what it wants to be told."""

from accord.notices.queries.changes import changes_since
from accord.notices.queries.wishes import confirming, stopping, undelivered, wish_page
from accord.notices.queries.working import asked_of, work_page

__all__ = [
    "asked_of",
    "changes_since",
    "confirming",
    "stopping",
    "undelivered",
    "wish_page",
    "work_page",
]
