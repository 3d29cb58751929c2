"""
What is done with questions, and the adoption of texts. Each act is one transaction and one entry of the record.

All take ``by`` (the subject) and ``key`` (an idempotency key of the form), and leave nothing behind when they refuse.
"""

from accord.decisions.actions.adopting import adopt_text, object_to_adoption, withdraw_objection_to_adoption
from accord.decisions.actions.questions import (
    DRAIN,
    close,
    count,
    extend,
    extend_to,
    put,
    put_again,
    record_words,
    say,
    state,
    take_back_objection,
)
from accord.decisions.actions.watching import Sign, give_sign, keep_time

__all__ = [
    "DRAIN",
    "Sign",
    "adopt_text",
    "close",
    "count",
    "extend",
    "extend_to",
    "give_sign",
    "keep_time",
    "object_to_adoption",
    "put",
    "put_again",
    "record_words",
    "say",
    "state",
    "take_back_objection",
    "withdraw_objection_to_adoption",
]
