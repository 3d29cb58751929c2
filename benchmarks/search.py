"""
Milliseconds that a search takes among 10,000 passages, on the database that ACCORD_DATABASE names, else on SQLite.

    python benchmarks/search.py [--texts 50] [--paragraphs 200] [--rounds 20]

Half of the texts belong to a narrow sitting, so that the partner and the public are asked past as many hidden passages
as there are others. Printed is the median of the time from the question to the frozen page, with nothing left to do;
then what it takes to follow one edit of a text. A PostgreSQL has to be empty, and is left full.
"""

# ruff: noqa: PLC0415 -- the settings come first; the words are the same each time
from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORDS = (
    "security council ministers borders agreement cooperation peace region members statement working group terrorism "
    "drugs crime information space operation exercise training law treaty observers report implementation priorities "
    "dialogue negotiation stability assistance monitoring mechanism humanitarian development energy water transport "
    "culture youth"
)
QUESTIONS = ("security", "security council", '"working group"', "implement*", "members -water", "unheard", "paragraph")


def prepare(folder: str) -> None:
    """Make an empty installation."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ.update(ACCORD_DATA=folder, DJANGO_SETTINGS_MODULE="accord.project.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def fill(texts: int, paragraphs: int) -> tuple[Any, Any]:
    """Fill a council with texts; return it and one of the texts."""
    from accord.meetings.models import Sitting
    from tests import factories

    chance = random.Random(7)
    council = factories.council()
    meeting = factories.meeting_of(council)
    narrow = Sitting.objects.get(meeting=meeting, format="narrow").audience_id
    for number in range(texts):
        said = (" ".join(chance.choices(WORDS.split(), k=40)) for _ in range(paragraphs))
        lines = [f"{place}. Paragraph of {words};" for place, words in enumerate(said, 1)]
        document = "Statement\n\n" + "\n\n".join(lines) + "\n"
        audience = narrow if number % 2 else ""
        made = factories.text_of(council, document, title=f"Text {number}", meeting=meeting.pk, audience=audience)
    return council, made


def median(do: Callable[[], object], rounds: int) -> float:
    """Return the median of the milliseconds that something takes."""
    do()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        do()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--texts", type=int, default=50)
    asked.add_argument("--paragraphs", type=int, default=200)
    asked.add_argument("--rounds", type=int, default=20)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        measure(given.texts, given.paragraphs, given.rounds)


def measure(texts: int, paragraphs: int, rounds: int) -> None:
    """Fill, ask, and print."""
    from django.db import connection

    from accord.search.actions import catch_up
    from accord.search.models import Passage
    from accord.search.queries import search_page
    from tests import factories

    council, text = fill(texts, paragraphs)
    start = time.perf_counter()
    catch_up()
    took = time.perf_counter() - start
    print(f"{connection.vendor}: {Passage.objects.count()} passages drawn in {took:.1f} s")
    people = {"delegate": council.delegate("XAA"), "partner": council.partner, "public": council.public}
    for question in QUESTIONS:
        row = [
            f"{name} {median(lambda by=by, q=question: search_page(by, council.organisation.pk, q), rounds):6.1f} ms"
            for name, by in people.items()
        ]
        print(f"  {question:18}", "   ".join(row))

    def edit() -> None:
        factories.propose(text, council.delegate("XAA"), f"{paragraphs}. Paragraph", f"{paragraphs}. Clause")

    edit()
    start = time.perf_counter()
    catch_up()
    print(f"  one edit in step: {(time.perf_counter() - start) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
