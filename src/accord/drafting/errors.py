"""What can be wrong with an act besides what the engine and access say."""

from accord.record.errors import Stale

__all__ = ["Stale"]
