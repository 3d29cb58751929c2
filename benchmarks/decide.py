"""
Milliseconds of deciding: 193 members beyond six, for the rules that cost most.

    python benchmarks/decide.py [--rounds 9]

In one process: positions read from CSV, the outcome with its trace, who could turn it, and the JSON. The last row reads
the roster too, as a command does. Votes are drawn by chance with a fixed seed. The best of the rounds is printed.
"""

# ruff: noqa: E402 -- the path comes first
from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "src")]

from accord.engine.rules import Case, Rule, decide, gather
from accord.engine.rules.showing import shown
from accord.formats.positions import read_positions
from accord.formats.rules import in_force, shipped_roster

DAY = date(2024, 6, 21)
GOAL = 20
RULES = (
    ("un-ga-majority", 0.7), ("un-ga-two-thirds", 0.7), ("un-ga-two-thirds", 0.6), ("un-ga-two-thirds-members", 0.5),
    ("osce-consensus", 0.9), ("eu-council-lisbon", 0.6), ("imf-85", 0.5), ("imf-majority", 0.6),
)  # fmt: skip


def main() -> None:
    rounds = argparse.ArgumentParser(description=__doc__)
    rounds.add_argument("--rounds", type=int, default=9)
    count = rounds.parse_args().rounds
    floor = measured("csto-consensus", 0.9, count)
    print(f"{'csto-consensus, 6 members':<48}{floor:8.2f} ms")
    for rule, share in RULES:
        spent = measured(rule, share, count)
        row(f"{rule}, {len(found(rule).roster.at(DAY))} members, {share:.0%} for", spent, floor)
    row("reading the roster of un-ga-majority", best(lambda: read("un"), count), best(lambda: read("csto"), count))


def row(what: str, spent: float, floor: float) -> None:
    print(f"{what:<48}{spent:8.2f} ms{spent - floor:8.2f} beyond (≤ {GOAL})")


def read(roster: str) -> object:
    return shipped_roster.__wrapped__(roster)


def found(rule: str) -> Rule:
    version = in_force(rule, DAY)
    assert version
    return version


def measured(rule: str, share: float, rounds: int) -> float:
    chance = random.Random(20240621)
    version = found(rule)
    votes = ["Y" if chance.random() < share else chance.choice("NAX") for _ in version.roster.at(DAY)]
    rows = [f"{member.code},{vote}" for member, vote in zip(version.roster.at(DAY), votes, strict=True)]
    text = "\n".join(["member,position", *rows])
    return best(lambda: answer(version, text), rounds)


def answer(rule: Rule, text: str) -> str:
    case = gather(rule, read_positions(text, "votes.csv").lines, DAY)
    assert isinstance(case, Case)
    return json.dumps(shown(decide(rule, case)))


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the least CPU time in milliseconds."""
    spent = []
    for _round in range(rounds):
        begun = time.process_time()
        work()
        spent.append((time.process_time() - begun) * 1000)
    return min(spent)


if __name__ == "__main__":
    main()
