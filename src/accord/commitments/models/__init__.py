"""The tables of what is followed: measures and their corrections, commitments, reports on both, proposals voiced."""

from accord.commitments.models.followed import Commitment, Correction, Measure, ProgressReport
from accord.commitments.models.voiced import Outcome, Voiced

__all__ = ["Commitment", "Correction", "Measure", "Outcome", "ProgressReport", "Voiced"]
