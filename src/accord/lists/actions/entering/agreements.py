"""Entering the rows of the list of agreements with partners."""

from __future__ import annotations

from collections.abc import Sequence

from accord.lists.queries.declared.common import basis_of, of_row, picked
from accord.lists.values import Planned, Scope
from accord.members.actions.partners import put_agreement
from accord.members.models import Partner
from accord.members.values import AgreementEntry
from accord.record.acts import Act

_PLAIN = ("number", "day", "when", "known", "until", "ended", "note")


def enter(scope: Scope, rows: Sequence[Planned], _act: Act) -> None:
    """Enter rows within an act. Raises Unfit."""
    partners = {row.code: row for row in Partner.objects.filter(organisation=scope.organisation)}
    for planned in rows:
        with of_row(planned):
            put_agreement(partners[planned.whole["partner"]], _entry(scope, planned))


def _entry(scope: Scope, planned: Planned) -> AgreementEntry:
    values, paper = planned.whole, planned.whole.get("document")
    kept = planned.known.id if planned.known else ""
    return AgreementEntry(
        values["partner"],
        values["title"],
        **picked(values, *_PLAIN),
        lasting=str(values.get("lasting") or "unsaid"),
        document=scope.book.documents.key_of(paper) if paper else kept,
        basis=basis_of(values),
    )
