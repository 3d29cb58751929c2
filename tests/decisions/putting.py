"""Questions for tests, put through the actions that people use."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from accord.decisions import actions
from accord.decisions.models import Question
from accord.decisions.pages import Putting
from tests import factories
from tests.factories import Council

DAY = date(2031, 5, 4)


def putting(way: str = "consensus", rule: str = "consensus", **more: Any) -> Putting:
    """Return a question to be put."""
    return Putting("Shall the report be published?", way, rule, DAY, **more)


def put(council: Council, way: str = "consensus", rule: str = "consensus", **more: Any) -> Question:
    """Put a question; return it."""
    return actions.put(council.organisation.pk, putting(way, rule, **more), by=council.chair, key=factories.key())


def under_silence(council: Council, until: datetime, **more: Any) -> Question:
    """Put a question under silence until an instant, given in UTC."""
    end = {"last_day": until.date(), "last_time": until.time(), "zone": "UTC"}
    return put(council, "silence", "silence", **end, **more)


def say(council: Council, question: Question, code: str, position: str, **more: Any) -> None:
    """Say something for a member."""
    actions.say(question.pk, position, by=council.delegate(code), key=factories.key(), **more)


def after(at: datetime, **span: float) -> datetime:
    """Return a later instant."""
    return at + timedelta(**span)
