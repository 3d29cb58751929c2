"""The tables of documents on their way."""

from accord.documents.models.documents import Document, GivenSymbol, Report, Tie
from accord.documents.models.passing import Clearance, Stop
from accord.documents.models.ways import Numbering, Way, WayStep

__all__ = ["Clearance", "Document", "GivenSymbol", "Numbering", "Report", "Stop", "Tie", "Way", "WayStep"]
