"""
Precision and recall of reading reports, by kind of item, on reports that are labelled.

    python benchmarks/reading.py [--wrong] [FOLDER...]

Without a folder: those of tests/engine/reading/reports, which are invented; the rules were repaired with them. For
reports that the rules have not seen, name their folder. A label and an item match where
all that the label says is so: names by their words, titles and quotes by containing the label's. ``--wrong`` prints
what was missed and what was made up. At the end: the time for a long report.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from accord.engine.reading import as_json, read_report
from accord.formats.lexica import lexicon
from accord.formats.registers import shipped_register
from accord.formats.reports import read_report_file

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "tests" / "engine" / "reading" / "reports"
KINDS = (
    "about", "date", "meetings", "people", "documents", "positions", "partners", "activities", "operations", "areas",
    "priorities", "promises", "discrepancies",
)  # fmt: skip

Item = Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[REPORTS / "tuned"])
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    for folder in asked.folders:
        counts = measured(folder, wrong=asked.wrong)
        if counts:
            table(folder.name, counts)
    timing()


def measured(folder: Path, *, wrong: bool = False) -> dict[str, Counter[str]]:
    """Return by kind of item how many were right, made up and missed in the reports of a folder."""
    counts: dict[str, Counter[str]] = {}
    for label in sorted(folder.glob("*.yaml")):
        expected = yaml.safe_load(label.read_text(encoding="utf-8"))
        report = next(path for path in sorted(folder.glob(f"{label.stem}.*")) if path.suffix != ".yaml")
        text, _ = read_report_file(report.read_bytes(), report.name)
        found = as_json(read_report(text, lexicon, shipped_register()))
        for kind in KINDS:
            right, made_up, missed = compared(kind, expected, found)
            counts.setdefault(kind, Counter()).update(right=right, made_up=len(made_up), missed=len(missed))
            for word, items in (("made up", made_up), ("missed", missed)):
                for item in items if wrong else ():
                    print(f"{label.stem} {kind} {word}: {item}")
    return counts


def compared(kind: str, expected: Item, found: Item) -> tuple[int, list[Any], list[Any]]:
    """Return how many items of a kind are right, those made up, and the labels that were missed."""
    if kind == "about":
        same = expected["about"] == found["about"]
        return int(same), [] if same else [found["about"]], [] if same else [expected["about"]]
    if kind == "date":
        same = expected.get("date") == found["date"]["value"]
        return int(same), [] if same else [found["date"]["value"]], [] if same else [expected.get("date")]
    left, missed = list(found[kind]), []
    for label in expected.get(kind, []):
        match = next((item for item in left if fits(label, item)), None)
        if match is None:
            missed.append(label)
        else:
            left.remove(match)
    return len(expected.get(kind, [])) - len(missed), [shortly(item) for item in left], missed


def shortly(item: Item) -> dict[str, Any]:
    return {
        key: value
        for key, value in item.items()
        if key not in ("start", "end", "why", "status", "others", "words", "text")
    }


def fits(label: Any, item: Item) -> bool:
    """Whether an item is what a label says, in all that the label says."""
    if isinstance(label, str):
        return holds(item.get("name") or item.get("text") or "", label) or holds(item["quote"], label)
    return all(agrees(key, value, item) for key, value in label.items())


def agrees(key: str, value: Any, item: Item) -> bool:
    """Whether one thing that a label says is so of an item."""
    own = item.get("organ") if isinstance(item.get("organ"), dict) else item.get("series") or {}
    answers = {
        "organ": lambda: holds(own["name"], value),
        "id": lambda: value == (item.get("id") or own.get("id")),
        "series": lambda: item["series"]["name"] == value,
        "holder": lambda: item["holder"]["kind"] == value,
        "code": lambda: item["holder"]["code"] == value,
        "from": lambda: day(item["from"]) == value,
    }
    if key in answers:
        return bool(answers[key]())
    if key in ("title", "words", "text", "quote"):
        return holds(item["quote"], value) or holds(str(item.get(key, "")), value)
    return bool(item.get(key) == value)


def day(value: Any) -> str | None:
    return value["from"] if isinstance(value, dict) else value


def holds(whole: str, part: str) -> bool:
    return " ".join(part.split()).casefold() in " ".join(whole.split()).casefold()


def table(name: str, counts: Mapping[str, Counter[str]]) -> None:
    print(f"\n{name:16}{'right':>8}{'made up':>9}{'missed':>8}{'precision':>11}{'recall':>8}")
    total: Counter[str] = Counter()
    for kind, each in [*rows(counts, total), ("together", total)]:
        counted = f"{kind:16}{each['right']:>8}{each['made_up']:>9}{each['missed']:>8}"
        print(f"{counted}{share(each, 'made_up'):>11}{share(each, 'missed'):>8}")


def rows(counts: Mapping[str, Counter[str]], total: Counter[str]) -> Iterator[tuple[str, Counter[str]]]:
    for kind in KINDS:
        total.update(counts[kind])
        yield kind, counts[kind]


def share(each: Counter[str], wrong: str) -> str:
    whole = each["right"] + each[wrong]
    return f"{each['right'] / whole:.2f}" if whole else "-"


def timing() -> None:
    """Print the CPU time for reports of three lengths, made of one report over and over."""
    text = (REPORTS / "tuned" / "en-sco.txt").read_text(encoding="utf-8")
    print(f"\n{'characters':>12}{'ms':>9}{'µs each':>9}")
    for length in (3_000, 30_000, 300_000):
        whole = (text * (length // len(text) + 1))[:length]
        begun = time.process_time()
        read_report(whole, lexicon, shipped_register())
        spent = time.process_time() - begun
        print(f"{length:>12,}{spent * 1e3:>9.0f}{spent * 1e6 / length:>9.1f}")


if __name__ == "__main__":
    main()
