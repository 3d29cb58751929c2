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
    support,
    withdraw,
)
from accord.engine.text.carrying import Carried, carry, on_current, same_paragraphs
from accord.engine.text.comparing import Change, Comparison, compare
from accord.engine.text.compiling import compile_text, recovered
from accord.engine.text.errors import (
    AgreedBlock,
    DamagedVersion,
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
from accord.engine.text.foreign.importing import Imported, import_negotiation
from accord.engine.text.grouping import Divided, Groups, divided, holds_base, with_groups
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
    Numbering,
    Standing,
    Status,
    Text,
    choices,
    choices_in,
    holders_in,
)
from accord.engine.text.notation import printed, render, render_alternative, render_block, render_inlines
from accord.engine.text.parsing import parse
from accord.engine.text.projecting import covered_by, held, in_order, is_silent, project, project_block
from accord.engine.text.rereading import is_rolling
from accord.engine.text.rounds import Round, next_round, round_of, submit
from accord.engine.text.storing import canonical, dump, fingerprint, load
from accord.engine.text.wording import NegotiatedText, WordingRefused, negotiated

__all__ = [
    "CHAIR",
    "AgreedBlock",
    "Alternative",
    "Block",
    "Carried",
    "Change",
    "Choice",
    "Comparison",
    "DamagedVersion",
    "Divided",
    "Finding",
    "Groups",
    "Imported",
    "Inline",
    "Inspection",
    "Measures",
    "Move",
    "NegotiatedText",
    "NotationError",
    "Note",
    "NothingToDo",
    "Numbering",
    "Roster",
    "Round",
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
    "carry",
    "choices",
    "choices_in",
    "close_choice",
    "compare",
    "compile_text",
    "compromise",
    "covered_by",
    "delete_block",
    "divided",
    "dump",
    "find",
    "fingerprint",
    "held",
    "holders_in",
    "holding_other",
    "holds_base",
    "import_negotiation",
    "in_order",
    "insert_block",
    "inspect",
    "is_heading",
    "is_rolling",
    "is_silent",
    "labels",
    "lift",
    "load",
    "measures",
    "move_block",
    "negotiated",
    "next_round",
    "on_current",
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
    "round_of",
    "same_paragraphs",
    "submit",
    "support",
    "with_groups",
    "withdraw",
]
