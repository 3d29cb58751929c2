"""
The clock of silence procedures: signs that the service is there; closing what is over, extending what was cut short.

A sign is no act and has no entry; closing and extending are acts like any other, in the name of the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import IntegrityError

from accord.access import NotVisible, Refused, Role, Subject
from accord.decisions import queries
from accord.decisions.actions.questions import close, extend_to
from accord.decisions.models import Question, Watching
from accord.engine.rules import RulesError
from accord.engine.rules.silence import doubts
from accord.engine.rules.watching import MOST_GAP, lengthened
from accord.engine.text import TextError
from accord.record import clock
from accord.record.errors import Stale

KEPT = timedelta(days=400)
"""How long spans are kept: longer than any silence lasts."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The last sign of a watching process: its row, the two clocks at the beginning of the span, and now."""

    row: int
    since: datetime
    steady_since: float
    seen: datetime


def give_sign(service: str, steady: float, last: Sign | None = None) -> Sign:
    """
    Store that the service is there.

    Args:
        steady: the monotonic clock, in seconds. last: the sign before; None for the first of this process.

    Returns:
        The sign, to be handed in with the next one. After a gap a new span begins.
    """
    now = clock.now()
    if last is None or not timedelta(0) <= now - last.seen <= MOST_GAP:
        return _begin(service, steady, now)
    drift = (now - last.since).total_seconds() - (steady - last.steady_since)
    row = Watching.objects.get(pk=last.row)
    row.seen = now
    row.drift = max(row.drift, abs(drift))
    row.save(update_fields=["seen", "drift"])
    return Sign(last.row, last.since, last.steady_since, now)


def _begin(service: str, steady: float, now: datetime) -> Sign:
    Watching.objects.filter(seen__lt=now - KEPT).delete()
    row = Watching.objects.create(service=service, since=now, seen=now)
    return Sign(row.pk, now, steady, now)


def keep_time() -> tuple[str, ...]:
    """
    Close each silence procedure that is over without objection and without doubt; extend where the service was away.

    Returns:
        Ids of the questions that were closed or extended now.
    """
    return tuple(row.pk for row in queries.silences_running() if _kept(row))


def _kept(row: Question) -> bool:
    by = Subject(name="clock", organisation_id=row.organisation_id, role=Role.SECRETARIAT)
    with _unless_refused():
        all_ = queries.whole(by, queries.question_row(by, row.pk))
        procedure, known = all_.procedure, all_.watch
        if procedure is None or procedure.breaking or not all_.spans:
            return False
        later = lengthened(procedure, known, all_.now)
        if later:
            extend_to(row.pk, later, why="; ".join(doubts(procedure, known)), by=by, key=uuid4())
            return True
        if all_.now >= procedure.deadline + procedure.drain and not doubts(procedure, known):
            close(row.pk, by=by, key=uuid4())
            return True
    return False


@contextmanager
def _unless_refused() -> Iterator[None]:
    """Leave to people what cannot be closed by time: another closed it first, its text changed, its rule is another."""
    try:
        yield
    except (IntegrityError, NotVisible, Refused, RulesError, Stale, TextError):
        return
