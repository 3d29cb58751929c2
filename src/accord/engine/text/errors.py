"""What can be wrong with an act on a text or with a text in notation. Every message says what to do."""

from __future__ import annotations

from accord.engine.said import say


class TextError(Exception):
    """Base of all errors of negotiated text."""


class NotationError(TextError):
    """
    The characters are not a rolling text in notation.

    Attributes:
        line, column: where, both from 1; lines end at LF.
    """

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(say("line {line}, column {column}: {message}", line=line, column=column, message=message))
        self.message, self.line, self.column = message, line, column


class DamagedVersion(NotationError):
    """
    A rolling text that a delegation hands in cannot be taken, since nobody can tell what it wants.

    Attributes:
        code: the delegation.
    """

    def __init__(self, code: str, message: str, line: int, column: int = 1) -> None:
        super().__init__(message, line, column)
        self.args = (say("{code}, {message}", code=code, message=self.args[0]),)
        self.code = code


class UnknownBlock(TextError):
    """No block has this id."""


class UnknownChoice(TextError):
    """No open choice has this id, or it has no such alternative."""


class UnknownCode(TextError):
    """The code is not in the roster of the text."""


class AgreedBlock(TextError):
    """The block is agreed ad referendum: it changes only after an explicit reopening."""


class StillOpen(TextError):
    """The block has open choices, so it cannot be agreed; the error names them."""


class StillHeld(TextError):
    """Delegations hold other alternatives, so the choice cannot be closed; the error names them."""


class NothingToDo(TextError):
    """The act would change nothing: what it asks for is so already."""


class WordsNotFound(TextError):
    """The words that should be bracketed do not stand in the paragraph exactly once."""
