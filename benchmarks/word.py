"""
Ten delegations' Word files of 300 paragraphs compiled into one, and how long commands take to start.

``python benchmarks/word.py`` prints a table. Half of the files have tracked changes, half were saved as they are. Each
figure is that of whole commands, from their start to their end: the median of five runs in processor time, with that of
the children that parse, and in elapsed time.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from compile import dense, negotiation, sparse
from peers import cost

from accord.formats.word.tracked import write_tracked

RUNS = 5


def main() -> None:
    print(f"{'what':<46}{'CPU ms':>9}{'elapsed':>9}  goal")
    for kind in (sparse, dense):
        with TemporaryDirectory() as folder:
            files = word_files(Path(folder), *negotiation(10, 300, kind))
            output = Path(folder) / "rolling.docx"
            row(f"10 × 300 in Word, {kind.__name__}", ["compile", *files, "-o", str(output)], output, "≤ 3 s")
    row("accord --help", ["--help"], None, "≤ 200 ms")
    row("accord compile --help", ["compile", "--help"], None, "reported")
    row("accord rules", ["rules"], None, "reported")


def word_files(folder: Path, base: str, versions: dict[str, str]) -> list[str]:
    """Write the files; return them as ``accord compile`` takes them."""
    (folder / "base.docx").write_bytes(plain(base))
    for number, version in enumerate(versions.values()):
        data = write_tracked(base, version, author=f"X{number:02}") if number % 2 else plain(version)
        (folder / f"X{number:02}.docx").write_bytes(data)
    return [str(folder / "base.docx"), *(str(folder / f"X{number:02}.docx") for number in range(len(versions)))]


def plain(text: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for paragraph in text.rstrip("\n").split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


def row(what: str, arguments: list[str], output: Path | None, goal: str) -> None:
    def command() -> None:
        if output:
            output.unlink(missing_ok=True)
        subprocess.run([sys.executable, "-m", "accord.cli", *arguments], check=True, capture_output=True)

    costs = [cost(command) for _ in range(RUNS)]
    cpu, elapsed = (statistics.median(each) * 1000 for each in zip(*costs, strict=True))
    print(f"{what:<46}{cpu:>9.0f}{elapsed:>9.0f}  {goal}", flush=True)


if __name__ == "__main__":
    main()
