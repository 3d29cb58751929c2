"""The one clock (TRUST D16). No other code reads the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)
"""Days that can be entered: days before and behind them still are days."""

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """Return the current time, aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Let the clock stand at ``at`` (aware) inside the block; for tests."""
    token = _frozen.set(at)
    try:
        yield
    finally:
        _frozen.reset(token)
