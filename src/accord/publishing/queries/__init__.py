"""What of the adopted texts and of decisions without one a subject can see."""

from accord.publishing.queries.adopted import (
    adopted_list,
    adopted_page,
    confirm_page,
    plain_file,
    release_sentence,
    released_file,
    sealed_file,
    word_file,
)
from accord.publishing.queries.decided import (
    announced_at,
    announcement_list,
    announcement_of,
    decided_file,
    decided_page,
    decided_row,
    document_of_ruling,
    is_of_the_council,
    prepared_announcements,
    refused_page,
    visible_announcements,
)
from accord.publishing.queries.finding import document_of_adoption, standing_releases, visible_releases
from accord.publishing.queries.passages import history_of

__all__ = [
    "adopted_list",
    "adopted_page",
    "announced_at",
    "announcement_list",
    "announcement_of",
    "confirm_page",
    "decided_file",
    "decided_page",
    "decided_row",
    "document_of_adoption",
    "document_of_ruling",
    "history_of",
    "is_of_the_council",
    "plain_file",
    "prepared_announcements",
    "refused_page",
    "release_sentence",
    "released_file",
    "sealed_file",
    "standing_releases",
    "visible_announcements",
    "visible_releases",
    "word_file",
]
