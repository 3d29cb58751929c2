"""The lists of measures of priorities, and of commitments in adopted texts."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.commitments.actions.commitments import span_of
from accord.commitments.models import Correction, Measure
from accord.commitments.queries import visible_commitments, visible_measures
from accord.commitments.queries.lines import stand_on, with_corrections
from accord.drafting.queries.rows import visible_adoptions
from accord.lists import columns as cells
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.lists.queries.declared.common import SOURCE, by_identity, needs_order, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.errors import Unfit
from accord.programme.models import Priority
from accord.programme.queries import visible_priorities

NUMBER = Column("number", gettext_lazy("Number of the priority"), cells.number, hint=gettext_lazy("such as 3"))
TERM = Column("term", gettext_lazy("Term begins"), cells.day, hint=gettext_lazy("empty: in no programme of a term"))
AREA = Column("area", gettext_lazy("Area"), cells.named(cells.area), hint=gettext_lazy("empty: that of the priority"))
DUE = Column("due", gettext_lazy("Last day"), cells.day, hint=cells.A_DAY, aliases=cells.TO)
WHEN = Column("when", gettext_lazy("Day in words"), cells.words(80), hint=gettext_lazy("where no day is known"))


def priorities_of(scope: Scope) -> dict[tuple[date | None, int], Priority]:
    """Return the priorities by first day of the term and number; None for those of no programme."""
    rows = visible_priorities(scope.by).filter(organisation=scope.organisation).select_related("programme__term")
    return {(row.programme.term.begins if row.programme else None, row.number): row for row in rows}


def _place(row: Priority | None) -> dict[str, Any]:
    term = row.programme.term.begins if row and row.programme else None
    return {"number": row.number if row else None, "term": term}


def _unplaced(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    """Yield the rows of a priority that is not there, and those that are entered in another way."""
    known = priorities_of(scope)
    for place, each in enumerate(rows):
        number = each.values.get("number")
        if number is not None and (each.values.get("term"), number) not in known:
            yield place, Fault("number", _("There is no priority %d.") % number)
        for change in each.changes:
            yield place, Fault(change.column, _("It is in the register already, with another value there."))


# Measures


def read_owner(cell: str, book: Book) -> str:
    """Return who owns a measure: "member XAA", "organ wg-water", or an office in words. Raises Wrong."""
    kind, _space, which = cell.partition(" ")
    for name, called in (("member", book.members), ("organ", book.organs)):
        wanted = which if kind == name and which else cell
        if called.keys_of(wanted):
            return f"{name} {called.key_of(wanted)}"
    return str(cells.words(160)(cell, book))


def _owner(stand: Measure | Correction) -> str:
    if stand.member:
        return f"member {stand.member.code}"
    return f"organ {stand.organ.key}" if stand.organ else stand.office


def _known_measures(scope: Scope) -> list[Known]:
    day = None if scope.comparing else scope.on
    rows = with_corrections(visible_measures(scope.by, day).filter(organisation=scope.organisation))
    found = rows.select_related("priority__programme__term").order_by("priority__programme__term__begins", "at", "id")
    return [_known_measure(row, stand_on(row, day) if day else row) for row in found]


def _known_measure(row: Measure, stand: Measure | Correction) -> Known:
    plain = ("words", "begins", "due", "when", "indicator", "target", "unit")
    return Known(
        {
            **_place(row.priority),
            "owner": _owner(stand),
            "area": stand.area.key if stand.area else "",
            **{name: getattr(stand, name) for name in plain},
            "known": row.known,
            "sample": row.sample,
            **sourced(stand),
        }
    )


def _measure(values: Values) -> Hashable:
    return values.get("term"), values["number"], str(values["words"]).casefold()


def _check_measures(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    yield from _unplaced(scope, rows)
    yield from needs_order(rows, "begins", "due", _("It ends on %(last)s, before it begins on %(first)s."))
    for place, each in enumerate(rows):
        if (each.values.get("target") is None) != (not each.values.get("unit")):
            yield place, Fault("unit", _("A target needs its unit, and a unit its target."))
        if each.values.get("target") is not None and not each.values.get("indicator"):
            yield place, Fault("indicator", _("Say what the target counts."))


MEASURES = DeclaredList(
    key="measures",
    title=gettext_lazy("Measures"),
    row=gettext_lazy("a measure of a priority; one that is entered is corrected on its page, with the reason"),
    columns=(
        Column("number", NUMBER.label, cells.number, needed=True, hint=NUMBER.hint),
        TERM,
        Column("words", gettext_lazy("Measure"), cells.words(500), needed=True, aliases=("мера",)),
        Column("owner", gettext_lazy("Whose"), read_owner, hint=gettext_lazy("a member, an organ, or an office")),
        Column("begins", gettext_lazy("First day"), cells.day, hint=cells.A_DAY, aliases=cells.FROM),
        DUE,
        WHEN,
        Column("indicator", gettext_lazy("Indicator"), cells.words(200)),
        Column("target", gettext_lazy("Target"), cells.figure, hint=gettext_lazy("a figure, such as 12")),
        Column("unit", gettext_lazy("Unit"), cells.words(60)),
        AREA,
        Column("known", gettext_lazy("Known since"), cells.day, hint=gettext_lazy("empty: always")),
        Column("sample", gettext_lazy("Is a sample"), cells.flag, hint=cells.YES),
        *SOURCE,
    ),
    known=_known_measures,
    identity=_measure,
    find=by_identity(_measure),
    check=_check_measures,
)


# Commitments


def adopted_words(book: Book, pk: str) -> str:
    """Return how a list names an adopted text: by its title, or by its id where several are called so, or unseen."""
    title = book.adopted.names.get(pk, "")
    return title if title and len(book.adopted.keys_of(title)) == 1 else pk


def _read_adopted(cell: str, book: Book) -> str:
    return adopted_words(book, book.adopted.key_of(cell))


def _known_commitments(scope: Scope) -> list[Known]:
    day = None if scope.comparing else scope.on
    rows = visible_commitments(scope.by, day).filter(organisation=scope.organisation)
    return [
        Known(
            {
                "text": adopted_words(scope.book, row.adoption_id),
                "bound": tuple(sorted(row.bound)),
                "area": row.area.key if row.area else "",
                **_place(row.priority),
                **{name: getattr(row, name) for name in ("block", "words", "binds", "due", "when")},
                **sourced(row),
            }
        )
        for row in rows.select_related("priority__programme__term").order_by("at", "id")
    ]


def _commitment(values: Values) -> Hashable:
    return values["text"], values["block"], values["words"]


def _check_commitments(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    yield from _unplaced(scope, rows)
    adoptions = {row.pk: row for row in visible_adoptions(scope.by).filter(text__organisation=scope.organisation)}
    for place, each in enumerate(rows):
        adoption = adoptions[scope.book.adopted.key_of(each.values["text"])]
        if each.known is None and not (each.values.get("bound") or each.values.get("binds")):
            yield place, Fault("bound", _("Say who is bound by these words."))
        try:
            span_of(adoption, each.values["block"], each.values["words"])
        except Unfit as error:
            yield place, Fault(error.field, str(error))


COMMITMENTS = DeclaredList(
    key="commitments",
    title=gettext_lazy("Commitments"),
    row=gettext_lazy("the very words of an adopted text, by its paragraph; only a text that is held here has any"),
    columns=(
        Column("text", gettext_lazy("Adopted text"), _read_adopted, needed=True, hint=gettext_lazy("title or id")),
        Column("block", gettext_lazy("Paragraph"), cells.slug, needed=True, hint=gettext_lazy("its stable id")),
        Column("words", gettext_lazy("The very words"), cells.words(2_000), needed=True),
        Column("bound", gettext_lazy("Who is bound"), cells.all_named(cells.member), hint=cells.SEVERAL),
        Column("binds", gettext_lazy("Who else is bound"), cells.words(160), hint=gettext_lazy("in words")),
        DUE,
        WHEN,
        NUMBER,
        TERM,
        AREA,
        *SOURCE,
    ),
    known=_known_commitments,
    identity=_commitment,
    find=by_identity(_commitment),
    check=_check_commitments,
)
