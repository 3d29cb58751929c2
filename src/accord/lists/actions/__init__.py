"""What is done with lists. An action is one transaction and one entry of the record."""

from accord.lists.actions.listing import enter_list

__all__ = ["enter_list"]
