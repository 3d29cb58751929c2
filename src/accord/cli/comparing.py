"""
``accord compare OLD NEW [-o PAGE.html] [--json]``.

Source: docs/reference/command-line.md, "accord compare".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePath

from accord.cli import ends
from accord.cli.ends import Noted
from accord.engine import text as engine
from accord.formats.compared import write_comparison

PARTS = ("changed", "moved", "renumbered", "agreed", "reopened", "uncovered")


def run(*, old: str, new: str, output: str, as_json: bool) -> int:
    """Do the command; return its exit status."""
    if output:
        ends.require_suffix(output, (".html",), (old, new))
    (before, notes), (after, others) = _read(old), _read(new)
    comparison = engine.compare(before, after)
    if output:
        sample = before.sample or after.sample
        ends.write_file(output, write_comparison(comparison, old=_name(old), new=_name(new), sample=sample))
    if as_json:
        ends.put(ends.as_json_bytes({part: [asdict(each) for each in getattr(comparison, part)] for part in PARTS}))
    elif not output:
        ends.put("".join(f"{line}\n" for line in _lines(comparison)).encode("utf-8"))
    ends.say_all([*notes, *others])
    return ends.NEEDS_A_PERSON if comparison.uncovered else ends.status_of([*notes, *others])


def _name(path: str) -> str:
    return PurePath(ends.shown(path)).name


def _read(name: str) -> tuple[engine.Text, list[Noted]]:
    """Return a rolling text, or a plain document as a text of common wording, and what there is to say of its file."""
    document = ends.read_text(name)
    with ends.place_in(name):
        rolling = document.text.startswith("%accord ")
        text = engine.parse(document.text) if rolling else engine.compile_text(document.text, {})
    return text, ends.noted(name, document.findings)


def _lines(comparison: engine.Comparison) -> Iterator[str]:
    for part in PARTS:
        changes = getattr(comparison, part)
        yield f"{part}: {len(changes)}"
        for change in changes if part != "uncovered" else ():
            yield f"  {change.block}"
            sides = [("-", change.old), ("+", change.new)] if change.old != change.new else [(" ", change.new)]
            yield from (f"  {sign} {line}" for sign, wording in sides for line in (wording or "").splitlines())
    if comparison.uncovered:
        yield "  " + ", ".join(change.block for change in comparison.uncovered)
