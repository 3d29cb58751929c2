"""
Everything that is done to a text. Each act is one transaction with one entry of the record.

All take ``by`` (the subject), ``key`` (an idempotency key of the form) and, where they act on what a person saw,
``seen`` (fingerprint of that version). They raise NotVisible, access.Refused, engine.TextError and errors.Stale,
and leave nothing behind when they do.
"""

from accord.drafting.actions.adopting import (
    object_to_adoption,
    put_to_council,
    take_back,
    withdraw_objection_to_adoption,
)
from accord.drafting.actions.chairing import (
    agree,
    agree_clear,
    ask,
    close,
    confirm,
    drop_closing,
    object_to,
    propose_closing,
    reopen,
    withdraw_objection,
    write_compromise,
)
from accord.drafting.actions.importing import import_text
from accord.drafting.actions.languages import (
    change_language,
    check_translation,
    drop_language,
    enter_language,
    translate,
    translate_all,
)
from accord.drafting.actions.positions import lift, note, reject, reserve, retain, support, withdraw
from accord.drafting.actions.proposals import (
    bracket,
    delete,
    drop,
    insert,
    propose,
    show_to_chair,
    submit_version,
    table,
)
from accord.drafting.actions.texts import call_roll, issue_revision, look, start_text

__all__ = [
    "agree",
    "agree_clear",
    "ask",
    "bracket",
    "call_roll",
    "change_language",
    "check_translation",
    "close",
    "confirm",
    "delete",
    "drop",
    "drop_closing",
    "drop_language",
    "enter_language",
    "import_text",
    "insert",
    "issue_revision",
    "lift",
    "look",
    "note",
    "object_to",
    "object_to_adoption",
    "propose",
    "propose_closing",
    "put_to_council",
    "reject",
    "reopen",
    "reserve",
    "retain",
    "show_to_chair",
    "start_text",
    "submit_version",
    "support",
    "table",
    "take_back",
    "translate",
    "translate_all",
    "withdraw",
    "withdraw_objection",
    "withdraw_objection_to_adoption",
    "write_compromise",
]
