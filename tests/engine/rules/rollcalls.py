"""Real roll calls from the shared votes, for tests."""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from accord.engine.rules import Line
from tests.shared import shared_path

LETTERS = {"Y": "for", "N": "against", "A": "abstain", "X": "not_voting"}
ASSEMBLY, COUNCIL = "ga_votes_1995_2025.csv.gz", "sc_votes_1946_2025.csv.gz"


@dataclass(frozen=True)
class RollCall:
    """An adopted resolution: its symbol, its day, and the letter of each member."""

    resolution: str
    day: date
    letters: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> list[Line]:
        return [Line(member, LETTERS[letter]) for member, letter in self.letters]

    @property
    def tally(self) -> tuple[int, int, int]:
        counts = [sum(letter == each for _, letter in self.letters) for each in "YNA"]
        return counts[0], counts[1], counts[2]


@cache
def roll_calls(file: str) -> dict[str, RollCall]:
    """Return the roll calls of a file by symbol; of a symbol that occurs twice, the last."""
    return _collected(lines(file))


@cache
def named(file: str, *resolutions: str) -> dict[str, RollCall]:
    """Return the roll calls of these symbols alone, without reading the whole file into roll calls."""
    wanted = tuple(f",{each}," for each in resolutions)
    return _collected(line for line in lines(file) if any(each in line for each in wanted))


def lines(file: str) -> Iterator[str]:
    """Yield the lines of a file of votes below its first."""
    with gzip.open(shared_path("votes", file), "rt", encoding="utf-8") as opened:
        next(opened)
        yield from opened


def _collected(found: Iterator[str]) -> dict[str, RollCall]:
    by_record: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for record, day, resolution, country, vote in csv.reader(found):
        by_record.setdefault((record, resolution, day), []).append((country, vote))
    return {
        resolution: RollCall(resolution, date.fromisoformat(day), tuple(letters))
        for (_, resolution, day), letters in by_record.items()
    }
