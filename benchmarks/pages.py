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
from datetime import date, timedelta
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def prepare(folder: str) -> None:
    """Make an empty installation in this folder."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ.update(ACCORD_DATA=folder, DJANGO_SETTINGS_MODULE="accord.project.settings")
    os.environ.pop("ACCORD_DATABASE", None)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def fill(meetings: int) -> dict[str, str]:
    """Fill a council; return the session cookies of the people that ask."""
    from django.test import Client

    from accord.meetings import actions
    from accord.meetings.values import AgendaEntry, Convocation, PaperEntry, SeatEntry, StationEntry
    from tests import factories

    council = factories.council()
    by, organisation = council.secretariat, council.organisation.pk
    for number in range(meetings):
        convocation = Convocation(f"Meeting {number}", day=date(2031, 5, 4) - timedelta(days=number), city="Example")
        made = actions.convene(organisation, convocation, by=by, key=factories.key())
        seats = [SeatEntry(code, "A. Person", "present") for code in ("XAA", "XBB", "XCC", "XDD")]
        actions.set_attendance(made.pk, seats, by=by, key=factories.key())
    convocation = Convocation("Long meeting", day=date(2031, 5, 5), formats=("narrow", "extended"), city="Example")
    long = actions.convene(organisation, convocation, by=by, key=factories.key())
    items = [AgendaEntry(f"Item {number}", "extended") for number in range(40)]
    papers = [PaperEntry(n, f"Paper {n}", "statement", "", "adopted", ("passed",) * 6) for n in range(1, 10)]
    stations = [StationEntry(f"Organ {number}") for number in range(6)]
    actions.set_agenda(long.pk, items, by=by, key=factories.key())
    actions.enter_papers(long.pk, stations, papers, by=by, key=factories.key())
    text = factories.text_of(council, meeting=long.pk)
    for code in ("XAA", "XBB", "XCC"):
        factories.propose(text, council.delegate(code), "once a year", f"as {code} says")
    cookies = {}
    for who in ("xaa-delegate", "chair"):
        client = factories.sign_in(Client(), council.everybody[who])
        cookies[who] = client.cookies.output(attrs=[], header="", sep=";").strip()
    return {**cookies, "public": "", "meeting": long.pk, "text": text.pk}


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
        pages = [
            ("text room", "xaa-delegate", f"/texts/{world['text']}/"),
            ("number of a text, unchanged", "xaa-delegate", f"/texts/{world['text']}/number/?seen=4"),
            ("what awaits me", "xaa-delegate", "/awaits/"),
            ("meeting with 40 items", "xaa-delegate", f"/meetings/{world['meeting']}/"),
            (f"list of {asked.meetings + 1} meetings", "xaa-delegate", "/meetings/"),
            ("record, 100 entries", "xaa-delegate", "/record/"),
            ("public home", "public", "/"),
        ]
        print(f"{'page':32}{'CPU ms':>8}{'kB':>8}")
        for name, who, address in pages:
            spent, size = measure(asker(world[who]), address, asked.rounds)
            print(f"{name:32}{spent:8.1f}{size / 1000:8.1f}")
        print(f"{'public home with all it loads':32}{'':8}{weight(asker(''), '/') / 1000:8.1f}")


if __name__ == "__main__":
    main()
