"""The first sign-ins of a council: made once, their passphrases shown once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Role
from accord.members.passphrases import new_passphrase
from accord.members.values import Founding, SignIn

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True, slots=True)
class NewSignIn:
    """A sign-in as it is shown once: for whom, under which name, with which passphrase."""

    sign_in: SignIn
    whom: str
    passphrase: str


def new_sign_ins(founding: Founding, tag: str) -> tuple[NewSignIn, ...]:
    """Return the first sign-ins of a council: secretariat, chair, and one for each delegation that tables."""
    people = [
        (SignIn(f"{tag}-secretariat", Role.SECRETARIAT), _("Secretariat")),
        (SignIn(f"{tag}-chair", Role.CHAIR), _("Chair")),
        *((SignIn(f"{tag}-{code.lower()}", Role.DELEGATE, code), name) for code, name in founding.members),
    ]
    return tuple(NewSignIn(one, whom, new_passphrase()) for one, whom in people)


def tag_of(key: UUID) -> str:
    """Return the short word with which the sign-in names of a council begin: always the same for one form."""
    number = int.from_bytes(hashlib.sha256(key.bytes).digest()[:8], "big")
    letters = []
    for each in (_CONSONANTS, _VOWELS) * 3:
        number, at = divmod(number, len(each))
        letters.append(each[at])
    return "".join(letters)
