"""What is done with organisations. Each action is one transaction and one entry of the record."""

from accord.members.actions.founding import begin_council, give_mandate
from accord.members.actions.register import enter_register

__all__ = ["begin_council", "enter_register", "give_mandate"]
