"""
What becomes of each row of a file: new, changes something, says what is known, or is wrong and why. Nothing is entered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists.columns import Column
from accord.lists.errors import Wrong
from accord.lists.heads import Headed
from accord.lists.values import Change, DeclaredList, Fault, Known, Line, Planned, Scope

_NO_VALUE = {
    "formula": gettext_lazy("The cell holds a formula that was never computed. Put its value in its place."),
    "error": gettext_lazy("The cell holds a formula that failed. Put the value in its place."),
    "day": gettext_lazy("The cell holds a number that is no day."),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """
    What becomes of the rows of a file.

    Attributes:
        fingerprint: SHA-256 of what would be entered, in 64 hexadecimal digits: it changes where what is known does.
    """

    rows: tuple[Planned, ...]
    fingerprint: str

    def of(self, verdict: str) -> tuple[Planned, ...]:
        """Return the rows of which this becomes."""
        return tuple(each for each in self.rows if each.verdict == verdict)


def plan_of(declared: DeclaredList, found: Headed, scope: Scope) -> Plan:
    """Return what becomes of each row of a file."""
    declared.prepare(found.lines, scope.book)
    index: dict[Hashable, list[Known]] = defaultdict(list)
    scope.entered[:] = declared.known(scope)
    for known in scope.entered:
        index[declared.identity(known.values)].append(known)
    rows = [_planned(declared, found.columns, line, scope, index) for line in found.lines]
    rows = _without_doubles(declared, rows)
    rows = _checked(declared, rows, scope)
    return Plan(tuple(rows), _fingerprint(declared, rows))


def _planned(
    declared: DeclaredList,
    columns: Sequence[Column],
    line: Line,
    scope: Scope,
    index: Mapping[Hashable, Sequence[Known]],
) -> Planned:
    values: dict[str, Any] = {}
    faults = [Fault(key, str(_NO_VALUE[why])) for key, why in line.faults.items()]
    for column in columns:
        if column.key in line.words:
            try:
                values[column.key] = column.read(line.words[column.key], scope.book)
            except Wrong as wrong:
                faults.append(Fault(wrong.column or column.key, str(wrong)))
    said = {fault.column for fault in faults}
    missing = [column for column in columns if column.needed and column.key not in {*values, *said}]
    faults += [Fault(column.key, _("“%s” is missing.") % column.label) for column in missing]
    faults += _unfounded(values, said)
    if faults:
        return Planned(line, values, faults=tuple(faults))
    return _compared(declared, columns, Planned(line, values), index)


def _unfounded(values: Mapping[str, Any], said: set[str]) -> list[Fault]:
    """Return the fault of a row that is not stated by a source, and does not say how it is known."""
    standing = values.get("standing")
    if standing in (None, "stated") or values.get("why") or "why" in said:
        return []
    return [Fault("why", _("What is not stated by a source needs the reason."))]


def _compared(
    declared: DeclaredList, columns: Sequence[Column], row: Planned, index: Mapping[Hashable, Sequence[Known]]
) -> Planned:
    """Return a row with what of it is known, and what it changes."""
    try:
        known = declared.find(row.values, index)
    except Wrong as wrong:
        return replace(row, faults=(Fault(wrong.column, str(wrong)),))
    if known is None:
        return row
    changes = (
        Change(column.key, known.values.get(column.key), row.values[column.key])
        for column in columns
        if column.kept and column.key in row.values and _differs(declared, column.key, row.values[column.key], known)
    )
    return replace(row, known=known, changes=tuple(changes))


def _differs(declared: DeclaredList, key: str, new: Any, known: Known) -> bool:
    """Whether a row says something else than is known; another name of the same, and aliases that are known, do not."""
    old = known.values.get(key)
    if key == "aliases":
        return not set(new) <= set(old or ())
    if isinstance(new, bool | tuple):
        return new != (old or type(new)())
    return new != old and not (key == declared.names and new in known.also)


def _without_doubles(declared: DeclaredList, rows: Sequence[Planned]) -> list[Planned]:
    """Return the rows; those that are about the same as one before them are wrong."""
    first: dict[Hashable, int] = {}
    found = []
    for each in rows:
        if each.verdict == "wrong":
            found.append(each)
            continue
        same = first.setdefault((declared.identity(each.values), each.values.get("since")), each.line.number)
        double = same != each.line.number and each.verdict != "same"
        reason = _("Row %d is about the same. Keep one of them.") % same
        found.append(replace(each, faults=(Fault("", reason),)) if double else each)
    return found


def _checked(declared: DeclaredList, rows: list[Planned], scope: Scope) -> list[Planned]:
    """Return the rows with the reasons why they cannot stand beside one another and beside what is entered."""
    sound = [place for place, each in enumerate(rows) if each.verdict != "wrong"]
    for place, fault in declared.check(scope, [rows[place] for place in sound]):
        at = sound[place]
        if fault not in rows[at].faults and rows[at].verdict != "same":
            rows[at] = replace(rows[at], faults=(*rows[at].faults, fault))
    return rows


def _fingerprint(declared: DeclaredList, rows: Sequence[Planned]) -> str:
    digest = sha256(declared.key.encode())
    for each in rows:
        changes = [(change.column, repr(change.old), repr(change.new)) for change in each.changes]
        values = sorted((key, repr(value)) for key, value in each.values.items())
        digest.update(repr((each.line.number, each.verdict, values, changes)).encode())
    return digest.hexdigest()
