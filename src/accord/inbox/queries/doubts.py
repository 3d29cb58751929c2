"""What does not fit in a report, beside the words that it does not fit: its own, or those of another stored report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.inbox.choices import Decision
from accord.inbox.items import why_of
from accord.inbox.models import Item, StoredReport
from accord.inbox.pages import DoubtLine, Elsewhere
from accord.inbox.wording import BESIDE, SEVERITIES


def doubt_lines(items: Sequence[Item], text: str, beside: Sequence[StoredReport]) -> Iterator[DoubtLine]:
    """
    Yield what does not fit, with a letter each that has a place in the text.

    Args:
        items: of the kind "discrepancies". beside: the reports with which this one is compared.
    """
    number = 0
    for item in items:
        placed = bool(item.data["end"])
        number += placed
        yield doubt_line(_letters(number) if placed else "", item, text, beside)


def doubt_line(label: str, item: Item, text: str, beside: Sequence[StoredReport]) -> DoubtLine:
    """Return one thing that does not fit; ``label`` is its letter in the text."""
    return DoubtLine(
        label=label,
        severity=str(SEVERITIES[item.data["severity"]]),
        quote=item.data["quote"],
        why=why_of(item.data),
        expected=str(item.data["expected"] or ""),
        beside=str(BESIDE[item.data["basis"]]),
        elsewhere=tuple(_elsewhere(item, text, beside)),
        id=item.mark if item.pk else "",
        decision=item.decision,
        decided=str(Decision(item.decision).label) if item.decision else "",
        note=" – ".join(filter(None, (item.label, item.note))),
        gone=item.gone,
    )


def _elsewhere(item: Item, text: str, beside: Sequence[StoredReport]) -> Iterator[Elsewhere]:
    for each in item.data["others"]:
        start, end, quote = each["start"], each["end"], each["quote"]
        told = next((row for row in beside if quote and row.text[start:end] == quote), None)
        if item.data["basis"] == "other_report":
            yield Elsewhere(quote, told.pk if told else "", f"{told.publisher}, {told.title}" if told else "")
        elif text[start:end]:
            yield Elsewhere(text[start:end])


def _letters(number: int) -> str:
    """Return A to Z, then AA, AB and on."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
