"""Instruments for tests, entered through the actions that people use."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.access import Subject
from accord.signing import actions, queries
from accord.signing.models import Instrument
from accord.signing.pages import InstrumentPage, TakingLine
from accord.signing.values import InstrumentEntry, OriginalEntry, SignatureEntry, SigningEntry, StanceEntry
from tests import factories
from tests.factories import Council

TAKEN = date(2024, 3, 1)
LATER = date(2024, 5, 2)


def entered(council: Council, title: str = "Resolution on wells", day: date = TAKEN, **more: Any) -> Instrument:
    """Enter a decision that is known by its title."""
    entry = InstrumentEntry(title, day, **more)
    return actions.enter_instrument(council.organisation.pk, entry, by=council.secretariat, key=factories.key())


def stand(council: Council, of: str, code: str, kind: str, day: date = TAKEN, words: str = "") -> Instrument:
    """Enter how a member stands."""
    entry = StanceEntry(code, kind, day, words)
    return actions.stand(of, entry, by=council.secretariat, key=factories.key())


def answer(by: Subject, of: str, kind: str, day: date = LATER, words: str = "") -> Instrument:
    """Answer for the member of this delegation."""
    return actions.answer(of, StanceEntry(by.delegation, kind, day, words), by=by, key=factories.key())


def opened(council: Council, of: str, day: date = TAKEN, until: date | None = None) -> Instrument:
    """Open an instrument for signature."""
    entry = SigningEntry("Example City", day, until)
    return actions.open_signing(of, entry, by=council.secretariat, key=factories.key())


def sign(council: Council, of: str, code: str, day: date = TAKEN, **more: str) -> Instrument:
    """Enter a signature."""
    entry = SignatureEntry(code, f"Minister of {code}", day, "Minister", **more)
    return actions.sign(of, entry, by=council.secretariat, key=factories.key())


def signed(council: Council) -> Instrument:
    """Enter a decision that XAA has signed."""
    row = entered(council)
    opened(council, row.pk)
    return sign(council, row.pk, "XAA")


def original(council: Council, of: str) -> Instrument:
    """Enter the original, in English and French."""
    entry = OriginalEntry(("en", "fr"), "The secretariat", 2)
    return actions.set_original(of, entry, by=council.secretariat, key=factories.key())


def page(by: Subject, of: str, on: date | None = None) -> InstrumentPage:
    """Return the page of an instrument."""
    return queries.instrument_page(by, of, on)


def line(by: Subject, of: str, code: str) -> TakingLine:
    """Return how a member stands."""
    return next(each for each in page(by, of).taking if each.code == code)
