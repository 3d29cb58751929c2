"""A proposal applied to a text: a pure step that the act and its preview share."""

from __future__ import annotations

from accord.engine import text as engine


def applied(body: engine.Text, code: str, kind: str, block: str, wording: str, *, new: str) -> engine.Text:
    """
    Return ``body`` with what ``code`` proposes.

    Args:
        kind: "edit" (the block shall read ``wording``), "insert" (a new paragraph behind the block, under the id
            ``new``), "delete", or "bracket" (``wording`` are the words that it cannot accept).

    Raises:
        engine.TextError: the proposal cannot be made; the message says why.
    """
    if kind == "insert":
        return engine.insert_block(body, block, code, wording, new)
    if kind == "bracket":
        return engine.bracket(body, block, code, wording)
    return engine.propose(body, block, code, "" if kind == "delete" else wording)
