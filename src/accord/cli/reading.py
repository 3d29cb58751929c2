"""
``accord read REPORT [--against OTHER...] [--facts FILE] [--json]``.

Source: docs/reference/reading.md, "accord read".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from accord.cli import ends
from accord.engine.reading import Register, Report, TooLong, as_json, read_report
from accord.formats.lexica import lexicon
from accord.formats.registers import read_register, shipped_register
from accord.formats.reports import read_report_file
from accord.formats.textfile import UnreadableFile

_LISTS = (
    "meetings",
    "people",
    "documents",
    "positions",
    "partners",
    "activities",
    "operations",
    "areas",
    "priorities",
    "promises",
)
_WIDEST = 96


def run(*, report: str, against: Sequence[str], facts: str, as_json: bool) -> int:
    """Do the command; return its exit status: 1 when something is flagged, or the report is about something else."""
    register = read_register(Path(facts)) if facts else shipped_register()
    text, extracted = _read(report)
    found = _understood(report, text, register, [_read(each)[0] for each in against])
    if as_json:
        ends.put(ends.as_json_bytes(_document(found, extracted)))
    else:
        ends.put("".join(f"{line}\n" for line in _lines(found)).encode("utf-8"))
    return ends.DONE if found.about == "council" and not found.discrepancies else ends.NEEDS_A_PERSON


def _read(name: str) -> tuple[str, bool]:
    data = sys.stdin.buffer.read() if name == ends.STANDARD_INPUT else Path(name).read_bytes()
    return read_report_file(data, ends.shown(name))


def _understood(name: str, text: str, register: Register, others: Sequence[str]) -> Report:
    try:
        return read_report(text, lexicon, register, others)
    except TooLong as error:
        raise UnreadableFile(ends.shown(name), str(error)) from None


def _document(found: Report, extracted: bool) -> dict[str, Any]:
    return as_json(found, with_text=extracted)


# Words


def _lines(found: Report) -> Iterator[str]:
    if found.about != "council":
        yield "This is not a report about a council of states: nothing was read from it."
        return
    document = as_json(found)
    date = document["date"]
    yield f"report of {date['value'] or 'an unknown day'} ({date['status']})"
    for name in _LISTS:
        if document[name]:
            yield f"\n{name} ({len(document[name])})"
            yield from (f"  {_said(name, each)}" for each in document[name])
    yield f"\ndiscrepancies ({len(document['discrepancies'])})"
    for each in document["discrepancies"]:
        place = f"{each['start']}-{each['end']}" if each["end"] else "silence"
        expected = f" Expected: {each['expected']}." if each["expected"] else ""
        yield f"  {place}: {each['severity']} {each['kind']}: {_short(each['quote'])}{each['why']}{expected}"


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    if not plain:
        return ""
    return f"“{plain if len(plain) <= _WIDEST else plain[: _WIDEST - 1] + '…'}” "


def _said(name: str, item: dict[str, Any]) -> str:
    """Return one item in a line, with its place; what was concluded says so."""
    mark = "" if item["status"] == "stated" else " (inferred)"
    return f"{item['start']}-{item['end']}: {_SAID[name](item)}{mark}"


def _known(item: dict[str, Any]) -> str:
    return f"{item['name']} [{item['id'] or 'new'}]"


def _day(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['text']} = {value['from']}" + (f" to {value['to']}" if value["to"] != value["from"] else "")
    return str(value or "")


def _joined(*parts: Any) -> str:
    return ", ".join(str(part) for part in parts if part)


_SAID = {
    "meetings": lambda item: _joined(
        item["role"],
        _known(item["organ"]),
        item["ordinal"] and f"number {item['ordinal']}",
        _day(item["from"]),
        item["place"],
        item["country"],
        " and ".join(item["formats"]),
    ),
    "people": lambda item: _joined(_known(item), " and ".join(item["posts"]), item["member"], item["attendance"]),
    "documents": lambda item: _joined(
        item["action"], item["kind"], item["count"] and f"{item['count']} of them", item["title"]
    ),
    "positions": lambda item: _joined(
        item["holder"]["kind"],
        item["holder"]["code"] or " or ".join(item["holder"]["candidates"]),
        item["topic"],
        _short(item["words"]).strip(),
    ),
    "partners": lambda item: _joined(_known(item), item["kind"], item["parent"] and f"of {item['parent']}"),
    "activities": lambda item: _joined(
        f"{item['name']} [{item['series']['id'] or 'new'}]",
        item["state"],
        _day(item["when"]),
        item["host"],
        item["place"],
    ),
    "operations": lambda item: _joined(_known(item), item["phase"], *item["figures"]),
    "areas": _known,
    "priorities": lambda item: _joined(item["text"], item["area"], item["owner"]),
    "promises": lambda item: _joined(item["strength"], item["by"], _day(item["due"]), _short(item["text"]).strip()),
}
