"""
How long it takes to write a rolling text of about 30 pages in each format, and to read it back.

``python benchmarks/writers.py`` prints a table; each figure is the best of five: wall-clock time, and processor time of
all threads, which other work on the machine changes less.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from accord.engine import text as engine
from accord.formats.akn import reading as akn
from accord.formats.documents import WRITERS, write_text
from accord.formats.odt import reading as odt
from accord.formats.pdf import Unwritable
from accord.formats.word import reading as word
from accord.formats.word.tracked import write_tracked

PARAGRAPH = (
    "{}. The Parties shall exchange data once a year, and may publish a joint report on their work, as decided in"
    " paragraph {} of the plan; they inform each other of every step that is taken.\n\n"
)
PARAGRAPHS = 380
GOALS = {".pdf": "≤ 500 ms for 30 pages"}


def main() -> None:
    base = "".join(PARAGRAPH.format(number, number) for number in range(1, PARAGRAPHS + 1))
    versions = {
        code: base.replace("shall", word) for code, word in (("XAA", "should"), ("XBB", "may"), ("XCC", "will"))
    }
    text = engine.compile_text(base, versions)
    print(f"{PARAGRAPHS} paragraphs, {text.numbered} choices\n{'what':<30}{'ms':>8}{'cpu ms':>8}{'kB':>8}  goal")
    for suffix in WRITERS:
        row(f"write {suffix}", lambda suffix=suffix: write_text(text, suffix), GOALS.get(suffix, "reported"))
    row("write tracked changes", lambda: write_tracked(base, versions["XAA"], author="XAA"), "reported")
    for suffix, read in {".xml": akn.read, ".docx": word.read, ".odt": odt.read}.items():
        data = write_text(text, suffix)
        row(f"read {suffix}, in this process", lambda read=read, data=data: read(data) and data, "reported")


def row(what: str, work: Callable[[], bytes], goal: str) -> None:
    """Print how long the best of five runs took and how much it wrote."""
    try:
        size = len(work())
    except Unwritable as error:
        print(f"{what:<30}{'–':>8}{'–':>8}{'–':>8}  {error}")
        return
    times, processor = [], []
    for _ in range(5):
        start, spent = time.perf_counter(), time.process_time()
        work()
        times.append(time.perf_counter() - start)
        processor.append(time.process_time() - spent)
    print(f"{what:<30}{min(times) * 1000:>8.0f}{min(processor) * 1000:>8.0f}{size / 1000:>8.0f}  {goal}")


if __name__ == "__main__":
    main()
