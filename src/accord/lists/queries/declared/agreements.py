"""The list of agreements with partners."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.lists.queries.declared.common import SOURCE, by_identity, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.choices import Lasting
from accord.members.models import Agreement

_PLAIN = ("title", "number", "day", "when", "known", "until", "ended", "note")


def _known(scope: Scope) -> list[Known]:
    """Return the agreements that are entered; the document is named where it can be seen, and kept where it cannot."""
    rows = Agreement.objects.filter(partner__organisation=scope.organisation).select_related("partner")
    return [
        Known(
            {
                "partner": row.partner.code,
                **{name: getattr(row, name) for name in _PLAIN},
                "lasting": Lasting(row.lasting),
                "document": paper_words(scope.book, row.document),
                **sourced(row),
            },
            row.document,
        )
        for row in rows.order_by("partner__code", "day", "title")
        if scope.on is None or (first := row.known or row.day) is None or first <= scope.on
    ]


def paper_words(book: Book, pk: str) -> str:
    """Return how a list names a document: by its name, by its id where several are called so; "" for an unseen one."""
    name = book.documents.names.get(pk, "")
    return pk if name and len(book.documents.keys_of(name)) > 1 else name


def _read_paper(cell: str, book: Book) -> str:
    """Return how a document is written that can be seen. Raises Wrong."""
    return paper_words(book, book.documents.key_of(cell))


def _identity(values: Values) -> Hashable:
    return values["partner"], values["title"], values.get("day")


def _check(_scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    for place, each in enumerate(rows):
        until, day, ended = (each.whole.get(name) for name in ("until", "day", "ended"))
        if (each.whole.get("lasting") == Lasting.UNTIL) != (until is not None):
            yield place, Fault("until", _("An agreement until a day needs that day, and no other one has it."))
        if day and any(last and last < day for last in (until, ended)):
            yield place, Fault("until", _("It would end before the day on which it was concluded."))


AGREEMENTS = DeclaredList(
    key="agreements",
    title=gettext_lazy("Agreements"),
    row=gettext_lazy("an agreement with a partner"),
    columns=(
        Column("partner", gettext_lazy("Partner"), cells.named(cells.partner), needed=True, hint=cells.FROM_REGISTER),
        Column("title", gettext_lazy("Title"), cells.words(300), needed=True, aliases=("agreement", "соглашение")),
        Column("number", gettext_lazy("Number or symbol"), cells.words(80)),
        Column("day", gettext_lazy("Concluded on"), cells.day, hint=cells.A_DAY),
        Column("when", gettext_lazy("Day in words"), cells.words(40), hint=gettext_lazy("where it is not exact")),
        Column("lasting", gettext_lazy("Term"), cells.one_of(Lasting), hint=gettext_lazy("empty: not stated")),
        Column("until", gettext_lazy("In force until"), cells.day, hint=cells.A_DAY),
        Column("ended", gettext_lazy("Ended on"), cells.day, hint=cells.A_DAY),
        Column("note", gettext_lazy("Remark"), cells.words(300)),
        Column("known", gettext_lazy("Known since"), cells.day, hint=gettext_lazy("empty: from its own day")),
        Column("document", gettext_lazy("Document"), _read_paper, hint=gettext_lazy("name of one that you see")),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
