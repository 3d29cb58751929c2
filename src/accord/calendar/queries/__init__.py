"""What of the calendar a subject can see, for pages and for feeds."""

from accord.calendar.queries.feeds import feed_of, public_feed
from accord.calendar.queries.page import calendar_page
from accord.calendar.queries.working import deadline, offers, working_page

__all__ = ["calendar_page", "deadline", "feed_of", "offers", "public_feed", "working_page"]
