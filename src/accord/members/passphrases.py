"""
Passphrases that Accord makes up: easy to read out and to type, and far beyond guessing.

Twelve syllables of 70 kinds give more than 73 bits. Nobody chose them, so that they need no slow hash to begin with;
the first sign-in hashes them anew at the full strength that the settings ask for.
"""

from __future__ import annotations

import secrets

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hashers, make_password

_CONSONANTS = "bdfgklmnprstvz"
_VOWELS = "aeiou"
WORDS, SYLLABLES = 4, 3
ITERATIONS = 20_000
"""Of the first hash; a random passphrase of 73 bits is not found by trying, whatever the hash."""


def new_passphrase() -> str:
    """Return a new random passphrase, such as "bakido-telumo-rinase-povuga"."""
    return "-".join("".join(_syllable() for _each in range(SYLLABLES)) for _word in range(WORDS))


def stored(passphrase: str) -> str:
    """Return what is stored of a random passphrase: a salted hash, made anew at the first sign-in."""
    known = (each for each in get_hashers() if isinstance(each, PBKDF2PasswordHasher))
    hasher = next(known, None)
    if hasher is None:
        return make_password(passphrase)
    return hasher.encode(passphrase, hasher.salt(), iterations=ITERATIONS)


def _syllable() -> str:
    return secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS)
