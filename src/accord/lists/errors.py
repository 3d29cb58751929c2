"""What can be wrong with a list that is to be entered."""

from __future__ import annotations


class Wrong(Exception):
    """
    What a cell says cannot be entered; the message says why and what to do.

    Attributes:
        column: key of another column than the one that was read, "" for that one.
    """

    def __init__(self, reason: str, column: str = "") -> None:
        super().__init__(reason)
        self.column = column


class NoList(Exception):
    """The file is no list of this kind; nothing of it can be read. The message says why."""
