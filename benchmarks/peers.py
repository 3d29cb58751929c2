"""
The same work by others: 193 versions of 300 paragraphs merged one after another, beside one compile.

``python benchmarks/peers.py`` prints a table. ``git merge-file`` and ``merge3`` get each version as it is (a paragraph
is a line), and git also in lines of 80 columns and with one word in a line, which is the grain of Accord's choices.
They keep no holders, and nearly every merge ends in a conflict. CPU is processor time, children's included; elapsed is
what a person waits. The median of five runs counts. Of the command line, what starting and reading the same files takes
is taken off.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import merge3
from compile import clear, negotiation, sparse

from accord.engine import text as engine

RUNS = 5
GRAINS: dict[str, Callable[[str], str]] = {
    "paragraph in a line": str,
    "80 columns": lambda text: "\n\n".join(textwrap.fill(each, 80) for each in text.split("\n\n")) + "\n",
    "word in a line": lambda text: text.replace(" ", "\n"),
}


class Cost(NamedTuple):
    """Seconds of processor time and of waiting."""

    cpu: float
    elapsed: float


def main() -> None:
    base, versions = negotiation(193, 300, sparse)
    print(f"{'193 × 300, sparse':<42}{'CPU ms':>9}{'elapsed':>9}{'× CPU':>8}{'× elapsed':>11}  conflicts")
    ours = median(RUNS, lambda: compiled(base, versions))
    row("accord, in process", ours, ours, "holders kept, all recovered")
    with TemporaryDirectory() as folder:
        command = from_command_line(Path(folder), base, versions)
    row("accord compile, start and reading apart", command, ours, "the same, checked and written")
    for name, grain in GRAINS.items():
        texts = grain(base), *map(grain, versions.values())
        peer_row(f"git merge-file, {name}", lambda texts=texts: by_git(*texts), ours)
    peer_row("merge3, paragraph in a line", lambda: by_merge3(base, *versions.values()), ours)


def peer_row(what: str, merge: Callable[[], int], ours: Cost) -> None:
    conflicts: list[int] = []
    cost = median(RUNS, lambda: conflicts.append(merge()))
    row(what, cost, ours, f"{conflicts[0]} of 193")


def compiled(base: str, versions: dict[str, str]) -> None:
    clear()
    engine.compile_text(base, versions)


def from_command_line(folder: Path, base: str, versions: dict[str, str]) -> Cost:
    """Return what ``accord compile`` takes beyond starting and reading its files."""
    names = [f"X{code[1:]}={folder / code}.txt" for code in versions]
    for code, document in (("base", base), *versions.items()):
        (folder / f"{code}.txt").write_text(document, encoding="utf-8")
    files = [str(folder / "base.txt"), *names]
    reading = "import sys; from accord.cli.compiling import *; read_all(sys.argv[1], sys.argv[2:], None, authors=False)"
    read = median(RUNS, lambda: run([sys.executable, "-c", reading, *files]))
    output = folder / "rolling.txt"
    command = [sys.executable, "-m", "accord.cli", "compile", *files, "-o", str(output)]
    whole = median(RUNS, lambda: (output.unlink(missing_ok=True), run(command)))
    return Cost(whole.cpu - read.cpu, whole.elapsed - read.elapsed)


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def by_git(base: str, *versions: str) -> int:
    """Return how many of the merges, one after another, ended in conflict."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for name, document in (("base", base), ("merged", base), *((str(n), each) for n, each in enumerate(versions))):
            (place / name).write_text(document, encoding="utf-8")
        command = ["git", "merge-file", "--quiet", "merged", "base"]
        merges = (subprocess.run([*command, str(n)], cwd=place, check=False) for n in range(len(versions)))
        return sum(each.returncode != 0 for each in merges)


def by_merge3(base: str, *versions: str) -> int:
    merged = lines = base.splitlines(keepends=True)
    conflicts = 0
    for each in versions:
        groups = list(merge3.Merge3(lines, merged, each.splitlines(keepends=True)).merge_groups())
        conflicts += any(kind == "conflict" for kind, *_ in groups)
        merged = [line for kind, *parts in groups for line in (marked(*parts) if kind == "conflict" else parts[0])]
    return conflicts


def marked(_base: list[str], one: list[str], other: list[str]) -> list[str]:
    return ["<<<<<<<\n", *one, "=======\n", *other, ">>>>>>>\n"]


def median(runs: int, work: Callable[[], object]) -> Cost:
    costs = [cost(work) for _ in range(runs)]
    return Cost(*(statistics.median(each) for each in zip(*costs, strict=True)))


def cost(work: Callable[[], object]) -> Cost:
    cpu, start = processor_time(), time.perf_counter()
    work()
    return Cost(processor_time() - cpu, time.perf_counter() - start)


def processor_time() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def row(what: str, cost: Cost, ours: Cost, conflicts: str) -> None:
    print(
        f"{what:<42}{cost.cpu * 1000:>9.0f}{cost.elapsed * 1000:>9.0f}{cost.cpu / ours.cpu:>8.1f}"
        f"{cost.elapsed / ours.elapsed:>11.1f}  {conflicts}",
        flush=True,
    )


if __name__ == "__main__":
    main()
