"""Lists as they are taken out, and what becomes of one that is brought in."""

from accord.lists.queries.files import (
    empty_list,
    list_line,
    list_title,
    lists_page,
    looked_at,
    meeting_title,
    of_meeting,
    planned_sheet,
    written_list,
)

__all__ = [
    "empty_list",
    "list_line",
    "list_title",
    "lists_page",
    "looked_at",
    "meeting_title",
    "of_meeting",
    "planned_sheet",
    "written_list",
]
