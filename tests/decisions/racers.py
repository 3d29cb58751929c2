"""
Races around the deadline of silence procedures, on a database of its own: arguments RACES, and DRAIN in milliseconds.

Prints for each race one line of JSON: whether the objection arrived in time, the outcome, how many closings there are.
"""

from __future__ import annotations

import json
import random
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import django

START = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
END = START + timedelta(days=2)


def main() -> None:
    """Run the races."""
    django.setup()
    from accord.decisions.actions import questions  # noqa: PLC0415
    from accord.project.commands import databases  # noqa: PLC0415 -- after the set-up

    databases.migrate()
    races, drain = int(sys.argv[1]), timedelta(milliseconds=int(sys.argv[2]))
    questions.DRAIN = max(drain, timedelta(seconds=1))
    council = _council()
    for seed in range(races):
        sys.stdout.write(json.dumps(_race(council, random.Random(seed), drain)) + "\n")  # noqa: S311 -- moments


def _council() -> Any:
    from tests import factories  # noqa: PLC0415 -- after the set-up

    return factories.council()


def _race(council: Any, dice: random.Random, drain: timedelta) -> dict[str, Any]:
    from accord.decisions.models import Ruling  # noqa: PLC0415 -- after the set-up
    from accord.record import clock  # noqa: PLC0415
    from tests.decisions.putting import under_silence  # noqa: PLC0415

    with clock.frozen(START):
        question = under_silence(council, END)
    stamp = END + timedelta(milliseconds=dice.randint(-100, 100))
    soon = END + timedelta(milliseconds=dice.randint(-50, 50))
    moments = [soon, END + drain - timedelta(milliseconds=1), END + drain]
    threads = [threading.Thread(target=_object, args=(council, question.pk, stamp, dice.random() / 50))]
    threads += [threading.Thread(target=_close, args=(council, question.pk, at, drain)) for at in moments]
    # A drain is longer than a request: who closes after it comes when every request is done. The control does not wait.
    _all(threads[:-1] if drain > timedelta(seconds=1) else threads)
    _close(council, question.pk, END + max(drain, timedelta(seconds=1)), drain)
    rulings = list(Ruling.objects.filter(question=question).values_list("outcome", flat=True))
    return {"in_time": stamp < END, "outcome": rulings[0], "closings": len(rulings)}


def _all(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _object(council: Any, question: str, stamp: datetime, late: float) -> None:
    """Object with a stamp, and be worked on some milliseconds later."""
    import time  # noqa: PLC0415 -- the control needs a request that takes long

    from django.db import connections  # noqa: PLC0415

    from accord.access import Refused  # noqa: PLC0415
    from accord.decisions import actions  # noqa: PLC0415
    from accord.record import clock  # noqa: PLC0415
    from tests import factories  # noqa: PLC0415

    time.sleep(late)
    with clock.frozen(stamp), suppress(Refused):
        actions.say(question, "objection", arrived=stamp, by=council.delegate("XBB"), key=factories.key())
    connections.close_all()


def _close(council: Any, question: str, at: datetime, drain: timedelta) -> None:
    """Close at a moment. For the control, with a drain below a second, the database is told that the drain is over."""
    from django.db import IntegrityError, connections  # noqa: PLC0415

    from accord.access import Refused  # noqa: PLC0415
    from accord.decisions import actions  # noqa: PLC0415
    from accord.engine.rules import RulesError  # noqa: PLC0415
    from accord.record import clock  # noqa: PLC0415
    from tests import factories  # noqa: PLC0415

    over = at + timedelta(seconds=1) if drain < timedelta(seconds=1) and at >= END + drain else at
    with clock.frozen(over), suppress(Refused, RulesError, IntegrityError):
        actions.close(question, by=council.chair, key=factories.key())
    connections.close_all()


if __name__ == "__main__":
    main()
