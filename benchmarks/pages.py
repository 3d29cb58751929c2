"""
CPU milliseconds and bytes of the pages that are used most, through the WSGI application, on SQLite in a new folder.

    python benchmarks/pages.py [--meetings 200] [--rounds 40]

Each page is asked for once to warm up, then ``rounds`` times; the median of the process's own CPU time is printed, so
that waiting does not count. The size is that of the page as sent, and for the public home that of all it needs.
"""

# ruff: noqa: PLC0415 -- the settings come first
from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CODES = ("XAA", "XBB", "XCC", "XDD")


def prepare(folder: str) -> None:
    """Make an empty installation in this folder."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ.update(ACCORD_DATA=folder, DJANGO_SETTINGS_MODULE="accord.project.settings")
    os.environ.pop("ACCORD_DATABASE", None)
    import django

    django.setup()
    from accord.project.commands import databases

    databases.migrate()


def fill(meetings: int) -> dict[str, Any]:
    """Fill a council; return the session cookies of the people that ask, and the ids of what they ask for."""
    from accord.record import clock
    from tests import factories

    council = factories.council(as_of=date(2031, 5, 2))
    with clock.frozen(datetime(2031, 5, 26, 12, tzinfo=UTC)):
        _meetings(council, meetings)
    long = _long_meeting(council)
    text = factories.text_of(council, meeting=long.pk)
    for code in ("XAA", "XBB", "XCC"):
        factories.propose(text, council.delegate(code), "once a year", f"as {code} says")
    document = _documents(council, 200)
    _instruments(council, 60)
    factories.term_of(council, "XAA", date(2025, 1, 1), ends=date(2032, 12, 31))
    return {**_cookies(council), "meeting": long.pk, "text": text.pk, "document": document}


def _cookies(council: Any) -> dict[str, str]:
    """Sign in who asks; return their cookies by the name of the sign-in."""
    from django.test import Client

    from tests import factories

    cookies = {"public": ""}
    for who in ("xaa-delegate", "chair", "secretariat"):
        client = factories.sign_in(Client(), council.everybody[who])
        cookies[who] = client.cookies.output(attrs=[], header="", sep=";").strip()
    return cookies


def _meetings(council: Any, number: int) -> None:
    """Convene so many meetings, eight a day up to 25 May 2031, each with four at the table."""
    from accord.meetings import actions
    from accord.meetings.values import Convocation, SeatEntry
    from tests import factories

    by = council.secretariat
    for each in range(number):
        convocation = Convocation(f"Meeting {each}", day=date(2031, 5, 25) - timedelta(days=each // 8), city="Example")
        made = actions.convene(council.organisation.pk, convocation, by=by, key=factories.key())
        seats = [SeatEntry(code, "A. Person", "present") for code in CODES]
        actions.set_attendance(made.pk, seats, by=by, key=factories.key())


def _long_meeting(council: Any) -> Any:
    """Convene a meeting with two sittings, 40 items, 1,000 people and 40 on the list of speakers."""
    from accord.meetings import actions
    from accord.meetings.registration import ParticipantEntry
    from accord.meetings.values import AgendaEntry
    from tests import factories

    by, long = council.secretariat, factories.meeting_of(council, "Long meeting", day=date(2031, 5, 5))
    items = [AgendaEntry(f"Item {number}", "extended") for number in range(40)]
    actions.set_agenda(long.pk, items, by=by, key=factories.key())
    people = [ParticipantEntry(f"member-{CODES[n % 4]}", name=f"A. Person {n}", post="Adviser") for n in range(1000)]
    actions.register(long.pk, people, by=by, key=factories.key())
    floor = actions.open_floor(long.pk, "extended", by=by, key=factories.key())
    for number in range(40):
        actions.ask_for_floor(floor.pk, code=CODES[number % 4], name=f"A. Person {number}", by=by, key=factories.key())
    return long


def _documents(council: Any, number: int) -> str:
    """Bring in so many documents, 50 of which wait for a clearance; return the id of one that is before an organ."""
    from tests.documents import going

    going.way_of(council)
    for each in range(number - 51):
        going.document_of(council, f"Draft {each}")
    for each in range(50):
        going.to_clearance(council, f"Asked {each}")
    return str(going.cleared(council, "Clean air").pk)


def _instruments(council: Any, number: int) -> None:
    """Enter so many decisions, each signed by one member."""
    from tests.signing import signings

    for each in range(number):
        made = signings.entered(council, f"Resolution {each}")
        signings.opened(council, made.pk)
        signings.sign(council, made.pk, "XAA")


def look_at(rows: int) -> float:
    """Return the CPU milliseconds from the bytes of a list of people to what would become of each row."""
    from django.contrib.auth.models import User

    from accord.formats.lists.reading import read_list
    from accord.lists import queries
    from accord.members.models import Organisation
    from accord.members.queries import subject_of

    by, pk = subject_of(User.objects.get(username="secretariat")), Organisation.objects.get().pk
    data = "Name\n" + "".join(f"A. Person {number}\n" for number in range(rows))
    begun = time.process_time()
    queries.looked_at(by, pk, "people", read_list(data.encode(), "list.csv"))
    return (time.process_time() - begun) * 1000


def asker(cookie: str) -> Callable[[str], tuple[int, bytes]]:
    """Return a function that asks the application for one address."""
    from accord.project.wsgi import application

    def ask(address: str) -> tuple[int, bytes]:
        path, _, query = address.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80", "HTTP_HOST": "127.0.0.1", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_COOKIE": cookie,
            "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
        }  # fmt: skip
        status: list[str] = []
        body = b"".join(application(environ, lambda line, _headers: status.append(line)))
        return int(status[0].split()[0]), body

    return ask


class Needs(HTMLParser):
    """The addresses of styles and scripts that a page loads on a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one address."""
        values = dict(attrs)
        if tag == "link" and values.get("rel") in ("stylesheet", "icon"):
            self.found.add(values["href"] or "")
        if tag in ("script", "img") and values.get("src"):
            self.found.add(values["src"] or "")
        if tag == "use":
            self.found.add((values["href"] or "").split("#")[0])


def weight(ask: Callable[[str], tuple[int, bytes]], address: str) -> int:
    """Return the bytes of a page and of everything that it loads, as stored."""
    page = ask(address)[1]
    needs = Needs()
    needs.feed(page.decode())
    static = ROOT / "src" / "accord" / "web"
    return len(page) + sum((static / each.lstrip("/")).stat().st_size for each in needs.found)


def measure(ask: Callable[[str], tuple[int, bytes]], address: str, rounds: int) -> tuple[float, int]:
    """Return the median of CPU milliseconds, and the bytes."""
    status, page = ask(address)
    if status not in (200, 204):
        raise SystemExit(f"{address} answers {status}")
    spent = []
    for _round in range(rounds):
        begun = time.process_time()
        ask(address)
        spent.append((time.process_time() - begun) * 1000)
    return statistics.median(spent), len(page)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=40)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        world = fill(asked.meetings)
        meeting, text, document = (world[name] for name in ("meeting", "text", "document"))
        pages = [
            ("text room", "xaa-delegate", f"/texts/{text}/"),
            ("number of a text, unchanged", "xaa-delegate", f"/texts/{text}/number/?seen=4"),
            ("what awaits me, 50 things", "xaa-delegate", "/awaits/"),
            ("meeting with 40 items", "xaa-delegate", f"/meetings/{meeting}/"),
            ("agenda of 40 items", "xaa-delegate", f"/meetings/{meeting}/agenda/"),
            ("list of 40 speakers", "xaa-delegate", f"/meetings/{meeting}/speakers/"),
            ("1,000 participants", "secretariat", f"/meetings/{meeting}/participants/"),
            (f"list of {asked.meetings + 1} meetings", "xaa-delegate", "/meetings/"),
            ("calendar, 200 events in a month", "xaa-delegate", "/calendar/?view=month&on=2031-05-10"),
            ("list of 200 documents", "xaa-delegate", "/documents/"),
            ("document before an organ", "xaa-delegate", f"/documents/{document}/"),
            ("signing, 60 decisions", "xaa-delegate", "/signing/"),
            ("hand-over", "chair", "/chairmanship/handover/"),
            ("record, 100 entries", "xaa-delegate", "/record/"),
            ("public home", "public", "/"),
        ]
        print(f"{'page':32}{'CPU ms':>8}{'kB':>8}")
        for name, who, address in pages:
            spent, size = measure(asker(world[who]), address, asked.rounds)
            print(f"{name:32}{spent:8.1f}{size / 1000:8.1f}")
        print(f"{'public home with all it loads':32}{'':8}{weight(asker(''), '/') / 1000:8.1f}")
        print(f"{'list of 5,000 people, looked at':32}{look_at(5000):8.1f}")


if __name__ == "__main__":
    main()
