"""
A report read for the secretariat: the text with its evidence, draft records, and what does not fit.

Source: docs/reference/reading.md, "On a page".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.access import Subject, require
from accord.engine.reading import Register, as_json, read_report
from accord.formats.lexica import lexicon
from accord.inbox.access import may_read_report
from accord.inbox.spans import Mark, pieces_of
from accord.inbox.values import DoubtLine, DraftGroup, DraftLine, ReportPage
from accord.inbox.wording import KINDS, SEVERITIES
from accord.members.models import Organisation
from accord.members.queries import member_names

_NAMES = ("organ", "series")


def report_page(by: Subject, organisation: Organisation, text: str) -> ReportPage:
    """
    Return what a report says. Nothing is stored.

    Raises:
        Forbidden: it is not for this person to have reports read.
        TooLong: the text is longer than a report.
    """
    require(may_read_report(by, organisation))
    register = Register(members=member_names(organisation))
    document = as_json(read_report(text, lexicon, register), with_text=False)
    groups, doubts = tuple(_groups(document)), tuple(_doubts(document))
    marks = [*_marks(document, groups), *_doubt_marks(document, doubts)]
    return ReportPage(
        council=document["about"] == "council",
        day=document["date"]["value"] or "",
        pieces=pieces_of(text, marks),
        groups=groups,
        doubts=doubts,
        records=sum(len(group.lines) for group in groups),
    )


def _groups(document: dict[str, Any]) -> Iterator[DraftGroup]:
    number = 0
    for key, title in KINDS.items():
        items = document[key]
        if items:
            lines = tuple(_line(str(number + place), item) for place, item in enumerate(items, 1))
            number += len(items)
            yield DraftGroup(key, str(title), lines)


def _line(label: str, item: dict[str, Any]) -> DraftLine:
    return DraftLine(label, _words(item), item["quote"], item["status"] == "stated", item["why"])


def _words(item: dict[str, Any]) -> str:
    """Return what an item is called: its own name or title, that of its organ or series, else its words."""
    named = [item[key]["name"] for key in _NAMES if item.get(key) and isinstance(item[key], dict)]
    own = next((item[key] for key in ("name", "title", "text", "words") if item.get(key)), "")
    return str(own or next(iter(named), "") or item["quote"])


def _marks(document: dict[str, Any], groups: tuple[DraftGroup, ...]) -> Iterator[Mark]:
    for group in groups:
        for line, item in zip(group.lines, document[group.key], strict=True):
            yield Mark(line.label, item["start"], item["end"], doubt=False)


def _doubts(document: dict[str, Any]) -> Iterator[DoubtLine]:
    number = 0
    for each in document["discrepancies"]:
        number += bool(each["end"])
        label = _letters(number) if each["end"] else ""
        severity = str(SEVERITIES[each["severity"]])
        yield DoubtLine(label, severity, each["quote"], each["why"], str(each["expected"] or ""))


def _doubt_marks(document: dict[str, Any], doubts: tuple[DoubtLine, ...]) -> Iterator[Mark]:
    for line, each in zip(doubts, document["discrepancies"], strict=True):
        yield Mark(line.label, each["start"], each["end"], doubt=True)


def _letters(number: int) -> str:
    """Return A to Z, then AA, AB and on."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
