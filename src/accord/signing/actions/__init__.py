"""What is done with signatures and stances. Each action is one transaction and one entry of the record."""

from accord.signing.actions.keeping import (
    enter_instrument,
    make_known,
    open_signing,
    send_copy,
    set_original,
)
from accord.signing.actions.members import answer, confirm, sign, stand

__all__ = [
    "answer",
    "confirm",
    "enter_instrument",
    "make_known",
    "open_signing",
    "send_copy",
    "set_original",
    "sign",
    "stand",
]
