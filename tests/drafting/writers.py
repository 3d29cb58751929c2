"""
People at work in processes of their own, on the database of the environment: ``python -m tests.drafting.writers TASK``.

Each task prints one line of JSON for each thing that it did, once that is committed, so that whoever started it knows
what was acknowledged when the process dies.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import django
from django.conf import settings

MEMBERS = tuple((f"X{letter}{letter}", f"Example {letter}") for letter in "ABCDEFGH")
DOCUMENT = "The members agree to meet once a year.\n\nThe members agree to report in spring.\n"


_VOICE = threading.Lock()


def say(**what: Any) -> None:
    """Print one line, at once and in one piece."""
    with _VOICE:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


def found() -> None:
    """Make the tables, a council of eight and a text in which all of them write."""
    from accord.project.commands import databases  # noqa: PLC0415 -- after django.setup()
    from tests import factories  # noqa: PLC0415

    databases.migrate()
    text = factories.text_of(factories.council(pairs=MEMBERS), DOCUMENT)
    say(text=text.pk)


def write(text_id: str, codes: str, count: str, first: str = "0") -> None:
    """Let each of these delegations propose ``count`` times, all at once, each in both paragraphs by turns."""
    turns = range(int(first), int(first) + int(count))
    at_once([_writer(text_id, code, turns) for code in codes.split(",")])


def _writer(text_id: str, code: str, turns: range) -> Callable[[], None]:
    def work() -> None:
        from django.contrib.auth.models import User  # noqa: PLC0415

        from accord.drafting import actions  # noqa: PLC0415
        from accord.drafting.models import Text  # noqa: PLC0415
        from accord.drafting.queries.rows import current  # noqa: PLC0415
        from accord.members.queries import subject_of  # noqa: PLC0415

        by = subject_of(User.objects.get(username=f"{code.lower()}-delegate"))
        for turn in turns:
            seen = current(Text.objects.get(pk=text_id)).fingerprint
            block = f"b{turn % 2 + 1}"
            wording = f"The members of {code} agree for the {turn}th time."
            try:
                made = actions.propose(
                    text_id, by=by, block=block, wording=wording, stage="tabled", seen=seen, key=uuid4()
                )
            except Exception as error:  # whatever it is, the test counts it
                say(code=code, turn=turn, error=f"{type(error).__name__}: {error}")
            else:
                say(code=code, turn=turn, proposal=made.pk)

    return work


def twice(text_id: str, key: str, count: str) -> None:
    """Send one form ``count`` times at once."""

    def send() -> None:
        from django.contrib.auth.models import User  # noqa: PLC0415

        from accord.drafting import actions  # noqa: PLC0415
        from accord.drafting.models import Text, Version  # noqa: PLC0415
        from accord.members.queries import subject_of  # noqa: PLC0415

        by = subject_of(User.objects.get(username="xaa-delegate"))
        seen = Version.objects.get(text=Text.objects.get(pk=text_id), number=1).fingerprint
        wording = "The members agree to meet twice a year."
        try:
            made = actions.propose(
                text_id, by=by, block="b1", wording=wording, stage="tabled", seen=seen, key=UUID(key)
            )
        except Exception as error:
            say(error=f"{type(error).__name__}: {error}")
        else:
            say(proposal=made.pk)

    at_once([send] * int(count))


def busy(text_id: str, seconds: str) -> None:
    """Try to write while somebody else keeps the SQLite file locked, and again when the lock is gone."""
    from django.db import OperationalError  # noqa: PLC0415

    database = settings.DATABASES["default"]
    database["OPTIONS"]["timeout"] = float(seconds)
    other = sqlite3.connect(database["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = time.monotonic()
    key = uuid4()
    try:
        _once(text_id, key)
    except OperationalError as error:
        say(error=str(error), waited=time.monotonic() - start)
    other.execute("ROLLBACK")
    say(proposal=_once(text_id, key))


def _once(text_id: str, key: UUID) -> str:
    from django.contrib.auth.models import User  # noqa: PLC0415

    from accord.drafting import actions  # noqa: PLC0415
    from accord.drafting.models import Text  # noqa: PLC0415
    from accord.drafting.queries.rows import current  # noqa: PLC0415
    from accord.members.queries import subject_of  # noqa: PLC0415

    by = subject_of(User.objects.get(username="xaa-delegate"))
    seen = current(Text.objects.get(pk=text_id)).fingerprint
    wording = "The members agree to meet thrice a year."
    return actions.propose(text_id, by=by, block="b1", wording=wording, stage="tabled", seen=seen, key=key).pk


def report(text_id: str) -> None:
    """Say what is stored."""
    from accord.drafting.models import Proposal, Text, Version  # noqa: PLC0415
    from accord.engine import text as engine  # noqa: PLC0415
    from accord.record.models import Entry  # noqa: PLC0415

    text = Text.objects.get(pk=text_id)
    versions = list(Version.objects.filter(text=text).order_by("number"))
    entries = list(Entry.objects.filter(stream=text.stream).order_by("number"))
    body = versions[-1].body
    say(
        number=text.number,
        versions=[[version.number, version.fingerprint] for version in versions],
        entries=[[entry.number, entry.data.get("version"), entry.made] for entry in entries],
        answers=[entry.answer for entry in entries],
        proposals=list(Proposal.objects.filter(text=text).values_list("pk", flat=True)),
        has={code: engine.project(body, code) for code in body.delegations},
    )


def at_once(works: list[Callable[[], None]]) -> None:
    """Do these in threads that begin at the same moment, each with its own connection."""
    from django.db import connection  # noqa: PLC0415

    gate = threading.Barrier(len(works))

    def through(work: Callable[[], None]) -> None:
        gate.wait()
        try:
            work()
        finally:
            connection.close()

    threads = [threading.Thread(target=through, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def without_the_lock() -> None:
    """Take the lock out, as the positive control: what the tests look for has to show then."""
    from django.db.models import QuerySet  # noqa: PLC0415

    QuerySet.select_for_update = lambda self, **_options: self  # type: ignore[method-assign]
    settings.DATABASES["default"].get("OPTIONS", {}).pop("transaction_mode", None)


TASKS = {"found": found, "write": write, "twice": twice, "busy": busy, "report": report}


def main() -> None:
    """Do the task of the command line."""
    arguments = sys.argv[1:]
    unlocked = "--without-the-lock" in arguments
    if unlocked:
        arguments.remove("--without-the-lock")
    django.setup()
    if unlocked:
        without_the_lock()
    task, *rest = arguments
    TASKS[task](*rest)


if __name__ == "__main__":
    main()
