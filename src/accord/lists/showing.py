"""What becomes of a file, as the page shows it."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.formats.lists.values import Sheet
from accord.lists.columns import Column, shown
from accord.lists.heads import Headed
from accord.lists.pages import CellLine, PlanPage, RowLine, RowsBlock
from accord.lists.planning import Plan
from accord.lists.values import Planned, Scope
from accord.lists.wording import note_words, plan_sentence, unknown_words

SHOWN = 200
"""How many rows of each kind a page shows."""
_CAPTION = 2
"""How many cells name a row."""
_VERDICTS = ("wrong", "new", "changed")


def plan_page(plan: Plan, found: Headed, sheet: Sheet, scope: Scope) -> PlanPage:
    """Return the page of a file that was read."""
    counts = {verdict: len(plan.of(verdict)) for verdict in (*_VERDICTS, "same")}
    blocks = (_block(verdict, plan.of(verdict), found.columns, scope) for verdict in _VERDICTS if counts[verdict])
    notes = [*map(note_words, sheet.notes), *map(unknown_words, found.unknown)]
    return PlanPage(
        fingerprint=plan.fingerprint,
        sentence=plan_sentence(**counts),
        blocks=tuple(blocks),
        notes=tuple(notes),
        entered=counts["new"] + counts["changed"],
        wrong=counts["wrong"],
    )


def _block(verdict: str, rows: tuple[Planned, ...], columns: tuple[Column, ...], scope: Scope) -> RowsBlock:
    return RowsBlock(verdict, tuple(_row(each, columns, scope) for each in rows[:SHOWN]), len(rows))


def _row(each: Planned, columns: tuple[Column, ...], scope: Scope) -> RowLine:
    cells = tuple(cell for column in columns if (cell := _cell(each, column, scope)))
    named = [cell for cell in cells if cell.words][:_CAPTION]
    caption = ", ".join(cell.words for cell in named)
    known = {column.key for column in columns}
    reasons = tuple(fault.reason for fault in each.faults if fault.column not in known)
    return RowLine(each.line.number, caption, cells, reasons, tuple(cell.label for cell in named))


def _cell(each: Planned, column: Column, scope: Scope) -> CellLine | None:
    """Return a cell that says something, or of which something has to be said."""
    reason = " ".join(fault.reason for fault in each.faults if fault.column == column.key)
    change = next((one for one in each.changes if one.column == column.key), None)
    words = each.line.words.get(column.key, "")
    if not reason and column.key in each.values:
        words = _words(each.values[column.key], column, scope) or words
    if not words and not reason:
        return None
    old = _words(change.old, column, scope) if change else ""
    return CellLine(str(column.label), words, old, change is not None, reason)


def _words(value: object, column: Column, scope: Scope) -> str:
    """Return a value as a person reads it: days in words, things of the register with their names."""
    if hasattr(value, "toordinal"):
        return date_format(value, "j E Y")
    book = scope.book
    kinds = {
        "member": book.members,
        "partner": book.partners,
        "organ": book.organs,
        "parent": book.organs,
        "host": book.members,
        "chair": book.members,
        "area": book.areas,
    }
    called = kinds.get(column.key)
    if called is not None and isinstance(value, str):
        return called.names.get(value, value)
    if value is False:
        return _("no")
    written = shown(value)
    return "" if written is None else str(written)
