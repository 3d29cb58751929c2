"""What of all that can be found a subject sees."""

from accord.search.queries.checking import doubts
from accord.search.queries.hits import search_page, visible_passages

__all__ = ["doubts", "search_page", "visible_passages"]
