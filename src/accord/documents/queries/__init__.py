"""Which documents a subject can see, and what the pages show of them."""

from accord.documents.queries.awaiting import awaiting_documents
from accord.documents.queries.lines import document_list, names_for
from accord.documents.queries.page import document_page
from accord.documents.queries.papers import around_with_papers, papers_page, with_papers
from accord.documents.queries.rows import visible_documents
from accord.documents.queries.ways import choices_for, current_way, final_steps, numbering_of, way_page

__all__ = [
    "around_with_papers",
    "awaiting_documents",
    "choices_for",
    "current_way",
    "document_list",
    "document_page",
    "final_steps",
    "names_for",
    "numbering_of",
    "papers_page",
    "visible_documents",
    "way_page",
    "with_papers",
]
