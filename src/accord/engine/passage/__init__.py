"""Documents on their way: where one is, who has it, since when, what comes next; symbols. Pure values in and out."""

from accord.engine.passage.clearing import Clearing, clearing
from accord.engine.passage.looking import Standing, as_on, known_places, standing, state_at
from accord.engine.passage.model import COMPLETING, ENDINGS, PASSING, Course, PassageError, Step, Stop, stages
from accord.engine.passage.moving import arrive, end, leave, merge, send_back, split
from accord.engine.passage.sound import check
from accord.engine.passage.symbols import Pattern, SymbolError, attached, check_pattern, next_symbol, revised

__all__ = [
    "COMPLETING",
    "ENDINGS",
    "PASSING",
    "Clearing",
    "Course",
    "PassageError",
    "Pattern",
    "Standing",
    "Step",
    "Stop",
    "SymbolError",
    "arrive",
    "as_on",
    "attached",
    "check",
    "check_pattern",
    "clearing",
    "end",
    "known_places",
    "leave",
    "merge",
    "next_symbol",
    "revised",
    "send_back",
    "split",
    "stages",
    "standing",
    "state_at",
]
