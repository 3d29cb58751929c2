"""
Milliseconds of voting power: 193 members, a union's double majority, and how far the quick figures are off.

    python benchmarks/power.py [--rounds 5]

Weights and populations are made up, spread as those of large bodies are. The best of the rounds is printed.
"""

# ruff: noqa: E402 -- the path comes first
from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "src")]

from accord.engine.rules.power import power
from accord.engine.rules.power_games import AllOf, AnyOf, Game, Quota
from accord.engine.rules.power_integral import shapley_by_integral


def spread(members: int, total: int) -> tuple[int, ...]:
    """Return whole weights that fall like one over the rank, and sum to about ``total``."""
    raw = [1 / rank**0.9 for rank in range(1, members + 1)]
    return tuple(max(1, round(each * total / sum(raw))) for each in raw)


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the least CPU time in milliseconds."""
    spent = []
    for _round in range(rounds):
        begun = time.process_time()
        work()
        spent.append((time.process_time() - begun) * 1000)
    return min(spent)


def union(members: int) -> Game:
    """Return 55 % of the members with 65 % of the people, which fewer than four cannot block."""
    people = spread(members, 5_000_000)
    both = AllOf(
        (Quota.of_members(members, -(-members * 55 // 100)), Quota.of(people, Fraction(65, 100) * sum(people)))
    )
    codes = tuple(f"X{place:02}" for place in range(members))
    return Game(codes, AnyOf((both, Quota.of_members(members, members - 3))), people)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    weights = spread(193, 6_300)
    quota = Quota(weights, sum(weights) // 2 + 1)
    council = Game(tuple(f"X{place:03}" for place in range(193)), quota)
    lines = [
        ("Banzhaf, 193 members, exact", lambda: power(council, ["banzhaf"]), 50),
        ("Shapley, 193 members, exact", lambda: power(council, ["shapley"]), 2500),
        ("Shapley, 193 members, integral", lambda: shapley_by_integral(quota), 2500),
        ("double majority, 27 members, both", lambda: power(union(27)), 100),
        ("double majority, 28 members, both", lambda: power(union(28)), 0),
    ]
    print(f"{'':36}{'CPU ms':>9}{'to reach':>10}   (weights sum to {sum(weights)}, {len(set(weights))} distinct)")
    for name, work, target in lines:
        print(f"{name:36}{best(work, rounds):9.1f}{target or '':>10}")
    exact = [each.shapley for each in power(council, ["shapley"]).members]
    off = max(abs(float(one) - other) for one, other in zip(exact, shapley_by_integral(quota), strict=True))
    print(f"{'integral against exact: off by':36}{off:9.1e}")


if __name__ == "__main__":
    main()
