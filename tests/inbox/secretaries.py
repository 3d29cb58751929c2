"""
Two secretaries who decide one item at the same moment, on a database of its own.

Prints one line of JSON: what each was told, how many seats are empty, and how many entries of the record say so.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

import django


def main() -> None:
    """Let both enter one empty seat at once."""
    django.setup()
    from accord.project.commands import databases  # noqa: PLC0415 -- after the set-up

    databases.migrate()
    from accord.meetings.models import Seat  # noqa: PLC0415
    from accord.record.models import Entry  # noqa: PLC0415
    from tests import factories  # noqa: PLC0415
    from tests.inbox import reports  # noqa: PLC0415

    council = factories.council()
    meeting = reports.convened(council)
    stored = reports.stored(council, reports.TOLD)
    item = next(each for each in reports.items(stored, "people") if each.data["attendance"] == "absent")
    told: list[str] = []
    start = threading.Barrier(2)
    both = [threading.Thread(target=_enter, args=(council, item.pk, meeting.pk, start, told)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    entries = Entry.objects.filter(verb="entered an empty seat from a report").count()
    sys.stdout.write(json.dumps({"told": sorted(told), "seats": Seat.objects.count(), "entries": entries}))


def _enter(council: Any, item: int, meeting: str, start: threading.Barrier, told: list[str]) -> None:
    from django.db import connections  # noqa: PLC0415 -- after the set-up

    from accord.inbox import actions  # noqa: PLC0415
    from accord.inbox.values import SeatTaking, Taking  # noqa: PLC0415
    from accord.meetings.registration import EmptySeatEntry  # noqa: PLC0415
    from accord.members.errors import Unfit  # noqa: PLC0415
    from tests import factories  # noqa: PLC0415

    taking = Taking(SeatTaking(meeting, EmptySeatEntry("XBB")))
    start.wait()
    try:
        actions.take_seat(item, taking, by=council.secretariat, key=factories.key())
        told.append("entered")
    except Unfit as error:
        told.append(str(error))
    finally:
        connections.close_all()


if __name__ == "__main__":
    main()
