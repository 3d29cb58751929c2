"""
Printed papers that are no negotiated text: an order of the day, a list of participants, a record, a hand-over note.

A sheet is a frozen value; :func:`word_of` and :func:`pdf_of` write it.

Source: docs/reference/formats.md, "Sheets".
"""

from accord.formats.sheets.pdf import pdf_of
from accord.formats.sheets.values import Drawn, Facts, Grid, Heading, Item, Items, Part, Prose, Sheet
from accord.formats.sheets.word import word_of

__all__ = ["Drawn", "Facts", "Grid", "Heading", "Item", "Items", "Part", "Prose", "Sheet", "pdf_of", "word_of"]
