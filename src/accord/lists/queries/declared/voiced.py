"""The list of proposals voiced in meetings."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.commitments.models import Voiced
from accord.commitments.queries import visible_voiced
from accord.lists import columns as cells
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.lists.gatherings import meeting_words, read_meeting, read_sitting
from accord.lists.queries.books import meetings_in
from accord.lists.queries.declared.common import SOURCE, by_identity, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.meetings.models import Sitting
from accord.meetings.queries import visible_items


def _known(scope: Scope) -> list[Known]:
    rows = visible_voiced(scope.by, None if scope.comparing else scope.on)
    rows = rows.filter(organisation=scope.organisation, meeting__in=meetings_in(scope))
    rows = rows.filter(meeting=scope.narrow) if scope.narrow else rows
    items = visible_items(scope.by).filter(meeting__organisation=scope.organisation)
    titles = dict(items.values_list("pk", "title"))
    return [_line(scope, row, titles) for row in rows.order_by("day", "at", "id")]


def _line(scope: Scope, row: Voiced, items: dict[int, str]) -> Known:
    return Known(
        {
            "meeting": meeting_words(scope.book, row.meeting_id),
            "who": row.code or row.who,
            "words": row.words,
            "sitting": row.sitting.code if row.sitting else "",
            "item": items.get(row.item_id or 0, ""),
            "day": row.day,
            "sample": row.sample,
            **sourced(row),
        }
    )


def _read_who(cell: str, book: Book) -> str:
    """Return who voiced something: the code of a member or partner, or words. Raises Wrong: a name of several."""
    for called in (book.members, book.partners):
        if called.keys_of(cell):
            return called.key_of(cell)
    return str(cells.words(160)(cell, book))


def _identity(values: Values) -> Hashable:
    return values["meeting"], values["who"], str(values["words"]).casefold()


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    of = {"meeting__organisation": scope.organisation}
    sittings = set(Sitting.objects.filter(**of).values_list("meeting", "code"))
    items = set(visible_items(scope.by).filter(**of, removed=False).values_list("meeting", "title"))
    for place, each in enumerate(rows):
        meeting = scope.book.meetings.key_of(each.values["meeting"])
        for change in each.changes:
            yield place, Fault(change.column, _("It is in the register already, with another value there."))
        for name, known in (("sitting", sittings), ("item", items)):
            if each.values.get(name) and (meeting, each.values[name]) not in known:
                yield place, Fault(name, _("The meeting has nothing of that kind."))


VOICED = DeclaredList(
    key="voiced",
    title=gettext_lazy("Proposals voiced"),
    row=gettext_lazy("a proposal that was voiced in a meeting; what became of it is said on its page"),
    columns=(
        Column("meeting", gettext_lazy("Meeting"), read_meeting, needed=True, hint=gettext_lazy("its title")),
        Column("who", gettext_lazy("Who voiced it"), _read_who, needed=True, hint=gettext_lazy("code, name or words")),
        Column("words", gettext_lazy("What was proposed"), cells.words(2_000), needed=True),
        Column("sitting", gettext_lazy("Sitting"), read_sitting, hint=gettext_lazy("narrow, extended, extended 2")),
        Column("item", gettext_lazy("Item"), cells.words(300), hint=gettext_lazy("of the agenda, by its title")),
        Column("day", gettext_lazy("Day"), cells.day, hint=gettext_lazy("empty: that of the meeting")),
        Column("sample", gettext_lazy("Is a sample"), cells.flag, hint=cells.YES),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
