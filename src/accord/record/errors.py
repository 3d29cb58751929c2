"""What can be wrong with an act because of what happened before it."""

from __future__ import annotations


class Stale(Exception):
    """
    What the person acted on has changed meanwhile. Nothing was done.

    Attributes:
        changed: what changed, as sentences for the person; the page keeps all that was typed.
    """

    def __init__(self, *changed: str) -> None:
        super().__init__(" ".join(changed))
        self.changed = changed
