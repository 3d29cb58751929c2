"""Who asks, for whom, and who is admitted: Subject, Audience, Allow, Deny, require."""

from accord.access.decisions import Allow, Decision, Deny, NotVisible, Refused, require
from accord.access.ids import new_id
from accord.access.subjects import PUBLIC, Role, Subject

__all__ = ["PUBLIC", "Allow", "Decision", "Deny", "NotVisible", "Refused", "Role", "Subject", "new_id", "require"]
