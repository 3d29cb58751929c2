"""Decision rules: pure functions from a rule and what each member said to an outcome with its reasons."""

from accord.engine.rules.consensus import ConsensusOutcome, Seat, decide_by_consensus

__all__ = ["ConsensusOutcome", "Seat", "decide_by_consensus"]
