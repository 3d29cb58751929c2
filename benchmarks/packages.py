"""
Seconds of the package search: 27 delegations × 60 open choices, with the gap of the solver.

    python benchmarks/packages.py [--members 27] [--choices 60] [--seed 1]

What delegations say is drawn by chance with a fixed seed: two to four wordings a choice, a preference of two thirds of
the delegations, and of the other wordings "can live with" in 70, "objects" in 4, and nothing in 26 of 100 cases.
"""

# ruff: noqa: E402 -- the path comes first
from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "src")]

from accord.engine.packages import Search, Talks, Wish, search, singles

GOAL = 10


def made_up(members: int, choices: int, seed: int) -> Talks:
    """Return talks drawn by chance, the same each time."""
    chance = random.Random(seed)
    codes = tuple(f"X{number:02}" for number in range(members))
    wordings = {str(number): chance.randint(2, 4) for number in range(1, choices + 1)}
    wishes = {
        choice: {code: wish(chance, count) for code in codes if chance.random() < 2 / 3}
        for choice, count in wordings.items()
    }
    return Talks(codes, wordings, wishes)


def wish(chance: random.Random, count: int) -> Wish:
    """Return what one delegation says of a choice."""
    said = {each: chance.choices(("lives", "objects", ""), (70, 4, 26))[0] for each in range(count)}
    said[min(chance.randrange(count), chance.randrange(count))] = "prefers"
    return Wish({each: words for each, words in said.items() if words}, chance.randint(1, 5))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=27)
    parser.add_argument("--choices", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    talks = made_up(asked.members, asked.choices, asked.seed)
    print(f"{asked.members} delegations, {asked.choices} choices: {len(singles(talks))} single steps")
    for asking in (False, True):
        begun = time.perf_counter()
        found = search(talks, Search(asking=asking))
        spent = time.perf_counter() - begun
        print(f"{'with open questions' if asking else 'what was said alone':<24}{spent:8.2f} s (≤ {GOAL})")
        for each in found:
            print(
                f"    settles {len(each.settled)}, asks {len(each.burdens)} sides, one at most "
                f"{float(each.share):.0%}, {each.asked} questions, gap {each.gap:.2%}"
            )


if __name__ == "__main__":
    main()
