"""What of the meetings a subject can see: rows behind one door (``rows``), frozen values for pages (the others)."""

from accord.meetings.queries.lines import meeting_list, meetings_around
from accord.meetings.queries.page import meeting_page, note_page, zone_label
from accord.meetings.queries.rows import (
    admitted_sittings,
    is_in_use,
    moves,
    moving_page,
    narrow_audience,
    sitting_id,
    visible_items,
    visible_meetings,
    visible_notes,
    visible_papers,
    visible_sittings,
    whole_meetings,
)

__all__ = [
    "admitted_sittings",
    "is_in_use",
    "meeting_list",
    "meeting_page",
    "meetings_around",
    "moves",
    "moving_page",
    "narrow_audience",
    "note_page",
    "sitting_id",
    "visible_items",
    "visible_meetings",
    "visible_notes",
    "visible_papers",
    "visible_sittings",
    "whole_meetings",
    "zone_label",
]
