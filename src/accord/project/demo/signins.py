"""The names of the demonstration's sign-ins: plain data, which the command prints without starting Django."""

from __future__ import annotations

from accord.access import Role
from accord.members.values import SignIn

SECRETARIAT = SignIn("secretariat", Role.SECRETARIAT)
CHAIR = SignIn("chair", Role.CHAIR)
DELEGATES = tuple(
    SignIn(f"{code.lower()}-delegate", Role.DELEGATE, code) for code in ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
)
PARTNER = SignIn("un-observer", Role.PARTNER, "UN")

DESCRIBED = {
    "secretariat": "the secretariat: register, meetings, papers, roll",
    "chair": "the chair; Kazakhstan presides in 2024",
    "arm-delegate": "delegation of Armenia, whose seat was empty that day",
    "blr-delegate": "delegation of Belarus",
    "kaz-delegate": "delegation of Kazakhstan, apart from the chair",
    "kgz-delegate": "delegation of Kyrgyzstan",
    "rus-delegate": "delegation of Russia",
    "tjk-delegate": "delegation of Tajikistan",
    "un-observer": "a partner organisation, the United Nations",
}
"""Every sign-in and for whom it acts, in the order in which they are printed."""
