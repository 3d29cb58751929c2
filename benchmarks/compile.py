"""
How long compiling takes, as ratios measured in one process.

``python benchmarks/compile.py [TEXT]`` prints a table; TEXT is a bracketed text to inspect, without it one is made. The
floor of the first rows is the regular expression of the tokeniser run once over each distinct paragraph of the input.
Every figure is processor time, the best of five, caches empty but for the edit in a text that is open.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path

from accord.engine import text as engine
from accord.engine.text import tokens
from accord.engine.text.splitting import split

LETTERS = "aeiou", "bcdfghlmnprst"
WORDS = ["".join(each) for each in product(LETTERS[1], LETTERS[0], LETTERS[1], LETTERS[0])]

Document = list[str]


def main() -> None:
    print(f"{'what':<46}{'ms':>9}{'ratio':>8}  goal")
    for countries, paragraphs, kind, goal in (
        (193, 300, sparse, "≤ 2.5 × tokenising"),
        (27, 100, dense, "≤ 5 × tokenising"),
        (193, 300, dense, "reported"),
    ):
        floor, compiled = compile_row(countries, paragraphs, kind)
        row(f"compile {countries} × {paragraphs}, {kind.__name__}", compiled, f"{compiled / floor:.1f} ×", goal)
    peak = peak_memory()
    print(f"{'compile 193 × 300, sparse, peak memory':<46}{peak or '–':>9}{'MB':>8}  ≤ 300 MB", flush=True)
    row("one edit in an open text, 27 × 200", edit_row(27, 200), "", "≤ 5 ms")
    text = bracketed()
    once = best(lambda: engine.inspect(text))
    row(f"inspect {len(text) // 1000} kB, {text.count('[')} brackets", once, "", "≤ 60 ms (Geneva text)")
    for times in (4, 16):
        longer = best(lambda times=times: engine.inspect(text * times))
        row(f"inspect {times} × as much", longer, f"{longer / once:.1f} ×", f"about {times} ×")


def bracketed() -> str:
    """Return the bracketed text named on the command line, or one of our own of about its size."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1]).read_text(encoding="utf-8")
    base, versions = negotiation(3, 600, dense)
    return engine.render(engine.compile_text(base, versions))


def compile_row(
    countries: int, paragraphs: int, kind: Callable[[random.Random, Document], Document]
) -> tuple[float, float]:
    base, versions = negotiation(countries, paragraphs, kind)
    distinct = {each for document in (base, *versions.values()) for each in split(document)}
    floor = best(lambda: [tokens._TOKEN.findall(each) for each in distinct])
    compiled = best(lambda: engine.compile_text(base, versions))
    text = engine.compile_text(base, versions)
    assert all(engine.recovered(text, base, versions).values())
    return floor, compiled


def edit_row(countries: int, paragraphs: int) -> float:
    base, versions = negotiation(countries, paragraphs, dense)
    text = engine.compile_text(base, versions)
    block = text.blocks[len(text.blocks) // 2]
    wording = engine.project_block(block, "C00")
    return best(lambda: engine.propose(text, block.id, "C00", f"{wording} This was {random.random()}."), warm=True)


def peak_memory() -> int | None:
    """Return the most megabytes that a process had that did nothing else, from its start; None but on Linux."""
    work = (
        "from compile import *; engine.compile_text(*negotiation(193, 300, sparse));"
        " print(*(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    if not Path("/proc/self/status").exists():
        return None
    done = subprocess.run([sys.executable, "-c", work], cwd=Path(__file__).parent, capture_output=True, check=True)
    return int(done.stdout) // 1024


def negotiation(
    countries: int, paragraphs: int, kind: Callable[[random.Random, Document], Document]
) -> tuple[str, dict[str, str]]:
    """Return a base of 40 to 80 words a paragraph and a version of each country."""
    chance = random.Random(20240621)
    base = [sentence(chance, chance.randint(40, 80)) for _ in range(paragraphs)]
    versions = {f"C{number:02}": "\n\n".join(kind(chance, base)) + "\n" for number in range(countries)}
    return "\n\n".join(base) + "\n", versions


def sparse(chance: random.Random, base: Document) -> Document:
    """Edit three paragraphs in a hundred."""
    return edited(chance, base, chance.sample(range(len(base)), max(1, len(base) * 3 // 100)))


def dense(chance: random.Random, base: Document) -> Document:
    """Edit every paragraph."""
    return edited(chance, base, range(len(base)))


def edited(chance: random.Random, base: Document, places: Iterable[int]) -> Document:
    out = list(base)
    for place in places:
        words = out[place].split(" ")
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(words))
            words[start : start + chance.randint(0, 3)] = chance.choices(WORDS, k=chance.randint(0, 3))
        out[place] = " ".join(words)
    return out


def sentence(chance: random.Random, length: int) -> str:
    words = chance.choices(WORDS, k=length)
    words[length // 2] += ","
    return " ".join(words).capitalize() + "."


def best(work: Callable[[], object], *, warm: bool = False) -> float:
    """Return the milliseconds of the best of five runs, each with empty caches unless ``warm``."""
    times = []
    for _ in range(5):
        if not warm:
            clear()
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return min(times)


def clear() -> None:
    """Empty every cache of the text engine."""
    for name, module in list(sys.modules.items()):
        if name.startswith(engine.__name__):
            for each in vars(module).values():
                if isinstance(each, tokens.Memo):
                    each.clear()
                elif hasattr(each, "cache_clear"):
                    each.cache_clear()


def row(what: str, milliseconds: float, ratio: str, goal: str) -> None:
    print(f"{what:<46}{milliseconds:>9.1f}{ratio:>8}  {goal}", flush=True)


if __name__ == "__main__":
    main()
