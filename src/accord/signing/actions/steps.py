"""The steps that acts of signing share: lock the instrument, check days and words, write the entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject
from accord.access.queries import named_audience
from accord.engine.text.wording import negotiated
from accord.members.errors import Unfit
from accord.members.queries import shown_day
from accord.record import acts as record
from accord.record import clock
from accord.signing.models import Instrument
from accord.signing.queries.gathering import Whole, gathered
from accord.signing.queries.rows import (
    named_adoptions,
    of_adoption,
    of_ruling,
    title_of,
    visible_instruments,
    visible_rulings,
)

LONGEST = 20_000
"""Code points of a reservation, special opinion or answer."""


def instrument_by_id(pk: str) -> Instrument:
    """Load the answer of an act on an instrument."""
    return Instrument.objects.get(pk=pk)


@dataclass(slots=True)
class On:
    """An instrument under its lock."""

    act: record.Act
    row: Instrument

    def whole(self) -> Whole:
        """Return the instrument with all that is entered of it, of whatever day."""
        (found,) = gathered([self.row], date.max)
        return found

    def require_day(self, field: str, day: date, opened: date | None = None) -> None:
        """Refuse a day before it was opened for signature, where that is given, else adopted; or not there yet."""
        since = opened or self.row.day
        if day < min(since, shown_day(self.row.organisation)):
            told = date_format(since, "j E Y")
            if opened:
                raise Unfit(field, _("The day lies before %s, when it was opened for signature.") % told)
            raise Unfit(field, _("The day lies before %s, when it was adopted.") % told)
        if day > max(clock.now().date(), shown_day(self.row.organisation)):
            raise Unfit(field, _("This day is not there yet."))

    def write(self, **data: Any) -> Instrument:
        """Write the entry of this act in the instrument's own stream; return the instrument."""
        self.act.entry(
            organisation_id=self.row.organisation_id,
            stream=self.row.stream,
            audience=self.row.audience,
            answer=self.row.pk,
            data={"instrument": self.row.pk, "what": title_of(self.row), **data},
        )
        return self.row


@contextmanager
def on(instrument_id: str, verb: str, *, by: Subject, key: UUID) -> Iterator[On]:
    """Open an act on an instrument; it is stored first where nothing was entered of its adoption or ruling yet."""
    with record.act(verb, by=by, key=key) as act:
        yield On(act, _locked(act, by, instrument_id))


def words(typed: str, field: str) -> str:
    """Return a member's words as they are kept, "" for none. Raises Unfit: too long; TextError: refused characters."""
    if not typed.strip():
        return ""
    if len(typed) > LONGEST:
        raise Unfit(field, _("At most %d characters.") % LONGEST)
    return str(negotiated(typed)).strip()


def _locked(act: record.Act, by: Subject, pk: str) -> Instrument:
    rows = visible_instruments(by)
    if rows.filter(pk=pk).exists():
        return act.lock(rows, pk)
    made = of_adoption(by, pk) or of_ruling(by, pk)
    if made is None:
        raise NotVisible
    act.lock(named_adoptions(by) if made.adoption else visible_rulings(by), pk)
    return rows.filter(pk=pk).first() or _stored(made)


def _stored(made: Instrument) -> Instrument:
    if made.adoption is not None:
        made.audience = named_audience(made.adoption.text.audience)
    elif made.ruling is not None:
        made.audience = made.ruling.question.audience
    made.save(force_insert=True)
    return made
