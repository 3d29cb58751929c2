"""What of signing and taking part a subject can see: rows behind one door (``rows``), frozen values for pages."""

from accord.signing.queries.awaiting import awaiting_answers
from accord.signing.queries.lists import signing_page
from accord.signing.queries.page import instrument_page, known_page, standing_of, standing_of_question
from accord.signing.queries.rows import enters_signing, instrument_row, visible_instruments

__all__ = [
    "awaiting_answers",
    "enters_signing",
    "instrument_page",
    "instrument_row",
    "known_page",
    "signing_page",
    "standing_of",
    "standing_of_question",
    "visible_instruments",
]
