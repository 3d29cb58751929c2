"""
Seconds of CPU for ``accord align`` on 193 members and 2,435 votes, its parts one by one.

    python benchmarks/align.py [--members 193] [--points 2435]

The votes are made up: members on a line, points that part it somewhere, a tenth not known.
"""

# ruff: noqa: E402 -- one thread of the linear algebra, as in the command
from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "src")]

import numpy as np

from accord.cli.align import _document, _notes, _report
from accord.cli.ends import as_json_bytes
from accord.formats.approaches import read_approaches

TARGET = 5.0


def made_up(members: int, points: int) -> str:
    """Return a CSV of positions, the same each time."""
    random = np.random.Generator(np.random.PCG64(1))
    where, parted = random.normal(size=members), random.normal(size=points)
    leaning = where[None, :] - parted[:, None] + random.normal(scale=0.4, size=(points, members))
    letters = np.where(leaning > 0.3, "Y", np.where(leaning < -0.3, "N", "A"))
    letters[random.random((points, members)) < 0.1] = "X"
    rows = (f"P{row},X{column:03},{letters[row, column]}" for row in range(points) for column in range(members))
    return "\n".join(["point,member,position", *rows]) + "\n"


def timed(name: str, work: Callable[[], object]) -> object:
    """Do something and print how long it took."""
    start, begun = time.perf_counter(), time.process_time()
    result = work()
    print(f"{name:36}{time.process_time() - begun:9.2f}{time.perf_counter() - start:9.2f}")
    return result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=193)
    parser.add_argument("--points", type=int, default=2435)
    asked = parser.parse_args()
    text = made_up(asked.members, asked.points)
    print(f"{asked.members} members, {asked.points} points{'':7}{'CPU s':>9}{'s':>9}")
    begun = time.process_time()
    found = timed("reading the CSV", lambda: read_approaches(text, "made up"))
    report = timed("headline, points, map, blocs", lambda: _report(found, None, ""))
    timed("pairs and JSON", lambda: as_json_bytes(_document(report, list(_notes(report)))))
    print(f"{'together':36}{time.process_time() - begun:9.2f}   (to reach: {TARGET:.0f})")


if __name__ == "__main__":
    main()
