"""Recorded votes of thirty years, from the shared folder, as approaches."""

import csv
import gzip
from collections.abc import Iterable
from functools import cache

import numpy as np

from accord.engine.alignment.model import BETWEEN, OPPOSES, SUPPORTS, UNKNOWN, Approaches, Point, table_of
from tests.shared import shared_path

LEVELS = {"Y": SUPPORTS, "A": BETWEEN, "N": OPPOSES, "X": UNKNOWN}
Row = tuple[str, str, str]


@cache
def rows() -> dict[str, list[Row]]:
    """Return record number, member and letter of every recorded vote of the assembly, by year."""
    found: dict[str, list[Row]] = {}
    with gzip.open(shared_path("votes", "ga_votes_1995_2025.csv.gz"), "rt", encoding="utf-8") as file:
        for number, day, _, member, letter in list(csv.reader(file))[1:]:
            found.setdefault(day[:4], []).append((number, member, letter))
    return found


@cache
def year(number: int) -> Approaches:
    """Return all votes of one year."""
    found = rows()[str(number)]
    points, members = list(dict.fromkeys(row[0] for row in found)), sorted({row[1] for row in found})
    at = {name: place for names in (points, members) for place, name in enumerate(names)}
    levels = np.full((len(points), len(members)), UNKNOWN, dtype=np.int8)
    levels[[at[row[0]] for row in found], [at[row[1]] for row in found]] = [LEVELS[row[2]] for row in found]
    return table_of(members, [Point(point) for point in points], levels, ())


def of(number: int, members: Iterable[str]) -> Approaches:
    """Return the votes of some members in one year."""
    found = year(number)
    return found.only(members, [point.id for point in found.points])
