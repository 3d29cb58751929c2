"""The tables of what is followed: measures, commitments, what is reported of both, and proposals voiced."""

from accord.commitments.models.followed import Commitment, Measure, ProgressReport
from accord.commitments.models.voiced import Outcome, Voiced

__all__ = ["Commitment", "Measure", "Outcome", "ProgressReport", "Voiced"]
