"""What can be wrong with what is entered of an organisation."""

from __future__ import annotations


class Unfit(Exception):
    """
    Something entered cannot be used; nothing was done.

    Attributes:
        field: which value of the form: "name", "members", "password", …
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
