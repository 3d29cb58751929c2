"""
Negotiated text: n delegations' edits as one attributed, lossless, bracketed text.

>>> from accord.engine import text as engine
>>> rolling = engine.compile_text("The Parties shall meet.\\n", {"XAA": "The Parties should meet.\\n"})
>>> print(engine.render(rolling).splitlines()[-1])
The Parties [shall] [XAA: should] meet.
"""

from accord.engine.text.acts import (
    agree,
    annotate,
    bracket,
    close_choice,
    compromise,
    delete_block,
    find,
    holding_other,
    insert_block,
    lift,
    move_block,
    propose,
    reject,
    reopen,
    retain,
    submit,
    support,
    withdraw,
)
from accord.engine.text.comparing import Change, Comparison, compare
from accord.engine.text.compiling import compile_text, recovered
from accord.engine.text.errors import (
    AgreedBlock,
    NotationError,
    NothingToDo,
    StillHeld,
    StillOpen,
    TextError,
    UnknownBlock,
    UnknownChoice,
    UnknownCode,
    WordsNotFound,
)
from accord.engine.text.findings import Finding
from accord.engine.text.foreign import Inspection, Roster, inspect
from accord.engine.text.labels import is_heading, labels
from accord.engine.text.measuring import Measures, measures
from accord.engine.text.model import (
    CHAIR,
    Alternative,
    Block,
    Choice,
    Inline,
    Move,
    Note,
    Standing,
    Status,
    Text,
    choices,
    choices_in,
    holders_in,
)
from accord.engine.text.notation import printed, render, render_alternative, render_block, render_inlines
from accord.engine.text.parsing import parse
from accord.engine.text.projecting import held, in_order, project, project_block
from accord.engine.text.storing import canonical, dump, fingerprint, load
from accord.engine.text.wording import NegotiatedText, WordingRefused, negotiated

__all__ = [
    "CHAIR",
    "AgreedBlock",
    "Alternative",
    "Block",
    "Change",
    "Choice",
    "Comparison",
    "Finding",
    "Inline",
    "Inspection",
    "Measures",
    "Move",
    "NegotiatedText",
    "NotationError",
    "Note",
    "NothingToDo",
    "Roster",
    "Standing",
    "Status",
    "StillHeld",
    "StillOpen",
    "Text",
    "TextError",
    "UnknownBlock",
    "UnknownChoice",
    "UnknownCode",
    "WordingRefused",
    "WordsNotFound",
    "agree",
    "annotate",
    "bracket",
    "canonical",
    "choices",
    "choices_in",
    "close_choice",
    "compare",
    "compile_text",
    "compromise",
    "delete_block",
    "dump",
    "find",
    "fingerprint",
    "held",
    "holders_in",
    "holding_other",
    "in_order",
    "insert_block",
    "inspect",
    "is_heading",
    "labels",
    "lift",
    "load",
    "measures",
    "move_block",
    "negotiated",
    "parse",
    "printed",
    "project",
    "project_block",
    "propose",
    "recovered",
    "reject",
    "render",
    "render_alternative",
    "render_block",
    "render_inlines",
    "reopen",
    "retain",
    "submit",
    "support",
    "withdraw",
]
