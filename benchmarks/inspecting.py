"""
Seconds of CPU and peak memory of inspecting texts of 1, 10 and 100 MB, each in a process of its own.

    python benchmarks/inspecting.py [--megabytes 1,10,100] [--shape real] [--text FILE]

Time grows in step with the size, and the peak stays below ten times the text and what Python takes by itself. The real
text is the UNFCCC's Geneva text where the shared texts are there, or FILE; without either it is made up.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from accord.engine.text.foreign import inspect  # noqa: E402

GENEVA = ROOT.parent / "shared" / "texts" / "unfccc-geneva-negotiating-text-12-feb-2015.txt"
MADE_UP = "1. The Parties [shall][should] report [annually] [XAA: by [date]] [XBB: when asked] to the Council.\n\n"
GENEVA_TO_REACH, TIMES_TO_REACH = 60, 10


def real(text: str, size: int) -> str:
    return text * max(1, size // len(text))


SHAPES: dict[str, Callable[[str, int], str]] = {
    "real": real,
    "one line": lambda text, size: real(text.replace("\n", " "), size),
    "1e6 deep": lambda text, size: "[" * min(10**6, size // 2) + "]" * min(10**6, size // 2) + real(text, size),
    "only [": lambda _, size: "[" * size,
    "only ]": lambda _, size: "]" * size,
    "no bracket": lambda text, size: real(text.replace("[", "").replace("]", ""), size),
    "[a]b[a]b": lambda _, size: "[a]b" * (size // 4),
}


def measure(shape: str, text: str, megabytes: int) -> str:
    """Return a row: size, seconds, peak, and the peak beyond Python itself in sizes of the text."""
    alone = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    made = SHAPES[shape](text, megabytes * 1_000_000)
    size = len(made.encode()) / 1e6
    begun = time.process_time()
    found = inspect(made)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = (peak - alone) / size
    return f"{shape:12}{size:9.1f}{seconds:10.2f}{seconds / size:9.2f}{peak:9.0f}{times:8.1f}{len(found.choices):12}"


def geneva_milliseconds(text: str) -> float:
    """Return the least CPU time of one inspection in process, of five."""
    times = []
    for _ in range(5):
        begun = time.process_time()
        inspect(text)
        times.append(1000 * (time.process_time() - begun))
    return min(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", default="1,10,100")
    parser.add_argument("--shape", choices=SHAPES)
    parser.add_argument("--text", type=Path, default=GENEVA)
    parser.add_argument("--row", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    text = asked.text.read_text(encoding="utf-8") if asked.text.exists() else MADE_UP * 3000
    if asked.row:
        print(measure(asked.shape, text, asked.row))
        return
    name = asked.text.name if asked.text.exists() else "a made-up text"
    print(f"{name}: {geneva_milliseconds(text):.0f} ms for {len(text) / 1000:.0f} kB (to reach: {GENEVA_TO_REACH})")
    print(f"{'':12}{'MB':>9}{'CPU s':>10}{'s/MB':>9}{'peak MB':>9}{'x text':>8}{'choices':>12}   (x: {TIMES_TO_REACH})")
    for shape in [asked.shape] if asked.shape else SHAPES:
        for megabytes in asked.megabytes.split(","):
            row = [sys.executable, __file__, "--shape", shape, "--text", str(asked.text), "--row", megabytes]
            subprocess.run(row, check=True)


if __name__ == "__main__":
    main()
